"""This module transfers the parameters that stay when the network's structure is edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.spec.specs import LayerSpec, NetworkSpec

Places = NDArray[np.int64]
Array = NDArray[Any]

NEW = -1
_INPUTS = 0  # stands for the id of the inputs; layers under edit have ids from 1 on


@dataclass(frozen=True)
class _Old:
    """A layer as it was: where its parameters start, how many inputs it had, and the id of the layer they came from."""

    spec: LayerSpec
    start: int
    n_inputs: int
    feeder: int


def carry_over(
    before: NetworkSpec, after: NetworkSpec, old: Array, new: Array, units: Mapping[int, Sequence[int]] | None = None
) -> None:
    """Copy what outlives the edit from `old`, flat as the parameters of `before`, into `new`, flat as those of `after`.

    Layers are known by their ids. A layer of the same kind that takes its inputs from the same layer as before keeps
    what belongs to those of its units, and comes from those of its inputs, that are still there.
    units: for a layer's id the old places of its units in order, NEW for new ones; without it units come and go at
        the end. The inputs stay as they are.
    """
    old_layers = _by_id(before)
    start, feeder, sources = 0, _INPUTS, np.arange(after.n_inputs)
    for layer in after.layers:
        known = old_layers.get(layer.id)
        if known is not None and known.spec.kind != layer.kind:
            known = None
        targets = _origins(layer, known, units or {})
        end = start + (len(sources) + 1) * layer.units
        if known is not None and known.feeder == feeder:
            _copy(known, old, new[start:end].reshape(-1, layer.units), sources, targets)
        start, feeder, sources = end, layer.id, targets


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


def _copy(known: _Old, old: Array, rows: Array, sources: Places, targets: Places) -> None:
    """Copy a layer: `rows` (n_sources + 1, n_targets) are its weights and, last, its biases as they will be."""
    end = known.start + (known.n_inputs + 1) * known.spec.units
    old_rows = old[known.start : end].reshape(-1, known.spec.units)
    origins = np.append(np.where(sources < known.n_inputs, sources, NEW), known.n_inputs)
    if _is_unchanged(origins, len(old_rows)) and _is_unchanged(targets, known.spec.units):
        rows[:] = old_rows
        return
    kept_rows, kept_units = np.flatnonzero(origins != NEW), np.flatnonzero(targets != NEW)
    rows[np.ix_(kept_rows, kept_units)] = old_rows[np.ix_(origins[kept_rows], targets[kept_units])]


def _is_unchanged(places: Places, count: int) -> bool:
    return len(places) == count and np.array_equal(places, np.arange(count))
