"""This module writes the error curve of a run as a table for spreadsheets, with every digit."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np

from engine.files.atomic_write import write_atomically
from engine.spec.errors import EngineError
from engine.training.curve_marks import MarkKind
from engine.training.history import LossCurve

_PARTS = ("min", "max", "last")
_MARKS: dict[MarkKind, str] = {"data": "data changed", "weights": "weights set by hand"}


def save_error_curve(curve: LossCurve, path: Path) -> int:
    """Write mean errors of the training and, where there is one, of the test set to `path`; returns how many rows.

    Recent epochs have a row each, where minimum, maximum and last value are the same; older ones share rows, which
    name their last epoch. Where other data came or weights were set by hand, a last column says so in the first row
    after that. Raises EngineError where there is no curve yet, or the file cannot be written.
    """
    if not len(curve.epochs):
        raise EngineError("There is no error curve yet; train first, then export it.")
    columns = [curve.minimum, curve.maximum, curve.last]
    names = [f"train_{part}" for part in _PARTS]
    if len(curve.test_last):
        columns += [curve.test_minimum, curve.test_maximum, curve.test_last]
        names += [f"test_{part}" for part in _PARTS]
    remarks = [[remark] for remark in _remarks(curve)] if curve.marks else [[]] * len(curve.epochs)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["epoch", *names, *(["mark"] if curve.marks else [])])
    rows = np.column_stack(columns).tolist()
    epochs = curve.epochs.tolist()
    writer.writerows([epoch, *row, *remark] for epoch, row, remark in zip(epochs, rows, remarks, strict=True))
    write_atomically(path, text.getvalue().encode("utf-8"))
    return len(rows)


def _remarks(curve: LossCurve) -> list[str]:
    """What each row says of the marks that came before it and after the row before."""
    remarks: list[dict[str, None]] = [{} for _ in curve.epochs]
    for mark in curve.marks:
        row = int(np.searchsorted(curve.epochs, mark.epoch, side="right"))
        if row < len(remarks):
            remarks[row][_MARKS[mark.kind]] = None
    return ["; ".join(remark) for remark in remarks]
