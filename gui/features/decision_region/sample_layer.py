"""Samples are drawn as points with class colours and shapes; test samples are hollow, misses ringed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from gui.features.decision_region.output_reading import Reading, shown_labels
from gui.features.decision_region.slices.plane_choice import all_inputs, all_targets, input_range
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from gui.toolkit.plots.markers import class_shape, edge_colour, shape_size
from gui.toolkit.plots.paper_items import MarksItem
from gui.toolkit.plots.plot_ranges import FARTHEST
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.theme import Theme

NEAR_SLICE = 0.15  # share of an input's range: further from the slice, points are drawn faint
MOST_POINTS = 4_000  # drawn; more make the window stall, and hide each other anyway
FEW_MISSES = 40  # so many rings get a halo; among more it is only unrest
VALUES = -1  # in place of a class, for real-valued targets


class SampleLayer:
    """Scatter items for the samples of one data set; indices count training samples, then test samples.

    Of very many samples only `MOST_POINTS`, or `most_points`, are drawn, marked and found by the mouse: those that
    `drawn` lists.
    """

    def __init__(self, view: Any, theme: Theme) -> None:
        self._view = view
        self._theme = theme
        self.most_points: int | None = None  # MOST_POINTS, unless samples move with every frame
        self._groups: dict[tuple[int, bool, bool], Any] = {}
        self.members: dict[Any, NDArray[np.intp]] = {}  # of each item, the indices of the samples that it draws
        self._size = 10.0
        self.halos, self.rings, self.selection, self.marks = (self._add_item(z) for z in (20, 21, 22, 23))
        self._around, self._pointer = (self._add_item(z) for z in (24, 25))
        self.marked: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self._pointed: int | None = None
        self.n_samples = 0
        self._places: Callable[[NDArray[np.intp]], NDArray[np.float64]] = lambda _indices: np.empty((0, 2))
        self._positions: NDArray[np.float64] | None = None
        self.drawn: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self._wrong: NDArray[np.bool_] = np.zeros(0, dtype=bool)

    def show_samples(self, data: Dataset, plane: Plane, reading: Reading, theme: Theme) -> None:
        """Draw the samples of `data` on the axes of `plane`."""
        self._theme = theme
        self._size = _point_size(data.n_samples + data.n_test_samples)
        self.n_samples = data.n_samples + data.n_test_samples
        self._places, self._positions = partial(_places, data, plane, reading), None
        self.drawn = drawn_samples(data.n_samples, data.n_test_samples, self.most_points)
        labels = _group_labels(data, reading, self.drawn)
        test = self.drawn >= data.n_samples
        faint = _off_slice(data, plane, self.drawn)
        keys = set(zip(labels.tolist(), test.tolist(), faint.tolist(), strict=True))
        for key in self._groups.keys() - keys:
            item = self._groups.pop(key)
            del self.members[item]
            self._view.removeItem(item)
        for key in keys:
            chosen = self.drawn[(labels == key[0]) & (test == key[1]) & (faint == key[2])]
            self._draw_group(key, chosen, all_targets(data), reading)
        self._wrong = np.zeros(0, dtype=bool)
        self._draw_rings(self.drawn[:0])
        self.show_marked(self.marked)
        if self._pointed is not None:
            self.show_pointed(self._pointed)

    def move_samples(self, data: Dataset, plane: Plane, reading: Reading) -> None:
        """Put the samples on show, which stand elsewhere now but look as before, to their places."""
        self._places, self._positions = partial(_places, data, plane, reading), None
        for item, indices in self.members.items():
            if len(indices):
                item.move_marks(*self.places(indices).T)

    def show_misses(self, wrong: NDArray[np.bool_]) -> None:
        """Put a ring around every drawn sample for which `wrong` is True, unless these have theirs already."""
        if len(wrong) != self.n_samples:
            return
        wrong = wrong[self.drawn]
        if not np.array_equal(wrong, self._wrong):
            self._wrong = wrong
            self._draw_rings(self.drawn[wrong])

    def show_selection(self, indices: NDArray[np.intp]) -> None:
        """Mark the samples that Delete would remove."""
        drawn = self._drawn_of(indices)
        is_one = len(drawn) == 1
        pen = make_pen(self._view, self._theme.accent, (2.0 if is_one else 1.3) * self._theme.scale)
        size = self._px(2.1 if is_one else 1.5)
        self._draw(self.selection, drawn, symbol="s", size=size, pen=pen, brush=None)

    def show_marked(self, indices: NDArray[np.intp]) -> None:
        """Put a square around the samples at `indices`, which stays until others are marked; past the last: none."""
        self.marked = self._drawn_of(indices)
        pen = make_pen(self._view, self._theme.text, 1.6 * self._theme.scale)
        self._draw(self.marks, self.marked, symbol="s", size=self._px(1.9), pen=pen, brush=None)

    def show_pointed(self, index: int | None) -> None:
        """Put a square around the sample that the mouse is on in some picture, to be seen on every colour."""
        self._pointed = index
        drawn = self.drawn[:0] if index is None else self.drawn[self.drawn == index]
        for item, colour, width in ((self._around, self._theme.panel, 5.0), (self._pointer, self._theme.text, 2.4)):
            pen = make_pen(self._view, colour, width * self._theme.scale)
            self._draw(item, drawn, symbol="s", size=self._px(2.1), pen=pen, brush=None)

    @property
    def positions(self) -> NDArray[np.float64]:
        """The positions of all samples, (n, 2); computed when they are asked for."""
        if self._positions is None:
            self._positions = self.places(np.arange(self.n_samples))
        return self._positions

    def places(self, indices: NDArray[np.intp]) -> NDArray[np.float64]:
        """Where the samples at `indices` stand on the plot, (n, 2); of a million, only those in use are computed."""
        return np.clip(self._places(indices), -FARTHEST, FARTHEST)

    @property
    def ringed(self) -> NDArray[np.intp]:
        """Indices of the samples that have a ring."""
        return self.drawn[: len(self._wrong)][self._wrong]

    def nearest_to(
        self, position: QPointF, pixels_at: Callable[[NDArray[np.float64]], NDArray[np.float64]], reach: float
    ) -> int | None:
        """The drawn sample nearest to a pixel, within `reach` pixels."""
        if len(self.drawn) == 0:
            return None
        pixels = pixels_at(self.places(self.drawn))
        distances = np.hypot(*(pixels - [position.x(), position.y()]).T)
        nearest = int(np.argmin(distances))
        return int(self.drawn[nearest]) if distances[nearest] <= reach else None

    def look(self, label: int, *, is_test: bool, values: NDArray[np.float64], reading: Reading) -> dict[str, Any]:
        """How samples of class `label` are drawn, or, where it is `VALUES`, those with these `values`."""
        theme, is_value = self._theme, label == VALUES
        shape = "o" if is_value else class_shape(label)
        colour = theme.class_colour(max(label, 0))
        edge, fill = (colour, "#ffffff") if is_test else (edge_colour(colour), colour)
        return {
            "symbol": shape,
            "size": shape_size(shape, self._px(0.78 if is_test else 1.0)),
            "pen": make_pen(self._view, theme.text if is_value else edge, (1.8 if is_test else 1.1) * theme.scale),
            "brush": self._value_brushes(values, reading) if is_value else QBrush(QColor(fill)),
        }

    def _draw_group(
        self, key: tuple[int, bool, bool], chosen: NDArray[np.intp], targets: NDArray[np.float64], reading: Reading
    ) -> None:
        label, test, faint = key
        if key not in self._groups:
            self._groups[key] = self._add_item(4 + 4 * (not faint) + 2 * (not test))
        item, values = self._groups[key], targets[chosen, reading.column]
        self._draw(item, chosen, **self.look(label, is_test=test, values=values, reading=reading))
        item.setOpacity(0.3 if faint else 1.0)

    def _drawn_of(self, indices: NDArray[np.intp]) -> NDArray[np.intp]:
        """Those at `indices` that are drawn."""
        return self.drawn[np.isin(self.drawn, indices)]

    def _draw(self, item: Any, indices: NDArray[np.intp], **look: Any) -> None:
        self.members[item] = indices
        if len(indices) or len(item.data):
            item.setData(*self.places(indices).T, **look)

    def _value_brushes(self, values: NDArray[np.float64], reading: Reading) -> list[QBrush]:
        """A brush for each value; equal colours share theirs, so that each kind of mark is painted once."""
        table, places = diverging_table(self._theme), diverging_indices(values, reading.middle, reading.span)
        brushes = {place: QBrush(QColor(*map(int, table[place]))) for place in set(places.tolist())}
        return [brushes[place] for place in places.tolist()]

    def _draw_rings(self, wrong: NDArray[np.intp]) -> None:
        theme = self._theme
        wide = make_pen(self._view, theme.middle, self._px(0.3))
        narrow = make_pen(self._view, theme.wrong, max(1.4 * theme.scale, self._px(0.15)))
        around = wrong if len(wrong) <= FEW_MISSES else wrong[:0]
        for item, shown, pen in ((self.halos, around, wide), (self.rings, wrong, narrow)):
            self._draw(item, shown, symbol="o", size=self._px(1.75), pen=pen, brush=None)

    def _add_item(self, z: float) -> Any:
        item = MarksItem()
        item.setZValue(z)
        self._view.addItem(item, ignoreBounds=True)
        return item

    def _px(self, share: float) -> float:
        return self._size * share * self._theme.scale


def _places(data: Dataset, plane: Plane, reading: Reading, indices: NDArray[np.intp]) -> NDArray[np.float64]:
    """Where samples stand on the plot, (n, 2); with one input, the target is the height."""
    inputs = all_inputs(data)[indices]
    if plane.y_axis is not None:
        return plane.places(inputs)
    targets = all_targets(data)[indices]
    heights = targets.max(axis=1) if reading.competing and len(targets) else targets[:, reading.column]
    return np.column_stack([inputs[:, plane.x_axis], heights])


def drawn_samples(n_samples: int, n_test_samples: int, most: int | None = None) -> NDArray[np.intp]:
    """Indices, ascending, of the samples to draw: all of them, or `most` (MOST_POINTS) spread evenly over both kinds.

    The choice is always the same for the same counts, and has the last training sample, which a click has just added.
    """
    most = most or MOST_POINTS
    count = n_samples + n_test_samples
    if count <= most:
        return np.arange(count)
    n_test = round(most * n_test_samples / count)
    n_test = min(max(n_test, min(1, n_test_samples)), most - min(1, n_samples))
    training = _spread(n_samples, most - n_test)
    return np.concatenate([training, n_samples + _spread(n_test_samples, n_test)])


def _spread(count: int, wanted: int) -> NDArray[np.intp]:
    """`wanted` of the indices below `count`, one from each of as many equal stretches, the last index among them.

    Within its stretch the place is scattered, as a fixed step could keep meeting the same class in regular data.
    """
    if wanted == 0:
        return np.empty(0, dtype=np.intp)
    edges = np.arange(wanted + 1) * count // wanted
    scatter = np.random.default_rng(0).random(wanted)
    places = edges[:-1] + (scatter * np.diff(edges)).astype(np.intp)
    places[-1] = count - 1
    return np.asarray(places, dtype=np.intp)


def _group_labels(data: Dataset, reading: Reading, indices: NDArray[np.intp]) -> NDArray[np.int64]:
    if data.task == "values":
        return np.full(len(indices), VALUES, dtype=np.int64)
    return shown_labels(data, all_targets(data)[indices], reading.column)


def _off_slice(data: Dataset, plane: Plane, indices: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which samples lie far from the slice in an input that is on no axis; an oblique plane projects all of them."""
    off = np.zeros(len(indices), dtype=bool)
    if plane.oblique is not None:
        return off
    inputs = all_inputs(data)[indices]
    for column in set(range(data.n_raw_inputs)) - {plane.x_axis, plane.y_axis}:
        low, high = input_range(data, column)
        off |= np.abs(inputs[:, column] - plane.fixed[column]) > NEAR_SLICE * (high - low)
    return off


def _point_size(count: int) -> float:
    """Points get smaller where they are many."""
    return 15.0 if count <= 16 else 11.0 if count <= 120 else 9.0 if count <= 400 else 7.0
