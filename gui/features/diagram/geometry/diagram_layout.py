"""The layout says where everything stands; it is computed from the network's sizes and the room there is.

Scene units are device-independent pixels of the fitted view. Text keeps its size; columns and neurons take the room.
Where even the tightest arrangement needs more room than there is, the layout is larger than the view, which then
scales it down.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

from gui.words.network_names import INPUTS

_MARGIN = 8
_ROW = 24
_STEPPER = 132
"""Room for − and + and, between them, for how many units there are, in Chinese as well."""
_NAME_ROW = 22
_HEADER_GAP = 14
_LEGEND = 28
_LEGEND_SHARE = 0.64
_LEGEND_ALONE, _SHORT_LEGEND = 240, 168
_ADD = 24
_MIN_PITCH = 104
_MAX_PITCH = 272
_MAX_HEADER = 156
_MIN_ROW = 22
_MAX_ROW = 112
_MIN_NEURON, _MAX_NEURON = 14, 80
_SHARE_BESIDE_NAMES, _SHARE_ALONE, _SHARE_ACROSS = 0.78, 0.87, 0.36
"""How much of a row's height neurons take where their names stand beside them, where room is scarce, and of its pitch.
"""
_LABEL = 16
_WORTH_SCROLLING = 0.8
_FEW_ROWS = 9
_LEAST_ROWS = 6
_SUMMARY_ROWS = 10
_MOST_CURVES, _LEAST_BUNDLED = 600, 80


@dataclass(frozen=True)
class Column:
    """Where one layer stands. layer is -1 for the inputs; `shown` are the units drawn one by one, `centres` their y."""

    layer: int
    units: int
    is_output: bool
    x: float
    size: float
    shown: tuple[int, ...]
    centres: tuple[float, ...]
    summary_y: float | None
    header: QRectF
    body: QRectF
    row_height: float
    scale: float

    @property
    def is_hidden(self) -> bool:
        """Whether this is a hidden layer: neither the inputs nor the output layer."""
        return self.layer != INPUTS and not self.is_output

    @property
    def has_labels_below(self) -> bool:
        """Whether there is room for a name under each neuron."""
        return self.row_height - self.size >= (_LABEL - 2) * self.scale

    def neuron_rect(self, unit: int) -> QRectF:
        """The square of a drawn unit. Raises ValueError for a unit that is not drawn."""
        y = self.centres[self.shown.index(unit)]
        return QRectF(self.x - self.size / 2, y - self.size / 2, self.size, self.size)

    def bias_centre(self, unit: int) -> QPointF:
        """The middle of a unit's bias node, on the lower left corner of its square."""
        rect = self.neuron_rect(unit)
        inset = self.size * 0.06
        return QPointF(rect.left() + inset, rect.bottom() - inset)

    @property
    def bias_radius(self) -> float:
        """Radius of the bias nodes."""
        return max(4.0 * self.scale, min(8.0 * self.scale, self.size * 0.17))

    @property
    def summary_rect(self) -> QRectF | None:
        """The label that stands for the units that are not drawn."""
        if self.summary_y is None:
            return None
        width, height = 72 * self.scale, 19 * self.scale
        return QRectF(self.x - width / 2, self.summary_y - height / 2, width, height)

    def control(self, kind: str) -> QRectF:
        """The area of a header control: "name", "remove_layer", "fewer_units", "units", "more_units", "activation"."""
        row, name_row, head = _ROW * self.scale, _NAME_ROW * self.scale, self.header
        units_top, chooser_top = head.top() + name_row, head.top() + name_row + row
        stepper = min(head.width(), _STEPPER * self.scale)
        left = self.x - stepper / 2
        return {
            "name": QRectF(head.left(), head.top(), head.width(), name_row),
            "remove_layer": QRectF(head.right() - row + 5 * self.scale, head.top() - self.scale, row, row),
            "fewer_units": QRectF(left, units_top, row, row),
            "units": QRectF(left + row, units_top, stepper - 2 * row, row),
            "more_units": QRectF(left + stepper - row, units_top, row, row),
            "activation": QRectF(head.left(), chooser_top, head.width(), row),
        }[kind]


