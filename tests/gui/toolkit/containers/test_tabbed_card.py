"""A card of tables: every tab that is there is whole, and every table can be reached."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.toolkit.containers.tabbed_card import TabbedCard, tab_spec

NAMES = ("Samples", "Evaluation", "Step by step", "Functions", "Matrices", "Milestones", "Success rate", "Runs")


@pytest.fixture
def card(qtbot: QtBot) -> TabbedCard:
    card = TabbedCard()
    for name in NAMES:
        fits = (lambda project: project.author == "") if name == "Matrices" else (lambda project: True)
        card.add(tab_spec(name, name, fits=fits), QLabel(name))
    qtbot.addWidget(card)
    card.resize(1000, 200)
    with qtbot.waitExposed(card):
        card.show()
    return card


def bar_of(card: TabbedCard) -> QTabBar:
    bar = card.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    return bar


def tabs(card: TabbedCard) -> list[str]:
    """The tabs that can be read, each of them whole."""
    bar = bar_of(card)
    shown = [index for index in range(bar.count()) if bar.isTabVisible(index)]
    assert all(bar.rect().contains(bar.tabRect(index)) for index in shown)
    assert all(bar.fontMetrics().horizontalAdvance(bar.tabText(index)) <= bar.tabRect(index).width() for index in shown)
    return [bar.tabText(index) for index in shown]


def list_of(card: TabbedCard) -> QToolButton:
    button = card.findChild(QToolButton, "table_list")
    assert isinstance(button, QToolButton)
    return button


@pytest.mark.parametrize("width", [200, 260, 333, 420, 538, 610])
def test_tabs_are_whole_at_every_width_and_the_list_has_the_others(card: TabbedCard, width: int) -> None:
    assert tabs(card) == list(NAMES)
    assert not list_of(card).isVisible()
    card.resize(width, 200)
    shown = tabs(card)
    assert shown == list(NAMES[: len(shown)])
    assert 0 < len(shown) < len(NAMES)
    assert list_of(card).isVisible()
    menu = list_of(card).menu()
    menu.aboutToShow.emit()
    assert [entry.text() for entry in menu.actions()] == list(NAMES)
    menu.actions()[-1].trigger()
    assert card.current == "Runs"
    assert tabs(card)[-1] == "Runs"
    card.resize(1000, 200)
    assert tabs(card) == list(NAMES)


def test_keys_and_wheel_reach_tables_whose_tabs_have_no_room(card: TabbedCard, qtbot: QtBot) -> None:
    card.resize(300, 200)
    bar = bar_of(card)
    bar.setFocus()
    for name in NAMES[1:]:
        qtbot.keyClick(bar, Qt.Key.Key_Down)
        assert card.current == name
        assert name in tabs(card)
    qtbot.keyClick(bar, Qt.Key.Key_Down)
    assert card.current == "Runs"
    at = QPoint(10, 10)
    event = QWheelEvent(
        at, bar.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bar, event)
    assert card.current == "Success rate"


def test_a_table_that_does_not_fit_the_project_has_neither_tab_nor_entry(card: TabbedCard) -> None:
    card.show_table("Matrices")
    card.show_what_fits(replace(Project(), author="somebody"))
    assert card.current == "Samples"
    assert "Matrices" not in tabs(card)
    card.show_table("Matrices")
    assert card.current == "Samples"
    list_of(card).menu().aboutToShow.emit()
    assert "Matrices" not in [entry.text() for entry in list_of(card).menu().actions()]
    card.show_what_fits(Project())
    assert "Matrices" in tabs(card)
