"""The chrome is calm: buttons of one height, rows that never wrap, tools that come with the mouse or the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QListView,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.document import commands
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.look import wears
from gui.toolkit.theme import stage_scale
from tests.helpers.small_screen import rest
from tests.helpers.user import LEFT, User

BUTTON, TARGET = 28, 24


def shown_buttons(user: User) -> dict[str, QAbstractButton]:
    """Those of the window that can be pressed now, without what Qt makes by itself."""
    found = {}
    for button in user.window.findChildren(QAbstractButton):
        if isinstance(button, QToolButton | QPushButton) and button.isVisible() and button.objectName():
            found[button.objectName()] = button
    return {name: button for name, button in found.items() if not name.startswith("qt_") and name != "page_switcher"}


def open_everything(user: User) -> None:
    for name in ("training_start", "training_stop", "training_more"):
        user.clicks(name)
    user.region.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    rest()


def odd_heights(user: User, height: int) -> dict[str, int]:
    """Buttons that stand alone, of another height; − and + stand within a field."""
    return {
        name: button.height()
        for name, button in shown_buttons(user).items()
        if abs(button.height() - height) > 1 and not wears(button, "step") and not name.startswith("page_")
    }


@pytest.mark.usefixtures("_each_language")
def test_all_buttons_are_of_one_height_and_can_be_hit(user: User, qtbot: QtBot) -> None:
    open_everything(user)
    assert len(shown_buttons(user)) > 40
    assert odd_heights(user, BUTTON) == {}
    small = {
        name: button.size().toTuple()
        for name, button in shown_buttons(user).items()
        if button.width() < TARGET or button.height() < TARGET
    }
    assert small == {}
    user.triggers("presentation")
    qtbot.waitUntil(lambda: user.window.appearance.themes.theme.scale == stage_scale(1080))
    qtbot.waitUntil(lambda: user.window.height() == 1080)
    rest()
    assert odd_heights(user, round(1.5 * BUTTON)) == {}


def test_start_and_stop_are_folded_until_they_are_wanted(user: User) -> None:
    fields = ("initialization", "initial_range", "seed", "target_error", "max_epochs", "shuffle")
    assert not any(user.find(name).isVisible() for name in fields)
    assert user.find("new_start").isVisible()
    open_everything(user)
    assert all(user.find(name).isVisible() for name in fields)


def test_a_click_on_plus_and_minus_steps_a_number(user: User, qtbot: QtBot) -> None:
    batch = user.find("batch_size")
    assert isinstance(batch, QSpinBox)
    less, more = user.find("batch_size_less"), user.find("batch_size_more")
    before = batch.value()
    for button, change in ((more, 1), (less, 0), (less, -1)):
        qtbot.mouseClick(button, LEFT)
        assert user.project.training.batch_size == (before + change or None)
    rest()
    assert not less.isEnabled()  # 0 is the whole set, and the end
    batch.setFocus()
    batch.selectAll()
    qtbot.keyClicks(batch, "7")
    qtbot.mouseClick(more, LEFT)
    assert user.project.training.batch_size == 10  # the next step behind what was being typed


@pytest.mark.parametrize("leads_away", ["page_inside", "presentation"])
def test_a_button_that_is_held_stops_when_a_key_takes_it_away(user: User, qtbot: QtBot, leads_away: str) -> None:
    noise, more = user.find("noise"), user.find("noise_more")
    assert isinstance(noise, NumberBox)
    assert isinstance(more, QToolButton)
    qtbot.mousePress(more, LEFT, pos=more.rect().center())
    qtbot.waitUntil(lambda: noise.value() >= 0.1)  # held, it repeats
    user.triggers(leads_away)
    assert not more.isVisible()
    with qtbot.assertNotEmitted(more.clicked, wait=3 * more.autoRepeatInterval()):
        qtbot.mouseRelease(user.window, LEFT, pos=user.window.rect().center())


def test_the_gallery_is_one_row_and_all_data_sets_are_a_click_away(user: User, qtbot: QtBot) -> None:
    gallery = user.find("dataset_gallery")
    assert isinstance(gallery, QListView)
    assert gallery.height() < 1.5 * gallery.gridSize().height()
    unfocused = gallery.grab().toImage()
    gallery.setFocus(Qt.FocusReason.TabFocusReason)
    assert gallery.grab().toImage() != unfocused  # the focus is seen on the chosen one as well
    user.clicks("dataset_all")
    sheet = next(frame for frame in user.window.findChildren(QFrame) if frame.objectName() == "dataset_sheet")
    whole = sheet.findChild(QListView)
    assert whole is not None
    model = whole.model()
    rects = [whole.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    assert len(rects) > 15
    assert all(whole.viewport().rect().contains(rect) for rect in rects)
    spiral = next(model.index(row, 0) for row in range(model.rowCount())
                  if model.index(row, 0).data(Qt.ItemDataRole.UserRole) == "spirals")  # fmt: skip
    qtbot.mouseClick(whole.viewport(), LEFT, pos=whole.visualRect(spiral).center())
    assert user.project.dataset.name == "spirals"
    rest()
    at = gallery.visualRect(gallery.currentIndex())
    assert gallery.currentIndex().data(Qt.ItemDataRole.UserRole) == "spirals"
    assert gallery.viewport().rect().contains(at.center())  # its row is the one on show


def enters(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, QPointF(widget.mapToGlobal(middle.toPoint()))))
    rest()


def test_paint_tools_come_with_the_mouse_or_the_focus(user: User) -> None:
    tools, card = user.find("region_tools"), user.window.workbench.cards["region"]
    picture = user.region.canvas.size()
    assert not tools.isVisible()
    enters(card)
    assert tools.isVisible()
    assert user.region.canvas.size() == picture  # nothing moves for them
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert not tools.isVisible()
    user.find("region_class_1").setFocus(Qt.FocusReason.TabFocusReason)
    assert tools.isVisible()
    user.window.diagram_view.setFocus()
    assert not tools.isVisible()
    user.region.canvas.setFocus()
    user.presses(Qt.Key.Key_B)  # by key, always
    assert user.action("tool_brush").isChecked()


def test_what_has_no_room_in_the_row_of_the_region_is_in_its_menu(user: User, qtbot: QtBot) -> None:
    row, more = user.region.classes, user.find("region_more")
    height = row.height()
    user.window.resize(1000, 720)
    commands.set_units(user.window.document, 0, 2)  # the hidden plane comes to the choices
    rest()
    assert row.height() == height
    left_out = [name for name in ("region_hard_edges", "region_lines", "region_hidden_plane")
                if not user.find(name).isVisible()]  # fmt: skip
    assert left_out
    assert more.isVisible()
    assert isinstance(more, QToolButton)
    menu: QMenu = more.menu()
    menu.aboutToShow.emit()
    entries = {entry.objectName(): entry for entry in menu.actions()}
    assert set(entries) == {f"{name}_entry" for name in left_out}
    entries[f"{left_out[-1]}_entry"].trigger()
    button = user.find(left_out[-1])
    assert isinstance(button, QToolButton)
    assert button.isChecked()
    user.window.resize(1900, 720)
    rest()
    assert button.isVisible()
    assert not more.isVisible()
