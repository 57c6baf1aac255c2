"""This module holds the moments of a run: at some passes, all that the next update goes by.

From a moment the run goes on with the same bits, so that any pass between two of them is found again by training
from the earlier one (`engine.training.replay`). A `MomentRecorder` collects them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.moment_layout import (
    EPOCH,
    LAST_FINITE_EPOCH,
    LOSS,
    N_NUMBERS,
    N_UPDATES,
    N_VECTORS,
    POSITION,
    STEP,
)
from engine.spec.frozen_array import ComparedByBits, FrozenArray
from engine.spec.specs import TrainingSpec

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Key = tuple[int, int]
"""Passes finished, and updates made in the next one."""

DEFAULT_BYTES = 64_000_000
"""What the moments of a run may take, if nothing else is asked for."""
MOST_MOMENTS = 1024
MOST_STRETCHES = 500
_FEWEST_TO_THIN = 3


@dataclass(frozen=True, eq=False)
class Stretch(ComparedByBits):
    """The moments of a part of the run in which data and settings stayed the same, rising.

    training: without its stop rules. fingerprint: of the data; dataset: the data themselves, None where they were not
    kept. numbers (n, N_NUMBERS) as `moment_layout` has them: epoch, step, position, epoch of the last finite
    evaluation, learning rate, updates made and objective of the rule, the last evaluation's epoch, losses and samples
    right. vectors (n, N_VECTORS * n_parameters): parameters, the rule's two memories, those last finite. orders
    (n, n_samples): that of the samples, without columns where no pass is shuffled; first_order: at the first moment.
    rng: the random numbers' state at the first moment as PCG64 has it, (state, increment); None without shuffling.
    end: where the next stretch begins, None for the last one. is_complete: False where there are parameters alone, as
    in older files: these moments can be looked at, and no run goes on from them.
    """

    training: TrainingSpec
    fingerprint: str
    numbers: FrozenArray
    vectors: FrozenArray
    orders: FrozenArray
    first_order: FrozenArray
    rng: tuple[int, int] | None = None
    end: Key | None = None
    is_complete: bool = True
    dataset: Dataset | None = field(default=None, compare=False)

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def epochs(self) -> Integers:
        """Passes finished at each moment."""
        epochs: Integers = self.numbers.array[:, EPOCH].astype(np.int64)
        return epochs

    @property
    def first(self) -> Key:
        """Where it begins."""
        numbers = self.numbers.array[0]
        return int(numbers[EPOCH]), int(numbers[STEP])

    @property
    def n_parameters(self) -> int:
        """Those of the network."""
        return int(self.vectors.array.shape[1] // N_VECTORS)

    def part(self, chosen: NDArray[np.bool_] | slice) -> Stretch:
        """Some of its moments; the first one stays."""
        numbers, vectors, orders = (FrozenArray(each.array[chosen], each.array.dtype) for each in self.tables)
        return replace(self, numbers=numbers, vectors=vectors, orders=orders)

    def parameters(self) -> Floats:
        """Those at each moment, (n, n_parameters)."""
        parameters: Floats = self.vectors.array[:, : self.n_parameters]
        return parameters

    def order(self, row: int) -> FrozenArray:
        """The order of the samples at moment `row`."""
        if row == 0:
            return self.first_order
        if self.orders.array.shape[1]:
            return FrozenArray(self.orders.array[row], np.int64)
        return FrozenArray(np.arange(len(self.first_order)), np.int64)

    def random(self, row: int) -> np.random.Generator | None:
        """The random numbers that follow moment `row`; None where nothing is shuffled.

        Each pass that is shuffled draws one number less than there are samples.
        """
        if self.rng is None:
            return None
        generator = np.random.PCG64()
        state, increment = self.rng
        words = generator.state
        words["state"] = {"state": state, "inc": increment}
        generator.state = words
        if row:
            epoch, step = self.first
            shuffled = int(self.epochs[row]) - epoch - (1 if step else 0)
            generator.advance(shuffled * (len(self.first_order) - 1))
        return np.random.Generator(generator)

    @property
    def nbytes(self) -> int:
        """The memory that its arrays take, its data apart."""
        return sum(each.nbytes for each in (*self.tables, self.first_order))

    @property
    def tables(self) -> tuple[FrozenArray, FrozenArray, FrozenArray]:
        """What has a row for each moment."""
        return self.numbers, self.vectors, self.orders

    def _content(self) -> tuple[object, ...]:
        arrays = (*self.tables, self.first_order)
        return (self.training, self.fingerprint, *arrays, self.rng, self.end, self.is_complete)


@dataclass(frozen=True, eq=False)
class Moments(ComparedByBits):
    """The stretches of a run, in their order. stride: the recorder keeps every so many passes, a power of two."""

    stretches: tuple[Stretch, ...]
    stride: int

    def __len__(self) -> int:
        return sum(len(stretch) for stretch in self.stretches)

    @property
    def nbytes(self) -> int:
        """The memory that they take, the data that they were trained on apart."""
        return sum(stretch.nbytes for stretch in self.stretches)

    @property
    def first_epoch(self) -> int:
        """The earliest pass that can be shown."""
        return self.stretches[0].first[0]

    def last_until(self, epoch: int) -> tuple[Stretch, int] | None:
        """The last moment until the end of pass `epoch`: its stretch and row. None where all come later."""
        for stretch in reversed(self.stretches):
            if stretch.first <= (epoch, 0):
                return stretch, int(np.searchsorted(stretch.epochs, epoch, side="right")) - 1
        return None

    def reaches(self, stretch: Stretch, epoch: int) -> bool:
        """Whether training on from a moment of `stretch` leads to what the run was after pass `epoch`."""
        return stretch.is_complete and (stretch.end is None or (epoch, 0) <= stretch.end)

    def to_look_at(self) -> Moments:
        """The same where locks or cuts have changed since: they were so, but training from them makes other steps."""
        return replace(self, stretches=tuple(replace(each, is_complete=False) for each in self.stretches))

    def until(self, epoch: int) -> Moments | None:
        """Those up to the end of pass `epoch`; None where there are none."""
        kept = []
        for stretch in self.stretches:
            if stretch.first > (epoch, 0):
                break
            chosen = slice(0, int(np.searchsorted(stretch.epochs, epoch, side="right")))
            kept.append(stretch if chosen.stop == len(stretch) else stretch.part(chosen))
        return replace(self, stretches=(*kept[:-1], replace(kept[-1], end=None))) if kept else None

    def thinned(self, most: int) -> Moments:
        """At most `most` of them: dense where the run begins, where the error changes, and where settings do.

        Where they are fewer than the stretches, some stretches go; a few always stay.
        """
        left = np.arange(len(self))
        while len(left) > most:
            dropped = thin(self.stretches, len(left) - most, left)
            if not dropped.any():
                break
            left = left[~dropped]
        gone = np.ones(len(self), dtype=bool)
        gone[left] = False
        return replace(self, stretches=without(self.stretches, gone)) if gone.any() else self

    def within(self, most_bytes: int) -> Moments | None:
        """Those that have room in so many bytes; None where hardly any have."""
        kept = self
        while kept.nbytes > most_bytes:
            fewer = kept.thinned(max(_FEWEST_TO_THIN, len(kept) * most_bytes // kept.nbytes))
            if len(fewer) == len(kept):
                return None
            kept = fewer
        return kept

    def ends_of_passes(self) -> tuple[Integers, Floats]:
        """Epochs (n,) and parameters (n, n_parameters) at the ends of passes; of two at the same one the later."""
        at_end = [stretch.numbers.array[:, STEP] == 0 for stretch in self.stretches]
        epochs = np.concatenate([stretch.epochs[ends] for stretch, ends in zip(self.stretches, at_end, strict=True)])
        parameters = [stretch.parameters()[ends] for stretch, ends in zip(self.stretches, at_end, strict=True)]
        is_last = np.ones(len(epochs), dtype=bool)
        is_last[:-1] = epochs[1:] != epochs[:-1]
        return epochs[is_last], np.concatenate(parameters)[is_last]


def without(stretches: tuple[Stretch, ...], dropped: NDArray[np.bool_]) -> tuple[Stretch, ...]:
    """`stretches` without the moments that are True in `dropped`, one after the other."""
    kept, start = [], 0
    for stretch in stretches:
        chosen = ~dropped[start : start + len(stretch)]
        start += len(stretch)
        if chosen.all():
            kept.append(stretch)
        elif chosen.any():
            kept.append(stretch.part(chosen))
    return tuple(kept)


def thin(stretches: tuple[Stretch, ...], most: int, left: Integers | None = None) -> NDArray[np.bool_]:
    """Which of the moments that are `left` (all) can go best, as True: at most `most`, and no two neighbours.

    What the run loses without a moment is the share of the run around it, counted both evenly and by the logarithm of
    the epoch, and how much the error changes there. The first moment of a stretch goes only where it is the only one.
    """
    chosen: Integers | slice = slice(None) if left is None else left
    epochs = np.concatenate([stretch.epochs for stretch in stretches])[chosen].astype(np.float64)
    losses = np.concatenate([stretch.numbers.array[:, LOSS] for stretch in stretches])[chosen]
    places = np.concatenate([np.full(len(stretch), place) for place, stretch in enumerate(stretches)])[chosen]
    dropped = np.zeros(len(epochs), dtype=bool)
    if len(epochs) < _FEWEST_TO_THIN:
        return dropped
    spans, middle = epochs[2:] - epochs[:-2], epochs[1:-1]
    with np.errstate(all="ignore"):
        change = np.abs(np.log10(losses[2:]) - np.log10(losses[:-2]))
    change = np.where(np.isfinite(change), np.minimum(change, 1.0), 0.0)
    costs = spans / max(epochs[-1], 1.0) + 0.1 * spans / (middle + 1.0) + 0.05 * change
    begins = (places[1:-1] != places[:-2]) & (places[1:-1] == places[2:])
    costs[begins] = np.inf
    inner = np.arange(1, len(epochs) - 1)
    inner = inner[np.isfinite(costs)]
    odd = inner[inner % 2 == 1]  # of which no two are neighbours
    candidates = odd if len(odd) else inner[inner % 2 == 0]
    if len(candidates) > most:
        candidates = candidates[np.argpartition(costs[candidates - 1], most)[:most]]
    dropped[candidates] = True
    return dropped


def fit_run(moments: Moments, n_parameters: int, epoch: int) -> bool:
    """Whether `moments`, perhaps from a file, can be those of a run that stands at `epoch`, of such a network."""
    if not moments.stretches or len(moments) > MOST_MOMENTS + 2 * MOST_STRETCHES or moments.stride < 1:
        return False
    before: Key = (0, 0)
    for stretch in moments.stretches:
        if not _is_stretch(stretch, n_parameters) or not before <= stretch.first:
            return False
        before = (int(stretch.epochs[-1]), 0)
    return before[0] <= epoch and moments.stride & (moments.stride - 1) == 0


def _is_stretch(stretch: Stretch, n_parameters: int) -> bool:
    numbers, vectors, orders = (each.array for each in stretch.tables)
    count, samples = len(numbers), np.arange(len(stretch.first_order))
    if count == 0 or numbers.shape != (count, N_NUMBERS) or vectors.shape != (count, N_VECTORS * n_parameters):
        return False
    if orders.shape not in ((count, 0), (count, len(samples))) or not np.isfinite(stretch.parameters()).all():
        return False
    counts = numbers[:, [EPOCH, STEP, POSITION, LAST_FINITE_EPOCH, N_UPDATES]]
    if not ((counts >= 0).all() and (counts <= 2**53).all() and (counts == np.floor(counts)).all()):
        return False
    orders_fit = all(np.array_equal(np.sort(order), samples) for order in (stretch.first_order.array, *orders))
    return bool((np.diff(stretch.epochs) > 0).all()) and (orders_fit or not orders.shape[1])
