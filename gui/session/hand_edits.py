"""This module tells what an edit of weights by hand makes of a run that stands."""

from __future__ import annotations

from dataclasses import replace

from engine.spec.rules import RULE_TABLE
from engine.training.run import Run, set_by_hand
from engine.training.run_setup import HandEdit, RunSetup
from engine.training.snapshot import Snapshot
from engine.training.start_snapshot import start_snapshot


def taken_over(run: Run, setup: RunSetup, edit: HandEdit) -> Run:
    """`run` as the edit leaves it."""
    if not edit.sets_weights:
        return run
    return set_by_hand(run, edit.start.first_parameters(), RULE_TABLE[setup.training.rule].memory_start)


def moment_after(run_id: int, edited: Run, setup: RunSetup, edit: HandEdit, shown: Snapshot | None) -> Snapshot | None:
    """The moment of the edited run, `run_id` from now on, until the trainer's own come.

    shown: the moment on screen, which stays where no weight was set. None for a moment that is too much work.
    """
    if edit.sets_weights:
        return start_snapshot(run_id, setup, edited)
    return None if shown is None else replace(shown, run_id=run_id)
