"""A data set's outputs are read as one value beside a threshold, or as classes that compete."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from gui.toolkit.drawing.unit_scale import output_scale


@dataclass(frozen=True)
class Reading:
    """One output (`column`) around `middle`, saturated at `middle ± span`; or, with `competing`, the largest of all.

    `low` and `high` are the target codes.
    """

    competing: bool
    column: int
    middle: float
    span: float
    low: float
    high: float

    def strengths(self, outputs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Outputs rescaled so that the low code is 0 and the high code 1."""
        return (outputs - self.low) / ((self.high - self.low) or 1.0)


def reading_of(data: Dataset, column: int = 0) -> Reading:
    """How to draw the outputs for `data`; `column` is the output to look at where each stands for itself."""
    low, high = data.target_codes
    column = min(column, data.n_outputs - 1)
    scale = output_scale(data, column)
    if data.task == "values":
        low, high = scale.middle - scale.span, scale.middle + scale.span
    return Reading(data.task == "classes", column, scale.middle, scale.span, low, high)


def has_output_choice(data: Dataset) -> bool:
    """Whether the outputs are several decisions or values, of which one is shown at a time."""
    return data.n_outputs > 1 and data.task != "classes"


def can_place_points(data: Dataset) -> bool:
    """Whether a click says all about a new sample: its place and a class, or a value where that is the height."""
    if data.task == "values":
        return data.n_raw_inputs == 1 and data.n_outputs == 1
    return data.task != "columns"


def n_shown_classes(data: Dataset) -> int:
    """Classes that points are coloured by; 0 for real values."""
    return {"classes": data.n_classes, "values": 0}.get(data.task, 2)


def shown_labels(data: Dataset, targets: NDArray[np.float64], column: int) -> NDArray[np.int64]:
    """The class of each row of `targets`, as the points are coloured."""
    if data.task == "columns":
        return (targets[:, column] > data.middle).astype(np.int64)
    return data.labels(targets)


def decided_class(data: Dataset, reading: Reading, outputs: NDArray[np.float64]) -> int | None:
    """The class that `outputs` (n_outputs,) stand for; None for real values and for outputs that are not finite."""
    if data.task == "values" or not np.isfinite(outputs).all():
        return None
    if reading.competing:
        return int(np.argmax(outputs))
    return int(outputs[reading.column] >= data.high_from)
