"""Labels beside the points of the hidden plane say which inputs fall onto them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from gui.toolkit.theme import Theme
from gui.words.number_text import few_figures

Floats = NDArray[np.float64]

MOST_SAMPLES = 16  # with more, labels would hide the points
NEAR = 14.0  # pixels; codes nearer to each other share a label
_ASIDE = 10.0  # pixels from a point to its label
_MARK = 7.0  # pixels; half a side of what a sample is drawn with


class CodeLabels(QGraphicsObject):
    """Draws labels in pixels, over the picture of a view box."""

    def __init__(self, view: Any) -> None:
        super().__init__()
        self._view = view
        self._labels: tuple[tuple[QPointF, str], ...] = ()
        self._theme: Theme | None = None
        self.setParentItem(view)
        self.setZValue(55)  # over the lines, which would strike the words through
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        view.sigResized.connect(lambda _view: self.prepareGeometryChange())

    def show_labels(self, labels: tuple[tuple[QPointF, str], ...], theme: Theme) -> None:
        """Write `labels`, each beside its point of the view box, below it where there is room."""
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
        advance = painter.fontMetrics().horizontalAdvance
        points = [point for point, _text in self._labels]
        sizes = [QSizeF(advance(text) + theme.px(8), theme.px(17)) for _point, text in self._labels]
        patches = label_patches(points, sizes, area, theme.scale)
        for patch, (_point, text) in zip(patches, self._labels, strict=True):
            ground = QColor(theme.panel)
            ground.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(patch, theme.px(4), theme.px(4))
            painter.setPen(QColor(theme.text))
            painter.drawText(patch, int(Qt.AlignmentFlag.AlignCenter), text)


def label_patches(points: Sequence[QPointF], sizes: Sequence[QSizeF], area: QRectF, scale: float) -> list[QRectF]:
    """Where labels of these sizes go: below their points, or above or beside them where they would hide less."""
    patches: list[QRectF] = []
    for point, size in zip(points, sizes, strict=True):
        half = _MARK * scale
        marks = [QRectF(each.x() - half, each.y() - half, 2 * half, 2 * half) for each in points if each is not point]
        hidden = [*patches, *marks]
        patches.append(min(_patches_around(point, size, area, _ASIDE * scale), key=lambda one: _shared(one, hidden)))
    return patches


def _patches_around(point: QPointF, size: QSizeF, area: QRectF, aside: float) -> list[QRectF]:
    """Patches below, above, to the right and to the left of a point and farther off, as they fit in; one at least."""
    x, y, width, height = point.x(), point.y(), size.width(), size.height()
    left = min(max(x - width / 2, area.left()), area.right() - width)
    near = ((left, y + aside), (left, y - aside - height))
    beside = ((x + aside, y - height / 2), (x - aside - width, y - height / 2))
    farther = ((left, y + aside + height), (left, y - aside - 2 * height))
    patches = [QRectF(*corner, width, height) for corner in (*near, *beside, *farther)]
    return [patch for patch in patches if area.contains(patch)] or patches[1:2]


def _shared(patch: QRectF, others: Sequence[QRectF]) -> float:
    """How much of `patch` lies on the others, in square pixels."""
    common = [patch.intersected(other) for other in others]
    return sum(one.width() * one.height() for one in common if one.isValid())


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
