"""This module paints a pyqtgraph canvas that is never shown, at any size and scale."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem, QStyleOptionGraphicsItem

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
    painter.translate(target.topLeft())
    painter.scale(target.width() / max(canvas.width(), 1), target.height() / max(canvas.height(), 1))
    for item in canvas.scene().items(Qt.SortOrder.AscendingOrder):
        if item.isVisible():
            _paint_item(item, painter)
    painter.restore()
    for item in items:
        item.setExportMode(False)


def _paint_item(item: QGraphicsItem, painter: QPainter) -> None:
    """As the scene's own `render`, but with at most one clip at a time: Qt's SVG writer keeps the inner of two."""
    painter.save()
    clip = _clip_of(item)
    if clip is not None:
        painter.setClipPath(clip)
    painter.setTransform(item.sceneTransform(), True)
    painter.setOpacity(item.effectiveOpacity())
    option = QStyleOptionGraphicsItem()
    option.exposedRect = item.boundingRect()
    item.paint(painter, option, None)
    painter.restore()


def _clip_of(item: QGraphicsItem) -> QPainterPath | None:
    """What the items that hold it leave to see, in the scene; None where that is all."""
    clip, holder = None, item.parentItem()
    while holder is not None:
        if holder.flags() & QGraphicsItem.GraphicsItemFlag.ItemClipsChildrenToShape:
            room = holder.mapToScene(holder.shape())
            clip = room if clip is None else clip & room
        holder = holder.parentItem()
    return clip
