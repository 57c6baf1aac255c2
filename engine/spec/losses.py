"""This module declares the loss functions. They are per sample; a reported loss is their mean or their sum.

The kernels compute the cross-entropy from the net inputs, so that an output that rounds to 0 or 1 costs a finite
amount and keeps its gradient.
A further loss is an entry here, a branch in `engine/network/kernels/loss.py`, in the NumPy forms that stand beside the
kernels, and its words in `gui/words/loss_words.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

SQUARED_ERROR, CROSS_ENTROPY = range(2)


@dataclass(frozen=True)
class Loss:
    """One loss function.

    code: the number under which the kernels know it. formula: the loss of a sample in symbols, with the desired
    outputs d and the outputs o. outputs: the activations of the output layer that it fits; empty for all of them.
    targets: the smallest and the largest target that it has a meaning for; None for any.
    """

    name: str
    code: int
    formula: str
    outputs: tuple[str, ...] = ()
    targets: tuple[float, float] | None = None

    @property
    def is_unconditional(self) -> bool:
        """Whether it fits every output layer and all targets."""
        return not self.outputs and self.targets is None

    def fits_output(self, activation: str) -> bool:
        """Whether it can be computed from outputs of `activation`."""
        return not self.outputs or activation in self.outputs

    def fits_targets(self, low: float, high: float) -> bool:
        """Whether it has a meaning for targets from `low` to `high`."""
        return self.targets is None or (self.targets[0] <= low and high <= self.targets[1])


LOSSES: dict[str, Loss] = {
    loss.name: loss
    for loss in (
        Loss("squared_error", SQUARED_ERROR, "½ Σ (d − o)²"),
        # On sigmoid outputs every output is a decision of its own: −Σ [d log o + (1 − d) log(1 − o)].
        Loss("cross_entropy", CROSS_ENTROPY, "−Σ d log o", outputs=("sigmoid", "softmax"), targets=(0.0, 1.0)),
    )
}
"""Every loss by its name, in the order in which the window lists them."""
