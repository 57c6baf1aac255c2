"""This module declares when a unit is off and when it is saturated; diagnoses and badges go by it alike."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.spec.activations import ACTIVATIONS

Floats = NDArray[np.float64]

FLAT = 0.02
"""A slope below this share of the steepest one counts as 0."""
SATURATED = 0.8
"""A unit is saturated that has such a slope for this share of the samples."""


def relative_slopes(activation: str, net_inputs: Floats) -> Floats:
    """f′ as a share of the steepest slope of f."""
    return ACTIVATIONS[activation].derivative(net_inputs) / steepest_slope(activation)


def are_off(net_inputs: Floats) -> NDArray[np.bool_]:
    """Which units (columns) of an activation that `switches_off` answer 0 to every sample, and have no slope there."""
    return np.asarray((net_inputs <= 0).all(axis=0))


def flat_shares(slopes: Floats) -> Floats:
    """For what share of the samples each unit (column) has almost no slope, by `relative_slopes`."""
    return np.asarray((slopes < FLAT).mean(axis=0))


def steepest_slope(activation: str) -> float:
    """The largest f′ of an activation; 1 for one without a slope."""
    entry = ACTIVATIONS[activation]
    if entry.compares_units:
        return 0.25  # o (1 − o) at ½
    steepest = float(entry.derivative(np.linspace(-4.0, 4.0, 81)).max())
    return steepest or 1.0


def squashes(activation: str) -> bool:
    """Whether f is flat on both sides."""
    entry = ACTIVATIONS[activation]
    return entry.bounded and entry.has_gradient and not entry.is_radial


def switches_off(activation: str) -> bool:
    """Whether f and its slope are exactly 0 on one side."""
    entry = ACTIVATIONS[activation]
    below = np.array([-1.0])
    return not entry.bounded and float(entry.derivative(below)[0]) == 0.0 == float(entry.function(below)[0])
