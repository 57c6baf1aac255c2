"""This module lays out what compiled kernels are given: every field of a NamedTuple is a word of eight bytes in memory.

A whole or floating-point number is its own bits, an array or a record the address of its elements, a NamedTuple
within another its own words, and a random generator the address of its `next_double` and of what that is given.
"""

from __future__ import annotations

import ctypes
import functools
import operator
import struct
import typing
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_ELEMENTS = {Floats: np.dtype(np.float64), Integers: np.dtype(np.int64)}


def matrix(start: Floats, offset: int, rows: int, columns: int) -> Floats:
    """The array (rows, columns) that begins `offset` elements behind the pointer `start`."""
    return start[offset : offset + rows * columns].reshape(rows, columns)


def draw(rng: np.random.Generator) -> float:
    """The next random number from 0 to 1, 1 excluded."""
    return rng.random()


def record_dtype(kind: type[Any]) -> np.dtype[Any]:
    """How the numbers of a record lie in memory: in the order in which its class declares them."""
    return np.dtype((kind, [(name, np.dtype(hint)) for name, hint in typing.get_type_hints(kind).items()]))


class Field(NamedTuple):
    """A field's place in words from the beginning of its NamedTuple, and its type."""

    place: int
    kind: Any


@functools.cache
def fields_of(kind: type) -> dict[str, Field]:
    """The fields of a NamedTuple's class."""
    fields, place = {}, 0
    for name, hint in typing.get_type_hints(kind).items():
        fields[name] = Field(place, hint)
        place += _length(hint)
    return fields


def is_named_tuple(kind: Any) -> bool:
    """Whether a type is a NamedTuple's class."""
    return isinstance(kind, type) and issubclass(kind, tuple)


def address_of(value: Any, kind: Any) -> tuple[int, Any]:
    """Where a kernel finds `value`, which is of `kind` and no number, and what must live as long as it looks there."""
    if kind in _ELEMENTS:
        return _array_address(value, kind), value
    if kind is np.random.Generator:
        words = struct.pack("qq", *_generator_addresses(value))
    else:
        plan = _plan_of(kind)
        leaves = list(plan.leaves(value))
        for place, array_kind in plan.addressed:
            leaves[place] = _array_address(leaves[place], array_kind)
        words = struct.pack(plan.letters, *leaves)
    kept = np.frombuffer(words, dtype=np.int64)
    return kept.__array_interface__["data"][0], (kept, value)


class _Plan(NamedTuple):
    """How a NamedTuple is written: what takes out all it holds, letters for `struct`, and what becomes an address."""

    leaves: Callable[[Any], tuple[Any, ...]]
    letters: str
    addressed: tuple[tuple[int, Any], ...]


@functools.cache
def _plan_of(kind: type) -> _Plan:
    paths = list(_paths(kind))
    return _Plan(
        operator.attrgetter(*(path for path, _ in paths)),
        "".join("d" if each is float else "q" for _, each in paths),
        tuple((place, each) for place, (_, each) in enumerate(paths) if each not in (int, float)),
    )


def _paths(kind: type) -> Iterator[tuple[str, Any]]:
    for name, field in fields_of(kind).items():
        if is_named_tuple(field.kind):
            yield from ((f"{name}.{path}", each) for path, each in _paths(field.kind))
        else:
            yield name, field.kind


def _generator_addresses(rng: np.random.Generator) -> tuple[int, int]:
    interface = rng.bit_generator.ctypes
    return ctypes.cast(interface.next_double, ctypes.c_void_p).value or 0, interface.state_address


def _array_address(value: Any, kind: Any) -> int:
    """Kernels know no types: an array of another type or order would be read as what it is not."""
    if kind in _ELEMENTS:
        if value.dtype != _ELEMENTS[kind] or not value.flags.c_contiguous:
            raise TypeError(f"A kernel takes arrays of {_ELEMENTS[kind]} in C order, not {value.dtype}.")
    elif not isinstance(value, kind):
        raise TypeError(f"A kernel takes a {kind.__name__} here, not a {type(value).__name__}.")
    else:
        value = np.frombuffer(value, dtype=np.int64)
    address: int = value.__array_interface__["data"][0]
    return address


def _length(kind: Any) -> int:
    if is_named_tuple(kind):
        return sum(_length(field.kind) for field in fields_of(kind).values())
    return 1
