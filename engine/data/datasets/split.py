"""This module chooses which samples of a set are for testing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.datasets.generators import SPLIT_STREAM, stream
from engine.spec.errors import EngineError, Shown
from engine.spec.value_checks import is_number

Floats = NDArray[np.float64]


def chosen_for_test(
    targets: Floats, share: float, seed: int, stratified: bool = False, codes: tuple[float, float] | None = None
) -> NDArray[np.bool_]:
    """Which of the samples with `targets` (n, n_outputs) are for testing: about `share` of them, never all.

    stratified: the same share of each class; `codes` are the codes of the targets, None where they must be found.
    Raises EngineError for a share outside 0 (included) to 1 (excluded).
    """
    n_samples = len(targets)
    if not (is_number(share) and 0 <= share < 1):
        raise EngineError("The test share must be at least 0 and below 1; got {share}.", share=Shown(share))
    chosen = np.zeros(n_samples, dtype=bool)
    if share > 0 and n_samples > 1:
        count = min(max(round(share * n_samples), 1), n_samples - 1)
        order = stream(seed, SPLIT_STREAM).permutation(n_samples)
        by_class = stratified and Dataset(np.zeros((n_samples, 1)), targets, target_codes=codes).task != "values"
        chosen[_from_each_class(order, targets, count) if by_class else order[:count]] = True
    return chosen


def _from_each_class(order: NDArray[np.int64], targets: Floats, count: int) -> NDArray[np.int64]:
    """About `count` of the samples, drawn in `order`: the same share of each class, but never all of it.

    Rounded down, and the largest remainders get one more.
    """
    _, labels, sizes = np.unique(targets, axis=0, return_inverse=True, return_counts=True)
    quotas = sizes * (count / len(targets))
    shares = np.minimum(np.floor(quotas).astype(np.int64), sizes - 1)
    has_room = shares < sizes - 1
    left_over = min(count - int(shares.sum()), int(has_room.sum()))
    shares[np.argsort(np.where(has_room, shares - quotas, np.inf), kind="stable")[:left_over]] += 1
    drawn = labels.ravel()[order]
    return np.concatenate([order[drawn == label][:most] for label, most in enumerate(shares)])
