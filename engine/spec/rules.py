"""The training rules: what each needs of the network and the data.

perceptron            ΔW = η (d − o) x, sample by sample (Rosenblatt 1958)
widrow_hoff           ΔW = η (d − net) x, sample by sample (Widrow and Hoff 1960)
gradient_descent      velocity = momentum · velocity − η · gradient; then added
adaptive              gradient descent on the whole set whose η grows by 5 % while the loss falls; a step that raises
                      the loss by more than 4 % is taken back, η shrinks by 30 % and the velocity becomes 0
rprop                 every parameter has a step size of its own, led by the gradient's sign (Riedmiller and Braun 1993;
                      without backtracking, the gradient zeroed on a change of sign: Igel and Hüsken 2000, iRprop−)
adam                  moments of the gradient with bias correction (Kingma and Ba 2015)

The momentum counts for gradient_descent and adaptive. The penalties, l1 · sign(w) + l2 · w added to the gradient of
every weight (none of a bias), that is l1 Σ|w| + ½ l2 Σw² beside the loss, count for every rule but perceptron and
widrow_hoff. They are no part of the reported loss.

The formulas are in `engine/network/kernels/update.py`. A further rule is an entry here and a branch there.
"""

from __future__ import annotations

from dataclasses import dataclass

PERCEPTRON, WIDROW_HOFF, GRADIENT_DESCENT, ADAPTIVE, RPROP, ADAM = range(6)


@dataclass(frozen=True)
class Rule:
    """What a rule needs. `batch`: "sample" (size 1), "set" (the whole set) or "any"."""

    code: int
    batch: str = "any"
    one_layer: bool = False
    threshold_units: bool = False
    gradient: bool = True


RULE_TABLE: dict[str, Rule] = {
    "perceptron": Rule(PERCEPTRON, batch="sample", one_layer=True, threshold_units=True, gradient=False),
    "widrow_hoff": Rule(WIDROW_HOFF, batch="sample", one_layer=True, gradient=False),
    "gradient_descent": Rule(GRADIENT_DESCENT),
    "adaptive": Rule(ADAPTIVE, batch="set"),
    "rprop": Rule(RPROP, batch="set"),
    "adam": Rule(ADAM),
}

RULES: tuple[str, ...] = tuple(RULE_TABLE)
"""The names of the rules, in the order in which the window lists them."""
