"""Units have a boundary line on the plane that is shown, if the line crosses it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.boundary import Line, slice_line, with_slice
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.data.preprocessing import NONE, Preprocessing
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from gui.words.notation import Notation
from gui.words.plot_names import output_name

Floats = NDArray[np.float64]

MOST_LINES = 8
_HIDDEN_COLOURS = ("#009e73", "#cc79a7", "#8c564b", "#b8a900", "#17a398", "#e69f00", "#7f7f7f", "#56b4e9")


@dataclass(frozen=True, eq=False)
class UnitLine:
    """A unit of the first layer: its weights (n_inputs,), its bias, and the line that they draw on the plane.

    They are those of the inputs on the plane's axes, for which the net input is the same as for what the network sees
    through `seen`. `level` is the net input on the line: 0, but the middle of the target codes for units without a
    threshold.
    """

    unit: int
    weights: Floats
    bias: float
    level: float
    line: Line
    is_output: bool
    activation: str
    seen: Preprocessing

    @property
    def is_scaled(self) -> bool:
        """Whether the network's own weights and bias are others."""
        return self.seen.scaling != NONE

    def with_line(self, parameters: Floats, line: Line, plane: Plane, n_units: int) -> Floats:
        """`parameters`, flat, with this unit's line where `line` is."""
        values = parameters.copy()
        raw_weights, raw_bias = with_slice(self.weights, plane, line)
        weights, bias = self.seen.seen_line(raw_weights, raw_bias + self.level)
        n_inputs = len(weights)
        own = values[self.unit : n_inputs * n_units : n_units]
        own[:] = np.where(raw_weights == self.weights, own, weights)  # scaled to and fro, the last digit could change
        values[n_inputs * n_units + self.unit] = bias
        return values


def has_lines(network: NetworkSpec, data: Dataset) -> bool:
    """Whether the units of the first layer have boundaries that one can speak of on a plane of inputs."""
    first = network.layers[0]
    if network.n_inputs < 2 or first.units > MOST_LINES or first.kind != "dense":
        return False
    if len(network.layers) > 1:
        return True
    return data.task != "values" and not ACTIVATIONS[first.activation].compares_units


def has_plane_lines(network: NetworkSpec, data: Dataset) -> bool:
    """Whether they are lines on the plane of the data: through derived features they would be curves."""
    return data.preprocessing.is_scaling_alone and has_lines(network, data)


def shows_lines_unasked(network: NetworkSpec) -> bool:
    """Lines are the subject where one layer decides, or where the first layer is set by hand."""
    return len(network.layers) == 1 or not ACTIVATIONS[network.layers[0].activation].has_gradient


def unit_lines(
    network: NetworkSpec, parameters: Floats, data: Dataset, plane: Plane, seen: Preprocessing
) -> tuple[UnitLine, ...]:
    """The lines of all units of the first layer, whether or not they cross the plane's rectangle.

    The network sees the inputs on the plane's axes through `seen`, which scales them at most.
    """
    first, n_inputs = network.layers[0], network.n_inputs
    units, is_output = first.units, len(network.layers) == 1
    weights = parameters[: n_inputs * units].reshape(n_inputs, units)
    biases = parameters[n_inputs * units : (n_inputs + 1) * units]
    level = _level(first.activation, data) if is_output else 0.0
    lines = []
    for k in range(units):
        own, bias = seen.raw_line(np.array(weights[:, k]), float(biases[k]))
        line = slice_line(own, bias - level, plane)
        lines.append(UnitLine(k, own, bias, level, line, is_output, first.activation, seen))
    return tuple(lines)


def line_name(line: UnitLine, network: NetworkSpec, notation: Notation) -> str:
    """The symbol of the unit's output."""
    if line.is_output:
        return output_name(line.unit, network.n_outputs, notation)
    return notation.neuron(0, line.unit, len(network.layers))


def line_colour(line: UnitLine, n_units: int, text: str, class_colour: str) -> str:
    """The colour of a single output's line is `text`, of several their class's, of hidden units one of their own."""
    if not line.is_output:
        return unit_colour(line.unit)
    return text if n_units == 1 else class_colour


def unit_colour(unit: int) -> str:
    """The colour of a hidden unit's line."""
    return _HIDDEN_COLOURS[unit % len(_HIDDEN_COLOURS)]


def _level(activation: str, data: Dataset) -> float:
    """The net input at which an output passes the middle of the target codes."""
    return ACTIVATIONS[activation].net_at(data.middle)
