"""This module writes weight vectors: (T, w1, …) with x0 = −1 in the lecture, (w1, …, b) in textbooks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.network.start_text import names
from gui.words.number_text import exact, few_figures

__all__ = [
    "exact_number", "exact_vector", "input_vector", "names", "short_number", "short_vector", "start_text",
    "unit_vector",
]  # fmt: skip

Floats = NDArray[np.float64]


def unit_vector(parameters: Floats, n_inputs: int, unit: int, lecture: bool) -> Floats:
    """Weights and bias of one unit of a single layer, or what is added to them, in the order that is written."""
    n_outputs = len(parameters) // (n_inputs + 1)
    weights, bias = parameters[unit : n_inputs * n_outputs : n_outputs], parameters[n_inputs * n_outputs + unit]
    return np.array([-bias, *weights] if lecture else [*weights, bias]) + 0.0


def input_vector(inputs: Floats, lecture: bool) -> Floats:
    """A sample with the constant input that belongs to threshold or bias."""
    return np.array([-1.0, *inputs] if lecture else [*inputs, 1.0])


def short_vector(values: Sequence[float] | Floats) -> str:
    """(0.5, 1, −1, 0): four significant figures, no zeros at the end."""
    largest = max((abs(value) for value in values), default=0.0)
    return f"({', '.join(short_number(value, largest) for value in values)})"


def short_number(value: float, largest: float = 0.0) -> str:
    """Four significant figures, no zeros at the end; what rounding left of a zero beside `largest` is written as 0."""
    return few_figures(value, beside=largest)


def exact_vector(values: Sequence[float] | Floats) -> str:
    """All digits."""
    return f"({', '.join(exact_number(value) for value in values)})"


def exact_number(value: float) -> str:
    """All digits, whole numbers without a point."""
    text = exact(value + 0.0)
    return text.removesuffix(".0")


def start_text(parameters: Floats, n_inputs: int, lecture: bool) -> str:
    """The vectors of all units as they can be typed, one behind the other with semicolons between."""
    n_outputs = len(parameters) // (n_inputs + 1)
    vectors = (unit_vector(parameters, n_inputs, unit, lecture) for unit in range(n_outputs))
    return "; ".join(", ".join(exact_number(value) for value in vector) for vector in vectors)
