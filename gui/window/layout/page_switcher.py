"""This module defines the segmented control in the menu bar that leads to the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolButton, QWidget

from gui.toolkit.containers.pages import Pages
from gui.toolkit.entries.segments import Segments
from gui.toolkit.look import wear
from gui.toolkit.services.actions import Actions
from gui.toolkit.view import View

_FITTED_AFTER = (
    QEvent.Type.Resize,
    QEvent.Type.StyleChange,
    QEvent.Type.FontChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.ActionChanged,
)


def connect_pages(pages: Pages, actions: Actions) -> list[QAction]:
    """Let each action `page_<name>` show that page, and be checked while it is on show; returns them."""
    by_name = {name: actions[f"page_{name}"] for name in pages.names}
    for name, action in by_name.items():
        action.setChecked(pages.current == name)
        action.triggered.connect(lambda _checked=False, name=name: pages.show_page(name))
        pages.shown.connect(lambda shown, name=name, action=action: action.setChecked(shown == name))
    return list(by_name.values())


class PageSwitcher(View, QWidget):
    """One segment a page, at the right end of `bar`; the one on show is checked, and arrows walk.

    Where the menus leave too little room for them, one button with the page on show opens a list of all.
    """

    def __init__(self, bar: QMenuBar, pages: Sequence[QAction]) -> None:
        super().__init__(bar)
        self.setObjectName("page_switcher")
        self._bar = bar
        self._pages = {page.objectName().removeprefix("action_"): page for page in pages}
        self._row = Segments(tuple(self._pages), "switch_", self)
        self._row.chosen.connect(lambda name: self._pages[name].trigger())
        self._list = self._make_list()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        layout.addWidget(self._row)
        layout.addWidget(self._list)
        self._list.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
        bar.installEventFilter(self)
        for name, page in self._pages.items():
            page.changed.connect(lambda name=name: self._show(name))
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        self._list.setAccessibleDescription(self.tr("Pages"))
        for name in self._pages:
            self._show(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() in _FITTED_AFTER:
            QTimer.singleShot(0, self, self._fit)  # when the bar and the letters have their new sizes
        return False

    def _make_list(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("page_list")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.addActions(list(self._pages.values()))
        button.setMenu(menu)
        wear(button, segment="list")
        return button

    def _show(self, name: str) -> None:
        page = self._pages[name]
        self._row.set_words(name, page.iconText(), page.toolTip())
        if page.isChecked():
            self._row.show_chosen(name)
            self._list.setText(f"{page.iconText()} ▾")
            self._list.setAccessibleName(page.iconText())
            self._list.setToolTip(page.toolTip())

    def _fit(self) -> None:
        """Show the segments where they have room beside the menus, else the list."""
        menus = self._bar.sizeHint().width() - self.sizeHint().width()
        margins = self.layout().contentsMargins()  # type: ignore[union-attr]
        needed = self._row.sizeHint().width() + margins.left() + margins.right()
        has_room = menus + needed <= self._bar.width()
        if has_room != self._row.isVisibleTo(self):
            self._row.setVisible(has_room)
            self._list.setVisible(not has_room)
        if self.width() != self.sizeHint().width():
            self._bar.setCornerWidget(self, Qt.Corner.TopRightCorner)  # a bar never asks again by itself
