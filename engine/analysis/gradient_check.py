"""This module compares the gradient of back-propagation with finite differences of the loss."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.value_checks import check_kind

if TYPE_CHECKING:
    from engine.network.network import Network

Floats = NDArray[np.float64]

STEP = float(np.cbrt(np.finfo(np.float64).eps))
"""The best step for a central difference, as a share of the parameter: truncation and rounding err alike there."""
SMALL, SMALLEST = 1e-3, 1e-8
"""Derivatives below this share of the largest, or below this, are compared as if that large: the rest is rounding."""


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """The same derivatives twice, flat like the network's parameters: +∂(mean loss)/∂(parameter).

    analytic: by back-propagation. numeric: by central differences. max_relative_difference: the largest difference
    between the two, relative to the larger of them; about 1e-8 where both are right.
    """

    analytic: Floats
    numeric: Floats

    @property
    def relative_differences(self) -> Floats:
        """|analytic − numeric| as a share of the larger of the two, flat."""
        sizes = np.maximum(np.abs(self.analytic), np.abs(self.numeric))
        differences: Floats = np.abs(self.analytic - self.numeric) / np.maximum(
            sizes, max(SMALL * sizes.max(initial=0.0), SMALLEST)
        )
        return differences

    @property
    def max_relative_difference(self) -> float:
        """The largest of `relative_differences`; NaN where a derivative is not finite."""
        return float(self.relative_differences.max(initial=0.0))


def gradient_check(
    network: Network, inputs: ArrayLike, targets: ArrayLike, loss: str = "squared_error"
) -> GradientCheck:
    """Both gradients of the mean loss over `inputs` (n, n_inputs) and `targets` (n, n_outputs), at `network`.

    Those of locked and cut connections are included; the network is not changed. Where a kink of `relu` lies within
    a step of a net input the two may differ, and neither is wrong. Raises EngineError as `Network.gradient` does.
    """
    from engine.network.network import Network  # brings the kernels along; a window holds the answers without them

    check_kind("What has a gradient", network, Network)
    analytic = network.gradient(inputs, targets, loss)
    probe = Network(network.spec, parameters=network.parameters)  # nothing is cut here: the cut ones are 0 already
    numeric = np.empty_like(analytic)
    for index, value in enumerate(probe.parameters.tolist()):
        step = STEP * max(1.0, abs(value))
        losses = []
        for moved in (value + step, value - step):
            probe.parameters[index] = moved
            losses.append(probe.loss(inputs, targets, loss))
        numeric[index] = (losses[0] - losses[1]) / ((value + step) - (value - step))
        probe.parameters[index] = value
    return GradientCheck(analytic, numeric)
