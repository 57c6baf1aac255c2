"""This module declares the training rules, each with everything that others need to know about it.

The penalties, l1 · sign(w) + l2 · w added to the gradient of every weight (none of a bias), that is
l1 Σ|w| + ½ l2 Σw² beside the loss, are no part of the reported loss.
A further rule is an entry here, a branch in `engine/network/kernels/update.py` and its words in
`gui/words/rule_words.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

PERCEPTRON, WIDROW_HOFF, GRADIENT_DESCENT, ADAPTIVE, RPROP, ADAM, NESTEROV = range(7)

LOSS, OUTPUT, NET_INPUT = "loss", "output", "net_input"


@dataclass(frozen=True)
class RuleLine:
    """How an update computes one quantity for each parameter, in the order of the lines.

    of: "first", "second" (the vectors of memory as they are found), "new_first", "new_second" (as they are left) or
    "change". formula: with {g} for the gradient, {rate}, {momentum}, {updates} (how many, with this one) and the names
    that `of` can have; "" for what is found. if_kept, if_turned: another formula where the gradient has the sign of
    that in the first vector, or the opposite one; "" for the same.
    """

    of: str
    formula: str
    if_kept: str = ""
    if_turned: str = ""

    def formula_for(self, agreement: float) -> str:
        """The formula where the gradient times that of the update before is `agreement`."""
        other = self.if_kept if agreement > 0 else self.if_turned if agreement < 0 else ""
        return other or self.formula


_VELOCITY = (RuleLine("first", ""), RuleLine("new_first", "{momentum}·{first} − {rate}·{g}"))


@dataclass(frozen=True)
class Rule:
    """One training rule.

    code: the number under which the kernels know it. formula: one update in symbols; the kernel computes it.
    source: who published it.
    error: what it makes small. "loss": the loss, along its gradient. "output" and "net_input": d − o and d − net of a
        single layer without hidden layers, whatever the loss is.
    batch: "sample" (one sample at a time), "set" (the whole set) or "any".
    threshold_units: it needs sgn or step units.
    is_plain: every update is η times the gradient or the error, with a momentum at most.
    without: the training settings that it has no use for.
    memory_start: what its second vector of memory holds before the first update; the first one holds 0.
    letters: what formulas call the vectors of its memory. lines: the update of a rule that is not plain, step by step.
    """

    name: str
    code: int
    formula: str
    source: str
    error: str = LOSS
    batch: str = "any"
    threshold_units: bool = False
    is_plain: bool = False
    without: frozenset[str] = frozenset()
    memory_start: float = 0.0
    letters: tuple[str, str] = ("v", "")
    lines: tuple[RuleLine, ...] = ()

    @property
    def gradient(self) -> bool:
        """Whether it goes along the gradient of the loss, which every layer must have."""
        return self.error == LOSS

    @property
    def one_layer(self) -> bool:
        """Whether it can train a single layer alone."""
        return self.error != LOSS

    @property
    def is_plain_descent(self) -> bool:
        """Whether every update is momentum · velocity − η · gradient."""
        return self.is_plain and self.gradient

    def uses(self, setting: str) -> bool:
        """Whether the training setting of that name makes a difference for it and can be chosen."""
        return setting not in self.without and (setting != "batch_size" or self.batch == "any")


_PENALTIES = frozenset({"l1", "l2"})
_MOMENTUM = frozenset({"momentum"})

RULE_TABLE: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "perceptron",
            PERCEPTRON,
            "ΔW = η (d − o) x",
            "Rosenblatt 1958",
            error=OUTPUT,
            batch="sample",
            threshold_units=True,
            is_plain=True,
            without=_MOMENTUM | _PENALTIES,
        ),
        Rule(
            "widrow_hoff",
            WIDROW_HOFF,
            "ΔW = η (d − net) x",
            "Widrow and Hoff 1960",
            error=NET_INPUT,
            batch="sample",
            is_plain=True,
            without=_MOMENTUM | _PENALTIES,
        ),
        Rule(
            "gradient_descent",
            GRADIENT_DESCENT,
            "v ← momentum · v − η · ∂E/∂w, w ← w + v",
            "Rumelhart, Hinton and Williams 1986",
            is_plain=True,
        ),
        # Nesterov's accelerated gradient: the gradient is that at the point to which the momentum leads. The parameters
        # are these points themselves, so that the gradient is taken where the network stands.
        Rule(
            "nesterov",
            NESTEROV,
            "v ← μ · v − η · ∂E/∂w, w ← w + μ · v − η · ∂E/∂w",
            "Nesterov 1983; Sutskever, Martens, Dahl and Hinton 2013",
            lines=(*_VELOCITY, RuleLine("change", "{momentum}·{new_first} − {rate}·{g}")),
        ),
        # Gradient descent whose η grows by 5 % while the loss falls. A step that raises the loss by more than 4 % is
        # taken back, η shrinks by 30 % and the velocity becomes 0.
        Rule(
            "adaptive",
            ADAPTIVE,
            "v ← momentum · v − η · ∂E/∂w, w ← w + v; η ← 1.05 η or 0.7 η",
            "Vogl et al. 1988",
            batch="set",
            lines=(*_VELOCITY, RuleLine("change", "{new_first}")),
        ),
        # Every parameter has a step size Δ of its own, led by the gradient's sign; without backtracking, the gradient
        # zeroed on a change of sign.
        Rule(
            "rprop",
            RPROP,
            "w ← w − sign(∂E/∂w) · Δ; Δ ← 1.2 Δ or 0.5 Δ",
            "Riedmiller and Braun 1993; Igel and Hüsken 2000 (iRprop−)",
            batch="set",
            without=_MOMENTUM | {"learning_rate"},
            memory_start=0.1,
            letters=("g₀", "s"),
            lines=(
                RuleLine("first", ""),
                RuleLine("second", ""),
                RuleLine("new_second", "{second}", "min(1.2·{second}, 50)", "max(0.5·{second}, 1e−06)"),
                RuleLine("change", "−sign({g})·{new_second}", if_turned="0"),
            ),
        ),
        # Moments of the gradient with bias correction.
        Rule(
            "adam",
            ADAM,
            "w ← w − η · m / (√v + 10⁻⁸)",
            "Kingma and Ba 2015",
            without=_MOMENTUM,
            letters=("m", "v"),
            lines=(
                RuleLine("first", ""),
                RuleLine("second", ""),
                RuleLine("new_first", "0.9·{first} + 0.1·{g}"),
                RuleLine("new_second", "0.999·{second} + 0.001·{g}²"),
                RuleLine(
                    "change",
                    "−{rate}·({new_first}/(1 − 0.9^{updates}))/(√({new_second}/(1 − 0.999^{updates})) + 1e−08)",
                ),
            ),
        ),
    )
}
"""Every rule by its name, in the order in which the window lists them."""

RULES: tuple[str, ...] = tuple(RULE_TABLE)
"""The names of the rules."""


def rule_of_code(code: int) -> Rule:
    """The rule that the kernels know under `code`."""
    return next(rule for rule in RULE_TABLE.values() if rule.code == code)
