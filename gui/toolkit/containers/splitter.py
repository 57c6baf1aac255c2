"""A splitter without any marks of its own: its borders show where the mouse or the keyboard is on them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

STEP, FINE_STEP = 16, 2
"""Pixels by which an arrow key moves a border, and with Shift."""


class QuietSplitter(QSplitter):
    """Cards stand in it, set apart by space alone; none can be pushed away. Tab leads to a border, arrows move it."""

    def __init__(self, name: str, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)

    def name_parts(self, *titles: str) -> None:
        """Call each border after the parts on its sides, which have these titles, in the language in force."""
        for place, (one, other) in enumerate(pairwise(titles), start=1):
            name = self.tr("Border between {one} and {other}").format(one=one, other=other)
            self.handle(place).setAccessibleName(name)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    """Arrows along its way are its own, and no others: → trains from a border that moves up and down."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setObjectName("splitter_handle")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_sideways = self.orientation() == Qt.Orientation.Horizontal
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Right) if is_sideways else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        here = self.x() if is_sideways else self.y()
        step = FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        whole = self.splitter().width() if is_sideways else self.splitter().height()
        places = {back: here - step, on: here + step, Qt.Key.Key_Home: 0, Qt.Key.Key_End: whole}
        if event.key() in places:
            self.moveSplitter(places[Qt.Key(event.key())])  # no further than the parts beside it allow
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.hasFocus():
            role = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Mid
            painter = QPainter(self)
            painter.fillRect(self.rect(), QGuiApplication.palette().color(role))
            painter.end()
