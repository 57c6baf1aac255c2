"""Settings stand in as many columns as have room, whatever changes the room or what they need."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.field_grid import FieldGrid
from tests.helpers.small_screen import rest


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """A widget in which a grid may be of any size."""
    room = QWidget()
    qtbot.addWidget(room)
    return room


@pytest.fixture
def grid(room: QWidget) -> FieldGrid:
    """Three fields in a grid that is just wide enough for them."""
    grid = FieldGrid(3, room)
    for place in range(3):
        grid.add(NumberBox(0.0, 1.0, 0.1), f"field_{place}")
    room.show()
    grid.resize(3 * grid.findChild(NumberBox).minimumSizeHint().width() + 20, 120)
    rest()
    return grid


def rows(grid: FieldGrid) -> list[int]:
    """How many fields stand in each row."""
    tops = [box.y() for box in grid.findChildren(NumberBox)]
    return [tops.count(top) for top in sorted(set(tops))]


def test_fewer_columns_where_there_is_less_room(grid: FieldGrid) -> None:
    assert rows(grid) == [3]
    grid.resize(grid.width() - 30, grid.height())
    rest()
    assert rows(grid) == [2, 1]
    grid.resize(grid.width() + 30, grid.height())
    rest()
    assert rows(grid) == [3]


def test_fewer_columns_where_the_letters_become_larger(grid: FieldGrid) -> None:
    font, usual = QFont(grid.font()), grid.font()
    font.setPointSizeF(1.5 * usual.pointSizeF())
    grid.setFont(font)
    rest()
    assert rows(grid) == [2, 1]
    grid.setFont(usual)
    rest()
    assert rows(grid) == [3]
