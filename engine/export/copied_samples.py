"""This module writes samples as text for the clipboard, with tabs between cells and every digit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.export.sample_csv import heading, sample_rows, with_words

Samples = NDArray[np.intp]


def copied_samples(data: Dataset, samples: Samples, named: bool) -> str:
    """Inputs, as they were given, and targets of `samples`, which count training samples, then test samples.

    named: under the names of the columns. What `project_edits.paste` takes back bit by bit.
    """
    inputs = np.vstack([data.raw_inputs, data.raw_test_inputs])[samples]
    targets = np.vstack([data.raw_targets, data.raw_test_targets])[samples]
    names = [[*data.raw_input_names, *data.target_names]] if named else []
    return _text([*names, *with_words(data, np.hstack([inputs, targets]).tolist())])


def copied_results(data: Dataset, samples: Samples, frame: Frame, loss: str) -> str:
    """The same with number, set, outputs of `frame`, error by `loss` and verdict, under the names of the columns."""
    return _text([heading(data), *sample_rows(data, samples, frame, loss)])


def _text(rows: Iterable[Sequence[object]]) -> str:
    return "".join("\t".join(map(_cell, row)) + "\n" for row in rows)


def _cell(value: object) -> str:
    """A text without what separates cells; whole numbers without a point."""
    if not isinstance(value, float):
        return " ".join(str(value).split())
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text
