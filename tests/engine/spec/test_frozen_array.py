from __future__ import annotations

import numpy as np
import pytest

from engine.spec.frozen_array import FrozenArray, freeze


def test_the_copy_is_private_and_read_only() -> None:
    source = np.zeros(3)
    frozen = FrozenArray(source)
    source[0] = 5
    assert frozen.array.tolist() == [0, 0, 0]
    with pytest.raises(ValueError, match="read-only"):
        frozen.array[0] = 1


def test_equality_and_hash_go_by_bits() -> None:
    assert FrozenArray([np.nan, 1]) == FrozenArray([np.nan, 1])
    assert hash(FrozenArray([np.nan, 1])) == hash(FrozenArray([np.nan, 1]))
    assert FrozenArray([0.0]) != FrozenArray([-0.0])
    assert FrozenArray([[1.0, 2.0]]) != FrozenArray([1.0, 2.0])
    assert FrozenArray([1.0]) != FrozenArray([1], bool)
    assert FrozenArray([1.0]) != [1.0]


def test_numpy_takes_it_as_an_array() -> None:
    frozen = FrozenArray([1.0, 2.0])
    assert np.asarray(frozen) is frozen.array
    assert np.array(frozen).flags.writeable
    assert np.asarray(frozen, dtype=np.float32).dtype == np.float32
    assert len(frozen) == 2
    assert repr(frozen) == "FrozenArray(shape=(2,), dtype=float64)"


def test_freezing_what_is_frozen_copies_nothing() -> None:
    frozen = FrozenArray([1.0])
    assert freeze(frozen) is frozen
    assert freeze(None) is None
    assert freeze(frozen, bool) == FrozenArray([True], bool)
