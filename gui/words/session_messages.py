"""This module writes the messages of the training session, each a full sentence or two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.data.dataset import Dataset
from engine.project.edit_effect import EditEffect
from engine.project.project import Project
from gui.words.number_text import grouped

_LARGE_INPUT = 10.0
_LARGE_START = 10.0
_HIGH_MOMENTUM = 0.95


def reset_message(effect: EditEffect) -> str:
    """Why the run ended and stands at its start again."""
    translate = QCoreApplication.translate
    return {
        EditEffect.NETWORK: translate("TrainingSession", "The network was changed, so training begins anew."),
        EditEffect.START: translate("TrainingSession", "The start was changed, so training is back at the new start."),
        EditEffect.RULE: translate(
            "TrainingSession", "The training rule was changed, so training is back at the start."
        ),
        EditEffect.LOSS: translate(
            "TrainingSession", "The error measure was changed, so training is back at the start."
        ),
        EditEffect.COLUMNS: translate(
            "TrainingSession", "The data now have other columns, so training is back at the start."
        ),
    }[effect]


def return_message(epoch: int) -> str:
    """Undo of an edit brought back the run that the edit had ended."""
    return QCoreApplication.translate(
        "TrainingSession", "The training that belongs to this network is back as it was after epoch {epoch}."
    ).format(epoch=grouped(epoch))


def overflow_message(data: Dataset | None) -> str:
    """The error overflows already at the start: no setting helps, only other data do."""
    largest = max(_largest(data.inputs), _largest(data.targets)) if data is not None else 0.0
    return QCoreApplication.translate(
        "TrainingSession",
        "The error is too large to be computed, already at the start: the data reach {largest}."
        " Scale them to about 1, or choose a smaller initial range, and begin anew.",
    ).format(largest=f"{largest:g}")


def divergence_message(project: Project, data: Dataset | None, learning_rate: float, epoch: int) -> str:
    """The likely cause of a divergence, and what to do.

    The causes are tried in the order of how surely they explain it: a penalty that overshoots by itself, a momentum
    that hardly fades, a start or inputs far too large, and, where none of these stands out, the learning rate.
    """
    training = project.training
    largest = _largest(data.inputs) if data is not None else 0.0
    translate = QCoreApplication.translate
    if learning_rate * training.l2 > 1:
        cause = translate(
            "TrainingSession",
            "Training diverged in epoch {epoch}: the L2 penalty {l2} times the learning rate {rate} is above 1,"
            " so every step overshoots. Lower the penalty.",
        )
    elif training.momentum >= _HIGH_MOMENTUM:
        cause = translate(
            "TrainingSession",
            "Training diverged in epoch {epoch}: the momentum {momentum} together with the learning rate {rate}"
            " is probably too high. Lower one of them.",
        )
    elif project.parameters is None and project.network.initial_range > _LARGE_START and _is_uniform(project):
        cause = translate(
            "TrainingSession",
            "Training diverged in epoch {epoch}: the initial weights, up to {range}, are probably too large."
            " Choose a smaller initial range.",
        )
    elif largest > _LARGE_INPUT:
        cause = translate(
            "TrainingSession",
            "Training diverged in epoch {epoch}: the inputs reach {largest}, which is large for the learning rate"
            " {rate}. Lower the learning rate, or scale the inputs to about 1.",
        )
    else:
        cause = translate(
            "TrainingSession",
            "Training diverged in epoch {epoch}: the learning rate {rate} is probably too high. Lower it.",
        )
    figures = {
        "epoch": grouped(epoch + 1),
        "rate": f"{learning_rate:g}",
        "l2": f"{training.l2:g}",
        "momentum": f"{training.momentum:g}",
        "range": f"{project.network.initial_range:g}",
        "largest": f"{largest:g}",
    }
    kept = translate(
        "TrainingSession", "The last finite state was kept: go back to it and train on, or reset and begin anew."
    )
    return f"{cause.format(**figures)} {kept}"


def crash_message(what: str) -> str:
    """An unexpected error ended training; `what` names it."""
    return QCoreApplication.translate(
        "TrainingSession",
        "Training stopped because of an unexpected error: {error}. Save your work; Train begins again from the start.",
    ).format(error=what)


def frame_failure_message(what: str) -> str:
    """A frame could not be computed; `what` names the error."""
    return QCoreApplication.translate(
        "TrainingSession", "The pictures could not be computed because of an unexpected error: {error}."
    ).format(error=what)


def _largest(values: NDArray[np.float64]) -> float:
    return float(np.abs(values).max()) if values.size else 0.0


def _is_uniform(project: Project) -> bool:
    return project.network.initialization == "uniform"
