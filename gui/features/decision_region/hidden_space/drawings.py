"""Frames become drawings of the input plane and of the plane or space of a layer's units."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.analysis.boundary import Line
from engine.analysis.frame import Frame
from engine.analysis.hidden_space import PIXELS, Boundary, HiddenSpace
from engine.data.dataset import Dataset
from engine.data.plane import Plane, pixel_centres
from engine.data.preprocessing import Preprocessing
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.boundary.unit_lines import (
    MOST_LINES,
    UnitLine,
    has_plane_lines,
    line_colour,
    unit_colour,
    unit_lines,
)
from gui.features.decision_region.hidden.coded_samples import coded_samples
from gui.features.decision_region.hidden_space.sample_picture import MOST_POINTS, Drawing, NamedCurve, NamedLine
from gui.features.decision_region.output_reading import Reading, reading_of, shown_labels
from gui.features.decision_region.sample_layer import drawn_samples
from gui.features.decision_region.slices.plane_choice import all_targets
from gui.features.decision_region.space.space_painter import SpacePlane, SpacePoint, SpaceScene
from gui.toolkit.drawing.camera import Box
from gui.toolkit.drawing.contour import contour_lines, finite
from gui.toolkit.theme import Theme
from gui.words.notation import Notation
from gui.words.plot_names import output_name

Indices = NDArray[np.intp]


def input_drawing(
    frame: Frame, space: HiddenSpace, data: Dataset, reading: Reading, *, notation: Notation, with_lines: bool
) -> Drawing | None:
    """The input plane with its grid, and where each of the units looked at is at its threshold."""
    trace = frame.plane
    if trace is None or trace.region.shape[2] != data.n_outputs or len(trace.plane.fixed) != data.n_raw_inputs:
        return None
    network, plane, choice = frame.network, trace.plane, space.choice
    if plane.y_axis is None or space.plane != plane:
        return Drawing(data, plane, reading, space.inputs[:0], trace, ())
    lines: tuple[NamedLine, ...] = ()
    curves: tuple[NamedCurve, ...] = ()
    if with_lines and choice.layer == 0 and has_plane_lines(network, data):
        every = unit_lines(network, frame.snapshot.parameters, data, plane, data.preprocessing)
        lines = tuple(NamedLine(every[unit], _name(frame, 0, unit, notation)) for unit in choice.units)
    elif with_lines:
        curves = _curves(frame, space, plane, notation)
    ends = space.inputs[:, [0, -1]]  # of straight lines
    return Drawing(data, plane, reading, ends, trace, lines, curves=curves)


def _curves(frame: Frame, space: HiddenSpace, plane: Plane, notation: Notation) -> tuple[NamedCurve, ...]:
    """Behind the first layer, or through derived features, what would be lines are bent."""
    x, y = (pixel_centres(limits, PIXELS) for limits in (plane.x_range, plane.y_range))
    layer = space.choice.layer
    return tuple(
        NamedCurve(*contour_lines(finite(net), x, y), _name(frame, layer, unit, notation), unit_colour(unit))
        for unit, net in zip(space.choice.units, space.nets, strict=False)
    )


def code_drawing(frame: Frame, space: HiddenSpace, data: Dataset, reading: Reading, notation: Notation) -> Drawing:
    """The plane of two units with the bent grid and the next layer's lines."""
    names = unit_names(frame, space, notation)
    coded = coded_samples(data, space.codes, names)
    plane = Plane(0, 1, space.ranges[0], space.ranges[1], (0.0, 0.0))
    trace = None if space.answers is None else PlaneTrace(plane, space.answers, ())
    seen = Preprocessing(names)
    lines = [
        NamedLine(_unit_line(frame, space, each, seen), _next_name(frame, space, each, notation))
        for each in boundaries_on_show(space)
    ]
    reading = reading_of(coded, reading.column)
    return Drawing(coded, plane, reading, space.grid, trace, tuple(lines), words=data.all_raw_inputs)


def code_scene(
    frame: Frame, space: HiddenSpace, data: Dataset, reading: Reading, *, notation: Notation, theme: Theme
) -> tuple[SpaceScene, Indices]:
    """The space of three units; and which samples its points are."""
    drawn = drawn_samples(data.n_samples, data.n_test_samples, MOST_POINTS)
    labels = None
    if data.task != "values" and len(drawn):
        labels = shown_labels(data, all_targets(data), reading.column)
    points = tuple(
        SpacePoint(space.codes[k], None if labels is None else int(labels[k]), bool(k >= data.n_samples), False)
        for k in drawn
    )
    seen = Preprocessing(unit_names(frame, space, notation))
    shown = boundaries_on_show(space)
    planes = []
    for each in shown:
        line = _unit_line(frame, space, each, seen)
        colour = line_colour(line, len(shown), theme.text, theme.class_colour(each.unit))
        planes.append(SpacePlane(each.weights, each.bias, _next_name(frame, space, each, notation), colour))
    (x0, x1), (y0, y1), (z0, z1) = space.ranges
    ticks = tuple((float(f"{low:.3g}"), float(f"{high:.3g}")) for low, high in space.ranges)
    box = Box((x0, y0, z0), (x1, y1, z1))
    return SpaceScene(box, seen.names, ticks, points, tuple(planes), space.grid), drawn


def boundaries_on_show(space: HiddenSpace) -> tuple[Boundary, ...]:
    """Those of the next layer, unless they are too many to be told apart."""
    return space.boundaries if len(space.boundaries) <= MOST_LINES else ()


def unit_names(frame: Frame, space: HiddenSpace, notation: Notation) -> tuple[str, ...]:
    """What the units on the axes are called."""
    return tuple(_name(frame, space.choice.layer, unit, notation) for unit in space.choice.units)


def _name(frame: Frame, layer: int, unit: int, notation: Notation) -> str:
    count = len(frame.network.layers)
    if layer == count - 1:
        return output_name(unit, frame.network.n_outputs, notation)
    return notation.neuron(layer, unit, count)


def _next_name(frame: Frame, space: HiddenSpace, boundary: Boundary, notation: Notation) -> str:
    return _name(frame, space.choice.layer + 1, boundary.unit, notation)


def _unit_line(frame: Frame, space: HiddenSpace, boundary: Boundary, seen: Preprocessing) -> UnitLine:
    """A boundary as those of the first layer are drawn."""
    following = space.choice.layer + 1
    w1, w2 = boundary.weights[:2].tolist()
    is_output = following == len(frame.network.layers) - 1
    activation = frame.network.layers[following].activation
    line = Line(w1, w2, boundary.bias)
    return UnitLine(boundary.unit, boundary.weights, boundary.bias, 0.0, line, is_output, activation, seen)
