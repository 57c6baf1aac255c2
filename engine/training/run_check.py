"""Whether a run that was read from a file could have been saved by a Trainer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.spec.errors import EngineError
from engine.training.history import History
from engine.training.run import Run, check_run, rng_from_text


def check_saved_run(run: Run, n_parameters: int, n_samples: int) -> None:
    """Raises EngineError unless `Trainer.restore` can take `run` for such a network and data set."""
    check_run(run, n_parameters, n_samples)
    if run.n_evaluations < 0:
        raise EngineError("The saved run is damaged; reset and train again.")
    History(False).restore(run.curve.array, run.n_evaluations)
    if not _are_whole(run.curve.array[0]):
        raise EngineError("The saved run is damaged; reset and train again.")
    if run.rng_state:
        try:
            rng_from_text(run.rng_state)
        except (OverflowError, AttributeError, RecursionError) as error:
            raise EngineError("The saved run's random state cannot be read ({error}).", error=error) from error


def _are_whole(values: NDArray[np.float64]) -> bool:
    """Whether all of them can be taken for whole numbers."""
    return bool((np.abs(values) <= 2**53).all() and (values == np.floor(values)).all())
