"""The hidden space and the input plane beside it are painted on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter

from engine.analysis.frame import Frame
from engine.analysis.hidden_space import HiddenSpace, with_answers
from engine.data.dataset import Dataset
from gui.features.decision_region.hidden_space.drawings import code_drawing, code_scene, input_drawing
from gui.features.decision_region.hidden_space.sample_picture import Drawing, SamplePicture
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.printed.region import FINE, RegionSetting, lay_out_plane, legend_of
from gui.features.decision_region.region_scene import wrong_samples
from gui.features.decision_region.space.space_painter import SpacePainter
from gui.toolkit.drawing.camera import Camera
from gui.toolkit.export.picture import Look
from gui.toolkit.plots.legend_strip import LegendStrip
from gui.toolkit.plots.plot_paper import paint_canvas
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.notation import Notation

_MARGIN, _GAP = 6, 12
_AROUND_SPACE = 20.0
_USUAL = QSize(760, 420)

Paint = Callable[[QRectF], None]


@dataclass(frozen=True, eq=False)
class PrintedHiddenSpace:
    """A picture of one moment: `space` is what a layer made then of `data`.

    with_lines: whether the input plane has the lines of the units. camera: from where three units are looked at.
    """

    frame: Frame
    space: HiddenSpace
    data: Dataset
    reading: Reading
    notation: Notation
    with_lines: bool
    camera: Camera
    size: QSize = _USUAL

    def picture_title(self) -> str:
        return QCoreApplication.translate("Pictures", "Hidden space")

    def picture_size(self) -> QSize:
        return self.size

    def refined(self) -> PrintedHiddenSpace:
        """The same, its maps as fine as paper can show; any thread may compute it."""
        frame, parameters, space = self.frame, self.frame.snapshot.parameters, self.space
        if frame.plane is not None:
            frame = replace(frame, plane=self._setting(frame).at(parameters).trace)
        return replace(self, frame=frame, space=with_answers(space, frame.network, parameters, FINE // 2))

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        theme, margin = look.theme, look.theme.px(_MARGIN)
        if look.has_paper:
            painter.fillRect(target, QColor(theme.panel))
        room = target.adjusted(margin, margin, -margin, -margin)
        if self.frame.plane is not None:
            strip = LegendStrip("", legend_of(self._setting(self.frame), theme, self.notation), theme, room.width())
            strip.paint(painter, room.topLeft())
            room.setTop(room.top() + strip.height)
        parts = self._parts(painter, theme)
        width = (room.width() - (len(parts) - 1) * theme.px(_GAP)) / len(parts)
        for place, paint in enumerate(parts):
            corner = QPointF(room.left() + place * (width + theme.px(_GAP)), room.top())
            paint(QRectF(corner, QPointF(corner.x() + width, room.bottom())))

    def _setting(self, frame: Frame) -> RegionSetting:
        assert frame.plane is not None
        plane = frame.plane.plane
        return RegionSetting(frame.network, self.data, plane, plane.y_range, self.reading)

    def _parts(self, painter: QPainter, theme: Theme) -> list[Paint]:
        """What paints the input plane, where there is one, and the hidden space."""
        given = (self.frame, self.space, self.data, self.reading)
        drawings = [input_drawing(*given, notation=self.notation, with_lines=self.with_lines)]
        if len(self.space.choice.units) == 2:
            drawings.append(code_drawing(*given, self.notation))
        parts: list[Paint] = [self._flat(drawing, painter, theme) for drawing in drawings if drawing is not None]
        if len(self.space.choice.units) == 3:
            parts.append(lambda room: self._paint_space(painter, room, theme))
        return parts

    def _flat(self, drawing: Drawing, painter: QPainter, theme: Theme) -> Paint:
        return lambda room: self._paint_flat(drawing, painter, room, theme)

    def _paint_flat(self, drawing: Drawing, painter: QPainter, room: QRectF, theme: Theme) -> None:
        picture = SamplePicture("printed_samples", ThemeManager(theme), self.notation)
        picture.scene.samples.most_points = None
        wrong = wrong_samples(self.data, self.frame)
        picture.draw(drawing, self.frame, wrong)
        area = lay_out_plane(picture.canvas, room, picture.has_one_scale)
        picture.draw(drawing, self.frame, wrong)  # once more: lines and words have their places in pixels
        paint_canvas(picture.canvas, painter, area)
        picture.canvas.close()

    def _paint_space(self, painter: QPainter, room: QRectF, theme: Theme) -> None:
        scene, _ = code_scene(self.frame, self.space, self.data, self.reading, notation=self.notation, theme=theme)
        around = _AROUND_SPACE * theme.scale
        painter.save()
        painter.setFont(QFont())
        area = room.adjusted(around, around / 2, -around, -around)
        SpacePainter(painter, area, self.camera, theme).draw(scene)
        painter.restore()
