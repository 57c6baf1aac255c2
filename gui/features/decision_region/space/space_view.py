"""The view shows samples of three inputs and the planes of the first layer's units; mouse and keys turn it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.data.plane import on_one_scale
from engine.spec.plural import filled
from gui.document.document import Document
from gui.features.decision_region.boundary.boundary_lines import BoundaryLines
from gui.features.decision_region.editing.readout import sample_sentence
from gui.features.decision_region.output_reading import Reading, shown_labels
from gui.features.decision_region.region_scene import wrong_samples
from gui.features.decision_region.sample_layer import drawn_samples
from gui.features.decision_region.slices.plane_choice import all_inputs, all_targets, home_range, input_range
from gui.features.decision_region.space.space_painter import (
    SpacePainter,
    SpacePlane,
    SpacePoint,
    SpaceScene,
    nearest,
)
from gui.toolkit.drawing.box_painter import pixels_of
from gui.toolkit.drawing.camera import Box
from gui.toolkit.plots.turning_view import TurningView
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.notation import Notation
from gui.words.number_text import grouped
from gui.words.plot_names import input_names
from gui.words.plot_sentences import region_sentence

if TYPE_CHECKING:
    from gui.features.decision_region.space.printed_space import PrintedSpace

REACH = 12.0
MOST_POINTS = 800  # more take too long to draw while it turns


class SpaceView(TurningView):
    """For networks of three inputs."""

    def __init__(
        self,
        document: Document,
        themes: ThemeManager,
        notation: Notation,
        *,
        lines: BoundaryLines,
        reading: Callable[[], Reading],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("space_view", themes, parent)
        self._document, self._notation = document, notation
        self._lines, self._reading = lines, reading
        self._frame: Frame | None = None
        self._places: list[QPointF] = []
        self._drawn = np.empty(0, dtype=np.intp)
        lines.redrawn.connect(self.update)
        notation.changed.connect(self.update)
        document.changed.connect(lambda _before, _after: self.update())
        self.follow_themes(themes)

    def show_frame(self, frame: Frame) -> None:
        """Ring what `frame` decides wrongly."""
        self._frame = frame
        if self.isVisible():
            self.update()

    def position_of(self, x1: float, x2: float, x3: float) -> QPointF:
        """The pixel at which a point of the input space appears."""
        unit = self._box().to_unit([[x1, x2, x3]])
        return pixels_of(unit, self.camera, self.area())[0]

    # ------------------------------------------------------------------ drawing

    def paint_space(self, painter: QPainter, theme: Theme) -> None:
        if self._document.dataset.n_raw_inputs == 3:
            space = SpacePainter(painter, self.area(), self.camera, theme)
            scene = self._scene(theme)
            space.draw(scene)
            places = np.array([point.place for point in scene.points])
            self._places = space.pixels(scene.box.to_unit(places)) if scene.points else []
            self._tell_share(painter, theme)

    def picture(self) -> PrintedSpace | None:
        """The view as it is now, for paper; None where the inputs are not three."""
        if self._document.dataset.n_raw_inputs != 3:
            return None
        from gui.features.decision_region.space.printed_space import PrintedSpace

        theme = self.themes.theme
        return PrintedSpace(self._scene(theme), self.camera, theme.text, self.size())

    def _tell_share(self, painter: QPainter, theme: Theme) -> None:
        """Say so if not all samples are in the picture."""
        total = self._document.dataset.n_samples + self._document.dataset.n_test_samples
        if len(self._drawn) < total:
            text = filled(
                self.tr("{drawn} of {total} points drawn"), drawn=grouped(len(self._drawn)), total=grouped(total)
            )
            painter.setPen(QColor(theme.muted))
            painter.drawText(theme.px(8), self.height() - theme.px(8), text)

    def _scene(self, theme: Theme) -> SpaceScene:
        data, lines = self._document.dataset, self._lines
        planes = tuple(
            SpacePlane(line.weights, line.bias - line.level, lines.name_of(line.unit), lines.colour_of(line.unit))
            for line in lines.lines
        )
        ends = (input_range(data, column) for column in range(3))
        ticks = tuple((float(f"{low:.3g}"), float(f"{high:.3g}")) for low, high in ends)
        return SpaceScene(self._box(), input_names(data, self._notation), ticks, self._points(), planes)

    def _points(self) -> tuple[SpacePoint, ...]:
        data, frame = self._document.dataset, self._frame
        fits = frame is not None and frame.network == self._document.project.network
        wrong = wrong_samples(data, frame) if frame is not None and fits else None
        drawn = drawn_samples(data.n_samples, data.n_test_samples)
        self._drawn = drawn[:: -(-len(drawn) // MOST_POINTS) or 1]
        inputs = all_inputs(data)
        labels = None
        if data.task != "values" and len(inputs):
            labels = shown_labels(data, all_targets(data), self._reading().column)
        return tuple(
            SpacePoint(
                inputs[k],
                None if labels is None else int(labels[k]),
                bool(k >= data.n_samples),
                wrong is not None and bool(wrong[k]),
            )
            for k in self._drawn
        )

    def _box(self) -> Box:
        ranges = on_one_scale(*(home_range(self._document.dataset, column) for column in range(3)))
        (x0, x1), (y0, y1), (z0, z1) = ranges
        return Box((x0, y0, z0), (x1, y1, z1))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples and planes in space"))
        super().retranslate()

    def spoken_sentence(self) -> str:
        """What it shows now, for screen readers."""
        return region_sentence(None if self._frame is None else self._frame.snapshot)

    def sentence_at(self, position: QPointF) -> str:
        place = nearest(self._places, position, REACH * self.themes.theme.scale)
        if place is None or place >= len(self._drawn):
            return self.accessibleDescription()
        index = int(self._drawn[place])
        frame = self._frame
        return sample_sentence(self._document.dataset, frame, index, self._reading(), self._notation)
