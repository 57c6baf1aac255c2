"""Buttons add boundary lines, the hidden plane or the view in space to the region plot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QWidget

from gui.toolkit.buttons import PlotButton
from gui.toolkit.containers.overflow_row import OverflowRow


class ViewSwitches(QObject):
    """Three checkable buttons; whoever lays them out shows those that make sense now."""

    def __init__(self, parent: OverflowRow) -> None:
        super().__init__(parent)
        self._bar = parent
        self.lines, self.hidden, self.space = (
            self._button(name, parent) for name in ("region_lines", "region_hidden_plane", "region_space")
        )
        self.retranslate()

    @property
    def buttons(self) -> tuple[PlotButton, ...]:
        """All of them, in reading order."""
        return self.lines, self.hidden, self.space

    def show_state(self, button: PlotButton, available: bool, on: bool) -> None:
        """Show whether a button makes sense and is on, without its signals."""
        button.blockSignals(True)
        button.setChecked(on)
        button.blockSignals(False)
        self._bar.want(button, available)

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        translate = QCoreApplication.translate
        for button, text, tip in (
            (
                self.lines,
                translate("ViewSwitches", "Lines"),
                translate("ViewSwitches", "Draw the boundary line of each unit of the first layer, to take in hand"),
            ),
            (
                self.hidden,
                translate("ViewSwitches", "Hidden plane"),
                translate("ViewSwitches", "Show the samples as the last hidden layer's two units see them"),
            ),
            (
                self.space,
                translate("ViewSwitches", "3-D"),
                translate("ViewSwitches", "Show the plane among the points in space, to turn with the mouse"),
            ),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)

    def _button(self, name: str, parent: QWidget) -> PlotButton:
        button = PlotButton(parent)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
