"""This module puts − and + beside each other into a number's field: large enough to be hit, unlike Qt's arrows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QToolButton

from gui.toolkit.look import wear

LEAST_SIDE = 24
_RIM = 2


class _HeldButton(QToolButton):
    """Repeats its click as long as it is held, and no longer where it disappears under the mouse.

    A key that leads to another page takes the button away before the mouse lets go of it; Qt would repeat for ever.
    """

    def __init__(self, parent: QAbstractSpinBox) -> None:
        super().__init__(parent)
        self.setAutoRepeat(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.setDown(False)
        super().hideEvent(event)


class StepButtons(QObject):
    """Lays itself out by `place`; `follow` mutes what has come to its end."""

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._box = box
        self._less, self._more = self._button("−", -1), self._button("+", 1)
        box.objectNameChanged.connect(self._name)
        self.retranslate()

    @property
    def width(self) -> int:
        """What both take of the field."""
        return 2 * self._side

    def place(self) -> None:
        """At the right end, where no digit comes."""
        box, side = self._box, self._side
        top = (box.height() - side) // 2
        for place, button in ((2, self._less), (1, self._more)):
            button.setGeometry(box.width() - _RIM - place * side, top, side, side)
            button.raise_()
        line = box.findChild(QLineEdit)
        if line is not None:
            line.setTextMargins(0, 0, self.width, 0)

    def follow(self) -> None:
        """Mute the one that leads no further."""
        can = self._box.stepEnabled()
        for button, step in (
            (self._less, QAbstractSpinBox.StepEnabledFlag.StepDownEnabled),
            (self._more, QAbstractSpinBox.StepEnabledFlag.StepUpEnabled),
        ):
            if button.isEnabled() != bool(can & step):
                button.setEnabled(bool(can & step))

    def retranslate(self) -> None:
        """Name them in the language in force."""
        for button, name in (
            (self._less, QCoreApplication.translate("StepButtons", "Decrease")),
            (self._more, QCoreApplication.translate("StepButtons", "Increase")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)

    @property
    def _side(self) -> int:
        return max(LEAST_SIDE, self._box.height() - 2 * _RIM)

    def _button(self, sign: str, step: int) -> QToolButton:
        button = _HeldButton(self._box)
        button.setText(sign)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        wear(button, step=True)
        button.clicked.connect(lambda: self._step(step))
        return button

    def _step(self, step: int) -> None:
        self._box.interpretText()  # what is being typed counts
        self._box.stepBy(step)

    def _name(self, name: str) -> None:
        self._less.setObjectName(f"{name}_less")
        self._more.setObjectName(f"{name}_more")
