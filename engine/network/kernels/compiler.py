"""This module compiles with Numba, and teaches it what kernels are given, see `words.py`, and what they call.

It alone imports Numba, and is imported when the first kernel is called.
"""

from __future__ import annotations

import ctypes
import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llvmlite.binding
import numba
import numpy as np
from llvmlite import ir
from numba.core import cgutils, types
from numba.core.codegen import CPUCodeLibrary
from numba.core.compiler import Compiler
from numba.core.compiler_lock import global_compiler_lock
from numba.core.compiler_machinery import LoweringPass, register_pass
from numba.core.typed_passes import NativeLowering
from numba.core.typing.templates import AttributeTemplate
from numba.extending import (
    infer_getattr,
    intrinsic,
    lower_builtin,
    lower_getattr_generic,
    models,
    overload,
    register_model,
    type_callable,
)

from engine.network.kernels.words import Floats, Integers, draw, fields_of, is_named_tuple, matrix, record_dtype

LOCK = global_compiler_lock
_WORD = ir.IntType(64)


class _LinkedCode(CPUCodeLibrary):  # type: ignore[misc]
    """Optimised code that is linked into kernels. It becomes no machine code of its own: nobody calls it by itself."""

    def _finalize_final_module(self) -> None:
        self._finalized = True


@register_pass(mutates_CFG=False, analysis_only=False)
class _GiveToKernels(LoweringPass):  # type: ignore[misc]
    """Lets kernels find the code of a part by an object that stands for it."""

    _name = "give_to_kernels"

    def __init__(self) -> None:
        LoweringPass.__init__(self)

    def run_pass(self, state: Any) -> bool:
        stands_for_it = [state.library].count  # Numba wants a function of C, another one for each part
        state.targetctx.insert_user_function(stands_for_it, state.cr.fndesc, [state.library])
        state.cr = state.cr._replace(cfunc=stands_for_it)
        return True


class _PartCompiler(Compiler):  # type: ignore[misc]
    """Numba's compiler without the last step."""

    def define_pipelines(self) -> Any:
        self.state.flags.no_compile = True
        self.state.library = _LinkedCode(self.state.targetctx.codegen(), self.state.func_id.func_qualname)
        pipelines = super().define_pipelines()
        for each in pipelines:
            each.add_pass_after(_GiveToKernels, NativeLowering)
            each.finalize()
        return pipelines


_PART: dict[str, Any] = {"no_cfunc_wrapper": True, "no_cpython_wrapper": True, "pipeline_class": _PartCompiler}


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


@overload(matrix, strict=False)  # type: ignore[untyped-decorator]
def compiled_matrix(start: Any, offset: Any, rows: Any, columns: Any) -> Any:
    """`matrix` as a kernel has it."""
    return lambda start, offset, rows, columns: numba.carray(_shifted(start, offset), (rows, columns))


@overload(draw, strict=False)  # type: ignore[untyped-decorator]
def compiled_draw(rng: Any) -> Any:
    """`draw` as a kernel has it."""
    return lambda rng: _drawn(rng)  # noqa: PLW0108  (Numba wants a Python function)


def teach_part(function: Callable[..., Any], options: dict[str, Any]) -> None:
    """Lets kernels call `function`, which is compiled with them: Numba's form takes its place in their modules."""
    for_numba = numba.njit(**options, **_PART)(function)
    for name, module in list(sys.modules.items()):
        if name.startswith(__package__):
            vars(module).update({own: for_numba for own, value in vars(module).items() if value is function})


def teach_kernel(
    call: Callable[..., Any], function: Callable[..., Any], hints: tuple[Any, ...], symbol: str, cell: ctypes.c_void_p
) -> None:
    """Lets kernels that call `call` call the machine code of `function`, whose address stands in `cell`."""
    llvmlite.binding.add_symbol(symbol, ctypes.addressof(cell))
    known = _signature_of(hints)

    def find_signature(*_arguments: Any) -> Any:
        return known

    vars(find_signature)["__signature__"] = inspect.signature(function)
    type_callable(call)(lambda _context: find_signature)

    @lower_builtin(call, types.VarArg(types.Any))  # type: ignore[untyped-decorator, attr-defined]
    def compiled_call(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        nothing = signature.return_type == types.void
        result = ir.VoidType() if nothing else context.get_value_type(signature.return_type)
        type_of_it = ir.FunctionType(result, [context.get_value_type(kind) for kind in signature.args])
        place = builder.module.globals.get(symbol)
        if place is None:
            place = ir.GlobalVariable(builder.module, type_of_it.as_pointer(), symbol)
        value = builder.call(builder.load(place), arguments)
        return context.get_dummy_value() if nothing else value


def compiled(function: Callable[..., Any], hints: tuple[Any, ...], options: dict[str, Any], folder: Path | None) -> int:
    """The address of `function` compiled by itself, or loaded from `folder`, where it is kept."""
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(folder or "")  # read once, while the decorator looks for a place
    try:
        address: int = numba.cfunc(_signature_of(hints), cache=folder is not None, **options)(function).address
    finally:
        numba.config.CACHE_DIR = before
    return address


def _signature_of(hints: tuple[Any, ...]) -> Any:
    return numba_type(hints[-1])(*map(numba_type, hints[:-1]))
