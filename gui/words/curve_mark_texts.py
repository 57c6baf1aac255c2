"""This module names the marks of an error curve: short beside the line, in a sentence, and with how a run ended."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.project.saved_run import SavedRun
from engine.training.curve_marks import MarkKind, Marks
from gui.words.number_text import grouped
from gui.words.setting_texts import stop_text


def mark_label(kind: MarkKind) -> str:
    """What stands beside the line of a mark."""
    translate = QCoreApplication.translate
    return {
        "data": translate("CurveMarks", "data changed"),
        "weights": translate("CurveMarks", "weights set by hand"),
    }[kind]


def marks_text(marks: Marks) -> str:
    """What was changed after which epochs, e.g. data changed: 120, 300; weights set by hand: 400. "" for nothing."""
    epochs: dict[MarkKind, dict[str, None]] = {}
    for mark in marks:
        epochs.setdefault(mark.kind, {})[grouped(mark.epoch)] = None
    text = QCoreApplication.translate("CurveMarks", "{what} at epoch {epochs}")
    return "; ".join(text.format(what=mark_label(kind), epochs=", ".join(given)) for kind, given in epochs.items())


def ended_text(run: SavedRun) -> str:
    """Why a kept run ended, and what was changed while it trained."""
    kinds = dict.fromkeys(mark.kind for mark in run.marks)
    return "; ".join([stop_text(run.stop_reason), *map(mark_label, kinds)])
