"""This module holds the complete state of a run, so that it goes on from a file with the same bits."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.spec.errors import EngineError
from engine.spec.frozen_array import ComparedByBits, FrozenArray
from engine.training import milestones
from engine.training.curve_marks import Marks, check_marks, with_weights_mark
from engine.training.history import History
from engine.training.moments import Moments, fit_run


@dataclass(frozen=True, eq=False)
class RuleState(ComparedByBits):
    """What the training rule carries from one update to the next.

    learning_rate: the current one; `adaptive` and a schedule change it. n_updates: updates made, a whole number.
    objective: what `adaptive` had after its last step, the mean loss with the penalties; NaN where it is not known.
    memory_1, memory_2 (n_parameters,): the rule's vectors. memory_1 is the velocity (perceptron, widrow_hoff,
        gradient_descent, nesterov, adaptive), the gradient of the update before (rprop) or the first moment (adam);
        memory_2 the step sizes (rprop), the second moment (adam) or the parameters before the step (adaptive).
    """

    learning_rate: float
    n_updates: float
    objective: float
    memory_1: FrozenArray
    memory_2: FrozenArray


@dataclass(frozen=True, eq=False)
class Evaluation(ComparedByBits):
    """The figures of the last finished pass: summed losses and samples right.

    The test set's loss is NaN and its count 0 where there are no test samples.
    """

    epoch: int
    loss_sum: float
    test_loss_sum: float
    n_right: int
    n_test_right: int


@dataclass(frozen=True)
class Run:
    """What `Trainer.state()` returns and `Trainer.restore()` takes.

    epoch: passes finished. step: updates made in the begun pass; position: samples of it already used.
    parameters: flat, as they are now. finished: those after the last finished pass. last_finite: those of the last
        evaluation, all finite, after the pass last_finite_epoch; a run that diverges falls back to them.
    order: the sample order of the begun pass.
    rng_state: the bit generator's state as JSON text, "" when the order is not shuffled.
    curve: (7, n) buckets of the history: epochs, then minimum, maximum, last for train and for test; n_evaluations:
        how many evaluations the history has seen.
    milestones: the passed ones as `engine.training.milestones.to_table` writes them; None for none.
    moments: those that the run kept, from which any pass can be found again; None for none.
    marks: where other data came or weights were set by hand.
    """

    epoch: int
    step: int
    position: int
    parameters: FrozenArray
    rule: RuleState
    evaluation: Evaluation
    finished: FrozenArray
    last_finite: FrozenArray
    last_finite_epoch: int
    order: FrozenArray
    rng_state: str
    curve: FrozenArray
    n_evaluations: int
    stop_reason: str | None = None
    milestones: FrozenArray | None = None
    moments: Moments | None = None
    marks: Marks = ()

    @property
    def nbytes(self) -> int:
        """The memory that its arrays and moments take, the data of these apart."""
        parts = [getattr(part, each.name) for part in (self, self.rule) for each in fields(part)]
        return sum(part.nbytes for part in parts if isinstance(part, FrozenArray | Moments))


def check_run(run: Run, n_parameters: int, n_samples: int) -> None:
    """Raises EngineError where `run` does not belong to such a network and data set or holds what no run can hold."""
    vectors = (run.parameters, run.rule.memory_1, run.rule.memory_2, run.finished, run.last_finite)
    if run.curve.array.ndim != 2 or any(vector.array.shape != (n_parameters,) for vector in vectors):
        raise EngineError("The saved run belongs to another network; reset and train again.")
    if not np.array_equal(np.sort(run.order.array), np.arange(n_samples)) or not 0 <= run.position < n_samples:
        raise EngineError("The saved run belongs to another data set; reset and train again.")
    if run.milestones is not None and not milestones.is_table(run.milestones, n_samples):
        raise EngineError("The saved run's milestones are damaged; reset and train again.")
    if run.moments is not None and not fit_run(run.moments, n_parameters, run.epoch):
        raise EngineError("The saved run's moments are damaged; reset and train again.")
    check_marks(run.marks, run.epoch)
    if not (np.isfinite(run.parameters.array).all() and run.epoch >= 0 and run.step >= 0):
        raise _damaged()


def check_saved_run(run: Run, n_parameters: int, n_samples: int) -> None:
    """Raises EngineError unless `Trainer.restore` can take `run` for such a network and data set."""
    check_run(run, n_parameters, n_samples)
    if run.n_evaluations < 0:
        raise _damaged()
    History(False).restore(run.curve.array, run.n_evaluations)
    if not _are_whole(run.curve.array[0]):
        raise _damaged()
    if run.rng_state:
        try:
            rng_from_text(run.rng_state)
        except (OverflowError, AttributeError, RecursionError) as error:
            raise _unreadable_state() from error


def set_by_hand(run: Run, parameters: ArrayLike, memory_start: float) -> Run:
    """`run` with weights set by hand: epoch, curve and moments stay, and the curve is marked.

    The rule's memory tells about the weights before and begins anew; `memory_start` is that of its second vector.
    """
    here, zeros = FrozenArray(parameters), np.zeros(len(run.parameters))
    rule = RuleState(run.rule.learning_rate, 0.0, math.nan, FrozenArray(zeros), FrozenArray(zeros + memory_start))
    return replace(
        run,
        parameters=here,
        rule=rule,
        evaluation=replace(run.evaluation, epoch=-1),
        finished=here,
        last_finite=here,
        last_finite_epoch=run.epoch,
        stop_reason=None,
        marks=with_weights_mark(run.marks, run.epoch),
    )


def order_rng(seed: int) -> np.random.Generator:
    """The stream that orders the samples; another one than the start is drawn from."""
    return np.random.default_rng([seed, 1])


def rng_to_text(rng: np.random.Generator) -> str:
    """The state of a generator made by `numpy.random.default_rng`, as JSON."""
    return json.dumps(rng.bit_generator.state)


def rng_from_text(text: str) -> np.random.Generator:
    """The generator that goes on where `rng_to_text` found it. Raises EngineError for other text."""
    rng = np.random.default_rng()
    try:
        rng.bit_generator.state = json.loads(text)
    except (KeyError, TypeError, ValueError) as error:
        raise _unreadable_state() from error
    return rng


def _are_whole(values: NDArray[np.float64]) -> bool:
    """Whether all of them can be taken for whole numbers."""
    return bool((np.abs(values) <= 2**53).all() and (values == np.floor(values)).all())


def _unreadable_state() -> EngineError:
    return EngineError("The saved run's random state cannot be read; reset and train again.")


def _damaged() -> EngineError:
    return EngineError("The saved run is damaged; reset and train again.")
