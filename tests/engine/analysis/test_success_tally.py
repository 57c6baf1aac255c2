"""Rates with their interval, the distribution of epochs, and where failed starts got stuck."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import binomtest

from engine import LayerSpec, NetworkSpec, TrainingSpec
from engine.analysis.success_tally import MOST_PLACES, SuccessTally, epochs_of, wilson_interval
from engine.data import datasets
from engine.network.network_start import NetworkStart
from engine.spec.frozen_array import FrozenArray
from engine.training.starts.success_rate import Attempt, attempts

XOR = datasets.logic_gate("xor")


def ended(seed: int, outputs: list[float], stop_reason: str = "max_epochs", epochs: int = 100) -> Attempt:
    return Attempt(seed, stop_reason, epochs, 0.25, 3, FrozenArray(np.array(outputs)[:, np.newaxis]))


def tallied(*found: Attempt) -> SuccessTally:
    tally = SuccessTally(XOR)
    for attempt in found:
        tally.add(attempt)
    return tally


def test_the_interval_is_wilsons() -> None:
    """8 of 10 by hand: (0.8 + z²/20 ± z √(0.016 + z²/400)) / (1 + z²/10), with z = 1.96."""
    assert wilson_interval(8, 10) == pytest.approx((0.4902, 0.9433), abs=5e-5)
    for successes, tries in ((0, 1), (1, 1), (0, 7), (798, 1000), (1000, 1000)):
        expected = binomtest(successes, tries).proportion_ci(method="wilson")
        assert wilson_interval(successes, tries) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert wilson_interval(0, 0) == (0, 1)
    assert wilson_interval(0, 7)[0] == 0
    assert wilson_interval(5, 5)[1] == 1


def test_the_distribution_of_epochs() -> None:
    found = epochs_of([10, 20, 30, 40, 1310])
    assert found.quartiles == (20, 30, 40)
    assert found.median == 30
    assert found.axis_end == 1400  # 1310, rounded up to two figures: a bar stands for 70 epochs
    assert found.heights == (4, *([0] * 17), 1, 0)
    assert epochs_of([1, 2]).quartiles == (1.25, 1.5, 1.75)
    assert epochs_of([0]).axis_end == 1


def test_failed_starts_with_the_same_outputs_are_stuck_in_the_same_place() -> None:
    figures = tallied(
        ended(0, [0, 1, 1, 0], "all_right", epochs=50),
        ended(1, [0.03, 0.66, 0.66, 0.66]),
        ended(2, [0.03, 0.97, 0.5, 0.5]),
        ended(3, [0.05, 0.93, 0.59, 0.41]),  # no output differs by more than 0.1
        ended(4, [0.03, 0.97, 0.61, 0.5]),  # one does
        ended(5, [0.1, 0.9, 0.51, 0.5]),
    ).figures()
    assert [place.seeds for place in figures.places] == [(2, 3, 5), (1,), (4,)]
    assert (figures.n_tried, figures.n_succeeded, figures.n_failed) == (6, 1, 5)
    assert figures.rate == pytest.approx(1 / 6)
    assert figures.epochs is not None
    assert figures.epochs.median == 50


def test_the_tolerance_is_a_part_of_the_range_of_the_targets() -> None:
    signs = datasets.logic_gate("xor", target_coding=(-1, 1))
    tally = SuccessTally(signs)
    tally.add(ended(0, [-1, 0.4, 0.4, 0.4]))
    tally.add(ended(1, [-1, 0.4, 0.4, 0.58]))
    tally.add(ended(2, [-1, 0.4, 0.4, 0.62]))
    assert [place.n_starts for place in tally.figures().places] == [2, 1]


def test_starts_that_diverged_are_a_group_whatever_they_answered_last() -> None:
    figures = tallied(
        ended(0, [1, 1, 1, 1], "diverged"), ended(1, [0, 0, 0, 0], "diverged"), ended(2, [1, 1, 1, 1])
    ).figures()
    assert [(place.n_starts, place.diverged) for place in figures.places] == [(2, True), (1, False)]


def test_nothing_is_lost_where_there_are_too_many_places() -> None:
    tally = tallied(*(ended(seed, [float(seed), 0, 0, 0]) for seed in range(MOST_PLACES + 3)))
    figures = tally.figures()
    assert len(figures.places) == MOST_PLACES
    assert figures.n_elsewhere == 3
    assert sum(place.n_starts for place in figures.places) + figures.n_elsewhere == figures.n_failed


def test_xor_gets_stuck_in_the_places_of_the_textbooks() -> None:
    """One column of outputs right and two at 0.5, or three outputs at 2/3: the minima of 2-2-1."""
    start = NetworkStart(NetworkSpec(2, (LayerSpec(2), LayerSpec(1))))
    tally = SuccessTally(XOR)
    for attempt in attempts(start, XOR, TrainingSpec(learning_rate=0.5, max_epochs=5_000), range(60)):
        tally.add(attempt)
    figures = tally.figures()
    found = {tuple(np.round(place.first.outputs.array[:, 0], 1)) for place in figures.places}
    assert {(0.0, 1.0, 0.5, 0.5), (0.0, 0.5, 1.0, 0.5)} <= found
    assert all(place.first.n_right is not None and place.first.n_right < 4 for place in figures.places)
    assert sum(place.n_starts for place in figures.places) == figures.n_failed == 60 - figures.n_succeeded


def test_without_an_attempt_nothing_is_known() -> None:
    figures = SuccessTally(XOR).figures()
    assert (figures.rate, figures.interval, figures.epochs, figures.places) == (None, (0, 1), None, ())
    assert replace(figures, n_tried=4, n_succeeded=4).interval[1] == 1
