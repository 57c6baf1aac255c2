"""The page "Look inside" and its tables, as tests read them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from tests.helpers.user import LEFT, TRAINING_MS, User

CODE, SHAPE, VALUE = range(3)
TIP = Qt.ItemDataRole.ToolTipRole


def table(user: User, name: str) -> QTableView:
    view = user.find(name)
    assert isinstance(view, QTableView)
    return view


def column(view: QTableView, number: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[object]:
    return [view.model().index(row, number).data(role) for row in range(view.model().rowCount())]


def clicks_row(qtbot: QtBot, view: QTableView, row: int) -> None:
    at = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)


def arrays_in(tip: str) -> list[float]:
    """All numbers behind the signs of equality of a tooltip."""
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?", tip.split(" = ", 1)[1])]


def network_of(user: User) -> Network:
    return Network(user.project.network, parameters=user.window.session.snapshot.parameters)


def opens_page(user: User, qtbot: QtBot) -> None:
    user.triggers("page_inside")
    qtbot.waitUntil(lambda: table(user, "step_table").model().rowCount() > 0, timeout=TRAINING_MS)
