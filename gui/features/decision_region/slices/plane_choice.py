"""These functions choose the rectangle shown at first, and say when new data need another."""

from __future__ import annotations

import sys

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset

Range = tuple[float, float]
FEW_POINTS = 8


def all_inputs(data: Dataset) -> NDArray[np.float64]:
    """Inputs of the training samples, then of the test samples, in the user's units."""
    return data.all_raw_inputs


def all_targets(data: Dataset) -> NDArray[np.float64]:
    """Targets of the training samples, then of the test samples."""
    return data.all_raw_targets


def input_range(data: Dataset, column: int) -> Range:
    """Smallest and largest value of an input; 0 to 1 without samples."""
    return data.input_ranges[column]


def home_range(data: Dataset, column: int) -> Range:
    """The range of an axis around the data, with room beside the outermost points."""
    few = data.n_samples + data.n_test_samples <= FEW_POINTS
    return with_margin(input_range(data, column), 0.3 if few else 0.12)


def home_view(data: Dataset, axes: tuple[int, int]) -> tuple[Range, Range]:
    """The ranges of both axes around the data; with one input, the second axis is that of the outputs."""
    upright = output_range(data) if data.n_raw_inputs == 1 else home_range(data, axes[1])
    return home_range(data, axes[0]), upright


_MANY_SAMPLES = 5_000


def with_margin(limits: Range, share: float) -> Range:
    """`limits` with `share` of their span added at both ends; never empty, and finite."""
    low, high = limits
    margin = high * share - low * share or max(1.0, abs(low) * share)
    return max(low - margin, -sys.float_info.max), min(high + margin, sys.float_info.max)


def output_range(data: Dataset) -> Range:
    """The range of the outputs' axis of a function curve."""
    if data.task != "values":
        return with_margin(data.target_codes, 0.2)
    values = all_targets(data)
    return with_margin((float(values.min()), float(values.max())), 0.2) if values.size else (-1.2, 1.2)


def default_fixed(data: Dataset) -> tuple[float, ...]:
    """Where the inputs that are on no axis stand to begin with: the low code of a coded input, else the mean."""
    return data.typical_inputs


def is_edit_of_samples(before: Dataset, after: Dataset) -> bool:
    """Whether single samples or a part of them came, went or moved: then the view had better stay still.

    At least half of the samples of the smaller set are in the other, too; a single one may differ in any set.
    Columns called otherwise, or of other words, are other data, even where their few codes stand in both.
    """
    if _columns(before) != _columns(after):
        return False
    old, new = all_inputs(before), all_inputs(after)
    fewer = min(len(old), len(new))
    if fewer and np.array_equal(old[:fewer], new[:fewer]):
        return True
    if fewer > _MANY_SAMPLES:
        return 2 * max(_rows_alike(old[:fewer], new[:fewer]), _rows_alike(old[-fewer:], new[-fewer:])) >= fewer
    places, others = ({row.tobytes() for row in rows} for rows in (old, new))
    few_differ = abs(len(old) - len(new)) <= 1 and len(places ^ others) <= 2
    return few_differ or 0 < min(len(places), len(others)) <= 2 * len(places & others)


def _columns(data: Dataset) -> tuple[object, ...]:
    return data.raw_input_names, data.preprocessing.words


def _rows_alike(old: NDArray[np.float64], new: NDArray[np.float64]) -> int:
    """How many rows are the same in their places; more than can be looked at one by one."""
    return int((old == new).all(axis=1).sum())
