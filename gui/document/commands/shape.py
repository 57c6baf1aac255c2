"""Undoable edits of the shape of the data: split, features, scaling, noise, a test set from elsewhere."""

from __future__ import annotations

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.project import edits
from engine.project.edits import Shape
from gui.document.commands.push import push
from gui.document.document import Document


def set_shape(document: Document, shape: Shape) -> bool:
    """Shape the data so, as one step."""
    text = QCoreApplication.translate("Commands", "Shape the data")
    return push(document, text, lambda project: edits.set_shape(project, shape))


def set_test_samples(document: Document, inputs: ArrayLike, targets: ArrayLike, file: str) -> bool:
    """Test on these samples, which come from the file called `file`."""
    text = QCoreApplication.translate("Commands", "Take test data from {name}").format(name=file)
    return push(document, text, lambda project: edits.set_test_samples(project, inputs, targets))
