"""Shows a picture as it will be written, as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_CHECK = 8
_ON_LIGHT, _ON_DARK = ("#ffffff", "#e3e6ea"), ("#23282e", "#333a42")


class Preview(QWidget):
    """An image on a chequered ground, which shows where it is transparent."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumSize(280, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.image: QImage | None = None
        self._ground = _ON_LIGHT

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def show_image(self, image: QImage | None, dark: bool = False) -> None:
        """Show `image`, whose device pixel ratio says how large, for dark or light paper; None shows nothing."""
        self._ground = _ON_DARK if dark else _ON_LIGHT
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        image = self.image
        if image is None:
            return
        painter = QPainter(self)
        size = image.deviceIndependentSize()
        area = QRectF(
            QPointF(round((self.width() - size.width()) / 2), round((self.height() - size.height()) / 2)), size
        )
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, QColor(self._ground[0]))
        for row in range(int(size.height()) // _CHECK + 1):
            for column in range(row % 2, int(size.width()) // _CHECK + 1, 2):
                corner = area.topLeft() + QPointF(column * _CHECK, row * _CHECK)
                painter.fillRect(QRectF(corner.x(), corner.y(), _CHECK, _CHECK), QColor(self._ground[1]))
        painter.restore()
        painter.drawImage(area.topLeft(), image)
        painter.setPen(self.palette().color(self.palette().ColorRole.Mid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
