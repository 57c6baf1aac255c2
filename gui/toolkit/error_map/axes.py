"""This module names the axes that a surface can have: single weights, random directions, those of the run's path."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import NetworkSpec
from gui.words.network_names import parameter_name, parameter_sign
from gui.words.notation import Notation

WEIGHT, RANDOM, PRINCIPAL, NONE = "weight", "random", "principal", "none"
MOST_WEIGHTS = 400
"""So many single weights stand in one list; of more, nobody finds one there."""


@dataclass(frozen=True)
class Axis:
    """One axis: `number` is the flat index of a weight, or 0 or 1 for the first or second direction of a kind."""

    kind: str
    number: int = 0

    @property
    def key(self) -> str:
        """As the boxes hold it."""
        return f"{self.kind} {self.number}"


def axis_of(key: object) -> Axis:
    """The axis of a key."""
    kind, number = str(key).split()
    return Axis(kind, int(number))


Axes = tuple[Axis, Axis]


@dataclass(frozen=True)
class AxisNames:
    """The axes of `network` as the window names them; `cut` (n_parameters,) are connections that are not there."""

    notation: Notation
    is_lecture: bool
    network: NetworkSpec
    input_names: tuple[str, ...]
    cut: FrozenArray | None

    def means_the_same(self, other: AxisNames) -> bool:
        """Whether the same axes have the same names and signs in both."""
        return replace(self, notation=other.notation) == other

    def name(self, axis: Axis, shares: tuple[float, float] | None = None) -> str:
        """What is written at the axis; `shares` of the path's variance, for principal directions."""
        translate = QCoreApplication.translate
        number = axis.number + 1
        if axis.kind == WEIGHT:
            return parameter_name(self.notation, self.network, self.input_names, axis.number)
        if axis.kind == RANDOM:
            return translate("ErrorSurface", "random direction {number}").format(number=number)
        if axis.kind == PRINCIPAL and shares is not None:
            text = translate("ErrorSurface", "path direction {number} ({share} %)")
            return text.format(number=number, share=f"{100 * shares[axis.number]:.3g}")
        if axis.kind == PRINCIPAL:
            return translate("ErrorSurface", "path direction {number}").format(number=number)
        return translate("ErrorSurface", "none: a curve")

    @property
    def is_large(self) -> bool:
        """Whether the weights are too many for one list, so that layer, unit and input name one of them."""
        return self.network.n_parameters > MOST_WEIGHTS

    def choices(self, axis: Axis, other: Axis, with_none: bool) -> list[tuple[str, str]]:
        """Keys and names of what can be chosen in place of `axis` beside `other`."""
        directions = [Axis(kind, number) for kind in (PRINCIPAL, RANDOM) for number in (0, 1)]
        found = [(each.key, self.name(each)) for each in [*([Axis(NONE)] if with_none else []), *directions]]
        if not self.is_large:
            return [*found, *((Axis(WEIGHT, index).key, self.name(Axis(WEIGHT, index))) for index in self._weights())]
        weights = (Axis(WEIGHT, index) for index in self._weights()[:2])
        first = axis if axis.kind == WEIGHT else next(each for each in weights if each != other)
        return [*found, (first.key, QCoreApplication.translate("ErrorSurface", "a weight"))]

    def first_axes(self) -> Axes:
        """What is shown first: a unit's weights, in the lecture's order; of very many, a single one tells nothing."""
        if self.is_large:
            return Axis(RANDOM, 0), Axis(RANDOM, 1)
        first, second, *_ = [*self._weights()[:2], *range(2)]
        return Axis(WEIGHT, first), Axis(WEIGHT, second)

    def fits(self, axis: Axis) -> bool:
        """Whether the network has it."""
        return axis.kind != WEIGHT or self.has_weight(axis.number)

    def has_weight(self, index: int) -> bool:
        """Whether there is such a weight, and it is not cut."""
        return index < self.network.n_parameters and (self.cut is None or not self.cut.array[index])

    def bias_word(self, layer: int) -> str:
        """What a unit of the layer has beside its weights: a bias or threshold, or the width of an RBF unit."""
        is_rbf = self.network.rbf and layer == 0
        return QCoreApplication.translate("ErrorSurface", "width") if is_rbf else self.notation.bias()

    def sign(self, axis: Axis) -> float:
        """−1 for a threshold T = −b."""
        return parameter_sign(self.notation, self.network, axis.number) if axis.kind == WEIGHT else 1.0

    def _weights(self) -> list[int]:
        every = np.arange(self.network.n_parameters)
        return (every if self.cut is None else every[~self.cut.array]).tolist()
