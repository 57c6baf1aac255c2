"""This module tells by a few digits whether two data sets are the same."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np

from engine.data.dataset import Dataset


@lru_cache(maxsize=4)
def fingerprint_of(data: Dataset) -> str:
    """16 hexadecimal digits that tell whether two data sets are the same to the bit, as the network sees them."""
    digest = hashlib.blake2b(digest_size=8)
    for part in (data.inputs, data.targets, data.test_inputs, data.test_targets):
        digest.update(repr(part.shape).encode())
        digest.update(np.ascontiguousarray(part, dtype="<f8").tobytes())
    return digest.hexdigest()
