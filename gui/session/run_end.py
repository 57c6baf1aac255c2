"""This module tells how a run stands once it rests, and why it diverged."""

from __future__ import annotations

import math

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from gui.words.session_messages import divergence_message, overflow_message


def resting_state(run: Run | None) -> str:
    """The state of a session whose run stands at `run`."""
    if run is None:
        return "idle"
    return {None: "paused", "diverged": "failed"}.get(run.stop_reason, "finished")


def divergence_text(project: Project, data: Dataset | None, last: Snapshot | None, learning_rate: float) -> str:
    """Why the run whose last moment is `last` diverged, and what to do."""
    if last is not None and not math.isfinite(last.loss):
        return overflow_message(data)
    return divergence_message(project, data, learning_rate, 0 if last is None else last.epoch)
