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
"""So many single weights are on offer; of more, nobody finds one in a list."""


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

    def choices(self, with_none: bool = False) -> list[tuple[str, str]]:
        """Keys and names of what can be chosen."""
        directions = [Axis(kind, number) for kind in (PRINCIPAL, RANDOM) for number in (0, 1)]
        axes = [*([Axis(NONE)] if with_none else []), *directions, *(Axis(WEIGHT, index) for index in self._weights())]
        return [(axis.key, self.name(axis)) for axis in axes]

    def first_axes(self) -> Axes:
        """What is shown first: a unit's weights, in the lecture's order; none are cut."""
        first, second, *_ = [*self._weights(), *range(2)]
        return Axis(WEIGHT, first), Axis(WEIGHT, second)

    def fits(self, axis: Axis) -> bool:
        """Whether the network has it."""
        return axis.kind != WEIGHT or axis.number in self._weights()

    def sign(self, axis: Axis) -> float:
        """−1 for a threshold T = −b."""
        return parameter_sign(self.notation, self.network, axis.number) if axis.kind == WEIGHT else 1.0

    def _weights(self) -> list[int]:
        gone = np.zeros(self.network.n_parameters, dtype=bool) if self.cut is None else self.cut.array
        return [int(index) for index in np.flatnonzero(~gone)[:MOST_WEIGHTS]]
