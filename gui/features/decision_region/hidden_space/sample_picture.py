"""A picture of samples over a map, with a grid of lines: what the input plane and the plane of units share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMargins, QPointF, QSizeF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.data.plane import Plane, can_share_scale
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.boundary.line_item import DrawnLine, LineItem
from gui.features.decision_region.boundary.line_places import place_of
from gui.features.decision_region.boundary.unit_lines import UnitLine, line_colour
from gui.features.decision_region.code_labels import CodeLabels, code_words
from gui.features.decision_region.hidden_space.brush import Brush
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.region_scene import RegionScene
from gui.toolkit.plots.paper_items import CurveItem
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.notation import Notation
from gui.words.plot_sentences import region_sentence

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]

MOST_POINTS = 1_000
"""They move with every frame."""
MOST_CURVES = 3
"""Units have at most so many axes."""


@dataclass(frozen=True, eq=False)
class NamedLine:
    """A unit's line, and what the unit is called."""

    line: UnitLine
    name: str


@dataclass(frozen=True, eq=False)
class NamedCurve:
    """Pieces of a curve with NaN between them, and what the unit is called whose curve it is."""

    x: Floats
    y: Floats
    name: str
    colour: str


@dataclass(frozen=True, eq=False)
class Drawing:
    """What one picture shows: samples `data` on `plane`, the grid (lines, points, 2), a map or None, and lines.

    words (n, …): the inputs to write at the samples, where they are few; None for none. curves: at most MOST_CURVES.
    """

    data: Dataset
    plane: Plane
    reading: Reading
    grid: Floats
    trace: PlaneTrace | None
    lines: tuple[NamedLine, ...]
    words: Floats | None = None
    curves: tuple[NamedCurve, ...] = ()


