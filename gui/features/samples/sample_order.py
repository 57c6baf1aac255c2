"""In which order the rows of the sample table stand; the order of training is another matter, and stays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.intp]


class SampleOrder:
    """From rows to samples and back. `column` is what the rows are sorted by, None for the order of the data."""

    def __init__(self) -> None:
        self.column: int | None = None
        self.is_descending = False
        self._samples: Samples | None = None
        self._rows: Samples | None = None

    def sample(self, row: int) -> int:
        """The sample that stands in `row`."""
        return row if self._samples is None else int(self._samples[row])

    def row(self, sample: int) -> int:
        """The row in which `sample` stands."""
        return sample if self._rows is None else int(self._rows[sample])

    def rows(self, samples: Samples) -> Samples:
        """The rows in which `samples` stand."""
        return samples if self._rows is None else self._rows[samples]

    def samples(self, rows: Samples) -> Samples:
        """The samples that stand in `rows`."""
        return rows if self._samples is None else self._samples[rows]

    def clear(self) -> None:
        """Back to the order of the data."""
        self.column, self.is_descending, self._samples, self._rows = None, False, None, None

    def sort(self, column: int, descending: bool, values: NDArray[np.float64]) -> None:
        """Sort by `values` (n,), those of `column`; equal ones keep the order of the data, NaN comes last."""
        self.column, self.is_descending = column, descending
        self._samples = np.argsort(-values if descending else values, kind="stable")
        self._rows = np.empty_like(self._samples)
        self._rows[self._samples] = np.arange(len(values))
