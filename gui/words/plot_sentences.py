"""What plots show, in a sentence for people who do not see them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.spec.plural import filled
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot
from gui.words.curve_mark_texts import marks_text
from gui.words.number_text import four_figures, grouped


def region_sentence(snapshot: Snapshot | None) -> str:
    """What came out at this moment of a run, of which samples and regions are drawn; "" before the first."""
    if snapshot is None:
        return ""
    if snapshot.n_right is None:
        text = QCoreApplication.translate("PlotSentences", "Epoch {epoch}: {count} samples, error {error}.")
    else:
        text = QCoreApplication.translate(
            "PlotSentences", "Epoch {epoch}: {right} of {count} samples are right, error {error}."
        )
    return filled(
        text,
        epoch=grouped(snapshot.epoch),
        right=None if snapshot.n_right is None else grouped(snapshot.n_right),
        count=grouped(snapshot.n_samples),
        error=four_figures(snapshot.loss_sum),
    )


def curve_sentence(curve: LossCurve) -> str:
    """Where a curve of mean errors began and where it is now; "" for none."""
    if not len(curve.epochs):
        return ""
    text = QCoreApplication.translate(
        "PlotSentences", "Mean error {last} at epoch {epoch}; {first} at epoch {first_epoch}."
    )
    sentence = text.format(
        last=four_figures(float(curve.last[-1])),
        epoch=grouped(int(curve.epochs[-1])),
        first=four_figures(float(curve.last[0])),
        first_epoch=grouped(int(curve.epochs[0])),
    )
    return f"{sentence} {marks_text(curve.marks)}".rstrip()
