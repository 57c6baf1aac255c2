"""The numeric kernels: one definition of the mathematics, compiled where Numba can be imported.

May import `data` and `spec`, and nothing else of `network`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    COMPILED: bool


def __getattr__(name: str) -> Any:
    """`COMPILED`: whether the kernels are compiled."""
    if name == "COMPILED":
        from engine.network.kernels import jit

        return jit.COMPILED
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
