"""This module tells where numbers of the data do not fit into float32, in which ONNX models compute."""

from __future__ import annotations

import numpy as np

from engine.data.dataset import Dataset
from engine.spec.errors import Text

_DIGITS = 24  # binary, of a number in float32
_NOTICEABLE = 1e-3
"""The step between neighbours in float32, as a share of a column's standard deviation, from which on it is told."""


def lost_in_float32(data: Dataset) -> Text | None:
    """The sentence about the column that loses most of what tells its values apart; None where none loses much."""
    rows = data.all_raw_inputs
    if not len(rows):
        return None
    sizes, spreads = np.abs(rows).max(axis=0), rows.std(axis=0)
    is_number = [not data.preprocessing.words_of(place) for place in range(rows.shape[1])]
    largest = float(np.finfo(np.float32).max)
    steps = np.where(sizes < largest, np.ldexp(1.0, np.frexp(sizes)[1] - _DIGITS), np.inf)
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = np.where((spreads > 0) & is_number, steps / spreads, 0.0)
    worst = int(shares.argmax())
    if not shares[worst] > _NOTICEABLE:
        return None
    return Text(
        "ONNX models compute in float32, and that rounds the input {column}: its values reach {size:.6g} and differ by "
        "{spread:.3g} (standard deviation), but neighbours in float32 are {step:.3g} apart there. Subtract a fixed "
        "number from the column in your table and train again, or export a script, which computes in float64.",
        column=data.raw_input_names[worst],
        size=float(sizes[worst]),
        spread=float(spreads[worst]),
        step=float(steps[worst]),
    )
