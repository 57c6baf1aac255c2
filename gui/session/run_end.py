"""This module tells how a run stands once it rests, and why it failed."""

from __future__ import annotations

import math

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.training.run import Run
from engine.training.snapshot import Snapshot
from gui.session.messages import Report
from gui.words.error_text import error_text
from gui.words.session_messages import divergence_message, overflow_message


def resting_state(run: Run | None) -> str:
    """The state of a session whose run stands at `run`."""
    if run is None:
        return "idle"
    return {None: "paused", "diverged": "failed"}.get(run.stop_reason, "finished")


def failure_text(report: Report, project: Project, data: Dataset | None, last: Snapshot | None) -> str:
    """Why the run of `report`, whose last moment is `last`, failed or diverged, and what to do."""
    if report.problem:
        return error_text(report.problem)
    if last is not None and not math.isfinite(last.loss):
        return overflow_message(data)
    return divergence_message(project, data, report.learning_rate, 0 if last is None else last.epoch)