class SamplePicture(View, QWidget):
    """`pointed` and `marked` as of `Brush`. Axes have one scale where they can share one: lines show their angles."""

    pointed = Signal(object)
    marked = Signal(object)

    def __init__(self, name: str, themes: ThemeManager, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._notation = themes, notation
        self._frame: Frame | None = None
        self._shown: tuple[object, ...] = ()
        self._drawing: Drawing | None = None
        self._plane: Plane | None = None  # that the axes are of
        self._theme_of_samples: Theme | None = None
        self.canvas = RegionCanvas()
        self.canvas.setObjectName(name)
        self.setMinimumSize(150, 110)
        self.canvas.setMinimumSize(60, 60)  # on one scale it may be narrower than its room
        self.canvas.sentence = lambda: region_sentence(None if self._frame is None else self._frame.snapshot)
        view = self.canvas.getViewBox()
        self.scene = RegionScene(self.canvas, themes.theme)
        self.scene.samples.most_points = MOST_POINTS
        self._grid = CurveItem(antialias=True, skipFiniteCheck=True)
        self._grid.setZValue(-5)
        view.addItem(self._grid, ignoreBounds=True)
        self._curves = [CurveItem(connect="finite", antialias=True) for _ in range(MOST_CURVES)]
        for curve in self._curves:
            view.addItem(curve, ignoreBounds=True)
        self._lines = LineItem(view)
        self._labels = CodeLabels(view)
        self.brush = Brush(self.canvas, self.scene.samples, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.canvas)
        self.brush.pointed.connect(self.pointed)
        self.brush.marked.connect(self.marked)
        self.brush.home.connect(self.reset_view)
        view.sigRangeChanged.connect(self._draw_overlays)
        view.sigResized.connect(self._on_view_resized)
        self.follow_themes(themes)

    def draw(self, drawing: Drawing, frame: Frame, wrong: NDArray[np.bool_] | None) -> None:
        """Draw what belongs to `frame`; samples that are `wrong` get a ring."""
        theme, scene = self._themes.theme, self.scene
        self._follow_plane(drawing)
        self._place_samples(drawing)
        self._drawing, self._frame = drawing, frame
        if drawing.trace is None:
            scene.show_samples_alone()
        elif drawing.trace is not scene.drawn:
            scene.draw(drawing.trace, drawing.reading, hard=False)
        scene.colour_bar.setVisible(False)
        if wrong is not None:
            scene.samples.show_misses(wrong)
        self._draw_grid(drawing.grid)
        self._draw_curves(drawing.curves, theme)
        self._draw_overlays()

    @property
    def has_one_scale(self) -> bool:
        """Whether both axes can have one scale."""
        plane = self._plane
        return plane is not None and plane.y_axis is not None and can_share_scale(plane.x_range, plane.y_range)

    def point_at(self, index: int | None) -> None:
        """Mark the sample that the mouse is on in any picture."""
        self.scene.samples.show_pointed(index)

    def mark(self, indices: Indices) -> None:
        """Mark the chosen samples."""
        self.scene.samples.show_marked(indices)

    def reset_view(self) -> None:
        """Show everything."""
        if self._drawing is not None:
            plane = self._drawing.plane
            self.canvas.show_ranges(plane.x_range, plane.y_range)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_canvas()

    def apply_theme(self, theme: Theme) -> None:
        self.scene.apply_theme(theme)
        self._grid.setPen(make_pen(self.canvas.getViewBox(), theme.muted, 0.9 * theme.scale))
        self._grid.setOpacity(0.55)
        self._shown = ()

    def _follow_plane(self, drawing: Drawing) -> None:
        """Axes are laid out only where they say something else: that takes longer than all the rest."""
        data, plane = drawing.data, drawing.plane
        names = (data.raw_input_names, plane.x_axis, plane.y_axis, plane.oblique, self._notation.is_lecture)
        shown = (plane.x_range, plane.y_range, self._themes.theme, *names)
        if shown != self._shown:
            self._shown, self._plane = shown, plane
            self.scene.label_axes(data, plane, drawing.reading, self._notation)
            self.canvas.show_ranges(plane.x_range, plane.y_range)
            self._fit_canvas()

    def _fit_canvas(self) -> None:
        """Leave free what the shorter axis has no use for on one scale: nothing is known around the plane."""
        plane, aside, above = self._plane, 0, 0
        if plane is not None and self.has_one_scale:
            axes = QSizeF(self.canvas.size()) - self.canvas.picture_area().size()
            room = QSizeF(self.size()) - axes
            (x_low, x_high), (y_low, y_high) = plane.x_range, plane.y_range
            pixels = min(room.width() / (x_high - x_low), room.height() / (y_high - y_low))
            aside = max(0, round((room.width() - pixels * (x_high - x_low)) / 2))
            above = max(0, round((room.height() - pixels * (y_high - y_low)) / 2))
        margins = QMargins(aside, above, aside, above)
        if margins != self._layout.contentsMargins():
            self._layout.setContentsMargins(margins)

    def _on_view_resized(self) -> None:
        self._fit_canvas()
        self._draw_overlays()

    def _place_samples(self, drawing: Drawing) -> None:
        """Those of the inputs stand where they stood from frame to frame, those of a layer move and look the same."""
        before, theme = self._drawing, self._themes.theme
        looks_same = before is not None and (self._theme_of_samples, before.reading) == (theme, drawing.reading)
        self._theme_of_samples = theme
        if before is None or not (looks_same and _are_alike(before, drawing)):
            self.scene.samples.show_samples(drawing.data, drawing.plane, drawing.reading, theme)
        elif before.data is not drawing.data or before.plane != drawing.plane:
            self.scene.samples.move_samples(drawing.data, drawing.plane, drawing.reading)

    def _draw_grid(self, grid: Floats) -> None:
        lines, points = grid.shape[:2]
        connect = np.ones((lines, points), dtype=np.int32)
        connect[:, -1:] = 0
        x, y = grid.reshape(-1, 2).T
        self._grid.setData(np.ascontiguousarray(x), np.ascontiguousarray(y), connect=connect.ravel())

    def _draw_overlays(self) -> None:
        """What is drawn in pixels: lines with their names, and words."""
        drawing = self._drawing
        if drawing is None:
            return
        theme, origin = self._themes.theme, self.canvas.picture_area().topLeft()
        self._lines.show_lines(self._drawn_lines(drawing, theme), origin, theme)
        labels = tuple((self._middle_of(curve) - origin, curve.name) for curve in drawing.curves if len(curve.x))
        if drawing.words is not None:
            labels = code_words(drawing.data.all_raw_inputs, drawing.words, self.canvas.pixels_at, origin)
        self._labels.show_labels(labels, theme)

    def _draw_curves(self, curves: tuple[NamedCurve, ...], theme: Theme) -> None:
        for place, item in enumerate(self._curves):
            curve = curves[place] if place < len(curves) else None
            if curve is None:
                item.setVisible(False)
            else:
                pen = make_pen(self.canvas.getViewBox(), curve.colour, 2.4 * theme.scale)
                item.setData(curve.x, curve.y, pen=pen)

    def _middle_of(self, curve: NamedCurve) -> QPointF:
        """The pixel in the middle of its longest piece."""
        ends = [-1, *np.flatnonzero(np.isnan(curve.x)).tolist(), len(curve.x)]
        start, end = max(pairwise(ends), key=lambda piece: piece[1] - piece[0])
        middle = (start + 1 + end) // 2
        return self.canvas.pixel_at(float(curve.x[middle]), float(curve.y[middle]))

    def _drawn_lines(self, drawing: Drawing, theme: Theme) -> tuple[DrawnLine, ...]:
        plane, drawn = self._plane_on_screen(drawing.plane), []
        for named in drawing.lines:
            line, place = named.line, place_of(named.line, self.canvas, plane, theme.scale)
            if place is not None:
                colour = line_colour(line, len(drawing.lines), theme.text, theme.class_colour(line.unit))
                foot = 0.5 if len(drawing.lines) == 1 else (0.38, 0.62)[line.unit % 2]
                drawn.append(DrawnLine(place, named.name, colour, is_selected=False, foot=foot, with_handles=False))
        return tuple(drawn)

    def _plane_on_screen(self, plane: Plane) -> Plane:
        x_range, y_range = self.canvas.getViewBox().viewRange()
        return Plane(plane.x_axis, plane.y_axis, tuple(x_range), tuple(y_range), plane.fixed, plane.oblique)


def _are_alike(before: Drawing, after: Drawing) -> bool:
    """Whether the same samples stand on both, as good as elsewhere: both axes of a plane without any other."""
    old, new = before.data, after.data
    if old is new and before.plane == after.plane:
        return True
    axes = [(drawing.plane.x_axis, drawing.plane.y_axis, drawing.data.n_raw_inputs) for drawing in (before, after)]
    return (
        axes[0] == axes[1] == (0, 1, 2)
        and (old.task, old.n_samples) == (new.task, new.n_samples)
        and np.array_equal(old.all_raw_targets, new.all_raw_targets)
    )
