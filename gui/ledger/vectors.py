"""Weight vectors as they are written: (T, w1, …) with x0 = −1 in the lecture, (w1, …, b) in textbooks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from gui.entries.entry_text import read_number
from gui.number_text import exact

Floats = NDArray[np.float64]

_ROUNDING = 1e-12  # this part of the largest component is what rounding leaves of a zero


def unit_vector(parameters: Floats, n_inputs: int, unit: int, lecture: bool) -> Floats:
    """Weights and bias of one unit of a single layer, or what is added to them, in the order that is written."""
    n_outputs = len(parameters) // (n_inputs + 1)
    weights, bias = parameters[unit : n_inputs * n_outputs : n_outputs], parameters[n_inputs * n_outputs + unit]
    return np.array([-bias, *weights] if lecture else [*weights, bias]) + 0.0


def input_vector(inputs: Floats, lecture: bool) -> Floats:
    """A sample with the constant input that belongs to threshold or bias."""
    return np.array([-1.0, *inputs] if lecture else [*inputs, 1.0])


def names(n_inputs: int, lecture: bool) -> str:
    """The components of a weight vector."""
    weights = ["w1", "w2", "w3"][:n_inputs] if n_inputs <= 3 else ["w1", "…", f"w{n_inputs}"]
    return ", ".join(["T", *weights] if lecture else [*weights, "b"])


def short_vector(values: Sequence[float] | Floats) -> str:
    """(0.5, 1, −1, 0): four significant figures, no zeros at the end."""
    largest = max((abs(value) for value in values), default=0.0)
    return f"({', '.join(short_number(value, largest) for value in values)})"


def short_number(value: float, largest: float = 0.0) -> str:
    """Four significant figures, no zeros at the end; what rounding left of a zero beside `largest` is written as 0."""
    if abs(value) <= _ROUNDING * largest or value == 0:
        return "0"
    return f"{value:.4g}".replace("-", "−")


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


def read_start(text: str, n_inputs: int, n_outputs: int, lecture: bool) -> Floats:
    """The parameters, flat, that `text` says. Raises EngineError where it does not say as many as are needed."""
    parts = [part for part in re.split(r"[;；\n]|\)\s*[,，]?\s*\(", text) if part.strip(" ()（）[]，,")]
    if len(parts) != n_outputs:
        raise EngineError(
            "Give one vector for each of the {units} output units, with semicolons between; got {got}.",
            units=n_outputs,
            got=len(parts),
        )
    rows = [_read_vector(part, n_inputs, lecture) for part in parts]
    parameters = np.array([*[row[:-1] for row in rows]]).T.ravel()
    return np.concatenate([parameters, [row[-1] for row in rows]])


def _read_vector(text: str, n_inputs: int, lecture: bool) -> list[float]:
    """Weights, then the bias."""
    words = [word for word in re.split(r"[\s,，、()（）\[\]]+", text) if word]
    values = [read_number(word) for word in words]
    wrong = next((word for word, value in zip(words, values, strict=True) if value is None), None)
    if wrong is not None:
        raise EngineError("{text} is not a number; give numbers with commas between.", text=wrong)
    if len(values) != n_inputs + 1:
        raise EngineError(
            "A start vector is ({names}), {wanted} numbers; got {got}.",
            names=names(n_inputs, lecture),
            wanted=n_inputs + 1,
            got=len(values),
        )
    numbers = [float(value) for value in values if value is not None]
    return [*numbers[1:], -numbers[0] + 0.0] if lecture else numbers
