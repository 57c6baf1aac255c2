"""This module compiles the kernels with Numba, or leaves them as plain Python where Numba cannot be imported.

Inside the kernels arrays are bare pointers: Numba counts references to arrays at every call, and tests every index for
counting from the end; with layers of two units that costs more than the mathematics. A NamedTuple that a kernel is
given is the address of its fields. Uncompiled, a "pointer" is the flat array itself.
"""

from __future__ import annotations

import functools
import importlib.util
import types
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from engine.network.kernels.native import NativeKernel
from engine.network.kernels.words import Floats, Integers

Function = TypeVar("Function", bound=Callable[..., Any])

__all__ = [
    "COMPILED",
    "Floats",
    "Integers",
    "copied_part",
    "exact_part",
    "inlined_part",
    "kernel",
    "part",
    "strict_part",
]

COMPILED: bool = importlib.util.find_spec("numba") is not None

_STRICT: dict[str, Any] = {"error_model": "numpy"}
_OPTIONS: dict[str, Any] = {**_STRICT, "fastmath": {"reassoc", "contract", "nsz"}}


def kernel(function: Function) -> Function:
    """`function` compiled by itself, without the GIL, and kept on disk where that can be: what Python calls.

    Kernels call each other as machine code, so that none is compiled into another one. They take ints, floats, arrays
    in C order, NamedTuples of these, and a random generator; they return nothing, an int or a float.
    Sums may be reordered; NaN and infinity keep their sense.
    """
    call: Function = NativeKernel(function, _OPTIONS).caller() if COMPILED else _on_flat_arrays(function)
    return call


def part(function: Function) -> Function:
    """`function` compiled as a part of the kernels that call it."""
    return _part(function, _OPTIONS)


def inlined_part(function: Function) -> Function:
    """Like `part`, written into its caller: what is optimised once by itself and once more there becomes faster."""
    return _part(function, {**_OPTIONS, "forceinline": True})


def copied_part(function: Function) -> Function:
    """Like `part`, copied into its caller before compilation, so that it is not compiled twice."""
    return _part(function, {**_OPTIONS, "inline": "always"})


def exact_part(function: Function) -> Function:
    """Like `part`, for formulas whose order of operations is what makes them exact; only fused multiply-adds."""
    return _part(function, {**_STRICT, "fastmath": {"contract"}})


def strict_part(function: Function) -> Function:
    """Like `part`, with every operation rounded as it stands: the same bits as `function` gives in Python."""
    copy: Any = types.FunctionType(function.__code__, function.__globals__, function.__name__)  # Python keeps its own
    functools.update_wrapper(copy, function)
    own: Function = copy
    return _part(own, _STRICT)


def _part(function: Function, options: dict[str, Any]) -> Function:
    NativeKernel.PARTS.append((function, options))
    return function


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
