"""The whole network is faded, except for the parts that stand out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.features.diagram.geometry.target import Target
from gui.features.diagram.style import DiagramStyle, faded

_STRENGTH = 0.72

PaintPart = Callable[[QPainter, Target], None]


class VeilItem(QGraphicsItem):
    """Fades what lies below and paints the chosen parts once more on top; hidden while there are none."""

    def __init__(self, style: DiagramStyle, paint_part: PaintPart) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._style, self._paint_part = style, paint_part
        self._area = QRectF()
        self._parts: tuple[Target, ...] = ()

    def show_parts(self, parts: Iterable[Target], area: QRectF, style: DiagramStyle) -> None:
        """Let `parts` stand out in `area`; none: nothing fades."""
        wanted = tuple(sorted(parts, key=_depth))
        if (wanted, area) == (self._parts, self._area) and style is self._style:
            return
        self.prepareGeometryChange()
        self._parts, self._area, self._style = wanted, area, style
        self.update()

    @property
    def parts(self) -> tuple[Target, ...]:
        """What stands out."""
        return self._parts

    def boundingRect(self) -> QRectF:
        return self._area if self._parts else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._parts:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._style.panel, _STRENGTH))
        painter.drawRect(self._area)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for part in self._parts:
            self._paint_part(painter, part)


def _depth(target: Target) -> tuple[bool, int, int, int]:
    """Connections lie below neurons."""
    return target.kind != "connection", target.layer, target.unit or 0, target.input or 0
