"""This module compiles the kernels with Numba, or leaves them as plain Python where Numba cannot be imported.

Inside the kernels arrays are bare pointers: Numba counts references to arrays at every call, and tests every index for
counting from the end; with layers of two units that costs more than the mathematics. A NamedTuple that a kernel is
given is the address of its fields. Uncompiled, a "pointer" is the flat array itself.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

try:
    import numba
except ImportError:
    numba = None

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Function = TypeVar("Function", bound=Callable[..., Any])

COMPILED: bool = numba is not None

_STRICT: dict[str, Any] = {"error_model": "numpy"}
_OPTIONS: dict[str, Any] = {**_STRICT, "fastmath": {"reassoc", "contract", "nsz"}}
_PART: dict[str, Any] = {"no_cfunc_wrapper": True, "no_cpython_wrapper": True}


def kernel(function: Function) -> Function:
    """`function` compiled by itself, without the GIL, and kept on disk where that can be: what Python calls.

    Kernels call each other as machine code, so that none is compiled into another one. They take ints, floats, arrays
    in C order, NamedTuples of these, and a random generator; they return nothing, an int or a float.
    Sums may be reordered; NaN and infinity keep their sense.
    """
    if numba is None:
        return _on_flat_arrays(function)
    from engine.network.kernels.native import NativeKernel

    call: Function = NativeKernel(function, _OPTIONS).caller()
    return call


def part(function: Function) -> Function:
    """`function` compiled as a part of the kernels that call it."""
    return function if numba is None else numba.njit(**_OPTIONS, **_PART)(function)


def inlined_part(function: Function) -> Function:
    """Like `part`, written into its caller: what is optimised once by itself and once more there becomes faster."""
    return function if numba is None else numba.njit(forceinline=True, **_OPTIONS, **_PART)(function)


def copied_part(function: Function) -> Function:
    """Like `part`, copied into its caller before compilation, so that it is not compiled twice."""
    return function if numba is None else numba.njit(inline="always", **_OPTIONS, **_PART)(function)


def exact_part(function: Function) -> Function:
    """Like `part`, for formulas whose order of operations is what makes them exact; only fused multiply-adds."""
    return function if numba is None else numba.njit(**_STRICT, fastmath={"contract"}, **_PART)(function)


def strict_part(function: Function) -> Function:
    """Like `part`, with every operation rounded as it stands: the same bits as `function` gives in Python."""
    return function if numba is None else numba.njit(**_STRICT, **_PART)(function)


def matrix(start: Floats, offset: int, rows: int, columns: int) -> Floats:
    """The array (rows, columns) that begins `offset` elements behind the pointer `start`."""
    return start[offset : offset + rows * columns].reshape(rows, columns)


def draw(rng: np.random.Generator) -> float:
    """The next random number from 0 to 1, 1 excluded."""
    return rng.random()


def _on_flat_arrays(function: Function) -> Function:
    """`function` with every array that it is given flat, as a pointer would be."""

    @functools.wraps(function)
    def call(*arguments: Any) -> Any:
        return function(*map(_flat, arguments))

    return call  # type: ignore[return-value]


def _flat(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value.reshape(-1)
    if isinstance(value, tuple):
        return type(value)(*map(_flat, value))
    return value


if numba is not None:
    from engine.network.kernels import pointers

    pointers.teach_numba(matrix, draw)
