"""The history keeps what a curve shows, in bounded room, however long the run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.spec.errors import EngineError
from engine.training.history import History


def filled(total, piece=8192, has_test=True, seed=0):
    rng = np.random.default_rng(seed)
    losses, tests = rng.random(total), rng.random(total)
    history = History(has_test)
    for start in range(0, total, piece):
        part = slice(start, min(start + piece, total))
        history.extend(np.arange(total)[part] + 1, losses[part], tests[part])
    return history, losses, tests


def test_recent_evaluations_are_exact():
    history, losses, tests = filled(10_000)
    assert history.epochs[-2048:].tolist() == list(range(10_000 - 2047, 10_001))
    np.testing.assert_array_equal(history.losses[-2048:], losses[-2048:])
    np.testing.assert_array_equal(history.test_losses[-2048:], tests[-2048:])


@pytest.mark.parametrize("total", [0, 1, 2047, 3071, 3072, 100_000, 1_234_567, 5_000_000])
def test_every_entry_is_the_minimum_maximum_and_last_of_its_epochs(total):
    history, losses, tests = filled(total)
    curve = history.curve()
    assert len(curve.epochs) <= 4096
    assert (np.diff(curve.epochs) > 0).all()
    starts = np.concatenate([[0], curve.epochs[:-1]]).astype(int)[: len(curve.epochs)]
    assert (curve.epochs[-1] if total else 0) == total
    for values, low, high, last in (
        (losses, curve.minimum, curve.maximum, curve.last),
        (tests, curve.test_minimum, curve.test_maximum, curve.test_last),
    ):
        if total:
            np.testing.assert_array_equal(low, np.minimum.reduceat(values, starts))
            np.testing.assert_array_equal(high, np.maximum.reduceat(values, starts))
            np.testing.assert_array_equal(last, values[curve.epochs - 1])


@settings(max_examples=25)
@given(total=st.integers(0, 60_000), pieces=st.lists(st.integers(1, 9000), min_size=1, max_size=5), at=st.floats(0, 1))
def test_it_does_not_depend_on_the_pieces_nor_on_a_restore(total, pieces, at):
    whole, losses, tests = filled(total)
    cut, start, k, restore_at = History(True), 0, 0, int(at * total)
    while start < total:
        end = min(start + pieces[k % len(pieces)], total)
        cut.extend(np.arange(start, end) + 1, losses[start:end], tests[start:end])
        if start <= restore_at < end:
            again = History(True)
            again.restore(cut.table(), cut.total)
            cut = again
        start, k = end, k + 1
    assert cut.table().tobytes() == whole.table().tobytes()


def test_the_curve_cannot_be_written_to_and_does_not_move():
    history, losses, tests = filled(100)
    curve = history.curve()
    history.extend(np.array([101]), losses[:1], tests[:1])
    assert len(curve.epochs) == 100
    with pytest.raises(ValueError, match="read-only"):
        curve.last[0] = 0.0


def test_without_a_test_set_the_test_curves_are_empty():
    history, _, _ = filled(50, has_test=False)
    assert history.test_losses.size == history.curve().test_minimum.size == 0


def test_a_table_that_does_not_fit_its_count_is_refused():
    history, _, _ = filled(5000)
    with pytest.raises(EngineError, match="damaged"):
        History(True).restore(history.table()[:, 1:], 5000)
