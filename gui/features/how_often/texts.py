"""What the page says: what was tried, how often it succeeded, and the names of settings and their values."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.analysis.success_tally import SuccessFigures
from engine.project.sweep import ACTIVATION, RULE, UNITS, Axis, Value
from engine.spec.plural import filled
from gui.features.how_often.trial import Trial
from gui.words.activation_words import activation_title
from gui.words.number_text import four_figures, grouped, percent
from gui.words.rule_words import rule_title
from gui.words.setting_texts import layers_text, number
from gui.words.setting_words import varied_title


def goal_text(trial: Trial, cell: int) -> str:
    """What counted as a success, of which network."""
    translate = QCoreApplication.translate
    project = trial.project_of(cell)
    if project.training.target_error is None:
        text = translate("HowOften", "{sizes}: starts that got all samples right within {limit} epochs.")
    else:
        text = translate("HowOften", "{sizes}: starts that reached the error {error} within {limit} epochs.")
    error = four_figures(project.training.target_error or 0)
    return filled(text, sizes=layers_text(project.network), limit=grouped(trial.wish.limit), error=error)


def interval_text(figures: SuccessFigures) -> str:
    """The confidence interval of the rate."""
    low, high = figures.interval
    text = QCoreApplication.translate("HowOften", "{low} to {high} with 95 % confidence")
    return text.format(low=percent(low), high=percent(high))


def epochs_text(figures: SuccessFigures) -> str:
    """Median and quartiles of the epochs that the successful ones took; "" where none succeeded."""
    if figures.epochs is None:
        return ""
    low, median, high = (grouped(round(value)) for value in figures.epochs.quartiles)
    text = QCoreApplication.translate(
        "HowOften", "Of those that succeed, half need at most {median} epochs (the middle half {low} to {high})."
    )
    return text.format(low=low, median=median, high=high)


def axis_title(axis: Axis, n_hidden: int) -> str:
    """The name of a setting that is varied."""
    translate = QCoreApplication.translate
    if axis.name == UNITS:
        if n_hidden == 1:
            return translate("HowOften", "Hidden units")
        return translate("HowOften", "Units of hidden layer {number}").format(number=axis.layer + 1)
    return varied_title(axis.name)


def value_text(name: str, value: Value) -> str:
    """A value of the setting called `name`."""
    if name == ACTIVATION:
        return activation_title(str(value))
    if name == RULE:
        return rule_title(str(value))
    if name == "batch_size" and not value:
        return QCoreApplication.translate("HowOften", "whole set")
    return number(float(value))


def cell_title(trial: Trial, cell: int) -> str:
    """The values of a cell of a sweep; "" of a trial without one."""
    n_hidden = len(trial.project.network.layers) - 1
    pairs = zip(trial.wish.axes, trial.cells[cell].values, strict=True)
    return ", ".join(f"{axis_title(axis, n_hidden)} {value_text(axis.name, value)}" for axis, value in pairs)
