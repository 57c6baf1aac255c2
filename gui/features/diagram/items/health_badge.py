"""A badge on the corner of a neuron that is off or saturated, with the measured share of the samples."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.analysis.unit_health import LayerHealth
from gui.features.diagram.style import DiagramStyle

_LETTERS = 10.5
_SIGN = 8.0  # pixels a side of the sign before the number, each times the column's scale
_ROUND = 4.0
_WIDEST = 1.4  # of the neuron's width


def badge_text(health: LayerHealth | None, unit: int) -> str:
    """The share in whole percent; "" for a unit without a badge."""
    if health is None or unit >= len(health.is_ill) or not health.is_ill[unit]:
        return ""
    return f"{100 * float(health.shares[unit]):.0f} %"


def paint_badge(painter: QPainter, neuron: QRectF, scale: float, style: DiagramStyle, badge: tuple[str, bool]) -> None:
    """On the upper right corner: the share, behind a crossed circle for a unit that is off, a flat end for a saturated.

    A small neuron has no room for the share, which its sentence tells.
    """
    text, is_off = badge
    font = QFont(style.text_font)
    font.setPixelSize(max(round(_LETTERS * scale), 8))
    metrics = QFontMetricsF(font)
    sign, gap = _SIGN * scale, 3 * scale
    width, height = metrics.horizontalAdvance(text) + sign + 3 * gap, metrics.height()
    if width > _WIDEST * neuron.width():
        text, width = "", sign + 2 * gap
    area = QRectF(neuron.right() - width + 6 * scale, neuron.top() - height / 2, width, height)
    painter.setBrush(style.panel)
    painter.setPen(QPen(style.warning, 1.2 * scale))
    painter.drawRoundedRect(area, _ROUND * scale, _ROUND * scale)
    _paint_sign(painter, QRectF(area.left() + gap, area.center().y() - sign / 2, sign, sign), is_off)
    painter.setFont(font)
    place = area.adjusted(sign + 2 * gap, 0, 0, 0)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


def _paint_sign(painter: QPainter, area: QRectF, is_off: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_off:
        painter.drawEllipse(area)
        painter.drawLine(QLineF(area.bottomLeft(), area.topRight()))
        return
    middle = area.center().x()
    points = [area.bottomLeft(), QPointF(middle, area.top()), area.topRight()]
    painter.drawPolyline(QPolygonF(points))
