"""How spin boxes behave: no accident with the wheel, no entry left behind, room for their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy

from gui.toolkit.entries.entry_guard import EntryGuard

# A mixin before one of Qt's spin boxes; to the type checker it is the class that these have in common.
if TYPE_CHECKING:
    _SpinBox = QAbstractSpinBox
else:
    _SpinBox = object


class CalmEntry(_SpinBox):
    """Call `calm_down` when made; `widest` is the longest number that the box must show whole."""

    widest: ClassVar[str]

    def calm_down(self) -> None:
        """One edit for one entry, committed when the focus goes elsewhere."""
        self.setLocale(QLocale.c())
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._guard = EntryGuard(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._guard.watch(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._guard.watch(False)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the wheel is scrolling the panel, not editing what passes under it

    def sizeHint(self) -> QSize:
        return self._sized(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._sized(super().minimumSizeHint())

    def _sized(self, hint: QSize) -> QSize:
        """Wide enough for the number and the arrows; the layout gives more where there is more."""
        return QSize(self.fontMetrics().horizontalAdvance(self.widest) + round(hint.height() * 1.15), hint.height())
