"""A boundary is written as an equation."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from gui.features.decision_region.boundary.unit_lines import UnitLine
from gui.words.notation import Notation
from gui.words.number_text import MINUS, exact, without_dust
from gui.words.plot_numbers import figures

MOST_TERMS = 6
Write = Callable[[float], str]
"""How a number is written: `figures`, with fewer of them, or `exact`."""


def linear(terms: Sequence[tuple[float, str]], constant: float, write: Write = figures) -> str:
    """For example "−x₂ + 1.5"; a factor of 1 and terms of 0 are left out."""
    largest = max(abs(number) for number in (*(factor for factor, _ in terms), constant))
    text = ""
    for factor, name in terms:
        size = abs(without_dust(factor, beside=largest))
        if size == 0:
            continue
        text += _sign(factor, text) + (name if size == 1 else f"{_short_exact(write(size))}·{name}")
    constant = without_dust(constant, beside=largest)
    if constant or not text:
        text += _sign(constant, text) + _short_exact(write(abs(constant)))
    return text


def can_solve(line: UnitLine, column: int) -> bool:
    """Whether input `column` has a weight that is more than rounding dust."""
    return without_dust(float(line.weights[column]), beside=float(np.abs(line.weights).max())) != 0


def solved(line: UnitLine, names: Sequence[str], column: int, write: Write = figures) -> str | None:
    """The boundary solved for input `column`, as the lecture writes it for the first; None where that has no weight."""
    if not can_solve(line, column):
        return None
    factor = line.weights[column]
    others = [(-float(w / factor) + 0.0, names[k]) for k, w in enumerate(line.weights) if k != column]
    return f"{names[column]} = {linear(others, float((line.level - line.bias) / factor) + 0.0, write)}"


def net_input(line: UnitLine, names: Sequence[str], full: bool = False) -> str:
    """The net input as a sum, for example "0.5·x₁ + 0.5·x₂ − 0.75"; of many terms the first."""
    terms = [(float(w), name) for w, name in zip(line.weights, names, strict=True)]
    if len(terms) > MOST_TERMS and not full:
        return f"{linear(terms[:MOST_TERMS], 0.0)} + … {_signed(line.bias)}"
    return linear(terms, line.bias, exact if full else figures)


def bias_text(line: UnitLine, notation: Notation, full: bool = False) -> str:
    """ "T = 0.75" or "b = −0.75", as the notation says."""
    value = notation.bias_value(line.bias) + 0.0
    return f"{notation.bias()} = {_short_exact(exact(value)) if full else figures(value)}"


def _signed(value: float) -> str:
    return f"{MINUS if value < 0 else '+'} {figures(abs(value))}"


def _sign(value: float, text: str) -> str:
    if not text:
        return MINUS if value < 0 else ""
    return f" {MINUS} " if value < 0 else " + "


def _short_exact(text: str) -> str:
    return text.removesuffix(".0")
