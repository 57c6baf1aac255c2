"""The two fields that say what a map shows across and upwards: weights, or directions, which come in pairs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.error_map.axes import NONE, PRINCIPAL, RANDOM, WEIGHT, Axes, Axis, AxisNames, axis_of
from gui.toolkit.error_map.weight_picker import WeightPicker
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme

PAIRS = (RANDOM, PRINCIPAL)


class AxisField(QWidget):
    """One axis: a list to choose from, with one entry for a weight of a large network and fields that say which."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.box, self._picker = QLabel(self), ChoiceBox(self), WeightPicker(name, self)
        self.box.setObjectName(name)
        self._picker.hide()
        wear(self.caption, caption=True)
        self.caption.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.caption, self.box, self._picker):
            row.addWidget(widget)
        self.box.chosen.connect(lambda key: self.chosen.emit(axis_of(key)))
        self._picker.picked.connect(lambda index: self.chosen.emit(Axis(WEIGHT, index)))

    def offer(self, names: AxisNames, axis: Axis, other: Axis, with_none: bool) -> None:
        """Offer the axes of a network and show `axis`, announcing nothing; `other` is taken already."""
        self.box.offer(names.choices(axis, other, with_none))
        self.box.show_name(axis.key)
        self._picker.setVisible(names.is_large and axis.kind == WEIGHT)
        if axis.kind == WEIGHT:
            self._picker.show_weight(names, axis.number)

    def set_words(self, text: str, hint: str) -> None:
        """Say what the field is for."""
        self.caption.setText(text)
        self.box.setAccessibleName(text)
        self.box.setToolTip(hint)
        self._picker.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        """Sizes at the theme's scale."""
        self.box.setFixedWidth(theme.px(156))
        self._picker.apply_theme(theme)


class AxisChoice(QObject):
    """`chosen` carries both axes; who shows them says what is in force, by `offer`."""

    chosen = Signal(object)

    def __init__(self, prefix: str, parent: QWidget, with_none: bool = True) -> None:
        super().__init__(parent)
        self.first, self.second = AxisField(f"{prefix}_first", parent), AxisField(f"{prefix}_second", parent)
        self._with_none = with_none
        self._axes: Axes = (Axis(WEIGHT, 0), Axis(WEIGHT, 1))
        self.first.chosen.connect(lambda axis: self._choose(axis, is_first=True))
        self.second.chosen.connect(lambda axis: self._choose(axis, is_first=False))

    def offer(self, names: AxisNames, axes: Axes) -> None:
        """Offer the axes of a network, and show those in force."""
        self._axes = axes
        self.first.offer(names, *axes, with_none=False)
        self.second.offer(names, *axes[::-1], with_none=self._with_none)

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        translate = QCoreApplication.translate
        self.first.set_words(
            translate("SurfaceControls", "Across"),
            translate("SurfaceControls", "What changes from left to right: a weight, or a direction"),
        )
        self.second.set_words(
            translate("SurfaceControls", "Up"),
            translate("SurfaceControls", "What changes upwards: a weight, a direction, or nothing for a curve")
            if self._with_none
            else translate("SurfaceControls", "What changes upwards: a weight, or a direction"),
        )

    def apply_theme(self, theme: Theme) -> None:
        """Sizes at the theme's scale."""
        self.first.apply_theme(theme)
        self.second.apply_theme(theme)

    def _choose(self, axis: Axis, is_first: bool) -> None:
        """Directions come in pairs; and what stands on the other axis already changes places with this one."""
        before, other = self._axes if is_first else self._axes[::-1]
        if axis == other:
            other = before
        elif axis.kind in PAIRS and other.kind not in (axis.kind, NONE):
            other = Axis(axis.kind, 1 - axis.number)
        self.chosen.emit((axis, other) if is_first else (other, axis))
