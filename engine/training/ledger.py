"""This module keeps the ledger of a one-layer rule: every step as a row, and the run's state at every step.

The ledger does not store the steps. It keeps marks, the states of the run at a bounded number of steps; the trainer
makes the steps after a mark again. The same kernel works on the same bits, so that a row tells exactly what happened,
also after a million steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.spec.frozen_array import FrozenArray
from engine.spec.rules import OUTPUT, RULE_TABLE
from engine.spec.specs import NetworkSpec, TrainingSpec
from engine.spec.training_spec import SETTINGS
from engine.training.run import Run
from engine.training.trainer import Trainer

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MOST_MARKS = 256
"""Then every other mark is dropped and the distance doubles."""
_FIRST_DISTANCE = 64
_NEVER = int(SETTINGS["evaluate_every"].limits[1])
_NO_CURVE = FrozenArray(np.zeros((7, 0)))


@dataclass(frozen=True, eq=False)
class LedgerRow:
    """One step. step: its number, from 1; epoch: its pass, from 1; sample: its row of the training set.

    inputs (n_inputs,), net_inputs, outputs and targets (n_outputs,) of that sample. errors: the factor in the rule,
    d − o for the perceptron rule, d − net for Widrow and Hoff's. changes: ΔW, and parameters: W after the step, flat.
    Row 0 is the start: it has parameters alone and no sample (−1).
    """

    step: int
    epoch: int
    sample: int
    inputs: Floats
    net_inputs: Floats
    outputs: Floats
    targets: Floats
    errors: Floats
    changes: Floats
    parameters: Floats

    def corrected(self) -> Bools:
        """Which output units this step corrected, (n_outputs,)."""
        return np.asarray(self.errors != 0)


@dataclass(frozen=True, eq=False)
class Mark:
    """The state of the run after `step` updates, without its error curve."""

    step: int
    run: Run


@dataclass(frozen=True, eq=False)
class Stretch:
    """The steps after the first mark, made with the same data and settings; the marks rise."""

    dataset: Dataset
    training: TrainingSpec
    marks: tuple[Mark, ...]

    @property
    def first(self) -> int:
        """The step after which it begins."""
        return self.marks[0].step


@dataclass(frozen=True, eq=False)
class LedgerView:
    """A ledger at one moment; it never changes, so that any thread may read it.

    first: the step at which it begins, 0 unless a run from a file cannot be repeated from its start. length: the newest
    known step. current: the step at which the run stands. edition: a number that rises when known steps become invalid.
    """

    network: NetworkSpec
    trainable: Bools
    connected: Bools
    stretches: tuple[Stretch, ...]
    length: int
    current: int
    edition: int = 0

    @property
    def first(self) -> int:
        """See the class."""
        return self.stretches[0].first

    def rows(self, first: int, last: int) -> list[LedgerRow]:
        """The rows of steps `first` to `last`, both included, as far as they are known."""
        return list(self.walk(max(first, self.first), min(last, self.length)))

    def walk(self, first: int, last: int) -> Iterator[LedgerRow]:
        """The rows of steps `first` to `last` one by one; both must be known."""
        step = first
        while step <= last:
            stretch, end = self._stretch_of(step)
            if step == self.first:
                yield _start_row(step, stretch.marks[0].run)
                step += 1
                continue
            replay = self._replay(stretch, step - 1)
            for number in range(step, min(last, end) + 1):
                yield replay.step(number)
            step = min(last, end) + 1

    def state_at(self, step: int) -> Run:
        """The state of the run after `step` updates, without error curve, milestones and moments."""
        return _bare(self._replay(self._stretch_of(step)[0], step).trainer.state())

    def is_newest(self, step: int) -> bool:
        """Whether what follows `step` was made under the settings in force."""
        return step >= self.stretches[-1].first

    def newest_replay(self) -> Replay:
        """Repeats the steps since the settings in force began."""
        stretch = self.stretches[-1]
        return self._replay(stretch, stretch.first)

    def _stretch_of(self, step: int) -> tuple[Stretch, int]:
        """The stretch that made `step` (the start belongs to the first), and the last step that it made."""
        for stretch, following in zip(self.stretches, self.stretches[1:], strict=False):
            if step <= following.first:
                return stretch, following.first
        return self.stretches[-1], self.length

    def _replay(self, stretch: Stretch, step: int) -> Replay:
        """A replay that stands after `step`."""
        mark = next(mark for mark in reversed(stretch.marks) if mark.step <= step)
        replay = Replay(self, stretch, mark.run)
        replay.trainer.advance(step - mark.step)
        return replay


@dataclass(frozen=True, eq=False)
class LedgerPage:
    """Some rows of a ledger, with the ledger and the samples of that moment."""

    dataset: Dataset
    view: LedgerView
    rows: tuple[LedgerRow, ...]


class Replay:
    """Repeats the steps of a stretch; no stop rule ends it."""

    def __init__(self, view: LedgerView, stretch: Stretch, run: Run) -> None:
        network = Network(view.network, parameters=run.parameters.array)
        network.trainable[:], network.connected[:] = view.trainable, view.connected
        self.network = network
        self.dataset = stretch.dataset
        self.trainer = Trainer(network, stretch.dataset, _endless(stretch.training))
        self.trainer.restore(run)
        self._errs_by_output = RULE_TABLE[stretch.training.rule].error == OUTPUT

    def step(self, number: int) -> LedgerRow:
        """Make the next step, which is step `number` of the run."""
        epoch = self.trainer.epoch + 1
        self.trainer.step()
        update = self.trainer.last_update()
        targets = self.dataset.targets[update.sample]
        return LedgerRow(
            step=number,
            epoch=epoch,
            sample=update.sample,
            inputs=self.dataset.inputs[update.sample],
            net_inputs=update.net_inputs,
            outputs=update.outputs,
            targets=targets,
            errors=targets - (update.outputs if self._errs_by_output else update.net_inputs),
            changes=update.changes,
            parameters=self.network.parameters.copy(),
        )


class Ledger:
    """Keeps the marks of a run while it goes on; others read its `view`."""

    def __init__(self, network: Network, step: int, run: Run, dataset: Dataset, training: TrainingSpec) -> None:
        self._network = network
        self._trainable, self._connected = network.trainable.copy(), network.connected.copy()
        self._stretches = [Stretch(dataset, training, (Mark(step, _bare(run)),))]
        self._distance = _FIRST_DISTANCE
        self._edition = 0
        self.length = self.current = step

    def has_masks_of(self, network: Network) -> bool:
        """Whether what is locked and cut in `network` was so from the first step on."""
        same_locks = np.array_equal(self._trainable, network.trainable)
        return same_locks and np.array_equal(self._connected, network.connected)

    def is_due(self, step: int) -> bool:
        """Whether `advance` to `step` needs the state of the run."""
        return step >= self._stretches[-1].marks[-1].step + self._distance

    def advance(self, step: int, run: Run | None) -> None:
        """Note that the run stands at `step`; `run` is its state where one was due."""
        self.current = step
        self.length = max(self.length, step)
        if run is not None and step > self._stretches[-1].marks[-1].step:
            self._add(Mark(step, _bare(run)))

    def change(self, run: Run, dataset: Dataset, training: TrainingSpec) -> None:
        """Note that the run goes on with other data or settings; known steps after the present one become invalid."""
        self.cut(self.current)
        fresh = Stretch(dataset, training, (Mark(self.current, _bare(run)),))
        if self._stretches[-1].first == self.current:
            self._stretches.pop()
        self._stretches = [*self._stretches, fresh][-MOST_MARKS:]
        self._edition += 1

    def cut(self, step: int) -> None:
        """Forget the steps after `step`, where the run stands now."""
        if step < self.length:
            self._edition += 1
        self._stretches = [stretch for stretch in self._stretches if stretch.first <= step] or self._stretches[:1]
        newest = self._stretches[-1]
        marks = tuple(mark for mark in newest.marks if mark.step <= step) or newest.marks[:1]
        self._stretches[-1] = replace(newest, marks=marks)
        self.length = self.current = max(step, self._stretches[0].first)

    def view(self) -> LedgerView:
        """The ledger as it is now."""
        return LedgerView(
            self._network.spec,
            self._trainable,
            self._connected,
            tuple(self._stretches),
            self.length,
            self.current,
            self._edition,
        )

    def _add(self, mark: Mark) -> None:
        newest = self._stretches[-1]
        self._stretches[-1] = replace(newest, marks=(*newest.marks, mark))
        if sum(len(stretch.marks) for stretch in self._stretches) > MOST_MARKS:
            self._distance *= 2
            self._stretches = [replace(stretch, marks=stretch.marks[::2]) for stretch in self._stretches]


def _endless(training: TrainingSpec) -> TrainingSpec:
    """`training` without stop rules and evaluations, which makes the same steps."""
    return replace(
        training,
        max_epochs=None,
        target_error=None,
        stop_when_all_right=False,
        evaluate_every=_NEVER,
        milestones=(),
    )


def _bare(run: Run) -> Run:
    """`run` without what does not influence the next step: error curve, marks, milestones and moments."""
    return replace(run, curve=_NO_CURVE, n_evaluations=0, milestones=None, moments=None, stop_reason=None, marks=())


def _start_row(step: int, run: Run) -> LedgerRow:
    nothing = np.empty(0)
    return LedgerRow(
        step, 0, -1, nothing, nothing, nothing, nothing, nothing, np.zeros_like(run.parameters.array),
        run.parameters.array,
    )  # fmt: skip
