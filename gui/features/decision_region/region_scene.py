"""The scene draws everything inside the axes of the region plot."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.colour_bar import ColourBar
from gui.features.decision_region.curve_layer import CurveLayer
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.region_layer import RegionLayer
from gui.features.decision_region.sample_layer import SampleLayer
from gui.toolkit.plots.plot_style import set_axis_label, style_plot
from gui.toolkit.theme import Theme
from gui.words.notation import Notation
from gui.words.plot_names import axis_name, axis_words, output_name

SLACK = 0.005  # share of the span by which outputs may pass the ends of the colour scale unmentioned


class RegionScene:
    """Draws map or curve, samples, labels of the axes and colour bar of one canvas."""

    def __init__(self, canvas: RegionCanvas, theme: Theme) -> None:
        self._canvas = canvas
        self._theme = theme
        view = canvas.getViewBox()
        self.region = RegionLayer(view, theme)
        self.curves = CurveLayer(view, theme)
        self.samples = SampleLayer(view, theme)
        self.colour_bar = ColourBar()
        canvas.getPlotItem().layout.addItem(self.colour_bar, 2, 3)
        self.drawn: PlaneTrace | None = None

    def apply_theme(self, theme: Theme) -> None:
        """Colours and sizes; samples and region follow when they are shown again."""
        self._theme = theme
        style_plot(self._canvas, theme)
        self.colour_bar.apply_theme(theme)
        self.region.apply_theme(theme)

    def clear(self) -> None:
        """Take away the map and the curve, which belong to other data or axes."""
        self.drawn = None
        self.region.clear()
        self.curves.clear()

    def show_samples_alone(self) -> None:
        """Draw no map and no curve, and no scale of their colours."""
        self.clear()
        self.colour_bar.setVisible(False)

    def label_axes(self, data: Dataset, plane: Plane, reading: Reading, notation: Notation) -> None:
        """Write the names of what the axes show."""
        self._output = output_name(reading.column, data.n_outputs, notation)
        up = self._output if plane.y_axis is None else axis_name(data, plane, plane.y_axis, notation)
        set_axis_label(self._canvas.getAxis("bottom"), axis_name(data, plane, plane.x_axis, notation), self._theme)
        set_axis_label(self._canvas.getAxis("left"), up, self._theme)
        for side, axis in (("bottom", plane.x_axis), ("left", plane.y_axis)):
            self._canvas.getAxis(side).show_words(axis_words(data, plane, axis))
        self.colour_bar.show_scale(self._output, reading, (False, False))
        self.colour_bar.setVisible(not reading.competing and plane.y_axis is not None)

    def name_output(self, name: str, plane: Plane) -> None:
        """Write the name of a unit of which the map stands in the region's place."""
        self._output = name
        if plane.y_axis is None:
            set_axis_label(self._canvas.getAxis("left"), name, self._theme)
        self.colour_bar.setVisible(plane.y_axis is not None)

    def draw(self, trace: PlaneTrace, reading: Reading, hard: bool) -> None:
        """Draw the map or the curve of `trace`."""
        self.drawn = trace
        if trace.plane.y_axis is None:
            self.curves.show(trace, reading, self._theme)
            return
        self.region.show(trace, reading, hard)
        if not reading.competing:
            self._show_scale(trace.region[:, :, reading.column], reading)

    def _show_scale(self, values: NDArray[np.float64], reading: Reading) -> None:
        reach = reading.span * (1 + SLACK)
        below, above = values.min() < reading.middle - reach, values.max() > reading.middle + reach
        self.colour_bar.show_scale(self._output, reading, (bool(below), bool(above)))


def wrong_samples(data: Dataset, frame: Frame) -> NDArray[np.bool_] | None:
    """Which samples, training then test, the network of `frame` decides wrongly; None if `frame` is of other data."""
    return wrong_of(data, frame.outputs, frame.test_outputs)


def wrong_of(
    data: Dataset, outputs: NDArray[np.float64], test_outputs: NDArray[np.float64]
) -> NDArray[np.bool_] | None:
    """Which samples, training then test, have outputs that decide wrongly; None if the outputs are of other data.

    Real-valued targets are never wrong.
    """
    if outputs.shape != data.targets.shape or test_outputs.shape != data.test_targets.shape:
        return None
    right = data.right(outputs)
    test_right = data.right(test_outputs, data.test_targets)
    if right is None or test_right is None:
        return np.zeros(data.n_samples + data.n_test_samples, dtype=bool)
    return np.concatenate([~right, ~test_right])
