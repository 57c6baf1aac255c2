"""This module defines curves, marks and lines that can also be printed; pyqtgraph's own count device pixels.

On paper, which is while a canvas sets the export mode, a line is as wide in units of the layout as it is on screen in
pixels, and scales with the picture.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

Floats = NDArray[np.float64]

SCALE = "resolutionScale"  # in pyqtgraph's export options: device pixels of a unit of the layout


class CurveItem(pg.PlotCurveItem):  # type: ignore[misc]
    """A line through points, hidden while there are none: asking it to paint nothing takes time."""

    def updateData(self, *arguments: Any, **named: Any) -> None:
        super().updateData(*arguments, **named)
        self.setVisible(len(self.xData) > 0)

    def paint(self, painter: QPainter, *arguments: Any) -> None:
        if self._exportOpts is False:
            super().paint(painter, *arguments)
        else:
            _draw(painter, self._exportOpts[SCALE], self.getPath(), QPen(self.opts["pen"]))


class LevelItem(pg.InfiniteLine):  # type: ignore[misc]
    """A line across the whole picture."""

    def paint(self, painter: QPainter, *arguments: Any) -> None:
        if self._exportOpts is False:
            super().paint(painter, *arguments)
            return
        left, right = self._endPoints
        path = QPainterPath(QPointF(left, 0))
        path.lineTo(right, 0)
        _draw(painter, self._exportOpts[SCALE], path, QPen(self.currentPen))


class MarksItem(pg.ScatterPlotItem):  # type: ignore[misc]
    """Marks of one size at every zoom, hidden while there are none: asking it to paint nothing takes time."""

    def __init__(self) -> None:
        super().__init__(pxMode=True)
        self._rect = QRectF()
        self._rect_for: object = None

    def boundingRect(self) -> QRectF:
        """Found once for each look: Qt asks three times for every painting, and it takes longer than the painting."""
        if self._rect_for is not self.bounds:  # pyqtgraph replaces the list with every change of marks or view
            self._rect = super().boundingRect()
            self._rect_for = self.bounds
        return self._rect

    def _maskAt(self, place: QPointF | QRectF) -> Any:
        """Marks outside the view are not left out: Qt clips them in less time than it takes to find them."""
        return self.data["visible"] if isinstance(place, QRectF) else super()._maskAt(place)

    def addPoints(self, *arguments: Any, **named: Any) -> None:
        super().addPoints(*arguments, **named)
        self.setVisible(len(self.data) > 0)

    def clear(self) -> None:
        self.prepareGeometryChange()  # else what was painted stays
        super().clear()

    def move_marks(self, x: Floats, y: Floats) -> None:
        """Put the same marks to other places, without a look at how they are drawn."""
        self.data["x"], self.data["y"] = x, y
        self.bounds = [None, None]
        self.prepareGeometryChange()
        self.update()

    def paint(self, painter: QPainter, *arguments: Any) -> None:
        if self._exportOpts is False:
            super().paint(painter, *arguments)
            return
        styles = zip(*self._style(["symbol", "size", "pen", "brush"]), strict=True)
        scale, to_device = self._exportOpts[SCALE], QTransform(painter.transform())
        painter.save()
        painter.resetTransform()
        painter.scale(scale, scale)
        for x, y, (symbol, size, pen, brush) in zip(self.data["x"], self.data["y"], styles, strict=True):
            place = to_device.map(QPointF(x, y)) / scale
            painter.setPen(_plain(pen))
            painter.setBrush(QBrush(brush))
            painter.drawPath(QTransform.fromTranslate(place.x(), place.y()).scale(size, size).map(Symbols[symbol]))
        painter.restore()


def _draw(painter: QPainter, scale: float, path: QPainterPath, pen: QPen) -> None:
    """Draw `path`, in the item's own units, with a pen in units of the layout."""
    on_paper = painter.transform() * QTransform.fromScale(1 / scale, 1 / scale)
    painter.save()
    painter.resetTransform()
    painter.scale(scale, scale)
    painter.strokePath(on_paper.map(path), _plain(pen))
    painter.restore()


def _plain(pen: QPen) -> QPen:
    """The pen counting units of the painter, without the spikes that corners of a fine line would have."""
    plain = QPen(pen)
    plain.setCosmetic(False)
    plain.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return plain
