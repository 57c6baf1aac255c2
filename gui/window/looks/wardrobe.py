"""This module gives the style sheet to the parts of the window, to those that are hidden only when they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QSplitterHandle, QWidget

from gui.toolkit.theme import LIGHT, Theme
from gui.toolkit.view import View

_IS_FRAME, _IS_UNSEEN = "is_frame", Qt.WidgetAttribute.WA_NoSystemBackground
_DEPTH = 4
"""So many layouts stand one in the other, at most, in what is shown late."""


class Wardrobe(QObject):
    """The parts are what stands in frames: bars, cards, tables, pages, menus and dialogs. A frame has no sheet itself.

    Qt visits every widget under one whose sheet is changed. In the window most are hidden: in tables and pages that
    are not in front. No part is held on to: Qt makes and deletes some of them by itself.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._sheet, self._theme = window, "", LIGHT

    def open(self, *frames: QWidget) -> None:
        """Dress what is in `frames`, and what comes into them."""
        for frame in frames:
            frame.setProperty(_IS_FRAME, True)
            frame.installEventFilter(self)
        for part in _parts(self._window):
            self._take_in(part)

    def wear(self, sheet: str, theme: Theme) -> None:
        """Dress the parts on show in `sheet`, which says what `theme` does, and from now on each that is shown."""
        self._sheet, self._theme = sheet, theme
        for part in _parts(self._window):
            if part.isVisibleTo(self._window):
                self._dress(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and not watched.property(_IS_FRAME):
            self._dress_late(watched)
        elif event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget) and watched.property(_IS_FRAME) and _is_part(child):
                self._take_in(child)
        return False

    def _take_in(self, part: QWidget) -> None:
        part.installEventFilter(self)
        if isinstance(part, QMenu):  # it takes its size before it is shown
            part.aboutToShow.connect(self._dress_menu, Qt.ConnectionType.UniqueConnection)
        elif part.isWindow() or part.isVisibleTo(self._window):  # a dialog takes its size before it is shown, too
            self._dress(part)

    def _dress_menu(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu):
            self._dress(menu)

    def _dress_late(self, part: QWidget) -> None:
        """Views have measured their texts in the letters of before, and it is to appear as it will stay."""
        if self._dress(part):
            for view in (part, *part.findChildren(QWidget)):
                if isinstance(view, View):
                    view.apply_theme(self._theme)
            for _ in range(_DEPTH):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _dress(self, part: QWidget) -> bool:
        is_due = part.styleSheet() != self._sheet
        if is_due:
            part.setStyleSheet(self._sheet)
        return is_due


def _parts(frame: QWidget) -> Iterator[QWidget]:
    for child in frame.children():
        if isinstance(child, QWidget):
            if child.property(_IS_FRAME):
                yield from _parts(child)
            elif _is_part(child):
                yield child


def _is_part(child: QWidget) -> bool:
    """What stands in a frame, but for other frames, for borders, which paint themselves, and for what is not seen."""
    is_bare = isinstance(child, QSplitterHandle) or child.testAttribute(_IS_UNSEEN)
    return not child.property(_IS_FRAME) and not is_bare
