"""This module makes undoable edits of many samples; indices count training samples, then test samples."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.project import edits
from gui.document.commands.push import push
from gui.document.document import Document


def remove_points(document: Document, indices: ArrayLike) -> bool:
    """Remove samples."""
    text = QCoreApplication.translate("Commands", "Remove points")
    return push(document, text, lambda project: edits.remove_points(project, indices))


def set_points_class(document: Document, indices: ArrayLike, label: int) -> bool:
    """Give samples another class, or a new one."""
    text = QCoreApplication.translate("Commands", "Change the class of points")
    return push(document, text, lambda project: edits.set_points_class(project, indices, label))


def jitter(
    document: Document,
    indices: ArrayLike,
    spread: ArrayLike,
    rng: np.random.Generator,
    target_spread: float | None = None,
) -> bool:
    """Move samples a little at random; see `project_edits.jitter`."""
    text = QCoreApplication.translate("Commands", "Jitter points")
    return push(document, text, lambda project: edits.jitter(project, indices, spread, rng, target_spread))


def thin_out(document: Document, indices: ArrayLike) -> bool:
    """Remove samples that were chosen to thin out a set."""
    text = QCoreApplication.translate("Commands", "Thin out points")
    return push(document, text, lambda project: edits.remove_points(project, indices))
