"""This module computes derived input features from formulas that a person types, such as x1^2 or sin(x1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.column_names import shown_input
from engine.expression import ExpressionError, Graph, evaluate_columns, parse
from engine.expression.tokens import Token, TokenKind, tokenize
from engine.spec.errors import Text

Floats = NDArray[np.float64]

_TO_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_TO_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Feature:
    """A feature is a parsed formula: its `graph`, the input column of each variable, and its printed form."""

    graph: Graph
    places: Mapping[str, int]
    name: str

    def values(self, raw: Floats) -> Floats:
        """The feature (n,) of the rows `raw` (n, n_inputs); NaN or infinite where it has no value."""
        columns = {variable: raw[:, place] for variable, place in self.places.items()}
        return evaluate_columns(self.graph, columns)


@lru_cache(maxsize=256)
def read_feature(text: str, names: tuple[str, ...]) -> Feature:
    """The formula `text` over columns called `names`; they also answer to x1, x2 …, and one or two to x and y.

    A column called "" holds no numbers to calculate with.
    Raises ExpressionError, naming the character, for what is no formula and for names that no column has.
    """
    graph = parse(text)
    known = _known_names(names)
    places = {}
    for variable in graph.variables:
        place = known.get(variable.translate(_TO_DIGITS))
        if place is None:
            raise _unknown(graph, variable, names)
        places[variable] = place
    if not places:
        raise ExpressionError(
            Text("Character {at}: no input stands in this formula; use {names}.", at=1, names=_few(names)), 0, len(text)
        )
    return Feature(graph, places, _shown(text, {name: names[place] for name, place in places.items()}))


def common_features(names: tuple[str, ...]) -> tuple[str, ...]:
    """Formulas worth offering for columns called `names`: squares, products, sine, the distance from the origin."""
    x = _usable_names(names)
    if not x:
        return ()
    if len(x) == 1:
        return (f"{x[0]}^2", f"{x[0]}^3", f"sin({x[0]})", f"cos({x[0]})", f"sin(2*{x[0]})", f"exp(-{x[0]}^2)")
    squares = [f"{name}^2" for name in x[:6]]
    products = [f"{a}*{b}" for index, a in enumerate(x[:4]) for b in x[index + 1 : 4]]
    if len(x) > 2:
        return (*squares, *products)
    return (*squares, *products, f"sin({x[0]})", f"sin({x[1]})", f"sqrt({x[0]}^2+{x[1]}^2)")


def _known_names(names: tuple[str, ...]) -> dict[str, int]:
    """All that the columns answer to; a column's own name counts for more than its number, and "" answers to none."""
    letters = dict(zip("xy", range(len(names)), strict=False)) if len(names) <= 2 else {}
    numbers = {f"x{index + 1}": index for index in range(len(names))}
    known = letters | numbers | {name.translate(_TO_DIGITS): index for index, name in enumerate(names)}
    return {called: index for called, index in known.items() if names[index]}


def _unknown(graph: Graph, variable: str, names: tuple[str, ...]) -> ExpressionError:
    node = graph.nodes[graph.index_of(variable)]
    text = Text(
        "Character {at}: there is no input {name}; use {names}. A product needs a ×.",
        at=node.start + 1,
        name=variable,
        names=_few(names),
    )
    return ExpressionError(text, node.start, node.end)


def _few(names: tuple[str, ...]) -> str:
    """What the columns can be called in a formula, the first few of them."""
    usable = _usable_names(names)
    return ", ".join(usable if len(usable) <= 6 else [*usable[:5], "…", usable[-1]])


def _usable_names(names: tuple[str, ...]) -> list[str]:
    """For each column its name, where a formula can hold that, else its number or letter."""
    known = _known_names(names)
    usable = []
    for index, name in enumerate(names):
        ways = (name, f"x{index + 1}", "xyz"[index : index + 1])
        usable += [way for way in ways if _is_name(way) and known.get(way.translate(_TO_DIGITS)) == index][:1]
    return usable


def _is_name(text: str) -> bool:
    try:
        return parse(text).nodes[0].is_variable
    except ExpressionError:
        return False


def _shown(text: str, names: Mapping[str, str]) -> str:
    """The formula in print: x1^2 + sqrt(x2) as x₁² + √(x₂)."""
    tokens = tokenize(text)
    if tokens[1].is_sign("="):
        tokens = tokens[2:]
    parts: list[str] = []
    place = 0
    while tokens[place].kind is not TokenKind.END:
        raised = _superscript(tokens, place)
        parts.append(raised or _in_print(tokens, place, names))
        place += 3 if raised and tokens[place + 1].is_sign("-") else 2 if raised else 1
    return "".join(parts).strip()


def _superscript(tokens: list[Token], index: int) -> str:
    """A ^ and the whole number behind it, raised; "" for anything else."""
    if not tokens[index].is_sign("^"):
        return ""
    negative = tokens[index + 1].is_sign("-")
    number = tokens[index + 2] if negative else tokens[index + 1]
    behind = tokens[index + 3 if negative else index + 2]
    if number.kind is not TokenKind.NUMBER or not number.text.isdigit():
        return ""
    if behind.is_sign("^") or behind.kind is TokenKind.SUPERSCRIPT:
        return ""  # x^2^3 is x^(2^3)
    return (("-" if negative else "") + number.text).translate(_TO_SUPERSCRIPTS)


def _in_print(tokens: list[Token], index: int, names: Mapping[str, str]) -> str:
    token = tokens[index]
    if token.kind is TokenKind.NAME:
        if token.text in names:
            return shown_input(names[token.text])
        return {"sqrt": "√", "pi": "π", "sigmoid": "σ"}.get(token.text, token.text)
    if token.kind is TokenKind.SIGN:
        is_unary = index == 0 or tokens[index - 1].is_sign(*"+-*/^(,")
        spaced = {"+": " + ", "-": " − "} if not is_unary else {"-": "−"}
        return spaced.get(token.text) or {"*": "·", ",": ", "}.get(token.text, token.text)
    return token.text
