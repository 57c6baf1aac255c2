"""This module defines a card that holds several tables behind tabs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from engine.project.project import Project
from gui.toolkit.containers.card import NO_LIMIT
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.containers.tab_order import join_tab_order


@dataclass(frozen=True)
class TabSpec:
    """One table behind a tab: its fixed name, and English sources of its title and of its tooltip (context "Tabs").

    `fits` tells whether the table makes sense for a project; its tab is there only then. page: where it is shown
    large, if anywhere.
    """

    name: str
    title: str
    hint: str
    fits: Callable[[Project], bool]
    page: str = ""


def tab_spec(
    name: str,
    title: object,
    hint: object = "",
    fits: Callable[[Project], bool] = lambda _: True,
    page: str = "",
) -> TabSpec:
    """A `TabSpec`; QT_TRANSLATE_NOOP is typed as returning any object, but returns its text."""
    return TabSpec(name, str(title), str(hint), fits, page)


class _TabBar(QTabBar):
    """Wheel, Up and Down ask for the table beside the one in front, which may have no tab for want of room.

    Left and Right are not taken: the right arrow trains, as it does nearly everywhere.
    """

    neighbour_wanted = Signal(int)  # 1 for the one behind, −1 for the one before
    look_changed = Signal()

    def tabLayoutChange(self) -> None:
        for arrow in self.findChildren(QToolButton):
            arrow.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            QTimer.singleShot(0, self, self.look_changed.emit)  # when the tabs have their new widths

    def width_of(self, index: int) -> int:
        """How wide the tab is, or would be if it were there."""
        return self.tabSizeHint(index).width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.neighbour_wanted.emit(steps[Qt.Key(event.key())])
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.neighbour_wanted.emit(-1 if turned > 0 else 1)
        event.accept()


class TabbedCard(CardFrame):
    """Tables by name, one of them on show. With a single one available, its tab is the card's heading.

    Where the tabs have no room, the last ones go, except the one in front, and a button lists all of them.
    A table that makes no sense for the present project is taken away for a while, see `show_what_fits`.
    """

    shown = Signal(str)  # the name of the table that came to the front
    title_double_clicked = Signal()
    page_wanted = Signal(str)  # the name of the table to show large on its page
    unfold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tables")
        self._tabs: list[TabSpec] = []
        self._later: dict[str, Callable[[], QWidget]] = {}
        self._corner: list[QWidget] = []
        self._available: set[int] = set()
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
        strip = QWidget(self)  # as the parent of styled tabs, Qt would hand no new font down from the card itself
        self._top = QHBoxLayout(strip)
        self._top.setContentsMargins(0, 0, 2, 0)
        self._top.setSpacing(0)
        self._top.addWidget(self._bar, 1)
        self._top.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 2, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(strip)
        layout.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._on_bar_current_changed)
        self._bar.tabBarDoubleClicked.connect(self._on_bar_tab_double_clicked)
        self._bar.tabBarClicked.connect(lambda _index: self._ask_to_unfold())
        self._bar.neighbour_wanted.connect(self._on_bar_neighbour_wanted)
        self._bar.look_changed.connect(self._on_bar_look_changed)
        self.retranslate()

    @property
    def frames(self) -> tuple[QWidget, ...]:
        """What only holds the tables."""
        return (self, self._stack)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all tables, also of those that are not available now."""
        return tuple(tab.name for tab in self._tabs)

    @property
    def available(self) -> tuple[str, ...]:
        """The names of the tables that make sense for the present project, in order."""
        return tuple(self._tabs[index].name for index in sorted(self._available))

    @property
    def current(self) -> str:
        """The name of the table on show."""
        return self.names[self._bar.currentIndex()]

    def add(self, tab: TabSpec, table: QWidget) -> None:
        """Add a table, behind those that are there."""
        self._tabs.append(tab)
        self._stack.addWidget(table)
        self._available.add(len(self._tabs) - 1)
        self._bar.addTab(tab.name)
        self._show_title(len(self._tabs) - 1)
        self._fit_tabs(self._bar.currentIndex())

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
        self._fit_tabs(self._bar.currentIndex())

    def retranslate(self) -> None:
        """Write the titles in the language in force."""
        for index in range(len(self._tabs)):
            self._show_title(index)
        self._list.setAccessibleName(self.tr("All tables"))
        self._list.setToolTip(self.tr("All tables"))
        self._fit_tabs(self._bar.currentIndex())

    def show_table(self, name: str) -> None:
        """Bring a table to the front; one that is not available stays away."""
        self._bring(self.names.index(name))

    def _set_available(self, name: str, available: bool) -> None:
        """Take a table away, or bring its tab back; the first table comes to the front when the one on show goes."""
        index = self.names.index(name)
        if available:
            self._available.add(index)
        else:
            if index == self._bar.currentIndex():
                self._bring(0)
            self._available.discard(index)

    def _bring(self, index: int) -> None:
        """Bring a table that is available to the front, with its tab."""
        if index in self._available:
            self._fit_tabs(index)
            self._bar.setCurrentIndex(index)

    def fold(self, folded: bool) -> None:
        """Show the strip of tabs alone, or the table in front as well."""
        self._stack.setVisible(not folded)
        self.setMaximumHeight(self._folded_height() if folded else NO_LIMIT)

    def _ask_to_unfold(self) -> None:
        if self.is_folded:
            self.unfold_wanted.emit()

    @property
    def is_folded(self) -> bool:
        """Whether only the tabs are on show."""
        return self._stack.isHidden()

    def _folded_height(self) -> int:
        margins, frame = self.layout().contentsMargins(), self.contentsMargins()  # type: ignore[union-attr]
        return self._top.sizeHint().height() + margins.top() + margins.bottom() + frame.top() + frame.bottom()

    def add_corner(self, button: QWidget) -> None:
        """Place a button of the whole card, which has its size, behind the tabs."""
        self._top.addWidget(button)
        self._corner.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs(self._bar.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_bar_look_changed(self) -> None:
        self._fit_tabs(self._bar.currentIndex())
        self.fold(self.is_folded)  # its height is that of the tabs

    def _fit_tabs(self, front: int) -> None:
        """Show as many whole tabs as there is room for, in order, and that of `front` in any case."""
        room = self.width() - 4 - sum(button.width() for button in self._corner)
        widths = {index: self._bar.width_of(index) for index in sorted(self._available)}
        fits = sum(widths.values()) <= room
        room -= 0 if fits else self._list.sizeHint().width()
        shown, used = set(), widths.get(front, 0)
        for index, width in widths.items():
            if index == front:
                shown.add(index)
            elif used + width <= room:
                used += width
                shown.add(index)
            else:
                room = 0  # in order: none behind the first that has no room
        for index in range(self._bar.count()):
            if self._bar.isTabVisible(index) != (index in shown):  # else Qt forgets that others have changed
                self._bar.setTabVisible(index, index in shown)
        if self._list.isHidden() and not fits:
            QTimer.singleShot(0, self, self._on_bar_look_changed)  # when the button has the size that it is shown in
        self._list.setVisible(not fits)
        self._scroll_back(min(shown, default=front))

    def _scroll_back(self, first: int) -> None:
        """Qt leaves the tabs scrolled that once had too little room."""
        if self._bar.tabRect(first).left() < 0:
            front = self._bar.currentIndex()
            with QSignalBlocker(self._bar):
                self._bar.setCurrentIndex(first)
                self._bar.setCurrentIndex(front)

    def _show_title(self, index: int) -> None:
        tab = self._tabs[index]
        title = QCoreApplication.translate("Tabs", tab.title)
        self._bar.setTabText(index, title)
        self._bar.setTabToolTip(index, QCoreApplication.translate("Tabs", tab.hint) if tab.hint else "")
        self._bar.setAccessibleTabName(index, title)

    def _fill_list(self) -> None:
        menu = self._list.menu()
        menu.clear()
        for index in sorted(self._available):
            entry = menu.addAction(self._bar.tabText(index))
            entry.setCheckable(True)
            entry.setChecked(index == self._bar.currentIndex())
            entry.triggered.connect(lambda _checked=False, index=index: self._bring(index))

    def _on_bar_neighbour_wanted(self, step: int) -> None:
        order = sorted(self._available)
        at = order.index(self._bar.currentIndex()) + step
        if 0 <= at < len(order):
            self._bring(order[at])

    def _on_bar_tab_double_clicked(self, index: int) -> None:
        if index >= 0 and self._tabs[index].page:
            self.page_wanted.emit(self._tabs[index].name)
        else:
            self.title_double_clicked.emit()

    def _on_bar_current_changed(self, index: int) -> None:
        if index >= 0 and (make := self._later.pop(self.names[index], None)) is not None:
            layout, table = self._stack.widget(index).layout(), make()  # type: ignore[union-attr]
            layout.addWidget(table)  # type: ignore[union-attr]
            join_tab_order(table, self._list)
        self._stack.setCurrentIndex(index)
        if index >= 0:
            self.shown.emit(self.names[index])
