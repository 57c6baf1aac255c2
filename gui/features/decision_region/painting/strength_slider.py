"""A small slider with its name changes a setting of a tool."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View


class StrengthSlider(View, QWidget):
    """Whole numbers from `least` to `most`; `changed` carries the one that was chosen by hand."""

    changed = Signal(int)

    def __init__(self, name: str, least: int, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName(name)
        self.slider.setRange(least, most)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self._label = QLabel(self)
        self._label.setBuddy(self.slider)
        wear(self._label, letters="small")
        self._tip = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self.slider)

    def show_value(self, value: int) -> None:
        """Show `value`, which was chosen elsewhere."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._show_tip()

    def set_texts(self, name: str, tip: str) -> None:
        """The name beside the slider, and what it does."""
        self._label.setText(name)
        self.slider.setAccessibleName(name)
        self._tip = tip
        self._show_tip()

    def apply_theme(self, theme: Theme) -> None:
        self.slider.setFixedSize(theme.px(58 if theme.scale == 1 else 40), theme.px(24))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.px(4))

    def _show_tip(self) -> None:
        self.slider.setToolTip(f"{self._tip}: {self.slider.value()}")

    def _on_slider_value_changed(self, value: int) -> None:
        self._show_tip()
        self.changed.emit(value)
