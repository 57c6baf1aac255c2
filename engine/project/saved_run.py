"""This module holds saved runs: what was trained, how, from which start, with which result, in bounded size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray, freeze
from engine.spec.readable import readable
from engine.spec.specs import NetworkSpec, TrainingSpec
from engine.training.curve_marks import CurveMark, check_marks
from engine.training.history import LossCurve, curve_of
from engine.training.run import Run

Floats = NDArray[np.float64]

MAX_RUNS = 50
MAX_BUCKETS = 500  # of a kept curve
MAX_NAME = 200
STATE_BYTES = 6_000_000
"""What starts, ends and curves of all saved runs may take together; moments and ends of the oldest go first."""
SAVED_MOMENT_BYTES = 250_000
"""What the moments of one of them take at most; those between them are found again from them."""
DATA_BYTES = 8_000_000
"""What the samples of all saved runs may take together, each set counted once; those of the oldest go first."""


@dataclass(frozen=True)
class RunFigures:
    """These are a run's figures after its last whole pass: summed losses and right samples; None where there is none.

    A loss that is not finite, of a run that diverged, is None.
    """

    loss_sum: float | None
    n_right: int | None
    n_samples: int
    test_loss_sum: float | None = None
    n_test_right: int | None = None
    n_test_samples: int = 0


@dataclass(frozen=True)
class SavedRun:
    """A saved run holds all that is needed to repeat it and, where there is room, to go on from its end.

    number, when: tell it from all other runs of a project; `when` is the time at which it was kept, as ISO text.
    dataset: None where the samples took too much room; `fingerprint` tells whether other data are the same.
    parameters, locked, cut: the start, as in `Project`. curve: (7, n ≤ 500) as in `Run`, older buckets joined.
    was_steered: settings, data or weights were changed while it trained, so that its start alone does not give it
        again. marks: where its curve shows that.
    state: its end, to go on from with the same bits; None where that takes too much room.
    """

    number: int
    when: str
    name: str
    dataset: DatasetSpec | None
    fingerprint: str
    network: NetworkSpec
    training: TrainingSpec
    epoch: int
    figures: RunFigures
    curve: FrozenArray
    stop_reason: str | None = None
    was_steered: bool = False
    parameters: FrozenArray | None = None
    locked: FrozenArray | None = None
    cut: FrozenArray | None = None
    state: Run | None = None
    marks: tuple[CurveMark, ...] = ()

    def __post_init__(self) -> None:
        for name, dtype in (("parameters", "float64"), ("locked", "bool"), ("cut", "bool"), ("curve", "float64")):
            object.__setattr__(self, name, freeze(getattr(self, name), dtype))
        object.__setattr__(self, "name", readable(self.name))
        size = (self.network.n_parameters,)
        vectors = (self.parameters, self.locked, self.cut, None if self.state is None else self.state.parameters)
        if any(vector is not None and vector.array.shape != size for vector in vectors):
            raise EngineError("The saved run {name} belongs to another network.", name=self.name)
        if not _is_curve(self.curve.array):
            raise EngineError("The curve of the saved run {name} is damaged.", name=self.name)
        check_marks(self.marks, self.epoch)

    @property
    def key(self) -> tuple[int, str]:
        """What tells this run from all others of its project, whatever it is called."""
        return self.number, self.when

    @property
    def has_test(self) -> bool:
        """Whether there were test samples."""
        return self.figures.n_test_samples > 0

    @property
    def nbytes(self) -> int:
        """The memory that its start, end and curve take, its samples apart."""
        return _bytes_of(self.parameters, self.locked, self.cut, self.curve, self.state)

    def loss_curve(self) -> LossCurve:
        """Its error curve, mean losses as in the run's history."""
        return curve_of(self.curve.array, self.has_test, self.marks)

    def is_same_work(self, other: SavedRun) -> bool:
        """Whether the two began alike and stand at the same epoch with the same figures, by whatever way."""
        return _setup(self) == _setup(other) and (self.epoch, self.figures) == (other.epoch, other.figures)

    def is_same_setup(self, other: SavedRun) -> bool:
        """Whether the two began at the same start, with the same data and settings, which were kept to or not."""
        return _setup(self) == _setup(other) and self.was_steered == other.was_steered


def _is_curve(table: Floats) -> bool:
    """Whether `table` has the shape of a kept curve and epochs that rise."""
    if table.ndim != 2 or table.shape[0] != 7 or table.shape[1] > MAX_BUCKETS:
        return False
    epochs = table[0]
    in_range = bool(((epochs >= 0) & (epochs <= 2**53)).all())  # nor is NaN
    return in_range and bool((np.diff(epochs) >= 0).all())


