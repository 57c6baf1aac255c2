"""Labels are placed so that none covers another, a neuron or a name; all in scene coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from gui.features.diagram.geometry.curves import SUMMARY, Curves
from gui.features.diagram.geometry.diagram_layout import Column, Layout
from gui.toolkit.annotations import PartKey
from gui.words.network_names import INPUTS

Floats = NDArray[np.float64]
Size = tuple[float, float]
Label = tuple[str, PartKey]  # "neuron", "bias" or "connection", and the key of the part

_GAP = 4.0
_NAME_WIDTH, _NAME_HEIGHT = 34.0, 16.0
_SHARES = np.linspace(0.1, 0.9, 41)
_FEW, _TRIES = 40, 8  # labels whose order is worth trying, and how often
_ASIDE = ((0.0, 0.0), (-0.3, 0.0), (0.3, 0.0), (0.0, -0.4), (0.0, 0.4))  # shares of a label's size off the curve
_AT_ONCE = 48  # places that are looked at together
_CLEAR_ENOUGH = 1.4  # heights of a label: farther from its neighbours, a curve has no better place


@dataclass(frozen=True, eq=False)
class Wish:
    """A label of `size` (width, height), with the places (n, 2) of its upper left corner, best first."""

    label: Label
    size: Size
    corners: Floats


def best_placed(firm: Sequence[Wish], loose: Sequence[Wish], layout: Layout) -> dict[Label, QRectF]:
    """As `placed`, `firm` before `loose`; few loose ones are tried in several orders until all have room."""
    first = placed(firm, layout)
    best = placed(loose, layout, first)
    tries = _TRIES if len(loose) <= _FEW else 0
    rng = np.random.default_rng(0)
    for _ in range(tries):
        if len(best) == len(loose):
            break
        found = placed([loose[index] for index in rng.permutation(len(loose))], layout, first)
        best = max(best, found, key=len)
    return first | best


def placed(
    wishes: Sequence[Wish], layout: Layout, others: Mapping[Label, QRectF] = MappingProxyType({})
) -> dict[Label, QRectF]:
    """The rectangles of those wishes that have room beside `others`; earlier ones choose first."""
    taken = [*_obstacles(layout), *map(_edges, others.values())]
    room, count = np.empty((len(taken) + len(wishes), 4)), len(taken)
    room[:count] = taken
    area = layout.bounds.adjusted(0, layout.columns[0].header.bottom() - layout.bounds.top(), 0, 0)
    area.setBottom(layout.legend.top())
    found: dict[Label, QRectF] = {}
    for wish in wishes:
        corner = _free_corner(wish, room[:count], area)
        if corner is not None:
            width, height = wish.size
            room[count] = corner[0], corner[1], corner[0] + width, corner[1] + height
            count += 1
            found[wish.label] = QRectF(corner[0], corner[1], width, height)
    return found


def neuron_corners(column: Column, unit: int, size: Size) -> Floats:
    """Beside the neuron: to the right between the columns, below or by the name at the outer ones; at last above."""
    rect, (width, height), gap = column.neuron_rect(unit), size, _GAP * column.scale
    middle = rect.center()
    below = (middle.x() - width / 2, rect.bottom() + gap / 2)
    if column.layer == INPUTS:
        left, clear = rect.left() - gap - width, 10 * column.scale  # of the name
        places = [below, (left, middle.y() - clear - height), (left, middle.y() + clear)]
    elif column.is_output:
        under_name = (rect.right() + gap, middle.y() + 9 * column.scale)
        places = [under_name, (below[0], below[1] + column.bias_radius)]
        places += [(rect.left(), below[1]), (rect.left(), rect.top() - gap / 2 - height)]  # clear of the layer before
    else:
        beside = [(rect.right() + gap / 2, middle.y() - height * share) for share in (0.5, 0.8, 0.2)]
        places = [*beside, (below[0], below[1] + _NAME_HEIGHT * column.scale)]
    return np.array([*places, (below[0], rect.top() - gap / 2 - height)])


def bias_corners(column: Column, unit: int, size: Size) -> Floats:
    """Left of the bias node, somewhat lower or higher where that is taken."""
    centre, (width, height) = column.bias_centre(unit), size
    left = centre.x() - column.bias_radius - _GAP * column.scale / 2 - width
    shifts = np.array([0.2, 0.6, -0.2, 1.0]) * height
    return np.column_stack([np.full(len(shifts), left), centre.y() - height / 2 + shifts])


def connection_wishes(curves: Curves, layer: int, sizes: dict[Label, Size]) -> list[Wish]:
    """Labels on the curves where their neighbours are far; those with the least choice come first."""
    if curves.is_bundle:
        return []
    points = _along(curves)
    clear = _clearance(points[..., 1])
    wishes: list[tuple[float, Wish]] = []
    for row, source in enumerate(curves.sources):
        for column, unit in enumerate(curves.targets):
            label = ("connection", (layer, unit, source))
            if SUMMARY in (source, unit) or label not in sizes:
                continue
            index = row * len(curves.targets) + column
            width, height = sizes[label]
            room = np.minimum(clear[index], height * _CLEAR_ENOUGH)
            order = np.argsort(-room + np.abs(_SHARES - 0.5) * height, kind="stable")
            centred = points[index][order] - [width / 2, height / 2]
            corners = (centred + np.array(_ASIDE)[:, np.newaxis, :] * [width, height]).reshape(-1, 2)
            wishes.append((float(room.max()), Wish(label, (width, height), corners)))
    return [wish for _, wish in sorted(wishes, key=lambda pair: pair[0])]


def _along(curves: Curves) -> Floats:
    """Points (n_curves, samples, 2) along every curve of a gap; all have the same x at the same share of the way."""
    t = _SHARES[:, None]
    blend = np.hstack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])
    return np.asarray(np.einsum("sk,nkd->nsd", blend, curves.control_points.reshape(-1, 4, 2)))


def _clearance(heights: Floats) -> Floats:
    """How far (n_curves, samples) each curve's neighbours are, above or below it."""
    order = np.argsort(heights, axis=0, kind="stable")
    steps = np.diff(np.take_along_axis(heights, order, axis=0), axis=0)
    far = np.full((1, heights.shape[1]), np.inf)
    nearest = np.minimum(np.vstack([far, steps]), np.vstack([steps, far]))
    clear = np.empty_like(heights)
    np.put_along_axis(clear, order, nearest, axis=0)
    return clear


