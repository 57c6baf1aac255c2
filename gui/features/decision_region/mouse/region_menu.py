"""A right click on the plot opens this menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from gui.features.decision_region.region_canvas import RegionCanvas


class RegionMenu(QMenu):
    """Removes samples, first of all; resets the view, switches hard edges, and makes the scales of `canvas` equal.

    removal: the text and the deed of what can be removed where the click was. hard: the button that it works as.
    """

    def __init__(
        self,
        parent: QWidget,
        removal: tuple[str, Callable[[], object]] | None,
        reset: Callable[[], None],
        hard: QAbstractButton,
        canvas: RegionCanvas,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("region_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if removal is not None:
            text, remove = removal
            self._add("region_menu_remove", f"{text}\tDel").triggered.connect(lambda _checked=False: remove())
            self.addSeparator()
        self._add("region_reset_view", self.tr("Reset the view")).triggered.connect(reset)
        edges = self._add("region_menu_hard_edges", self.tr("Hard edges"), hard.isChecked())
        edges.toggled.connect(hard.setChecked)
        equal = self._add("region_equal_scales", self.tr("Equal scales on both axes"), canvas.has_equal_scales)
        equal.toggled.connect(canvas.getViewBox().setAspectLocked)

    def _add(self, name: str, text: str, checked: bool | None = None) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action
