"""The controls of the page: axes, how much of the plane is shown, the scale, and what a point is taken for."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QWidget

from gui.features.error_surface.axes import NONE, PRINCIPAL, RANDOM, WEIGHT, Axes, Axis, AxisNames, axis_of
from gui.toolkit.buttons import name_button
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

PAIRS = (RANDOM, PRINCIPAL)
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
        self.first, self.second = ChoiceBox(self), ChoiceBox(self)
        self.half = NumberBox(_SMALLEST, _LARGEST, parent=self)
        self.logarithmic = QCheckBox(self)
        self.recentre, self.start = QToolButton(self), QToolButton(self)
        self._captions = {name: QLabel(self) for name in ("first", "second", "half")}
        for name in ("first", "second", "half", "logarithmic", "recentre", "start"):
            getattr(self, name).setObjectName(f"error_surface_{name}")
        row = FlowLayout(self, spacing=8)
        row.setContentsMargins(12, 6, 12, 6)
        for name in ("first", "second", "half"):
            row.addWidget(_together(self._captions[name], getattr(self, name)))
            self._captions[name].setProperty("caption", True)
            self._captions[name].setBuddy(getattr(self, name))
        for widget in (self.logarithmic, self.recentre, self.start):
            row.addWidget(widget)
        for button in (self.recentre, self.start):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            wear(button, chip=True)
        in_order = (self.first, self.second, self.half, self.logarithmic, self.recentre, self.start)
        for control, following in pairwise(in_order):
            QWidget.setTabOrder(control, following)
        self.start.setEnabled(False)
        self._axes: Axes = (Axis(WEIGHT, 0), Axis(WEIGHT, 1))
        self._connect()

    def offer(self, names: AxisNames, axes: Axes) -> None:
        """Offer the axes of a network, and show those in force."""
        self._axes = axes
        self.first.offer(names.choices())
        self.second.offer(names.choices(with_none=True))
        for box, axis in zip((self.first, self.second), axes, strict=True):
            box.show_name(axis.key)

    def show_half(self, half: float) -> None:
        """Show how far the picture reaches from its middle."""
        if not self.half.hasFocus():
            self.half.show_number(float(f"{half:.4g}"))

    def apply_theme(self, theme: Theme) -> None:
        """Sizes at the theme's scale."""
        for box in (self.first, self.second):
            box.setFixedWidth(theme.px(156))
        self.half.setFixedWidth(theme.px(96))

    def retranslate(self) -> None:
        texts = {
            "first": (self.tr("Across"), self.tr("What changes from left to right: a weight, or a direction")),
            "second": (self.tr("Up"), self.tr("What changes upwards: a weight, a direction, or nothing for a curve")),
            "half": (self.tr("Reach ±"), self.tr("How far the picture reaches from its middle; the wheel zooms, too")),
        }
        for name, (text, hint) in texts.items():
            self._captions[name].setText(text)
            control: QWidget = getattr(self, name)
            control.setAccessibleName(text)
            control.setToolTip(hint)
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
        self.first.chosen.connect(lambda key: self._choose(axis_of(key), is_first=True))
        self.second.chosen.connect(lambda key: self._choose(axis_of(key), is_first=False))
        self.half.valueChanged.connect(self.half_chosen)
        self.logarithmic.toggled.connect(self.scale_chosen)
        self.recentre.clicked.connect(lambda _checked=False: self.recentred.emit())
        self.start.clicked.connect(lambda _checked=False: self.start_clicked.emit())

    def _choose(self, axis: Axis, is_first: bool) -> None:
        """Directions come in pairs; and what stands on the other axis already changes places with this one."""
        before, other = self._axes if is_first else self._axes[::-1]
        if axis == other:
            other = before
        elif axis.kind in PAIRS and other.kind not in (axis.kind, NONE):
            other = Axis(axis.kind, 1 - axis.number)
        self.axes_chosen.emit((axis, other) if is_first else (other, axis))


def _together(caption: QWidget, field: QWidget) -> QWidget:
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(caption)
    layout.addWidget(field)
    return pair
