"""This module lays out what is between the toolbar and the status line: the lesson and the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.toolkit.containers.pages import Pages
from gui.toolkit.containers.scrolled import scrolled

_MOST_OF_LESSON = 0.28  # of the width, for large type


class WindowBody(QWidget):
    """The lesson stays beside whatever page is on show; a page that has too little room scrolls."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lesson: QWidget | None = None
        self._pages, self._area = pages, scrolled(pages, sideways=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._area, 1)

    @property
    def frames(self) -> tuple[QWidget, ...]:
        """What only holds the lesson and the pages."""
        return (self, self._area, self._area.viewport())

    @property
    def shows_lesson(self) -> bool:
        """Whether a lesson stands beside the pages."""
        return self._lesson is not None and not self._lesson.isHidden()

    def set_lesson(self, panel: QWidget) -> None:
        """Place the lesson's panel left of the pages; hidden until `show_lesson`."""
        self._lesson = panel
        panel.hide()
        self._row.insertWidget(0, panel)

    def show_lesson(self, visible: bool) -> None:
        """Show or hide the lesson, set in from the window's edge like the cards."""
        if self._lesson is not None:
            self._lesson.setVisible(visible)
            self._row.setContentsMargins(8 if visible else 0, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_lesson()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_lesson()

    def _fit_lesson(self) -> None:
        """As wide as it wants to be, but leave the pages their share."""
        if self._lesson is not None:
            least, wanted = self._lesson.minimumSizeHint().width(), self._lesson.sizeHint().width()
            self._lesson.setFixedWidth(min(wanted, max(least, round(_MOST_OF_LESSON * self.width()))))

    def reveal(self, widget: QWidget) -> None:
        """Scroll the page until `widget`, a part of it, is on screen."""
        if self._pages.isAncestorOf(widget):
            self._area.ensureWidgetVisible(widget)
