"""The slim row of tools at the region plot, with the settings or commands of the one in hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from gui.icons import icon
from gui.plots.button_style import button_style
from gui.plots.flow_layout import FlowLayout
from gui.plots.legend import LegendEntry
from gui.plots.markers import marker_pixmap
from gui.plots.painting.painting import Painting
from gui.plots.painting.strength_slider import StrengthSlider
from gui.plots.painting.tools import (
    KEYS,
    LEAST_DENSITY,
    LEAST_SPREAD,
    MOST_DENSITY,
    MOST_SPREAD,
    Tool,
)
from gui.theme import Theme

SELECTION_KEYS = {"select_all": "Shift+A", "select_none": "Esc", "invert": "I", "jitter": "J", "thin_out": "T"}
"""Keys of the commands for selected samples, by the method of `SelectedSamples`; `remove` has Delete."""

_COMMANDS = ("select_all", "invert", "select_none", "jitter", "thin_out", "remove")
_ICONS = {"remove": "clear"}
_NEEDS_SELECTION = ("select_none", "remove")


class ToolStrip(QWidget):
    """A button for each tool; behind them spread and density, or what can be done with selected samples."""

    def __init__(self, painting: Painting, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("region_tools")
        self._painting, self._theme = painting, theme
        self._tools = {tool: self._button(f"region_tool_{tool.value}", checkable=True) for tool in Tool}
        group = QButtonGroup(self)
        for tool, button in self._tools.items():
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, tool=tool: painting.use(tool))
        self.spread = StrengthSlider("region_spread", LEAST_SPREAD, MOST_SPREAD, self)
        self.density = StrengthSlider("region_density", LEAST_DENSITY, MOST_DENSITY, self)
        self.spread.changed.connect(painting.set_spread)
        self.density.changed.connect(painting.set_density)
        self._commands = {name: self._button(f"region_{name}") for name in _COMMANDS}
        for name, button in self._commands.items():
            button.clicked.connect(getattr(painting.selected, name))
        self._count = LegendEntry(self)
        self._count.setObjectName("region_selected_count")
        self._layout = FlowLayout(self)
        for widget in (*self._tools.values(), self.spread, self.density, *self._commands.values(), self._count):
            self._layout.addWidget(widget)
        painting.tool_changed.connect(self._show_state)
        painting.selection_changed.connect(self._show_state)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self._theme = theme
        self._layout.setSpacing(theme.px(2))
        self.setStyleSheet(button_style(theme))
        names = {button: f"tool_{tool.value}" for tool, button in self._tools.items()}
        names |= {button: _ICONS.get(name, name) for name, button in self._commands.items()}
        for button, name in names.items():
            button.setIcon(icon(name, theme))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.spread.set_theme(theme)
        self.density.set_theme(theme)
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self.setAccessibleName(self.tr("Tools for samples"))
        for tool, (name, tip) in self._tool_texts().items():
            self._describe(self._tools[tool], name, tip, KEYS[tool])
        for command, (name, tip) in self._command_texts().items():
            self._describe(self._commands[command], name, tip, SELECTION_KEYS.get(command, self.tr("Delete")))
        self.spread.set_texts(self.tr("Spread"), self.tr("How far around the mouse the tool reaches (keys [ and ])"))
        self.density.set_texts(self.tr("Density"), self.tr("How many samples the tool lays down"))
        self._show_state()

    def _tool_texts(self) -> dict[Tool, tuple[str, str]]:
        return {
            Tool.POINT: (
                self.tr("Point"),
                self.tr("Click to add a sample, drag one to move it, right-click it to remove it"),
            ),
            Tool.BRUSH: (self.tr("Brush"), self.tr("Drag to lay down samples of the chosen class along the way")),
            Tool.SPRAY: (self.tr("Spray"), self.tr("Hold the button down to keep adding samples of the chosen class")),
            Tool.ERASER: (self.tr("Eraser"), self.tr("Drag to remove the samples under the circle")),
            Tool.LASSO: (
                self.tr("Lasso"),
                self.tr("Draw a line around samples to select them, with Shift more of them; drag inside to move them"),
            ),
        }

    def _command_texts(self) -> dict[str, tuple[str, str]]:
        return {
            "select_all": (self.tr("Select all"), self.tr("Select every sample")),
            "invert": (self.tr("Invert"), self.tr("Select what is not selected, and nothing else")),
            "select_none": (self.tr("Select none"), self.tr("Let go of the selected samples")),
            "jitter": (self.tr("Jitter"), self.tr("Move the selected samples, or all, a little at random")),
            "thin_out": (self.tr("Thin out"), self.tr("Keep half of the selected samples, or of all, in every class")),
            "remove": (self.tr("Remove"), self.tr("Remove the selected samples")),
        }

    def _describe(self, button: QToolButton, name: str, tip: str, key: str) -> None:
        button.setAccessibleName(name)
        button.setToolTip(self.tr("{name}: {tip} ({key})").format(name=name, tip=tip, key=key))

    def _show_state(self) -> None:
        painting, tool, strength = self._painting, self._painting.tool, self._painting.board.strength
        count = len(painting.board.selection)
        self._tools[tool].setChecked(True)
        for each, button in self._tools.items():
            button.setEnabled(painting.can_use(each))
        self.spread.show_value(strength.spread)
        self.density.show_value(strength.density)
        if count:
            self._show_count(count)
        for name in _NEEDS_SELECTION:
            self._commands[name].setEnabled(count > 0)
        shown: dict[Any, bool] = {self.spread: tool.has_reach, self.density: tool.paints, self._count: count > 0}
        shown |= dict.fromkeys(self._commands.values(), tool is Tool.LASSO)
        for widget, on in shown.items():
            widget.setVisible(on)
        self._layout.invalidate()

    def _show_count(self, count: int) -> None:
        theme = self._theme
        mark = marker_pixmap("s", None, theme.accent, theme.px(15), self.devicePixelRatioF(), width=2 * theme.scale)
        tip = self.tr("Selected samples: {count}").format(count=f"{count:,}")
        self._count.show_entry(mark, f"{count:,}", tip, theme)

    def _button(self, name: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
