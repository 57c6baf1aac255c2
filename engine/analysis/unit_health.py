"""This module measures which units of a network are off or saturated, as a diagnosis would find them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.analysis.diagnosis.unit_slopes import (
    SATURATED,
    are_off,
    flat_shares,
    relative_slopes,
    squashes,
    switches_off,
)
from engine.network.reference_forward import reference_forward
from engine.spec.specs import NetworkSpec

Floats = NDArray[np.float64]

MOST_SAMPLES = 512
MOST_WORK, MOST_WORK_AT_REST = 200_000, 50_000_000
"""Samples times parameters, while training goes on and at rest."""
_FEWEST = 32
"""Of fewer samples, where there are more, nothing is said."""


@dataclass(frozen=True, eq=False)
class LayerHealth:
    """shares (units,): of the samples, for which a unit has almost no slope; 0 where that is no trouble.

    is_off (units,): it answers 0 to every sample. is_ill (units,): it is off or saturated.
    """

    shares: Floats
    is_off: NDArray[np.bool_]
    is_ill: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class UnitHealth:
    """One entry a layer. n_samples: of the training set, evenly spread, on which it was measured."""

    layers: tuple[LayerHealth, ...]
    n_samples: int


def unit_health(network: NetworkSpec, parameters: Floats, inputs: Floats, at_rest: bool) -> UnitHealth | None:
    """The health of every unit for `inputs`; None without any, or where it would cost too much."""
    room = (MOST_WORK_AT_REST if at_rest else MOST_WORK) // network.n_parameters
    count = min(len(inputs), MOST_SAMPLES, room)
    if count < min(len(inputs), _FEWEST) or count == 0:
        return None
    if not any(_can_be_off(layer.activation) or _can_saturate(layer.activation) for layer in network.layers):
        return None
    rows = np.linspace(0, len(inputs) - 1, count).astype(np.intp)
    trace = reference_forward(network, parameters, inputs[rows])
    last = len(network.layers) - 1
    layers = zip(network.layers, trace.net_inputs, strict=True)
    found = [_layer_health(layer.activation, net, is_output=k == last) for k, (layer, net) in enumerate(layers)]
    return UnitHealth(tuple(found), count)


def _layer_health(activation: str, net_inputs: Floats, is_output: bool) -> LayerHealth:
    """Outputs may saturate: that is how a sure answer comes about."""
    n_units = net_inputs.shape[1]
    off = are_off(net_inputs) if _can_be_off(activation) else np.zeros(n_units, dtype=bool)
    shares = off.astype(np.float64)
    if _can_saturate(activation) and not is_output:
        with np.errstate(all="ignore"):
            shares = flat_shares(relative_slopes(activation, net_inputs))
    return LayerHealth(shares, off, off | (shares >= SATURATED))


_can_be_off, _can_saturate = cache(switches_off), cache(squashes)
