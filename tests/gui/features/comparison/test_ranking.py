"""The ranking in words, of a race in which one arrives, one does not, and one leaves the finite numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from engine import DatasetSpec
from engine.project.project import Project
from engine.project.race.goal import Goal
from engine.project.race.moment import RaceMoment, RaceView
from engine.project.race.race import Race
from engine.project.race.varied import VariedPlan
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from gui.features.comparison.colours import contender_colour
from gui.features.comparison.race_chart import RaceChart
from gui.features.comparison.ranking_model import EPOCHS, MEASURES, RankingModel
from gui.features.comparison.titles import contender_titles
from gui.toolkit.theme import DARK, LIGHT, Theme, ThemeManager


@pytest.fixture(scope="module")
def moment() -> RaceMoment:
    network = NetworkSpec(1, (LayerSpec(6, "tanh"), LayerSpec(1, "linear")))
    project = Project(DatasetSpec("function", n_samples=20), network, TrainingSpec(learning_rate=0.05))
    race = Race(VariedPlan(project, "learning_rate", (1e-6, 0.05, 40.0)), Goal(0.2))
    race.advance(400)
    return RaceView(race).moment(8)


def titles(moment: RaceMoment) -> dict[str, str]:
    return contender_titles({each.name: each.project for each in moment.contenders})


def test_each_row_says_how_its_contender_stands(moment: RaceMoment, qtbot: QtBot) -> None:
    model = RankingModel(LIGHT)
    model.show_moment(moment, titles(moment))
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    arrived = moment["2"].arrival
    assert arrived is not None
    assert rows[0][:3] == ["1. η = 0.05", str(arrived.epoch), f"{arrived.updates:,}"]
    assert rows[1] == ["η = 1e−06", "not yet", "–", "–"]
    assert rows[2] == ["η = 40", "diverged", "–", "–"]
    for measure in MEASURES:
        model.rank_by(measure)
        assert [model.name_at(row) for row in range(3)] == ["2", "1", "3"]
    colours = [model.index(row, EPOCHS).data(Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    assert colours == [None, None, QColor(LIGHT.warning)]


def test_a_curve_that_climbs_leaves_the_chart_and_the_others_stay_in_sight(moment: RaceMoment, qtbot: QtBot) -> None:
    chart = RaceChart(ThemeManager(LIGHT))
    qtbot.addWidget(chart)
    chart.resize(600, 400)
    chart.show_moment(moment, titles(moment))
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.panel))
    painter = QPainter(image)
    chart.paint_on(painter)
    painter.end()
    hopeless = QColor(contender_colour(0, LIGHT)).rgb()
    heights = [y for y in range(60, 340) if image.pixel(300, y) == hopeless]
    assert heights, "the one that hardly moves is drawn in the middle of the chart, not flat on its floor"
    assert max(heights) < 330
    assert "diverged" not in chart.spoken_sentence()
    assert "η = 0.05" in chart.spoken_sentence()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_nine_colours_can_be_told_apart_and_read(theme: Theme) -> None:
    colours = [QColor(contender_colour(place, theme)) for place in range(9)]
    assert len({colour.name() for colour in colours}) == 9
    if theme.dark:
        assert all(max(colour.red(), colour.green(), colour.blue()) >= 150 for colour in colours)
