"""This module computes back-propagation of a whole set as matrices, as the lecture's code does.

z_l = a_{l−1} W_l + b_l, a_l = f(z_l), δ_{l+1} = ∂L/∂z_l, ∂L/∂W_l = a_{l−1}ᵀ δ_{l+1}, ∂L/∂b_l = its column sums
with L the mean over the N samples: the true gradient. The lecture's δ has the other sign and lacks 1/N.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.layer_parameters import layer_parts
from engine.spec.errors import EngineError

if TYPE_CHECKING:
    from engine.network.network import Network

Floats = NDArray[np.float64]

INPUTS, WEIGHTS, BIASES, NET_INPUTS, ACTIVATIONS, TARGETS, DELTAS, WEIGHT_GRADIENTS, BIAS_GRADIENTS = KINDS = (
    "inputs",
    "weights",
    "biases",
    "net_inputs",
    "activations",
    "targets",
    "deltas",
    "weight_gradients",
    "bias_gradients",
)
MOST_VALUES = 4_000_000
"""Of net inputs, so that what is shown stays within some hundred MB."""


@dataclass(frozen=True, eq=False)
class Matrix:
    """One matrix, (rows, columns), read-only. `kind` is one of KINDS; `layer` counts from 0, −1 for the inputs.

    Samples stand in rows, units in columns; biases and their gradients are one row.
    """

    kind: str
    layer: int
    values: Floats


def matrices(network: Network, data: Dataset, loss: str) -> tuple[Matrix, ...]:
    """All matrices of one pass over the training set: forwards, then backwards, then the gradients.

    Raises EngineError where the set is too large to show, a layer has no gradient, or the loss does not fit.
    """
    if data.n_samples * sum(network.spec.sizes) > MOST_VALUES:
        raise EngineError(
            "{samples} samples through this network make too many numbers to show; use fewer samples or units.",
            samples=data.n_samples,
        )
    deltas = network.deltas(data.inputs, data.targets, loss)
    trace = network.trace(data.inputs)
    gradient = layer_parts(network.spec, network.gradient(data.inputs, data.targets, loss))
    found = [_matrix(INPUTS, -1, data.inputs)]
    for layer, (weights, biases) in enumerate(zip(network.weights, network.biases, strict=True)):
        found += [_matrix(WEIGHTS, layer, weights), _matrix(BIASES, layer, biases[np.newaxis])]
        found.append(_matrix(NET_INPUTS, layer, trace.net_inputs[layer]))
        found.append(_matrix(ACTIVATIONS, layer, trace.activations[layer]))
    found.append(_matrix(TARGETS, len(deltas) - 1, data.targets))
    for layer in reversed(range(len(deltas))):
        found.append(_matrix(DELTAS, layer, -deltas[layer] / data.n_samples))
    for layer in reversed(range(len(deltas))):
        weight_part, bias_part = gradient[layer]
        found.append(_matrix(WEIGHT_GRADIENTS, layer, weight_part))
        found.append(_matrix(BIAS_GRADIENTS, layer, bias_part[np.newaxis]))
    return tuple(found)


def _matrix(kind: str, layer: int, values: Floats) -> Matrix:
    copy = np.array(values, dtype=np.float64)
    copy.flags.writeable = False
    return Matrix(kind, layer, copy)
