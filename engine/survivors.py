"""Which parameters outlive an edit of the network's structure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.specs import LayerSpec, NetworkSpec

Places = NDArray[np.int64]

NEW = -1
_INPUTS = 0  # stands for the id of the inputs; layers under edit have ids from 1 on


@dataclass(frozen=True)
class _Old:
    """A layer as it was: where its parameters start, how many inputs it had, and the id of the layer they came from."""

    spec: LayerSpec
    start: int
    n_inputs: int
    feeder: int


def survivors(before: NetworkSpec, after: NetworkSpec, units: Mapping[int, Sequence[int]] | None = None) -> Places:
    """For each parameter of `after`, flat, where it stood in `before`; NEW for those that are to be drawn.

    Layers are known by their ids. A layer of the same kind that takes its inputs from the same layer as before keeps
    what belongs to those of its units, and comes from those of its inputs, that are still there.
    units: for a layer's id the old places of its units in order, NEW for new ones; without it units come and go at
        the end. The inputs stay as they are.
    """
    old_layers = _by_id(before)
    parts: list[Places] = []
    feeder, sources = _INPUTS, np.arange(after.n_inputs)
    for layer in after.layers:
        old = old_layers.get(layer.id)
        if old is not None and old.spec.kind != layer.kind:
            old = None
        targets = _origins(layer, old, units or {})
        if old is None or old.feeder != feeder:
            parts.append(np.full((len(sources) + 1) * layer.units, NEW))
        else:
            parts.append(_places(old, sources, targets))
        feeder, sources = layer.id, targets
    return np.concatenate(parts)


def _by_id(network: NetworkSpec) -> dict[int, _Old]:
    found = {}
    start, feeder = 0, _INPUTS
    for layer, (n_inputs, n_units) in zip(network.layers, pairwise(network.sizes), strict=True):
        found[layer.id] = _Old(layer, start, n_inputs, feeder)
        start, feeder = start + (n_inputs + 1) * n_units, layer.id
    return found


def _origins(layer: LayerSpec, old: _Old | None, units: Mapping[int, Sequence[int]]) -> Places:
    """The old place of each unit of a layer."""
    if old is None:
        return np.full(layer.units, NEW)
    if layer.id in units:
        return np.asarray(units[layer.id], dtype=np.int64)
    places = np.arange(layer.units)
    return np.where(places < old.spec.units, places, NEW)


def _places(old: _Old, sources: Places, targets: Places) -> Places:
    """Where the weights (n_sources, n_targets) and, after them, the biases (n_targets,) of a layer stood, flat."""
    rows = np.append(np.where(sources < old.n_inputs, sources, NEW), old.n_inputs)
    grid = old.start + rows[:, np.newaxis] * old.spec.units + targets[np.newaxis, :]
    grid[(rows == NEW)[:, np.newaxis] | (targets == NEW)[np.newaxis, :]] = NEW
    return grid.ravel()
