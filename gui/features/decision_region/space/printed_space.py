"""The view in space is painted on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter

from gui.features.decision_region.space.space_painter import SpacePainter, SpaceScene
from gui.toolkit.drawing.camera import Camera
from gui.toolkit.export.picture import Look

_MARGIN = 20.0


@dataclass(frozen=True, eq=False)
class PrintedSpace:
    """A picture of a scene as a camera sees it; `ink`: the colour that stands for the theme's text in it."""

    scene: SpaceScene
    camera: Camera
    ink: str
    size: QSize

    def picture_title(self) -> str:
        return QCoreApplication.translate("Pictures", "Samples and planes in space")

    def picture_size(self) -> QSize:
        return self.size

    def refined(self) -> PrintedSpace:
        return self

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        theme = look.theme
        if look.has_paper:
            painter.fillRect(target, QColor(theme.panel))
        planes = tuple(
            replace(plane, colour=theme.text) if plane.colour == self.ink else plane for plane in self.scene.planes
        )
        margin = _MARGIN * theme.scale
        area = target.adjusted(margin, margin / 2, -margin, -margin)
        painter.save()
        painter.setFont(QFont())
        SpacePainter(painter, area, self.camera, theme).draw(replace(self.scene, planes=planes))
        painter.restore()
