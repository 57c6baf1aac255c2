"""This module compares read-only arrays, and frozen values that hold single numbers, by content."""

from __future__ import annotations

import struct
from dataclasses import fields
from hashlib import blake2b
from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from engine.spec.value_arrays import flag_array, number_array


class FrozenArray:
    """A private, read-only copy of an array; `==` and `hash` go by shape, type and bits.

    Bits, not values: two projects are equal only when they would train identically,
    so NaN equals NaN and 0.0 differs from -0.0.
    """

    __slots__ = ("_array", "_hash")

    def __init__(self, values: ArrayLike, dtype: DTypeLike = np.float64) -> None:
        if isinstance(values, FrozenArray):
            values = values.array
        array = _copied(values, np.dtype(dtype))
        array.flags.writeable = False
        self._array = array
        self._hash: int | None = None

    @classmethod
    def taking(cls, array: NDArray[np.float64]) -> FrozenArray:
        """`array` itself, made read-only: for large ones that their maker gives away."""
        if array.dtype != np.float64 or not array.flags.c_contiguous or array.base is not None:
            return cls(array)
        array.flags.writeable = False
        taken = cls.__new__(cls)
        taken._array, taken._hash = array, None
        return taken

    @classmethod
    def sharing(cls, rows: NDArray[Any]) -> FrozenArray:
        """A view of `rows`, which nobody writes again: for tables that grow."""
        shared = cls.__new__(cls)
        shared._array, shared._hash = rows.view(), None
        shared._array.flags.writeable = False
        return shared

    @property
    def nbytes(self) -> int:
        """The memory that the values take."""
        return int(self._array.nbytes)

    @property
    def array(self) -> NDArray[Any]:
        """The values; writing to them raises."""
        return self._array

    def __array__(self, dtype: DTypeLike | None = None, copy: bool | None = None) -> NDArray[Any]:
        if dtype is None and not copy:
            return self._array
        return np.array(self._array, dtype=dtype)

    def __len__(self) -> int:
        return len(self._array)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FrozenArray):
            return NotImplemented
        mine, theirs = self._array, other._array
        return mine is theirs or (
            mine.shape == theirs.shape and mine.dtype == theirs.dtype and np.array_equal(_bits(mine), _bits(theirs))
        )

    def __hash__(self) -> int:
        if self._hash is None:
            digest = blake2b(self._array.reshape(-1).view(np.uint8).data, digest_size=16).digest()  # without a copy
            self._hash = hash((self._array.shape, digest))
        return self._hash

    def __repr__(self) -> str:
        return f"FrozenArray(shape={self._array.shape}, dtype={self._array.dtype})"


class ComparedByBits:
    """Gives a frozen dataclass made with `eq=False` an `==` and a `hash` by bits, like those of a FrozenArray."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._content() == other._content()

    def __hash__(self) -> int:
        return hash(self._content())

    def _content(self) -> tuple[object, ...]:
        values = (getattr(self, each.name) for each in fields(cast(Any, self)))
        return tuple(struct.pack("<d", value) if isinstance(value, float) else value for value in values)


def _copied(values: ArrayLike, dtype: np.dtype[Any]) -> NDArray[Any]:
    """`values` as a new array. Raises EngineError where they are of another kind."""
    if dtype == np.float64:
        return number_array("values", values)
    if dtype == np.bool_:
        return flag_array("values", values)
    return np.array(values, dtype=dtype, order="C")


def _bits(array: NDArray[Any]) -> NDArray[Any]:
    """The bits as whole numbers, without a copy."""
    return array.reshape(-1).view(np.uint64 if array.itemsize == 8 else np.uint8)


def freeze(values: ArrayLike | FrozenArray | None, dtype: DTypeLike = np.float64) -> FrozenArray | None:
    """`values` as a FrozenArray; None stays None and a FrozenArray of that type is not copied."""
    if values is None:
        return None
    if isinstance(values, FrozenArray) and values.array.dtype == np.dtype(dtype):
        return values
    return FrozenArray(values, dtype)
