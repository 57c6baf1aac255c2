"""The samples with what the network answers, as a table for spreadsheets: every digit of every number."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.dataset import Dataset
from engine.sample_errors import sample_errors
from engine.snapshot import Frame
from engine.whole_file import write_whole

Floats = NDArray[np.float64]

_ROWS_AT_ONCE = 512  # between two of them other threads get their turn


def save_samples(
    data: Dataset, frame: Frame, loss: str, path: Path, unwanted: Callable[[], bool] = lambda: False
) -> int:
    """Write `data` with the outputs of `frame`, which belongs to them, to `path` in one stroke; returns how many rows.

    A row holds number, set, inputs as they were given, targets, outputs, the error by `loss` and, for classes, 1 where
    the answer is right and 0 where it is not. Where `unwanted` turns true, nothing is written and the answer is 0.
    Raises EngineError where the file cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_head(data))
    for rows in _blocks(data, frame, loss):
        if unwanted():
            return 0
        writer.writerows(rows)
    write_whole(path, text.getvalue().encode("utf-8"))
    return data.n_samples + data.n_test_samples


def _head(data: Dataset) -> list[str]:
    outputs = ["output"] if data.n_outputs == 1 else [f"output {name}" for name in data.target_names]
    right = [] if data.task == "values" else ["right"]
    return ["number", "set", *data.raw_input_names, *data.target_names, *outputs, "error", *right]


def _blocks(data: Dataset, frame: Frame, loss: str) -> Iterator[list[list[object]]]:
    one_hot = frame.network.layers[-1].activation == "softmax"
    for name, inputs, targets, outputs in (
        ("train", data.raw_inputs, data.targets, frame.outputs),
        ("test", data.raw_test_inputs, data.test_targets, frame.test_outputs),
    ):
        for first in range(0, len(inputs), _ROWS_AT_ONCE):
            part = slice(first, first + _ROWS_AT_ONCE)
            errors, _ = sample_errors(outputs[part], targets[part], loss, one_hot)
            numbers = np.column_stack([inputs[part], targets[part], outputs[part], errors]) + 0.0  # no −0
            right = data.right(outputs[part], targets[part])
            verdicts = [[] for _ in errors] if right is None else [[int(value)] for value in right]
            yield [
                [first + place + 1, name, *row, *verdict]
                for place, (row, verdict) in enumerate(zip(numbers.tolist(), verdicts, strict=True))
            ]
