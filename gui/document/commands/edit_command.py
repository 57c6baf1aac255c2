"""This module defines the one kind of undoable step, which holds the project before and after."""

from __future__ import annotations

import math
import time
from dataclasses import replace

from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.project.project import Project
from engine.project.saved_run import merged
from engine.training.run import Run
from gui.document.document import Change, Document

MERGE_WITHIN_S = 1.5
"""Steps of one kind that follow each other faster than this are one gesture (a drag, a held arrow key)."""

SAVED_RUN_BYTES = 100_000_000
"""What the runs in the undo history may take: five of the largest networks, thousands of usual ones."""

MOMENT_BYTES = 4_000_000
"""What the moments of each of them may take."""


class EditProjectCommand(QUndoCommand):
    """One step of the undo history. Steps of the same `merge_key` that follow each other in time become one.

    Where a step ends a run, the run is kept with it: taking the step back brings the run back as well. Only the runs
    nearest to the present are kept, `SAVED_RUN_BYTES` of them; a run takes the more the larger its network is.
    The list of runs that stay is changed only by steps that change it: one kept meanwhile is never taken back.
    """

    def __init__(  # noqa: PLR0917
        self,
        document: Document,
        text: str,
        after: Project,
        merge_key: str = "",
        merge_within_s: float = MERGE_WITHIN_S,
        change: Change = Change.EDIT,
    ) -> None:
        super().__init__(text)
        self._document = document
        self._before = document.project
        self._after = after
        self._merge_key = merge_key
        self._merge_within_s = merge_within_s
        self._made_at = time.monotonic()
        self._change = change
        self._is_for_once = False

    def redo(self) -> None:
        self._before = self._apply(self._after, self._before, self._change)

    def undo(self) -> None:
        self._after = self._apply(self._before, self._after, Change.EDIT)
        self.setObsolete(self._is_for_once)

    def take_back_for_good(self) -> None:
        """Undo the step, which must be the last one, and leave nothing to do again."""
        self._is_for_once = True
        self._document.undo_stack.undo()

    def _apply(self, project: Project, left: Project, change: Change) -> Project:
        """Make `project` the document's; returns `left`, the project that it replaces, with the run that ended."""
        present = self._document.project.runs
        if present != project.runs or left.runs != project.runs:
            project = replace(project, runs=merged(present, left.runs, project.runs))
        self._document.apply(project, change)
        ended = self._document.take_ended_run()
        if ended is None:
            return left
        run = _slimmed(ended[0])
        forget_old_runs(self._document.undo_stack, SAVED_RUN_BYTES - (0 if run is None else run.nbytes))
        return replace(left, run=run)

    @property
    def merge_key(self) -> str:
        """What steps have in common that become one; "" for a step of its own."""
        return self._merge_key

    @property
    def run_bytes(self) -> int:
        """The memory that the runs kept with this step take."""
        return sum(project.run.nbytes for project in (self._before, self._after) if project.run is not None)

    def forget_runs(self) -> None:
        """Keep the edit alone: taking it back, or doing it again, begins at the start."""
        self._before, self._after = replace(self._before, run=None), replace(self._after, run=None)

    def id(self) -> int:
        return (hash(self._merge_key) & 0x7FFFFFFF) if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditProjectCommand) or other._merge_key != self._merge_key:
            return False
        if other._made_at - self._made_at > self._merge_within_s:
            return False
        self._after = replace(other._after, runs=self._after.runs)
        self._made_at = other._made_at
        self.setObsolete(self._after == self._before)
        return True


def forget_old_runs(stack: QUndoStack, most_bytes: int) -> None:
    """Let the steps of `stack` keep at most so many bytes of runs, those nearest to the present first."""
    total = 0
    for index in sorted(range(stack.count()), key=lambda index: abs(index - stack.index() + 0.5)):
        command = stack.command(index)
        if isinstance(command, EditProjectCommand) and command.run_bytes:
            total += command.run_bytes
            if total > most_bytes:
                command.forget_runs()


def _slimmed(run: Run | None) -> Run | None:
    """`run` with no more moments than the undo history keeps; those between them are found again."""
    if run is None or run.moments is None or run.moments.nbytes <= MOMENT_BYTES:
        return run
    return replace(run, moments=run.moments.within(MOMENT_BYTES))


def edit_project(  # noqa: PLR0917
    document: Document,
    text: str,
    after: Project,
    merge_key: str = "",
    is_gesture: bool = False,
    change: Change = Change.EDIT,
) -> bool:
    """Make `after` the project as one undoable step called `text`; False when nothing would change.

    Steps of the same `merge_key` become one: in quick succession, or, where the key names one gesture, always.
    """
    if after == document.project:
        return False
    within_s = math.inf if is_gesture else MERGE_WITHIN_S
    document.undo_stack.push(EditProjectCommand(document, text, after, merge_key, within_s, change))
    return True


def begin_anew(document: Document, text: str) -> None:
    """Let the run begin anew from the start of the project, as an undoable step called `text`."""
    after = replace(document.project, run=None)
    document.undo_stack.push(EditProjectCommand(document, text, after, change=Change.ANEW))
