"""This module makes undoable edits of the training settings, and new starts."""

from __future__ import annotations

from typing import Any

from numpy.typing import ArrayLike
from PySide6.QtCore import QCoreApplication

from engine.analysis.diagnosis.remedy import Remedy
from engine.project import edits
from engine.spec.training_spec import SETTINGS
from gui.document.commands import edit_command
from gui.document.commands.push import push
from gui.document.document import Document
from gui.words.error_text import error_text
from gui.words.setting_words import setting_undo


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


def begin_anew(document: Document) -> None:
    """Begin the training anew, from the same start; undo brings the run back."""
    edit_command.begin_anew(document, QCoreApplication.translate("Commands", "Begin anew"))


def set_start(document: Document, parameters: ArrayLike) -> bool:
    """Make `parameters`, flat, the start. True if something changed."""
    text = QCoreApplication.translate("Commands", "Type the start weights")
    return push(document, text, lambda project: edits.set_parameters(project, parameters))


def take_remedy(document: Document, remedy: Remedy) -> bool:
    """Do what a diagnosis offers. True if something changed."""
    return push(document, error_text(remedy.label), lambda project: edits.take_remedy(project, remedy))


def _text(changes: dict[str, Any]) -> str:
    name, value = next(iter(changes.items()))
    if len(changes) != 1 or name not in SETTINGS:
        return QCoreApplication.translate("Commands", "Change the training settings")
    return setting_undo(name, value)
