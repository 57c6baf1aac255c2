"""Undoable edits of the training settings, and new starts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.project import edits
from gui.document.commands.push import push
from gui.document.document import Document
from gui.words.loss_words import loss_name
from gui.words.rule_words import rule_name


def change_training(document: Document, **changes: Any) -> bool:
    """Change training settings, named as in TrainingSpec."""
    return push(
        document,
        _text(changes),
        lambda project: edits.set_training(project, **changes),
        merge_key="training:" + ",".join(sorted(changes)),
    )


def new_start(document: Document) -> bool:
    """Draw another start: the next seed."""
    text = QCoreApplication.translate("Commands", "New start")
    return push(
        document,
        text,
        lambda project: edits.set_training(project, seed=project.training.seed + 1),
    )


def _text(changes: dict[str, Any]) -> str:
    translate = QCoreApplication.translate
    if len(changes) != 1:
        return translate("Commands", "Change the training settings")
    name, value = next(iter(changes.items()))
    known = {
        "rule": translate("Commands", "Train by {rule}"),
        "loss": translate("Commands", "Measure the error by {loss}"),
        "learning_rate": translate("Commands", "Set the learning rate to {value}"),
        "batch_size": translate("Commands", "Change the batch size"),
        "momentum": translate("Commands", "Set the momentum to {value}"),
        "l1": translate("Commands", "Set the L1 penalty to {value}"),
        "l2": translate("Commands", "Set the L2 penalty to {value}"),
        "shuffle": translate("Commands", "Change the order of the samples"),
        "seed": translate("Commands", "Set the seed to {value}"),
        "max_epochs": translate("Commands", "Change the limit of epochs"),
        "target_error": translate("Commands", "Change the target error"),
        "stop_when_all_right": translate("Commands", "Change when training stops"),
        "evaluate_every": translate("Commands", "Change how often the error is measured"),
        "milestones": translate("Commands", "Change the milestones"),
    }
    text = known.get(name, translate("Commands", "Change the training settings"))
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return text.format(rule=rule_name(str(value)), loss=loss_name(str(value)), value=shown)
