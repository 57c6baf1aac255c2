"""Borders between cards can be moved by keys, and are seen and named when the keyboard is on them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.user import User

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def border(user: User, splitter: str, place: int = 1) -> QWidget:
    """The border, with the focus that Tab gives it."""
    found = user.find(splitter)
    assert isinstance(found, QSplitter)
    handle = found.handle(place)
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    assert handle.hasFocus()
    return handle


def test_arrows_move_the_border_on_which_the_keyboard_is(user: User, qtbot: QtBot) -> None:
    handle, network = border(user, "splitter_whole", 2), user.window.diagram_view
    width = network.width()
    qtbot.keyClick(handle, KEY.Key_Left)
    assert network.width() == width - 16
    qtbot.keyClick(handle, KEY.Key_Right, SHIFT)
    assert network.width() == width - 14
    qtbot.keyClick(handle, KEY.Key_Home)
    assert user.find("decision_region_plot").width() > 400
    assert network.width() < width - 14
    qtbot.keyClick(handle, KEY.Key_End)
    assert network.width() > width, "as far as the plots allow"
    assert user.find("decision_region_plot").isVisible()
    assert (user.window.session.state, user.value("epoch_label")) == ("idle", 0), "no arrow has trained"

    handle, height = border(user, "splitter_middle"), network.height()
    qtbot.keyClick(handle, KEY.Key_Up)
    assert network.height() == height - 16
    qtbot.keyClick(handle, KEY.Key_Down)
    assert network.height() == height
    qtbot.keyClick(handle, KEY.Key_Right)  # goes nowhere on this one: it trains
    qtbot.waitUntil(lambda: user.value("epoch_label") == 1)
    assert network.height() == height


def test_a_border_is_named_after_what_it_divides_and_seen_while_the_keyboard_is_on_it(user: User, qtbot: QtBot) -> None:
    accent = QGuiApplication.palette().color(QPalette.ColorRole.Highlight)
    names = {
        ("splitter_whole", 1): "Border between Data and Network",
        ("splitter_whole", 2): "Border between Network and Decision region",
        ("splitter_left", 1): "Border between Data and Training",
        ("splitter_middle", 1): "Border between Network and Tables",
        ("splitter_right", 1): "Border between Decision region and Error curve",
    }
    for (splitter, place), name in names.items():
        handle = border(user, splitter, place)
        assert handle.accessibleName() == name
        assert handle.grab().toImage().pixelColor(handle.rect().center()) == accent
        user.window.diagram_view.setFocus()
        assert handle.grab().toImage().pixelColor(handle.rect().center()) != accent
    user.triggers("language_zh_CN")
    assert border(user, "splitter_middle").accessibleName() == "“网络”与“表格”之间的分隔线"
