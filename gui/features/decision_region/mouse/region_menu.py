"""A right click beside the points opens this menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget


class RegionMenu(QMenu):
    """Resets the view, switches hard edges (as the button `hard`), and makes the scales of `view` equal."""

    def __init__(self, parent: QWidget, reset: Callable[[], None], hard: QAbstractButton, view: Any) -> None:
        super().__init__(parent)
        self.setObjectName("region_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add("region_reset_view", self.tr("Reset the view")).triggered.connect(reset)
        edges = self._add("region_menu_hard_edges", self.tr("Hard edges"), hard.isChecked())
        edges.toggled.connect(hard.setChecked)
        equal = self._add("region_equal_scales", self.tr("Equal scales on both axes"), bool(view.state["aspectLocked"]))
        equal.toggled.connect(view.setAspectLocked)

    def _add(self, name: str, text: str, checked: bool | None = None) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action
