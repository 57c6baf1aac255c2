"""This module defines the slider over all epochs of a run, with its error curve drawn small inside it."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from engine.training.history import EMPTY_CURVE, LossCurve
from gui.toolkit.theme import LIGHT, Theme

MOST_EPOCHS = 2**31 - 1
"""What a QSlider can count to."""
_NOTCHES = 100
"""Turns of the wheel that lead through a whole run."""
_MARGIN, _TOP = 6, 5

_Epochs = TypeVar("_Epochs", float, NDArray[np.float64])


class TimelineSlider(QSlider):
    """Its value is the epoch that is asked for, its maximum the present; its property `epoch` is the one on show.

    A click or drag goes where the mouse is, the wheel a hundredth of the run, with Ctrl one epoch, as the arrows do.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("timeline")
        self.setRange(0, 0)
        self.setProperty("epoch", 0)
        self.setMouseTracking(True)
        self._theme = LIGHT
        self._curve = EMPTY_CURVE
        self._line: tuple[object, QPolygonF] = (None, QPolygonF())
        self._marks: tuple[int, ...] = ()

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours and sizes."""
        self._theme = theme
        self.setFixedHeight(theme.px(26))
        self.update()

    def show_run(self, first: int, present: int, epoch: int, curve: LossCurve) -> None:
        """The run goes from `first` to `present`, and the moment after `epoch` is on show."""
        present = min(present, MOST_EPOCHS)
        was_blocked = self.blockSignals(True)
        self.setRange(min(first, present), present)
        self.setPageStep(max(1, present // 10))
        self.blockSignals(was_blocked)
        self.setProperty("epoch", epoch)
        self._curve = curve
        self.update()

    def place(self, epoch: int) -> None:
        """Stand at `epoch` without asking for it."""
        was_blocked = self.blockSignals(True)
        self.setValue(epoch)
        self.blockSignals(was_blocked)
        self.update()

    def show_marks(self, epochs: tuple[int, ...]) -> None:
        """Mark these epochs: bookmarks."""
        if epochs != self._marks:
            self._marks = epochs
            self.update()

    def x_of(self, epoch: _Epochs) -> _Epochs:
        """Where one epoch stands, or each of several."""
        width = max(1.0, self.width() - 2.0 * _MARGIN)
        return _MARGIN + width * (epoch - self.minimum()) / max(1, self.maximum() - self.minimum())

    def epoch_at(self, x: float) -> int:
        """The epoch at `x`."""
        width = max(1.0, self.width() - 2.0 * _MARGIN)
        share = min(1.0, max(0.0, (x - _MARGIN) / width))
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._theme.px(26))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setSliderDown(True)
            self.setValue(self.epoch_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.epoch_at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = (event.angleDelta().y() or event.angleDelta().x()) / 120
        by_one = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = 1 if by_one else max(1, (self.maximum() - self.minimum()) // _NOTCHES)
        if notches:
            self.setValue(self.value() + round(notches * step))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, area = self._theme, QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        frame = QColor(theme.accent if self.hasFocus() else theme.hairline)
        painter.setPen(QPen(frame, 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(area, theme.px(3), theme.px(3))
        painter.setPen(QPen(QColor(theme.muted), 1))  # a wider one takes 10 to 80 times as long
        painter.drawPolyline(self._polyline())
        self._paint_marks(painter)
        x = self.x_of(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRect(QRectF(x - 1, 2, 2, self.height() - 4))
        painter.drawRoundedRect(QRectF(x - theme.px(4), 3, theme.px(8), theme.px(8)), theme.px(4), theme.px(4))
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.negative))
        foot, half = self.height() - 2.0, self._theme.px(4)
        for epoch in self._marks:
            if self.minimum() <= epoch <= self.maximum():
                x = self.x_of(epoch)
                points = [QPointF(x - half, foot), QPointF(x + half, foot), QPointF(x, foot - 1.6 * half)]
                painter.drawPolygon(QPolygonF(points))

    def _polyline(self) -> QPolygonF:
        """The error, logarithmic, no more points than pixels; kept until it changes."""
        key = (self._curve, self.size(), self.minimum(), self.maximum())
        if self._line[0] != key:
            self._line = key, self._made_line()
        return self._line[1]

    def _made_line(self) -> QPolygonF:
        epochs, losses = self._curve.epochs, _logarithms(self._curve.last)
        seen = np.flatnonzero(np.isfinite(losses))
        if len(seen) < 2:
            return QPolygonF()
        low, high = losses[seen].min(), losses[seen].max()
        chosen = seen[:: max(1, len(seen) // max(1, self.width()))]
        share = (high - losses[chosen]) / (high - low) if high > low else np.full(len(chosen), 0.5)
        places = self.x_of(epochs[chosen].astype(np.float64))
        line: QPolygonF = arrayToQPolygonF(places, _TOP + (self.height() - 2 * _TOP) * share)
        return line


def _logarithms(losses: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(all="ignore"):
        logarithms: NDArray[np.float64] = np.log10(np.where(losses > 0, losses, np.nan))
    return logarithms
