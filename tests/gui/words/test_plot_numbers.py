from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.data.dataset import Dataset
from gui.features.decision_region.output_reading import can_place_points, reading_of
from gui.features.decision_region.slices.plane_choice import default_fixed, home_range, is_edit_of_samples
from gui.features.error_curve.error_curves import EarlierRuns, Line, lines_of
from gui.features.error_curve.error_range import epoch_range, error_range
from gui.toolkit.drawing.colour_scale import class_mixture, diverging_indices, diverging_table
from gui.toolkit.plots.plot_style import PlotAxis
from gui.toolkit.theme import DARK, LIGHT
from gui.words.class_marks import class_names
from gui.words.number_text import few_figures
from gui.words.plot_numbers import figures, fixed, tick_text, tick_texts
from tests.gui.features.decision_region.frames import loss_curve


def line(values: np.ndarray) -> Line:
    return lines_of(loss_curve(values))[0]


def test_the_middle_is_the_paper_and_the_ends_are_orange_and_blue() -> None:
    for theme in (LIGHT, DARK):
        low, middle, high = diverging_table(theme)[diverging_indices([0.0, 0.5, 1.0], 0.5, 0.5)][:, :3].astype(int)
        paper = [int(theme.middle[i : i + 2], 16) for i in (1, 3, 5)]
        assert np.abs(middle - paper).max() <= 2
        assert low[0] > low[2]
        assert high[2] > high[0]


def test_a_sure_class_has_its_own_colour_and_no_class_is_the_paper() -> None:
    colours = class_mixture(np.array([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]]), LIGHT)

    assert colours.shape == (1, 3, 4)
    assert colours[0, 0, 0] > colours[0, 0, 2]
    assert colours[0, 1, 2] > colours[0, 1, 0]
    assert (colours[0, 2] == 255).all()


def test_a_reduced_line_keeps_every_peak_in_few_points() -> None:
    values = np.full(100_000, 0.1)
    values[54_321], values[98_765] = 7.0, 0.001
    reduced = line(values).reduced(400)

    assert len(reduced) <= 400
    assert reduced.maximum.max() == 7.0
    assert reduced.minimum.min() == 0.001
    assert abs(reduced.epochs[np.argmax(reduced.maximum)] - 54_321) < 300


def test_an_error_of_0_lies_at_the_lower_edge_of_logarithms() -> None:
    logarithms = line(np.array([1.0, 0.0, 0.01])).logarithms(floor=-3.0)

    assert np.allclose(logarithms.typical, [0.0, -3.0, -2.0])


def test_earlier_runs_are_few_and_small() -> None:
    runs = EarlierRuns()
    runs.keep(loss_curve([0.5]))
    for length in range(1000, 9000, 1000):
        runs.keep(loss_curve(np.linspace(1, 0, length)))

    assert len(runs.lines) == 5
    assert max(len(kept) for kept in runs.lines) <= 1000
    assert round(runs.lines[-1].epochs[-1], -2) == 8000


def test_axes_end_at_round_numbers_beyond_the_data() -> None:
    assert epoch_range(line(np.ones(1_101))) == (0.0, 1200.0)
    assert error_range([line(np.array([0.37, 0.1]))], logarithmic=False) == (0.0, 0.4)
    low, high = error_range([line(np.array([0.4, 0.003]))], logarithmic=True)
    assert low == pytest.approx(np.log10(0.002))
    assert high == pytest.approx(np.log10(0.5))


def test_numbers_are_written_as_people_write_them() -> None:
    assert few_figures(-0.25, 3) == "−0.25"
    assert fixed(0.9387) == "0.94"
    assert fixed(float("inf")) == "∞"
    assert figures(0.0078123) == "0.007812"
    assert fixed(-0.001) == "0.00"
    assert figures(0.1 + 0.2 - 0.3) == "0"
    assert [tick_text(value) for value in (0, 0.5, -15_000, 1e-5, 2e-6)] == ["0", "0.5", "−15,000", "10⁻⁵", "2·10⁻⁶"]


def test_the_view_at_home_leaves_room_around_the_data() -> None:
    data = Dataset([[0.0, 5.0], [1.0, 5.0]], [0.0, 1.0])
    x, y = home_range(data, 0), home_range(data, 1)

    assert x == pytest.approx((-0.3, 1.3))
    assert y[0] < 5 < y[1]
    assert default_fixed(data) == (0.0, 5.0)


def test_one_point_more_less_or_moved_is_a_point_edit_and_other_data_are_not() -> None:
    rows = np.arange(12.0).reshape(6, 2)
    data = Dataset(rows, np.arange(6) % 2)
    moved = rows.copy()
    moved[2] = 99.0

    assert is_edit_of_samples(data, Dataset(rows[:-1], np.arange(5) % 2))
    assert is_edit_of_samples(data, Dataset(moved, np.arange(6) % 2))
    assert not is_edit_of_samples(data, Dataset(rows + 1, np.arange(6) % 2))
    assert not is_edit_of_samples(data, Dataset(rows[:, :1], np.arange(6) % 2))


def test_outputs_are_read_as_the_targets_are_coded() -> None:
    bipolar = Dataset([[0.0], [1.0]], [-1.0, 1.0])
    classes = Dataset(np.zeros((3, 2)), np.eye(3))
    values = Dataset(np.zeros((3, 2)), [[0.2], [3.0], [-4.0]])

    assert (reading_of(bipolar).middle, reading_of(bipolar).span) == (0.0, 1.0)
    assert class_names(bipolar) == ("−1", "1")
    assert reading_of(classes).competing
    assert class_names(classes) == ("1", "2", "3")
    assert reading_of(values).span == 4.0
    assert can_place_points(bipolar)
    assert can_place_points(classes)
    assert not can_place_points(values)


def test_the_numbers_of_a_low_axis_are_not_written_over_each_other(qapp: QApplication) -> None:
    axis = PlotAxis("left")
    for theme in (LIGHT, replace(LIGHT, scale=1.5)):
        axis.apply_theme(theme)
        for size in (30.0, 45.0, 90.0, 400.0):
            for high in (0.2, 0.55, 1.0, 7.0, 130.0):
                levels = axis.tickValues(0.0, high, size)
                spacing, values = levels[0]
                assert values
                assert spacing / high * size >= theme.px(11)
                assert np.allclose(np.diff(values), spacing)


def test_numbers_of_an_axis_that_lie_close_together_are_told_apart() -> None:
    assert tick_texts([0.5, 1.0, 2e6]) == ["0.5", "1", "2·10⁶"]
    assert tick_texts([14.28921, 14.28922, -14.28923]) == ["14.28921", "14.28922", "−14.28923"]
