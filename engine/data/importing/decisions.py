"""This module defines what is decided for the user: a sentence, and what takes it back with one click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from engine.data.importing.layout import Layout
from engine.spec.errors import Text


@dataclass(frozen=True)
class Decision:
    """text: what was decided. Undone, the columns in `roles` (place, role) get other roles, the fields in `layout`
    other values, and the plan another `task`; where all are empty there is nothing to undo.
    """

    text: Text
    roles: tuple[tuple[int, str], ...] = ()
    layout: tuple[tuple[str, Any], ...] = ()
    task: str = ""

    @property
    def can_be_undone(self) -> bool:
        """Whether there is another way."""
        return bool(self.roles or self.layout or self.task)

    def other_layout(self, layout: Layout) -> Layout:
        """`layout` with the decision taken back."""
        return replace(layout, **dict(self.layout))


def some(names: Iterable[object]) -> str:
    """Names in a sentence, the first few of many."""
    listed = [" ".join(str(name).split()) for name in names]
    return ", ".join(listed) if len(listed) <= 6 else ", ".join(listed[:6]) + ", …"
