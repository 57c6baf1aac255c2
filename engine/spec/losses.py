"""The loss functions: what training makes small. Per sample; a reported loss is the mean or the sum of these.

squared_error: ½ Σ_k (d_k − o_k)².
cross_entropy: −Σ_k d_k log o_k on softmax outputs, −Σ_k [d_k log o_k + (1 − d_k) log(1 − o_k)] on sigmoid outputs.
The kernels compute the cross-entropy from the net inputs, so that an output that rounds to 0 or 1 costs a finite
amount and keeps its gradient.
"""

from __future__ import annotations

SQUARED_ERROR, CROSS_ENTROPY = range(2)

LOSSES: dict[str, int] = {"squared_error": SQUARED_ERROR, "cross_entropy": CROSS_ENTROPY}
"""Every loss by its name; the number is the one under which the kernels know it."""

CROSS_ENTROPY_OUTPUTS = ("sigmoid", "softmax")
