"""The comparison through the window: regions by depth (lecture row L7)."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine import DatasetSpec
from engine.project.comparison import NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN, CandidateMoment
from gui.document import commands
from gui.features.comparison.page import ComparisonPage
from gui.main_window import MainWindow
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton
WAIT_MS = 25_000


@pytest.fixture
def page(user: User, qtbot: QtBot) -> ComparisonPage:
    user.triggers("page_comparison")
    found = user.window.pages.currentWidget()
    assert isinstance(found, ComparisonPage)
    qtbot.waitUntil(lambda: found.moment is not None, timeout=WAIT_MS)
    return found


def candidate(page: ComparisonPage, name: str) -> CandidateMoment:
    found = page.panels[name].candidate
    assert found is not None
    return found


def verdict(page: ComparisonPage, name: str) -> str:
    label = page.findChild(QLabel, f"comparison_verdict_{name}")
    assert isinstance(label, QLabel)
    return label.text()


def trains_until(page: ComparisonPage, qtbot: QtBot, epoch: int) -> None:
    page.controls.speed.setValue(page.controls.speed.maximum())
    qtbot.mouseClick(page.controls.train, LEFT)
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.epoch >= epoch, timeout=WAIT_MS)
    qtbot.mouseClick(page.controls.train, LEFT)
    assert not page.is_training


def test_xor_side_by_side(page: ComparisonPage, qtbot: QtBot) -> None:
    assert page.moment is not None
    assert page.moment.epoch == 0
    assert page.controls.data.name() == "xor"
    trains_until(page, qtbot, 1000)
    assert [candidate(page, name).n_right for name in (ONE_HIDDEN, TWO_HIDDEN, RBF)] == [4, 4, 4]
    assert candidate(page, NO_HIDDEN).n_right != 4
    assert "half-plane" in verdict(page, NO_HIDDEN)
    assert "undecided" in verdict(page, NO_HIDDEN)
    assert "convex region" in verdict(page, ONE_HIDDEN)
    assert "arbitrary" in verdict(page, TWO_HIDDEN)


def test_regions_are_painted_in_the_colours_of_the_answers(page: ComparisonPage, qtbot: QtBot) -> None:
    trains_until(page, qtbot, 1000)
    qtbot.waitUntil(lambda: candidate(page, ONE_HIDDEN).n_right == 4, timeout=WAIT_MS)
    view = page.panels[ONE_HIDDEN].region
    image = view.grab().toImage()
    for x, y, answer in ((0.12, 0.12, 0), (0.88, 0.12, 1), (0.12, 0.88, 1), (0.88, 0.88, 0)):
        at = view.position_of(x, y)
        colour = image.pixelColor(QPoint(round(at.x()), round(at.y())))
        assert (colour.blue() > colour.red()) == bool(answer), (x, y)


def test_one_click_shows_the_counterexample(page: ComparisonPage, qtbot: QtBot) -> None:
    page.controls.speed.setValue(page.controls.speed.maximum())
    qtbot.mouseClick(page.controls.counterexample, LEFT)
    assert page.is_training

    def learned() -> bool:
        shape = candidate(page, ONE_HIDDEN).shape if page.panels[ONE_HIDDEN].candidate else None
        return shape is not None and shape.parts == 2

    qtbot.waitUntil(learned, timeout=WAIT_MS)
    assert "2 separate parts" in verdict(page, ONE_HIDDEN)
    assert page.controls.data.name() == "islands"
    note = page.findChild(QLabel, "comparison_note")
    assert "ANDed" in note.text()


def test_units_seed_and_rate_begin_anew(page: ComparisonPage, qtbot: QtBot) -> None:
    trains_until(page, qtbot, 20)
    page.controls.units.setFocus()
    page.controls.units.selectAll()
    qtbot.keyClicks(page.controls.units, "7")
    qtbot.keyClick(page.controls.units, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: candidate(page, ONE_HIDDEN).sizes == (2, 7, 1), timeout=WAIT_MS)
    assert page.moment is not None
    assert page.moment.epoch == 0
    before = candidate(page, ONE_HIDDEN).region
    page.controls.seed.stepUp()
    qtbot.waitUntil(lambda: not np.array_equal(candidate(page, ONE_HIDDEN).region, before), timeout=WAIT_MS)


def test_reset_goes_back_to_the_same_start(page: ComparisonPage, qtbot: QtBot) -> None:
    start = candidate(page, TWO_HIDDEN).region
    trains_until(page, qtbot, 50)
    qtbot.mouseClick(page.controls.reset, LEFT)
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.epoch == 0, timeout=WAIT_MS)
    assert np.array_equal(candidate(page, TWO_HIDDEN).region, start)


def test_the_projects_own_data_are_compared_and_followed(page: ComparisonPage, user: User, qtbot: QtBot) -> None:
    user.chooses("comparison_data", "own")
    document = user.window.document
    commands.set_dataset(document, DatasetSpec("circles", n_samples=30))
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.data.n_samples == 30, timeout=WAIT_MS)
    commands.set_dataset(document, DatasetSpec("and3"))
    qtbot.waitUntil(lambda: page.problem != "", timeout=WAIT_MS)
    assert "two inputs; this set has 3" in page.problem
    qtbot.mouseClick(page.controls.train, LEFT)
    assert not page.is_training
    user.triggers("undo")
    qtbot.waitUntil(lambda: page.problem == "" and page.moment is not None, timeout=WAIT_MS)


@pytest.mark.parametrize("name", ["and", "or", "circles", "xor_clouds", "moons", "spirals", "checkerboard", "blobs"])
def test_any_set_of_the_list_is_compared(page: ComparisonPage, user: User, qtbot: QtBot, name: str) -> None:
    user.chooses("comparison_data", name)
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.setup.data.name == name, timeout=WAIT_MS)
    trains_until(page, qtbot, 5)
    assert all(np.isfinite(candidate(page, panel).region).all() for panel in page.panels)


def test_the_keyboard_trains_pauses_and_resets(page: ComparisonPage, user: User, qtbot: QtBot) -> None:
    user.window.activateWindow()
    page.setFocus()
    user.presses(Qt.Key.Key_Space)
    assert page.is_training
    assert user.window.session.state == "idle", "Space trains the project's network elsewhere"
    user.presses(Qt.Key.Key_Space)
    assert not page.is_training
    user.presses(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.epoch == 0, timeout=WAIT_MS)
    user.presses(Qt.Key.Key_Escape)
    assert user.window.pages.current == "workbench"


def test_a_hidden_page_trains_nothing_and_goes_on_when_it_is_back(
    page: ComparisonPage, user: User, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.controls.train, LEFT)
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.epoch > 3, timeout=WAIT_MS)
    user.triggers("page_workbench")
    shown = page.moment
    user.triggers("step_epoch")
    user.waits_for_views()
    assert page.moment is shown
    user.triggers("page_comparison")
    qtbot.waitUntil(lambda: page.moment is not shown, timeout=WAIT_MS)
    assert page.is_training


def test_texts_follow_language_and_theme_while_training(page: ComparisonPage, user: User, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.controls.train, LEFT)
    user.triggers("language_zh_CN")
    user.triggers("theme_dark")
    user.triggers("presentation")
    epoch = page.moment.epoch if page.moment is not None else 0
    qtbot.waitUntil(lambda: page.moment is not None and page.moment.epoch > epoch, timeout=WAIT_MS)
    user.triggers("presentation")
    user.triggers("theme_light")
    user.triggers("language_en")
    assert page.controls.train.text() == "Pause"


def test_closing_the_window_while_comparing_ends_the_thread(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.actions_by_name["page_comparison"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, ComparisonPage)
    qtbot.waitUntil(lambda: page.moment is not None, timeout=WAIT_MS)
    page.train()
    window.close()
    assert "perceptra-comparison" not in [thread.name for thread in threading.enumerate()]


def test_a_window_that_never_compares_has_no_thread_for_it(user: User) -> None:
    assert "perceptra-comparison" not in [thread.name for thread in threading.enumerate()]
    assert user.window.pages.current == "workbench"


def test_all_controls_are_large_enough_and_named(page: ComparisonPage) -> None:
    controls = page.controls
    everything: list[QWidget] = [
        controls.train, controls.reset, controls.counterexample, controls.data, controls.units, controls.seed,
        controls.rate, controls.speed,
    ]  # fmt: skip
    for control in everything:
        assert control.height() >= 24, control.objectName()
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        assert control.objectName()


def test_lessons_are_told_how_far_it_has_come(page: ComparisonPage, user: User, qtbot: QtBot) -> None:
    assert user.window.facts()["comparison.counterexample"] is False
    qtbot.mouseClick(page.controls.counterexample, LEFT)
    assert user.window.facts()["comparison.counterexample"] is True
    qtbot.waitUntil(lambda: user.window.facts()["comparison.epochs"] >= 10, timeout=WAIT_MS)
