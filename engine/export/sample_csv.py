"""This module writes the samples with the network's answers as a table for spreadsheets, with every digit."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.analysis.sample_losses import errors_of
from engine.data.dataset import Dataset
from engine.data.sample_rows import rows_of
from engine.data.word_orders import WordOrder
from engine.data.words import ONE_HOT, ORDINAL, natural_order
from engine.files.atomic_write import write_atomically
from engine.spec.activations import ACTIVATIONS

Floats = NDArray[np.float64]
Samples = NDArray[np.intp]

_ROWS_AT_ONCE = 512  # between two of them other threads get their turn


def save_samples(
    data: Dataset, frame: Frame, loss: str, path: Path, unwanted: Callable[[], bool] = lambda: False
) -> int:
    """Write `data` with the outputs of `frame`, which belongs to them, to `path` in one stroke; returns how many rows.

    A row holds number, set, inputs as they were given, targets, outputs, the error by `loss` and, for classes, 1 where
    the answer is right and 0 where it is not; then the codes of words whose order the heading
    declares. Where `unwanted` turns true, nothing is written and the answer is 0.
    Raises EngineError where the file cannot be written.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading(data))
    count = data.n_samples + data.n_test_samples
    for first in range(0, count, _ROWS_AT_ONCE):
        if unwanted():
            return 0
        samples = np.arange(first, min(first + _ROWS_AT_ONCE, count))
        writer.writerows(sample_rows(data, samples, frame, loss))
    write_atomically(path, text.getvalue().encode("utf-8"))
    return count


def heading(data: Dataset) -> list[str]:
    """The names of the columns of `sample_rows`."""
    outputs = ["output"] if data.n_outputs == 1 else [f"output {name}" for name in data.target_names]
    right = [] if data.task == "values" else ["right"]
    orders = [order.heading for order in declared_orders(data).values()]
    return ["number", "set", *data.raw_input_names, *data.target_names, *outputs, "error", *right, *orders]


def declared_orders(data: Dataset) -> dict[int, WordOrder]:
    """The orders of words that an import could not guess, by their places among inputs and targets."""
    found = {}
    preprocessing = data.preprocessing
    for place in range(data.n_raw_inputs):
        words = preprocessing.words_of(place)
        order = WordOrder(data.raw_input_names[place], words, preprocessing.encoding_of(place))
        if words and not _is_usual(order, np.append(data.raw_inputs[:, place], data.raw_test_inputs[:, place])):
            found[place] = order
    if data.code_names and data.code_names != tuple(sorted(data.code_names)):
        found[data.n_raw_inputs] = WordOrder(data.target_names[0], data.code_names, ONE_HOT)
    return found


def _is_usual(order: WordOrder, codes: Floats) -> bool:
    """Whether words become inputs as an import suggests it: one-hot in the order of people, TRUE and FALSE as codes."""
    from engine.data.importing.cells.column_kinds import FLAGS  # only here: the room of imports is a large one
    from engine.data.importing.cells.raw_column import EMPTY

    words = order.words
    if order.encoding == ORDINAL:
        return tuple(word.lower() for word in words) == tuple(FLAGS)
    are_all_used = len(np.unique(codes)) == len(words)
    are_plain = not any(letter.isdigit() for word in words for letter in word[:1]) and set(words).isdisjoint(EMPTY)
    return are_all_used and are_plain and words == natural_order(words)


def sample_rows(data: Dataset, samples: Samples, frame: Frame, loss: str) -> list[list[object]]:
    """A row for each of `samples`, which count training samples, then test samples."""
    inputs = rows_of(data.raw_inputs, data.raw_test_inputs, samples)
    targets = rows_of(data.raw_targets, data.raw_test_targets, samples)
    outputs = rows_of(frame.outputs, frame.test_outputs, samples)
    one_hot = ACTIVATIONS[frame.network.layers[-1].activation].compares_units
    errors, _ = errors_of(data, outputs, targets, loss, one_hot)
    numbers = np.column_stack([inputs, targets, outputs, errors]) + 0.0  # no −0
    right = data.right(outputs, targets)
    verdicts = [[]] * len(samples) if right is None else [[int(value)] for value in right]
    n_training = data.n_samples
    places = [
        (sample + 1, "train") if sample < n_training else (sample - n_training + 1, "test")
        for sample in samples.tolist()
    ]
    rows = with_words(data, numbers.tolist())
    ordered = list(declared_orders(data))
    codes = numbers[:, ordered].tolist()
    parts = zip(places, rows, verdicts, codes, strict=True)
    return [[*place, *row, *verdict, *listed] for place, row, verdict, listed in parts]


def with_words(data: Dataset, rows: list[list[float]]) -> list[list[object]]:
    """`rows`, which begin with inputs and targets, with words and the names of codes in the place of the codes."""
    words: dict[int, dict[float, str]] = {
        place: dict(enumerate(listed)) for place, listed in enumerate(data.preprocessing.words) if listed
    }
    if data.code_names:
        words[data.n_raw_inputs] = dict(zip(data.target_codes, data.code_names, strict=True))
    if not words:
        return cast(list[list[object]], rows)
    return [[words[at][value] if at in words else value for at, value in enumerate(row)] for row in rows]