def _free_corner(wish: Wish, taken: Floats, area: QRectF) -> tuple[float, float] | None:
    """The best place that lies in `area` and touches none of the rectangles `taken` (left, top, right, bottom)."""
    (width, height), x, y = wish.size, wish.corners[:, 0], wish.corners[:, 1]
    inside = (x >= area.left()) & (x <= area.right() - width) & (y >= area.top()) & (y <= area.bottom() - height)
    x, y = x[inside], y[inside]
    if len(x) == 0:
        return None
    left, top, right, bottom = taken.T
    near = (left < x.max() + width) & (right > x.min()) & (top < y.max() + height) & (bottom > y.min())
    left, top, right, bottom = taken[near].T
    left, top = left - width, top - height
    for start in range(0, len(x), _AT_ONCE):  # most labels have room at one of their first places
        at_x, at_y = x[start : start + _AT_ONCE, np.newaxis], y[start : start + _AT_ONCE, np.newaxis]
        hits = ((at_x > left) & (at_x < right) & (at_y > top) & (at_y < bottom)).any(axis=1)
        if not hits.all():
            index = start + int(hits.argmin())
            return float(x[index]), float(y[index])
    return None


def _obstacles(layout: Layout) -> Iterable[tuple[float, float, float, float]]:
    """The squares, bias nodes and names of all neurons that are drawn, and the summaries."""
    for column in layout.columns:
        for unit in column.shown:
            yield _edges(column.neuron_rect(unit))
            yield from _name(column, unit)
            if column.layer != INPUTS:
                radius = column.bias_radius + column.scale
                centre = column.bias_centre(unit)
                yield _edges(QRectF(centre - QPointF(radius, radius), centre + QPointF(radius, radius)))
        if column.summary_rect is not None:
            yield _edges(column.summary_rect)


def _name(column: Column, unit: int) -> Sequence[tuple[float, float, float, float]]:
    """The name beside or below a neuron, of the usual width."""
    rect, scale = column.neuron_rect(unit), column.scale
    width, height = _NAME_WIDTH * scale, _NAME_HEIGHT * scale
    top = rect.center().y() - height / 2
    if column.layer == INPUTS:
        return [(rect.left() - width, top, rect.left(), top + height)]
    if column.is_output:
        return [(rect.right(), top, rect.right() + width, top + height)]
    if not column.has_labels_below:
        return []
    middle = rect.center().x()
    return [(middle - width / 2, rect.bottom(), middle + width / 2, rect.bottom() + height - 2 * scale)]


def _edges(rect: QRectF) -> tuple[float, float, float, float]:
    return rect.left(), rect.top(), rect.right(), rect.bottom()