def _setup(run: SavedRun) -> tuple[object, ...]:
    return run.fingerprint, run.network, run.training, run.parameters, run.locked, run.cut


def figures_of(run: Run, data: Dataset) -> RunFigures:
    """The figures that `run` on `data` had after its last whole pass."""
    evaluation = run.evaluation
    graded, has_test = data.task != "values", data.n_test_samples > 0
    return RunFigures(
        loss_sum=_finite(evaluation.loss_sum),
        n_right=evaluation.n_right if graded else None,
        n_samples=data.n_samples,
        test_loss_sum=_finite(evaluation.test_loss_sum) if has_test else None,
        n_test_right=evaluation.n_test_right if graded and has_test else None,
        n_test_samples=data.n_test_samples,
    )


def thinned(table: Floats, most: int = MAX_BUCKETS) -> Floats:
    """A curve (7, n) as at most `most` buckets that each stand for as many epochs, no extreme lost."""
    if table.shape[1] <= most:
        return table
    epochs = table[0]
    place = np.minimum((epochs - 1) * most // max(epochs[-1], 1), most - 1)
    starts = np.flatnonzero(np.diff(place, prepend=-np.inf))
    ends = np.append(starts[1:], table.shape[1]) - 1
    low, high = np.fmin.reduceat(table, starts, axis=1), np.fmax.reduceat(table, starts, axis=1)
    last = table[:, ends]
    return np.stack([last[0], low[1], high[2], last[3], low[4], high[5], last[6]])


def bounded(runs: Sequence[SavedRun]) -> tuple[SavedRun, ...]:
    """`runs`, oldest first, cut down to what a project may hold.

    The newest stay, `MAX_RUNS` of them. Where they take too much room the oldest lose their moments, then
    their end, and their samples; a run whose start alone takes too much goes, unless it is the newest.
    """
    newest_first = list(reversed(runs[-MAX_RUNS:]))
    least = np.cumsum([replace(run, state=None).nbytes for run in newest_first])
    stay = newest_first[: max(1, int(np.searchsorted(least, STATE_BYTES, side="right")))]
    room, data_room = STATE_BYTES - int(least[len(stay) - 1]) if stay else 0, DATA_BYTES
    samples: dict[DatasetSpec | None, bool] = {None: False}
    kept = []
    for run in stay:
        state = _fitting(run.state, room)
        room -= _bytes_of(state)
        if run.dataset is not None and run.dataset not in samples:
            taken = _data_bytes(run.dataset)
            samples[run.dataset] = taken <= data_room
            data_room -= taken if taken <= data_room else 0
        dataset = run.dataset if samples[run.dataset] else None
        is_whole = state is run.state and dataset is run.dataset
        kept.append(run if is_whole else replace(run, state=state, dataset=dataset))
    return tuple(reversed(kept))


def _fitting(state: Run | None, room: int) -> Run | None:
    """As much of a run's end as has `room`."""
    if state is None or _bytes_of(state) <= room:
        return state
    without_moments = replace(state, moments=None)
    return without_moments if _bytes_of(without_moments) <= room else None


def merged(present: Sequence[SavedRun], before: Sequence[SavedRun], after: Sequence[SavedRun]) -> tuple[SavedRun, ...]:
    """`present` with what an edit did that made `before` into `after`: runs come, go or get another name.

    Runs that the edit has nothing to do with, kept or gone on since, stay as they are.
    """
    old, new = {run.key: run for run in before}, {run.key: run for run in after}
    here = {run.key: run for run in present if run.key not in old.keys() - new.keys()}
    since = [run for key, run in here.items() if key not in old and key not in new]
    for key in new.keys() - old.keys():
        if not any(run.is_same_work(new[key]) for run in since):  # not one that was kept again meanwhile
            here.setdefault(key, new[key])
    for key in here.keys() & new.keys() & old.keys():
        if new[key].name != old[key].name:
            here[key] = replace(here[key], name=new[key].name)
    return tuple(sorted(here.values(), key=lambda run: run.key))


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _bytes_of(*parts: FrozenArray | Run | None) -> int:
    return sum(part.nbytes for part in parts if part is not None)


def _data_bytes(spec: DatasetSpec) -> int:
    return _bytes_of(spec.inputs, spec.targets, spec.test_inputs, spec.test_targets)
