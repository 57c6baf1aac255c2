"""This module defines the snapshot of a run at one moment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.milestones import Milestone


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The network at one moment of a run; the losses belong to exactly these parameters.

    parameters: float64 (n_parameters,), read-only. loss is the mean over the training set, loss_sum the sum.
    n_right and accuracy are None for real-valued targets, test_* are None without a test set.
    step counts the updates made in the unfinished pass, 0 at the end of a pass. milestones: those the run has passed.
    """

    run_id: int
    epoch: int
    step: int
    parameters: NDArray[np.float64]
    loss: float
    loss_sum: float
    accuracy: float | None
    n_right: int | None
    n_samples: int
    test_loss: float | None
    test_accuracy: float | None
    learning_rate: float
    milestones: tuple[Milestone, ...] = ()
