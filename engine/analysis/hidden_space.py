"""This module computes what a layer makes of the samples and of the input plane, seen along two or three of its units.

The next layer's boundaries are those in that plane or space. Where the layer has more units than are shown, the
others are held at their mean over the training samples.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.analysis.hidden_plane import answers, layer_codes
from engine.data.dataset import Dataset
from engine.data.plane import Plane, on_one_scale
from engine.network.layer_parameters import layer_parts
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]
Range = tuple[float, float]

LINES = 13
"""Of the input grid, along each axis of the plane."""
POINTS = 97
"""Of each line: it may be bent."""
CURVE_POINTS = 240
"""Of the single line of one input."""
PIXELS = 64
"""Of the next layer's answers along each axis."""
_MARGIN = 0.12  # of a bounded unit's range, around it


@dataclass(frozen=True)
class HiddenChoice:
    """Which units are looked at: two or three of one layer, in the order of the axes."""

    layer: int
    units: tuple[int, ...]

    def fits(self, network: NetworkSpec) -> bool:
        """Whether the network has them, none twice."""
        if not 0 <= self.layer < len(network.layers) or len(set(self.units)) != len(self.units):
            return False
        return all(0 <= unit < network.layers[self.layer].units for unit in self.units)


@dataclass(frozen=True, eq=False)
class Boundary:
    """Where a unit of the next layer is at its threshold: weights · (y of the units shown) + bias = 0."""

    unit: int
    weights: Floats
    bias: float


@dataclass(frozen=True, eq=False)
class HiddenSpace:
    """What a layer makes of samples and inputs, along the k units of `choice`.

    codes (n, k): training samples, then test samples. plane: that of the inputs whose grid it is; None for none.
    inputs (lines, points, 2): the grid where it is straight, on that plane; grid (lines, points, k): where the layer
    puts it. ranges: of each axis, on one scale where they can be. held (units of the layer,): where units that are not
    shown are held.
    answers (PIXELS, PIXELS, n_outputs) or finer ones: of the output layer over `ranges`, lowest second unit first; None
    where another layer follows, or three units are shown. nets (k, PIXELS, PIXELS): by how much each unit is above its
    threshold on the input plane, lowest y first; empty where it has none, and for a single input.
    """

    choice: HiddenChoice
    codes: Floats
    plane: Plane | None
    inputs: Floats
    grid: Floats
    ranges: tuple[Range, ...]
    held: Floats
    boundaries: tuple[Boundary, ...]
    answers: Floats | None
    nets: Floats

    @property
    def is_slice(self) -> bool:
        """Whether the layer has further units, which are held."""
        return len(self.held) > len(self.choice.units)


def hidden_space(
    network: NetworkSpec, parameters: Floats, data: Dataset, choice: HiddenChoice, plane: Plane | None
) -> HiddenSpace | None:
    """What the layer makes of `data` and of the grid of `plane`; None for other units or numbers beyond all bounds."""
    if not choice.fits(network) or data.n_inputs != network.n_inputs or data.n_outputs != network.n_outputs:
        return None
    layer, units = choice.layer, list(choice.units)
    trained = layer_codes(network, parameters, data.inputs, layer)
    tested = layer_codes(network, parameters, data.test_inputs, layer)
    inputs = _grid(plane)
    grid = np.empty((*inputs.shape[:2], len(units)))
    if plane is not None:
        points = data.preprocessing.apply(plane.inputs_at(inputs.reshape(-1, 2)))
        grid = layer_codes(network, parameters, points, layer)[:, units].reshape(grid.shape)
    codes = np.vstack([trained, tested])[:, units]
    held = trained.mean(axis=0) if len(trained) else np.zeros(network.layers[layer].units)
    if not (np.isfinite(codes).all() and np.isfinite(held).all() and np.isfinite(parameters).all()):
        return None
    ranges = on_one_scale(*(_range(network.layers[layer].activation, values) for values in codes.T))
    boundaries = _boundaries(network, parameters, data, choice, held)
    nets = _nets(network, parameters, data, choice, plane)
    space = HiddenSpace(choice, codes, plane, inputs, grid, ranges, held, boundaries, None, nets)
    return with_answers(space, network, parameters)


