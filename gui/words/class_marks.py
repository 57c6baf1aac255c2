"""This module gives each class a shape and a name, so that nobody depends on colour."""

from __future__ import annotations

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from engine.analysis import evaluation
from engine.data.dataset import Dataset
from gui.words.number_text import MINUS

# The shapes of the decision region's points and their sizes of equal weight; a test keeps the two together.
SHAPES = ("o", "s", "t1", "d", "p", "star", "h", "t", "t3", "t2")
_SIZES = {"s": 0.9, "t1": 1.12, "d": 1.18, "p": 1.1, "star": 1.3, "h": 1.1, "t": 1.12, "t2": 1.12, "t3": 1.12}


def class_mark(label: int, centre: QPointF, radius: float) -> QPainterPath:
    """The outline for class `label` around `centre`, as heavy as a circle of `radius`."""
    shape = SHAPES[label % len(SHAPES)]
    size = 2 * radius * _SIZES.get(shape, 1.0)
    path: QPainterPath = Symbols[shape]
    return QTransform.fromTranslate(centre.x(), centre.y()).scale(size, size).map(path)


def class_names(data: Dataset) -> tuple[str, ...]:
    """What the window calls the classes: like the engine, but codes with a true minus sign."""
    names = evaluation.class_names(data)
    return names if data.task == "classes" or data.code_names else tuple(name.replace("-", MINUS) for name in names)
