"""This module makes undoable edits of the data: another set, points, truth tables."""

from __future__ import annotations

from collections.abc import Sequence

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.data.datasets.recipe import DatasetSpec
from engine.project import edits
from engine.project.edits import Shape
from gui.document.commands.push import push
from gui.document.document import Document


def set_dataset(document: Document, spec: DatasetSpec, text: str | None = None) -> bool:
    """Train on the data of `spec`. Changes of the same set in a row and quickly are one step (slider drags)."""
    is_same_set = spec.name == document.project.dataset.name and spec.name != "custom"
    if text is None:
        text = (
            QCoreApplication.translate("Commands", "Change the data settings")
            if is_same_set
            else QCoreApplication.translate("Commands", "Choose other data")
        )
    merge_key = f"data:{text}" if is_same_set else ""
    return push(document, text, lambda project: edits.set_dataset(project, spec), merge_key)


def set_real_set(document: Document, spec: DatasetSpec, text: str) -> bool:
    """Train on a real data set, with a network that suits it where the present one has other inputs."""
    return push(document, text, lambda project: edits.set_real_set(project, spec))


def add_point(document: Document, inputs_row: ArrayLike, label: float | Sequence[float]) -> bool:
    """Add a training sample of class `label` (for real-valued targets: with that target)."""
    text = QCoreApplication.translate("Commands", "Add a point")
    return push(document, text, lambda project: edits.add_point(project, inputs_row, label))


def move_point(document: Document, index: int, inputs_row: ArrayLike, gesture: int | None = None) -> bool:
    """Move sample `index` (training samples first, then test samples).

    Moves that belong to the same `gesture`, a number of its own for each drag, are one step.
    """
    text = QCoreApplication.translate("Commands", "Move a point")
    return push(
        document,
        text,
        lambda project: edits.move_point(project, index, inputs_row),
        "" if gesture is None else f"move_point:{index}:{gesture}",
        is_gesture=gesture is not None,
    )


def remove_point(document: Document, index: int) -> bool:
    """Remove sample `index`, counted as for `move_point`."""
    text = QCoreApplication.translate("Commands", "Remove a point")
    return push(document, text, lambda project: edits.remove_point(project, index))


def set_truth_table(document: Document, table: Sequence[int]) -> bool:
    """Train on the truth table with these 0/1 rows, in counting order."""
    text = QCoreApplication.translate("Commands", "Edit the truth table")
    return push(document, text, lambda project: edits.set_truth_table(project, table))


def set_shape(document: Document, shape: Shape) -> bool:
    """Shape the data so, as one step."""
    text = QCoreApplication.translate("Commands", "Shape the data")
    return push(document, text, lambda project: edits.set_shape(project, shape))


def set_test_samples(document: Document, inputs: ArrayLike, targets: ArrayLike, file: str) -> bool:
    """Test on these samples, which come from the file called `file`."""
    text = QCoreApplication.translate("Commands", "Take test data from {name}").format(name=file)
    return push(document, text, lambda project: edits.set_test_samples(project, inputs, targets))
