"""A race is made in a few clicks: one setting varied, the project's own data, classics on every data set."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine import DatasetSpec
from gui.document import commands
from gui.features.comparison.page import ComparisonPage
from gui.features.comparison.plan_bar import RACES
from gui.toolkit.look import wears
from tests.helpers.racing import WAIT_MS, Waits, ranking, titles, types
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


def test_this_project_is_varied_and_a_broken_value_is_marked(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_race", "own_project")
    waits(lambda moment: set(moment.contenders[0].project.network.sizes) == {2, 4, 1})
    assert titles(page) == ["η = 0.05", "η = 0.5", "η = 5"]
    line = user.find("comparison_values")
    types(qtbot, line, "0.5, 1,  2.5, 4")
    waits(lambda moment: len(moment.contenders) == 4)
    assert titles(page) == ["η = 0.5", "η = 1", "η = 2.5", "η = 4"]
    types(qtbot, line, "0.5, much")
    assert wears(line, "rim", "wrong")
    assert len(page.panels) == 4
    user.chooses("comparison_setting", "activation")
    waits(lambda _moment: titles(page) == ["sigmoid", "tanh", "ReLU"])
    choices = user.find("comparison_choices")
    assert isinstance(choices, QToolButton)
    next(entry for entry in choices.menu().actions() if entry.objectName() == "comparison_choice_relu").trigger()
    waits(lambda _moment: titles(page) == ["sigmoid", "tanh"])
    next(entry for entry in choices.menu().actions() if entry.objectName() == "comparison_choice_tanh").trigger()
    qtbot.waitUntil(lambda: "2 to 9 contenders" in page.problem, timeout=WAIT_MS)
    user.chooses("comparison_setting", "hidden_layers")
    waits(lambda moment: len(moment.contenders) == 4)
    assert titles(page)[1] == "2-4-1"


def test_the_projects_own_data_are_raced_and_followed(
    page: ComparisonPage, user: User, qtbot: QtBot, waits: Waits
) -> None:
    user.chooses("comparison_data", "own")
    document = user.window.document
    commands.set_dataset(document, DatasetSpec("circles", n_samples=30))
    waits(lambda moment: moment.data.n_samples == 30)
    qtbot.mouseClick(page.controls.train, LEFT)  # edited while it races
    commands.set_dataset(document, DatasetSpec("and3"))
    waits(lambda moment: moment.plane is None and moment.epoch > 3)
    assert not page.regions.isVisible()
    qtbot.waitUntil(lambda: page.curves.height() > page.height() / 3)  # without regions the curves have the room
    commands.set_dataset(document, DatasetSpec("custom"))
    qtbot.waitUntil(lambda: "empty" in page.problem, timeout=WAIT_MS)
    assert not page.is_training
    qtbot.mouseClick(page.controls.train, LEFT)
    assert not page.is_training
    user.triggers("undo")
    waits(lambda moment: page.problem == "" and moment.plane is None)


def test_every_race_takes_every_kind_of_data(user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits) -> None:
    for race in RACES:
        user.chooses("comparison_race", race)
        for data in ("moons", "blobs", "iris", "function") if race != "own_project" else ():
            user.chooses("comparison_data", data)
            moment = waits(lambda moment, data=data: moment.plan.dataset.name == data)
            qtbot.mouseClick(page.controls.step, LEFT)
            moment = waits(lambda moment: moment.epoch >= 1)
            assert page.problem == ""
            shown = [each.region for each in moment.contenders if each.region is not None]
            assert all(np.isfinite(region).all() for region in shown)
            assert len(ranking(user)) == len(moment.contenders)


def test_real_values_get_an_error_as_their_goal_and_classes_have_theirs_back(
    user: User, page: ComparisonPage, qtbot: QtBot, waits: Waits
) -> None:
    goal, error = page.ranking.goal, page.ranking.error
    user.chooses("comparison_race", "rates")
    user.chooses("comparison_data", "function")
    moment = waits(lambda moment: moment.plan.dataset.name == "function" and moment.epoch == 0)
    assert (goal.name(), error.value()) == ("error", 0.01 * moment.data.n_samples)
    picture = page.picture()
    assert picture is not None
    assert picture.picture_size().height() < 300, "the curves alone: with one input there are no regions"
    qtbot.mouseClick(page.controls.step, LEFT)
    waits(lambda moment: all(each.epoch == 1 for each in moment.contenders))
    user.triggers("page_workbench")
    user.triggers("page_comparison")
    assert page.moment is not None, "it goes on where it stood: nothing was changed"
    assert page.moment.epoch == 1
    user.chooses("comparison_data", "moons")
    waits(lambda moment: moment.plan.dataset.name == "moons")
    assert goal.name() == "all_right"
    assert not error.isVisible()
