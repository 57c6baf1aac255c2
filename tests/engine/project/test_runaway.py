"""Data with which training runs away are found before it does, and only these."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine import DatasetSpec, Network, Project, Trainer
from engine.analysis.mean_answer import has_run_away, mean_error
from engine.data.datasets import names
from engine.data.importing import convert, read_table, suggested_plan
from engine.project.edits import set_dataset, set_shape, set_training, shape_of
from engine.project.runaway import advice_for, runs_away
from engine.spec.frozen_array import FrozenArray

CASES = Path(__file__).parents[1] / "data" / "importing" / "cases"
X = np.linspace(-1, 1, 20)[:, np.newaxis]


def project_of(inputs: np.ndarray, targets: np.ndarray) -> Project:
    return set_dataset(
        Project(), DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(targets))
    ).project


def huge() -> Project:
    table = read_table(CASES / "c44_huge_target_values.csv")
    return set_dataset(Project(), convert(table, suggested_plan(table)).spec).project


def trained(project: Project, epochs: int) -> float:
    trainer = Trainer(Network(project.network, seed=project.training.seed), project.dataset.build(), project.training)
    trainer.run(epochs=epochs)
    return trainer.loss


def test_the_error_of_the_mean_is_half_the_variance_of_the_targets() -> None:
    data = project_of(np.zeros((4, 1)), np.array([[1.0, 10], [3, 10], [5, 30], [7, 30]])).dataset.build()
    assert mean_error(data.targets) == (5 + 100) / 2


def test_targets_in_the_thousands_are_offered_to_be_scaled_and_then_learned() -> None:
    project = huge()
    assert trained(project, 63) > 1e4 * mean_error(project.dataset.build().targets)
    remedy = advice_for(project)
    assert remedy is not None
    assert (remedy.part, remedy.shape.scaling, remedy.shape.target_scaling) == ("both", "standardise", "standardise")
    scaled = set_shape(project, remedy.shape).project
    assert trained(scaled, 200) < 0.2 * mean_error(scaled.dataset.build().targets)
    assert advice_for(scaled) is None


@pytest.mark.parametrize(
    ("inputs", "targets", "part"),
    [(X, 5e4 * X, "targets"), (300 * X, X**3, "inputs"), (300 * X, 5e4 * X, "both")],
)
def test_what_is_large_is_scaled(inputs: np.ndarray, targets: np.ndarray, part: str) -> None:
    project = project_of(inputs, targets)
    if part == "inputs":  # a single layer, which they drive away
        project = replace(project, network=replace(project.network, layers=project.network.layers[-1:]))
    remedy = advice_for(project)
    assert remedy is not None
    assert remedy.part == part


@pytest.mark.parametrize("name", names())
def test_nothing_is_said_of_the_program_s_own_data(name: str) -> None:
    assert advice_for(set_dataset(Project(), DatasetSpec(name)).project) is None


def test_nothing_is_said_where_the_error_comes_down_or_the_rate_is_at_fault() -> None:
    offset = set_training(project_of(X, 1000 + X), learning_rate=1e-2).project
    assert trained(offset, 1) > 10 * mean_error(offset.dataset.build().targets)
    assert not runs_away(offset)
    wild = set_training(project_of(X, X), learning_rate=60.0).project
    assert advice_for(wild) is None


def test_a_loss_has_run_away_that_is_no_number_or_above_the_error_of_the_mean_and_stays_there() -> None:
    assert has_run_away(float("nan"), 1.0, 1.0)
    assert [has_run_away(loss, 1.0, 10.0) for loss in (14.0, 16.0)] == [False, True]
    assert [has_run_away(16.0, first, 10.0) for first in (63.0, 65.0)] == [True, False]


def test_a_shape_of_the_user_s_own_stays_beside_the_scaling() -> None:
    project = set_shape(huge(), replace(shape_of(huge().dataset), test_share=0.25)).project
    remedy = advice_for(project)
    assert remedy is not None
    assert remedy.shape.test_share == 0.25
