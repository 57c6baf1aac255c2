"""This module paints a pyqtgraph canvas that is never shown, at any size and scale."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication

from gui.toolkit.plots.paper_items import SCALE
from gui.toolkit.plots.plot_canvas import PlotCanvas


def lay_out(canvas: PlotCanvas, area: QRectF) -> QRectF:
    """Give an unseen canvas the size of `area` at once, so that what is drawn in pixels can be placed.

    Returns `area` without the fraction of a unit that no widget can fill.
    """
    size = QSize(max(int(area.width()), 1), max(int(area.height()), 1))
    if canvas.size() != size or canvas.viewport().size() != size:
        before = canvas.size()
        canvas.setMinimumSize(0, 0)
        canvas.resize(size)
        for widget in (canvas, canvas.viewport()):  # Qt would tell them when they are shown
            QApplication.sendEvent(widget, QResizeEvent(size, before))
        canvas.getPlotItem().layout.activate()
    return QRectF(area.topLeft(), QSizeF(size))


def paint_canvas(canvas: PlotCanvas, painter: QPainter, target: QRectF) -> None:
    """Paint what the canvas shows, without its background, into `target`; it was laid out for that size."""
    options = {"antialias": True, SCALE: painter.transform().m11()}
    items = [item for item in canvas.scene().items() if isinstance(item, pg.GraphicsItem)]
    for item in items:
        item.setExportMode(True, options)
    canvas.scene().prepareForPaint()
    painter.save()
    canvas.scene().render(painter, target, QRectF(canvas.rect()), Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.restore()
    for item in items:
        item.setExportMode(False)
