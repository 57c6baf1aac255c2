"""This module samples a function of one input, such as y = 1 + sin(π·x/4), at even steps over an interval."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.datasets.generators import MAX_SAMPLES, MIN_SAMPLES, check_count, moved
from engine.expression import ExpressionError, Graph, evaluate_columns, parse
from engine.spec.errors import EngineError, Text

Floats = NDArray[np.float64]

MAX_END = 1e6  # of the interval, either side


def read_function(formula: str) -> Graph:
    """The formula of a function of one input. Raises ExpressionError, naming the character, for anything else."""
    graph = parse(formula)
    if len(graph.variables) > 1:
        second = graph.nodes[graph.index_of(graph.variables[1])]
        text = Text(
            "Character {at}: a function of one input has one variable, but {first} and {name} stand here. A product "
            "needs a ×.",
            at=second.start + 1,
            first=graph.variables[0],
            name=second.name,
        )
        raise ExpressionError(text, second.start, second.end)
    return graph


def function_variable(formula: str) -> str:
    """What the input of the function is called."""
    return next(iter(read_function(formula).variables), "x")


def function_rows(
    formula: str, interval: tuple[float, float], n_samples: int, noise: float, seed: int
) -> tuple[Floats, Floats]:
    """Inputs and targets (n_samples, 1): even steps from end to end; `noise` moves the targets alone.

    Raises EngineError for a formula that cannot be read or has no finite value somewhere, and for such an interval.
    """
    graph = read_function(formula)
    check_count(Text("number of samples"), n_samples, MIN_SAMPLES, MAX_SAMPLES)
    x = np.linspace(*_checked(interval), n_samples)
    y = np.array(np.broadcast_to(evaluate_columns(graph, dict.fromkeys(graph.variables, x)), x.shape))
    if not np.isfinite(y).all():
        index = float(x[np.flatnonzero(~np.isfinite(y))[0]])
        raise EngineError(
            "The function has no finite value at {place}; change the formula or the interval.", place=f"{index:.6g}"
        )
    return x[:, np.newaxis], moved(y[:, np.newaxis], noise, seed)


def _checked(interval: tuple[float, float]) -> tuple[float, float]:
    low, high = (float(end) for end in interval)
    if not (-MAX_END <= low < high <= MAX_END):
        raise EngineError(
            "The interval must begin before it ends, within ±{limit:,.0f}; got {low} to {high}.",
            limit=MAX_END,
            low=low,
            high=high,
        )
    return low, high
