"""Masks say which weights and biases the selection means, and which of them are locked or cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.project.edits.weights import is_weight
from engine.project.project import Project
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.values import layers_of
from gui.words.network_names import INPUTS

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Masks:
    """What is locked and what is cut, flat as the parameters; None where nothing is."""

    network: NetworkSpec
    locked: Bools | None = None
    cut: Bools | None = None

    def locked_in(self, layer: int) -> tuple[Bools, Bools] | None:
        """Locked weights (n_inputs, units) and biases (units,) of a layer; None where nothing at all is locked."""
        return None if self.locked is None else layers_of(self.network, self.locked)[layer]

    def cut_in(self, layer: int) -> Bools | None:
        """Cut connections (n_inputs, units) into a layer; None where nothing at all is cut."""
        return None if self.cut is None else layers_of(self.network, self.cut)[layer][0]

    def is_locked(self, targets: Iterable[Target]) -> bool:
        """Whether all weights and biases of `targets` are locked."""
        return _holds(self.locked, chosen(self.network, targets))

    def is_cut(self, targets: Iterable[Target]) -> bool:
        """Whether all connections of `targets` are cut."""
        return _holds(self.cut, chosen(self.network, targets) & self._weights)

    @cached_property
    def _weights(self) -> Bools:
        return is_weight(self.network)


def masks_of(project: Project) -> Masks:
    """The masks of `project`."""
    locked, cut = project.locked, project.cut
    return Masks(project.network, None if locked is None else locked.array, None if cut is None else cut.array)


def chosen(network: NetworkSpec, targets: Iterable[Target]) -> Bools:
    """The parameters, flat, that belong to `targets`; those of things that the network does not have are left out.

    Of a neuron its bias and the connections into it, of an input the connections out of it, of a layer all of these.
    """
    mask = np.zeros(network.n_parameters, dtype=bool)
    layers = layers_of(network, mask)
    for target in targets:
        _mark(target, layers)
    return mask


def connections_of(network: NetworkSpec, targets: Iterable[Target]) -> Bools:
    """The weights among what is `chosen`."""
    return chosen(network, targets) & is_weight(network)


def _mark(target: Target, layers: tuple[tuple[Bools, Bools], ...]) -> None:
    if target.layer >= len(layers):
        return
    weights, biases = layers[max(target.layer, 0)]
    rows, columns = weights.shape
    if target.layer == INPUTS:
        if target.kind == "layer":
            weights[:] = True
        elif target.kind == "neuron" and target.unit is not None and target.unit < rows:
            weights[target.unit] = True
    elif target.kind == "layer":
        weights[:], biases[:] = True, True
    elif target.unit is None or target.unit >= columns:
        return
    elif target.kind == "connection" and target.input is not None and target.input < rows:
        weights[target.input, target.unit] = True
    elif target.kind in ("bias", "neuron"):
        biases[target.unit] = True
        if target.kind == "neuron":
            weights[:, target.unit] = True


def _holds(mask: Bools | None, wanted: Bools) -> bool:
    return mask is not None and bool(wanted.any()) and bool(mask[wanted].all())
