"""The loss functions: what training makes small. Per sample; a reported loss is the mean or the sum of these.

squared_error: ½ Σ_k (d_k − o_k)².
cross_entropy: −Σ_k d_k log o_k on softmax outputs, −Σ_k [d_k log o_k + (1 − d_k) log(1 − o_k)] on sigmoid outputs.
The kernels compute the cross-entropy from the net inputs, so that an output that rounds to 0 or 1 costs a finite
amount and keeps its gradient.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError

if TYPE_CHECKING:
    from engine.spec.specs import NetworkSpec

SQUARED_ERROR, CROSS_ENTROPY = range(2)

LOSSES: dict[str, int] = {"squared_error": SQUARED_ERROR, "cross_entropy": CROSS_ENTROPY}
"""Every loss by its name; the number is the one under which the kernels know it."""

CROSS_ENTROPY_OUTPUTS = ("sigmoid", "softmax")


def check_loss(network: NetworkSpec, loss: str) -> None:
    """Raises EngineError where `loss` is unknown or cannot be computed from the outputs of `network`."""
    if loss not in LOSSES:
        raise EngineError(
            "There is no loss called {loss!r}; choose one of {names}.", loss=loss, names=", ".join(LOSSES)
        )
    activation = network.layers[-1].activation
    if loss == "cross_entropy" and activation not in CROSS_ENTROPY_OUTPUTS:
        raise EngineError(
            "The cross-entropy needs sigmoid or softmax outputs, but the output layer is {activation}; "
            "change the output activation or choose the squared error.",
            activation=activation,
        )


def check_targets(loss: str, targets: NDArray[np.float64]) -> None:
    """Raises EngineError where `targets` hold values that `loss` has no meaning for."""
    if loss == "cross_entropy" and targets.size and (targets.min() < 0 or targets.max() > 1):
        raise EngineError(
            "The cross-entropy needs targets between 0 and 1, but they run from {low:g} to {high:g}; code "
            "the targets as 0 and 1 or choose the squared error.",
            low=targets.min(),
            high=targets.max(),
        )
