"""The tables below the network at the size of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from gui.toolkit.theme import Theme
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class LargeTableWiring(Wiring):
    """View ▸ Large table and the button behind the tabs: one and the same table grows over network and side panel."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._action = window.actions_by_name["large_table"]
        self._action.toggled.connect(window.workbench.enlarge_tables)
        self._button = QToolButton(window)
        self._button.setObjectName("tables_enlarge")
        self._button.setDefaultAction(self._action)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._button.setAutoRaise(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        window.tables.add_corner(self._button)
        window.appearance.themes.changed.connect(self._on_themes_changed)
        self._on_themes_changed(window.appearance.themes.theme)

    def retranslate(self) -> None:
        self._button.setAccessibleName(self._action.iconText())

    def _on_themes_changed(self, theme: Theme) -> None:
        self._button.setIconSize(QSize(theme.px(14), theme.px(14)))
        self._button.setFixedSize(theme.px(26), theme.px(24))
        self._button.setStyleSheet("QToolButton { padding: 0; }")
