"""The arrow keys lead from the selected target to the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gui.features.diagram.geometry.diagram_layout import Column, Layout
from gui.features.diagram.geometry.target import Target
from gui.words.network_names import INPUTS


def next_target(selected: Target | None, key: Qt.Key, layout: Layout) -> Target:
    """Left and right go from layer to layer at the same height, up and down from neuron to neuron.

    Above the first neuron stands the layer as a whole.
    """
    if selected is None:
        return Target("neuron", INPUTS, 0)
    column = layout.column(selected.layer)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return _sideways(selected, 1 if key == Qt.Key.Key_Right else -1, layout)
    if selected.kind == "layer":
        first = column.shown[0]
        return Target("neuron", column.layer, first) if key == Qt.Key.Key_Down else selected
    index = column.shown.index(selected.unit) if selected.unit in column.shown else 0
    index += 1 if key == Qt.Key.Key_Down else -1
    if index < 0:
        return Target("layer", column.layer)
    return Target("neuron", column.layer, column.shown[min(index, len(column.shown) - 1)])


def next_parameter(selected: Target | None, key: Qt.Key, layout: Layout) -> Target:
    """Shift with up and down goes through the bias of a neuron and its connections from the layer before."""
    if selected is None or selected.unit is None or selected.layer == INPUTS:
        return next_target(selected, key, layout)
    sources = () if selected.layer in layout.bundles else layout.column(selected.layer - 1).shown
    if selected.kind == "neuron":
        index = -1
    elif selected.kind == "bias":
        index = len(sources)
    else:
        index = sources.index(selected.input) if selected.input in sources else 0
    index = (index + (1 if key == Qt.Key.Key_Down else -1)) % (len(sources) + 1)
    if index == len(sources):
        return Target("bias", selected.layer, selected.unit)
    return Target("connection", selected.layer, selected.unit, sources[index])


def _sideways(selected: Target, step: int, layout: Layout) -> Target:
    layer = min(max(selected.layer + step, INPUTS), len(layout.columns) - 2)
    if layer == selected.layer and selected.kind != "connection":
        return selected
    if selected.kind == "layer":
        return Target("layer", layer)
    column = layout.column(selected.layer)
    unit = selected.unit if selected.unit in column.shown else column.shown[0]
    height = column.neuron_rect(unit).center().y()
    return Target("neuron", layer, _nearest(layout.column(layer), height))


def _nearest(column: Column, height: float) -> int:
    return min(zip(column.shown, column.centres, strict=True), key=lambda row: abs(row[1] - height))[0]
