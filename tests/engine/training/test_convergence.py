"""Cycles on sets that no line separates, and the bound on corrections on the others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import Dataset, LayerSpec, Network, NetworkSpec, Project, Trainer, TrainingSpec
from engine.project.demos import demo
from engine.training.convergence import Cycle, correction_bound, count_corrections, find_cycle
from engine.training.ledger import Ledger, LedgerView


def run_of(project: Project, steps: int) -> LedgerView:
    data = project.dataset.build()
    network = Network(project.network, seed=project.training.seed, parameters=project.parameters)
    trainer = Trainer(network, data, replace(project.training, max_epochs=None, stop_when_all_right=False))
    ledger = Ledger(network, 0, trainer.state(), data, project.training)
    ledger.advance(trainer.advance(steps), None)
    return ledger.view()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rate", [0.1, 0.3, 1.0])
def test_xor_goes_in_a_circle_from_the_step_that_is_told(seed: int, rate: float) -> None:
    project = demo("xor_perceptron")
    project = replace(project, training=replace(project.training, seed=seed, learning_rate=rate))
    view = run_of(project, 400)
    cycle = find_cycle(view, 4_000)
    assert isinstance(cycle, Cycle)
    assert cycle.length % 4 == 0
    rows = view.rows(0, 400)
    for step in range(cycle.first, 400 - cycle.length):
        assert np.allclose(rows[step].parameters, rows[step + cycle.length].parameters, rtol=0, atol=1e-9)
    if cycle.first:
        one, other = rows[cycle.first - 1], rows[cycle.again - 1]
        assert not np.allclose(one.parameters, other.parameters, rtol=0, atol=1e-9)


def test_a_run_that_comes_to_rest_has_no_cycle() -> None:
    assert find_cycle(run_of(demo("lecture"), 30), 3_000) is None
    assert find_cycle(run_of(demo("and"), 100), 3_000) is None


def test_the_lectures_example_takes_seven_corrections_of_at_most_23() -> None:
    project = demo("lecture")
    data = project.dataset.build()
    counts = count_corrections(run_of(project, 60), 1_000)
    assert counts is not None
    assert counts.tolist() == [7]
    bound = correction_bound(data.inputs, data.targets[:, 0] > 0, project.parameters.array, 0.2)
    assert bound == pytest.approx(23.15, abs=0.01)


def test_from_zero_the_bound_is_novikoffs() -> None:
    """One sample at x = 3: x̂ = (3, 1), its own best direction, so R = γ and one correction suffices."""
    assert correction_bound([[3.0]], [True], [0.0, 0.0], 2.0) == pytest.approx(1.0)
    # x = 0 low, x = 2 high: rows (2, 1) and (0, −1); the best direction is (1, −1)/√2, γ = 1/√2, R² = 5.
    assert correction_bound([[0.0], [2.0]], [False, True], [0.0, 0.0], 1.0) == pytest.approx(10.0)


@pytest.mark.parametrize("seed", range(25))
def test_no_run_ever_takes_more_corrections_than_the_bound(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n_inputs = int(rng.integers(1, 4))
    inputs = rng.normal(size=(int(rng.integers(3, 15)), n_inputs))
    plane = rng.normal(size=n_inputs + 1)
    sides = np.where(inputs @ plane[:-1] + plane[-1] >= 0, 1.0, -1.0)
    network = Network(NetworkSpec(n_inputs, (LayerSpec(1, "sgn"),), initial_range=3.0), seed=seed)
    bound = correction_bound(inputs, sides > 0, network.parameters, 2 * 0.3)
    assert bound is not None
    training = TrainingSpec("perceptron", learning_rate=0.3, shuffle=bool(seed % 2), max_epochs=None)
    data = Dataset(inputs, sides)
    trainer = Trainer(network, data, training)
    ledger = Ledger(network, 0, trainer.state(), data, training)
    ledger.advance(trainer.advance(4_000), None)
    counts = count_corrections(ledger.view(), 4_000)
    assert counts is not None
    assert counts[0] <= bound + 1e-9
