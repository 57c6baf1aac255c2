"""This module holds the training settings as the kernels take them, and the learning rate of each pass."""

from __future__ import annotations

from typing import NamedTuple

from engine.data.dataset import Dataset
from engine.network.kernels.jit import strict_part
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import TrainingSpec
from engine.spec.training_spec import SETTINGS

VALUES, SIDES, CLASSES = range(3)
"""What makes a sample right: nothing does, every output on its side of the middle, or the largest output."""

_TASKS = {"values": VALUES, "binary": SIDES, "columns": SIDES, "classes": CLASSES}


class Grading(NamedTuple):
    """What counts as a loss and as right; outputs and targets from `high_from` on are high."""

    loss: int
    task: int
    high_from: float


class Settings(NamedTuple):
    """A TrainingSpec in numbers; max_epochs and target_error are -1 where there is none.

    has_schedule: whether the learning rate changes from pass to pass by `rate_of_pass`.
    """

    rule: int
    learning_rate: float
    learning_rate_decay: float
    has_schedule: int
    grading: Grading
    batch_size: int
    shuffle: int
    evaluate_every: int
    max_epochs: int
    stop_when_all_right: int
    momentum: float
    l1: float
    l2: float
    target_error: float


def make_settings(training: TrainingSpec, data: Dataset) -> Settings:
    """The numbers of `training` for `data`."""
    decay = SETTINGS["learning_rate_decay"]
    return Settings(
        rule=RULE_TABLE[training.rule].code,
        learning_rate=float(training.learning_rate),
        learning_rate_decay=float(training.learning_rate_decay),
        has_schedule=int(training.learning_rate_decay > 0 and decay.counts_for(RULE_TABLE[training.rule])),
        grading=Grading(LOSSES[training.loss].code, _TASKS[data.task], data.high_from),
        batch_size=min(int(training.batch_size or data.n_samples), data.n_samples),
        shuffle=int(training.shuffle),
        evaluate_every=int(training.evaluate_every),
        max_epochs=-1 if training.max_epochs is None else int(training.max_epochs),
        stop_when_all_right=int(training.stop_when_all_right),
        momentum=float(training.momentum),
        l1=float(training.l1),
        l2=float(training.l2),
        target_error=-1.0 if training.target_error is None else float(training.target_error),
    )


def rate_of_pass(settings: Settings, epoch: int) -> float:
    """The learning rate of the pass that follows `epoch` finished ones, where the rule does not find its own."""
    if settings.has_schedule:
        return settings.learning_rate / (1.0 + settings.learning_rate_decay * epoch)
    return settings.learning_rate


scheduled_rate = strict_part(rate_of_pass)
"""The same for the kernels."""
