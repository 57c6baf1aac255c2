"""This module makes pictures of views by off-screen copies, which are never shown and hold one moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.toolkit.export.picture import Look
from gui.toolkit.theme import Theme


class PaintsItself(Protocol):
    """A widget whose paintEvent is `paint_on` and marks that are only for the screen, such as the focus."""

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything, in the widget's own pixels."""
        ...

    def resize(self, size: QSize, /) -> None: ...

    def font(self) -> QFont: ...


@dataclass(frozen=True, eq=False)
class OffscreenPicture:
    """Copies side by side. make: widgets without a parent that show the moment in a theme's colours.

    With `grows` they are laid out for the size of the paper, else painted as large as `size` and enlarged evenly.
    It holds plain values and no widget: pictures pass through other threads, which must not be the last to know one.
    """

    title: str
    size: QSize
    make: Callable[[Theme], Sequence[PaintsItself]]
    grows: bool = True

    def picture_title(self) -> str:
        return self.title

    def picture_size(self) -> QSize:
        return self.size

    def refined(self) -> OffscreenPicture:
        return self

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        if look.has_paper:
            painter.fillRect(target, QColor(look.theme.panel))
        margin = look.theme.px(4)
        area = target.adjusted(margin, margin, -margin, -margin)
        copies = self.make(look.theme)
        painter.save()
        if not self.grows:
            scale = min(area.width() / self.size.width(), area.height() / self.size.height())
            rest = area.size() - self.size.toSizeF() * scale
            painter.translate(area.topLeft() + QPointF(rest.width() / 2, rest.height() / 2))
            painter.scale(scale, scale)
            area = QRectF(0, 0, self.size.width(), self.size.height())
        for index, copy in enumerate(copies):
            left = area.left() + index * area.width() / len(copies)
            paint_copy(painter, copy, QRectF(left, area.top(), area.width() / len(copies), area.height()), look.theme)
        painter.restore()


def paint_copy(painter: QPainter, copy: PaintsItself, area: QRectF, theme: Theme) -> None:
    """Paint a widget that is never shown into `area`, at once as large as that."""
    size = QSize(max(int(area.width()), 1), max(int(area.height()), 1))
    copy.resize(size)
    if isinstance(copy, QWidget):
        QApplication.sendEvent(copy, QResizeEvent(size, size))  # Qt would tell it when it is shown
    painter.save()
    painter.translate(area.topLeft())
    font = copy.font()
    font.setPixelSize(round(QFontInfo(QFont()).pixelSize()))  # points would be those of the paper's resolution
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.setClipRect(QRectF(0, 0, size.width(), size.height()))
    copy.paint_on(painter)
    painter.restore()
