"""This module compiles the kernels with Numba, or leaves them as plain Python where Numba cannot be imported.

Inside the kernels arrays are passed as bare pointers: Numba counts references to arrays at every call, and tests
every index for counting from the end; with layers of two units that costs more than the mathematics. Uncompiled,
a "pointer" is the flat array itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.network.kernels.cache import cache_folder

try:
    import numba
except ImportError:
    numba = None

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Function = TypeVar("Function", bound=Callable[..., Any])
Array = TypeVar("Array", Floats, Integers)

COMPILED: bool = numba is not None

_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "no_cfunc_wrapper": True}
_FASTMATH = {"reassoc", "contract", "nsz"}


def kernel(function: Function) -> Function:
    """`function` compiled on its first call, without the GIL, and kept on disk where that can be: what Python calls.

    Sums may be reordered; NaN and infinity keep their sense.
    """
    if numba is None:
        return function
    folder = cache_folder()
    decorate = numba.njit(cache=folder is not None, fastmath=_FASTMATH, **_OPTIONS)
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(folder or "")  # read once, while the decorator looks for a place
    try:
        dispatcher: Function = decorate(function)
    finally:
        numba.config.CACHE_DIR = before
    return dispatcher


def part(function: Function) -> Function:
    """`function` compiled as a part of the kernels that call it."""
    return function if numba is None else numba.njit(fastmath=_FASTMATH, **_OPTIONS)(function)


def inlined_part(function: Function) -> Function:
    """Like `part`, written into its caller: a call hands over every pointer, which costs more than a small layer."""
    return function if numba is None else numba.njit(fastmath=_FASTMATH, forceinline=True, **_OPTIONS)(function)


def copied_part(function: Function) -> Function:
    """Like `part`, copied into its caller before compilation, so that it is not compiled twice."""
    return function if numba is None else numba.njit(fastmath=_FASTMATH, inline="always", **_OPTIONS)(function)


def exact_part(function: Function) -> Function:
    """Like `part`, for formulas whose order of operations is what makes them exact; only fused multiply-adds."""
    return function if numba is None else numba.njit(fastmath={"contract"}, **_OPTIONS)(function)


def strict_part(function: Function) -> Function:
    """Like `part`, with every operation rounded as it stands: the same bits as `function` gives in Python."""
    return function if numba is None else numba.njit(**_OPTIONS)(function)


def pointer(array: Array) -> Array:
    """The address of a C-ordered array's first element, to be indexed as if the array were flat."""
    return array.reshape(-1)


def matrix(start: Floats, offset: int, rows: int, columns: int) -> Floats:
    """The array (rows, columns) that begins `offset` elements behind the pointer `start`."""
    return start[offset : offset + rows * columns].reshape(rows, columns)


if numba is not None:
    from engine.network.kernels import pointers

    pointers.teach_numba(pointer, matrix)