def with_answers(space: HiddenSpace, network: NetworkSpec, parameters: Floats, pixels: int = PIXELS) -> HiddenSpace:
    """The same with the output layer's `answers` (pixels, pixels, n_outputs), where there can be any."""
    choice = space.choice
    if choice.layer != len(network.layers) - 2 or len(choice.units) != 2:
        return space
    (x_unit, y_unit), (x_range, y_range) = choice.units, space.ranges
    places = Plane(x_unit, y_unit, x_range, y_range, tuple(space.held.tolist())).inputs(pixels, pixels)
    return replace(space, answers=answers(network, parameters, places).reshape(pixels, pixels, -1))


def _grid(plane: Plane | None) -> Floats:
    """The lines (lines, points, 2) of a grid on `plane`; with one input its only axis, and none without a plane."""
    if plane is None:
        return np.empty((0, POINTS, 2))
    if plane.y_axis is None:
        line = np.linspace(*plane.x_range, CURVE_POINTS)
        return np.stack([line, np.zeros(CURVE_POINTS)], axis=1)[np.newaxis]
    x, y = (np.linspace(*limits, LINES) for limits in (plane.x_range, plane.y_range))
    along_x, along_y = (np.linspace(*limits, POINTS) for limits in (plane.x_range, plane.y_range))
    level = [np.stack([along_x, np.full(POINTS, height)], axis=1) for height in y]
    upright = [np.stack([np.full(POINTS, place), along_y], axis=1) for place in x]
    return np.array([*level, *upright])


def _boundaries(
    network: NetworkSpec, parameters: Floats, data: Dataset, choice: HiddenChoice, held: Floats
) -> tuple[Boundary, ...]:
    """Of the next layer; none where its units have none: radial ones, ones that compete, and outputs for values."""
    following = choice.layer + 1
    level = None if following == len(network.layers) else _level(network, data, following)
    if level is None:
        return ()
    weights, biases = layer_parts(network, parameters)[following]
    units = list(choice.units)
    others = np.setdiff1d(np.arange(len(held)), units)
    beside = held[others] @ weights[others] + biases - level
    return tuple(Boundary(unit, weights[units, unit], float(beside[unit])) for unit in range(weights.shape[1]))


def _level(network: NetworkSpec, data: Dataset, layer: int) -> float | None:
    """The net input at which the units of a layer are at their threshold; None for units that have none."""
    kind = ACTIVATIONS[network.layers[layer].activation]
    if network.layers[layer].kind != "dense" or kind.compares_units:
        return None
    if layer < len(network.layers) - 1:
        return 0.0
    return None if data.task == "values" else kind.net_at(data.middle)


def _nets(network: NetworkSpec, parameters: Floats, data: Dataset, choice: HiddenChoice, plane: Plane | None) -> Floats:
    level = _level(network, data, choice.layer)
    if plane is None or plane.y_axis is None or level is None:
        return np.empty((0, PIXELS, PIXELS))
    points = data.preprocessing.apply(plane.inputs(PIXELS, PIXELS))
    given = layer_codes(network, parameters, points, choice.layer - 1)
    weights, biases = layer_parts(network, parameters)[choice.layer]
    units = list(choice.units)
    nets = given @ weights[:, units] + biases[units] - level
    return np.ascontiguousarray(nets.T).reshape(len(units), PIXELS, PIXELS)


def _range(activation: str, values: Floats) -> Range:
    """The axis of a unit: its own range, else round numbers around `values`, which stay while little changes."""
    kind = ACTIVATIONS[activation]
    if kind.bounded:
        margin = (kind.high - kind.low) * _MARGIN
        return kind.low - margin, kind.high + margin
    low, high = (float(values.min()), float(values.max())) if len(values) else (kind.low, kind.high)
    size = max(high - low, 1e-6 * max(abs(low), abs(high)), 1e-9)
    step = 10.0 ** math.floor(math.log10(size)) / 2
    return (math.floor(low / step) - 1) * step, (math.ceil(high / step) + 1) * step
