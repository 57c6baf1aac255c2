"""The controls of the page: axes, how much of the plane is shown, the scale, and what a point is taken for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.toolkit.buttons import name_button
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.error_map.axes import Axes, AxisNames
from gui.toolkit.error_map.axis_choice import AxisChoice
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_SMALLEST, _LARGEST = 1e-6, 1e6


class SurfaceControls(View, QWidget):
    """The signals carry what a person chose; the page says what is in force."""

    axes_chosen = Signal(object)
    half_chosen = Signal(float)
    scale_chosen = Signal(bool)
    recentred = Signal()
    start_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axes = AxisChoice("error_surface", self)
        self.half = NumberBox(_SMALLEST, _LARGEST, parent=self)
        self.logarithmic = QCheckBox(self)
        self.recentre, self.start = QToolButton(self), QToolButton(self)
        self._caption = QLabel(self)
        for name in ("half", "logarithmic", "recentre", "start"):
            getattr(self, name).setObjectName(f"error_surface_{name}")
        row = FlowLayout(self, spacing=8)
        row.setContentsMargins(12, 6, 12, 6)
        wear(self._caption, caption=True)
        self._caption.setBuddy(self.half)
        reach = _together(self._caption, self.half)
        for widget in (self.axes.first, self.axes.second, reach, self.logarithmic, self.recentre, self.start):
            row.addWidget(widget)
        for button in (self.recentre, self.start):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            wear(button, chip=True)
        self.start.setEnabled(False)
        self._connect()

    def offer(self, names: AxisNames, axes: Axes) -> None:
        """Offer the axes of a network, and show those in force."""
        self.axes.offer(names, axes)

    def show_half(self, half: float) -> None:
        """Show how far the picture reaches from its middle."""
        if not self.half.hasFocus():
            self.half.show_number(float(f"{half:.4g}"))

    def apply_theme(self, theme: Theme) -> None:
        """Sizes at the theme's scale."""
        self.axes.apply_theme(theme)
        self.half.setFixedWidth(theme.px(96))

    def retranslate(self) -> None:
        self.axes.retranslate()
        self._caption.setText(self.tr("Reach ±"))
        self.half.setAccessibleName(self._caption.text())
        self.half.setToolTip(self.tr("How far the picture reaches from its middle; the wheel zooms, too"))
        name_button(
            self.logarithmic,
            self.tr("Logarithmic"),
            self.tr("Colours and heights by the logarithm of the error, so that small errors differ, too"),
        )
        name_button(self.recentre, self.tr("Recentre"), self.tr("Show the whole run again (Home in the map)"))
        name_button(
            self.start,
            self.tr("Start from there"),
            self.tr("Give the network the weights of the point that the keyboard has chosen in the map (Enter)"),
        )

    def _connect(self) -> None:
        self.axes.chosen.connect(self.axes_chosen)
        self.half.valueChanged.connect(self.half_chosen)
        self.logarithmic.toggled.connect(self.scale_chosen)
        self.recentre.clicked.connect(lambda _checked=False: self.recentred.emit())
        self.start.clicked.connect(lambda _checked=False: self.start_clicked.emit())


def _together(caption: QWidget, field: QWidget) -> QWidget:
    pair = QWidget(field.parentWidget())  # in the same window, so that the order of Tab stays
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(caption)
    layout.addWidget(field)
    return pair
