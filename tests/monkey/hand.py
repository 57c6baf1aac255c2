"""The hand of the monkey: each event is made of its number alone, so that leaving one out changes no other."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from gui.main_window import MainWindow

_LEFT, _RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NONE = Qt.KeyboardModifier.NoModifier
_MODIFIERS = (_NONE, _NONE, _NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
_KEY_NAMES = """
    Space Return Escape Tab Backtab Delete Backspace Insert Home End Left Right Up Down PageUp PageDown Plus Minus
    F2 F6 F7 F8 F11 F12 A B C F H I L N P R S T V X Z 0 1 2 9
"""
_KEYS = tuple(getattr(Qt.Key, f"Key_{name}") for name in _KEY_NAMES.split())
_TEXTS = ("1", "-0.25", "1e308", "-1e308", "1e-320", "nan", "inf", "0", "999999999999", "two", "0,5", "x1^2", "sin(x)")
_BLOCKS = ("0.5\t1\t1", "1e308\t-1e308\t0\n1e-320\t0\t1", "nan\t1\t0", "a\tb\nc", "", "1\t2\t3\t4\t5\n" * 3)
_LEFT_OUT = ("action_quit", "action_full_screen")


class Hand:
    """Acts on `window`, which changes when the project is closed and opened again."""

    def __init__(self, window: MainWindow, files: tuple[Path, ...], folder: Path, note: Callable[[str], None]) -> None:
        self.window = window
        self._note = note  # told before the event, which may hang
        self._files, self._folder = files, folder
        self._acting: random.Random | None = None
        self._kinds: tuple[tuple[int, Callable[[random.Random], None]], ...] = (
            (16, self._key), (12, self._types), (22, self._click), (6, self._right_click), (4, self._double_click),
            (8, self._drag), (5, self._wheel), (16, self._action), (3, self._undo), (4, self._opens), (2, self._pastes),
            (2, self._saves), (2, self._resizes), (4, self._waits),
        )  # fmt: skip

    def act(self, seed: int, number: int) -> None:
        """Makes event `number` of the storm `seed`."""
        chance = random.Random(f"{seed}:{number}")
        dialog = self._in_front()
        if dialog is not None and chance.random() < 0.4:
            self._answers(dialog, chance)
            return
        weights = [weight for weight, _ in self._kinds]
        make = chance.choices([make for _, make in self._kinds], weights)[0]
        self._acting = chance
        try:
            make(chance)
        finally:
            self._acting = None

    def answer_what_waits(self) -> None:
        """Answers a menu or a box whose own event loop keeps the event from coming to its end."""
        front = None if self._acting is None else self._in_front()
        if self._acting is not None and isinstance(front, (QMenu, QMessageBox)):
            self._answers(front, self._acting)

    def let_go(self) -> None:
        """Closes menus and dialogs, as Esc does."""
        for _ in range(20):
            front = self._in_front()
            if front is None:
                return
            front.close() if isinstance(front, QMenu) else front.reject()
            QApplication.processEvents()

    # ------------------------------------------------------------------ where

    def _in_front(self) -> QMenu | QDialog | None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            return popup
        open_ones = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        modal = QApplication.activeModalWidget()
        return modal if isinstance(modal, QDialog) else (open_ones[-1] if open_ones else None)

    def _somewhere(self, chance: random.Random) -> tuple[QWidget, QPoint] | None:
        """A visible widget, each kind as likely as the others, and a place in it."""
        whole = self._in_front() if chance.random() < 0.7 else None
        seen = [one for one in (whole or self.window).findChildren(QWidget) if one.isVisible() and one.width() > 0]
        if not seen:
            return None
        kinds = sorted({type(one).__name__ for one in seen})
        kind = chance.choice(kinds)
        widget = chance.choice([one for one in seen if type(one).__name__ == kind])
        return widget, QPoint(chance.randrange(widget.width()), chance.randrange(max(1, widget.height())))

    def _focus(self) -> QWidget:
        """Nobody types into a dialog that has closed, though it keeps the focus until it is deleted."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.isVisible() else self.window

    # ------------------------------------------------------------------ what

    def _key(self, chance: random.Random) -> None:
        key, modifier = chance.choice(_KEYS), chance.choice(_MODIFIERS)
        if chance.random() < 0.15 and key != Qt.Key.Key_Q:
            modifier = Qt.KeyboardModifier.ControlModifier
        target = self._focus()
        self._note(f"key {key.name} {modifier.name} in {name_of(target)}")
        QTest.keyClick(target, key, modifier)

    def _types(self, chance: random.Random) -> None:
        text, target = chance.choice(_TEXTS), self._focus()
        self._note(f"types {text} into {name_of(target)}")
        QTest.keyClicks(target, text)
        if chance.random() < 0.7:
            QTest.keyClick(self._focus(), Qt.Key.Key_Return)

    def _click(self, chance: random.Random) -> None:
        self._mouse(chance, "clicks", lambda widget, at: QTest.mouseClick(widget, _LEFT, _modifier(chance), at))

    def _right_click(self, chance: random.Random) -> None:
        self._mouse(chance, "right-clicks", lambda widget, at: QTest.mouseClick(widget, _RIGHT, _NONE, at))

    def _double_click(self, chance: random.Random) -> None:
        self._mouse(chance, "double-clicks", lambda widget, at: QTest.mouseDClick(widget, _LEFT, _NONE, at))

    def _mouse(self, chance: random.Random, word: str, make: Callable[[QWidget, QPoint], object]) -> None:
        found = self._somewhere(chance)
        if found is None:
            return
        self._note(f"{word} {name_of(found[0])} at {found[1].x()}, {found[1].y()}")
        make(*found)

    def _drag(self, chance: random.Random) -> None:
        found = self._somewhere(chance)
        if found is None:
            return
        widget, first = found
        last = QPoint(chance.randrange(-20, widget.width() + 20), chance.randrange(-20, widget.height() + 20))
        self._note(f"drags in {name_of(widget)} from {first.x()}, {first.y()} to {last.x()}, {last.y()}")
        modifier = _modifier(chance)
        _send(widget, QEvent.Type.MouseButtonPress, first, _LEFT, modifier)
        for step in range(1, 5):
            _send(widget, QEvent.Type.MouseMove, first + (last - first) * (step / 4), _LEFT, modifier)
        if chance.random() < 0.1:
            QTest.keyClick(self._focus(), Qt.Key.Key_Escape)
        _send(widget, QEvent.Type.MouseButtonRelease, last, _LEFT, modifier)

    def _wheel(self, chance: random.Random) -> None:
        def turn(widget: QWidget, at: QPoint) -> None:
            place = QPointF(at)
            angle = QPoint(0, chance.choice((-1200, -120, 120, 1200)))
            event = QWheelEvent(
                place, widget.mapToGlobal(place), QPoint(), angle, Qt.MouseButton.NoButton, _modifier(chance),
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(widget, event)

        self._mouse(chance, "turns the wheel over", turn)

    def _action(self, chance: random.Random) -> None:
        """Any command of the menus, the lessons and the recent files among them."""
        bar = self.window.menuBar()
        actions = [action for menu in bar.findChildren(QMenu) for action in menu.actions()]
        window_actions = self.window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)
        usable = [one for one in (*window_actions, *actions) if self._is_usable(one)]
        if self._in_front() is not None or not usable:
            return
        action = chance.choice(usable)
        self._note(f"chooses {action.objectName() or action.text()}")
        action.trigger()

    @staticmethod
    def _is_usable(action: QAction) -> bool:
        is_wanted = action.objectName() not in _LEFT_OUT and not action.isSeparator()
        return is_wanted and action.isEnabled() and action.menu() is None

    def _undo(self, chance: random.Random) -> None:
        name, count = chance.choice(("undo", "undo", "redo")), chance.randrange(1, 6)
        self._note(f"{name} {count} times")
        for _ in range(count):
            if self._in_front() is None:
                self.window.actions_by_name[name].trigger()

    def _opens(self, chance: random.Random) -> None:
        file = chance.choice(self._files)
        if self._in_front() is not None:
            return
        self._note(f"opens {file.name}")
        if file.suffix in (".perceptra", ".toml"):
            self.window.open(file)
        else:
            self.window.openable_files.open(file)

    def _pastes(self, chance: random.Random) -> None:
        block, target = chance.choice(_BLOCKS), self._focus()
        self._note(f"pastes {block!r} into {name_of(target)}")
        QGuiApplication.clipboard().setText(block)
        QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _saves(self, chance: random.Random) -> None:
        if self._in_front() is not None:
            return
        if self.window.document.path is None or self.window.document.path.parent != self._folder:
            self.window.document.path = self._folder / f"saved_{chance.randrange(3)}.perceptra"
        self._note("saves")
        self.window.actions_by_name["save"].trigger()

    def _resizes(self, chance: random.Random) -> None:
        size = chance.choice(((1280, 720), (960, 540), (1920, 1080), (1024, 600)))
        self._note(f"resizes to {size}")
        self.window.resize(*size)

    def _waits(self, chance: random.Random) -> None:
        pause = chance.choice((1, 20, 120))
        self._note(f"waits {pause} ms")
        QTest.qWait(pause)

    def _answers(self, front: QMenu | QDialog, chance: random.Random) -> None:
        self._note(f"answers {name_of(front)}")
        if isinstance(front, QMenu):
            entries = [one for one in front.actions() if one.isEnabled() and not one.isSeparator()]
            if entries and chance.random() < 0.8:
                entry = chance.choice(entries)
                self._note(f"by {entry.text()}")
                QTest.mouseClick(front, _LEFT, _NONE, front.actionGeometry(entry).center())
            else:
                QTest.keyClick(front, Qt.Key.Key_Escape)
        elif isinstance(front, QFileDialog):
            is_open = front.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
            file = chance.choice(self._files) if is_open else self._folder / f"written_{chance.randrange(9)}"
            self._note(f"by {file.name}")
            front.setDirectory(str(file.parent))
            front.selectFile(str(file))
            front.done(QDialog.DialogCode.Accepted.value if chance.random() < 0.8 else 0)
        elif isinstance(front, QMessageBox) and front.buttons():
            button = chance.choice(front.buttons())
            self._note(f"by {button.text()}")
            QTest.mouseClick(button, _LEFT)
        else:
            QTest.keyClick(front, chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))


def name_of(widget: QWidget) -> str:
    """What a widget is called, or what its holder is."""
    kind = type(widget).__name__
    holder: QWidget | None = widget
    while holder is not None and not holder.objectName():
        holder = holder.parentWidget()
    return f"{kind} {holder.objectName() if holder is not None else ''}".rstrip()


def _modifier(chance: random.Random) -> Qt.KeyboardModifier:
    control = Qt.KeyboardModifier.ControlModifier
    return chance.choice((_NONE, _NONE, _NONE, _NONE, Qt.KeyboardModifier.ShiftModifier, control))


def _send(
    widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, modifier: Qt.KeyboardModifier
) -> None:
    if not shiboken6.isValid(widget):  # the press has closed what it stood in
        return
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    acting = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
    place = QPointF(at)
    QApplication.sendEvent(widget, QMouseEvent(kind, place, widget.mapToGlobal(place), acting, held, modifier))
    QApplication.processEvents()
