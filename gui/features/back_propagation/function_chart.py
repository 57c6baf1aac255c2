"""This module draws an activation function with its derivative and the point of the net input."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.spec.activations import ACTIVATIONS
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.number_text import four_figures

REACH = 6.0
_SAMPLES = 121


class FunctionChart(View, QWidget):
    """f as a line, f′ dashed; dots on both at the net input, beyond the picture at its edge."""

    def __init__(self, activation: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"function_{activation}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.activation = activation
        self._theme = theme
        self._title = ""
        self._is_own = False
        self._net: float | None = None

    @property
    def values(self) -> tuple[float, float] | None:
        """f and f′ at the net input; None while there is none."""
        if self._net is None:
            return None
        entry, net = ACTIVATIONS[self.activation], np.array([self._net])
        return float(entry.function(net)[0]), float(entry.derivative(net)[0])

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_net(self, net: float | None, title: str, is_own: bool) -> None:
        """Show the point at `net`; `is_own`: the chosen neuron has this function."""
        self._net, self._title, self._is_own = net, title, is_own
        self.setAccessibleName(f"{title}: {self._reading()}")
        self.setToolTip(self._exact())
        self.update()

    def copy_maker(self) -> Callable[[Theme], FunctionChart]:
        """What makes others that show the same as this one now."""
        activation, net, title, is_own = self.activation, self._net, self._title, self._is_own

        def make(theme: Theme) -> FunctionChart:
            copy = FunctionChart(activation, theme)
            copy.show_net(net, title, is_own)
            return copy

        return make

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, px = self._theme, self._theme.px
        line = painter.fontMetrics().height()
        area = QRectF(self.rect()).adjusted(px(6), 2 * line + px(6), -px(6), -px(4))
        self._head(painter, line)
        low, high = self._range()
        if area.height() < 10:
            return
        self._axes(painter, area, low, high)
        nets = np.linspace(-REACH, REACH, _SAMPLES)
        entry = ACTIVATIONS[self.activation]
        width = theme.scale * (2.4 if self._is_own else 1.6)
        for values, colour, dashed in (
            (entry.derivative(nets), theme.negative, True),
            (entry.function(nets), theme.positive, False),
        ):
            pen = QPen(QColor(colour), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            points = [self._point(area, low, high, x, y) for x, y in zip(nets, values, strict=True)]
            painter.setClipRect(area.adjusted(-2, -2, 2, 2))
            painter.drawPolyline(QPolygonF(points))
            painter.setClipping(False)
        self._dots(painter, area, low, high)

    def _head(self, painter: QPainter, line: int) -> None:
        theme, px = self._theme, self._theme.px
        font = painter.font()
        font.setBold(self._is_own)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if self._is_own else theme.muted))
        room = QRectF(px(6), px(2), self.width() - px(12), line)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags | Qt.TextFlag.TextDontClip, self._title)  # Chinese letters ask for a higher line
        font.setBold(False)
        painter.setFont(font)
        values = self.values
        if values is None:
            return
        x = room.left()
        for text, colour in zip(_texts(values), (theme.positive, theme.negative), strict=True):
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x, room.bottom() + line * 0.8), text)
            x += painter.fontMetrics().horizontalAdvance(text + "  ")

    def _axes(self, painter: QPainter, area: QRectF, low: float, high: float) -> None:
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        zero = self._point(area, low, high, 0.0, 0.0)
        painter.drawLine(QLineF(area.left(), zero.y(), area.right(), zero.y()))
        painter.drawLine(QLineF(zero.x(), area.top(), zero.x(), area.bottom()))
        painter.setPen(QColor(self._theme.muted))
        for value in (-1, 1):
            if low < value < high:
                at = self._point(area, low, high, 0.0, value)
                painter.drawLine(QLineF(at.x() - 3, at.y(), at.x() + 3, at.y()))
                painter.drawText(at + QPointF(-self._theme.px(18), self._theme.px(4)), f"{value:>2}".replace("-", "−"))
        height = painter.fontMetrics().height()
        word = QRectF(area.left(), zero.y() - height, area.width() / 3, height)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(word, flags, "net")

    def _dots(self, painter: QPainter, area: QRectF, low: float, high: float) -> None:
        values = self.values
        if values is None or self._net is None or not math.isfinite(self._net):
            return
        theme = self._theme
        x = min(max(self._net, -REACH), REACH)
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
        top, bottom = self._point(area, low, high, x, high), self._point(area, low, high, x, low)
        painter.drawLine(top, bottom)
        painter.setPen(QPen(QColor(theme.panel), theme.scale))
        radius = 4.5 * theme.scale
        for value, colour in zip(values, (theme.positive, theme.negative), strict=True):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(self._point(area, low, high, x, min(max(value, low), high)), radius, radius)

    def _range(self) -> tuple[float, float]:
        entry = ACTIVATIONS[self.activation]
        if not entry.bounded:
            return -1.5, 3.0
        return (-0.1, 1.1) if entry.low >= 0 else (-1.15, 1.15)

    @staticmethod
    def _point(area: QRectF, low: float, high: float, x: float, y: float) -> QPointF:
        across, up = (x + REACH) / (2 * REACH), (y - low) / (high - low)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _reading(self) -> str:
        return ", ".join(_texts(self.values)) if self.values is not None else ""

    def _exact(self) -> str:
        title = f"{self._title}: f(net) = {ACTIVATIONS[self.activation].formula}"
        if self.values is None or self._net is None:
            return title
        f, slope = self.values
        return f"{title}\nnet = {self._net!r}\nf = {f!r}\nf′ = {slope!r}".replace("-", "−")


def _texts(values: tuple[float, float]) -> tuple[str, str]:
    return f"f = {four_figures(values[0])}", f"f′ = {four_figures(values[1])}"
