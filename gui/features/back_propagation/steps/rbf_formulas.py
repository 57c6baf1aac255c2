"""This module writes the formulas of an RBF layer: distances in place of weighted sums."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from engine.network.back_propagation import BackPropagation
from gui.words.notation import subscript
from gui.words.number_text import MINUS, bracketed, formula_number
from gui.words.symbols import Symbols

MOST_TERMS = 4
Pair = tuple[str, str]
Write = Callable[[float], str]


def net_input(passage: BackPropagation, unit: int, figures: int) -> Pair:
    """‖x − c‖² / 2σ²."""
    number, in_brackets = _writers(figures)
    centres, widths = passage.layer(passage.parameters, 0)
    index = subscript(unit + 1)
    pairs = list(zip(passage.inputs, centres[:, unit], strict=True))
    terms = [f"({number(x)} {MINUS} {in_brackets(c)})²" for x, c in pairs[:MOST_TERMS]]
    squares = " + ".join(terms) + (" + …" if len(pairs) > MOST_TERMS else "")
    return f"‖x {MINUS} c{index}‖² / 2σ{index}²", f"({squares}) / (2·{number(widths[unit])}²)"


def centre_change(passage: BackPropagation, names: Symbols, source: int, unit: int, figures: int) -> Pair:
    """Δc = −η ∂E/∂c = −η·δ·(x − c)/σ²: ∂net/∂c is −(x − c)/σ², and δ is −∂E/∂net."""
    number, in_brackets = _writers(figures)
    centres, widths = passage.layer(passage.parameters, 0)
    x, c, delta = passage.inputs[source], centres[source, unit], passage.deltas[0][unit]
    letters = (
        f"{MINUS}η·{names.delta(0, unit)}·({names.neuron(-1, source)} {MINUS} {names.weight(0, source, unit)})"
        f"/{names.bias(0, unit)}²"
    )
    rate = number(passage.training.learning_rate)
    width = number(widths[unit])
    return letters, f"{MINUS}{rate}·{in_brackets(delta)}·({number(x)} {MINUS} {in_brackets(c)})/{width}²"


def width_change(passage: BackPropagation, names: Symbols, unit: int, figures: int) -> Pair:
    """Δσ = −η ∂E/∂σ = −η·δ·2·net/σ: ∂net/∂σ is −2 net/σ."""
    number, in_brackets = _writers(figures)
    _, widths = passage.layer(passage.parameters, 0)
    delta, net = passage.deltas[0][unit], passage.net_inputs[0][unit]
    letters = f"{MINUS}η·{names.delta(0, unit)}·2·{names.net(0, unit)}/{names.bias(0, unit)}"
    rate = number(passage.training.learning_rate)
    return letters, f"{MINUS}{rate}·{in_brackets(delta)}·2·{number(net)}/{number(widths[unit])}"


def _writers(figures: int) -> tuple[Write, Write]:
    return partial(formula_number, most=figures), partial(bracketed, most=figures)
