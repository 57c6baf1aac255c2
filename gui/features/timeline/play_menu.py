"""This module defines the menu of the button beside play: how fast the run is played back, and whether in a loop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.toolkit.view import View

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0)
"""Of these 1 plays a whole run in some twelve seconds."""


class PlayMenu(View, QMenu):
    """`changed` tells that another speed was chosen, or whether to begin again at the end."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_play_menu")
        group = QActionGroup(self)
        self._speeds = {}
        for speed in SPEEDS:
            action = self.addAction("")
            action.setObjectName(f"timeline_speed_{speed:g}".replace(".", "_"))
            action.setCheckable(True)
            action.setChecked(speed == 1)
            group.addAction(action)
            self._speeds[speed] = action
        self.addSeparator()
        self._loop = self.addAction("")
        self._loop.setObjectName("timeline_loop")
        self._loop.setCheckable(True)
        for action in (*self._speeds.values(), self._loop):
            action.triggered.connect(lambda _checked=False: self.changed.emit())
        self.retranslate()

    @property
    def speed(self) -> float:
        """The speed chosen."""
        return next(speed for speed, action in self._speeds.items() if action.isChecked())

    @property
    def loops(self) -> bool:
        """Whether to begin again at the end."""
        return self._loop.isChecked()

    def retranslate(self) -> None:
        for speed, action in self._speeds.items():
            action.setText(self.tr("Speed × {speed}").format(speed=f"{speed:g}"))
        self._loop.setText(self.tr("Over and over"))
