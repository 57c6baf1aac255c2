"""Computes the snapshot at the start of a run without the kernels, which take a second to load and longer to compile.

The trainer's own snapshot replaces it as soon as it is there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.network.reference_forward import reference_forward, reference_losses
from engine.training.milestones import from_table
from engine.training.run import Run
from engine.training.run_setup import RunSetup
from engine.training.snapshot import Snapshot

Floats = NDArray[np.float64]

MOST_WORK = 1_000_000
"""Samples times parameters that take a few milliseconds; larger starts are left to the trainer."""


def start_snapshot(run_id: int, setup: RunSetup, run: Run | None = None) -> Snapshot | None:
    """The moment where a run of `setup` starts, or where its saved `run` stood.

    None where that is too much work, and where network, data and run do not fit each other.
    """
    network, data = setup.network, setup.dataset
    n_rows = data.n_samples + data.n_test_samples
    if data.n_samples == 0 or n_rows * network.n_parameters > MOST_WORK:
        return None
    if (data.n_inputs, data.n_outputs) != (network.n_inputs, network.n_outputs):
        return None
    parameters = setup.start.first_parameters() if run is None else run.parameters.array.copy()
    if parameters.shape != (network.n_parameters,):
        return None
    parameters.flags.writeable = False
    loss_sum, right = _judge(setup, parameters, data.inputs, data.targets)
    test_sum, test_right = _judge(setup, parameters, data.test_inputs, data.test_targets)
    rate = setup.training.learning_rate
    if run is not None:
        rate, evaluation = run.rule.learning_rate, run.evaluation
        if run.position == 0 and evaluation.epoch == run.epoch:  # the kernels' sums, to the last bit
            loss_sum, test_sum = evaluation.loss_sum, evaluation.test_loss_sum
    n_test = data.n_test_samples
    return Snapshot(
        run_id=run_id,
        epoch=0 if run is None else run.epoch,
        step=0 if run is None else run.step,
        parameters=parameters,
        loss=loss_sum / data.n_samples,
        loss_sum=loss_sum,
        accuracy=None if right is None else right / data.n_samples,
        n_right=right,
        n_samples=data.n_samples,
        test_loss=test_sum / n_test if n_test else None,
        test_accuracy=test_right / n_test if n_test and test_right is not None else None,
        learning_rate=rate,
        milestones=() if run is None else from_table(run.milestones, data.n_outputs),
    )


def _judge(setup: RunSetup, parameters: Floats, inputs: Floats, targets: Floats) -> tuple[float, int | None]:
    """Summed loss, and how many rows are right (None for real-valued targets)."""
    trace = reference_forward(setup.network, parameters, inputs)
    if not len(inputs):
        return 0.0, None
    loss_sum = float(reference_losses(setup.network, setup.training.loss, trace, targets).sum())
    right = setup.dataset.right(trace.activations[-1], targets)
    return loss_sum, None if right is None else int(right.sum())
