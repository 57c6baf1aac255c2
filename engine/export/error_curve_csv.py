"""This module writes the error curve of a run as a table for spreadsheets, with every digit."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np

from engine.files.atomic_write import write_atomically
from engine.spec.errors import EngineError
from engine.training.history import LossCurve

_PARTS = ("min", "max", "last")


def save_error_curve(curve: LossCurve, path: Path) -> int:
    """Write mean errors of the training and, where there is one, of the test set to `path`; returns how many rows.

    Recent epochs have a row each, where minimum, maximum and last value are the same; older ones share rows, which
    name their last epoch. Raises EngineError where there is no curve yet, or the file cannot be written.
    """
    if not len(curve.epochs):
        raise EngineError("There is no error curve yet; train first, then export it.")
    columns = [curve.minimum, curve.maximum, curve.last]
    names = [f"train_{part}" for part in _PARTS]
    if len(curve.test_last):
        columns += [curve.test_minimum, curve.test_maximum, curve.test_last]
        names += [f"test_{part}" for part in _PARTS]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["epoch", *names])
    rows = np.column_stack(columns).tolist()
    writer.writerows([epoch, *row] for epoch, row in zip(curve.epochs.tolist(), rows, strict=True))
    write_atomically(path, text.getvalue().encode("utf-8"))
    return len(rows)
