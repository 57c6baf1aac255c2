"""Each thing on the canvas has a sentence: its name, its value, its formula with the numbers put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.analysis.unit_health import UnitHealth
from engine.data.dataset import Dataset
from engine.network.probing import PassedValues
from engine.spec.activations import ACTIVATIONS
from engine.spec.plural import filled
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.masks import Masks
from gui.features.diagram.values import Values
from gui.features.diagram.words import rbf_layer_texts
from gui.words import network_names
from gui.words.activation_words import activation_title
from gui.words.network_names import INPUTS
from gui.words.notation import Notation
from gui.words.number_text import MINUS, few_figures, four_figures, grouped
from gui.words.preprocessing_text import formula_of

_MOST_TERMS = 6


@dataclass(frozen=True)
class Describer:
    """Sentences about one state of the canvas; `values` None while no weights are known.

    number: how a weight or bias by itself is written; formulas keep to four figures. passed: what passes through, whose
    numbers formulas then hold instead of symbols. gradient: of the mean error, flat like the parameters. health: which
    units are off or saturated.
    """

    network: NetworkSpec
    data: Dataset
    layout: Layout
    notation: Notation
    values: Values | None
    number: Callable[[float], str] = four_figures
    masks: Masks | None = None
    passed: PassedValues | None = None
    gradient: NDArray[np.float64] | None = None
    health: UnitHealth | None = None

    def sentence(self, target: Target) -> str:
        """What `target` is, in one sentence without a line break."""
        return self._sentence(target) + self._ill(target) + self._held(target)

    def _sentence(self, target: Target) -> str:
        return {
            "neuron": self._input if target.layer == INPUTS else self._neuron,
            "bias": self._bias,
            "connection": self._connection,
            "layer": self._layer,
            "units": self._units,
            "summary": self._summary,
            "bundle": self._bundle,
            "add_layer": self._add,
            "remove_layer": self._remove,
            "more_units": self._more,
            "fewer_units": self._fewer,
            "activation": self._activation,
        }[target.kind](target)

    def name(self, target: Target) -> str:
        """The symbol of a neuron, bias or connection."""
        unit = target.unit or 0
        if rbf_layer_texts.is_rbf(self.network, target.layer) and target.kind in ("connection", "bias"):
            return rbf_layer_texts.symbol(target)
        if target.kind == "connection":
            return self.notation.weight(target.layer, target.input or 0, unit, self._n_layers)
        if target.kind == "bias":
            return network_names.bias_name(self.notation, self._neuron_name(target.layer, unit))
        return self._neuron_name(target.layer, unit)

    @property
    def _n_layers(self) -> int:
        return len(self.network.layers)

    def _neuron_name(self, layer: int, unit: int) -> str:
        return network_names.neuron_name(self.notation, self.data.input_names, layer, unit, self._n_layers)

    def _title(self, layer: int) -> str:
        return network_names.layer_title(layer, self._n_layers)

    def _count_text(self, layer: int) -> str:
        return network_names.count_text(layer, self.layout.column(layer).units)

    def _input(self, target: Target) -> str:
        unit = target.unit or 0
        if self.passed is not None and unit < len(self.passed.inputs):
            return f"{self.name(target)} = {few_figures(float(self.passed.inputs[unit]))}"
        seen = self.data.preprocessing
        name = self.name(target) if seen.is_plain or unit >= seen.n_inputs else formula_of(seen, unit)
        column = self.data.inputs[:, unit] if unit < self.data.n_inputs else self.data.inputs[:, 0]
        if not len(column):
            return QCoreApplication.translate("Diagram", "{name}: an input feature; there are no samples yet.").format(
                name=name
            )
        return QCoreApplication.translate(
            "Diagram", "{name}: an input feature, from {low} to {high} in the training samples."
        ).format(name=name, low=four_figures(column.min(), beside=0.0), high=four_figures(column.max(), beside=0.0))

    def _neuron(self, target: Target) -> str:
        name, function = self.name(target), self._function(target.layer)
        if rbf_layer_texts.is_rbf(self.network, target.layer):
            return rbf_layer_texts.answer_formula(target, name, self.values, self.passed)
        if self.values is None:
            return QCoreApplication.translate("Diagram", "{name}: a neuron with {function}.").format(
                name=name, function=function
            )
        formula = f"{name} = {function}({self._net_input(target)})"
        if self.passed is None:
            return formula
        unit = target.unit or 0
        net, out = self.passed.net_inputs[target.layer][unit], self.passed.activations[target.layer][unit]
        return f"{formula} = {function}({four_figures(net)}) = {self.number(float(out))}"

    def _function(self, layer: int) -> str:
        activation = self.network.layers[layer].activation
        return ACTIVATIONS[activation].symbol

    def _net_input(self, target: Target) -> str:
        """The weighted sum with its numbers, e.g. 0.5300·x₁ − 1.200·x₂ + 0.3100; long ones lose their middle."""
        assert self.values is not None
        weights, biases = self.values.layers[target.layer]
        unit = target.unit or 0
        sources = range(weights.shape[0])
        if len(sources) > _MOST_TERMS:
            sources_shown = [*range(_MOST_TERMS - 2), None, weights.shape[0] - 1]
        else:
            sources_shown = list(sources)
        text = ""
        for source in sources_shown:
            if source is None:
                text += " + …"
                continue
            factor = self._factor(target.layer - 1, source)
            text += _term(float(weights[source, unit]), f"·{factor}", first=not text)
        return text + _term(float(biases[unit]), "", first=False)

    def _factor(self, layer: int, unit: int) -> str:
        """A neuron's symbol in a formula, or the number that it passes on."""
        if self.passed is None:
            return self._neuron_name(layer, unit)
        value = float((self.passed.inputs if layer == INPUTS else self.passed.activations[layer])[unit])
        text = few_figures(value)
        return f"({text})" if value < 0 else text

    def _slope(self, target: Target) -> str:
        """What the gradient says about a weight or bias, as a sentence of its own; "" while it is not known."""
        if self.gradient is None or self.values is None or len(self.gradient) != len(self.values.parameters):
            return ""
        slope = float(self.gradient[self.values.position(target)])
        is_rbf = rbf_layer_texts.is_rbf(self.network, target.layer)
        if target.kind == "bias" and not is_rbf:
            slope = self.notation.bias_value(slope)
        symbol = self.notation.bias() if target.kind == "bias" and not is_rbf else self.name(target)
        text = QCoreApplication.translate("Diagram", "Gradient of the mean error: ∂E/∂{name} = {value}.")
        return " " + text.format(name=symbol, value=self.number(slope))

    def _bias(self, target: Target) -> str:
        if rbf_layer_texts.is_rbf(self.network, target.layer):
            neuron = self._neuron_name(target.layer, target.unit or 0)
            return rbf_layer_texts.width_sentence(target, self._value(target), neuron) + self._slope(target)
        what = (
            QCoreApplication.translate(
                "Diagram", "{name} = {value}, the threshold that the neuron's net input must reach."
            )
            if self.notation.is_lecture
            else QCoreApplication.translate("Diagram", "{name} = {value}, the bias added to the neuron's net input.")
        )
        return what.format(name=self.name(target), value=self._value(target)) + self._slope(target)

    def _value(self, target: Target) -> str:
        if self.values is None:
            return "–"
        value = self.values.get(target)
        is_bias = target.kind == "bias" and not rbf_layer_texts.is_rbf(self.network, target.layer)
        return self.number(self.notation.bias_value(value) if is_bias else value)

    def _connection(self, target: Target) -> str:
        if rbf_layer_texts.is_rbf(self.network, target.layer):
            source = self._neuron_name(target.layer - 1, target.input or 0)
            neuron = self._neuron_name(target.layer, target.unit or 0)
            return rbf_layer_texts.centre_sentence(target, self._value(target), source, neuron) + self._slope(target)
        text = QCoreApplication.translate(
            "Diagram", "{name} = {value}, the weight of the connection from {source} to {neuron}."
        ).format(
            name=self.name(target),
            value=self._value(target),
            source=self._neuron_name(target.layer - 1, target.input or 0),
            neuron=self._neuron_name(target.layer, target.unit or 0),
        )
        return text + self._carried(target) + self._slope(target)

    def _carried(self, target: Target) -> str:
        """What a connection adds to the net input of the neuron it leads to, while something passes through."""
        if self.passed is None or self.values is None:
            return ""
        layer, source = target.layer - 1, target.input or 0
        value = float((self.passed.inputs if layer == INPUTS else self.passed.activations[layer])[source])
        weight = self.values.get(target)
        text = QCoreApplication.translate("Diagram", "It adds {weight}·{value} = {product}.")
        factor = self._factor(layer, source)
        return " " + text.format(weight=four_figures(weight), value=factor, product=four_figures(weight * value + 0.0))

    def _layer(self, target: Target) -> str:
        title = self._title(target.layer)
        count = self._count_text(target.layer)
        if target.layer == INPUTS:
            return QCoreApplication.translate("Diagram", "{layer}: {count}, as the data set has.").format(
                layer=title, count=count
            )
        activation = activation_title(self.network.layers[target.layer].activation)
        return QCoreApplication.translate("Diagram", "{layer}: {count}, activation {activation}.").format(
            layer=title, count=count, activation=activation
        )

    def _units(self, target: Target) -> str:
        if target.layer == self._n_layers - 1:
            return self._follows_data(target)
        return QCoreApplication.translate("Diagram", "{layer}: {count}. Double-click to type another number.").format(
            layer=self._title(target.layer), count=self._count_text(target.layer)
        )

    def _summary(self, target: Target) -> str:
        column = self.layout.column(target.layer)
        return filled(
            QCoreApplication.translate(
                "Diagram",
                "{layer}: {hidden} of {units} units are not drawn one by one; the curves show their mean weights.",
            ),
            layer=self._title(target.layer),
            hidden=column.units - len(column.shown),
            units=column.units,
        )

    def _bundle(self, target: Target) -> str:
        if self.values is None:
            return ""
        weights = self.values.layers[target.layer][0]
        text = QCoreApplication.translate(
            "Diagram",
            "One of {count} connections, from {low} to {high}, mean {mean}: a row for each neuron that they come from,"
            " a column for each that they lead to.",
        )
        among = filled(
            text,
            count=grouped(weights.size),
            low=four_figures(float(weights.min())),
            high=four_figures(float(weights.max())),
            mean=four_figures(float(weights.mean())),
        )
        return f"{self._connection(replace(target, kind='connection'))} {among}"

    def _ill(self, target: Target) -> str:
        """What a neuron's badge says; "" for one without."""
        health = self.health
        if target.kind != "neuron" or target.layer == INPUTS or health is None or target.layer >= len(health.layers):
            return ""
        layer, unit = health.layers[target.layer], target.unit or 0
        if unit >= len(layer.is_ill) or not layer.is_ill[unit]:
            return ""
        if layer.is_off[unit]:
            text = QCoreApplication.translate("Diagram", "It is off: 0 for each of {count} samples, and no slope.")
        else:
            text = QCoreApplication.translate(
                "Diagram", "It is saturated: almost no slope for {percent} % of {count} samples."
            )
        percent = f"{100 * float(layer.shares[unit]):.0f}"
        return " " + filled(text, percent=percent, count=grouped(health.n_samples))

    def _held(self, target: Target) -> str:
        """What keeps training from moving it: " Locked." or " Cut."; "" for nothing."""
        if self.masks is None or not target.is_selectable:
            return ""
        if target.kind == "connection" and self.masks.is_cut((target,)):
            return " " + QCoreApplication.translate("Diagram", "Cut: it is held at 0 until it is restored.")
        if target.layer != INPUTS and self.masks.is_locked((target,)):
            return " " + QCoreApplication.translate("Diagram", "Locked: training leaves it alone.")
        return ""

    def _add(self, target: Target) -> str:
        return QCoreApplication.translate("Diagram", "Add a hidden layer between {left} and {right}.").format(
            left=self._title(target.layer - 1), right=self._title(target.layer)
        )

    def _remove(self, target: Target) -> str:
        return QCoreApplication.translate("Diagram", "Remove {layer}.").format(layer=self._title(target.layer))

    def _more(self, target: Target) -> str:
        if target.layer == self._n_layers - 1:
            return self._follows_data(target)
        return QCoreApplication.translate("Diagram", "Add a unit to {layer}.").format(layer=self._title(target.layer))

    def _fewer(self, target: Target) -> str:
        if target.layer == self._n_layers - 1:
            return self._follows_data(target)
        if self.network.layers[target.layer].units == 1:
            return QCoreApplication.translate(
                "Diagram", "{layer} keeps at least one unit; × removes the layer."
            ).format(layer=self._title(target.layer))
        return QCoreApplication.translate("Diagram", "Take a unit from {layer}.").format(
            layer=self._title(target.layer)
        )

    def _follows_data(self, target: Target) -> str:
        count = self._count_text(target.layer)
        return QCoreApplication.translate(
            "Diagram", "The output layer has {count} because the data set asks for it: other data, other outputs."
        ).format(count=count)

    def _activation(self, target: Target) -> str:
        activation = activation_title(self.network.layers[target.layer].activation)
        return QCoreApplication.translate(
            "Diagram", "{layer}: activation {activation}. Click to choose another."
        ).format(layer=self._title(target.layer), activation=activation)


def _term(value: float, factor: str, first: bool) -> str:
    size = four_figures(abs(value))
    if first:
        return f"{MINUS if value < 0 else ''}{size}{factor}"
    return f" {MINUS if value < 0 else '+'} {size}{factor}"
