"""What a diagnosis offers is carried out on a project as one edit, and leads out of the trouble."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import engine
from engine import DatasetSpec, Finding, Project, Trainer
from engine.data.datasets.recipe import data_of
from engine.project.edits.remedy import take_remedy
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec


def run_of(project: Project, epochs: int) -> Trainer:
    """The run of `project` after so many passes."""
    trainer = Trainer(project.start.make_network(), data_of(project.dataset), project.training)
    trainer.run(epochs=epochs)
    return trainer


def diagnosed(project: Project, epochs: int, kind: str) -> Finding:
    """What is found about the run, which must be of this kind."""
    (finding, *_) = engine.diagnose(run_of(project, epochs))
    assert finding.kind == kind
    return finding


def sigmoids(*units: int) -> NetworkSpec:
    """Two inputs, and layers of so many sigmoid units, with ids as the window gives them."""
    return NetworkSpec(2, tuple(LayerSpec(count, id=place + 1) for place, count in enumerate(units)))


def test_a_new_start_and_more_units_lead_out_of_a_local_minimum() -> None:
    stuck = Project(network=sigmoids(2, 1), training=TrainingSpec(seed=3))
    finding = diagnosed(stuck, 10_000, "local_minimum")
    assert [remedy.kind for remedy in finding.remedies] == ["new_start", "units"]
    for remedy in finding.remedies:
        made = take_remedy(stuck, remedy).project
        assert made.dataset == stuck.dataset
        assert run_of(made, 8000).loss < 0.01
    assert take_remedy(stuck, finding.remedies[0]).project == replace(stuck, training=finding.remedies[0].training)


def test_a_larger_rate_lets_the_run_go_on() -> None:
    slow = Project(dataset=DatasetSpec("and"), training=TrainingSpec(learning_rate=1e-6))
    (remedy, *_) = diagnosed(slow, 600, "rate_too_small").remedies
    edit = take_remedy(slow, remedy)
    assert edit.project == replace(slow, training=replace(slow.training, learning_rate=remedy.training.learning_rate))


def test_a_hidden_layer_comes_with_a_rule_that_trains_it() -> None:
    perceptron = Project(
        network=NetworkSpec(2, (LayerSpec(1, "step", id=1),)), training=TrainingSpec(rule="perceptron")
    )
    made = take_remedy(perceptron, diagnosed(perceptron, 50, "not_separable").remedies[0]).project
    assert [layer.activation for layer in made.network.layers] == ["sigmoid", "sigmoid"]
    assert len({layer.id for layer in made.network.layers}) == 2
    assert run_of(made, 8000).loss < 0.01


def test_the_start_given_by_hand_gives_way_and_what_is_locked_stays() -> None:
    start = np.full(17, 0.5)
    locked = np.zeros(17, dtype=bool)
    locked[16] = True
    equal = Project(parameters=FrozenArray(start), locked=FrozenArray(locked, bool))
    made = take_remedy(equal, diagnosed(equal, 8000, "symmetric").remedies[0]).project
    assert made.locked == equal.locked
    assert made.parameters is not None
    assert made.parameters.array[16] == 0.5
    assert len(set(made.parameters.array.tolist())) == 17


def test_inputs_are_scaled_and_contradictory_samples_left_out() -> None:
    moons = DatasetSpec("moons", n_samples=40, noise=0.05).build()
    spec = DatasetSpec("custom", inputs=moons.inputs * (1.0, 2000.0), targets=moons.targets)
    uneven = Project(dataset=spec, network=sigmoids(6, 1))
    made = take_remedy(uneven, diagnosed(uneven, 1500, "input_scale").remedies[0]).project
    assert data_of(made.dataset).inputs.std(axis=0) == pytest.approx([1.0, 1.0])
    twice = DatasetSpec("custom", inputs=[[0, 0], [0, 0], [1, 1]], targets=[[0], [1], [1]])
    unclear = Project(dataset=twice, network=sigmoids(3, 1))
    made = take_remedy(unclear, diagnosed(unclear, 4000, "contradictory").remedies[0]).project
    assert data_of(made.dataset).inputs.tolist() == [[0, 0], [1, 1]]
    assert data_of(made.dataset).targets.tolist() == [[0], [1]]
