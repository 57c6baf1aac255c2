"""More samples than are drawn: what is on show, what the mouse finds, and that the plot says so."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.features.decision_region import sample_layer
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.region_colours import region_image
from gui.features.decision_region.sample_layer import MOST_POINTS, drawn_samples
from gui.toolkit.theme import LIGHT
from tests.gui.features.decision_region.bench import Bench
from tests.gui.features.decision_region.frames import Floats


def two_classes(inputs: Floats) -> DatasetSpec:
    """Samples of the classes 0, 1, 0, 1 …"""
    targets = (np.arange(len(inputs)) % 2).astype(np.float64)[:, np.newaxis]
    return DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(targets))


def n_spots(items: Any) -> int:
    return sum(len(item.data) for item in items)


@pytest.mark.parametrize(("training", "test"), [(200_000, 0), (150_000, 50_000), (4_001, 0), (1, 9_000), (9_000, 1)])
def test_the_choice_is_even_and_keeps_both_kinds_in_proportion(training: int, test: int) -> None:
    drawn = drawn_samples(training, test)

    assert len(drawn) == MOST_POINTS
    assert (np.diff(drawn) > 0).all()
    assert drawn[-1] == training + test - 1
    assert training - 1 in drawn
    n_test = int((drawn >= training).sum())
    assert n_test == pytest.approx(MOST_POINTS * test / (training + test), abs=1)
    assert (n_test > 0) == (test > 0)
    assert np.diff(drawn[drawn < training]).max(initial=0) <= 2 * -(-training // (MOST_POINTS - n_test))
    assert np.array_equal(drawn, drawn_samples(training, test))


def test_few_samples_are_all_drawn() -> None:
    assert drawn_samples(3_000, 1_000).tolist() == list(range(4_000))
    assert drawn_samples(0, 0).tolist() == []


def test_classes_that_alternate_are_both_drawn_in_their_shares() -> None:
    assert np.mean(drawn_samples(200_000, 0) % 2) == pytest.approx(0.5, abs=0.03)


def test_the_plot_draws_and_rings_only_its_choice_and_says_so(qtbot: QtBot) -> None:
    bench = Bench(qtbot, two_classes(np.random.default_rng(1).random((12_000, 2))))
    samples, label = bench.plot.samples, bench.find("region_share_drawn")
    bench.shows(lambda inputs: np.zeros((len(inputs), 1)))  # wrong for every second sample

    assert isinstance(label, QLabel)
    assert label.isVisible()
    assert label.text() == "4,000 of 12,000 points drawn"
    assert n_spots(samples._groups.values()) == MOST_POINTS
    assert samples.ringed.tolist() == [index for index in samples.drawn if index % 2]
    assert n_spots([samples.rings]) == len(samples.ringed)

    bench.shows(lambda inputs: np.ones((len(inputs), 1)))
    assert samples.ringed.tolist() == [index for index in samples.drawn if index % 2 == 0]


def test_a_plot_of_all_samples_has_no_such_label(qtbot: QtBot) -> None:
    bench = Bench(qtbot, DatasetSpec("xor"))

    assert not bench.find("region_share_drawn").isVisible()


def test_the_mouse_finds_drawn_points_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_layer, "MOST_POINTS", 3)
    places = np.array([[0.0, 0.0], [0.5, 0.0], [1.0, 0.0], [0.0, 1.0], [0.5, 1.0], [1.0, 1.0], [0.5, 0.5]])
    bench = Bench(qtbot, two_classes(places))
    drawn = bench.plot.samples.drawn.tolist()

    assert len(drawn) == 3
    for index, (x1, x2) in enumerate(places):
        bench.points_at(x1, x2)
        assert bench.sentences[-1].startswith(f"Sample {index + 1}:" if index in drawn else "x₁")

    moved = drawn[1]
    bench.drags(bench.at(*places[moved]), bench.at(0.25, 0.25))
    assert np.allclose(bench.rows()[moved], [0.25, 0.25], atol=0.02)
    others = np.arange(len(places)) != moved
    assert np.array_equal(bench.rows()[others], places[others])


def test_a_point_just_added_is_drawn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_layer, "MOST_POINTS", 3)
    bench = Bench(qtbot, two_classes(np.array([[0.0, 0.0], [0.5, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])))
    bench.clicks(0.25, 0.75)

    assert len(bench.rows()) == 6
    assert 5 in bench.plot.samples.drawn
    label = bench.find("region_share_drawn")
    assert isinstance(label, QLabel)
    assert label.text() == "3 of 6 points drawn"


@pytest.mark.parametrize("hard", [False, True])
@pytest.mark.parametrize("competing", [False, True])
@pytest.mark.parametrize("size", [1e99, 1e300, 1.7e308])
def test_a_region_of_huge_outputs_has_the_colours_of_its_extremes(competing: bool, hard: bool, size: float) -> None:
    reading = Reading(competing, 0, 0.5, 0.5, 0.0, 1.0)
    region = np.zeros((4, 4, 2))
    region[:, 2:, 0], region[:, :2, 1] = 1.0, 1.0

    huge = region_image((2 * region - 1) * size, reading, hard, LIGHT).image
    plain = region_image((2 * region - 1) * 1e6, reading, hard, LIGHT).image
    assert np.array_equal(huge, plain)
