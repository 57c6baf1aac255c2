"""This module defines a card that holds several tables behind tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from engine.project.project import Project


@dataclass(frozen=True)
class TabSpec:
    """One table behind a tab: its fixed name, and English sources of its title and of its tooltip (context "Tabs").

    `fits` tells whether the table makes sense for a project; its tab is there only then.
    """

    name: str
    title: str
    hint: str
    fits: Callable[[Project], bool]


def tab_spec(name: str, title: object, hint: object = "", fits: Callable[[Project], bool] = lambda _: True) -> TabSpec:
    """A `TabSpec`; QT_TRANSLATE_NOOP is typed as returning any object, but returns its text."""
    return TabSpec(name, str(title), str(hint), fits)


class _TabBar(QTabBar):
    """Scrolls to the tab in front, with the wheel too; the list of all tables replaces the arrow buttons.

    Up and Down walk: the right arrow trains, as it does nearly everywhere.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        places = [place for place in range(self.count()) if self.isTabVisible(place)]
        if step and self.currentIndex() in places:
            place = places.index(self.currentIndex()) + step
            self.setCurrentIndex(places[min(max(place, 0), len(places) - 1)])
        else:
            event.ignore()

    def tabLayoutChange(self) -> None:
        for arrow in self.findChildren(QToolButton):
            arrow.hide()


class TabbedCard(QFrame):
    """Tables by name, one of them on show. With a single one available, its tab is the card's heading.

    Where the tabs have no room, a button at their end lists all of them.
    A table that makes no sense for the present project is taken away for a while, see `show_what_fits`.
    """

    shown = Signal(str)  # the name of the table that came to the front

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tables")
        self.setProperty("card", True)
        self._tabs: list[TabSpec] = []
        self._later: dict[str, Callable[[], QWidget]] = {}
        self._corner: list[QWidget] = []
        self._bar = _TabBar(self)
        self._bar.setObjectName("table_tabs")
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = QStackedWidget(self)
        self._list = QToolButton(self)
        self._list.setObjectName("table_list")
        self._list.setText("▾")
        self._list.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._list.setMenu(QMenu(self._list))
        self._list.menu().aboutToShow.connect(self._fill_list)
        self._list.hide()
        self._top = QHBoxLayout()
        self._top.setContentsMargins(0, 0, 2, 0)
        self._top.setSpacing(0)
        self._top.addWidget(self._bar, 1)
        self._top.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 2, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._on_bar_current_changed)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all tables, also of those that are not available now."""
        return tuple(tab.name for tab in self._tabs)

    @property
    def current(self) -> str:
        """The name of the table on show."""
        return self.names[self._bar.currentIndex()]

    def add(self, tab: TabSpec, table: QWidget) -> None:
        """Add a table, behind those that are there."""
        self._tabs.append(tab)
        self._stack.addWidget(table)
        self._bar.addTab(tab.name)
        self._show_title(len(self._tabs) - 1)

    def add_later(self, tab: TabSpec, make: Callable[[], QWidget]) -> None:
        """Add a table that is made when it first comes to the front."""
        self._later[tab.name] = make
        place = QWidget(self)
        QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
        self.add(tab, place)

    def show_what_fits(self, project: Project) -> None:
        """Take away the tables that make no sense for `project`, and bring the others back."""
        for tab in self._tabs:
            self._set_available(tab.name, tab.fits(project))

    def retranslate(self) -> None:
        """Write the titles in the language in force."""
        for index in range(len(self._tabs)):
            self._show_title(index)

    def show_table(self, name: str) -> None:
        """Bring a table to the front; one that is not available stays away."""
        index = self.names.index(name)
        if self._bar.isTabVisible(index):
            self._bar.setCurrentIndex(index)

    def _set_available(self, name: str, available: bool) -> None:
        """Take a table away, or bring its tab back; the first table comes to the front when the one on show goes."""
        index = self.names.index(name)
        if not available and index == self._bar.currentIndex():
            self._bar.setCurrentIndex(0)
        self._bar.setTabVisible(index, available)
        self._show_list_button()

    def add_corner(self, button: QWidget) -> None:
        """Place a button of the whole card, which has its size, behind the tabs."""
        self._top.addWidget(button)
        self._corner.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_list_button()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self._show_list_button)  # when the tabs have their new widths
        super().changeEvent(event)

    def _show_list_button(self) -> None:
        needed = sum(self._bar.tabRect(place).width() for place in self._places())
        taken = sum(button.width() for button in self._corner)
        self._list.setVisible(needed > self.width() - 4 - taken)

    def _show_title(self, index: int) -> None:
        tab = self._tabs[index]
        title = QCoreApplication.translate("Tabs", tab.title)
        self._bar.setTabText(index, title)
        self._bar.setTabToolTip(index, QCoreApplication.translate("Tabs", tab.hint) if tab.hint else "")
        self._bar.setAccessibleTabName(index, title)
        self._list.setAccessibleName(self.tr("All tables"))
        self._list.setToolTip(self.tr("All tables"))
        self._show_list_button()

    def _places(self) -> list[int]:
        return [index for index in range(self._bar.count()) if self._bar.isTabVisible(index)]

    def _fill_list(self) -> None:
        menu = self._list.menu()
        menu.clear()
        for place in self._places():
            entry = menu.addAction(self._bar.tabText(place))
            entry.setCheckable(True)
            entry.setChecked(place == self._bar.currentIndex())
            entry.triggered.connect(lambda _checked=False, place=place: self._bar.setCurrentIndex(place))

    def _on_bar_current_changed(self, index: int) -> None:
        if index >= 0 and (make := self._later.pop(self.names[index], None)) is not None:
            layout = self._stack.widget(index).layout()  # type: ignore[union-attr]
            layout.addWidget(make())  # type: ignore[union-attr]
        self._stack.setCurrentIndex(index)
        if index >= 0:
            self.shown.emit(self.names[index])
