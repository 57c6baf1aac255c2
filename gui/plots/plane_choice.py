"""Which rectangle of the input space the region plot shows to begin with, and when new data ask for another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.dataset import Dataset

Range = tuple[float, float]
FEW_POINTS = 8


def all_inputs(data: Dataset) -> NDArray[np.float64]:
    """Inputs of the training samples, then of the test samples, in the user's units."""
    return np.vstack([data.raw_inputs, data.raw_test_inputs])


def all_targets(data: Dataset) -> NDArray[np.float64]:
    """Targets of the training samples, then of the test samples."""
    return np.vstack([data.targets, data.test_targets])


def input_range(data: Dataset, column: int) -> Range:
    """Smallest and largest value of an input; 0 to 1 without samples."""
    values = all_inputs(data)[:, column]
    return (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)


def home_range(data: Dataset, column: int) -> Range:
    """The range of an axis around the data, with room beside the outermost points."""
    few = data.n_samples + data.n_test_samples <= FEW_POINTS
    return with_margin(input_range(data, column), 0.3 if few else 0.12)


def home_view(data: Dataset, axes: tuple[int, int]) -> tuple[Range, Range]:
    """The ranges of both axes around the data; with one input, the second axis is that of the outputs."""
    upright = output_range(data) if data.n_raw_inputs == 1 else home_range(data, axes[1])
    return home_range(data, axes[0]), upright


def with_margin(limits: Range, share: float) -> Range:
    """`limits` with `share` of their span added at both ends; never empty."""
    low, high = limits
    margin = (high - low) * share or max(1.0, abs(low) * share)
    return low - margin, high + margin


def output_range(data: Dataset) -> Range:
    """The range of the outputs' axis of a function curve."""
    if data.task != "values":
        return with_margin(data.target_codes, 0.2)
    values = all_targets(data)
    return with_margin((float(values.min()), float(values.max())), 0.2) if values.size else (-1.2, 1.2)


def default_fixed(data: Dataset) -> tuple[float, ...]:
    """Where the inputs that are on no axis stand to begin with: the low code of a coded input, else the mean."""
    columns = all_inputs(data).T
    return tuple(_typical(column) for column in columns)


def _typical(column: NDArray[np.float64]) -> float:
    if not len(column):
        return 0.0
    low, high = column.min(), column.max()
    is_coded = bool(((column == low) | (column == high)).all())
    return float(low) if is_coded else float(np.clip(column.mean(), low, high))


def is_edit_of_samples(before: Dataset, after: Dataset) -> bool:
    """Whether single samples or a part of them came, went or moved: then the view had better stay still.

    At least half of the samples of the smaller set are in the other, too; a single one may differ in any set.
    """
    if before.n_raw_inputs != after.n_raw_inputs:
        return False
    old, new = all_inputs(before), all_inputs(after)
    fewer = min(len(old), len(new))
    if fewer and np.array_equal(old[:fewer], new[:fewer]):
        return True
    places, others = ({row.tobytes() for row in rows} for rows in (old, new))
    few_differ = abs(len(old) - len(new)) <= 1 and len(places ^ others) <= 2
    return few_differ or 0 < min(len(places), len(others)) <= 2 * len(places & others)
