"""This module says what can be raced, and what is raced at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.project.variables import Values

OWN_PROJECT, DEPTH = "own_project", "depth"
OWN, ISLANDS, FIRST = "own", "islands", "xor"


@dataclass(frozen=True)
class RaceChoice:
    """What the controls say. values: () for those to begin with."""

    race: str = DEPTH
    data: str = FIRST
    units: int = 4
    seed: int = 0
    learning_rate: float = 0.05
    setting: str = "learning_rate"
    values: Values = ()
