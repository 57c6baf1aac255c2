"""This module splits a network into its layers for the exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LayerValues:
    """One layer: `number` from 1, weights (n_inputs, units) and biases (units,); of an RBF layer centres and widths."""

    number: int
    kind: str
    activation: str
    weights: Floats
    biases: Floats


def layers_of(spec: NetworkSpec, parameters: ArrayLike) -> Iterator[LayerValues]:
    """The layers of `spec` with the flat `parameters`, in the order in which they compute."""
    from engine.network.network import Network  # it loads the kernels

    network = Network(spec, parameters=parameters)
    for number, (layer, weights, biases) in enumerate(
        zip(spec.layers, network.weights, network.biases, strict=True), start=1
    ):
        yield LayerValues(number, layer.kind, layer.activation, weights.copy(), biases.copy())
