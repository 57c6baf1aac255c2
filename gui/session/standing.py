"""This module knows how the run stands: what the last report told of it, and what was ordered since."""

from __future__ import annotations

from engine.training.run import Run
from gui.session.messages import Report
from gui.session.run_requests import Callback, RunRequests


class Standing:
    """`run` is exact once the run `is_settled`; before, it is the last state that the trainer thread reported."""

    def __init__(self) -> None:
        self.run: Run | None = None
        self.last_order = self._reported_order = 0
        self.training_ordered = self.steps_ordered = False
        self.has_moved = self.has_diverged = False
        self._requests = RunRequests()

    @property
    def has_begun(self) -> bool:
        """Whether it has left its start, or steps will lead it away from there."""
        return self.has_moved or self.steps_ordered

    @property
    def is_settled(self) -> bool:
        """Whether all that was ordered is done and reported."""
        return self._reported_order == self.last_order and not self.training_ordered

    def begin(self, run: Run | None) -> None:
        """A run begins at its start, or where `run` stood."""
        self.hold()
        self.run, self.has_moved, self.has_diverged = run, run is not None, False

    def order_step(self) -> bool:
        """A step is ordered; whether training must pause for it."""
        first_pause, self.training_ordered = self.training_ordered, False
        self.steps_ordered = True
        return first_pause

    def hold(self) -> None:
        """Neither training nor steps are ordered any more."""
        self.training_ordered = self.steps_ordered = False

    def set_by_hand(self, edited: Run, sets_weights: bool) -> None:
        """An edit by hand makes `edited` of the run; where weights were set it rests, and counts as finite."""
        self.run = edited
        if sets_weights:
            self.hold()
            self.has_diverged = False

    def ask(self, callback: Callback) -> None:
        """Let `callback` wait for a run that knows of the last order."""
        self._requests.add(self.last_order, callback)

    def answer_all(self) -> None:
        """Give the run as it is known to all who wait, since no report comes any more."""
        self._requests.answer(self.last_order, self.run)

    def note_run(self, report: Report) -> None:
        """The run stands, or stood a moment ago, as `report` tells."""
        self.run = report.run
        self._requests.answer(report.order, report.run)

    def settle(self, report: Report) -> None:
        """The run rests as `report` tells."""
        self.hold()
        self._reported_order = report.order
        self.has_moved, self.has_diverged = report.has_moved, report.stop_reason == "diverged"
        self.note_run(report)