@dataclass(frozen=True)
class Layout:
    """The whole picture: columns from the inputs to the outputs, the places for new layers, the legend."""

    columns: tuple[Column, ...]
    bounds: QRectF
    legend: QRectF
    line_width: float
    scale: float

    def column(self, layer: int) -> Column:
        """The column of `layer` (-1 for the inputs). Raises KeyError where there is none."""
        if not INPUTS <= layer < len(self.columns) - 1:
            raise KeyError(f"there is no layer {layer}")
        return self.columns[layer + 1]

    @cached_property
    def bundles(self) -> frozenset[int]:
        """The layers before which connections are drawn as one bundle.

        Between two summarised columns always; else where all curves together would be too many to draw live.
        """
        rows = [len(column.shown) + (column.summary_y is not None) for column in self.columns]
        curves = [left * right for left, right in pairwise(rows)]
        found = set()
        for layer, (left, right) in enumerate(pairwise(self.columns)):
            both = left.summary_y is not None and right.summary_y is not None
            if both or (sum(curves) > _MOST_CURVES and curves[layer] >= _LEAST_BUNDLED):
                found.add(layer)
        return frozenset(found)

    @property
    def has_short_legend(self) -> bool:
        """Whether a title has no room beside the whole legend."""
        return self.legend.width() < 2 * _LEGEND_ALONE * self.scale

    @property
    def title_rect(self) -> QRectF:
        """A line left of the legend, which moves aside for it, and where room is scarce becomes shorter."""
        legend = _SHORT_LEGEND if self.has_short_legend else _LEGEND_ALONE
        beside = self.legend.adjusted(_MARGIN * self.scale, 0, -legend * self.scale, 0)
        return beside.translated(0, -4 * self.scale)

    def add_rect(self, index: int) -> QRectF:
        """The button that adds a layer at `index`, between two columns. Raises KeyError where there is none."""
        left, right = self.column(index - 1), self.column(index)
        side = _ADD * self.scale
        centre = QPointF((left.x + right.x) / 2, left.header.top() + (_NAME_ROW + _ROW / 2) * self.scale)
        return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)


def fitting_layout(
    sizes: Sequence[int], room: QSize | QSizeF, scale: float = 1.0, *, smallest: float = 0.0, least_neuron: float = 0.0
) -> Layout:
    """As `make_layout`; where the view must scale the picture down, the other direction takes the room this leaves.

    To fit the width the view scales it down to `smallest` at most, and lets people scroll sideways then.
    """
    width, height = room.width(), room.height()
    least_neuron = _least_of_use(sizes, width, scale, smallest, least_neuron)
    layout = make_layout(sizes, width, height, scale, least_neuron)
    wide, high = layout.bounds.width() / max(width, 1), layout.bounds.height() / max(height, 1)
    if max(wide, high) <= 1:
        return layout
    factor = max(wide, high) if smallest == 0 else max(min(wide, 1 / smallest), high)
    return make_layout(sizes, width * factor, height * factor, scale, least_neuron)


def _least_of_use(sizes: Sequence[int], width: float, scale: float, smallest: float, least_neuron: float) -> float:
    """`least_neuron`, or as much of it as has room across: for more the view would scale neurons and letters down.

    Where people would scroll sideways for larger neurons, they are to be so by a quarter at least.
    """
    column, wanted = (width - 2 * _MARGIN * scale) / len(sizes), least_neuron / _SHARE_ACROSS
    return column * _SHARE_ACROSS if _WORTH_SCROLLING * smallest * wanted < column < wanted else least_neuron


