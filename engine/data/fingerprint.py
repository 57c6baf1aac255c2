"""This module tells whether two data sets hold the same numbers, as the network sees them."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np

from engine.data.dataset import Dataset


def same_numbers(one: Dataset, other: Dataset) -> bool:
    """Whether the training and the test samples of the two are the same to the bit."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return one is other or all(a is b or np.array_equal(a, b) for a, b in pairs)


@lru_cache(maxsize=4)
def fingerprint_of(data: Dataset) -> str:
    """16 hexadecimal digits that tell whether two data sets are the same to the bit, as the network sees them."""
    digest = hashlib.blake2b(digest_size=8)
    for part in _parts(data):
        digest.update(repr(part.shape).encode())
        digest.update(np.ascontiguousarray(part, dtype="<f8").reshape(-1).data)  # hashed without Python's lock
    return digest.hexdigest()


def _parts(data: Dataset) -> tuple[np.ndarray, ...]:
    return data.inputs, data.targets, data.test_inputs, data.test_targets
