"""This module tells where the parameters of each layer lie in the flat vector."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]


def layer_parts(network: NetworkSpec, values: Floats) -> list[tuple[Floats, Floats]]:
    """A flat vector like `Network.parameters` as weights (n_inputs, units) and biases (units,) of each layer.

    Both are views of `values`. In an RBF layer they are the centres, one a column, and the widths.
    """
    parts, start = [], 0
    for n_inputs, units in pairwise(network.sizes):
        end = start + n_inputs * units
        parts.append((values[start:end].reshape(n_inputs, units), values[end : end + units]))
        start = end + units
    return parts


def parameter_index(network: NetworkSpec, layer: int, source: int | None, unit: int) -> int:
    """Where a weight, or for `source` None a bias, stands in the flat vector; for centres and widths likewise."""
    sizes = network.sizes
    start = sum((n_inputs + 1) * units for n_inputs, units in pairwise(sizes[: layer + 1]))
    row = sizes[layer] if source is None else source
    return start + row * sizes[layer + 1] + unit


def parameter_place(network: NetworkSpec, index: int) -> tuple[int, int | None, int]:
    """Layer, source and unit of a flat parameter; the source is None for a bias, or the width of an RBF unit."""
    start = 0
    for layer, (n_inputs, units) in enumerate(pairwise(network.sizes)):
        row, unit = divmod(index - start, units)
        if row <= n_inputs:
            return layer, None if row == n_inputs else row, unit
        start += (n_inputs + 1) * units
    raise IndexError(index)
