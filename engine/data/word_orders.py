"""This module writes an order of words into the heading of a column, as `size: small < large`, and reads it there.

The sample tables that the program exports have such a column of codes for every column whose words would otherwise
come back in another order or encoding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.data.words import ONE_HOT, ORDINAL

_BETWEEN = {ORDINAL: " < ", ONE_HOT: " | "}


@dataclass(frozen=True)
class WordOrder:
    """The words of the column called `name`, in their order; encoding: how they become inputs."""

    name: str
    words: tuple[str, ...]
    encoding: str

    @property
    def heading(self) -> str:
        """The heading of a column of their codes."""
        return f"{self.name}: {_BETWEEN[self.encoding].join(self.words)}"


def order_in(heading: str, names: Sequence[str]) -> WordOrder | None:
    """The order that a heading declares for one of the columns called `names`; None for another heading."""
    name = next((name for name in names if heading.startswith(f"{name}: ")), None)
    if name is None:
        return None
    words = heading.removeprefix(f"{name}: ")
    found = [WordOrder(name, tuple(words.split(mark)), encoding) for encoding, mark in _BETWEEN.items()]
    return max(found, key=lambda order: len(order.words))
