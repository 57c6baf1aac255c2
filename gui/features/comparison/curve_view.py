"""The error curve of one network, on axes that all networks share."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.training.history import LossCurve
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import four_figures, grouped

MOST_POINTS = 120
_FONT = 10.5


class CurveView(View, QWidget):
    """The summed error from 0 to `highest`, over the epochs from 0 to `last_epoch`."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._themes = themes
        self._curve: LossCurve | None = None
        self._samples, self._highest, self._last_epoch = 1, 1.0, 1
        self._has_numbers = False
        self.follow_themes(themes)

    def apply_theme(self, theme: Theme) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(160), self._themes.theme.px(74))

    def show_curve(self, curve: LossCurve | None, samples: int, highest: float, last_epoch: int) -> None:
        """Draw `curve`, whose values are means over `samples`."""
        self._curve, self._samples = curve, samples
        self._highest, self._last_epoch = highest if highest > 0 else 1.0, max(last_epoch, 1)
        self._has_numbers = curve is not None and highest > 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._themes.theme
        font = QFont(self.font())
        font.setPixelSize(theme.letters(_FONT))
        painter.setFont(font)
        room = QRectF(self.rect()).adjusted(theme.px(2), theme.px(4), -theme.px(2), -theme.px(15))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.drawLine(room.topLeft(), room.topRight())
        self._paint_numbers(painter, room)
        if self._curve is not None and len(self._curve.epochs):
            painter.setPen(QPen(QColor(theme.accent), 1.8 * theme.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(self._line(self._curve, room))

    def _line(self, curve: LossCurve, room: QRectF) -> QPolygonF:
        """Few points, as a wide smooth line costs by the point; the last one always."""
        step = max(1, len(curve.epochs) // MOST_POINTS)
        chosen = np.unique(np.append(np.arange(0, len(curve.epochs), step), len(curve.epochs) - 1))
        x = room.left() + curve.epochs[chosen] / self._last_epoch * room.width()
        share = np.clip(np.nan_to_num(curve.last[chosen] * self._samples / self._highest, nan=1.0), 0.0, 1.0)
        y = room.bottom() - share * room.height()
        return QPolygonF([QPointF(a, b) for a, b in zip(x, y, strict=True)])

    def _paint_numbers(self, painter: QPainter, room: QRectF) -> None:
        theme = self._themes.theme
        painter.setPen(QColor(theme.muted))
        below = QRectF(room.left(), room.bottom() + 1, room.width(), theme.px(14))
        sides = Qt.AlignmentFlag
        painter.drawText(below, sides.AlignLeft | sides.AlignTop, "0")
        if not self._has_numbers:
            return
        painter.drawText(below, sides.AlignRight | sides.AlignTop, grouped(self._last_epoch))
        painter.drawText(room.adjusted(0, 1, 0, 0), sides.AlignRight | sides.AlignTop, four_figures(self._highest))
