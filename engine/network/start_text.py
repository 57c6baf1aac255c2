"""This module reads typed start weights of a layer: (T, w1, …) as in the lecture or (w1, …, b) as in textbooks."""

from __future__ import annotations

import math
import re

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError, brief

Floats = NDArray[np.float64]


def names(n_inputs: int, lecture: bool) -> str:
    """The components of a weight vector."""
    weights = ["w1", "w2", "w3"][:n_inputs] if n_inputs <= 3 else ["w1", "…", f"w{n_inputs}"]
    return ", ".join(["T", *weights] if lecture else [*weights, "b"])


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
    values = [_read_number(word) for word in words]
    wrong = next((word for word, value in zip(words, values, strict=True) if value is None), None)
    if wrong is not None:
        raise EngineError("{text} is not a number; give numbers with commas between.", text=brief(wrong, 40))
    if len(values) != n_inputs + 1:
        raise EngineError(
            "A start vector is ({names}), {wanted} numbers; got {got}.",
            names=names(n_inputs, lecture),
            wanted=n_inputs + 1,
            got=len(values),
        )
    numbers = [float(value) for value in values if value is not None]
    return [*numbers[1:], -numbers[0] + 0.0] if lecture else numbers


def _read_number(word: str) -> float | None:
    try:
        value = float(word.replace("−", "-"))
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in word else None  # 1_0 is Python's way to write 10
