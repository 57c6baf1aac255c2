"""Whatever happens to a run, the ledger's row of the present step holds the run's own bits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import Dataset, LayerSpec, Network, NetworkSpec, Project, Trainer
from engine.project.demos import demo
from engine.training.live_run import LiveRun
from engine.training.run_setup import LiveEdit


def check(run: LiveRun) -> None:
    view = run.ledger()
    assert view is not None
    assert np.array_equal(view.rows(view.current, view.current)[0].parameters, run.snapshot(1).parameters)


def check_losses(run: LiveRun, project: Project, data: Dataset) -> None:
    """The losses shown are those of the data of now, whichever the run had when it first stood there."""
    shown = run.snapshot(1)
    alone = Trainer(Network(project.network, parameters=shown.parameters), data, project.training).snapshot()
    assert (shown.loss_sum, shown.n_right) == (pytest.approx(alone.loss_sum, rel=1e-12), alone.n_right)


@pytest.mark.parametrize("seed", range(12))
def test_it_holds_through_edits_other_data_and_going_back(seed: int) -> None:
    rng = np.random.default_rng(seed)
    project = demo("xor_perceptron")
    training = replace(project.training, shuffle=bool(seed % 2), max_epochs=(None, 20)[seed % 2])
    project = replace(project, training=training)
    data = project.dataset.build()
    run = LiveRun(project.run_setup(data))
    for _ in range(50):
        what = rng.integers(6)
        if what <= 2:
            run.pass_stop_rules()
            run.advance(int(rng.integers(1, 200)))
        elif what == 3:
            training = replace(training, learning_rate=float(rng.choice([0.1, 0.5])), shuffle=bool(rng.integers(2)))
            run.change(LiveEdit(data, training))
        elif what == 4:
            count = int(rng.integers(1, 7))
            targets = rng.choice([0.0, 1.0], size=(count, 1))
            data = Dataset(rng.normal(size=(count, 2)), targets, target_codes=(0.0, 1.0))
            run.change(LiveEdit(data, training))
        else:
            view = run.ledger()
            assert view is not None
            run.seek(int(rng.integers(view.first, view.length + 1)))
        check(run)
        check_losses(run, project, data)
        if run.has_moved:
            check(LiveRun(replace(project, training=training).run_setup(data), run.state()))


def test_a_run_with_a_decaying_rate_goes_on_from_any_step_with_the_same_bits() -> None:
    project = demo("xor_perceptron")
    training = replace(project.training, rule="widrow_hoff", learning_rate=0.3, learning_rate_decay=0.07)
    project = replace(project, network=NetworkSpec(2, (LayerSpec(1, "linear"),)), training=training)
    run = LiveRun(project.run_setup(project.dataset.build()))
    run.advance(83)
    straight = run.snapshot(1).parameters
    for step in (2, 8, 41, 80):
        run.seek(step)
        check(run)
        run.advance(83 - step)
        assert np.array_equal(run.snapshot(1).parameters, straight)


def test_a_run_that_diverged_can_be_gone_back_in() -> None:
    project = demo("xor_perceptron")
    training = replace(project.training, rule="widrow_hoff", learning_rate=3.0)
    project = replace(project, network=NetworkSpec(2, (LayerSpec(1, "linear"),)), training=training)
    run = LiveRun(project.run_setup(project.dataset.build()))
    while run.stop_reason != "diverged":
        run.advance(100)
    check(run)
    run.seek(3)
    assert run.stop_reason is None
    check(run)
    run.advance(2)
    check(run)


def test_rules_of_several_layers_have_none() -> None:
    project = Project()
    run = LiveRun(project.run_setup(project.dataset.build()))
    run.advance(10)
    before = run.snapshot(1).parameters
    run.seek(3)
    assert run.ledger() is None
    assert np.array_equal(run.snapshot(1).parameters, before)
