"""The moment that a run starts at, computed without the kernels, is the one that the Trainer has."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from engine import Dataset, Network, NetworkSpec, Project, Trainer, TrainingSpec
from engine.data.datasets.recipe import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec
from engine.training.snapshot import Snapshot
from engine.training.start_snapshot import start_snapshot


def assert_alike(quick: Snapshot | None, exact: Snapshot) -> None:
    assert quick is not None
    assert np.array_equal(quick.parameters, exact.parameters)
    for field in fields(exact):
        if field.name not in ("parameters", "milestones"):
            ours, theirs = getattr(quick, field.name), getattr(exact, field.name)
            assert ours == (None if theirs is None else pytest.approx(theirs, rel=1e-12)), field.name
    assert [one.epoch for one in quick.milestones] == [one.epoch for one in exact.milestones]


@pytest.mark.parametrize(("hidden", "kind"), [("tanh", "dense"), ("gaussian", "rbf")])
@pytest.mark.parametrize(
    ("name", "activation", "loss"),
    [
        ("xor", "sigmoid", "squared_error"),
        ("xor", "sigmoid", "cross_entropy"),
        ("moons", "tanh", "squared_error"),
        ("blobs", "softmax", "cross_entropy"),
    ],
)
def test_the_start_shown_at_once_is_the_trainer_s(
    name: str, activation: str, loss: str, hidden: str, kind: str
) -> None:
    data_spec = DatasetSpec(name, n_samples=50, n_classes=3, test_share=0.2)
    data = data_spec.build()
    layers = (LayerSpec(4, hidden, kind=kind), LayerSpec(data.n_outputs, activation))
    network = NetworkSpec(2, layers, initialization="xavier")
    project = Project(data_spec, network, TrainingSpec(loss=loss, seed=7))
    assert_alike(
        start_snapshot(5, project.run_setup(data)),
        Trainer(Network(network, seed=7), data, project.training).snapshot(5),
    )


@pytest.mark.parametrize("updates", [40, 43])  # at the end of a pass and within one
@pytest.mark.parametrize("rule", ["adaptive", "adam"])
def test_a_restored_run_is_shown_where_it_stood_with_the_rate_that_it_had_reached(rule: str, updates: int) -> None:
    data_spec = DatasetSpec("moons", n_samples=40, test_share=0.25, noise=0.1)
    data, batch = data_spec.build(), None if rule == "adaptive" else 3
    training = TrainingSpec(rule=rule, batch_size=batch, learning_rate=0.3, seed=2, milestones=(1, 3), evaluate_every=2)
    project = Project(data_spec, training=training)
    trainer = Trainer(Network(project.network, seed=2), data, training)
    trainer.advance(updates)
    exact, run = trainer.snapshot(5), trainer.state()
    assert (rule == "adaptive") == (exact.learning_rate != 0.3)
    quick = start_snapshot(5, project.run_setup(data), run)
    assert_alike(quick, exact)
    assert quick is not None
    assert quick.learning_rate == exact.learning_rate
    if run.position == 0:
        assert quick.loss_sum == exact.loss_sum  # the kernels' own sum, to the bit


def test_cut_connections_answer_with_zero_and_given_parameters_are_taken() -> None:
    project = Project()
    n = project.network.n_parameters
    start = np.linspace(-1, 1, n)
    project = replace(project, parameters=FrozenArray(start), cut=FrozenArray(np.arange(n) % 3 == 0, bool))
    data = project.dataset.build()
    quick = start_snapshot(1, project.run_setup(data))
    assert_alike(quick, Trainer(project.start.make_network(), data, project.training).snapshot(1))
    assert quick is not None
    assert quick.parameters.tolist() == np.where(np.arange(n) % 3 == 0, 0, start).tolist()


def test_four_rbf_units_and_a_step_output_get_two_of_four_samples_of_xor_right() -> None:
    network = NetworkSpec(2, (LayerSpec(4, "gaussian", kind="rbf"), LayerSpec(1, "step")))
    project = replace(Project(), network=network, training=TrainingSpec(seed=38))
    quick = start_snapshot(1, project.run_setup(project.dataset.build()))
    assert quick is not None
    assert (quick.loss_sum, quick.n_right) == (1.0, 2)


def test_a_large_start_and_one_without_samples_are_left_to_the_trainer() -> None:
    project = Project()
    empty = DatasetSpec("custom", inputs=np.empty((0, 2)), targets=np.empty((0, 1))).build()
    assert start_snapshot(1, project.run_setup(empty)) is None
    many = np.zeros((100_000, 2))
    assert start_snapshot(1, project.run_setup(Dataset(many, many[:, 0]))) is None
