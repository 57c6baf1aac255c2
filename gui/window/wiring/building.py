"""Wires what builds the network: the Edit menu's commands for layers, and the palette of ready networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.toolkit.theme import Theme
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class BuildingWiring(Wiring):
    """The clipboard's keys work on layers only while the diagram has the focus; elsewhere they belong to text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        building, view = window.diagram_view.building, window.diagram_view
        for name, slot in {
            "cut_layers": building.cut_layers,
            "copy_layers": building.copy_layers,
            "paste_layers": building.paste_layers,
            "duplicate_layers": building.duplicate_layers,
            "remove_selected": view.remove_selected,
            "select_all": view.select_all,
        }.items():
            action = window.actions_by_name[name]
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            view.addAction(action)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        shown = window.actions_by_name["palette"]
        shown.setChecked(True)
        shown.toggled.connect(self._show_palette)
        window.appearance.themes.changed.connect(self._on_themes_changed)

    def _on_themes_changed(self, _theme: Theme) -> None:
        self._show_palette()

    def _show_palette(self) -> None:
        """In presentation the picture comes first."""
        is_large = self.window.appearance.themes.theme.scale > 1
        self.window.network_palette.setVisible(self.window.actions_by_name["palette"].isChecked() and not is_large)
