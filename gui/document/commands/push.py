"""This module makes an edit of the engine an undoable step, and tells its notes or why it is refused."""

from __future__ import annotations

from collections.abc import Callable

from engine.project.edits import Edit
from engine.project.project import Project
from engine.spec.errors import EngineError
from gui.document.commands.edit_command import edit_project
from gui.document.document import Change, Document
from gui.words.edit_notes import sentence_of
from gui.words.error_text import error_text


def push(
    document: Document, text: str, make: Callable[[Project], Edit], merge_key: str = "", is_gesture: bool = False
) -> bool:
    """Push what `make` makes of the project as one undoable step called `text`; True if something changed.

    What followed by itself, or why it cannot be done, goes out through `document.noticed`.
    """
    try:
        edit = make(document.project)
        document.build_dataset(edit.project.dataset)
    except EngineError as error:
        document.noticed.emit(error_text(error))
        return False
    change = {"weights": Change.WEIGHTS, "locks": Change.LOCKS}.get(edit.by_hand, Change.EDIT)
    if not edit_project(document, text, edit.project, merge_key, is_gesture, change):
        return False
    sentences = [sentence for note in edit.notes if (sentence := sentence_of(note))]
    if sentences:
        document.noticed.emit(" ".join(sentences))
    return True
