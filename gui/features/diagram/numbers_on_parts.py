"""Weights, and the values of an input that passes through, are written onto the network on demand."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from engine.data.dataset import Dataset
from engine.data.scaling import Scaling
from engine.network.probing import PassedValues
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.values import Values
from gui.features.diagram.words import rbf_layer_texts
from gui.toolkit.annotations import NOTHING, Annotations, ConnectionKey, NeuronKey
from gui.toolkit.probe import Probe
from gui.words import network_names
from gui.words.network_names import INPUTS
from gui.words.notation import Notation
from gui.words.number_text import MINUS, few_figures, four_figures

_DIGITS, _MOST_DECIMALS = 3, 6
_FEW = 3  # numbers in a title
_MOST_LABELS = 600


def fixed(value: float, decimals: int) -> str:
    """`value` with so many decimals and a true minus sign: −0.530; huge and tiny scales as figures."""
    if not math.isfinite(value) or abs(value) >= 10_000:
        return four_figures(value)
    text = f"{value:.{decimals}f}"
    return MINUS + text[1:] if text.startswith("-") and float(text) else text.lstrip("-")


def decimals_for(span: float) -> int:
    """Decimals that show about four figures of numbers up to `span`, the same for all of them."""
    if not 0 < span < math.inf:
        return _DIGITS
    return min(max(_DIGITS - math.floor(math.log10(span)), 1), _MOST_DECIMALS)


def weight_numbers(
    values: Values | None, span: float, notation: Notation, layout: Layout, only: NeuronKey | None = None
) -> Annotations:
    """Weights and biases of all drawn connections, or with their names those of the neuron `only`."""
    if values is None:
        return NOTHING
    decimals, n_layers = decimals_for(span), len(values.layers)
    connections: dict[ConnectionKey, str] = {}
    biases: dict[NeuronKey, str] = {}
    for layer, (weights, offsets) in enumerate(values.layers):
        is_rbf = rbf_layer_texts.is_rbf(values.network, layer)
        sources = layout.column(layer - 1).shown
        for unit in layout.column(layer).shown:
            is_chosen = only == (layer, unit)
            if only is None or is_chosen:
                offset = float(offsets[unit])
                number = fixed(offset if is_rbf else notation.bias_value(offset), decimals)
                biases[layer, unit] = f"{'σ' if is_rbf else notation.bias()} {number}"
            for source in sources:
                if only is None or is_chosen or only == (layer - 1, source):
                    number = fixed(float(weights[source, unit]), decimals)
                    line = Target("connection", layer, unit, source)
                    symbol = rbf_layer_texts.symbol(line) if is_rbf else notation.weight(layer, source, unit, n_layers)
                    name = "" if only is None else symbol + " "
                    connections[layer, unit, source] = name + number
    return Annotations(connections=connections if len(connections) <= _MOST_LABELS else {}, biases=biases)


def passed_numbers(
    passed: PassedValues, probe: Probe | None, notation: Notation, data: Dataset, layout: Layout
) -> Annotations:
    """Every drawn neuron's net input and activation, and a title that says what passes through."""
    n_layers = len(passed.activations)
    names = _Names(notation, data.input_names, n_layers)
    neurons: dict[NeuronKey, tuple[str, ...]] = {}
    for unit in layout.column(INPUTS).shown:
        neurons[INPUTS, unit] = (few_figures(float(passed.inputs[unit])),)
    for layer in range(n_layers):
        for unit in layout.column(layer).shown:
            net, out = float(passed.net_inputs[layer][unit]), float(passed.activations[layer][unit])
            neurons[layer, unit] = (f"net {fixed(net, _DIGITS)}", f"{names.of(layer, unit)} {fixed(out, _DIGITS)}")
    title = _title(passed, probe, names)
    return Annotations(neurons, title=f"{title}{_in_units(passed, data.preprocessing.targets)}")


class _Names:
    """The neurons' symbols."""

    def __init__(self, notation: Notation, input_names: tuple[str, ...], n_layers: int) -> None:
        self._notation, self._inputs, self.n_layers = notation, input_names, n_layers

    def of(self, layer: int, unit: int) -> str:
        return network_names.neuron_name(self._notation, self._inputs, layer, unit, self.n_layers)

    @property
    def target(self) -> str:
        return self._notation.target()


def _title(passed: PassedValues, probe: Probe | None, names: _Names) -> str:
    """For example "Sample 3; wanted: d 1". The other numbers stand at the neurons."""
    is_probed = probe is not None and probe.inputs == tuple(passed.raw_inputs.tolist())
    if probe is None or not is_probed or probe.sample is None or probe.targets is None:
        return QCoreApplication.translate("Diagram", "A point passes through")
    wanted = f"{names.target} " + _listed([few_figures(value) for value in probe.targets])
    text = QCoreApplication.translate("Diagram", "Sample {number}; wanted: {wanted}")
    return text.format(number=probe.sample + 1, wanted=wanted)


def _in_units(passed: PassedValues, targets: Scaling) -> str:
    """Behind the title, what the network answers in the user's units, where it learns scaled targets."""
    if targets.is_none:
        return ""
    answer = _listed([few_figures(value) for value in targets.undo(passed.activations[-1])])
    return QCoreApplication.translate("Diagram", " (scaled; the answer in your units: {answer})").format(answer=answer)


def _listed(parts: list[str]) -> str:
    return ", ".join(parts) if len(parts) <= _FEW else ", ".join(parts[:_FEW]) + ", …"
