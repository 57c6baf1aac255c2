"""This module writes the formulas of an RBF layer: distances in place of weighted sums."""

from __future__ import annotations

from engine.network.back_propagation import BackPropagation
from gui.features.back_propagation.steps import origins
from gui.features.back_propagation.steps.origins import NumberWriter
from gui.words.notation import subscript
from gui.words.number_text import MINUS
from gui.words.symbols import Symbols

MOST_TERMS = 4
Pair = tuple[str, str]


def net_input(passage: BackPropagation, unit: int, writer: NumberWriter) -> Pair:
    """‖x − c‖² / 2σ²."""
    index = subscript(unit + 1)
    count = len(passage.inputs)
    few = range(min(count, MOST_TERMS))
    terms = [f"({_input(passage, k, writer)} {MINUS} {_centre(passage, k, unit, writer)})²" for k in few]
    squares = " + ".join(terms) + (" + …" if count > MOST_TERMS else "")
    return f"‖x {MINUS} c{index}‖² / 2σ{index}²", f"({squares}) / (2·{_width(passage, unit, writer)}²)"


def centre_change(passage: BackPropagation, names: Symbols, source: int, unit: int, writer: NumberWriter) -> Pair:
    """Δc = −η ∂E/∂c = −η·δ·(x − c)/σ²: ∂net/∂c is −(x − c)/σ², and δ is −∂E/∂net."""
    letters = (
        f"{MINUS}η·{names.delta(0, unit)}·({names.neuron(-1, source)} {MINUS} {names.weight(0, source, unit)})"
        f"/{names.bias(0, unit)}²"
    )
    rate, width = writer.plain(passage.training.learning_rate, origins.RATE), _width(passage, unit, writer)
    x, c = _input(passage, source, writer), _centre(passage, source, unit, writer)
    return letters, f"{MINUS}{rate}·{_delta(passage, unit, writer)}·({x} {MINUS} {c})/{width}²"


def width_change(passage: BackPropagation, names: Symbols, unit: int, writer: NumberWriter) -> Pair:
    """Δσ = −η ∂E/∂σ = −η·δ·2·net/σ: ∂net/∂σ is −2 net/σ."""
    letters = f"{MINUS}η·{names.delta(0, unit)}·2·{names.net(0, unit)}/{names.bias(0, unit)}"
    rate, width = writer.plain(passage.training.learning_rate, origins.RATE), _width(passage, unit, writer)
    net = writer.plain(passage.net_inputs[0][unit], origins.net(0, unit))
    return letters, f"{MINUS}{rate}·{_delta(passage, unit, writer)}·2·{net}/{width}"


def _input(passage: BackPropagation, source: int, writer: NumberWriter) -> str:
    return writer.plain(passage.inputs[source], origins.output(-1, source))


def _centre(passage: BackPropagation, source: int, unit: int, writer: NumberWriter) -> str:
    centres, _ = passage.layer(passage.parameters, 0)
    return writer.bracketed(centres[source, unit], origins.weight(0, source, unit))


def _width(passage: BackPropagation, unit: int, writer: NumberWriter) -> str:
    _, widths = passage.layer(passage.parameters, 0)
    return writer.plain(widths[unit], origins.bias(0, unit))


def _delta(passage: BackPropagation, unit: int, writer: NumberWriter) -> str:
    return writer.bracketed(passage.deltas[0][unit], origins.delta(0, unit))
