"""This module makes undoable edits of the sample table: cells, rows, pasted blocks, test samples."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.project import edits
from gui.document.commands.push import push
from gui.document.document import Document


def set_cell(document: Document, sample: int, column: int, text: str, gesture: int | None = None) -> bool:
    """Take what was typed into a cell of the sample table; columns count inputs, then targets.

    Cells of one `gesture`, the filling in of a new row, are one step together with `add_row`.
    """
    name = QCoreApplication.translate("Commands", "Edit a sample")
    return push(document, name, lambda project: edits.set_cell(project, sample, column, text), *_row(gesture))


def add_row(document: Document, like: int | None, gesture: int) -> bool:
    """Add a sample of zeros to the set of sample `like`, with its targets; `gesture` is a number of its own."""
    text = QCoreApplication.translate("Commands", "Add a sample")
    return push(document, text, lambda project: edits.add_row(project, like), *_row(gesture))


def paste(document: Document, text: str, samples: Sequence[int], column: int) -> bool:
    """Paste the cells in `text` over `samples` from `column` on; what is left of them becomes new samples."""
    name = QCoreApplication.translate("Commands", "Paste samples")
    return push(document, name, lambda project: edits.paste(project, text, samples, column))


def remove_points(document: Document, indices: Sequence[int]) -> bool:
    """Remove these samples, counted as for `move_point`."""
    text = QCoreApplication.translate("Commands", "Remove samples")
    return push(document, text, lambda project: edits.remove_points(project, indices))


def move_rows(document: Document, indices: Sequence[int], to_test: bool) -> bool:
    """Keep these samples for testing, or train on them."""
    if to_test:
        text = QCoreApplication.translate("Commands", "Keep samples for testing")
    else:
        text = QCoreApplication.translate("Commands", "Train on test samples")
    return push(document, text, lambda project: edits.move_rows(project, indices, to_test))


def _row(gesture: int | None) -> tuple[str, bool]:
    return ("" if gesture is None else f"row:{gesture}", gesture is not None)
