"""This module holds the symbols of back-propagation, the lecture's (net, δᵒ, δʸ, T) or the textbooks' (z, δ, b)."""

from __future__ import annotations

from dataclasses import dataclass

from engine.spec.activations import ACTIVATIONS
from gui.words.notation import Notation, subscript


@dataclass(frozen=True)
class Symbols:
    """Names of everything in a network of `n_layers` layers; layers and units count from 0, −1 is the inputs."""

    notation: Notation
    n_layers: int
    input_names: tuple[str, ...] = ()
    rbf: bool = False  # whether the first layer is one: its numbers are centres and widths

    @property
    def is_lecture(self) -> bool:
        """Whether the lecture's letters are in force."""
        return self.notation.is_lecture

    def neuron(self, layer: int, unit: int) -> str:
        """What a neuron puts out; inputs that the data name otherwise than x1, x2 … have their own names."""
        if layer < 0 and unit < len(self.input_names) and self.input_names[unit] != f"x{unit + 1}":
            return self.input_names[unit]
        return self.notation.neuron(layer, unit, self.n_layers)

    def target(self, unit: int) -> str:
        """A desired output."""
        return f"{self.notation.target()}{subscript(unit + 1)}"

    def net(self, layer: int, unit: int) -> str:
        """A net input."""
        return f"{'net' if self.is_lecture else 'z'}{self._place(layer, unit)}"

    def delta(self, layer: int, unit: int) -> str:
        """An error signal, −∂E/∂net."""
        return f"δ{self._place(layer, unit)}"

    def bias(self, layer: int, unit: int) -> str:
        """A threshold or bias, or the width of an RBF unit."""
        if self.is_rbf(layer):
            return f"σ{subscript(unit + 1)}"
        return f"{self.notation.bias()}{self._place(layer, unit)}"

    def bias_value(self, layer: int, value: float) -> float:
        """The number shown for it: T = −b in the lecture; a width of an RBF layer is what it is."""
        return value if self.is_rbf(layer) else self.notation.bias_value(value)

    def is_rbf(self, layer: int) -> bool:
        """Whether `layer` has centres and widths in place of weights and biases."""
        return self.rbf and layer == 0

    def weight(self, layer: int, source: int, unit: int) -> str:
        """A weight, or a coordinate of a centre."""
        if self.is_rbf(layer):
            return f"c{subscript(source + 1)}{subscript(unit + 1)}"
        return self.notation.weight(layer, source, unit, self.n_layers)

    def parameter(self, key: tuple[int, ...]) -> str:
        """Of a connection (layer, unit, source) the weight, of a unit (layer, unit) the threshold or bias."""
        return self.weight(key[0], key[2], key[1]) if len(key) == 3 else self.bias(*key)

    def function(self, activation: str) -> str:
        """How formulas write an activation function."""
        return ACTIVATIONS[activation].symbol

    def _place(self, layer: int, unit: int) -> str:
        """Index and layer: the lecture marks outputs by ᵒ and its one hidden layer by ʸ."""
        index = subscript(unit + 1)
        if self.is_lecture and layer == self.n_layers - 1:
            return index + "ᵒ"
        if self.is_lecture and self.n_layers == 2:
            return index + "ʸ"
        return f"{index}⁽{superscript(layer + 1)}⁾"


def superscript(number: int) -> str:
    """`number` as a superscript."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
