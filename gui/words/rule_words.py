"""This module names and explains the training rules, by the engine's names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.spec.rules import RULE_TABLE


@dataclass(frozen=True)
class RuleWords:
    """The texts about one rule; `{formula}` in them is the engine's own.

    title, hint: in the list of rules. in_sentence: its name inside a sentence. report: how a lab report describes it.
    """

    title: object
    hint: object
    in_sentence: object
    report: object


RULE_WORDS: dict[str, RuleWords] = {
    "perceptron": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Perceptron"),
        QT_TRANSLATE_NOOP("Training", "{formula}, sample by sample. Needs a single layer of sgn or step units."),
        QT_TRANSLATE_NOOP("EngineNames", "the perceptron rule"),
        QT_TRANSLATE_NOOP("LabReport", "Perceptron rule, after every sample: {formula}."),
    ),
    "widrow_hoff": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Widrow-Hoff (LMS)"),
        QT_TRANSLATE_NOOP("Training", "{formula}, sample by sample. Needs a single layer."),
        QT_TRANSLATE_NOOP("EngineNames", "the Widrow-Hoff rule"),
        QT_TRANSLATE_NOOP("LabReport", "Widrow-Hoff rule, after every sample: {formula}."),
    ),
    "gradient_descent": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Gradient descent"),
        QT_TRANSLATE_NOOP("Training", "Steps against the gradient (back-propagation). Not with sgn or step units."),
        QT_TRANSLATE_NOOP("EngineNames", "gradient descent"),
        QT_TRANSLATE_NOOP(
            "LabReport", "Gradient descent, after every batch: v ← momentum · v − η · ∂E/∂w, then w ← w + v."
        ),
    ),
    "nesterov": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Nesterov"),
        QT_TRANSLATE_NOOP(
            "Training",
            "Gradient descent whose momentum looks ahead: the gradient is taken where it leads. Not with sgn or step "
            "units.",
        ),
        QT_TRANSLATE_NOOP("EngineNames", "Nesterov's accelerated gradient"),
        QT_TRANSLATE_NOOP(
            "LabReport",
            "Nesterov's accelerated gradient, after every batch: {formula}, with the momentum μ; the weights w are the "
            "points to which the momentum leads.",
        ),
    ),
    "adaptive": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Adaptive rate"),
        QT_TRANSLATE_NOOP(
            "Training",
            "Gradient descent on the whole set; the rate grows while the error falls. Not with sgn or step units.",
        ),
        QT_TRANSLATE_NOOP("EngineNames", "gradient descent with an adaptive rate"),
        QT_TRANSLATE_NOOP(
            "LabReport",
            "Gradient descent on the whole set with an adaptive rate: where the error rises by more than 4 % the step "
            "is taken back and η shrinks to 0.7 η; where it falls η grows to 1.05 η.",
        ),
    ),
    "rprop": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Rprop"),
        QT_TRANSLATE_NOOP(
            "Training",
            "Every weight has its own step, led by the gradient's sign. Whole set; not with sgn or step units.",
        ),
        QT_TRANSLATE_NOOP("EngineNames", "Rprop"),
        QT_TRANSLATE_NOOP(
            "LabReport",
            "Rprop on the whole set: every weight has a step of its own, first 0.1; it grows by 1.2 while the gradient "
            "keeps its sign and shrinks by 0.5 when that changes.",
        ),
    ),
    "adam": RuleWords(
        QT_TRANSLATE_NOOP("Training", "Adam"),
        QT_TRANSLATE_NOOP("Training", "Steps scaled by running averages of the gradient. Not with sgn or step units."),
        QT_TRANSLATE_NOOP("EngineNames", "Adam"),
        QT_TRANSLATE_NOOP(
            "LabReport",
            "Adam (Kingma and Ba): {formula} with running averages m of the gradient (0.9) and v of "
            "its square (0.999), both corrected for their start.",
        ),
    ),
}


def rule_title(name: str) -> str:
    """How the list of rules calls `name`."""
    return QCoreApplication.translate("Training", str(RULE_WORDS[name].title))


def rule_hint(name: str) -> str:
    """What the list of rules says of `name`."""
    text = QCoreApplication.translate("Training", str(RULE_WORDS[name].hint))
    return text.replace("{formula}", RULE_TABLE[name].formula)


def rule_name(name: str) -> str:
    """The rule inside a sentence; a name that is none is its own text."""
    if name not in RULE_WORDS:
        return name
    return QCoreApplication.translate("EngineNames", str(RULE_WORDS[name].in_sentence))


def rule_report(name: str) -> str:
    """How a lab report describes the rule."""
    text = QCoreApplication.translate("LabReport", str(RULE_WORDS[name].report))
    return text.replace("{formula}", RULE_TABLE[name].formula)
