"""The tools of the region plot: beside its heading, and as commands of the Data menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from gui.features.decision_region.painting.tools import Tool
from gui.window.action_specs.painting import SELECTED, TOOLS
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class PaintingWiring(Wiring):
    """Fills Data ▸ Paint and Data ▸ Selected samples; their keys, single letters, belong to the plot alone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._painting = painting = window.decision_region_plot.painting
        window.workbench.add_button("region", window.decision_region_plot.tools)
        for tool in Tool:
            action = self._action(f"tool_{tool.value}", "paint")
            action.triggered.connect(lambda _checked=False, tool=tool: painting.use(tool))
        for spec in SELECTED:
            action = self._action(spec.name, "selected_samples")
            do = getattr(painting.selected, spec.name.removeprefix("samples_"))
            action.triggered.connect(lambda _checked=False, do=do: do())
        painting.tool_changed.connect(self._show_possible)
        painting.selection_changed.connect(self._show_possible)
        self._show_possible()

    def _action(self, name: str, menu: str) -> QAction:
        action = self.window.actions_by_name[name]
        self.window.menus.menu(menu).addAction(action)
        self.window.removeAction(action)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.window.decision_region_plot.addAction(action)
        return action

    def _show_possible(self) -> None:
        painting, actions = self._painting, self.window.actions_by_name
        for spec, tool in zip(TOOLS, Tool, strict=True):
            actions[spec.name].setEnabled(painting.can_use(tool))
        actions[f"tool_{painting.tool.value}"].setChecked(True)
        for name in ("samples_select_none", "samples_remove"):
            actions[name].setEnabled(len(painting.board.selection) > 0)
