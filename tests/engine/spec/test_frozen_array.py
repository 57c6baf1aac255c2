from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from engine.spec.frozen_array import ComparedByBits, FrozenArray, freeze


@dataclass(frozen=True, eq=False)
class Numbers(ComparedByBits):
    value: float
    name: str = ""


@dataclass(frozen=True, eq=False)
class OtherNumbers(ComparedByBits):
    value: float
    name: str = ""


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
    single = np.asarray(frozen, dtype=np.float32)
    assert (single.dtype, single.tolist()) == (np.float32, [1.0, 2.0])
    assert len(frozen) == 2
    assert repr(frozen) == "FrozenArray(shape=(2,), dtype=float64)"


def test_freezing_what_is_frozen_copies_nothing() -> None:
    frozen = FrozenArray([1.0])
    assert freeze(frozen) is frozen
    assert freeze(None) is None
    assert freeze(frozen, bool) == FrozenArray([True], bool)


def test_it_lies_row_by_row_in_memory_whatever_it_was_made_of() -> None:
    columns = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    frozen = FrozenArray(columns)
    assert frozen.array.flags.c_contiguous
    assert frozen == FrozenArray(np.arange(6.0).reshape(2, 3))


def test_different_values_have_different_hashes() -> None:
    assert len({hash(FrozenArray([value, 1.0])) for value in range(50)}) == 50


def test_single_numbers_are_compared_by_bits_too() -> None:
    assert Numbers(np.nan) == Numbers(np.nan)
    assert hash(Numbers(np.nan)) == hash(Numbers(np.nan))
    assert Numbers(0.0) != Numbers(-0.0)
    assert Numbers(1.0, "one") == Numbers(1.0, "one")
    assert Numbers(1.0, "one") != Numbers(1.0, "two")
    assert Numbers(1.0) != OtherNumbers(1.0)
    assert len({hash(Numbers(value)) for value in range(50)}) == 50
