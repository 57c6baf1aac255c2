"""This module writes the formulas of back-propagation for one sample, in symbols and with numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engine.network.back_propagation import BackPropagation, Floats
from engine.spec.activations import ACTIVATIONS
from engine.spec.rules import RULE_TABLE
from gui.features.back_propagation.steps import origins, rbf_formulas
from gui.features.back_propagation.steps.origins import NumberWriter
from gui.words.number_text import MINUS
from gui.words.symbols import Symbols

MOST_TERMS = 6
USUAL_FIGURES = 4
Pair = tuple[str, str]


class Formulas:
    """Pairs (letters, numbers) for the quantities of `passage`, the numbers as `writer` writes them.

    in_letters: for typesetting, with letters in place of words.
    """

    def __init__(
        self, passage: BackPropagation, symbols: Symbols, writer: NumberWriter, in_letters: bool = False
    ) -> None:
        self._passage = passage
        self._symbols = symbols
        self._writer, self._in_letters = writer, in_letters
        self._number, self._bracketed = writer.plain, writer.bracketed

    def net_input(self, layer: int, unit: int) -> Pair:
        """Σ w·x − T, or + b; of an RBF unit ‖x − c‖² / 2σ²."""
        passage, names = self._passage, self._symbols
        if names.is_rbf(layer):
            return rbf_formulas.net_input(passage, unit, self._writer)
        weights, biases = passage.layer(passage.parameters, layer)
        feeding = passage.feeding(layer)
        letters = [f"{names.weight(layer, k, unit)}·{names.neuron(layer - 1, k)}" for k in _few(len(feeding))]
        numbers = [
            f"{self._bracketed(weights[k, unit], origins.weight(layer, k, unit))}·{self._output(layer - 1, k)}"
            for k in _few(len(feeding))
        ]
        sign = MINUS if names.is_lecture else "+"
        bias = names.notation.bias_value(float(biases[unit]))
        tails = (f" {sign} {names.bias(layer, unit)}", f" {sign} {self._bracketed(bias, origins.bias(layer, unit))}")
        return _sum(letters, len(feeding)) + tails[0], _sum(numbers, len(feeding)) + tails[1]

    def output(self, layer: int, unit: int) -> Pair:
        """f(net); softmax compares all units of its layer."""
        passage, names = self._passage, self._symbols
        activation = passage.network.layers[layer].activation
        net = (passage.net_inputs[layer][unit], origins.net(layer, unit))
        if ACTIVATIONS[activation].is_radial:
            return f"exp({MINUS}{names.net(layer, unit)})", f"exp({MINUS}{self._number(*net)})"
        if ACTIVATIONS[activation].compares_units:
            nets = passage.net_inputs[layer]
            powers = [f"e^{self._bracketed(nets[k], origins.net(layer, k))}" for k in _few(len(nets))]
            letters = f"e^{names.net(layer, unit)} / Σ e^{'net' if names.is_lecture else 'z'}"
            return letters, f"e^{self._bracketed(*net)} / ({_sum(powers, len(nets))})"
        function = names.function(activation)
        return f"{function}({names.net(layer, unit)})", f"{function}({self._number(*net)})"

    def error(self) -> Pair:
        """E of the sample by the loss in force."""
        passage, names = self._passage, self._symbols
        last = len(passage.network.layers) - 1
        d, o = names.notation.target(), names.neuron(last, 0).rstrip("₁")
        count = len(passage.targets)
        if passage.training.loss == "squared_error":
            squares = [f"{self._bracketed(passage.deviations[k], origins.deviation(last, k))}²" for k in _few(count)]
            return f"½ Σ ({d} {MINUS} {o})²", f"½·({_sum(squares, count)})"
        pairs = [
            (
                (passage.targets[k], origins.target(last, k)),
                (passage.activations[last][k], origins.output(last, k)),
            )
            for k in _few(count)
        ]
        if ACTIVATIONS[passage.network.layers[last].activation].compares_units:
            terms = [f"{self._bracketed(*wanted)}·ln {self._number(*got)}" for wanted, got in pairs]
            return f"{MINUS}Σ {d} ln {o}", f"{MINUS}({_sum(terms, count)})"
        terms = [
            f"{self._bracketed(*wanted)}·ln {self._number(*got)}"
            f" + {self._number(1 - wanted[0], wanted[1])}·ln {self._number(1 - got[0], got[1])}"
            for wanted, got in pairs
        ]
        return f"{MINUS}Σ [{d} ln {o} + (1{MINUS}{d}) ln(1{MINUS}{o})]", f"{MINUS}({_sum(terms, count)})"

    def delta(self, layer: int, unit: int) -> Pair:
        """The error signal of an output or, from the layer behind, of a hidden unit."""
        if layer == len(self._passage.network.layers) - 1:
            return self._output_delta(unit)
        passage, names = self._passage, self._symbols
        weights, _ = passage.layer(passage.parameters, layer + 1)
        behind = passage.deltas[layer + 1]
        letters = [f"{names.delta(layer + 1, k)}·{names.weight(layer + 1, unit, k)}" for k in _few(len(behind))]
        numbers = [
            f"{self._delta(layer + 1, k)}·{self._bracketed(weights[unit, k], origins.weight(layer + 1, unit, k))}"
            for k in _few(len(behind))
        ]
        slope = self._slope(layer, unit)
        return f"({_sum(letters, len(behind))})·{slope[0]}", f"({_sum(numbers, len(behind))})·{slope[1]}"

    def _output_delta(self, unit: int) -> Pair:
        passage, names = self._passage, self._symbols
        last = len(passage.network.layers) - 1
        d, o = names.target(unit), names.neuron(last, unit)
        wanted = self._number(passage.targets[unit], origins.target(last, unit))
        got = self._output(last, unit)
        miss = (f"({d} {MINUS} {o})", f"({wanted} {MINUS} {got})")
        is_softmax = ACTIVATIONS[passage.network.layers[last].activation].compares_units
        if passage.training.loss == "cross_entropy":
            total = float(passage.targets.sum())
            if is_softmax and total != 1:
                return (
                    f"{d} {MINUS} {o}·Σ{d[0]}",
                    f"{wanted} {MINUS} {got}·{self._bracketed(total)}",
                )
            return f"{d} {MINUS} {o}", f"{wanted} {MINUS} {got}"
        if is_softmax:
            back = float(passage.deviations @ passage.activations[last])
            formula = f"{o}·[{miss[0]} {MINUS} Σ ({d[0]} {MINUS} {o.rstrip('₀₁₂₃₄₅₆₇₈₉')})·{o.rstrip('₀₁₂₃₄₅₆₇₈₉')}]"
            return formula, f"{got}·[{miss[1]} {MINUS} {self._bracketed(back)}]"
        slope = self._slope(last, unit)
        return f"{miss[0]}·{slope[0]}", f"{miss[1]}·{slope[1]}"

    def _slope(self, layer: int, unit: int) -> Pair:
        """f′(net), through the output where the lecture writes it so."""
        passage, names = self._passage, self._symbols
        y, value = names.neuron(layer, unit), self._output(layer, unit)
        slope = ACTIVATIONS[passage.network.layers[layer].activation].slope
        if slope:
            return slope.format(y=y), slope.format(y=value)
        return f"f′({names.net(layer, unit)})", self._bracketed(passage.slopes[layer][unit], origins.net(layer, unit))

    def weight_change(self, layer: int, source: int, unit: int) -> Pair:
        """η·δ·(what feeds the connection), and what momentum, penalties and locks make of it."""
        passage, names, key = self._passage, self._symbols, (layer, unit, source)
        if names.is_rbf(layer):
            return self._with_rest(rbf_formulas.centre_change(passage, names, source, unit, self._writer), key)
        letters = f"η·{names.delta(layer, unit)}·{names.neuron(layer - 1, source)}"
        numbers = f"{self._rate}·{self._delta(layer, unit)}·{self._output(layer - 1, source)}"
        return self._with_rest((letters, numbers), key)

    def bias_change(self, layer: int, unit: int) -> Pair:
        """η·δ for a bias; a threshold is fed by −1."""
        names = self._symbols
        if names.is_rbf(layer):
            return self._with_rest(rbf_formulas.width_change(self._passage, names, unit, self._writer), (layer, unit))
        letters, numbers = f"η·{names.delta(layer, unit)}", f"{self._rate}·{self._delta(layer, unit)}"
        if names.is_lecture:
            letters, numbers = f"{letters}·({MINUS}1)", f"{numbers}·({MINUS}1)"
        return self._with_rest((letters, numbers), (layer, unit))

    def velocity(self, key: tuple[int, ...]) -> float:
        """What momentum has gathered for a parameter, as it is shown."""
        return self._of(self._passage.velocity, key)

    def _output(self, layer: int, unit: int) -> str:
        """What a unit or, for layer −1, an input puts out."""
        return self._bracketed(self._passage.feeding(layer + 1)[unit], origins.output(layer, unit))

    def _delta(self, layer: int, unit: int) -> str:
        return self._bracketed(self._passage.deltas[layer][unit], origins.delta(layer, unit))

    @property
    def _rate(self) -> str:
        return self._number(self._passage.training.learning_rate, origins.RATE)

    def _with_rest(self, pair: Pair, key: tuple[int, ...]) -> Pair:
        """The change of a parameter, plus what momentum and penalties make of it; or that it is held."""
        passage, training = self._passage, self._passage.training
        change, gradient, value = (
            self._of(values, key) for values in (passage.changes, passage.gradient, passage.parameters)
        )
        if change == 0 and gradient != 0:
            held = QCoreApplication.translate("StepRows", "locked or cut")
            return pair[0], "0" if self._in_letters else held
        if not RULE_TABLE[training.rule].is_plain_descent:
            return pair
        letters, numbers = pair
        velocity = self.velocity(key)
        if passage.has_velocity and velocity:
            gathered = self._bracketed(velocity, origins.velocity(key))
            letters += " + μ·v"
            numbers += f" + {self._number(training.momentum, origins.MOMENTUM)}·{gathered}"
        if len(key) == 3 and not self._symbols.is_rbf(key[0]):
            for name, mark, form in (("l1", "λ₁", "sign({w})"), ("l2", "λ₂", "{w}")):
                strength = getattr(training, name)
                if strength and value:
                    letters += f" {MINUS} η·{mark}·{form.format(w=self._symbols.parameter(key))}"
                    number = self._bracketed(value, origins.weight(key[0], key[2], key[1]))
                    penalty = self._number(strength, origins.SettingOrigin(name))
                    numbers += f" {MINUS} {self._rate}·{penalty}·{form.format(w=number)}"
        return letters, numbers

    def _of(self, values: Floats, key: tuple[int, ...]) -> float:
        """A parameter's entry of a flat vector, as it is shown."""
        weights, biases = self._passage.layer(values, key[0])
        if len(key) == 3:
            return float(weights[key[2], key[1]])
        return self._symbols.bias_value(key[0], float(biases[key[1]]))


def _few(count: int) -> Sequence[int]:
    """The places of a long sum that are written out: the first ones and the last."""
    return range(count) if count <= MOST_TERMS else (*range(MOST_TERMS - 2), count - 1)


def _sum(terms: Sequence[str], count: int) -> str:
    if count <= MOST_TERMS:
        return " + ".join(terms)
    return " + ".join([*terms[:-1], "…", terms[-1]])
