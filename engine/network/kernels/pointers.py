"""This module teaches Numba what kernels are given, see `words.py`, and how they read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from llvmlite import ir
from numba.core import cgutils, types
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, models, overload, register_model

from engine.network.kernels.words import Floats, Integers, fields_of, is_named_tuple, record_dtype

_WORD = ir.IntType(64)


class Words(types.Type):
    """The address of the words of a NamedTuple or of a random generator."""

    def __init__(self, kind: type) -> None:
        self.kind = kind
        super().__init__(name=f"Words({kind.__module__}.{kind.__qualname__})")


register_model(Words)(models.OpaqueModel)


def numba_type(kind: Any) -> Any:
    """Numba's type for what is declared as `kind` in Python."""
    plain = {
        int: types.int64,
        float: types.float64,
        type(None): types.void,
        Floats: types.CPointer(types.float64),  # type: ignore[attr-defined]
        Integers: types.CPointer(types.int64),  # type: ignore[attr-defined]
    }
    if kind in plain:
        return plain[kind]
    if is_named_tuple(kind) or kind is np.random.Generator:
        return Words(kind)
    return numba.from_dtype(record_dtype(kind))


@infer_getattr
class _FieldTypes(AttributeTemplate):  # type: ignore[misc]
    key = Words

    def generic_resolve(self, words: Words, name: str) -> Any:
        field = fields_of(words.kind).get(name)
        return None if field is None else numba_type(field.kind)


@lower_getattr_generic(Words)  # type: ignore[untyped-decorator]
def compiled_field(context: Any, builder: Any, words: Words, address: Any, name: str) -> Any:
    """A field is read once: nobody writes one of a NamedTuple."""
    place, kind = fields_of(words.kind)[name]
    at = builder.gep(builder.bitcast(address, _WORD.as_pointer()), [_WORD(place)])
    if is_named_tuple(kind):
        return builder.bitcast(at, cgutils.voidptr_t)
    value = builder.load(builder.bitcast(at, context.get_value_type(numba_type(kind)).as_pointer()))
    value.set_metadata("invariant.load", builder.module.add_metadata([]))
    return value


@intrinsic  # type: ignore[untyped-decorator]
def _shifted(_context: Any, start: Any, offset: Any) -> Any:
    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.gep(arguments[0], [arguments[1]])

    return start(start, offset), generate


@intrinsic  # type: ignore[untyped-decorator]
def _drawn(_context: Any, rng: Any) -> Any:
    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        function = ir.FunctionType(ir.DoubleType(), [cgutils.voidptr_t])
        words = builder.bitcast(arguments[0], cgutils.voidptr_t.as_pointer())
        next_double, state = (builder.load(builder.gep(words, [_WORD(place)])) for place in range(2))
        return builder.call(builder.bitcast(next_double, function.as_pointer()), [state])

    return types.float64(rng), generate


def teach_numba(matrix: Callable[..., Any], draw: Callable[..., Any]) -> None:
    """Gives the Python functions `matrix` and `draw` their compiled forms."""

    @overload(matrix, strict=False)  # type: ignore[untyped-decorator]
    def compiled_matrix(start: Any, offset: Any, rows: Any, columns: Any) -> Any:
        return lambda start, offset, rows, columns: numba.carray(_shifted(start, offset), (rows, columns))

    @overload(draw, strict=False)  # type: ignore[untyped-decorator]
    def compiled_draw(rng: Any) -> Any:
        return lambda rng: _drawn(rng)  # noqa: PLW0108  (Numba wants a Python function)
