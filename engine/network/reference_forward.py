"""This module computes the forward pass and the losses in NumPy, where the kernels are not compiled yet.

Loading the kernels takes a second, compiling them the first time longer. The kernels compute the same formulas with an
exponential of their own and in another order of summation, so that results agree to a few units in the last place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network.layer_parameters import layer_parts
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import LayerSpec, NetworkSpec
from engine.spec.ties import without_ties

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Trace:
    """What every unit answers: net_inputs[l] and activations[l] are (n_samples, units of layer l); [0] is the first."""

    net_inputs: list[Floats]
    activations: list[Floats]

    def __repr__(self) -> str:
        units = "-".join(str(layer.shape[1]) for layer in self.activations)
        samples = len(self.activations[-1]) if self.activations else 0
        return f"<Trace of {samples} samples through layers of {units} units>"


def reference_forward(network: NetworkSpec, parameters: Floats, inputs: Floats) -> Trace:
    """Net inputs and activations of every layer for `inputs` (n_samples, n_inputs).

    parameters: flat, as in `Network.parameters`, 0 where a connection is cut.
    """
    trace, values = Trace([], []), np.asarray(inputs, dtype=np.float64)
    for layer, (weights, biases) in zip(network.layers, layer_parts(network, parameters), strict=True):
        net_inputs, values = layer_outputs(layer, weights, biases, values)
        trace.net_inputs.append(net_inputs)
        trace.activations.append(values)
    return trace


def layer_outputs(layer: LayerSpec, weights: Floats, biases: Floats, inputs: Floats) -> tuple[Floats, Floats]:
    """Net inputs and activations (n_samples, units) of one layer for its `inputs` (n_samples, n_inputs)."""
    with np.errstate(all="ignore"):
        if layer.kind == "rbf":
            net_inputs = _radial_net_inputs(weights, biases, inputs)
        else:
            net_inputs = np.asarray(inputs @ weights + biases)
        if ACTIVATIONS[layer.activation].is_threshold:
            net_inputs = without_ties(net_inputs, inputs, weights, biases)
        return net_inputs, ACTIVATIONS[layer.activation].function(net_inputs)


def reference_losses(network: NetworkSpec, loss: str, trace: Trace, targets: Floats) -> Floats:
    """The loss of each sample (n_samples,), see `engine/spec/losses.py`.

    Logarithms are taken of the net inputs, so that an output that rounds to 0 or 1 costs a finite amount.
    """
    net_inputs, outputs = trace.net_inputs[-1], trace.activations[-1]
    with np.errstate(all="ignore"):
        if loss == "squared_error":
            return np.asarray(((targets - outputs) ** 2).sum(axis=1) / 2)
        if network.layers[-1].activation == "softmax":
            largest = net_inputs.max(axis=1, keepdims=True)
            level = largest + np.log(np.exp(net_inputs - largest).sum(axis=1, keepdims=True))
            return np.asarray(np.where(targets != 0, targets * (level - net_inputs), 0.0).sum(axis=1))
        softplus = np.maximum(net_inputs, 0.0) + np.log1p(np.exp(-np.abs(net_inputs)))
        return np.asarray((softplus - targets * net_inputs).sum(axis=1))


def _radial_net_inputs(centres: Floats, widths: Floats, inputs: Floats) -> Floats:
    """‖x − c‖² / (2 σ²), one input after the other, so that memory holds no (n_samples, n_inputs, units)."""
    squares = np.zeros((len(inputs), len(widths)))
    for column, row in zip(inputs.T, centres, strict=True):
        squares += (column[:, np.newaxis] - row) ** 2
    return squares * (0.5 / (widths * widths))
