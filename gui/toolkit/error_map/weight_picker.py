"""The fields that name one weight of a large network: its layer, its unit, and the input that it comes from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.network.layer_parameters import parameter_index, parameter_place
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.error_map.axes import AxisNames
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.words.network_names import short_title

_BIAS = 0
"""What the last field counts before the first input."""


class WeightPicker(QWidget):
    """`picked` carries the flat index of a weight that is there; one that is cut is marked, and announced to nobody."""

    picked = Signal(int)

    def __init__(self, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: AxisNames | None = None
        self._layer = ChoiceBox(self)
        self._unit, self._input = CountBox(1, 1, parent=self), CountBox(_BIAS, 1, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, field in (("layer", self._layer), ("unit", self._unit), ("input", self._input)):
            field.setObjectName(f"{prefix}_{name}")
        for widget in (self._layer, self._unit, QLabel("←", self), self._input):
            row.addWidget(widget)
        self._layer.chosen.connect(lambda _layer: self._on_edited())
        self._unit.valueChanged.connect(lambda _value: self._on_edited())
        self._input.valueChanged.connect(lambda _value: self._on_edited())

    def show_weight(self, names: AxisNames, index: int) -> None:
        """Show a weight of the network, announcing nothing."""
        self._names = names
        n_layers = len(names.network.layers)
        self._layer.offer([(layer, short_title(layer, n_layers)) for layer in range(n_layers)])
        layer, source, unit = parameter_place(names.network, index)
        self._layer.show_name(layer)
        self._fit(layer)
        self._unit.show_number(unit + 1)
        self._input.show_number(_BIAS if source is None else source + 1)
        wear(self._input, rim="")

    def retranslate(self) -> None:
        """Put all texts into the language in force."""
        translate = QCoreApplication.translate
        for field, name, hint in (
            (self._layer, translate("WeightPicker", "Layer"), translate("WeightPicker", "The layer of the weight")),
            (self._unit, translate("WeightPicker", "Unit"), translate("WeightPicker", "The unit that it leads to")),
            (
                self._input,
                translate("WeightPicker", "Input"),
                translate("WeightPicker", "The input or unit that it comes from, counted from 1; 0 is the bias"),
            ),
        ):
            field.setAccessibleName(name)
            field.setToolTip(hint)

    def apply_theme(self, theme: Theme) -> None:
        """Sizes at the theme's scale."""
        self._layer.setFixedWidth(theme.px(92))
        for field in (self._unit, self._input):
            field.setFixedWidth(theme.px(92))

    def _fit(self, layer: int) -> None:
        """Let the fields count what there is in the layer, announcing nothing."""
        assert self._names is not None
        sizes = self._names.network.sizes
        with QSignalBlocker(self._unit), QSignalBlocker(self._input):
            self._unit.setMaximum(sizes[layer + 1])
            self._input.setMaximum(sizes[layer])
        self._input.setSpecialValueText(self._names.bias_word(layer))

    def _on_edited(self) -> None:
        names, layer = self._names, self._layer.name()
        if names is None or not isinstance(layer, int):
            return
        self._fit(layer)
        source = None if self._input.value() == _BIAS else self._input.value() - 1
        index = parameter_index(names.network, layer, source, self._unit.value() - 1)
        wear(self._input, rim="" if names.has_weight(index) else "wrong")
        if names.has_weight(index):
            self.picked.emit(index)
