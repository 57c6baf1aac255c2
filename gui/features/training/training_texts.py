"""What the controls of the training panel are called and what their tooltips say, for the rule in force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from engine.project.project import Project
from gui.features.training.training_fields import TrainingFields
from gui.toolkit.field_grid import FieldGrid
from gui.words.notation import Notation


def uses_learning_rate(rule: str) -> bool:
    """Whether the learning rate counts for `rule`: Rprop finds its own steps."""
    return rule != "rprop"


def uses_momentum(rule: str) -> bool:
    """Whether the momentum counts for `rule`."""
    return rule in ("gradient_descent", "adaptive")


def uses_penalties(rule: str) -> bool:
    """Whether the penalties count for `rule`."""
    return rule not in ("perceptron", "widrow_hoff")


def describe_fields(grids: Sequence[FieldGrid], fields: TrainingFields, notation: Notation, project: Project) -> None:
    """Give every control its label, tooltip and accessible name."""
    texts = {**_rule_texts(notation, project.training.rule), **_start_texts(), **_stop_texts()}
    for grid in grids:
        for name, (label, tooltip) in texts.items():
            grid.describe(fields.all()[name], label, tooltip)
    _describe_box(fields.stop_when_all_right, *_all_right_text())
    _describe_box(fields.shuffle, *_shuffle_text())


def _describe_box(box: QCheckBox, text: str, tooltip: str) -> None:
    box.setText(text)
    box.setToolTip(tooltip)
    box.setAccessibleName(text)
    box.setAccessibleDescription(tooltip)


def _rule_texts(notation: Notation, rule: str) -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    rate = translate("Training", "How far each update goes; can be changed while training")
    if not uses_learning_rate(rule):
        rate = translate("Training", "Rprop finds a step for every weight by itself and has no use for a learning rate")
    momentum = translate("Training", "The part of the last step that is added to the next one")
    if not uses_momentum(rule):
        momentum = translate("Training", "Only gradient descent and the adaptive rate have a momentum")
    batch = translate("Training", "Samples for one update: 1 is sample by sample, 0 the whole set")
    if rule in ("perceptron", "widrow_hoff"):
        batch = translate("Training", "This rule always goes sample by sample")
    elif rule in ("adaptive", "rprop"):
        batch = translate("Training", "This rule always takes the whole set")
    penalty = translate("Training", "This rule has no penalties")
    sparse, small = penalty, penalty
    if uses_penalties(rule):
        sparse = translate("Training", "Pulls every weight to zero by the same amount; not part of the error shown")
        small = translate("Training", "Pulls every weight to zero in proportion to it; not part of the error shown")
    return {
        "rule": (translate("Training", "Rule"), translate("Training", "How the weights are changed")),
        "loss": (translate("Training", "Error"), translate("Training", "What training makes small")),
        "learning_rate": (notation.learning_rate(), rate),
        "momentum": (translate("Training", "Momentum"), momentum),
        "batch_size": (translate("Training", "Batch"), batch),
        "l1": (translate("Training", "L1"), sparse),
        "l2": (translate("Training", "L2"), small),
        "evaluate_every": (
            translate("Training", "Evaluate every"),
            translate(
                "Training", "Epochs between two looks at the error; larger is faster, the curve has fewer points"
            ),
        ),
    }


def _start_texts() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "initialization": (
            translate("Training", "Weights"),
            translate("Training", "How the weights are drawn before training"),
        ),
        "initial_range": (
            translate("Training", "Range ±"),
            translate("Training", "Weights and biases are drawn between minus and plus this number"),
        ),
        "seed": (
            translate("Training", "Seed"),
            translate("Training", "Draws the start and the order of the samples; the same seed gives the same run"),
        ),
    }


def _stop_texts() -> dict[str, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        "target_error": (
            translate("Training", "Error sum ≤"),
            translate("Training", "Stop when the error, summed over the training set, is at most this; 0 is off"),
        ),
        "max_epochs": (
            translate("Training", "Epochs"),
            translate("Training", "Stop after so many passes over the data; empty means no limit"),
        ),
    }


def _all_right_text() -> tuple[str, str]:
    translate = QCoreApplication.translate
    return (
        translate("Training", "Stop when all samples are right"),
        translate("Training", "End training as soon as every training sample is classified correctly"),
    )


def _shuffle_text() -> tuple[str, str]:
    translate = QCoreApplication.translate
    return (
        translate("Training", "New order every epoch (shuffle)"),
        translate("Training", "Go through the samples in a new random order in every epoch"),
    )
