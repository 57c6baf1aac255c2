"""An axis of words: each at its place, fewer where there is no room, and numbers again afterwards."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.toolkit.plots.plot_style import PlotAxis
from gui.toolkit.theme import LIGHT


@pytest.fixture
def axis(qtbot: QtBot) -> PlotAxis:
    axis = PlotAxis("bottom")
    axis.apply_theme(LIGHT)
    axis.show_words(("Bonn", "Köln", "Hannover an der Leine"))
    return axis


def shown(axis: PlotAxis, low: float, high: float, size: float) -> list[tuple[float, str]]:
    ((spacing, places),) = axis.tickValues(low, high, size)
    return list(zip(places, axis.tickStrings(places, 1.0, spacing), strict=True))


def test_words_stand_at_0_1_2_and_nowhere_else(axis: PlotAxis) -> None:
    assert shown(axis, -0.8, 3.9, 600) == [(0.0, "Bonn"), (1.0, "Köln"), (2.0, "Hannover an…")]
    assert shown(axis, 0.2, 1.7, 600) == [(1.0, "Köln")]


def test_where_there_is_no_room_every_second_or_third_is_left(axis: PlotAxis) -> None:
    assert [place for place, _ in shown(axis, -0.5, 2.5, 200)] == [0.0, 2.0]
    assert [place for place, _ in shown(axis, -0.5, 2.5, 100)] == [0.0]


def test_without_words_there_are_numbers_again(axis: PlotAxis) -> None:
    axis.show_words(())
    assert axis.tickStrings([0.0, 1.0], 1.0, 1.0) == ["0", "1"]
