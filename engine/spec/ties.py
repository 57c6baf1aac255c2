"""This module says when a number that rounding made small is 0. On the line, at net input 0, a threshold unit fires.

By hand 0.3 − 0.1 − 0.2 is 0; in binary numbers it is −2.8e-17, and the unit would not fire. So a net input is 0 where
it lies within rounding of what was added up, Σ|w·x| + |b|, and a weight that a correction takes back to 0 is 0.
Training, answers, verdicts and exports all ask here.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DUST = 2.0**-46
"""What weights gather in some hundred corrections, as a share of themselves: 64 units of rounding."""
REMAINDER = 2.0**-42
"""A weight below this share of the correction that made it is what rounding left of 0."""
EPSILON = 2.0**-52
"""A unit of rounding of float64."""
SPARE = 8
"""Units of rounding beside one for each input: of the weights, the inputs and the bias."""


def tie_share(n_inputs: int, epsilon: float = EPSILON) -> float:
    """The share of Σ|w·x| + |b| within which a net input of `n_inputs` is 0, in numbers of that unit of rounding."""
    return (n_inputs + SPARE) * epsilon + DUST


def tie_slack(inputs: Floats, weights: Floats, biases: Floats) -> Floats:
    """How far from 0 the net inputs (n_samples, units) may be and yet count as 0."""
    return tie_share(len(weights)) * (np.abs(inputs) @ np.abs(weights) + np.abs(biases))


def without_ties(net_inputs: Floats, inputs: Floats, weights: Floats, biases: Floats) -> Floats:
    """The net inputs (n_samples, units) of `inputs`, 0 where they are 0 up to rounding."""
    slack = tie_slack(inputs, weights, biases)
    return np.where((np.abs(net_inputs) <= slack) & np.isfinite(slack), 0.0, net_inputs)


def tie_share_formula(epsilon: str, n_inputs: str) -> str:
    """`tie_share` as an expression in Python, for scripts that know a unit of rounding and a number of inputs."""
    return f"({n_inputs} + {SPARE}) * {epsilon} + {DUST!r}"
