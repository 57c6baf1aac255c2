"""This module names the seven steps and says what each does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.network.back_propagation import BackPropagation
from engine.network.rule_step import RuleStep
from engine.spec.plural import filled
from engine.spec.rules import RULE_TABLE


def step_title(step: int) -> str:
    """The name of a step; steps count from 0."""
    translate = QCoreApplication.translate
    return (
        translate("StepTexts", "Initialise"),
        translate("StepTexts", "Present a sample"),
        translate("StepTexts", "Compute the outputs"),
        translate("StepTexts", "Deviation"),
        translate("StepTexts", "Local gradients"),
        translate("StepTexts", "Adjust the weights"),
        translate("StepTexts", "Repeat or stop"),
    )[step]


def step_sentence(step: int) -> str:
    """What happens in a step."""
    translate = QCoreApplication.translate
    return (
        translate("StepTexts", "Small random numbers at first; here as they stand now."),
        translate("StepTexts", "Its inputs go in; its desired outputs wait at the end."),
        translate("StepTexts", "Layer by layer: the net input, then f(net)."),
        translate("StepTexts", "Desired minus actual output, and the error E of this sample."),
        translate("StepTexts", "δ = −∂E/∂net: first of the outputs, then back along the weights."),
        translate("StepTexts", "Each changes by η · the δ behind it · what feeds it."),
        translate("StepTexts", "E with the new weights; on with the next sample, until E is small."),
    )[step]


def rule_note(passage: BackPropagation, n_samples: int, rule: str) -> str:
    """What the training rule makes of these gradients where it does not take exactly this step; "" where it does."""
    training = passage.training
    translate = QCoreApplication.translate
    if passage.rule is not None:
        return _update_note(passage.rule, rule)
    if not RULE_TABLE[training.rule].is_plain_descent:
        return translate("StepTexts", "Shown is the plain step −η·gradient; {rule} makes another one of it.").format(
            rule=rule
        )
    batch = min(training.batch_size or n_samples, n_samples)
    if batch > 1:
        return filled(
            translate("StepTexts", "Training takes {count} samples at once: its step is the mean of theirs."),
            count=batch,
        )
    return ""


def _update_note(step: RuleStep, rule: str) -> str:
    """Which samples the rule's update takes, and where it is undone."""
    translate = QCoreApplication.translate
    if step.is_taken_back:
        return translate(
            "StepTexts", "The next update would raise the error; {rule} takes it back, and η shrinks."
        ).format(rule=rule)
    if len(step.rows) == 1:
        return translate("StepTexts", "The update of {rule} by this sample: g is its gradient.").format(rule=rule)
    return filled(
        translate("StepTexts", "The next update of {rule}: g is the mean gradient of {count} samples."),
        count=len(step.rows),
        rule=rule,
    )
