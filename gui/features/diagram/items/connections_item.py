"""One item paints all connections between two columns: width and colour show the weight, cut ones are dashed."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.bundle import Bundle, bundle_of
from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.items.still_copy import StillCopy
from gui.features.diagram.style import LEVELS, DiagramStyle, levels
from gui.toolkit.drawing.weight_scale import strongest

_FINEST = 3
"""Cells a pixel of the usual size, at most, along each side: the picture may be enlarged."""


class ConnectionsItem(QGraphicsItem):
    """Paints one pen a weight step, the faint ones first, so that the strong ones lie on top.

    Between two summarised columns the matrix of the weights is painted instead.
    """

    def __init__(self) -> None:
        super().__init__()
        self._curves: Curves | None = None
        self._style: DiagramStyle | None = None
        self._pens: list[QPen] = []
        self._cut_pen = QPen()
        self._shown: tuple[NDArray[np.float64], float] | None = None  # the weights, and the ends of their scale
        self._levels: NDArray[np.int8] | None = None
        self._cut: NDArray[np.bool_] | None = None
        self._order: list[tuple[QPainterPath, QPen]] = []
        self._copy = StillCopy(self._paint_curves)
        self._bundle: Bundle | None = None
        self._cells: NDArray[np.int8] | None = None
        self._image: QImage | None = None
        self._rect = QRectF()

    def update_with(self, curves: Curves, style: DiagramStyle, widest: float) -> None:
        """Show other curves or colours; the weights are to be given anew where the curves changed."""
        if curves is self._curves and style is self._style:
            return
        self.prepareGeometryChange()
        if curves is not self._curves:
            self._shown = self._levels = self._cut = self._cells = None
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
        self._shown = None if weights is None else (weights, span)
        dashed = None if cut is None else self._curves.drawn(cut)
        if self._bundle is not None:
            self._cut = dashed
            self._show_bundle(self._bundle, cut)
            return
        steps = self._steps()
        is_same = _same(steps, self._levels) and _same(dashed, self._cut)
        self._levels, self._cut = steps, dashed
        if not is_same:
            self._arrange()

    def _steps(self) -> NDArray[np.int8] | None:
        """The weight step of each curve; None while the weights are unknown."""
        if self._shown is None or self._curves is None:
            return None
        weights, span = self._shown
        return levels(self._curves.shown_weights(weights), span)

    def pen_of(self, source: int, target: int) -> QPen:
        """The pen of the connection between two drawn units."""
        assert self._curves is not None
        row, column = self._curves.row_of(source, target)
        if self._cut is not None and self._cut[row, column]:
            return self._cut_pen
        steps = self._steps() if self._bundle is not None else self._levels  # of a bundle few are ever asked for
        step = 0 if steps is None else int(steps[row, column])
        return self._pens[step + LEVELS]

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._bundle is not None and self._style is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillRect(self._bundle.rect, self._style.blank)
            if self._image is not None:
                painter.drawImage(self._bundle.rect, self._image)
            return
        self._copy.paint(painter, self._rect, on_screen=widget is not None)

    def _paint_curves(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path, pen in self._order:
            painter.setPen(pen)
            painter.drawPath(path)

    def _show_bundle(self, bundle: Bundle, cut: NDArray[np.bool_] | None) -> None:
        """A cell a weight, in its colour; nothing is done where none has another colour."""
        cells = None
        if self._shown is not None:
            weights, span = self._shown
            held = weights if cut is None else np.where(cut, 0.0, weights)
            finest = (max(round(_FINEST * length), 1) for length in (bundle.rect.height(), bundle.rect.width()))
            cells = levels(strongest(held, *finest), span)
        if not _same(cells, self._cells):
            self._cells = cells
            self._arrange()

    def _matrix(self, cells: NDArray[np.int8]) -> QImage:
        """One pixel a cell."""
        assert self._style is not None
        rows, columns = cells.shape
        indices = np.ascontiguousarray(cells + np.int8(LEVELS)).view(np.uint8)
        image = QImage(indices.data, columns, rows, columns, QImage.Format.Format_Indexed8)
        image.setColorTable(self._style.level_words)
        return image.copy()  # the array goes

    def _arrange(self) -> None:
        """Put paths and pens in the order of painting."""
        if self._curves is None:
            return
        self._order = []
        self._copy.forget()
        if self._bundle is not None:
            self._image = None if self._cells is None else self._matrix(self._cells)
            self.update()
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
