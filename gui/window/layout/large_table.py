"""This module holds the button that shows the tables below the network at the size of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QSize, Qt
from PySide6.QtWidgets import QToolButton

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.look import wear
from gui.toolkit.services.actions import spec
from gui.toolkit.theme import BUTTON_HEIGHT, Theme


class LargeTable(Feature):
    """View ▸ Large table and the button behind the tabs: one and the same table grows over network and side panel."""

    actions = (
        spec(
            "large_table",
            QT_TRANSLATE_NOOP("Actions", "Large ta&ble"),
            QT_TRANSLATE_NOOP(
                "Actions", "Give the tables the room of the network and of the side panel, or give it back"
            ),
            "F12",
            icon="enlarge",
            checkable=True,
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._action = context.actions["large_table"]
        self._button = QToolButton(context.window)
        self._button.setObjectName("tables_enlarge")
        self._button.setDefaultAction(self._action)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._button.setAutoRaise(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        context.tabs.add_corner(self._button)
        context.themes.changed.connect(self._on_themes_changed)
        self._on_themes_changed(context.themes.theme)

    def retranslate(self) -> None:
        self._button.setAccessibleName(self._action.iconText())

    def _on_themes_changed(self, theme: Theme) -> None:
        self._button.setIconSize(QSize(theme.px(14), theme.px(14)))
        self._button.setFixedSize(theme.px(BUTTON_HEIGHT), theme.px(BUTTON_HEIGHT))
        wear(self._button, compact=True)
