"""The one kind of undoable step: it holds the project before and after."""

from __future__ import annotations

import time

from PySide6.QtGui import QUndoCommand

from engine.project import Project
from gui.document import Document

MERGE_WITHIN_S = 1.5
"""Steps of one kind that follow each other faster than this are one gesture (a drag, a held arrow key)."""


class EditProjectCommand(QUndoCommand):
    """One step of the undo history. Steps of the same `merge_key` in quick succession become one (slider drags)."""

    def __init__(self, document: Document, text: str, after: Project, merge_key: str = "") -> None:
        super().__init__(text)
        self._document = document
        self._before = document.project
        self._after = after
        self._merge_key = merge_key
        self._made_at = time.monotonic()

    def redo(self) -> None:
        self._document.apply(self._after)

    def undo(self) -> None:
        self._document.apply(self._before)

    def id(self) -> int:
        return (hash(self._merge_key) & 0x7FFFFFFF) if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditProjectCommand) or other._merge_key != self._merge_key:
            return False
        if other._made_at - self._made_at > MERGE_WITHIN_S:
            return False
        self._after = other._after
        self._made_at = other._made_at
        self.setObsolete(self._after == self._before)
        return True


def edit_project(document: Document, text: str, after: Project, merge_key: str = "") -> bool:
    """Make `after` the project as one undoable step called `text`; False when nothing would change."""
    if after == document.project:
        return False
    document.undo_stack.push(EditProjectCommand(document, text, after, merge_key))
    return True
