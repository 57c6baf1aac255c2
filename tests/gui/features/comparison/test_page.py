"""The page "Compare" through the window: races, regions by depth (lecture row L7) among them."""

from __future__ import annotations

import contextlib
import random
import re
import threading

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QTableView
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from engine.project.race.depth import NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN
from engine.project.race.moment import RaceMoment
from gui.features.comparison.colours import contender_colour
from gui.features.comparison.page import ComparisonPage
from gui.features.comparison.race_chart import RaceChart
from gui.main_window import MainWindow
from gui.toolkit.theme import LIGHT
from tests.helpers.cut_texts import cut_texts
from tests.helpers.drawings import svg_words
from tests.helpers.racing import WAIT_MS, Waits, at_full_speed, contender, ranking, text, titles, trains_until, types
from tests.helpers.small_screen import rest
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


def test_xor_side_by_side(page: ComparisonPage, qtbot: QtBot, waits: Waits) -> None:
    assert page.moment is not None
    assert page.moment.epoch == 0
    assert page.plan_bar.data.name() == "xor"
    trains_until(page, qtbot, waits, 1000)
    waits(lambda _moment: contender(page, ONE_HIDDEN).numbers is not None)
    assert [contender(page, name).n_right for name in (ONE_HIDDEN, TWO_HIDDEN, RBF)] == [4, 4, 4]
    assert contender(page, NO_HIDDEN).n_right != 4
    assert "half-plane" in text(page, "verdict_no_hidden")
    assert "undecided" in text(page, "verdict_no_hidden")
    assert "convex region" in text(page, "verdict_one_hidden")
    assert "arbitrary" in text(page, "verdict_two_hidden")
    view = page.panels[ONE_HIDDEN].region
    image = view.grab().toImage()
    for x, y, answer in ((0.12, 0.12, 0), (0.88, 0.12, 1), (0.12, 0.88, 1), (0.88, 0.88, 0)):
        at = view.position_of(x, y)
        colour = image.pixelColor(QPoint(round(at.x()), round(at.y())))
        assert (colour.blue() > colour.red()) == bool(answer), (x, y)


