"""This module finds the numbers of a step that stand on the diagram."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from engine.network.back_propagation import (
    ADJUST,
    DEVIATION,
    GRADIENTS,
    INITIALISE,
    OUTPUTS,
    PRESENT,
    REPEAT,
    BackPropagation,
)
from gui.words.number_text import MINUS, formula_number
from gui.words.symbols import Symbols

MOST_MARKS = 400
"""Numbers on more neurons or connections than this could not be read."""


@dataclass(frozen=True)
class StepMarks:
    """neurons: (layer, unit) → lines; connections: (layer, unit, input) → text; biases: (layer, unit) → text.

    Layers count from 0, −1 is the inputs. title: one line about the whole.
    """

    neurons: dict[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    connections: dict[tuple[int, int, int], str] = field(default_factory=dict)
    biases: dict[tuple[int, int], str] = field(default_factory=dict)
    title: str = ""


def step_marks(passage: BackPropagation, step: int, symbols: Symbols, title: str) -> StepMarks:
    """What the diagram shows in `step`."""
    neurons = _neurons(passage, step, symbols) if sum(passage.network.sizes) <= MOST_MARKS else {}
    values = {
        INITIALISE: passage.parameters,
        ADJUST: passage.changes,
        REPEAT: passage.new_parameters,
    }.get(step)
    if values is None or len(values) > MOST_MARKS:
        return StepMarks(neurons, title=title)
    sign = "Δ" if step == ADJUST else ""
    connections, biases = {}, {}
    for layer in range(len(passage.network.layers)):
        weights, thresholds = passage.layer(values, layer)
        for (source, unit), value in np.ndenumerate(weights):
            connections[layer, unit, source] = _signed(value, sign)
        for unit, value in enumerate(thresholds):
            name = "σ" if symbols.is_rbf(layer) else symbols.notation.bias()
            biases[layer, unit] = f"{sign}{name} {formula_number(symbols.bias_value(layer, value))}"
    return StepMarks(neurons, connections, biases, title)


def known_marks(passage: BackPropagation, step: int, symbols: Symbols, title: str) -> StepMarks:
    """What a person who computes `step` by hand knows: weights, and what the steps before have given."""
    weights = step_marks(passage, INITIALISE, symbols, title)
    if sum(passage.network.sizes) > MOST_MARKS:
        return weights
    last, target = len(passage.network.layers) - 1, f"{symbols.notation.target()} "
    marks = _marks(-1, [passage.inputs], [""])
    if step != OUTPUTS:
        for layer in range(last + 1):
            marks |= _marks(layer, [passage.activations[layer]], ["→ "])
        marks |= _marks(last, [passage.activations[last], passage.targets], ["→ ", target])
    if step == ADJUST:
        for layer in range(last + 1):
            marks |= _marks(layer, [passage.activations[layer], passage.deltas[layer]], ["→ ", "δ "])
    return replace(weights, neurons=marks)


def _signed(value: float, sign: str) -> str:
    text = formula_number(value)
    return text if not sign or text.startswith(MINUS) else f"+{text}"


def _neurons(passage: BackPropagation, step: int, symbols: Symbols) -> dict[tuple[int, int], tuple[str, ...]]:
    last = len(passage.network.layers) - 1
    target = symbols.notation.target()
    if step == PRESENT:
        marks = _marks(-1, [passage.inputs], [""])
        return marks | _marks(last, [passage.targets], [f"{target} "])
    if step == OUTPUTS:
        marks = _marks(-1, [passage.inputs], [""])
        net = "net " if symbols.is_lecture else "z "
        for layer in range(last + 1):
            marks |= _marks(layer, [passage.net_inputs[layer], passage.activations[layer]], [net, "→ "])
        return marks
    if step == DEVIATION:
        output = "o" if symbols.is_lecture else "ŷ"
        values = [passage.activations[last], passage.targets, passage.deviations]
        return _marks(last, values, [f"{output} ", f"{target} ", f"{target}{MINUS}{output} "])
    if step == GRADIENTS:
        marks = {}
        for layer in range(last + 1):
            marks |= _marks(layer, [passage.deltas[layer]], ["δ "])
        return marks
    return {}


def _marks(layer: int, values: list[np.ndarray], letters: list[str]) -> dict[tuple[int, int], tuple[str, ...]]:
    def lines(unit: int) -> Iterator[str]:
        for column, letter in zip(values, letters, strict=True):
            yield letter + formula_number(column[unit])

    return {(layer, unit): tuple(lines(unit)) for unit in range(len(values[0]))}
