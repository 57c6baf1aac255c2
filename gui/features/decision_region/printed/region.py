"""The decision region of any network at any moment is painted on paper as on screen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.data.plane import Plane, can_share_scale
from engine.network.plane_trace import PlaneTrace, trace_plane
from engine.spec.specs import NetworkSpec
from gui.features.decision_region.boundary.line_item import DrawnLine, LineItem
from gui.features.decision_region.boundary.line_places import place_of
from gui.features.decision_region.boundary.unit_lines import (
    has_plane_lines,
    line_colour,
    line_name,
    shows_lines_unasked,
    unit_lines,
)
from gui.features.decision_region.code_labels import MOST_SAMPLES, CodeLabels, grouped_words
from gui.features.decision_region.output_reading import Reading, n_shown_classes, reading_of
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.region_colours import borders
from gui.features.decision_region.region_scene import RegionScene, wrong_of, wrong_samples
from gui.features.decision_region.slices.plane_choice import default_fixed, home_view
from gui.toolkit.export.picture import Look
from gui.toolkit.plots.legend_strip import Entry, LegendStrip
from gui.toolkit.plots.markers import class_shape, edge_colour
from gui.toolkit.plots.plot_paper import lay_out, paint_canvas
from gui.toolkit.plots.plot_ranges import show_ranges
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.theme import Theme
from gui.words.class_marks import class_names
from gui.words.notation import Notation

FINE, WORK = 512, 60_000_000
"""Pixels a side of a map on paper; and how many products all of them together may cost."""
_COARSEST = 96
_NATURAL = QSize(480, 420)


@dataclass(frozen=True, eq=False)
class RegionSetting:
    """What a region is drawn of, the same at every moment of a run.

    plane: the axes and the rectangle; heights: with one input, the range of the outputs' axis. lines: whether the
    boundary lines of the first layer's units are drawn. equal: whether a unit is as long on both axes. Everything in it
    is frozen, so that any thread may use it.
    """

    network: NetworkSpec
    data: Dataset
    plane: Plane
    heights: tuple[float, float]
    reading: Reading
    hard: bool = False
    lines: bool = False
    equal: bool = False

    def at(self, parameters: NDArray[np.float64], pixels: int = 0, maps: int = 0) -> RegionMoment:
        """The region of the network with flat `parameters`; any thread may compute it.

        pixels: of each side, 0 for as fine as paper can show and this network allows. maps: those of the neurons'
        maps, which only the diagram needs; 0 for none.
        """
        from engine.network.network import Network  # loads the kernels

        network = Network(self.network, parameters=np.array(parameters))
        trace = trace_plane(network, self.plane, pixels or self._fine(), maps, self.data.preprocessing)
        outputs, test_outputs = (
            network.predict(inputs) if len(inputs) else np.empty((0, self.network.n_outputs))
            for inputs in (self.data.inputs, self.data.test_inputs)
        )
        return RegionMoment(self, parameters, trace, wrong_of(self.data, outputs, test_outputs))

    def _fine(self) -> int:
        if self.plane.y_axis is None:
            return 2 * FINE
        return int(np.clip(np.sqrt(WORK / self.network.n_parameters), _COARSEST, FINE))


def home_setting(network: NetworkSpec, data: Dataset, lines: bool | None = None) -> RegionSetting:
    """The region around the data, as the plot shows it at first; `lines` None: where they are the subject."""
    fixed = default_fixed(data)
    x_range, y_range = home_view(data, (0, 1))
    plane = (
        Plane(0, None, x_range, (0.0, 1.0), fixed) if data.n_raw_inputs == 1 else Plane(0, 1, x_range, y_range, fixed)
    )
    with_lines = has_plane_lines(network, data) and (shows_lines_unasked(network) if lines is None else lines)
    equal = plane.y_axis is not None and can_share_scale(x_range, y_range)
    return RegionSetting(network, data, plane, y_range, reading_of(data), lines=with_lines, equal=equal)


@dataclass(frozen=True, eq=False)
class RegionMoment:
    """The region at flat `parameters`; trace None: the samples alone.

    wrong (n_samples + n_test_samples,): the samples to ring, None for none.
    """

    setting: RegionSetting
    parameters: NDArray[np.float64]
    trace: PlaneTrace | None
    wrong: NDArray[np.bool_] | None


@dataclass(frozen=True, eq=False)
class PrintedRegion:
    """A picture of a moment; `caption` stands above it in bold, "" for none."""

    moment: RegionMoment
    notation: Notation
    caption: str = ""
    size: QSize = _NATURAL

    @property
    def words(self) -> NDArray[np.float64] | None:
        """Rows of numbers to write below the samples; None for none."""
        return None

    def picture_title(self) -> str:
        is_curve = self.moment.setting.plane.y_axis is None
        translate = QCoreApplication.translate
        return translate("Pictures", "Function curve") if is_curve else translate("Pictures", "Decision region")

    def picture_size(self) -> QSize:
        return self.size

    def refined(self) -> PrintedRegion:
        """The same as fine as paper can show; any thread may compute it."""
        moment = self.moment.setting.at(self.moment.parameters)
        return PrintedRegion(moment, self.notation, self.caption, self.size)

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        paper = RegionPaper()
        paper.paint(painter, target, look, self)
        paper.close()


def printed_frame(frame: Frame, setting: RegionSetting, notation: Notation, size: QSize) -> PrintedRegion:
    """A picture of what a frame of the running program shows; coarsely traced anew where it shows another plane."""
    trace, plane = frame.plane, setting.plane
    wrong = wrong_samples(setting.data, frame)
    if trace is None or not trace.plane.lies_along(plane):
        moment = setting.at(frame.snapshot.parameters, _COARSEST)
    else:
        moment = RegionMoment(setting, frame.snapshot.parameters, trace, wrong)
    return PrintedRegion(moment, notation, size=size)


class RegionPaper:
    """Paints moments of one setting after another on an off-screen canvas."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._setting: RegionSetting | None = None

    def paint(self, painter: QPainter, target: QRectF, look: Look, printed: PrintedRegion) -> None:
        """Paint `printed` into `target`, its legend and caption above it."""
        moment, notation = printed.moment, printed.notation
        theme, setting = look.theme, moment.setting
        if look.has_paper:
            painter.fillRect(target, QColor(theme.panel))
        margin = theme.px(6)
        entries = legend_of(setting, theme, notation, moment.wrong is not None)
        strip = LegendStrip(printed.caption, entries, theme, target.width() - 2 * margin)
        strip.paint(painter, target.topLeft() + QPointF(margin, margin))
        self._prepare(setting, theme, notation)
        area = lay_out_plane(self._canvas, target.adjusted(0, strip.height + margin, 0, 0), setting.equal)
        self._show(moment, theme, notation)
        self._write(printed.words, theme)
        paint_canvas(self._canvas, painter, area)

    def close(self) -> None:
        """Let the canvas go."""
        if self._theme is not None:
            self._canvas.close()
            del self._canvas, self._scene, self._lines, self._labels
            self._theme = None

    def _prepare(self, setting: RegionSetting, theme: Theme, notation: Notation) -> None:
        """The axes and samples, which stay as they are from moment to moment."""
        if theme is self._theme and setting is self._setting:
            return
        self.close()
        self._theme, self._setting = theme, setting
        self._canvas = RegionCanvas()
        self._scene = RegionScene(self._canvas, theme)
        self._lines = LineItem(self._canvas.getViewBox())
        self._labels = CodeLabels(self._canvas.getViewBox())
        self._scene.apply_theme(theme)
        plane = setting.plane
        y_range = setting.heights if plane.y_axis is None else plane.y_range
        show_ranges(self._canvas.getViewBox(), plane.x_range, y_range)
        self._scene.label_axes(setting.data, plane, setting.reading, notation)
        self._scene.samples.show_samples(setting.data, plane, setting.reading, theme)

    def _show(self, moment: RegionMoment, theme: Theme, notation: Notation) -> None:
        setting = moment.setting
        if moment.trace is None:
            self._scene.show_samples_alone()
        else:
            self._scene.draw(moment.trace, setting.reading, setting.hard)
        if moment.trace is not None and moment.trace.plane.y_axis is not None:  # the line in one piece, and never thin
            line, pen = self._scene.region.line, make_pen(self._canvas.getViewBox(), theme.text, 1.6 * theme.scale)
            line.setData(*borders(moment.trace, setting.reading), pen=pen, connect="finite")
        if moment.wrong is not None:
            self._scene.samples.show_misses(moment.wrong)
        if setting.lines and moment.trace is not None:
            lines = self._drawn_lines(moment, theme, notation)
            self._lines.show_lines(lines, self._canvas.picture_area().topLeft(), theme)

    def _write(self, words: NDArray[np.float64] | None, theme: Theme) -> None:
        """Write the rows below their samples, those of neighbours in one label."""
        if words is None or not 0 < len(words) <= MOST_SAMPLES:
            self._labels.show_labels((), theme)
            return
        origin, places = self._canvas.picture_area().topLeft(), self._scene.samples.positions
        pixels = np.array([[*(self._canvas.pixel_at(*place) - origin).toTuple()] for place in places])
        groups = grouped_words(pixels, words)
        self._labels.show_labels(tuple((QPointF(*place), ", ".join(text)) for place, text in groups), theme)

    def _drawn_lines(self, moment: RegionMoment, theme: Theme, notation: Notation) -> tuple[DrawnLine, ...]:
        """The boundary lines that cross the picture, without the handles that a mouse needs."""
        setting = moment.setting
        lines = unit_lines(setting.network, moment.parameters, setting.data, setting.plane, setting.data.preprocessing)
        drawn = []
        for line in lines:
            place = place_of(line, self._canvas, setting.plane, theme.scale)
            if place is not None:
                colour = line_colour(line, len(lines), theme.text, theme.class_colour(line.unit))
                foot = 0.5 if len(lines) == 1 else (0.38, 0.62)[line.unit % 2]
                name = line_name(line, setting.network, notation)
                drawn.append(DrawnLine(place, name, colour, False, foot, with_handles=False))
        return tuple(drawn)


