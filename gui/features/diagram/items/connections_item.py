"""One item paints all connections between two columns: width and colour show the weight, cut ones are dashed."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.bundle import STEPS, Bundle, bundle_of, level_of_strip, shares
from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.style import LEVELS, DiagramStyle, levels


class ConnectionsItem(QGraphicsItem):
    """Paints one pen a weight step, the faint ones first, so that the strong ones lie on top.

    Between two summarised columns a bundle is painted instead.
    """

    def __init__(self) -> None:
        super().__init__()
        self._curves: Curves | None = None
        self._style: DiagramStyle | None = None
        self._pens: list[QPen] = []
        self._cut_pen = QPen()
        self._levels: NDArray[np.int8] | None = None
        self._cut: NDArray[np.bool_] | None = None
        self._order: list[tuple[QPainterPath, QPen]] = []
        self._bundle: Bundle | None = None
        self._borders: NDArray[np.int64] | None = None
        self._strips: list[tuple[QPainterPath, QColor]] = []
        self._rect = QRectF()

    def update_with(self, curves: Curves, style: DiagramStyle, widest: float) -> None:
        """Show other curves or colours; the weights are to be given anew where the curves changed."""
        if curves is self._curves and style is self._style:
            return
        self.prepareGeometryChange()
        if curves is not self._curves:
            self._levels = self._cut = self._borders = None
        self._curves, self._style = curves, style
        self._pens = style.level_pens(widest)
        self._cut_pen = style.cut_pen()
        self._bundle = bundle_of(curves) if curves.is_bundle else None
        xs, ys = curves.control_points[..., 0], curves.control_points[..., 1]
        self._rect = QRectF(xs.min(), ys.min(), np.ptp(xs), np.ptp(ys)).adjusted(-widest, -widest, widest, widest)
        if self._bundle is not None:
            self._rect = self._rect.united(self._bundle.rect)
        self._arrange()

    def show_weights(
        self, weights: NDArray[np.float64] | None, span: float, cut: NDArray[np.bool_] | None = None
    ) -> None:
        """Show weights (n_inputs, units) on a scale with ends ±span; None while they are unknown.

        cut: which of them are cut, None for none.
        """
        if self._curves is None:
            return
        steps = None if weights is None else levels(self._curves.shown_weights(weights), span)
        dashed = None if cut is None else self._curves.drawn(cut)
        is_same = _same(steps, self._levels) and _same(dashed, self._cut)
        self._levels, self._cut = steps, dashed
        if self._bundle is not None:
            self._show_bundle(weights, span)
        elif not is_same:
            self._arrange()

    def pen_of(self, source: int, target: int) -> QPen:
        """The pen of the connection between two drawn units."""
        assert self._curves is not None
        row, column = self._curves.row_of(source, target)
        if self._cut is not None and self._cut[row, column]:
            return self._cut_pen
        step = 0 if self._levels is None else int(self._levels[row, column])
        return self._pens[step + LEVELS]

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for strip, colour in self._strips:
            painter.setBrush(colour)
            painter.drawPath(strip)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, pen in self._order:
            painter.setPen(pen)
            painter.drawPath(path)

    def _show_bundle(self, weights: NDArray[np.float64] | None, span: float) -> None:
        """Strips as high as their share of the weights; nothing is done where no border moved by half a pixel."""
        assert self._bundle is not None
        parts = np.eye(2 * STEPS + 1)[STEPS] if weights is None else shares(weights, span)
        ends = np.concatenate([[0.0], np.cumsum(parts)])
        borders = np.rint(2 * ends * self._bundle.height).astype(np.int64)
        if _same(borders, self._borders):
            return
        self._borders = borders
        self._arrange_bundle(ends)

    def _arrange_bundle(self, ends: NDArray[np.float64]) -> None:
        assert self._bundle is not None
        assert self._style is not None
        self._strips = [
            (self._bundle.strip(float(low), float(high)), self._colour_of(strip, self._style))
            for strip, (low, high) in enumerate(pairwise(ends))
            if high > low
        ]
        self.update()

    def _colour_of(self, strip: int, style: DiagramStyle) -> QColor:
        return style.blank if self._levels is None else style.level_colour(level_of_strip(strip))

    def _arrange(self) -> None:
        """Put paths and pens in the order of painting."""
        if self._curves is None:
            return
        self._order, self._strips = [], []
        if self._bundle is not None:
            self._borders = None
            self._arrange_bundle(np.repeat([0.0, 1.0], STEPS + 1))
            return
        paths = self._curves.paths
        steps = np.zeros(len(paths), dtype=np.int8) if self._levels is None else self._levels.reshape(-1)
        cut = np.zeros(len(paths), dtype=bool) if self._cut is None else self._cut.reshape(-1)
        order = np.argsort(np.abs(steps), kind="stable")
        self._order = [
            (paths[index], self._cut_pen if cut[index] else self._pens[int(steps[index]) + LEVELS]) for index in order
        ]
        self.update()


def _same(first: NDArray[Any] | None, second: NDArray[Any] | None) -> bool:
    if first is None or second is None:
        return first is second
    return np.array_equal(first, second)
