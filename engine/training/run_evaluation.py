"""Evaluates a run: summed losses and samples right, after its last finished pass or at its present parameters."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.network.kernels.evaluate import evaluate
from engine.network.kernels.state import EvaluationFigures, State, Training

Floats = NDArray[np.float64]


def measure_if_stale(training: Training, blas: int) -> None:
    """Evaluates the last finished pass, or the start, into the state where `evaluate_every` left it out."""
    state, progress = training.state, training.state.progress
    at_start = progress.epoch == 0 and progress.position == 0
    if at_start or state.evaluation.epoch != progress.epoch:
        _measure(training, blas, finished_parameters(state), state.evaluation)


def knows_figures_of_now(state: State) -> bool:
    """Whether the present parameters are those of the last finished pass, and that was evaluated."""
    progress = state.progress
    is_known = state.evaluation.epoch == progress.epoch == progress.last_finite_epoch
    return bool(is_known) and np.array_equal(state.parameters, state.last_finite)


def figures_of_now(training: Training, blas: int) -> EvaluationFigures:
    """The figures at the present parameters; those of the last finished pass in the state stay as they are."""
    state = training.state
    if knows_figures_of_now(state):
        return state.evaluation
    figures = state.evaluation.copy()
    _measure(training, blas, state.parameters, figures)
    return figures


def finished_parameters(state: State) -> Floats:
    """The parameters after the last finished pass; before any pass, the start."""
    progress = state.progress
    if progress.position == 0:
        return state.parameters
    return state.last_finite if progress.last_finite_epoch == progress.epoch else state.finished


def _measure(training: Training, blas: int, parameters: Floats, figures: EvaluationFigures) -> None:
    """Writes into `figures` what an evaluation at `parameters` finds."""
    work, grading = training.work._replace(parameters=parameters), training.settings.grading
    with np.errstate(all="ignore"):
        figures.loss_sum, figures.n_right = evaluate(work, training.samples, grading, blas), work.n_right[0]
        test_loss_sum, figures.n_test_right = evaluate(work, training.tests, grading, blas), work.n_right[0]
    figures.test_loss_sum = test_loss_sum if training.tests.n_samples else math.nan
    figures.epoch = training.state.progress.epoch
