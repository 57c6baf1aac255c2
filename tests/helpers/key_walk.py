"""A walk over widgets with keys: which widget or which command each key belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import SIGNAL, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.window.keyboard.view_keys import VIEW_KEYS
from tests.helpers.user import User

FIELDS = (QLineEdit, QAbstractSpinBox)
WALKED = (*FIELDS, QComboBox, QAbstractItemView, QAbstractSlider)
TEXT_KEYS = {"Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A"}
UNDO_KEYS = {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"}  # a field's own as long as it has something to undo
TAB = Qt.FocusReason.TabFocusReason
WINDOW = Qt.ShortcutContext.WindowShortcut


def portable(keys: QKeySequence | str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


@cache
def own_keys(name: str) -> set[str]:
    """The keys that are documented as belonging to the widget of this name."""
    rows = [row for group in VIEW_KEYS if name in group.views for row in group.rows]
    return {portable(key) for row in rows for key in row.keys.split()}


def belongs_to_the_window(widget: QWidget, key: str) -> bool:
    """What the help says, in other words than the program's."""
    if key == "Space":
        return not isinstance(widget, (*FIELDS, QAbstractButton))
    if key in ("Right", "Shift+Right"):
        if isinstance(widget, QAbstractButton) and widget.group() is not None:
            return not widget.group().exclusive()
        if isinstance(widget, QSplitterHandle):
            return widget.orientation() == Qt.Orientation.Vertical
        return not isinstance(widget, WALKED) and widget.objectName() != "diagram_view"
    if isinstance(widget, FIELDS):
        return key not in TEXT_KEYS and len(key) > 1  # a letter is typed
    return key not in own_keys(widget.objectName())


def focusable(user: User) -> list[QWidget]:
    """All that Tab or a click can lead to now."""
    return [
        widget
        for widget in user.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is user.window
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
    ]


def documented(user: User) -> dict[str, str]:
    """The keys of the window's commands, with the commands' names."""
    return {
        portable(keys): spec.name
        for spec in user.window.actions_by_name.specs
        for keys in user.action(spec.name).shortcuts()
        if user.action(spec.name).shortcutContext() == WINDOW
    }


def hears_only(user: User, names: Iterable[str]) -> list[str]:
    """From now on these commands do nothing but add their names to the list."""
    heard: list[str] = []
    for name in names:
        action = user.action(name)
        for signal in ("triggered", "toggled"):
            if action.receivers(SIGNAL(f"{signal}(bool)")):
                getattr(action, signal).disconnect()
        action.triggered.connect(lambda _checked=False, name=name: heard.append(name))
    return heard


def presses(qtbot: QtBot, widget: QWidget, key: str) -> None:
    combination = QKeySequence(key)[0]
    if isinstance(widget, QAbstractButton) and key == "Space":  # the button's own work is of no interest here
        question = QKeyEvent(QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers(), " ")
        question.ignore()
        QApplication.sendEvent(widget, question)
        assert question.isAccepted(), f"a button that Tab led to does without Space: {widget.objectName()}"
    else:
        qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def walk(user: User, qtbot: QtBot, widgets: Iterable[QWidget], keys: dict[str, str], heard: list[str]) -> set[str]:
    """Press every key on each of these; returns the names of what was visited."""
    visited = set()
    actions = {command: user.action(command) for command in keys.values()}
    switcher = user.find("page_switcher")
    for widget in widgets:
        where = widget.objectName() or type(widget).__name__
        visited.add(where)
        for key, command in keys.items():
            if not widget.isVisible():  # a key has put something else in its place
                break
            if key in UNDO_KEYS and isinstance(widget, FIELDS):
                continue
            actions[command].setEnabled(True)
            widget.setFocus(TAB)
            heard.clear()
            presses(qtbot, widget, key)
            if key == "Right" and switcher.isAncestorOf(widget):
                assert [name.partition("_")[0] for name in heard] in (["page"], []), f"{key} walks to a page or nowhere"
                continue
            assert heard == ([command] if belongs_to_the_window(widget, key) else []), f"{key} on {where}"
    return visited
