"""This module makes spin boxes ignore accidental wheel turns, keep no entry uncommitted and fit their numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QSizePolicy, QWidget

from gui.toolkit.entries.step_buttons import LEAST_SIDE, StepButtons

# A mixin before one of Qt's spin boxes; to the type checker it is the class that these have in common.
if TYPE_CHECKING:
    _SpinBox = QAbstractSpinBox
else:
    _SpinBox = object

_RIMS = 12  # pixels of frame and of air beside the number


class CalmEntry(_SpinBox):
    """Call `calm_down` when made; `widest` is the longest number that the box must show whole."""

    widest: str

    def calm_down(self) -> None:
        """One edit for one entry, committed when the focus goes elsewhere."""
        self.setLocale(QLocale.c())
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._guard = EntryGuard(self, self.interpretText)
        self._steps = StepButtons(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._steps.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._steps.follow()  # values and ranges also change without a signal
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._steps.retranslate()
        super().changeEvent(event)

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
        """Wide enough for the number and the buttons; the layout gives more where there is more."""
        side = max(LEAST_SIDE, hint.height())
        return QSize(self.fontMetrics().horizontalAdvance(self.widest) + 2 * side + _RIMS, hint.height())


class EntryGuard(QObject):
    """Lets a field `take` what is typed in it when a person clicks elsewhere or uses a shortcut.

    A click on Train does not take the focus away from the field; without this, training would start with the old value.
    """

    def __init__(self, field: QWidget, take: Callable[[], object]) -> None:
        super().__init__(field)
        self._field, self._take = field, take

    def watch(self, on: bool) -> None:
        """Watch the application's events, as long as the field has the focus."""
        application = QApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        if on:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Shortcut or (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(watched, QWidget)
            and self._is_elsewhere(watched)
        ):
            self._take()
        return False

    def _is_elsewhere(self, widget: QWidget) -> bool:
        return widget is not self._field and not self._field.isAncestorOf(widget)
