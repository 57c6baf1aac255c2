"""This module collects the moments of a run: the kernels write them, pass by pass, into tables that it provides.

Which moments there are depends on the run alone, not on how it was cut into calls: every n-th pass, and where data or
settings change. When there are too many, those go that cost least (see `thin`), and n doubles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.fingerprint import fingerprint_of
from engine.network.kernels.state import Record, Training, make_record
from engine.network.kernels.train import keep
from engine.network.moment_layout import N_NUMBERS, N_VECTORS
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import TrainingSpec
from engine.training.moments import DEFAULT_BYTES, MOST_MOMENTS, MOST_STRETCHES, Moments, Stretch, thin, without

FEWEST_MOMENTS = 4
"""A network so large that not even these have room has no moments."""
_FIRST_ROWS = 64
_Kind = TypeVar("_Kind", bound=np.generic)


@dataclass(eq=False)
class _Page:
    """The rows of the stretch that is being written; rows up to `count` are never written again."""

    begun: Stretch
    numbers: NDArray[np.float64]
    vectors: NDArray[np.float64]
    orders: NDArray[np.int64]
    count: int

    def stretch(self) -> Stretch:
        tables = (self.numbers, self.vectors, self.orders)
        numbers, vectors, orders = (FrozenArray.sharing(table[: self.count]) for table in tables)
        return replace(self.begun, numbers=numbers, vectors=vectors, orders=orders)

    def grow(self, rows: int) -> None:
        """Let there be `rows` of them, in new tables: the old ones may be on show."""
        self.numbers = _grown(self.numbers, self.count, rows)
        self.vectors = _grown(self.vectors, self.count, rows)
        self.orders = _grown(self.orders, self.count, rows)


class MomentRecorder:
    """Keeps moments within `most_bytes`, and within as many the data of earlier stretches.

    `begin` starts a stretch, `room` gives what the kernels fill.
    """

    def __init__(self, most_bytes: int = DEFAULT_BYTES) -> None:
        self._most_bytes = most_bytes
        self._most = MOST_MOMENTS
        self._before: tuple[Stretch, ...] = ()
        self._page: _Page | None = None
        self._stride = 1
        self._made: Moments | None = None

    def keep_within(self, most_bytes: int) -> None:
        """Keep moments within `most_bytes` from now on; what has no room any more goes."""
        self._most_bytes = most_bytes
        page = self._page
        if page is None:
            self._most = MOST_MOMENTS  # what there is room for shows where the next stretch begins
            return
        self._most = self._room_for(page.vectors.shape[1] + page.orders.shape[1])
        if self._most < FEWEST_MOMENTS:
            self._before, self._page, self._made = (), None, None
            return
        before = -1
        while before != (before := self._count()) and before >= self._most:
            self._fit()

    @property
    def is_due(self) -> bool:
        """Whether a stretch has to begin before training goes on."""
        return self._page is None and self._most >= FEWEST_MOMENTS

    def begin(self, state: Training, dataset: Dataset, training: TrainingSpec, rng: np.random.Generator) -> None:
        """Begin a stretch where the run stands, with the data and settings of now."""
        n_parameters, n_ordered = state.state.n_parameters, _n_ordered(dataset, training)
        self._most = self._room_for(N_VECTORS * n_parameters + n_ordered)
        self._made = None
        if self._most < FEWEST_MOMENTS:
            self._before, self._page = (), None
            return
        self._close(int(state.state.progress.epoch), int(state.state.progress.step))
        page = _Page(
            _begun(state, dataset, training, rng),
            np.empty((_FIRST_ROWS, N_NUMBERS)),
            np.empty((_FIRST_ROWS, N_VECTORS * n_parameters)),
            np.empty((_FIRST_ROWS, n_ordered), dtype=np.int64),
            0,
        )
        keep(state, _room_of(page, 1, 1, make_record(0)), 0)
        page.count = 1
        self._page = page
        while len(self._before) > 1 and self._are_too_many():
            self._before = (self._before[0], *self._before[2:])
        self._fit()

    def room(self, record: Record) -> Record:
        """`record` with room for the next moments."""
        page = self._page
        if page is None:
            return record._replace(room=0)
        if page.count == len(page.numbers):
            page.grow(2 * page.count)
        left = self._most - sum(map(len, self._before)) - page.count
        return _room_of(page, self._stride, max(1, min(left, len(page.numbers) - page.count)), record)

    def note(self, kept: int) -> None:
        """Note that the kernels have written so many moments."""
        if kept and self._page is not None:
            self._page.count += kept
            self._made = None
            self._fit()

    def cut(self, epoch: int) -> None:
        """Forget the moments after pass `epoch`: the run has gone back to it, and does not go on from a moment."""
        moments = self.moments()
        kept = None if moments is None else moments.until(epoch)
        self._before = () if kept is None else kept.stretches
        self._page = self._made = None

    def moments(self) -> Moments | None:
        """Those so far; None without any."""
        if self._made is None:
            page = () if self._page is None else (self._page.stretch(),)
            stretches = (*self._before, *page)
            self._made = Moments(stretches, self._stride) if stretches else None
        return self._made

    def restore(self, moments: Moments | None, dataset: Dataset, training: TrainingSpec) -> None:
        """Go on with what `moments` returned, in the last stretch where data and settings are still its own."""
        self._page, self._made = None, None
        self._before, self._stride = ((), 1) if moments is None else (moments.stretches, moments.stride)
        if moments is None:
            return
        last = moments.stretches[-1]
        same = last.fingerprint == fingerprint_of(dataset) and last.training == steps_alone(training)
        self._most = self._room_for(last.vectors.array.shape[1] + _n_ordered(dataset, training))
        if same and last.is_complete and last.end is None and self._most >= FEWEST_MOMENTS:
            self._before = moments.stretches[:-1]
            self._page = _page_of(replace(last, dataset=dataset))
            self._page.grow(max(_FIRST_ROWS, 2 * len(last)))

    def _room_for(self, row: int) -> int:
        """How many moments of so many values there may be."""
        return min(MOST_MOMENTS, self._most_bytes // (8 * (N_NUMBERS + row)))

    def _count(self) -> int:
        return sum(map(len, self._before)) + (self._page.count if self._page else 0)

    def _are_too_many(self) -> bool:
        """Whether there are more stretches than may be, or more data that they hold."""
        data = {id(stretch.dataset): stretch.dataset for stretch in self._before}.values()
        own = sum(each.nbytes for each in data if each is not None)
        orders = sum(stretch.first_order.nbytes for stretch in self._before)
        return len(self._before) > MOST_STRETCHES or own + orders > self._most_bytes

    def _close(self, epoch: int, step: int) -> None:
        """End the stretch before, at a pass and update; one that made no update is forgotten."""
        if self._page is not None:
            self._before = (*self._before, self._page.stretch().part(slice(None)))
            self._page = None
        while self._before and self._before[-1].first == (epoch, step):
            self._before = self._before[:-1]
        if self._before and self._before[-1].end is None:
            self._before = (*self._before[:-1], replace(self._before[-1], end=(epoch, step)))

    def _fit(self) -> None:
        """Drop moments where there are too many; no earlier than the room that `room` gave is full."""
        page = self._page
        total = self._count()
        if total < self._most or page is None:
            return
        stretches = (*self._before, page.stretch())
        dropped = thin(stretches, max(1, total // 3))
        kept = without(stretches, dropped)
        self._before, last = kept[:-1], kept[-1]
        self._page = _page_of(last)
        self._page.grow(max(_FIRST_ROWS, self._most))
        self._stride *= 2
        self._made = None


def steps_alone(training: TrainingSpec) -> TrainingSpec:
    """`training` without what ends a run or records it, which makes the same updates."""
    return replace(training, max_epochs=None, target_error=None, stop_when_all_right=False, milestones=())


def _begun(state: Training, dataset: Dataset, training: TrainingSpec, rng: np.random.Generator) -> Stretch:
    nothing = FrozenArray(np.zeros((0, 0)))
    words = rng.bit_generator.state["state"]
    return Stretch(
        training=steps_alone(training),
        fingerprint=fingerprint_of(dataset),
        numbers=nothing,
        vectors=nothing,
        orders=nothing,
        first_order=FrozenArray(state.state.order, np.int64),
        rng=(int(words["state"]), int(words["inc"])) if training.shuffle else None,
        dataset=dataset,
    )


def _page_of(stretch: Stretch) -> _Page:
    """The rows of `stretch`, which may be read only: to be grown before they are written."""
    return _Page(stretch, stretch.numbers.array, stretch.vectors.array, stretch.orders.array, len(stretch))


def _n_ordered(dataset: Dataset, training: TrainingSpec) -> int:
    """How many samples the order of a moment has, 0 where it is always the same."""
    return dataset.n_samples if training.shuffle else 0


def _room_of(page: _Page, stride: int, room: int, record: Record) -> Record:
    """`record` with the rows after those written, as the kernels take them."""
    rows = slice(page.count, page.count + room)
    return record._replace(
        stride=stride,
        room=room,
        n_ordered=page.orders.shape[1],
        numbers=page.numbers[rows].reshape(-1),
        vectors=page.vectors[rows].reshape(-1),
        orders=page.orders[rows].reshape(-1),
    )


def _grown(table: NDArray[_Kind], count: int, rows: int) -> NDArray[_Kind]:
    larger = np.empty((max(rows, count + 1), table.shape[1]), dtype=table.dtype)
    larger[:count] = table[:count]
    return larger