def test_the_page_is_filled_and_says_which_axis_is_which(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.window.resize(1280, 720)
    user.chooses("comparison_race", "own_project")
    user.chooses("comparison_setting", "seed")
    for values, least in (("0, 1", 240), ("0, 1, 2, 3, 4, 5, 6, 7, 8", 100)):
        line = user.find("comparison_values")
        assert isinstance(line, QLineEdit)
        line.setText(values)
        line.editingFinished.emit()
        count = values.count(",") + 1
        waits(lambda moment, count=count: len(moment.contenders) == len(page.panels) == count)

        def smallest() -> float:
            return min(panel.region.area().width() for panel in page.panels.values())

        qtbot.waitUntil(lambda least=least: smallest() >= least)  # once the new panels have their places
        left = max(panel.region.area().left() for panel in page.panels.values())
        inside = [panel.geometry() for panel in page.panels.values()]
        assert all(page.regions.rect().contains(place) for place in inside)
        assert left > 20, "the numbers of the axis stand at the left of the region"
        panel = page.panels["1"].region
        area, shown = panel.area(), panel.grab().toImage()
        below = shown.copy(0, int(area.bottom()) + 2, panel.width(), panel.height() - int(area.bottom()) - 2)
        ground = below.pixelColor(0, 0)
        inked = [
            x for x in range(below.width()) if any(below.pixelColor(x, y) != ground for y in range(below.height()))
        ]
        assert len(inked) > 10, "ticks, numbers and the name of the axis"


def test_one_click_shows_the_counterexample(user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits) -> None:
    at_full_speed(page)
    assert user.window.facts()["comparison.counterexample"] is False
    qtbot.mouseClick(page.plan_bar.counterexample, LEFT)
    assert page.is_training
    assert user.window.facts()["comparison.counterexample"] is True

    def learned(moment: RaceMoment) -> bool:
        shape = moment[ONE_HIDDEN].shape
        return shape is not None and shape.parts == 2

    waits(learned)
    assert "2 separate parts" in text(page, "verdict_one_hidden")
    assert page.plan_bar.data.name() == "islands"
    assert "ANDed" in text(page, "note")
    assert user.window.facts()["comparison.epochs"] >= 10


def test_units_and_seed_begin_anew_and_reset_goes_back_to_the_same_start(
    page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    trains_until(page, qtbot, waits, 20)
    types(qtbot, page.plan_bar.units, "7")
    moment = waits(lambda moment: moment[ONE_HIDDEN].sizes == (2, 7, 1))
    assert moment.epoch == 0
    before = contender(page, ONE_HIDDEN).region
    page.plan_bar.seed.stepUp()
    waits(lambda moment: not np.array_equal(moment[ONE_HIDDEN].region, before))
    start = contender(page, TWO_HIDDEN).region
    trains_until(page, qtbot, waits, 50)
    qtbot.mouseClick(page.controls.reset, LEFT)
    waits(lambda moment: moment.epoch == 0)
    assert np.array_equal(contender(page, TWO_HIDDEN).region, start)


def test_a_classic_is_raced_ranked_and_measured(user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits) -> None:
    user.chooses("comparison_race", "momentum")
    waits(lambda moment: len(moment.contenders) == 3)
    assert titles(page) == ["Momentum 0", "Momentum 0.5", "Momentum 0.9"]
    assert [row[1] for row in ranking(user)] == ["not yet"] * 3
    at_full_speed(page)
    qtbot.mouseClick(page.controls.train, LEFT)
    waits(lambda moment: all(each.arrival for each in moment.contenders))
    qtbot.waitUntil(lambda: not page.is_training, timeout=WAIT_MS)  # the last one has arrived
    rows = ranking(user)
    assert [row[:3] for row in rows] == [
        ["1. Momentum 0.9", "175", "700"],
        ["2. Momentum 0.5", "835", "3,340"],
        ["3. Momentum 0", "1,679", "6,716"],
    ]
    assert all(row[3].endswith("s") and row[3][0].isdigit() for row in rows)
    assert all(row[5] == "4/4" for row in rows)
    user.chooses("comparison_goal_goal", "error")
    waits(lambda moment: moment.epoch == 0 and moment.goal.error_sum == 0.1)
    user.chooses("comparison_goal_measure", "seconds")
    assert [row[1] for row in ranking(user)] == ["not yet"] * 3


def test_the_numbers_of_many_contenders_are_of_one_moment_whenever_one_looks(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_race", "own_project")
    types(qtbot, user.find("comparison_values"), "0.001, 0.002, 0.003, 0.004, 0.005, 0.006")
    waits(lambda moment: len(moment.contenders) == 6)
    assert page.panels, "there are regions beside the ranking"
    at_full_speed(page)
    qtbot.mouseClick(page.controls.train, LEFT)
    chance, seen = random.Random(3), set()
    while len(seen) < 12 and page.is_training:
        qtbot.wait(chance.randrange(1, 40))
        seen.add(page.controls.epoch.text())
        errors = {page.panels[name].texts()[0]: figures(user, name) for name in page.panels}
        for row in ranking(user):
            assert row[4:6] == errors[row[0].split(". ")[-1]], seen
    assert len(seen) == 12, "looked at while it moved"


def figures(user: User, name: str) -> list[str]:
    """Error and right answers as they stand below the region of a contender."""
    label = user.find(f"comparison_figures_{name}")
    assert isinstance(label, QLabel)
    return re.findall("<b>([^<]*)</b>", label.text())


def test_the_curves_are_in_the_colours_of_the_titles(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_race", "rates")
    waits(lambda moment: len(moment.contenders) == 3)
    trains_until(page, qtbot, waits, 300)
    user.waits_for_views()
    image = user.find("comparison_chart").grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    for name in page.panels:
        title = page.panels[name].findChildren(QLabel)[0].text()
        colour = title.split("color:")[1][:7]
        assert QColor(colour).name() in seen, (name, colour)
    fourth = contender_colour(len(page.panels), LIGHT)
    assert fourth not in seen, "each curve has the colour of its own title, not of the next one"


def words_of(chart: RaceChart, width: int) -> str:
    chart.setFixedSize(width, 170)
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    chart.paint_on(painter)
    painter.end()
    return svg_words(bytes(buffer.data().data()))


def test_a_legend_that_would_hide_much_of_the_curves_is_left_away(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_race", "rates")
    waits(lambda moment: len(moment.contenders) == 3)
    chart = user.find("comparison_chart")
    assert isinstance(chart, RaceChart)
    assert "η = 0.02" in words_of(chart, 600)
    assert "η = 0.02" not in words_of(chart, 180)


def test_an_error_stands_apart_from_the_dash_before_it(user: User, page: ComparisonPage, waits: Waits) -> None:
    waits(lambda moment: len(moment.contenders) == 4)
    table = user.find("comparison_ranking")
    assert isinstance(table, QTableView)
    table.setFixedWidth(700)
    user.waits_for_views()
    heads = [str(table.model().headerData(column, Qt.Orientation.Horizontal)) for column in range(6)]
    error, letters = heads.index("Error"), table.fontMetrics()
    longest = max(letters.horizontalAdvance(table.model().index(row, error).data()) for row in range(4))
    assert table.columnWidth(error) - longest >= 10


def test_runs_are_kept_and_one_is_opened_each_in_one_step_of_undo(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_race", "rates")
    waits(lambda moment: len(moment.contenders) == 3)
    trains_until(page, qtbot, waits, 400)
    own = user.project
    user.clicks("comparison_keep_button")
    qtbot.waitUntil(lambda: len(user.project.runs) == 3, timeout=WAIT_MS)
    assert [run.name for run in user.project.runs] == ["η = 0.02", "η = 0.5", "η = 100"]
    assert len({run.key for run in user.project.runs}) == 3
    user.triggers("undo")
    assert user.project == own
    qtbot.mouseClick(page.panels["2"], LEFT)
    assert page.panels["2"].is_chosen
    moment = waits(lambda moment: len({each.epoch for each in moment.contenders}) == 1)
    user.clicks("comparison_open_button")
    qtbot.waitUntil(lambda: user.window.pages.current == "workbench", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: user.value("epoch_label") == moment["2"].epoch, timeout=WAIT_MS)
    assert user.project.training.learning_rate == 0.5
    assert user.value("error_label") == pytest.approx(moment["2"].loss_sum, rel=1e-12)
    user.triggers("undo")
    assert user.project == own


def test_the_keyboard_trains_pauses_steps_and_resets(
    page: ComparisonPage, user: User, qtbot: QtBot, waits: Waits
) -> None:
    user.window.activateWindow()
    page.setFocus()
    user.presses(Qt.Key.Key_Space)
    assert page.is_training
    assert user.window.session.state == "idle", "Space trains the project's network elsewhere"
    user.presses(Qt.Key.Key_Space)
    assert not page.is_training
    user.presses(Qt.Key.Key_Home)
    waits(lambda moment: moment.epoch == 0)
    user.presses(Qt.Key.Key_Right)
    waits(lambda moment: [each.epoch for each in moment.contenders] == [1, 1, 1, 1])
    user.presses(Qt.Key.Key_Escape)
    assert user.window.pages.current == "workbench"


def test_a_hidden_page_trains_nothing_and_goes_on_in_any_look_when_it_is_back(
    page: ComparisonPage, user: User, qtbot: QtBot, waits: Waits
) -> None:
    qtbot.mouseClick(page.controls.train, LEFT)
    waits(lambda moment: moment.epoch > 3)
    user.triggers("page_workbench")
    shown = page.moment
    user.triggers("step_epoch")
    user.waits_for_views()
    assert page.moment is shown
    user.triggers("page_comparison")
    waits(lambda moment: moment is not shown)
    assert page.is_training
    for action in ("language_zh_CN", "theme_dark", "presentation"):
        user.triggers(action)
    epoch = page.moment.epoch if page.moment is not None else 0
    waits(lambda moment: moment.epoch > epoch)
    assert titles(page)[0].startswith("无隐层")
    for action in ("presentation", "theme_light", "language_en"):
        user.triggers(action)
    assert page.controls.train.text() == "Pause"


def test_closing_the_window_while_racing_ends_the_thread(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert "perceptra-comparison" not in [thread.name for thread in threading.enumerate()]
    window.actions_by_name["page_comparison"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, ComparisonPage)
    qtbot.waitUntil(lambda: page.moment is not None, timeout=WAIT_MS)
    page.train()
    window.close()
    assert "perceptra-comparison" not in [thread.name for thread in threading.enumerate()]


def test_all_controls_are_large_enough_and_named(user: User, page: ComparisonPage) -> None:
    bar, plan, card = page.controls, page.plan_bar, page.ranking
    always = [bar.train, bar.step, bar.reset, bar.speed, plan.race, card.goal, card.measure, card.open, card.keep]
    depth = [plan.data, plan.units, plan.seed, plan.rate, plan.counterexample]
    for race, controls in (("depth", always + depth), ("own_project", [plan.setting, plan.values.line])):
        user.chooses("comparison_race", race)
        for control in controls:
            assert control.isVisible(), control.objectName()
            assert control.height() >= 24, control.objectName()
            assert control.accessibleName(), control.objectName()
            assert control.toolTip(), control.objectName()
            assert control.objectName()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_cut_in_a_small_window(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits, language: str
) -> None:
    user.window.resize(1280, 720)
    user.triggers(f"language_{language}")
    for race in ("depth", "rates", "own_project"):
        user.chooses("comparison_race", race)
        if race == "own_project":
            user.chooses("comparison_setting", "seed")
            page.plan_bar.values.line.setText("0, 1, 2, 3, 4, 5, 6, 7, 8")
            page.plan_bar.values.line.editingFinished.emit()
        count = {"depth": 4, "rates": 3, "own_project": 9}[race]
        waits(lambda moment, count=count: len(moment.contenders) == count and moment.contenders[0].numbers is not None)
        with contextlib.suppress(WaitedTooLong):
            qtbot.waitUntil(lambda: cut_texts(page) == [])
        assert cut_texts(page) == [], race
        if count < 9:  # the pictures take what there is, and ask for no more
            user.window.resize(1024, 600)
            rest()
            scrolled = user.find("scroll_pages")
            assert isinstance(scrolled, QScrollArea)
            assert scrolled.verticalScrollBar().maximum() == 0, race
            user.window.resize(1280, 720)
