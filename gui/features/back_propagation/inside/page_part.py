"""This module names the parts of the page "Look inside", and describes one that another feature makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from engine.project.project import Project
from gui.toolkit.theme import ThemeManager

STEPS, MATRICES, FUNCTIONS, CODE, CHECK = OF_A_STEP = ("steps", "matrices", "functions", "code", "check")
HIDDEN, WEIGHTS = OF_A_LAYER = ("hidden", "weights")
"""Parts about a whole layer: no formula of a single step goes with them."""
PARTS = (*OF_A_STEP, *OF_A_LAYER)
SAMPLE, BATCH, ALL = TAKES = ("sample", "batch", "all")
"""On which samples the code of its part runs."""


@dataclass(frozen=True)
class PagePart:
    """`name`: one of the page's PARTS. `fits`: for which projects it is offered. `make`: called when first shown."""

    name: str
    fits: Callable[[Project], bool]
    make: Callable[[ThemeManager], QWidget]
