"""The segmented control in the menu bar leads to every page, by mouse and by keys, in both languages and any width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.small_screen import rest, wait_for
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


def segments(user: User) -> list[QToolButton]:
    switcher = user.find("page_switcher")
    found = [button for button in switcher.findChildren(QToolButton) if button.objectName().startswith("switch_page_")]
    return sorted(found, key=lambda button: button.mapTo(user.window, button.rect().topLeft()).x())


def is_whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_each_segment_leads_to_its_page_by_mouse_by_its_number_and_by_arrows(user: User, qtbot: QtBot) -> None:
    pages, found = user.window.pages, segments(user)
    assert [button.objectName().removeprefix("switch_page_") for button in found] == list(pages.names)
    assert len(found) == len(pages.names) >= 3
    for number, (name, button) in reversed(list(enumerate(zip(pages.names, found, strict=True), start=1))):
        assert is_whole(button), name
        assert min(button.width(), button.height()) >= 24
        qtbot.mouseClick(button, LEFT)
        assert pages.current == name
        assert [other.isChecked() for other in found] == [other is button for other in found]
        assert not button.hasFocus(), "a click is no reason to leave the page"
        bar = user.find("training_bar")
        assert bar.isVisible() == pages.shows_run
        assert [keys.toString() for keys in user.action(f"page_{name}").shortcuts()] == [f"Ctrl+{number}"]
        assert button.toolTip().endswith(f"({QKeySequence(f'Ctrl+{number}').toString()})")
    qtbot.keyClick(user.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert pages.current == pages.names[1]
    assert found[1].isChecked()
    found[1].setFocus(Qt.FocusReason.TabFocusReason)
    for name in pages.names[2:]:
        qtbot.keyClick(user.window.focusWidget(), Qt.Key.Key_Right)
        assert pages.current == name, "who came by keys walks on"

    user.triggers("language_zh_CN")
    qtbot.waitUntil(lambda: segments(user)[0].text() == "工作台")
    for button in segments(user):
        assert button.text() == button.accessibleName()
        assert not button.text().isascii(), button.text()
        assert is_whole(button), button.text()
    user.window.resize(960, 540)
    user.triggers("language_en")
    qtbot.waitUntil(lambda: segments(user)[0].text() == "Workbench")
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in found if each.isVisible()))

    user.window.resize(640, 480)
    listed = user.find("page_list")
    assert isinstance(listed, QToolButton)
    qtbot.waitUntil(lambda: is_whole(listed))
    assert not any(button.isVisible() for button in found)
    assert listed.text().startswith(user.action(f"page_{pages.current}").iconText())
    listed.menu().actions()[0].trigger()
    assert pages.current == "workbench"
    assert listed.accessibleName() == "Workbench"
    user.window.resize(1280, 720)
    qtbot.waitUntil(lambda: all(map(is_whole, found)))


def test_no_page_scrolls_for_what_another_one_needs(user: User) -> None:
    user.window.resize(1280, 720)
    pages, area = user.window.pages, user.find("scroll_pages")
    assert isinstance(area, QScrollArea)
    pages.show_page("comparison")  # which has more room than others, without the training bar, and uses it
    wait_for(lambda: pages.currentWidget().heightForWidth(1280) > 600)
    scrolling = set()
    for name in pages.names:
        pages.show_page(name)
        rest()
        if area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum():
            scrolling.add(name)
    assert scrolling == set()
