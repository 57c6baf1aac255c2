"""This module defines the segmented control in the menu bar that leads to the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QMenuBar, QSizePolicy, QToolButton, QWidget

from gui.toolkit.look import wear
from gui.toolkit.view import View

_FITTED_AFTER = (
    QEvent.Type.Resize,
    QEvent.Type.StyleChange,
    QEvent.Type.FontChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.ActionChanged,
)


class PageSwitcher(View, QWidget):
    """One segment a page, at the right end of `bar`; the one on show is checked, and arrows walk.

    Where the menus leave too little room for them, one button with the page on show opens a list of all.
    """

    def __init__(self, bar: QMenuBar, pages: Sequence[QAction]) -> None:
        super().__init__(bar)
        self.setObjectName("page_switcher")
        self._bar, self._pages = bar, tuple(pages)
        self._row = QWidget(self)
        self._group = QButtonGroup(self)
        segments = QHBoxLayout(self._row)
        segments.setContentsMargins(0, 0, 0, 0)
        segments.setSpacing(0)
        self._segments = {action: self._segment(action) for action in self._pages}
        for button in self._segments.values():
            segments.addWidget(button)
        self._list = self._make_list()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        layout.addWidget(self._row)
        layout.addWidget(self._list)
        self._list.hide()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        bar.setCornerWidget(self, Qt.Corner.TopRightCorner)
        bar.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        self._list.setAccessibleDescription(self.tr("Pages"))
        for action, button in self._segments.items():
            self._show(action, button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._bar and event.type() in _FITTED_AFTER:
            QTimer.singleShot(0, self, self._fit)  # when the bar and the letters have their new sizes
        return False

    def _segment(self, action: QAction) -> QToolButton:
        button = QToolButton(self._row)
        button.setObjectName(f"switch_{action.objectName().removeprefix('action_')}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        end = {self._pages[0]: "first", self._pages[-1]: "last"}.get(action, "middle")
        wear(button, segment=end)
        self._group.addButton(button)
        button.clicked.connect(lambda _checked=False: self._go(action, button))
        action.changed.connect(lambda: self._show(action, button))
        return button

    def _make_list(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("page_list")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.addActions(list(self._pages))
        button.setMenu(menu)
        wear(button, segment="list")
        return button

    def _go(self, action: QAction, button: QToolButton) -> None:
        """Show the page; who came by keys stays here, to walk on."""
        by_keys = button.hasFocus()
        action.trigger()
        if by_keys:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, action: QAction, button: QToolButton) -> None:
        button.setText(action.iconText())
        button.setAccessibleName(action.iconText())
        button.setToolTip(action.toolTip())
        button.setChecked(action.isChecked())
        if action.isChecked():
            self._list.setText(f"{action.iconText()} ▾")
            self._list.setAccessibleName(action.iconText())
            self._list.setToolTip(action.toolTip())

    def _fit(self) -> None:
        """Show the segments where they have room beside the menus, else the list."""
        menus = self._bar.sizeHint().width() - self.sizeHint().width()
        margins = self.layout().contentsMargins()  # type: ignore[union-attr]
        needed = self._row.sizeHint().width() + margins.left() + margins.right()
        has_room = menus + needed <= self._bar.width()
        if has_room != self._row.isVisibleTo(self):
            self._row.setVisible(has_room)
            self._list.setVisible(not has_room)
            self._bar.adjustSize()
