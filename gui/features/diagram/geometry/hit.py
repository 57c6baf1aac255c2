"""A point of the canvas belongs to a target, and a target has a point where it can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from gui.features.diagram.geometry.bundle import bundle_of
from gui.features.diagram.geometry.curves import SUMMARY, Curves
from gui.features.diagram.geometry.diagram_layout import Column, Layout
from gui.features.diagram.geometry.target import Target
from gui.words.network_names import INPUTS

_CONTROLS = ("remove_layer", "fewer_units", "more_units", "units", "activation")
_REACH = 6.0
_BIAS_REACH = 1.35


def target_at(point: QPointF, layout: Layout, curves: Sequence[Curves]) -> Target | None:
    """The topmost thing at `point`, None over empty paper."""
    for column in layout.columns:
        found = _in_header(point, column) or _in_body(point, column)
        if found is not None:
            return found
    return _add_button(point, layout) or _connection(point, layout, curves)


def column_at(point: QPointF, layout: Layout) -> int | None:
    """The layer whose column lies at `point`: its head or the strip of its neurons; None between the columns."""
    for column in layout.columns:
        half = max(column.header.width() / 2, column.size)
        if abs(point.x() - column.x) <= half and column.header.top() <= point.y() <= column.body.bottom():
            return column.layer
    return None


def gap_at(point: QPointF, layout: Layout) -> int | None:
    """Where a layer added at `point` would stand: the index of the column on the right; None over a column."""
    for left, right in zip(layout.columns, layout.columns[1:], strict=False):
        if left.x + left.size < point.x() < right.x - right.size and point.y() < right.body.bottom():
            return right.layer
    return None


def hit_point(target: Target, layout: Layout, curves: Sequence[Curves]) -> QPointF:
    """A point where a click hits exactly `target`. Raises KeyError for what is not on the canvas."""
    try:
        return _hit_point(target, layout, curves)
    except ValueError as error:
        raise KeyError(f"unit {target.unit} of layer {target.layer} is not drawn one by one") from error


def _hit_point(target: Target, layout: Layout, curves: Sequence[Curves]) -> QPointF:
    if target.kind == "add_layer":
        return layout.add_rect(target.layer).center()
    column = layout.column(target.layer)
    if target.kind == "neuron" and target.unit is not None:
        return column.neuron_rect(target.unit).center()
    if target.kind == "bias" and target.unit is not None and target.layer != INPUTS:
        return column.bias_centre(target.unit)
    if target.kind == "connection" and None not in (target.unit, target.input) and target.layer != INPUTS:
        assert target.unit is not None
        assert target.input is not None
        return _on_connection(curves[target.layer], target.layer, target.input, target.unit)
    if target.kind == "layer":
        return column.control("name").center()
    if target.kind in _controls_of(column):
        return column.control(target.kind).center()
    raise KeyError(f"there is no {target.kind} at layer {target.layer}, unit {target.unit}, input {target.input}")


def _on_connection(curves: Curves, layer: int, source: int, unit: int) -> QPointF:
    if curves.is_bundle:
        raise KeyError(f"the connections to layer {layer} are drawn as a bundle")
    return curves.clearest_point(source, unit)


def _controls_of(column: Column) -> tuple[str, ...]:
    if column.layer == INPUTS:
        return ()
    return _CONTROLS if column.is_hidden else _CONTROLS[1:]


def _in_header(point: QPointF, column: Column) -> Target | None:
    for kind in _controls_of(column):
        if column.control(kind).contains(point):
            return Target(kind, column.layer)
    return Target("layer", column.layer) if column.header.contains(point) else None


def _in_body(point: QPointF, column: Column) -> Target | None:
    if abs(point.x() - column.x) > column.size:
        summary = column.summary_rect
        return Target("summary", column.layer) if summary is not None and summary.contains(point) else None
    if column.layer != INPUTS:
        reach = column.bias_radius * _BIAS_REACH
        for unit in column.shown:
            away = point - column.bias_centre(unit)
            if away.x() ** 2 + away.y() ** 2 <= reach**2:
                return Target("bias", column.layer, unit)
    for unit in column.shown:
        if column.neuron_rect(unit).contains(point):
            return Target("neuron", column.layer, unit)
    summary = column.summary_rect
    return Target("summary", column.layer) if summary is not None and summary.contains(point) else None


def _add_button(point: QPointF, layout: Layout) -> Target | None:
    for layer in range(len(layout.columns) - 1):
        if layout.add_rect(layer).contains(point):
            return Target("add_layer", layer)
    return None


def _connection(point: QPointF, layout: Layout, curves: Sequence[Curves]) -> Target | None:
    for layer, pair in enumerate(curves):
        if not pair.left.x < point.x() < pair.right.x:
            continue
        if pair.is_bundle:
            cell = bundle_of(pair).cell_at(point)
            return None if cell is None else Target("bundle", layer, unit=cell[1], input=cell[0])
        source, unit, distance = pair.nearest(point.x(), point.y())
        if distance > max(_REACH * layout.scale, layout.line_width / 2):
            return None
        if SUMMARY in (source, unit):
            return Target("summary", layer if unit == SUMMARY else layer - 1)
        return Target("connection", layer, unit, source)
    return None