def lay_out_plane(canvas: RegionCanvas, room: QRectF, equal: bool) -> QRectF:
    """Fit `canvas` into `room`, on `equal` scales smaller along one axis: nothing more is shown. Where it is then."""
    area = lay_out(canvas, room)
    if not equal:
        return area
    across, up = canvas.pixels_in_a_unit()
    picture, least = canvas.picture_area(), min(across, up)
    left_over = (picture.width() * (1 - least / across), picture.height() * (1 - least / up))
    aside, above = (length / 2 for length in left_over)
    return lay_out(canvas, area.adjusted(aside, above, -aside, -above))


def legend_of(setting: RegionSetting, theme: Theme, notation: Notation, has_misses: bool = True) -> list[Entry]:
    """The classes' marks, and those of test samples and of misses where there can be any."""
    data, translate = setting.data, QCoreApplication.translate
    has_classes = n_shown_classes(data) > 0
    before = "" if setting.reading.competing else f"{notation.target()} = "
    entries = [
        Entry(before + name, edge_colour(fill := theme.class_colour(label)), class_shape(label), fill, 1.0)
        for label, name in enumerate(class_names(data) if has_classes else ())
    ]
    if data.n_test_samples:
        entries.append(Entry(translate("Pictures", "test samples"), theme.muted, "o", "#ffffff", 1.6))
    if has_classes and has_misses:
        entries.append(Entry(translate("Pictures", "wrong"), theme.wrong, "o", None, 1.6))
    return entries
