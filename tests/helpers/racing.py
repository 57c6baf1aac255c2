"""What the tests of the page "Compare" do with it, and read from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from engine.project.race.moment import ContenderMoment, RaceMoment
from gui.features.comparison.page import ComparisonPage
from tests.helpers.user import User

WAIT_MS = 25_000
Waits = Callable[[Callable[[RaceMoment], bool]], RaceMoment]


def contender(page: ComparisonPage, name: str) -> ContenderMoment:
    found = page.panels[name].contender
    assert found is not None
    return found


def text(page: ComparisonPage, name: str) -> str:
    label = page.findChild(QLabel, f"comparison_{name}")
    assert isinstance(label, QLabel)
    return label.text()


def at_full_speed(page: ComparisonPage) -> None:
    page.controls.speed.setValue(page.controls.speed.maximum())


def trains_until(page: ComparisonPage, qtbot: QtBot, waits: Waits, epoch: int) -> None:
    at_full_speed(page)
    qtbot.mouseClick(page.controls.train, Qt.MouseButton.LeftButton)
    waits(lambda moment: moment.epoch >= epoch)
    qtbot.mouseClick(page.controls.train, Qt.MouseButton.LeftButton)
    assert not page.is_training


def types(qtbot: QtBot, box: QWidget, entry: str) -> None:
    box.setFocus()
    box.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(box, entry)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def ranking(user: User) -> list[list[str]]:
    table = user.find("comparison_ranking")
    assert isinstance(table, QTableView)
    model = table.model()
    return [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]


def titles(page: ComparisonPage) -> list[str]:
    return [panel.texts()[0] for panel in page.panels.values()]
