"""This module shows the steps of a lesson as a row of dots; a click leads to a step."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.toolkit.theme import Theme

_HEIGHT, _DOT, _WIDEST = 24, 8, 24


class ProgressDots(QWidget):
    """`chosen` carries the step that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_dots")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._count, self._place = 0, 0
        self._done: Collection[int] = ()

    def show_steps(self, count: int, index: int, done: Collection[int], theme: Theme) -> None:
        """Draw `count` dots, that of step `place` as the present one."""
        self._count, self._place, self._done, self._theme = count, index, done, theme
        text = self.tr("Step {place} of {count}").format(place=index + 1, count=count)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDEST) * max(self._count, 1), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_DOT) * max(self._count, 1), self._theme.px(_HEIGHT))

    def centre_of(self, index: int) -> QPointF:
        """Where the dot of step `place` is."""
        return QPointF(self._pitch() * (index + 0.5), self.height() / 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = int(event.position().x() // self._pitch())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= place < self._count:
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, quiet = QColor(self._theme.accent), QColor(self._theme.muted)
        for index in range(self._count):
            is_on = index == self._place
            radius = min(self._theme.px(_DOT), self._pitch() * 0.6) / 2 + (1.5 if is_on else 0)
            colour = accent if is_on or index in self._done else quiet
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(colour if is_on or index in self._done else Qt.BrushStyle.NoBrush)
            centre = self.centre_of(index)
            painter.drawEllipse(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))
        painter.end()

    def _pitch(self) -> float:
        return min(float(self._theme.px(_WIDEST)), self.width() / max(self._count, 1))
