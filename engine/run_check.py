"""Whether a run that was read from a file could have been saved by a Trainer."""

from __future__ import annotations

import numpy as np

from engine.errors import EngineError
from engine.history import History
from engine.run import Run, check_run, rng_from_text


def check_saved_run(run: Run, n_parameters: int, n_samples: int) -> None:
    """Raises EngineError unless `Trainer.restore` can take `run` for such a network and data set."""
    check_run(run, n_parameters, n_samples)
    total, kept = run.scalars.array[-2:]
    if not (0 <= total <= 2**53 and total == np.floor(total) and kept == np.floor(kept) and abs(kept) <= 2**53):
        raise EngineError("The saved run is damaged; reset and train again.")
    History(False).restore(run.curve.array, int(total))
    if run.rng_state:
        try:
            rng_from_text(run.rng_state)
        except (OverflowError, AttributeError, RecursionError) as error:
            raise EngineError("The saved run's random state cannot be read ({error}).", error=error) from error
