"""A narrow row offers the tools of the region plot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gui.features.decision_region.painting.painting import Painting
from gui.features.decision_region.painting.tools import KEYS, Tool
from gui.toolkit.buttons import PlotButton
from gui.toolkit.icons import icon
from gui.toolkit.look import wear
from gui.toolkit.theme import BUTTON_HEIGHT, Theme
from gui.toolkit.view import View

ICON = 16
LEAST = 24  # pixels, to be hit with ease


class ToolStrip(View, QWidget):
    """A button for each tool, side by side."""

    def __init__(self, painting: Painting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("region_tools")
        self._painting = painting
        self._buttons = {tool: self._button(tool) for tool in Tool}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in self._buttons.values():
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        painting.tool_changed.connect(self._show_state)
        self.retranslate()
        self._show_state()

    def apply_theme(self, theme: Theme) -> None:
        for tool, button in self._buttons.items():
            dress(button, f"tool_{tool.value}", theme)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tools for samples"))
        texts = {
            Tool.POINT: (
                self.tr("Point"),
                self.tr("Click to add a sample, drag one to move it, right-click it for more"),
            ),
            Tool.BRUSH: (self.tr("Brush"), self.tr("Drag to lay down samples of the chosen class along the way")),
            Tool.SPRAY: (self.tr("Spray"), self.tr("Hold the button down to keep adding samples of the chosen class")),
            Tool.ERASER: (self.tr("Eraser"), self.tr("Drag to remove the samples under the circle")),
            Tool.LASSO: (
                self.tr("Lasso"),
                self.tr("Draw a line around samples to select them, with Shift more of them; drag inside to move them"),
            ),
        }
        for tool, (name, tip) in texts.items():
            self._buttons[tool].setAccessibleName(name)
            self._buttons[tool].setToolTip(self.tr("{name}: {tip} ({key})").format(name=name, tip=tip, key=KEYS[tool]))

    def _show_state(self) -> None:
        self._buttons[self._painting.tool].setChecked(True)
        for tool, button in self._buttons.items():
            button.setEnabled(self._painting.can_use(tool))

    def _button(self, tool: Tool) -> PlotButton:
        button = PlotButton(self)
        wear(button, across=2)
        button.setObjectName(f"region_tool_{tool.value}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._painting.use(tool))
        return button


def dress(button: PlotButton, name: str, theme: Theme) -> None:
    """Give a button of the tools its icon and its size."""
    button.setIcon(icon(name, theme))
    button.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
    button.setMinimumSize(
        theme.px(LEAST), BUTTON_HEIGHT
    )  # the sheet makes it higher in large type, not in a card alone
