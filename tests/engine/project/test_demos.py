from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.datasets import REAL_SETS, names
from engine.network.network import Network
from engine.project.demos import DEMOS, demo
from engine.project.lecture_demos import SOFTMAX_MOONS, XOR_BY_HAND, XOR_PERCEPTRON, XOR_RUN, XOR_STUCK
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.trainer import Trainer


def trainer_of(project: Project) -> Trainer:
    network = Network(project.network, seed=project.training.seed)
    if project.parameters is not None:
        network.parameters[:] = project.parameters.array
    return Trainer(network, project.dataset.build(), project.training)


def test_every_data_set_has_an_example() -> None:
    assert set(names()) < set(DEMOS)
    for name in names():
        assert demo(name).dataset.name == name


# Two show a course and end at a limit, one is stuck, one is set by hand, one cannot be learned.
GOALLESS = (XOR_RUN, XOR_STUCK, SOFTMAX_MOONS, XOR_BY_HAND, XOR_PERCEPTRON)


@pytest.mark.parametrize("name", [name for name in DEMOS if name not in GOALLESS])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_every_example_reaches_its_goal(name: str, seed: int) -> None:
    project = demo(name)
    trainer = trainer_of(replace(project, training=replace(project.training, seed=seed)))
    trainer.run()
    assert trainer.stop_reason in ("target_error", "all_right")
    if name in REAL_SETS:  # their goal is the error; a few samples stand among those of another class
        assert trainer.snapshot().accuracy > 0.94
        assert trainer.snapshot().test_accuracy > 0.9
        assert trainer.epoch < 2_000
    else:
        assert trainer.snapshot().accuracy in (1, None)  # None: real-valued targets


def test_the_xor_example_is_the_first_project_with_a_goal() -> None:
    project = demo("xor")
    assert replace(project, training=replace(project.training, target_error=None)) == Project()


def test_the_lecture_runs_as_in_the_lecture() -> None:
    trainer = trainer_of(demo("lecture"))
    weights = []
    for _ in range(12):
        trainer.step()
        values = trainer.network.parameters
        weights.append([-values[3], *values[:3]])
    assert np.allclose(weights[0], [0.7, 0.8, -0.6, 0.0])
    assert np.allclose(weights[1], weights[0])
    assert np.allclose(weights[2], [0.5, 0.6, -0.4, 0.1])
    assert np.allclose(weights[11], [0.3, -0.2, 0.3, 0.5])
    assert trainer.stop_reason == "all_right"


def test_the_xor_run_gives_the_lectures_three_tables() -> None:
    trainer = trainer_of(demo("xor_run"))
    trainer.run()
    tables = {
        1: ([0.5, 0.5, 0.5, 0.5], 0.5, 0.005),
        8_000: ([0.119, 0.727, 0.734, 0.415], 0.166, 0.005),
        11_050: ([0.05, 0.941, 0.941, 0.078], 0.008, 0.003),
    }
    passed = trainer.snapshot().milestones
    assert [milestone.epoch for milestone in passed] == list(tables)
    for milestone in passed:
        outputs, error, tolerance = tables[milestone.epoch]
        np.testing.assert_allclose(milestone.outputs[:, 0], outputs, rtol=0, atol=0.02)
        assert milestone.loss_sum == pytest.approx(error, abs=tolerance)
    assert (trainer.stop_reason, trainer.epoch) == ("max_epochs", 11_050)


def test_the_xor_run_starts_from_nine_small_numbers_of_its_own() -> None:
    project = demo("xor_run")
    assert project.parameters is not None
    start = project.parameters.array
    assert start.shape == (9,)
    assert np.abs(start).max() <= project.network.initial_range == 0.1
    assert project.training.target_error is None
    assert 0.17 <= project.training.learning_rate <= 0.2


def test_xor_is_stuck_where_two_corners_look_alike() -> None:
    """Both get o: the error ½ (1 − o)² + ½ o² is least at o = ½, and ¼ there."""
    trainer = trainer_of(demo("xor_stuck"))
    trainer.run(epochs=100_000)
    assert trainer.network.predict([[1, 0], [1, 1]]).ravel() == pytest.approx([0.5, 0.5], abs=0.01)
    assert trainer.snapshot().loss_sum == pytest.approx(0.25, abs=1e-3)


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_the_softmax_network_of_the_lecture_tells_most_of_the_moons_apart(seed: int) -> None:
    project = demo("softmax_moons")
    trainer = trainer_of(replace(project, training=replace(project.training, seed=seed)))
    trainer.run()
    assert project.network.sizes == (2, 3, 2)
    assert trainer.data.n_samples == 200
    assert trainer.snapshot().accuracy > 0.94
    assert trainer.loss < 0.13


@pytest.mark.parametrize(("name", "weights", "threshold"), [("and", (0.5, 0.5), 0.75), ("or", (1.0, 1.0), 0.5)])
def test_and_and_or_by_hand_are_right_in_all_four_rows(
    name: str, weights: tuple[float, float], threshold: float
) -> None:
    project = demo(f"{name}_by_hand")
    assert project.parameters is not None
    assert project.parameters.array.tolist() == [*weights, -threshold]
    data = project.dataset.build()
    assert data.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    answers = Network(project.network, parameters=project.parameters.array).predict(data.inputs)
    assert answers.tolist() == data.targets.tolist()
    coded = replace(project.dataset, input_coding=(-1.0, 1.0)).build()
    wrong = Network(project.network, parameters=project.parameters.array).predict(coded.inputs) != coded.targets
    assert wrong.any() == (name == "or")  # as the lecture's table says of -1/1 inputs


def test_xor_by_hand_answers_with_the_lectures_hidden_codes() -> None:
    project = demo("xor_by_hand")
    assert project.parameters is not None
    data = project.dataset.build()
    trace = Network(project.network, parameters=project.parameters.array).trace(data.inputs)
    assert trace.activations[0].tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    assert trace.activations[1].ravel().tolist() == [0, 1, 1, 0] == data.targets.ravel().tolist()
    with pytest.raises(EngineError, match="the step units of hidden layer 1 have none"):
        trainer_of(project)


def test_an_unknown_example_is_refused() -> None:
    with pytest.raises(EngineError, match="no example called 'xorr'"):
        demo("xorr")
