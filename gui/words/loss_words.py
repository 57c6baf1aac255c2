"""This module names and explains the loss functions, by the engine's names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.spec.losses import LOSSES


@dataclass(frozen=True)
class LossWords:
    """The texts about one loss; `{formula}` in them is the engine's own.

    title, hint: in the list of losses. in_sentence: its name inside a sentence. report: how a lab report describes it.
    sample: what stands in the table of samples.
    """

    title: object
    hint: object
    in_sentence: object
    report: object
    sample: object


LOSS_WORDS: dict[str, LossWords] = {
    "squared_error": LossWords(
        QT_TRANSLATE_NOOP("Training", "Squared error"),
        QT_TRANSLATE_NOOP("Training", "{formula} for each sample"),
        QT_TRANSLATE_NOOP("EngineNames", "the squared error"),
        QT_TRANSLATE_NOOP("LabReport", "Squared error of a sample: E = ½ Σₖ (dₖ − oₖ)²."),
        QT_TRANSLATE_NOOP("SampleTable", "Squared error of the sample, {formula}; its sum is the error of the set"),
    ),
    "cross_entropy": LossWords(
        QT_TRANSLATE_NOOP("Training", "Cross-entropy"),
        QT_TRANSLATE_NOOP(
            "Training", "{formula} for each sample. Needs sigmoid or softmax outputs and targets from 0 to 1."
        ),
        QT_TRANSLATE_NOOP("EngineNames", "the cross-entropy"),
        QT_TRANSLATE_NOOP(
            "LabReport",
            "Cross-entropy of a sample: E = −Σₖ dₖ log oₖ with softmax outputs; with sigmoid outputs also "
            "−Σₖ (1 − dₖ) log(1 − oₖ).",
        ),
        QT_TRANSLATE_NOOP("SampleTable", "Cross-entropy of the sample, {formula}; its sum is the error of the set"),
    ),
}


def loss_title(name: str) -> str:
    """How the list of losses calls `name`."""
    return QCoreApplication.translate("Training", str(LOSS_WORDS[name].title))


def loss_hint(name: str) -> str:
    """What the list of losses says of `name`."""
    text = QCoreApplication.translate("Training", str(LOSS_WORDS[name].hint))
    return text.replace("{formula}", LOSSES[name].formula)


def loss_name(name: str) -> str:
    """The loss inside a sentence; a name that is none is its own text."""
    if name not in LOSS_WORDS:
        return name
    return QCoreApplication.translate("EngineNames", str(LOSS_WORDS[name].in_sentence))


def loss_report(name: str) -> str:
    """How a lab report describes the loss."""
    return QCoreApplication.translate("LabReport", str(LOSS_WORDS[name].report))


def loss_of_sample(name: str) -> str:
    """What the loss of one sample is, for a table of samples."""
    text = QCoreApplication.translate("SampleTable", str(LOSS_WORDS[name].sample))
    return text.replace("{formula}", LOSSES[name].formula)
