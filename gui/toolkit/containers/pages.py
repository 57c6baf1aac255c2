"""This module holds the window's pages: the workbench, and others that take the whole window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

WORKBENCH = "workbench"


@dataclass(frozen=True)
class PageSpec:
    """One page: its fixed name, and whether it shows the project's own run, which the training bar steers.

    The action `page_<name>` leads to it; its text is the page's title.
    """

    name: str
    shows_run: bool = True


class Pages(QStackedWidget):
    """Pages by name, one on show. Esc, where nothing on a page wants it, leads back to the workbench."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._specs: dict[str, PageSpec] = {}
        self._pages: dict[str, QWidget] = {}
        self._later: dict[str, Callable[[], QWidget]] = {}
        self.currentChanged.connect(self._on_self_current_changed)

    def _on_self_current_changed(self, _place: int) -> None:
        self.updateGeometry()
        self.shown.emit(self.current)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all pages, in the order in which they were declared."""
        return tuple(self._specs)

    @property
    def current(self) -> str:
        """The name of the page on show."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    @property
    def shows_run(self) -> bool:
        """Whether the page on show shows the project's own run."""
        return self._specs[self.current].shows_run

    def add(self, spec: PageSpec, page: QWidget) -> None:
        """Add a page; the first one added is on show."""
        self._specs[spec.name] = spec
        self._pages[spec.name] = page
        self.addWidget(page)

    def add_later(self, spec: PageSpec, make: Callable[[], QWidget]) -> None:
        """Add a page that is made when it is first shown: the window starts without it."""
        self._specs[spec.name] = spec
        self._later[spec.name] = make

    def show_page(self, name: str) -> None:
        """Bring a page to the front and give it the keyboard."""
        if name in self._later:
            self.add(self._specs[name], self._later.pop(name)())
        self.setCurrentWidget(self._pages[name])
        self._pages[name].setFocus()

    def minimumSizeHint(self) -> QSize:
        """The least size of the page on show: others do not make it scroll."""
        page = self.currentWidget()
        return QSize() if page is None else page.minimumSizeHint().expandedTo(page.minimumSize())

    def heightForWidth(self, width: int) -> int:
        """The least height of the page on show, where it has texts that wrap; −1 without."""
        page = self.currentWidget()
        layout = None if page is None else page.layout()
        return -1 if layout is None or not layout.hasHeightForWidth() else layout.totalMinimumHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.current != WORKBENCH:
            self.show_page(WORKBENCH)
            return
        super().keyPressEvent(event)
