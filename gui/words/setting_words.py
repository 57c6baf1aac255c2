"""This module names and explains the training settings, by the engine's names.

The order is that of the training panel; `section` says in which part of it a setting stands ("" for none).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.spec.rules import RULE_TABLE
from engine.spec.training_spec import SETTINGS
from gui.words.loss_words import loss_name
from gui.words.notation import Notation
from gui.words.rule_words import rule_name


@dataclass(frozen=True)
class SettingWords:
    """The texts about one setting.

    label, hint: at its box. unused: the hint where the rule in force has no use for it; "" for the same hint.
    none: what the box reads for None. undo: the undo step, with {value}. report: its line in a list of settings, with
    `report_none` for None; "" for no line.
    """

    section: str
    label: object
    hint: object
    undo: object = ""
    report: object = ""
    unused: object = ""
    none: object = ""
    report_none: object = ""


SETTING_WORDS: dict[str, SettingWords] = {
    "rule": SettingWords(
        "top",
        QT_TRANSLATE_NOOP("Training", "Rule"),
        QT_TRANSLATE_NOOP("Training", "How the weights are changed"),
        QT_TRANSLATE_NOOP("Commands", "Train by {rule}"),
        QT_TRANSLATE_NOOP("Settings", "Rule"),
    ),
    "loss": SettingWords(
        "top",
        QT_TRANSLATE_NOOP("Training", "Error"),
        QT_TRANSLATE_NOOP("Training", "What training makes small"),
        QT_TRANSLATE_NOOP("Commands", "Measure the error by {loss}"),
        QT_TRANSLATE_NOOP("Settings", "Error"),
    ),
    "learning_rate": SettingWords(
        "numbers",
        "",  # the notation's, see `setting_label`
        QT_TRANSLATE_NOOP("Training", "How far each update goes; can be changed while training"),
        QT_TRANSLATE_NOOP("Commands", "Set the learning rate to {value}"),
        QT_TRANSLATE_NOOP("Settings", "Learning rate η"),
        unused=QT_TRANSLATE_NOOP(
            "Training", "Rprop finds a step for every weight by itself and has no use for a learning rate"
        ),
    ),
    "momentum": SettingWords(
        "numbers",
        QT_TRANSLATE_NOOP("Training", "Momentum"),
        QT_TRANSLATE_NOOP("Training", "The part of the last step that is added to the next one"),
        QT_TRANSLATE_NOOP("Commands", "Set the momentum to {value}"),
        QT_TRANSLATE_NOOP("Settings", "Momentum"),
        unused=QT_TRANSLATE_NOOP("Training", "This rule has no momentum"),
    ),
    "batch_size": SettingWords(
        "numbers",
        QT_TRANSLATE_NOOP("Training", "Batch"),
        QT_TRANSLATE_NOOP("Training", "Samples for one update: 1 is sample by sample, 0 the whole set"),
        QT_TRANSLATE_NOOP("Commands", "Change the batch size"),
        QT_TRANSLATE_NOOP("Settings", "Samples a batch"),
        none=QT_TRANSLATE_NOOP("Training", "whole set"),
        report_none=QT_TRANSLATE_NOOP("Settings", "the whole set"),
    ),
    "initialization": SettingWords(
        "start",
        QT_TRANSLATE_NOOP("Training", "Weights"),
        QT_TRANSLATE_NOOP("Training", "How the weights are drawn before training"),
    ),
    "initial_range": SettingWords(
        "start",
        QT_TRANSLATE_NOOP("Training", "Range ±"),
        QT_TRANSLATE_NOOP("Training", "Weights and biases are drawn between minus and plus this number"),
    ),
    "seed": SettingWords(
        "start",
        QT_TRANSLATE_NOOP("Training", "Seed"),
        QT_TRANSLATE_NOOP("Training", "Draws the start and the order of the samples; the same seed gives the same run"),
        QT_TRANSLATE_NOOP("Commands", "Set the seed to {value}"),
        QT_TRANSLATE_NOOP("Settings", "Seed"),
    ),
    "target_error": SettingWords(
        "stop",
        QT_TRANSLATE_NOOP("Training", "Error sum ≤"),
        QT_TRANSLATE_NOOP("Training", "Stop when the error, summed over the training set, is at most this; 0 is off"),
        QT_TRANSLATE_NOOP("Commands", "Change the target error"),
        QT_TRANSLATE_NOOP("Settings", "Target error, summed"),
        none=QT_TRANSLATE_NOOP("Training", "off"),
        report_none=QT_TRANSLATE_NOOP("Settings", "none"),
    ),
    "max_epochs": SettingWords(
        "stop",
        QT_TRANSLATE_NOOP("Training", "Epochs"),
        QT_TRANSLATE_NOOP("Training", "Stop after so many passes over the data; empty means no limit"),
        QT_TRANSLATE_NOOP("Commands", "Change the limit of epochs"),
        QT_TRANSLATE_NOOP("Settings", "Limit of epochs"),
        none=QT_TRANSLATE_NOOP("Training", "no limit"),
        report_none=QT_TRANSLATE_NOOP("Settings", "none"),
    ),
    "stop_when_all_right": SettingWords(
        "stop",
        QT_TRANSLATE_NOOP("Training", "Stop when all samples are right"),
        QT_TRANSLATE_NOOP("Training", "End training as soon as every training sample is classified correctly"),
        QT_TRANSLATE_NOOP("Commands", "Change when training stops"),
        QT_TRANSLATE_NOOP("Settings", "Stop when all samples are right"),
    ),
    "l1": SettingWords(
        "more",
        QT_TRANSLATE_NOOP("Training", "L1"),
        QT_TRANSLATE_NOOP("Training", "Pulls every weight to zero by the same amount; not part of the error shown"),
        QT_TRANSLATE_NOOP("Commands", "Set the L1 penalty to {value}"),
        QT_TRANSLATE_NOOP("Settings", "L1 penalty"),
        unused=QT_TRANSLATE_NOOP("Training", "This rule has no penalties"),
    ),
    "l2": SettingWords(
        "more",
        QT_TRANSLATE_NOOP("Training", "L2"),
        QT_TRANSLATE_NOOP("Training", "Pulls every weight to zero in proportion to it; not part of the error shown"),
        QT_TRANSLATE_NOOP("Commands", "Set the L2 penalty to {value}"),
        QT_TRANSLATE_NOOP("Settings", "L2 penalty"),
        unused=QT_TRANSLATE_NOOP("Training", "This rule has no penalties"),
    ),
    "evaluate_every": SettingWords(
        "more",
        QT_TRANSLATE_NOOP("Training", "Evaluate every"),
        QT_TRANSLATE_NOOP(
            "Training", "Epochs between two looks at the error; larger is faster, the curve has fewer points"
        ),
        QT_TRANSLATE_NOOP("Commands", "Change how often the error is measured"),
        QT_TRANSLATE_NOOP("Settings", "Evaluated every … epochs"),
    ),
    "learning_rate_decay": SettingWords(
        "more",
        QT_TRANSLATE_NOOP("Training", "Rate decay"),
        QT_TRANSLATE_NOOP(
            "Training",
            "After t epochs the learning rate is η / (1 + decay · t): with 0.01 it has halved after 100. 0 keeps it as "
            "it is",
        ),
        QT_TRANSLATE_NOOP("Commands", "Set the decay of the learning rate to {value}"),
        QT_TRANSLATE_NOOP("Settings", "Decay of the learning rate"),
        unused=QT_TRANSLATE_NOOP(
            "Training", "The perceptron rule keeps its learning rate; the adaptive rate and Rprop find their own steps"
        ),
    ),
    "shuffle": SettingWords(
        "more",
        QT_TRANSLATE_NOOP("Training", "New order every epoch (shuffle)"),
        QT_TRANSLATE_NOOP("Training", "Go through the samples in a new random order in every epoch"),
        QT_TRANSLATE_NOOP("Commands", "Change the order of the samples"),
        QT_TRANSLATE_NOOP("Settings", "New order every epoch"),
    ),
    "milestones": SettingWords("", "", "", QT_TRANSLATE_NOOP("Commands", "Change the milestones")),
}

INITIALIZATION_TITLES = {
    "uniform": QT_TRANSLATE_NOOP("Training", "Uniform"),
    "xavier": QT_TRANSLATE_NOOP("Training", "Xavier"),
    "he": QT_TRANSLATE_NOOP("Training", "He"),
    "zeros": QT_TRANSLATE_NOOP("Training", "All zeros"),
}
INITIALIZATION_HINTS = {
    "uniform": QT_TRANSLATE_NOOP("Training", "Weights and biases anywhere between −range and +range"),
    "xavier": QT_TRANSLATE_NOOP(
        "Training", "Weights within ±√(6 / (inputs + units)), biases 0: suits sigmoid and tanh"
    ),
    "he": QT_TRANSLATE_NOOP("Training", "Weights within ±√(6 / inputs), biases 0: suits relu"),
    "zeros": QT_TRANSLATE_NOOP("Training", "Every weight and bias 0: hidden units can then never become different"),
}


def setting_label(name: str, notation: Notation) -> str:
    """What stands above the box of a setting."""
    return notation.learning_rate() if name == "learning_rate" else _translated("Training", SETTING_WORDS[name].label)


def setting_hint(name: str, rule: str) -> str:
    """The tooltip of a setting while `rule` is in force."""
    words, entry = SETTING_WORDS[name], RULE_TABLE[rule]
    is_used = name not in SETTINGS or SETTINGS[name].counts_for(entry)
    if name == "batch_size" and entry.batch != "any":
        return {
            "sample": QCoreApplication.translate("Training", "This rule always goes sample by sample"),
            "set": QCoreApplication.translate("Training", "This rule always takes the whole set"),
        }[entry.batch]
    return _translated("Training", words.hint if is_used else words.unused or words.hint)


def setting_none(name: str) -> str:
    """What the box of a setting reads for None; "" where there is no such text."""
    return _translated("Training", SETTING_WORDS[name].none)


def setting_undo(name: str, value: object) -> str:
    """The undo step that gives a setting `value`."""
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    text = _translated("Commands", SETTING_WORDS[name].undo)
    return text.format(rule=rule_name(str(value)), loss=loss_name(str(value)), value=shown)


def setting_report(name: str) -> str:
    """The name of a setting in a list of them; "" where it has no line there."""
    return _translated("Settings", SETTING_WORDS[name].report)


def varied_title(name: str) -> str:
    """How lists of settings to vary call `name`."""
    translate = QCoreApplication.translate
    others = {
        "activation": translate("Settings", "Hidden activation"),
        "hidden_layers": translate("Settings", "Hidden layers"),
        "units": translate("Settings", "Units a layer"),
        "initial_range": translate("Settings", "Initial range"),
    }
    return others.get(name) or setting_report(name)


def setting_report_none(name: str) -> str:
    """What such a list says for None."""
    return _translated("Settings", SETTING_WORDS[name].report_none)


def initialization_title(name: str) -> str:
    """How the list of ways to draw a start calls `name`."""
    return _translated("Training", INITIALIZATION_TITLES[name])


def initialization_hint(name: str) -> str:
    """What that list says of `name`."""
    return _translated("Training", INITIALIZATION_HINTS[name])


def _translated(context: str, text: object) -> str:
    return QCoreApplication.translate(context, str(text)) if text else ""
