"""This module knows where a number in a formula comes from: a row of a step, or a setting of training."""

from __future__ import annotations

from dataclasses import dataclass

from engine.network.back_propagation import ADJUST, DEVIATION, GRADIENTS, INITIALISE, OUTPUTS, PRESENT
from gui.words.mathematics.part_marks import marked
from gui.words.number_text import bracketed, formula_number

Key = tuple[int, ...]
FIRST, LAST = 0, -1


@dataclass(frozen=True)
class Origin:
    """A row of a step; key as in `StepRow`. which: of several rows for it, FIRST, LAST or another."""

    step: int
    key: Key
    which: int = LAST


@dataclass(frozen=True)
class SettingOrigin:
    """The training setting of that name, which has a field."""

    name: str


Source = Origin | SettingOrigin
RATE, MOMENTUM = SettingOrigin("learning_rate"), SettingOrigin("momentum")


def weight(layer: int, source: int, unit: int) -> Origin:
    """Where a weight stands."""
    return Origin(INITIALISE, (layer, unit, source))


def bias(layer: int, unit: int) -> Origin:
    """Where a threshold, bias or width stands."""
    return Origin(INITIALISE, (layer, unit))


def output(layer: int, unit: int) -> Origin:
    """Where the output of a unit is computed; of an input (layer −1) where it is given."""
    return Origin(PRESENT, (layer, unit)) if layer < 0 else Origin(OUTPUTS, (layer, unit))


def net(layer: int, unit: int) -> Origin:
    """Where a net input is computed."""
    return Origin(OUTPUTS, (layer, unit), FIRST)


def target(layer: int, unit: int) -> Origin:
    """Where a desired output is given; layer: the last one."""
    return Origin(PRESENT, (layer, unit))


def deviation(layer: int, unit: int) -> Origin:
    """Where desired minus actual output is computed; layer: the last one."""
    return Origin(DEVIATION, (layer, unit))


def delta(layer: int, unit: int) -> Origin:
    """Where an error signal is computed."""
    return Origin(GRADIENTS, (layer, unit))


def velocity(key: Key) -> Origin:
    """Where it stands what momentum has gathered for a parameter."""
    return Origin(ADJUST, key, FIRST)


class NumberWriter:
    """Writes the numbers of formulas with at most so many `figures`.

    marks: whether each is marked with its place in `origins` (see `part_marks`), for those who draw the formula.
    """

    def __init__(self, figures: int, marks: bool = False) -> None:
        self._figures, self._marks = figures, marks
        self._places: dict[Source, int] = {}

    @property
    def origins(self) -> tuple[Source, ...]:
        """Where the numbers that were marked come from."""
        return tuple(self._places)

    def plain(self, value: float, origin: Source | None = None) -> str:
        """`value`, which comes from `origin`."""
        return self._marked(formula_number(value, most=self._figures), origin)

    def bracketed(self, value: float, origin: Source | None = None) -> str:
        """The same, negative numbers in brackets: they stand behind a sign."""
        text = bracketed(value, self._figures)
        return f"({self._marked(text[1:-1], origin)})" if text.startswith("(") else self._marked(text, origin)

    def _marked(self, text: str, origin: Source | None) -> str:
        if not self._marks or origin is None:
            return text
        return marked(text, self._places.setdefault(origin, len(self._places)))
