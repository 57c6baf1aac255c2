"""This module describes a part of the page "Look inside" that another feature makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from engine.project.project import Project
from gui.toolkit.theme import ThemeManager


@dataclass(frozen=True)
class PagePart:
    """`name`: one of the page's PARTS. `fits`: for which projects it is offered. `make`: called when first shown."""

    name: str
    fits: Callable[[Project], bool]
    make: Callable[[ThemeManager], QWidget]