def make_layout(
    sizes: Sequence[int], width: float, height: float, scale: float = 1.0, least_neuron: float = 0.0
) -> Layout:
    """A layout of `sizes` (inputs, then units of each layer) for a view of `width` by `height` pixels.

    Neurons smaller than `least_neuron` take the room of the names below them.
    """
    header_height = (_NAME_ROW + 2 * _ROW) * scale
    top = _top(scale)
    room = max(height - top - (_LEGEND + _MARGIN) * scale, _least_room(max(sizes), scale))
    height = max(height, top + room + (_LEGEND + _MARGIN) * scale)
    most_columns = (width - 2 * _MARGIN * scale) / len(sizes)
    pitch = min(max(most_columns, _MIN_PITCH * scale, least_neuron / _SHARE_ACROSS), _MAX_PITCH * scale)
    seen, width = width, max(width, pitch * len(sizes) + 2 * _MARGIN * scale)
    slots = [_slots(units, room, scale) for units in sizes]
    heights = _row_heights(slots, room, scale)
    size = _neuron_size(min(heights), pitch, scale, least_neuron)
    first_x = width / 2 - pitch * (len(sizes) - 1) / 2
    header = QRectF(0, _MARGIN * scale, min(pitch - (_ADD + 8) * scale, _MAX_HEADER * scale), header_height)
    body = QRectF(0, top, pitch, room)
    columns = []
    for index, units in enumerate(sizes):
        x = float(round(first_x + index * pitch))
        shown, centres, summary = _rows(units, slots[index], heights[index], body.center().y())
        at_x = header.translated(x - header.width() / 2, 0), body.translated(x - pitch / 2, 0)
        is_output = index == len(sizes) - 1
        columns.append(
            Column(index - 1, units, is_output, x, size, shown, centres, summary, *at_x, heights[index], scale)
        )
    # where not all is seen at once the legend stands at the left, clear of the overview at the right
    legend_width = width if width - seen < 1 else seen * _LEGEND_SHARE
    legend = QRectF(0, height - (_LEGEND + _MARGIN / 2) * scale, legend_width, _LEGEND * scale)
    line_width = max(2.0, min(6.0, size / scale * 0.13)) * scale
    return Layout(tuple(columns), QRectF(0, 0, width, height), legend, line_width, scale)


def _least_room(most_units: int, scale: float) -> float:
    """The height below which the view scales the picture down; large type may stand beside somewhat smaller neurons."""
    rows = min(most_units, _FEW_ROWS)
    return max(rows, _LEAST_ROWS) * _MIN_ROW * math.sqrt(scale)


def _slots(units: int, room: float, scale: float) -> int:
    """Rows of a column: one a unit, or fewer where the units do not fit one by one."""
    fitting = max(_FEW_ROWS, int(room // (_MIN_ROW * scale)))
    return units if units <= fitting else min(fitting - 1, _SUMMARY_ROWS)


def _row_heights(slots: Sequence[int], room: float, scale: float) -> list[float]:
    """Row heights: the fullest column sets the measure, emptier ones may stand up to twice as wide apart."""
    tightest = min(room / max(slots), _MAX_ROW * scale)
    return [min(room / count, 2 * tightest, _MAX_ROW * scale) for count in slots]


def height_for_neurons(sizes: Sequence[int], least_neuron: float, scale: float) -> int:
    """How high a view must be for neurons of that size, in columns of so many that each is drawn."""
    rows = min(max(sizes), _FEW_ROWS)
    return math.ceil(_top(scale) + rows * least_neuron / _SHARE_ALONE + (_LEGEND + _MARGIN) * scale)


def _top(scale: float) -> float:
    """Where the room for neurons begins."""
    return (_MARGIN + _NAME_ROW + 2 * _ROW + _HEADER_GAP) * scale


def _neuron_size(row_height: float, pitch: float, scale: float, least: float) -> float:
    """The side of every neuron, an even number: leaves room for a label below where rows are high enough."""
    with_label = row_height - _LABEL * scale
    size = with_label if with_label >= max(28 * scale, least) else row_height * _SHARE_BESIDE_NAMES
    if size < least:
        size = row_height * _SHARE_ALONE
    return 2.0 * round(min(max(size, _MIN_NEURON * scale), _MAX_NEURON * scale, pitch * _SHARE_ACROSS) / 2)


def _rows(
    units: int, slots: int, row_height: float, middle: float
) -> tuple[tuple[int, ...], tuple[float, ...], float | None]:
    """Drawn units, their heights and the height of the summary, around `middle`; whole numbers keep pictures sharp."""
    top = middle - row_height * (slots - 1) / 2
    ys = [float(round(top + row_height * row)) for row in range(slots)]
    if slots == units:
        return tuple(range(units)), tuple(ys), None
    return (*range(slots - 2), units - 1), (*ys[: slots - 2], ys[-1]), ys[slots - 2]
