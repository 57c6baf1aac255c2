"""Weights and biases are read by layer, and drawn on a scale that their size decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.network.layer_parameters import parameter_index
from engine.project.project import Project
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.target import Target

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Values:
    """A flat parameter vector read as layers: weights (n_inputs, units), then biases (units,), layer after layer."""

    network: NetworkSpec
    parameters: Floats

    @cached_property
    def layers(self) -> tuple[tuple[Floats, Floats], ...]:
        """(weights, biases) of each layer, views into `parameters`."""
        return layers_of(self.network, self.parameters)

    @property
    def largest(self) -> float:
        """The largest absolute weight or bias; 0 where none is finite."""
        largest = float(max(self.parameters.max(), -self.parameters.min()))
        if np.isfinite(largest):
            return largest
        finite = self.parameters[np.isfinite(self.parameters)]
        return float(np.abs(finite).max()) if len(finite) else 0.0

    def get(self, target: Target) -> float:
        """The weight or bias at a "connection", "bias" or "neuron" (its bias)."""
        return float(self.parameters[self.position(target)])

    def position(self, target: Target) -> int:
        """Where a connection's weight, or a neuron's bias, stands in the flat vector."""
        return parameter_index(self.network, target.layer, target.input, target.unit or 0)


def layers_of(network: NetworkSpec, flat: NDArray[Any]) -> tuple[tuple[NDArray[Any], NDArray[Any]], ...]:
    """Views (weights, biases) of each layer into a flat array of one entry a parameter."""
    parts, start = [], 0
    for inputs, units in pairwise(network.sizes):
        middle, end = start + inputs * units, start + (inputs + 1) * units
        parts.append((flat[start:middle].reshape(inputs, units), flat[middle:end]))
        start = end
    return tuple(parts)


def start_values(project: Project) -> Values | None:
    """The start that the project holds in numbers; None where it is drawn from the seed."""
    if project.parameters is None or len(project.parameters) != project.network.n_parameters:
        return None
    parameters = project.parameters.array
    if project.cut is not None:
        parameters = np.where(project.cut.array, 0.0, parameters)
    return Values(project.network, parameters)
