"""This module compiles a kernel by itself, keeps it on disk, and lets Python and other kernels call it.

A kernel calls another one by the address that stands in that one's cell. As long as a kernel is not compiled, its cell
leads to Python, which compiles it, or loads it where that was done before, and calls it. So kernels can be compiled in
any order, in several processes at a time, and those that nothing needs are not compiled at all. Numba is imported for
the first call: that takes longer than all other imports, and a window or a script may have no use for it.
"""

from __future__ import annotations

import ctypes
import functools
import typing
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, ClassVar

from engine.network.kernels.cache import cache_folder
from engine.network.kernels.words import address_of

_C_TYPES: dict[Any, Any] = {int: ctypes.c_int64, float: ctypes.c_double, type(None): None}

_trouble: ContextVar[BaseException | None] = ContextVar("trouble", default=None)
"""What went wrong while a kernel was on its way to another one, thread by thread."""


class NativeKernel:
    """One function that Numba compiles on its first call."""

    ALL: ClassVar[list[NativeKernel]] = []
    """In the order in which they are declared."""

    PARTS: ClassVar[list[tuple[Callable[..., Any], dict[str, Any]]]] = []
    """The parts of kernels that Numba does not know yet, and how it shall compile them."""

    def __init__(self, function: Callable[..., Any], options: dict[str, Any]) -> None:
        self.function, self._options = function, options
        self.symbol = f"perceptra.{function.__module__}.{function.__name__}"
        self._call: Callable[..., Any] | None = None
        self._entry: Callable[..., Any] | None = None
        self._is_known = False
        self._way_to_python = self._c_type(self._call_from_kernel)
        self._cell = ctypes.cast(self._way_to_python, ctypes.c_void_p)
        self.ALL.append(self)

    @property
    def name(self) -> str:
        """The function's."""
        return self.function.__name__

    @property
    def is_ready(self) -> bool:
        """Whether the function was compiled or loaded."""
        return self._entry is not None

    def caller(self) -> Any:
        """What Python and other kernels call."""

        @functools.wraps(self.function)
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

        self._call = call
        return call

    def ready(self) -> Callable[..., Any]:
        """The compiled function, to be called with numbers and addresses."""
        return self._entry or self._made_ready()

    def _made_ready(self) -> Callable[..., Any]:
        """Compiles the function, or loads it where that was done before."""
        from engine.network.kernels import compiler

        with compiler.LOCK:
            if self._entry is None:
                self._tell_numba(compiler)
                address = compiler.compiled(self.function, self.hints, self._options, cache_folder())
                self._entry = self._c_type(address)
                self._cell.value = address
            return self._entry

    @classmethod
    def _tell_numba(cls, compiler: Any) -> None:
        """What kernels may call: parts and other kernels, as many as are declared by now."""
        while cls.PARTS:
            compiler.teach_part(*cls.PARTS.pop())
        for kernel in cls.ALL:
            if not kernel._is_known:
                compiler.teach_kernel(kernel._call, kernel.function, kernel.hints, kernel.symbol, kernel._cell)
                kernel._is_known = True

    @functools.cached_property
    def _c_type(self) -> Any:
        return ctypes.CFUNCTYPE(
            _C_TYPES[self.hints[-1]], *(_C_TYPES.get(kind, ctypes.c_void_p) for kind in self._kinds)
        )

    def _call_from_kernel(self, *arguments: Any) -> Any:
        """What the cell leads to until the function is compiled. A kernel cannot raise: what Python called does."""
        try:
            return self.ready()(*arguments)
        except BaseException as problem:
            _trouble.set(problem)
            return 0

    @functools.cached_property
    def hints(self) -> tuple[Any, ...]:
        """The types of what the function is given, and of what it returns."""
        return tuple(typing.get_type_hints(self.function).values())

    @functools.cached_property
    def _kinds(self) -> tuple[Any, ...]:
        return self.hints[:-1]
