"""The one kind of undoable step: it holds the project before and after."""

from __future__ import annotations

import math
import time
from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from engine.project import Project
from gui.document import Document

MERGE_WITHIN_S = 1.5
"""Steps of one kind that follow each other faster than this are one gesture (a drag, a held arrow key)."""


class EditProjectCommand(QUndoCommand):
    """One step of the undo history. Steps of the same `merge_key` that follow each other in time become one.

    Where a step ends a run, the run is kept with it: taking the step back brings the run back as well.
    """

    def __init__(
        self, document: Document, text: str, after: Project, merge_key: str = "", merge_within_s: float = MERGE_WITHIN_S
    ) -> None:
        super().__init__(text)
        self._document = document
        self._before = document.project
        self._after = after
        self._merge_key = merge_key
        self._merge_within_s = merge_within_s
        self._made_at = time.monotonic()

    def redo(self) -> None:
        self._before = self._apply(self._after, self._before)

    def undo(self) -> None:
        self._after = self._apply(self._before, self._after)

    def _apply(self, project: Project, left: Project) -> Project:
        """Make `project` the document's; returns `left`, the project that it replaces, with the run that ended."""
        self._document.apply(project)
        run = self._document.take_ended_run()
        return left if run is None else replace(left, run=run)

    def id(self) -> int:
        return (hash(self._merge_key) & 0x7FFFFFFF) if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditProjectCommand) or other._merge_key != self._merge_key:
            return False
        if other._made_at - self._made_at > self._merge_within_s:
            return False
        self._after = other._after
        self._made_at = other._made_at
        self.setObsolete(self._after == self._before)
        return True


def edit_project(document: Document, text: str, after: Project, merge_key: str = "", is_gesture: bool = False) -> bool:
    """Make `after` the project as one undoable step called `text`; False when nothing would change.

    Steps of the same `merge_key` become one: in quick succession, or, where the key names one gesture, always.
    """
    if after == document.project:
        return False
    within_s = math.inf if is_gesture else MERGE_WITHIN_S
    document.undo_stack.push(EditProjectCommand(document, text, after, merge_key, within_s))
    return True
