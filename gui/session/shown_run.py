"""This module knows what the views see of the run: its newest moment, or a past one at which people look."""

from __future__ import annotations

from dataclasses import replace

from engine.analysis.frame import Frame
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from gui.session.mailbox import FrameMailbox


class ShownRun:
    """The moments and frames of run `run_id`; what the threads still make of earlier runs is dropped."""

    def __init__(self, frames: FrameMailbox) -> None:
        self._frames = frames
        self._start: Snapshot | None = None
        self.run_id = 0
        self.past_run: Run | None = None
        """The run as it stood at the past moment that the views show."""

    def begin(self, run_id: int, start: Snapshot | None) -> None:
        """Another run, which begins at the moment `start`; None where that is not known yet, or never."""
        self.run_id, self._start = run_id, start
        self.past_run = None

    @property
    def newest(self) -> Snapshot | None:
        """The newest moment of the run, at first its start."""
        published = self._frames.published
        if published is not None and published.run_id == self.run_id:
            return published.snapshot
        return self._start

    @property
    def epoch(self) -> int | None:
        """The past moment that frames shall show; None for the present."""
        return self._frames.wanted_epoch

    def show(self, epoch: int | None) -> None:
        """Let frames show the moment after pass `epoch`; the present for None and for what is not past."""
        newest = self.newest
        is_past = epoch is not None and newest is not None and epoch < newest.epoch
        self._frames.change_request(lambda request: replace(request, epoch=epoch if is_past else None))

    def take_frame(self) -> Frame | None:
        """The newest frame of this run that was not taken yet."""
        frame = self._frames.take_frame()
        if frame is None or frame.snapshot.run_id != self.run_id:
            return None
        self.past_run = None if frame.past is None else frame.past.run
        return frame
