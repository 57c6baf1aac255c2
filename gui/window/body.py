"""This module lays out what is between the toolbar and the status line: the lesson and the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.toolkit.containers.pages import Pages


class WindowBody(QWidget):
    """The lesson stays beside whatever page is on show."""

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._lesson: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(pages, 1)

    def set_lesson(self, panel: QWidget) -> None:
        """Place the lesson's panel, of fixed width, left of the pages; hidden until `show_lesson`."""
        self._lesson = panel
        panel.hide()
        self._row.insertWidget(0, panel)

    def show_lesson(self, visible: bool) -> None:
        """Show or hide the lesson, set in from the window's edge like the cards."""
        if self._lesson is not None:
            self._settle()
            self._lesson.setVisible(visible)
            self._row.setContentsMargins(8 if visible else 0, 0, 0, 0)

    def _settle(self) -> None:
        """Let a column that was hidden just now be out of the reckoning, or the window would be widened for it."""
        pages = (self._pages.widget(index) for index in range(self._pages.count()))
        every = [page for page in pages if page is not None]
        for widget in (*every, self._pages, self):
            if (layout := widget.layout()) is not None:
                layout.activate()
            widget.updateGeometry()  # a page that is not on show remembers how much room it needed
