"""A small map in a corner shows the whole network and frames what the canvas shows, where that is not all."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.pan_zoom_view import PanZoomView
from gui.toolkit.plots.plot_focus import PaintsFocus
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_WIDEST, _HIGHEST, _LEAST_SIDE = 184, 96, 32
_STRIP, _NEARLY_ALL = 36, 0.97
_MARGIN, _PAD = 4, 4
_STEP = 0.25
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Minimap(PaintsFocus, View, QWidget):
    """A click or drag brings that place to the middle of the canvas; with the focus the arrow keys move on."""

    def __init__(self, view: PanZoomView) -> None:
        super().__init__(view)
        self.setObjectName("diagram_minimap")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view = view
        self._layout: Layout | None = None
        self._theme: Theme | None = None
        self.hide()
        self.retranslate()
        view.view_changed.connect(self.refresh)

    def show_layout(self, layout: Layout, theme: Theme) -> None:
        """Show another network or other colours."""
        self._layout, self._theme = layout, theme
        self.refresh()

    def refresh(self) -> None:
        """Come, go and stand as the view needs it."""
        if self._layout is None or self._theme is None:
            return
        bounds, shown = self._layout.bounds, self._view.shown_rect()
        hidden = bounds.width() * bounds.height() > 1.05 * shown.intersected(bounds).width() * (
            shown.intersected(bounds).height()
        )
        size, room = self._size(bounds, shown, self._theme.scale), self._view.viewport().size()
        self.setVisible(hidden and 2 * size.width() < room.width() and 2 * size.height() < room.height())
        if self.isVisibleTo(self._view):
            margin = _MARGIN * self._theme.scale
            self.setGeometry(
                round(room.width() - size.width() - margin),
                round(room.height() - size.height() - margin),
                size.width(),
                size.height(),
            )
            self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Diagram", "Overview of the network"))
        self.setToolTip(QCoreApplication.translate("Diagram", "Overview: click or drag to move the view"))

    def position_of(self, point: QPointF) -> QPoint:
        """Where a point of the scene lies on the overview."""
        return self._mapping().map(point).toPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        shown = self._view.shown_rect()
        move = QPointF(step[0] * shown.width() * _STEP, step[1] * shown.height() * _STEP)
        self._view.show_around(shown.center() + move)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None or self._theme is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QColor(theme.panel)
        paper.setAlphaF(0.92)
        painter.setBrush(paper)
        rim = theme.accent if self.hasFocus() else theme.hairline
        painter.setPen(QPen(QColor(rim), theme.scale * (2 if self.hasFocus() else 1)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4 * theme.scale, 4 * theme.scale)
        painter.setTransform(self._mapping(), combine=True)
        self._paint_columns(painter, self._layout)
        frame = self._view.shown_rect().intersected(self._layout.bounds)
        accent = QColor(theme.accent)
        pen = QPen(accent, 1.5 * theme.scale)
        pen.setCosmetic(True)
        painter.setPen(pen)
        accent.setAlphaF(0.15)
        painter.setBrush(accent)
        painter.drawRect(frame)
        painter.end()

    def _paint_columns(self, painter: QPainter, layout: Layout) -> None:
        """A bar a layer, as high as its neurons, and lines where layers are connected."""
        assert self._theme is not None
        bars = []
        for column in layout.columns:
            half, width = column.size / 2, max(column.size, 2 / self._mapping().m11())
            top = column.centres[0] - half
            bars.append(QRectF(column.x - width / 2, top, width, column.centres[-1] + half - top))
        line = QPen(QColor(self._theme.muted), 1)
        line.setCosmetic(True)
        painter.setPen(line)
        for left, right in pairwise(bars):
            painter.drawLine(QPointF(left.right(), left.center().y()), QPointF(right.left(), right.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.muted))
        painter.drawRects(bars)

    def _go_to(self, point: QPointF) -> None:
        there = self._mapping().inverted()[0].map(point)
        self._view.show_around(there)

    def _mapping(self) -> QTransform:
        """From the scene to here; a deep network is squeezed into a strip."""
        bounds = self._layout.bounds if self._layout is not None else QRectF(0, 0, 1, 1)
        mapping = QTransform.fromTranslate(_PAD, _PAD)
        mapping.scale((self.width() - 2 * _PAD) / bounds.width(), (self.height() - 2 * _PAD) / bounds.height())
        return mapping

    def _size(self, bounds: QRectF, shown: QRectF, scale: float) -> QSize:
        if shown.height() >= bounds.height() * _NEARLY_ALL:
            return QSize(round(_WIDEST * scale), round(_STRIP * scale))
        factor = scale * min(_WIDEST / bounds.width(), _HIGHEST / bounds.height())
        least = _LEAST_SIDE * scale
        return QSize(round(max(bounds.width() * factor, least)), round(max(bounds.height() * factor, least)))
