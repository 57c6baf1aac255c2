"""The chosen tool has options: spread and density, or the commands for selected samples."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.features.decision_region.painting.painting import Painting
from gui.features.decision_region.painting.strength_slider import StrengthSlider
from gui.features.decision_region.painting.tool_strip import dress
from gui.features.decision_region.painting.tools import LEAST_DENSITY, LEAST_SPREAD, MOST_DENSITY, MOST_SPREAD, Tool
from gui.toolkit.buttons import PlotButton
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.plots.legend import LegendEntry
from gui.toolkit.plots.markers import marker_pixmap
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import grouped

_KEYS = {"select_all": "Shift+A", "select_none": "Esc", "invert": "I", "jitter": "J", "thin_out": "T", "remove": "Del"}
_COMMANDS = ("select_all", "invert", "select_none", "jitter", "thin_out", "remove")  # methods of `SelectedSamples`
_NEEDS_SELECTION = ("select_none", "remove")
_ICONS = {"remove": "clear"}


class ToolOptions(View, QWidget):
    """Shows what the chosen tool has: none of the point tool."""

    def __init__(self, painting: Painting, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("region_tool_options")
        self._painting, self._theme = painting, themes.theme
        self.spread = StrengthSlider("region_spread", LEAST_SPREAD, MOST_SPREAD, self)
        self.density = StrengthSlider("region_density", LEAST_DENSITY, MOST_DENSITY, self)
        self.spread.changed.connect(painting.set_spread)
        self.density.changed.connect(painting.set_density)
        self._commands = {name: self._button(name) for name in _COMMANDS}
        self._count = LegendEntry(self)
        self._count.setObjectName("region_selected_count")
        self._layout = FlowLayout(self)
        for widget in (self.spread, self.density, *self._commands.values(), self._count):
            self._layout.addWidget(widget)
        painting.tool_changed.connect(self._show_state)
        painting.selection_changed.connect(self._show_state)
        self.follow_themes(themes)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._layout.setSpacing(theme.px(3))
        for name, button in self._commands.items():
            dress(button, _ICONS.get(name, name), theme)
        self.spread.apply_theme(theme)
        self.density.apply_theme(theme)
        self._show_state()

    def retranslate(self) -> None:
        for command, (name, tip) in self._texts().items():
            button = self._commands[command]
            button.setAccessibleName(name)
            button.setToolTip(self.tr("{name}: {tip} ({key})").format(name=name, tip=tip, key=_KEYS[command]))
        self.spread.set_texts(self.tr("Spread"), self.tr("How far around the mouse the tool reaches (keys [ and ])"))
        self.density.set_texts(self.tr("Density"), self.tr("How many samples the tool lays down"))
        self._show_state()

    def _texts(self) -> dict[str, tuple[str, str]]:
        return {
            "select_all": (self.tr("Select all"), self.tr("Select every sample")),
            "invert": (self.tr("Invert"), self.tr("Select what is not selected, and nothing else")),
            "select_none": (self.tr("Select none"), self.tr("Let go of the selected samples")),
            "jitter": (self.tr("Jitter"), self.tr("Move the selected samples, or all, a little at random")),
            "thin_out": (self.tr("Thin out"), self.tr("Keep half of the selected samples, or of all, in every class")),
            "remove": (self.tr("Remove"), self.tr("Remove the selected samples")),
        }

    def _show_state(self) -> None:
        tool, strength = self._painting.tool, self._painting.strokes.strength
        count = len(self._painting.strokes.selection)
        self.spread.show_value(strength.spread)
        self.density.show_value(strength.density)
        for name in _NEEDS_SELECTION:
            self._commands[name].setEnabled(count > 0)
        if count:
            self._show_count(count)
        shown: dict[Any, bool] = {self.spread: tool.has_reach, self.density: tool.paints, self._count: count > 0}
        shown |= dict.fromkeys(self._commands.values(), tool is Tool.LASSO)
        for widget, on in shown.items():
            widget.setVisible(on)
        self._layout.invalidate()

    def _show_count(self, count: int) -> None:
        theme = self._theme
        mark = marker_pixmap("s", None, theme.accent, theme.px(15), self.devicePixelRatioF(), width=2 * theme.scale)
        tip = self.tr("Selected samples: {count}").format(count=grouped(count))
        self._count.show_entry(mark, grouped(count), tip, theme)

    def _button(self, name: str) -> PlotButton:
        button = PlotButton(self)
        wear(button, across=3)
        button.setObjectName(f"region_{name}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(getattr(self._painting.selected, name))
        return button
