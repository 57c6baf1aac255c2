"""The state of a run, complete enough to go on from a file with the very same bits."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np

from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.training import checkpoints, milestones


@dataclass(frozen=True)
class Run:
    """What `Trainer.state()` returns and `Trainer.restore()` takes.

    parameters: flat. memory: (4, n_parameters): the rule's two vectors (velocity, step sizes, moments …), the
        parameters after the last finished pass, and those of the last finite evaluation.
    scalars: the rule's three numbers (current learning rate, update count, previous loss); of the last evaluation the
        summed losses, the samples right (training and test, both) and the epoch; how many evaluations the history has
        seen; the epoch of the last finite evaluation.
    order: the sample order of the begun pass; position: samples of it already used.
    rng_state: the bit generator's state as JSON text, "" when the order is not shuffled.
    curve: (7, n) buckets of the history: epochs, then minimum, maximum, last for train and for test.
    milestones: the passed ones as `engine.training.milestones.to_table` writes them; None for none.
    film: the parameters at some moments as `engine.training.checkpoints.FilmStrip.table` writes them; None for none.
    """

    epoch: int
    step: int
    position: int
    parameters: FrozenArray
    memory: FrozenArray
    scalars: FrozenArray
    order: FrozenArray
    rng_state: str
    curve: FrozenArray
    stop_reason: str | None = None
    milestones: FrozenArray | None = None
    film: FrozenArray | None = None


def check_run(run: Run, n_parameters: int, n_samples: int) -> None:
    """Raises EngineError where `run` does not belong to such a network and data set or holds what no run can hold."""
    fits = (
        run.parameters.array.shape == (n_parameters,)
        and run.memory.array.shape == (_VECTORS, n_parameters)
        and run.scalars.array.shape == (_SCALARS,)
        and run.curve.array.ndim == 2
    )
    if not fits:
        raise EngineError("The saved run belongs to another network; reset and train again.")
    if not np.array_equal(np.sort(run.order.array), np.arange(n_samples)) or not 0 <= run.position < n_samples:
        raise EngineError("The saved run belongs to another data set; reset and train again.")
    if run.milestones is not None and not milestones.is_table(run.milestones, n_samples):
        raise EngineError("The saved run's milestones are damaged; reset and train again.")
    if run.film is not None and not checkpoints.is_table(run.film, n_parameters, run.epoch):
        raise EngineError("The saved run's film is damaged; reset and train again.")
    if not (np.isfinite(run.parameters.array).all() and run.epoch >= 0 and run.step >= 0):
        raise EngineError("The saved run is damaged; reset and train again.")


def rng_to_text(rng: np.random.Generator) -> str:
    """The state of a generator made by `numpy.random.default_rng`, as JSON."""
    return json.dumps(rng.bit_generator.state)


def rng_from_text(text: str) -> np.random.Generator:
    """The generator that goes on where `rng_to_text` found it. Raises EngineError for other text."""
    rng = np.random.default_rng()
    try:
        rng.bit_generator.state = json.loads(text)
    except (KeyError, TypeError, ValueError) as error:
        raise EngineError(
            "The saved run's random state cannot be read ({error}); reset and train again.", error=error
        ) from error
    return rng


_VECTORS, _SCALARS = 4, 10
