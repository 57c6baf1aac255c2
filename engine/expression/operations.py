"""This module declares the operations of expressions with their values, derivatives and spelling."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.expression.errors import OutsideDomain
from engine.spec.errors import Text

Values = Sequence[float]
Words = Sequence[str]


@dataclass(frozen=True)
class Operation:
    """One kind of node.

    symbol: what stands in the node. n_inputs: how many it takes; None for two or more.
    value: the result at the inputs' values. slopes: ∂result/∂input for each input, given the inputs and the result.
    Both raise OutsideDomain, ZeroDivisionError, ValueError or OverflowError where there is none.
    written: the result as a formula of the inputs as texts. written_slopes: each slope as a formula of the inputs
    and the result as texts. exponent: of a power whose exponent is a number of the expression.
    """

    name: str
    symbol: str
    n_inputs: int | None
    value: Callable[[Values], float]
    slopes: Callable[[Values, float], Values]
    written: Callable[[Words], str]
    written_slopes: Callable[[Words, str], Words]
    exponent: float | None = None


def plain(value: float) -> str:
    """`value` in a sentence: four significant figures, a true minus sign."""
    return f"{value:.4g}".replace("-", "−")


# ------------------------------------------------------------------ arithmetic


def _quotient(a: Values) -> float:
    if a[1] == 0:
        raise OutsideDomain(Text("{number} cannot be divided by 0.", number=plain(a[0])))
    return a[0] / a[1]


def _power(a: Values) -> float:
    base, exponent = a
    if base == 0 and exponent < 0:
        raise OutsideDomain(
            Text("0 has no power with the negative exponent {exponent}; that would be 1 ÷ 0.", exponent=plain(exponent))
        )
    if base < 0 and exponent != math.floor(exponent):
        raise OutsideDomain(
            Text(
                "The negative number {base} has no real power with the exponent {exponent}; only whole ones work.",
                base=plain(base),
                exponent=plain(exponent),
            )
        )
    return math.pow(base, exponent)


def _power_slope(base: float, exponent: float) -> float:
    """∂(base^exponent)/∂base; 0 for the exponent 0, also where the base is 0."""
    return 0.0 if exponent == 0 else exponent * _power((base, exponent - 1))


def _power_slopes(a: Values, out: float) -> Values:
    base, exponent = a
    if base < 0:
        raise OutsideDomain(
            Text(
                "The power has no gradient for its exponent, because the base {base} is negative and has no logarithm.",
                base=plain(base),
            )
        )
    if base == 0:
        return _power_slope(base, exponent), 0.0
    return _power_slope(base, exponent), out * math.log(base)


ADD = Operation("add", "+", 2, lambda a: a[0] + a[1], lambda a, out: (1.0, 1.0),
                lambda a: f"{a[0]} + {a[1]}", lambda a, out: ("1", "1"))  # fmt: skip
SUBTRACT = Operation("subtract", "−", 2, lambda a: a[0] - a[1], lambda a, out: (1.0, -1.0),
                     lambda a: f"{a[0]} − {a[1]}", lambda a, out: ("1", "−1"))  # fmt: skip
MULTIPLY = Operation("multiply", "×", 2, lambda a: a[0] * a[1], lambda a, out: (a[1], a[0]),
                     lambda a: f"{a[0]} × {a[1]}", lambda a, out: (a[1], a[0]))  # fmt: skip
DIVIDE = Operation("divide", "÷", 2, _quotient, lambda a, out: (1.0 / a[1], -out / a[1]),
                   lambda a: f"{a[0]} ÷ {a[1]}", lambda a, out: (f"1 ÷ {a[1]}", f"−{a[0]} ÷ {a[1]}²"))  # fmt: skip
POWER = Operation("power", "x^y", 2, _power, _power_slopes, lambda a: f"{a[0]}^{a[1]}",
                  lambda a, out: (f"{a[1]} × {a[0]}^({a[1]} − 1)", f"{out} × log {a[0]}"))  # fmt: skip
NEGATE = Operation("negate", "−x", 1, lambda a: -a[0], lambda a, out: (-1.0,), lambda a: f"−{a[0]}",
                   lambda a, out: ("−1",))  # fmt: skip


def fixed_power(exponent: float) -> Operation:
    """The power with an exponent that is a number of the expression: a node with one input."""
    raised, lowered = _raised(exponent), _raised(exponent - 1)
    return Operation(
        f"power {exponent!r}",
        f"x{raised}",
        1,
        lambda a: _power((a[0], exponent)),
        lambda a, out: (_power_slope(a[0], exponent),),
        lambda a: f"{a[0]}{raised}",
        lambda a, out: (f"{_in_brackets(exponent)} × {a[0]}{lowered}",),
        exponent,
    )


def _raised(exponent: float) -> str:
    superscripts = {0.0: "⁰", 1.0: "", 2.0: "²", 3.0: "³"}
    return superscripts.get(exponent, f"^{_in_brackets(exponent)}")


def _in_brackets(value: float) -> str:
    return f"({plain(value)})" if value < 0 else plain(value)


# ------------------------------------------------------------------ functions


def _sigmoid(x: float) -> float:
    if x >= 0:
        return 1.0 / (1.0 + math.exp(-x))
    return math.exp(x) / (1.0 + math.exp(x))


def _logarithm(a: Values) -> float:
    if a[0] <= 0:
        raise OutsideDomain(
            Text("{number} has no logarithm; only positive numbers have one.", number=plain(a[0])),
        )
    return math.log(a[0])


def _root(a: Values) -> float:
    if a[0] < 0:
        raise OutsideDomain(Text("The negative number {number} has no real square root.", number=plain(a[0])))
    return math.sqrt(a[0])


def _root_slopes(a: Values, out: float) -> Values:
    if out == 0:
        raise OutsideDomain(Text("The square root has no gradient at 0: it is infinitely steep there."))
    return (0.5 / out,)


def _extreme(name: str, choose: Callable[[Values], float]) -> Operation:
    """`max` or `min`; where several inputs are equal, the first of them has the slope 1."""

    def slopes(a: Values, out: float) -> Values:
        chosen = list(a).index(out)
        return tuple(float(index == chosen) for index in range(len(a)))

    def written_slopes(a: Words, out: str) -> Words:
        return tuple(f"[{one} = {out}]" for one in a)

    return Operation(name, name, None, choose, slopes, lambda a: f"{name}({', '.join(a)})", written_slopes)


def _function(
    name: str,
    value: Callable[[Values], float],
    slopes: Callable[[Values, float], Values],
    written_slope: Callable[[str, str], str],
    symbol: str = "",
) -> Operation:
    sign = symbol or name
    return Operation(
        name, sign, 1, value, slopes, lambda a: _call(sign, a[0]), lambda a, out: (written_slope(a[0], out),)
    )


def _call(sign: str, argument: str) -> str:
    return f"{sign}{argument}" if argument.startswith("(") else f"{sign}({argument})"


def _shares(a: Values) -> Values:
    """e^z of each input as its share of them all, without overflow."""
    largest = max(a)
    powers = [math.exp(each - largest) for each in a]
    total = sum(powers)
    return [power / total for power in powers]


def _softmax_slopes(a: Values, out: float) -> Values:
    return tuple((float(place == 0) - share) * out for place, share in enumerate(_shares(a)))


def _written_softmax(a: Words, first: int = 0) -> str:
    return f"softmax({', '.join([a[first], *a[:first], *a[first + 1 :]])})"


def _written_softmax_slopes(a: Words, out: str) -> Words:
    others = [f"−{out} × {_written_softmax(a, place)}" for place in range(1, len(a))]
    return (f"{out} × (1 − {out})", *others)


SOFTMAX = Operation(
    "softmax", "softmax", None, lambda a: _shares(a)[0], _softmax_slopes, _written_softmax, _written_softmax_slopes
)
"""What a unit of a softmax layer puts out: of its inputs, the net inputs of all units, its own comes first."""

FUNCTIONS: dict[str, Operation] = {
    operation.name: operation
    for operation in (
        _function("exp", lambda a: math.exp(a[0]), lambda a, out: (out,), lambda a, out: out),
        _function("log", _logarithm, lambda a, out: (1.0 / a[0],), lambda a, out: f"1 ÷ {a}"),
        _function("sin", lambda a: math.sin(a[0]), lambda a, out: (math.cos(a[0]),), lambda a, out: _call("cos", a)),
        _function("cos", lambda a: math.cos(a[0]), lambda a, out: (-math.sin(a[0]),), lambda a, out: _call("−sin", a)),
        _function("tanh", lambda a: math.tanh(a[0]), lambda a, out: (1.0 - out * out,), lambda a, out: f"1 − {out}²"),
        _function(
            "sigmoid",
            lambda a: _sigmoid(a[0]),
            lambda a, out: (out * _sigmoid(-a[0]),),
            lambda a, out: f"{out} × (1 − {out})",
            symbol="σ",
        ),
        _function("sqrt", _root, _root_slopes, lambda a, out: f"1 ÷ (2 × {out})"),
        _function("relu", lambda a: max(a[0], 0.0), lambda a, out: (float(a[0] > 0),), lambda a, out: f"[{a} > 0]"),
        _extreme("max", max),
        _extreme("min", min),
    )
}
"""The functions by the name under which they are called."""

GRAPH_FUNCTIONS = FUNCTIONS | {SOFTMAX.name: SOFTMAX}
"""Those of computation graphs: softmax is for the units of a layer, and no function of columns."""

SPELLINGS = {"ln": "log", "σ": "sigmoid"}
"""Other names for functions."""
