"""This module defines the two functions by which kernels go from arrays to pointers and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
from numba.core import types
from numba.extending import intrinsic, overload


@intrinsic  # type: ignore[untyped-decorator]
def _data(_context: Any, array: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return context.make_array(signature.args[0])(context, builder, arguments[0]).data

    address = types.CPointer(array.dtype)  # type: ignore[attr-defined]
    return address(array), generate


@intrinsic  # type: ignore[untyped-decorator]
def _shifted(_context: Any, start: Any, offset: Any) -> Any:
    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.gep(arguments[0], [arguments[1]])

    return start(start, offset), generate


def teach_numba(pointer: Callable[..., Any], matrix: Callable[..., Any]) -> None:
    """Gives the Python functions `pointer` and `matrix` their compiled forms."""

    @overload(pointer, strict=False)  # type: ignore[untyped-decorator]
    def compiled_pointer(array: Any) -> Any:
        return lambda array: _data(array)  # noqa: PLW0108  (Numba wants a Python function)

    @overload(matrix, strict=False)  # type: ignore[untyped-decorator]
    def compiled_matrix(start: Any, offset: Any, rows: Any, columns: Any) -> Any:
        return lambda start, offset, rows, columns: numba.carray(_shifted(start, offset), (rows, columns))
