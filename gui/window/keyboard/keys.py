"""Every key has one owner: this module decides between the window's commands and the widget that has the focus.

Space trains everywhere except while text is typed and on a button, which only Tab leads to. The right arrow steps,
except where arrows walk: in fields, lists, tables, sliders, the diagram and on a border that moves sideways. Any other
command of the window keeps its key in a field too, unless the key edits text. Before all these come the claims, such as
that of a black screen.
"""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSplitterHandle,
    QTextEdit,
    QWidget,
)

from gui.toolkit.containers.pages import Pages
from gui.toolkit.services.actions import Actions
from gui.toolkit.services.key_claims import KeyClaims, Work

_TEXT = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
_MENUS = (QMenu, QMenuBar)
_WALKED = (QAbstractItemView, QAbstractSlider, QComboBox, *_MENUS)
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
_LEADERS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""A presenter's remote sends these; they lead through a lesson wherever the focus is."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_EDITING = tuple(
    getattr(QKeySequence.StandardKey, name) for name in ("Cut", "Copy", "Paste", "SelectAll", "Undo", "Redo")
)


class WindowKeys(QObject):
    """Watches the widget in focus, and no other: `follow` begins, `let_go` ends.

    On a page that does not show the project's run, Space and the right arrow go to the page.
    """

    def __init__(self, actions: Actions, pages: Pages, claims: KeyClaims, parent: QObject) -> None:
        super().__init__(parent)
        self._pages, self._actions, self._claims = pages, actions, claims
        self._commands: dict[int, QAction] = {}
        self._follows = False
        self._focus: QWidget | None = None
        self._entered: QWidget | None = None  # the field whose text Enter has just taken

    def follow(self) -> None:
        """Watch whatever gets the focus from now on; the features have said by now where each command's keys count."""
        for spec in self._actions.specs:
            action = self._actions[spec.name]
            if action.shortcutContext() == Qt.ShortcutContext.WindowShortcut:
                self._commands |= {_combined(keys): action for keys in action.shortcuts()}
        application, self._follows = _application(), True
        application.focusChanged.connect(self._on_application_focus_changed)
        self._on_application_focus_changed(None, application.focusWidget())

    def let_go(self) -> None:
        """Watch nothing any more; a window may be closed twice."""
        if self._follows:
            self._follows = False
            _application().focusChanged.disconnect(self._on_application_focus_changed)
        self._on_application_focus_changed(None, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            work = self._claimed(watched, event)
            if work is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # so that no shortcut takes it before it is pressed
                return True
            if work is not None and event.type() == QEvent.Type.KeyPress:
                work()
                return True
            if event.type() == QEvent.Type.ShortcutOverride:
                return self._decide(watched, event)
            if event.type() == QEvent.Type.KeyPress:
                return self._press(watched, event)
        return False

    def _claimed(self, widget: QWidget, event: QKeyEvent) -> Work | None:
        """What the key does by a claim: not in a dialog, an open list or a menu, and not while text is typed."""
        if widget.window() is not self._pages.window() or QApplication.activePopupWidget() is not None:
            return None
        if _is_typed_in(widget) or isinstance(widget, _MENUS):
            return None
        return self._claims.work_of(event)

    def _decide(self, widget: QWidget, event: QKeyEvent) -> bool:
        """Before shortcuts: accept the key for the widget, or keep the widget from asking for it. False: as Qt has it.

        An event that is ignored goes on to the widgets around this one, then to the shortcuts.
        """
        held = event.modifiers() & ~_KEYPAD
        key, is_plain = event.key(), held in (Qt.KeyboardModifier.NoModifier, _SHIFT)
        if is_plain and key == Qt.Key.Key_Space:
            event.setAccepted(self._keeps_space(widget))
            return True
        if is_plain and key == Qt.Key.Key_Right:
            event.setAccepted(_walks(widget))
            return event.isAccepted()
        if not _is_typed_in(widget):
            return False
        command = self._commands.get(QKeyCombination(held, Qt.Key(key)).toCombined())
        if command is None or not command.isEnabled() or _edits_text(widget, event):
            return False
        if is_plain and key not in _LEADERS and not Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
            return False
        event.ignore()
        return True

    def _press(self, widget: QWidget, event: QKeyEvent) -> bool:
        """A key that no shortcut took. True where it went to the page on show instead of `widget`."""
        self._entered = widget if event.key() in _ENTER and isinstance(widget, QAbstractSpinBox) else None
        page = self._pages.currentWidget()
        if self._pages.shows_run or widget is page or not page.isAncestorOf(widget):
            return False
        is_plain = event.modifiers() & ~_KEYPAD in (Qt.KeyboardModifier.NoModifier, _SHIFT)
        for_page = (event.key() == Qt.Key.Key_Space and not self._keeps_space(widget)) or (
            event.key() == Qt.Key.Key_Right and not _walks(widget)
        )
        if is_plain and for_page:
            QApplication.sendEvent(page, event)
            return True
        return False

    def _keeps_space(self, widget: QWidget) -> bool:
        """A number that Enter has taken is no longer being typed, though its field still has the focus."""
        if _is_typed_in(widget):
            return widget is not self._entered
        return isinstance(widget, (QAbstractButton, *_MENUS)) or QApplication.activePopupWidget() is not None

    def _on_application_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._entered = None
        if self._focus is not None:
            with contextlib.suppress(RuntimeError):  # it lost the focus because Qt has deleted it
                self._focus.removeEventFilter(self)
        self._focus = now
        if now is not None:
            now.installEventFilter(self)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _combined(keys: QKeySequence) -> int:
    combination: QKeyCombination = keys[0]  # type: ignore[index]
    return combination.toCombined()


def _is_typed_in(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, _TEXT) and not widget.isReadOnly()


def _walks(widget: QWidget) -> bool:
    """Whether arrows walk in `widget`; buttons of which one is chosen are a list."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None:
        return widget.group().exclusive()
    if isinstance(widget, QSplitterHandle):
        return widget.orientation() == Qt.Orientation.Horizontal
    return _is_typed_in(widget) or isinstance(widget, _WALKED) or widget.objectName() == "diagram_view"


def _edits_text(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether the key edits the text in `widget`; there is nothing to undo in a field that nobody has typed into."""
    if isinstance(widget, QAbstractSpinBox):
        line = widget.findChild(QLineEdit)
    else:
        line = widget if isinstance(widget, QLineEdit) else None
    for key, can in ((_EDITING[-2], QLineEdit.isUndoAvailable), (_EDITING[-1], QLineEdit.isRedoAvailable)):
        if event.matches(key):
            return line is None or can(line)
    return any(event.matches(key) for key in _EDITING)
