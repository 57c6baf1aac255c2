"""This module shows in the error curve where other data came or weights were set by hand."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTransform

from engine.training.curve_marks import Marks
from gui.toolkit.drawing.mark_lines import MarkLine, paint_mark_lines
from gui.toolkit.export.drawing_painter import searchable_font
from gui.toolkit.plots.paper_items import SCALE
from gui.toolkit.plots.plot_style import font_of
from gui.toolkit.theme import LIGHT, Theme
from gui.words.curve_mark_texts import mark_label


class CurveMarksItem(pg.GraphicsObject):  # type: ignore[misc]
    """All marks of one curve, upright lines in pixels of the screen or units of the layout on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: Marks = ()
        self._theme: Theme = LIGHT
        self.setZValue(4)

    def show_marks(self, marks: Marks, theme: Theme) -> None:
        """Draw `marks`, those of the same kind that lie close together as one."""
        if (marks, theme) != (self._marks, self._theme):
            self._marks, self._theme = marks, theme
            self.update()

    def boundingRect(self) -> QRectF:
        view = self.getViewBox()
        return QRectF() if view is None else QRectF(view.viewRect())

    def viewTransformChanged(self) -> None:
        super().viewTransformChanged()
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, *_arguments: Any) -> None:
        if not self._marks:
            return
        scale: float = 1.0 if self._exportOpts is False else self._exportOpts[SCALE]
        room = self.boundingRect()
        to_layout = QTransform(painter.transform()) * QTransform.fromScale(1 / scale, 1 / scale)
        area = to_layout.mapRect(room)
        lines = [
            MarkLine(to_layout.map(QPointF(mark.epoch, room.top())).x(), mark_label(mark.kind)) for mark in self._marks
        ]
        painter.save()
        painter.resetTransform()
        painter.scale(scale, scale)
        paint_mark_lines(painter, area, lines, QColor(self._theme.muted), searchable_font(font_of(self._theme)))
        painter.restore()
