"""Labels beside the points of the hidden plane say which inputs fall onto them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from gui.toolkit.theme import Theme
from gui.words.number_text import few_figures

Floats = NDArray[np.float64]

MOST_SAMPLES = 16  # with more, labels would hide the points
NEAR = 14.0  # pixels; codes nearer to each other share a label


class CodeLabels(QGraphicsObject):
    """Draws labels in pixels, over the picture of a view box."""

    def __init__(self, view: Any) -> None:
        super().__init__()
        self._view = view
        self._labels: tuple[tuple[QPointF, str], ...] = ()
        self._theme: Theme | None = None
        self.setParentItem(view)
        self.setZValue(40)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        view.sigResized.connect(lambda _view: self.prepareGeometryChange())

    def show_labels(self, labels: tuple[tuple[QPointF, str], ...], theme: Theme) -> None:
        """Write `labels`, each below its point of the view box."""
        self._labels, self._theme = labels, theme
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.rect())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._theme is None:
            return
        theme, area = self._theme, self.boundingRect()
        font = QFont()
        font.setPixelSize(theme.letters(12))
        painter.setFont(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for point, text in self._labels:
            width, height = painter.fontMetrics().horizontalAdvance(text) + theme.px(8), theme.px(17)
            patch = QRectF(point.x() - width / 2, point.y() + theme.px(10), width, height)
            patch.moveLeft(min(max(patch.left(), area.left()), area.right() - width))
            if patch.bottom() > area.bottom():
                patch.moveTop(point.y() - theme.px(10) - height)
            ground = QColor(theme.panel)
            ground.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(patch, theme.px(4), theme.px(4))
            painter.setPen(QColor(theme.text))
            painter.drawText(patch, int(Qt.AlignmentFlag.AlignCenter), text)


def input_word(row: Sequence[float]) -> str:
    """An input row as short as it can be written: 01 for a row of bits, else (−1, 0.5)."""
    if all(value in (0, 1) for value in row):
        return "".join(str(int(value)) for value in row)
    return f"({', '.join(few_figures(float(value), 3, beside=1.0) for value in row)})"


def code_words(
    codes: Floats, inputs: Floats, pixels_at: Callable[[Floats], Floats], origin: QPointF
) -> tuple[tuple[QPointF, str], ...]:
    """Labels for `CodeLabels` that write `inputs` (n, …) at `codes` (n, 2), from `origin` on; none for many samples."""
    if not 0 < len(codes) <= MOST_SAMPLES or len(codes) != len(inputs):
        return ()
    groups = grouped_words(pixels_at(codes) - np.array(origin.toTuple()), inputs)
    return tuple((QPointF(*place), ", ".join(words)) for place, words in groups)


def grouped_words(pixels: Floats, inputs: Floats) -> list[tuple[tuple[float, float], list[str]]]:
    """Groups of rows whose `pixels` (n, 2) are near each other: their place and the words of their `inputs`."""
    groups: list[tuple[tuple[float, float], list[str]]] = []
    for (x, y), row in zip(pixels.tolist(), inputs.tolist(), strict=True):
        near = next((words for (px, py), words in groups if np.hypot(px - x, py - y) <= NEAR), None)
        if near is None:
            groups.append(((x, y), [input_word(row)]))
        else:
            near.append(input_word(row))
    return groups
