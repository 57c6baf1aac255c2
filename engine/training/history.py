"""This module keeps the bounded history of a run: recent evaluations one by one, older ones in buckets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError
from engine.training.curve_marks import Marks, settled, with_data_mark

Floats = NDArray[np.float64]

_EXACT = 2048  # evaluations always kept one by one
_PORTION = 1024  # evaluations that move to the buckets at a time
_MOST_BUCKETS = 1024  # then neighbours merge
_EPOCH, _LOW, _HIGH, _LAST, _TEST_LOW, _TEST_HIGH, _TEST_LAST = range(7)


@dataclass(frozen=True, eq=False)
class LossCurve:
    """The history of a run, bounded: one entry an evaluation, or a bucket of many for old ones.

    epochs: last epoch of each bucket. minimum, maximum, last: mean training losses in it.
    test_minimum, test_maximum, test_last likewise, empty without a test set. All 1-D, read-only.
    marks: where other data came or weights were set by hand, rising.
    """

    epochs: NDArray[np.int64]
    minimum: NDArray[np.float64]
    maximum: NDArray[np.float64]
    last: NDArray[np.float64]
    test_minimum: NDArray[np.float64]
    test_maximum: NDArray[np.float64]
    test_last: NDArray[np.float64]
    marks: Marks = ()


_NO_EPOCHS, _NO_LOSSES = np.zeros(0, dtype=np.int64), np.zeros(0)
EMPTY_CURVE = LossCurve(_NO_EPOCHS, *(_NO_LOSSES,) * 6)
"""The history of a run that was never begun."""


class History:
    """Keeps the mean losses after each evaluated pass.

    The last 2,048 to 3,071 evaluations are exact. Older ones share at most 1,024 buckets of equal length; a bucket has
    its last epoch, minimum, maximum and last value. The history depends on the evaluations alone, not on the calls that
    appended them. `marks` tell where the run went on with other data or with weights that were set by hand.
    """

    def __init__(self, has_test: bool) -> None:
        self.has_test = has_test
        self.total = 0
        self.marks: Marks = ()
        self._width = 1  # evaluations in a full bucket, a power of two; the last bucket may not be full yet
        self._moved = 0  # evaluations in all buckets together
        self._n_buckets = 0
        self._n_exact = 0
        self._buckets = np.zeros((7, _MOST_BUCKETS))
        self._exact = np.zeros((3, _EXACT + _PORTION))  # epochs, losses, test losses

    def __repr__(self) -> str:
        if not self.total:
            return "<History: no evaluations>"
        epochs, losses = self.epochs, self.losses
        first, last = f"{losses[0]:.4g} after epoch {epochs[0]}", f"{losses[-1]:.4g} after epoch {epochs[-1]}"
        return f"<History: {self.total} evaluations, loss {first} to {last}>"

    @property
    def epochs(self) -> NDArray[np.int64]:
        """The epoch of each entry; a bucket's last one."""
        epochs: NDArray[np.int64] = self.table()[_EPOCH].astype(np.int64)
        return epochs

    @property
    def losses(self) -> Floats:
        """Mean training loss after each of `epochs`."""
        losses: Floats = self.table()[_LAST]
        return losses

    @property
    def test_losses(self) -> Floats:
        """Mean test loss after each of `epochs`; empty without a test set."""
        return self.table()[_TEST_LAST] if self.has_test else np.empty(0)

    def extend(self, epochs: NDArray[np.int64], losses: Floats, test_losses: Floats) -> None:
        """Appends evaluations, oldest first; a test loss is NaN where there was no test set."""
        done = 0
        while done < len(epochs):
            count = min(len(epochs) - done, self._exact.shape[1] - self._n_exact)
            new, old = slice(self._n_exact, self._n_exact + count), slice(done, done + count)
            self._exact[0, new], self._exact[1, new] = epochs[old], losses[old]
            self._exact[2, new] = test_losses[old]
            self._n_exact += count
            done += count
            if self._n_exact == self._exact.shape[1]:
                self._move_to_buckets()
        self.total += len(epochs)

    def mark_data(self, epoch: int, before: str, after: str) -> None:
        """Notes that the run goes on with other data, known by their fingerprints, after `epoch` passes."""
        self.marks = with_data_mark(self.marks, epoch, before, after)

    def settle_marks(self) -> None:
        """Notes that the run has gone on: what was marked does not go any more."""
        self.marks = settled(self.marks)

    def table(self) -> Floats:
        """(7, n): epochs, then minimum, maximum and last of the training losses and of the test losses."""
        old, new = self._n_buckets, self._n_exact
        table = np.empty((7, old + new))
        table[:, :old] = self._buckets[:, :old]
        table[_EPOCH, old:] = self._exact[0, :new]
        table[_LOW : _LAST + 1, old:] = self._exact[1, :new]
        table[_TEST_LOW:, old:] = self._exact[2, :new]
        return table

    def curve(self) -> LossCurve:
        """The same as a curve of read-only arrays."""
        return curve_of(self.table(), self.has_test, self.marks)

    def restore(self, table: Floats, total: int, marks: Marks = ()) -> None:
        """Restores what `table` returned after `total` evaluations, so that it grows on in the same way.

        Raises EngineError where the two do not belong together.
        """
        self.total, self.marks = total, marks
        self._moved = max(0, (total - _EXACT) // _PORTION) * _PORTION
        self._width = _fitting_width(self._moved)
        self._n_buckets = old = -(-self._moved // self._width)
        self._n_exact = new = total - self._moved
        if table.shape != (7, old + new):
            raise EngineError(
                "The saved error curve has the shape {shape}, but {expected} was expected; the file is damaged: start "
                "the training anew.",
                shape=table.shape,
                expected=(7, old + new),
            )
        self._buckets[:, :old] = table[:, :old]
        for row, column in enumerate((_EPOCH, _LAST, _TEST_LAST)):
            self._exact[row, :new] = table[column, old:]

    def _move_to_buckets(self) -> None:
        """Moves the oldest exact evaluations, a portion of them."""
        width = _fitting_width(self._moved + _PORTION)
        while self._width < width:
            self._merge_neighbours()
        portion = self._exact[:, :_PORTION].reshape(3, -1, min(width, _PORTION))
        begun = 1 if self._moved % width else 0  # the last bucket has room for this portion
        place = self._n_buckets - begun
        bucket = _bucket_rows(portion[[0, 1, 1, 1, 2, 2, 2]])
        if begun:
            both = np.stack([self._buckets[:, place], bucket[:, 0]], axis=1)[:, np.newaxis]
            bucket = _bucket_rows(both)
        self._n_buckets = place + bucket.shape[1]
        self._buckets[:, place : self._n_buckets] = bucket
        self._moved += _PORTION
        self._n_exact -= _PORTION
        self._exact[:, : self._n_exact] = self._exact[:, _PORTION:].copy()

    def _merge_neighbours(self) -> None:
        """Halves the number of buckets; an odd one at the end stays as it is, half full."""
        count = self._n_buckets
        pairs = self._buckets[:, : count - count % 2].reshape(7, -1, 2)
        merged = _bucket_rows(pairs)
        alone = self._buckets[:, count - count % 2 : count].copy()
        self._n_buckets = merged.shape[1] + alone.shape[1]
        self._buckets[:, : self._n_buckets] = np.concatenate([merged, alone], axis=1)
        self._width *= 2


def curve_of(table: Floats, has_test: bool, marks: Marks = ()) -> LossCurve:
    """A table of `History.table`, perhaps read from a file, as a curve of read-only arrays."""
    table = table.view()
    table.flags.writeable = False
    epochs = table[_EPOCH].astype(np.int64)
    epochs.flags.writeable = False
    tests = table[_TEST_LOW:] if has_test else np.empty((3, 0))
    return LossCurve(epochs, table[_LOW], table[_HIGH], table[_LAST], tests[0], tests[1], tests[2], marks)


def _bucket_rows(entries: Floats) -> Floats:
    """One bucket (7, buckets) for each row of the seven tables (7, buckets, entries)."""
    epochs, low, high, last, test_low, test_high, test_last = entries
    return np.stack(
        [
            epochs[:, -1],
            low.min(axis=1),
            high.max(axis=1),
            last[:, -1],
            test_low.min(axis=1),
            test_high.max(axis=1),
            test_last[:, -1],
        ]
    )


def _fitting_width(moved: int) -> int:
    """The smallest power of two that puts `moved` evaluations into few enough buckets."""
    width = 1
    while moved > width * _MOST_BUCKETS:
        width *= 2
    return width
