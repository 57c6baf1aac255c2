"""Pen, spotlight and black screen: by key on stage, by the View menu everywhere."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QKeyEvent

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.stage_tools.black_screen import BlackScreen
from gui.features.stage_tools.ink import InkLayer
from gui.features.stage_tools.spotlight import SpotlightLayer
from gui.toolkit.services import screen_reader
from gui.toolkit.services.actions import spec
from gui.toolkit.services.key_claims import Work, plain_key

_KEYS = {Qt.Key.Key_D: "pen", Qt.Key.Key_L: "spotlight", Qt.Key.Key_B: "black_screen"}
_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
}  # fmt: skip


class StageToolsFeature(Feature):
    """The letters count on stage only: elsewhere they are the painting tools' and the lines'."""

    actions = (
        spec(
            "pen",
            QT_TRANSLATE_NOOP("Actions", "Pe&n"),
            QT_TRANSLATE_NOOP("Actions", "Draw over the window with the mouse; D in presentation mode, Esc clears"),
            checkable=True,
        ),
        spec(
            "ink_stays",
            QT_TRANSLATE_NOOP("Actions", "&Ink stays"),
            QT_TRANSLATE_NOOP("Actions", "Keep what the pen draws until Esc, instead of letting it fade"),
            checkable=True,
        ),
        spec(
            "spotlight",
            QT_TRANSLATE_NOOP("Actions", "Sp&otlight"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Dim the window but for a circle round the pointer, sized by the wheel; L in presentation mode",
            ),
            checkable=True,
        ),
        spec(
            "black_screen",
            QT_TRANSLATE_NOOP("Actions", "Blac&k screen"),
            QT_TRANSLATE_NOOP("Actions", "Make the window black until the next key or click; B in presentation mode"),
            checkable=True,
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        window, act = context.window, context.actions
        self._ink = InkLayer(context.themes.theme, window)
        self._spotlight = SpotlightLayer(window)
        self._black = BlackScreen(window)
        act["pen"].toggled.connect(self._ink.draw)
        act["ink_stays"].toggled.connect(self._ink.set_stays)
        act["spotlight"].toggled.connect(self._spotlight.light)
        act["black_screen"].toggled.connect(self._blacken)
        self._ink.put_down.connect(lambda: act["pen"].setChecked(False))
        self._black.clicked.connect(self._end_black)
        context.themes.changed.connect(self._ink.apply_theme)
        context.key_claims.add(self._claim)

    def retranslate(self) -> None:
        self._black.setAccessibleName(self.tr("The screen is black. Any key or click brings the window back."))

    def _claim(self, event: QKeyEvent) -> Work | None:
        act, key = self.context.actions, plain_key(event)
        if act["black_screen"].isChecked():
            return None if event.key() in _MODIFIERS else self._end_black
        if key == Qt.Key.Key_Escape and (self._ink.has_ink or act["pen"].isChecked() or act["spotlight"].isChecked()):
            return self._put_away
        if key in _KEYS and act["presentation"].isChecked():
            return act[_KEYS[key]].trigger
        return None

    def _put_away(self) -> None:
        for name in ("pen", "spotlight"):
            self.context.actions[name].setChecked(False)
        self._ink.clear()

    def _blacken(self, on: bool) -> None:
        self._black.blacken(on)
        if on:
            screen_reader.announce(self._black, self._black.accessibleName())
        else:
            screen_reader.announce(self.context.window, self.tr("The window can be seen again."))

    def _end_black(self) -> None:
        self.context.actions["black_screen"].setChecked(False)
