"""This module describes what features offer to be drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gui.toolkit.export.picture import Picture


@dataclass(frozen=True)
class Offer:
    """A view that can be drawn: its fixed name, its title, and what takes its picture as it is now (None: nothing)."""

    name: str
    title: str
    take: Callable[[], Picture | None]
