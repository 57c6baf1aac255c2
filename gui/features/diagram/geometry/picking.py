"""These functions say what a Shift click, a rubber band or Ctrl+A selects, and what an edit leaves selected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF

from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.curves import SUMMARY, Curves
from gui.features.diagram.geometry.diagram_layout import Layout
from gui.features.diagram.geometry.target import Target
from gui.words.network_names import INPUTS


def between(start: Target | None, end: Target) -> tuple[Target, ...]:
    """From `start` to `end`: layers, or neurons or biases of one layer; `end` alone where they are of other kinds."""
    if start is None or start.kind != end.kind:
        return (end,)
    if start.kind == "layer":
        low, high = sorted((start.layer, end.layer))
        return tuple(Target("layer", layer) for layer in range(low, high + 1))
    if start.layer != end.layer:
        return (end,)
    if start.kind in ("neuron", "bias") and start.unit is not None and end.unit is not None:
        low, high = sorted((start.unit, end.unit))
        return tuple(replace(end, unit=unit) for unit in range(low, high + 1))
    if start.unit == end.unit and start.input is not None and end.input is not None:
        low, high = sorted((start.input, end.input))
        return tuple(replace(end, input=source) for source in range(low, high + 1))
    return (end,)


def all_like(current: Target | None, layout: Layout) -> tuple[Target, ...]:
    """Everything of the kind of `current`; neurons where nothing is selected.

    Connections and biases of a network that is not drawn one by one are selected with their layers.
    """
    kind = "neuron" if current is None else current.kind
    layers = [column for column in layout.columns if column.layer != INPUTS]
    is_whole = all(column.summary_y is None for column in layout.columns)
    if kind == "neuron":
        return tuple(Target("neuron", column.layer, unit) for column in layout.columns for unit in range(column.units))
    if kind == "layer" or not is_whole:
        return tuple(Target("layer", column.layer) for column in layers)
    if kind == "bias":
        return tuple(Target("bias", column.layer, unit) for column in layers for unit in column.shown)
    return tuple(
        Target("connection", column.layer, unit, source)
        for column in layers
        for unit in column.shown
        for source in layout.column(column.layer - 1).shown
    )


def within(band: QRectF, layout: Layout, curves: Sequence[Curves]) -> tuple[Target, ...]:
    """What a rubber band in scene coordinates catches: the neurons and layer names it touches.

    Between the columns, where it touches none, it catches the connections that pass through it.
    """
    caught = [
        Target("neuron", column.layer, unit)
        for column in layout.columns
        for unit in column.shown
        if column.neuron_rect(unit).intersects(band)
    ]
    caught += [Target("layer", column.layer) for column in layout.columns if column.control("name").intersects(band)]
    return tuple(caught) or tuple(_crossing(band, curves))


def kept(
    targets: Iterable[Target], current: Target | None, before: NetworkSpec, after: NetworkSpec
) -> tuple[frozenset[Target], Target | None]:
    """What of a selection is still there after an edit, and its current target.

    They go with their layers, which are known by their ids. Where nothing else is left, the layer of the current
    target is.
    """
    places = _new_indices(before, after)

    def moved(target: Target) -> Target | None:
        there = replace(target, layer=places[target.layer]) if target.layer in places else None
        return there if there is not None and _exists(there, after) else None

    left = frozenset(there for target in targets if (there := moved(target)) is not None)
    if current is None:
        return left, None
    if not left and current.layer in places:
        left = frozenset({Target("layer", places[current.layer])})
    return left, moved(current)


def _crossing(band: QRectF, curves: Sequence[Curves]) -> Iterable[Target]:
    for layer, pair in enumerate(curves):
        x, y = pair.points[..., 0], pair.points[..., 1]
        hits = (x >= band.left()) & (x <= band.right()) & (y >= band.top()) & (y <= band.bottom())
        for row, column in np.argwhere(hits.any(axis=-1)):
            source, unit = pair.sources[int(row)], pair.targets[int(column)]
            if SUMMARY not in (source, unit):
                yield Target("connection", layer, unit, source)


def _new_indices(before: NetworkSpec, after: NetworkSpec) -> dict[int, int]:
    """The index in `after` of each layer of `before`; layers without an id of their own keep their index."""
    old, new = [layer.id for layer in before.layers], [layer.id for layer in after.layers]
    indices = {INPUTS: INPUTS}
    for index, layer_id in enumerate(old):
        if new.count(layer_id) == 1 and old.count(layer_id) == 1:
            indices[index] = new.index(layer_id)
        elif len(set(old)) < len(old) and index < len(new):
            indices[index] = index
    return indices


def _exists(target: Target, network: NetworkSpec) -> bool:
    sizes = network.sizes
    if target.unit is not None and target.unit >= sizes[target.layer + 1]:
        return False
    return target.input is None or target.input < sizes[target.layer]
