"""A row of controls chooses the layer and its units that the axes of the hidden space stand for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.analysis.hidden_space import HiddenChoice
from engine.project.project import Project
from engine.spec.specs import NetworkSpec
from gui.toolkit.buttons import PlotButton
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.look import wear
from gui.toolkit.view import View
from gui.words.network_names import layer_title
from gui.words.notation import Notation

AXES = "xyz"
NO_UNIT = -1


def fits_hidden_space(project: Project) -> bool:
    """Whether a layer has two units, which a plane takes."""
    return any(layer.units >= 2 for layer in project.network.layers)


class ChoiceRow(View, QWidget):
    """`chosen`: a person has chosen otherwise. `lines`: the button for the lines on the input plane."""

    chosen = Signal()

    def __init__(self, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notation = notation
        self._network: NetworkSpec | None = None
        self._choice: HiddenChoice | None = None
        self._layers = self._box("hidden_layer", 11)
        self._units = tuple(self._box(f"hidden_{axis}_unit", 4) for axis in AXES)
        self.lines = PlotButton(self)
        self.lines.setObjectName("hidden_input_lines")
        self.lines.setCheckable(True)
        self.lines.setChecked(True)
        flow = FlowLayout(self)
        flow.addWidget(self._layers)
        for sign, box in zip("→↑↗", self._units, strict=True):
            flow.addWidget(_with_sign(sign, box, self))
        flow.addWidget(self.lines)
        self._layers.chosen.connect(self._on_layers_chosen)
        for axis, box in enumerate(self._units):
            box.chosen.connect(lambda unit, axis=axis: self._choose_unit(axis, unit))
        notation.changed.connect(self.refresh)
        self.retranslate()

    @property
    def choice(self) -> HiddenChoice | None:
        """What is to be shown; None where no layer has two units."""
        return self._choice

    def follow(self, network: NetworkSpec) -> None:
        """Offer what `network` has; a choice that it has as well stays, another becomes the first units."""
        if network == self._network:
            return
        self._network = network
        if self._choice is None or not self._choice.fits(network):
            wide = [layer for layer, spec in enumerate(network.layers) if spec.units >= 2]
            hidden = [layer for layer in wide if layer < len(network.layers) - 1]
            self._choice = HiddenChoice((hidden or wide)[-1], (0, 1)) if wide else None
        self.refresh()

    def show_layer(self, layer: int) -> None:
        """Show the first units of another layer, if it has two."""
        network = self._network
        if network is None or not 0 <= layer < len(network.layers) or network.layers[layer].units < 2:
            return
        if self._choice is None or layer != self._choice.layer:
            self._choice = HiddenChoice(layer, (0, 1))
            self.refresh()
            self.chosen.emit()

    def refresh(self) -> None:
        """Write names and choices."""
        network, choice = self._network, self._choice
        if network is None or choice is None:
            return
        count = len(network.layers)
        wide = [layer for layer, spec in enumerate(network.layers) if spec.units >= 2]
        self._layers.offer([(layer, layer_title(layer, count)) for layer in wide])
        self._layers.show_name(choice.layer)
        units = range(network.layers[choice.layer].units)
        names = [(unit, self._notation.neuron(choice.layer, unit, count)) for unit in units]
        for axis, box in enumerate(self._units):
            box.offer([(NO_UNIT, "–"), *names] if axis == 2 else names)
            box.show_name(choice.units[axis] if axis < len(choice.units) else NO_UNIT)
        self._units[2].setEnabled(len(units) > 2)

    def retranslate(self) -> None:
        words = (self.tr("Unit on the horizontal axis"), self.tr("Unit on the vertical axis"))
        depth = self.tr("A third unit: the samples stand in space")
        for box, text in zip(self._units, (*words, depth), strict=True):
            box.setAccessibleName(text)
            box.setToolTip(text)
        self._layers.setAccessibleName(self.tr("Layer"))
        self._layers.setToolTip(self.tr("The layer whose outputs are the axes"))
        self.lines.setText(self.tr("Lines"))
        self.lines.setAccessibleName(self.tr("Lines of these units"))
        hint = self.tr(
            "On the plane of the inputs: where each unit is at its threshold, and in the first layer its normal w"
        )
        self.lines.setToolTip(hint)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(360, super().sizeHint().height())

    def _box(self, name: str, letters: int) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        wear(box, letters="small")
        box.setMinimumContentsLength(letters)
        return box

    def _on_layers_chosen(self, layer: object) -> None:
        if isinstance(layer, int):
            self.show_layer(layer)

    def _choose_unit(self, axis: int, unit: object) -> None:
        """A unit that is on another axis changes places with the one chosen there before."""
        choice = self._choice
        if choice is None or not isinstance(unit, int):
            return
        units = list(choice.units)
        if unit in units and axis < len(units):
            units[units.index(unit)] = units[axis]
        elif unit in units:  # a third axis for a unit that has one: the freed axis gets the first unit that is left
            units[units.index(unit)] = next(k for k in range(len(units) + 1) if k not in units)
        units[axis : axis + 1] = [] if unit == NO_UNIT else [unit]
        self._choice = HiddenChoice(choice.layer, tuple(units))
        self.refresh()
        self.chosen.emit()


def _with_sign(sign: str, box: QWidget, parent: QWidget) -> QWidget:
    """`box` behind the sign of its axis, in one piece: no line ends between them."""
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    label = QLabel(sign, pair)
    wear(label, letters="small")
    row.addWidget(label)
    row.addWidget(box)
    return pair
