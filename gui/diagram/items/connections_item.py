"""All connections between two columns as one item: weights by width and colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.diagram.curves import Curves
from gui.diagram.style import LEVELS, DiagramStyle, levels


class ConnectionsItem(QGraphicsItem):
    """Paints one pen a weight step, the faint ones first, so that the strong ones lie on top."""

    def __init__(self) -> None:
        super().__init__()
        self._curves: Curves | None = None
        self._style: DiagramStyle | None = None
        self._pens: list[QPen] = []
        self._levels: NDArray[np.int8] | None = None
        self._order: list[tuple[QPainterPath, QPen]] = []
        self._rect = QRectF()

    def update_with(self, curves: Curves, style: DiagramStyle, widest: float) -> None:
        """Show other curves or colours; the weights are to be given anew where the curves changed."""
        if curves is self._curves and style is self._style:
            return
        self.prepareGeometryChange()
        if curves is not self._curves:
            self._levels = None
        self._curves, self._style = curves, style
        self._pens = style.level_pens(widest)
        xs, ys = curves.control_points[..., 0], curves.control_points[..., 1]
        self._rect = QRectF(xs.min(), ys.min(), np.ptp(xs), np.ptp(ys)).adjusted(-widest, -widest, widest, widest)
        self._arrange()

    def show_weights(self, weights: NDArray[np.float64] | None, span: float) -> None:
        """Show weights (n_inputs, units) on a scale with ends ±span; None while they are unknown."""
        if self._curves is None:
            return
        steps = None if weights is None else levels(self._curves.shown_weights(weights), span)
        if steps is None and self._levels is None:
            return
        if steps is not None and self._levels is not None and np.array_equal(steps, self._levels):
            return
        self._levels = steps
        self._arrange()

    def pen_of(self, source: int, target: int) -> QPen:
        """The pen of the connection between two drawn units."""
        assert self._curves is not None
        row, column = self._curves.row_of(source, target)
        step = 0 if self._levels is None else int(self._levels[row, column])
        return self._pens[step + LEVELS]

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, pen in self._order:
            painter.setPen(pen)
            painter.drawPath(path)

    def _arrange(self) -> None:
        """Put paths and pens in the order of painting."""
        if self._curves is None:
            return
        paths = self._curves.paths
        steps = np.zeros(len(paths), dtype=np.int8) if self._levels is None else self._levels.reshape(-1)
        order = np.argsort(np.abs(steps), kind="stable")
        self._order = [(paths[index], self._pens[int(steps[index]) + LEVELS]) for index in order]
        self.update()
