"""The start of training typed number by number, as an undoable step."""

from __future__ import annotations

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.project import edits
from gui.document.commands.push import push
from gui.document.document import Document


def set_start(document: Document, parameters: ArrayLike) -> bool:
    """Make `parameters`, flat, the start. True if something changed."""
    text = QCoreApplication.translate("Commands", "Type the start weights")
    return push(document, text, lambda project: edits.set_parameters(project, parameters))
