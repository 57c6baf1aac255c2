"""This module compiles a kernel by itself, keeps it on disk, and lets Python and other kernels call it.

A kernel calls another one by the address that stands in that one's cell. As long as a kernel is not compiled, its cell
leads to Python, which compiles it, or loads it where that was done before, and calls it. So kernels can be compiled in
any order, in several processes at a time, and those that nothing needs are not compiled at all.
"""

from __future__ import annotations

import ctypes
import functools
import inspect
import typing
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, ClassVar

import llvmlite.binding
import numba
from llvmlite import ir
from numba.core import types
from numba.core.compiler_lock import global_compiler_lock
from numba.extending import lower_builtin, type_callable

from engine.network.kernels.cache import cache_folder
from engine.network.kernels.pointers import numba_type
from engine.network.kernels.words import address_of

_C_TYPES: dict[Any, Any] = {int: ctypes.c_int64, float: ctypes.c_double, type(None): None}

_trouble: ContextVar[BaseException | None] = ContextVar("trouble", default=None)
"""What went wrong while a kernel was on its way to another one, thread by thread."""


class NativeKernel:
    """One function that Numba compiles on its first call."""

    ALL: ClassVar[list[NativeKernel]] = []
    """In the order in which they are declared."""

    def __init__(self, function: Callable[..., Any], options: dict[str, Any]) -> None:
        self._function, self._options = function, options
        self._symbol = f"perceptra.{function.__module__}.{function.__name__}"
        self._entry: Callable[..., Any] | None = None
        self._way_to_python = self._c_type(self._call_from_kernel)
        self._cell = ctypes.cast(self._way_to_python, ctypes.c_void_p)
        llvmlite.binding.add_symbol(self._symbol, ctypes.addressof(self._cell))
        self.ALL.append(self)

    @property
    def name(self) -> str:
        """The function's."""
        return self._function.__name__

    @property
    def is_ready(self) -> bool:
        """Whether the function was compiled or loaded."""
        return self._entry is not None

    def caller(self) -> Any:
        """What Python and other kernels call."""

        @functools.wraps(self._function)
        def call(*arguments: Any) -> Any:
            passed, kept = [], []
            for value, kind in zip(arguments, self._kinds, strict=True):
                if kind in _C_TYPES:
                    passed.append(value)
                else:
                    address, owner = address_of(value, kind)
                    passed.append(address)
                    kept.append(owner)
            result = self.ready()(*passed)
            if problem := _trouble.get():
                _trouble.set(None)
                raise problem
            return result

        self._teach_numba(call)
        return call

    def ready(self) -> Callable[..., Any]:
        """The compiled function, to be called with numbers and addresses."""
        return self._entry or self._made_ready()

    def _made_ready(self) -> Callable[..., Any]:
        """Compiles the function, or loads it where that was done before."""
        folder = cache_folder()
        with global_compiler_lock:
            if self._entry is None:
                before = numba.config.CACHE_DIR
                numba.config.CACHE_DIR = str(folder or "")  # read once, while the decorator looks for a place
                try:
                    decorate = numba.cfunc(self._signature, cache=folder is not None, **self._options)
                    address = decorate(self._function).address
                finally:
                    numba.config.CACHE_DIR = before
                self._entry = self._c_type(address)
                self._cell.value = address
            return self._entry

    @functools.cached_property
    def _c_type(self) -> Any:
        return ctypes.CFUNCTYPE(_C_TYPES[self._result], *(_C_TYPES.get(kind, ctypes.c_void_p) for kind in self._kinds))

    def _call_from_kernel(self, *arguments: Any) -> Any:
        """What the cell leads to until the function is compiled. A kernel cannot raise: what Python called does."""
        try:
            return self.ready()(*arguments)
        except BaseException as problem:
            _trouble.set(problem)
            return 0

    @functools.cached_property
    def _hints(self) -> tuple[Any, ...]:
        return tuple(typing.get_type_hints(self._function).values())

    @functools.cached_property
    def _kinds(self) -> tuple[Any, ...]:
        return self._hints[:-1]

    @functools.cached_property
    def _result(self) -> Any:
        return self._hints[-1]

    @functools.cached_property
    def _signature(self) -> Any:
        return numba_type(self._result)(*map(numba_type, self._kinds))

    def _teach_numba(self, call: Callable[..., Any]) -> None:
        """Compiled code that calls `call` calls the machine code."""

        def find_signature(*_arguments: Any) -> Any:
            return self._signature

        vars(find_signature)["__signature__"] = inspect.signature(self._function)
        type_callable(call)(lambda _context: find_signature)

        @lower_builtin(call, types.VarArg(types.Any))  # type: ignore[untyped-decorator, attr-defined]
        def compiled_call(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            nothing = signature.return_type == types.void
            result = ir.VoidType() if nothing else context.get_value_type(signature.return_type)
            function = ir.FunctionType(result, [context.get_value_type(kind) for kind in signature.args])
            cell = builder.module.globals.get(self._symbol)
            if cell is None:
                cell = ir.GlobalVariable(builder.module, function.as_pointer(), self._symbol)
            value = builder.call(builder.load(cell), arguments)
            return context.get_dummy_value() if nothing else value
