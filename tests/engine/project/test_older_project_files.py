"""Files that earlier versions wrote open as they were; one test, with files of its own, for each version."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec, Trainer
from engine.project.file.project_file import decode_project, encode, load
from engine.training.checkpoints import checkpoints_of

FILES = Path(__file__).parent / "project_files"


def test_a_run_saved_by_version_1_goes_on_with_the_same_bits() -> None:
    project = load(FILES / "version_1_xor_run.perceptra")
    assert project.run is not None
    assert (project.run.epoch, project.run.step) == (20, 2)
    trainers = [Trainer(Network(project.network, seed=0), project.dataset.build(), project.training) for _ in "ab"]
    trainers[0].run(50)
    trainers[1].restore(project.run)
    trainers[1].run(30)
    assert np.array_equal(trainers[0].network.parameters, trainers[1].network.parameters)
    assert [passed.epoch for passed in trainers[1].snapshot().milestones] == [1, 5]


def test_own_samples_and_masks_of_version_1_are_all_there() -> None:
    project = load(FILES / "version_1_own_samples.perceptra")
    data = project.dataset.build()
    assert project.network == NetworkSpec(3, (LayerSpec(2, "gaussian", kind="rbf"), LayerSpec(1, "linear")))
    assert (data.n_samples, data.n_test_samples, data.input_names, data.target_names) == (
        9,
        3,
        ("a", "b", "c"),
        ("名",),
    )
    assert project.locked is not None
    assert project.cut is not None
    assert (project.locked.array.sum(), project.cut.array.nonzero()[0].tolist()) == (8, [9])


def test_a_run_saved_by_version_2_has_its_numbers_by_name_and_is_saved_as_it_was() -> None:
    path = FILES / "version_2_moons_run.perceptra"
    project = load(path)
    run = project.run
    assert run is not None
    assert (run.epoch, run.step, run.position, run.n_evaluations, run.last_finite_epoch) == (21, 1, 4, 10, 20)
    rule, last = run.rule, run.evaluation
    assert (rule.learning_rate, rule.n_updates, math.isnan(rule.objective)) == (0.25, 64, True)
    assert (last.epoch, last.n_right, last.n_test_right) == (21, 8, 3)
    network = Network(project.network, parameters=run.finished.array)
    data = project.dataset.build()
    assert last.loss_sum == pytest.approx(network.loss(data.inputs, data.targets) * data.n_samples, rel=1e-14)
    tests = network.loss(data.test_inputs, data.test_targets) * data.n_test_samples
    assert last.test_loss_sum == pytest.approx(tests, rel=1e-14)
    assert decode_project(encode(project), path.name) == project


def test_a_run_saved_by_version_2_goes_on_with_the_same_bits() -> None:
    project = load(FILES / "version_2_moons_run.perceptra")
    assert project.run is not None
    trainers = [Trainer(Network(project.network, seed=0), project.dataset.build(), project.training) for _ in "ab"]
    trainers[0].run(30)
    trainers[1].restore(project.run)
    trainers[1].run(9)
    assert np.array_equal(trainers[0].network.parameters, trainers[1].network.parameters)
    assert trainers[0].state().evaluation == trainers[1].state().evaluation
    assert trainers[0].state().last_finite == trainers[1].state().last_finite


def test_the_film_of_a_run_saved_by_version_2_can_still_be_seen_and_the_run_goes_on_with_new_moments() -> None:
    project = load(FILES / "version_2_film_run.perceptra")
    assert project.run is not None
    film = checkpoints_of(project.run)
    assert film is not None
    straight, opened = (
        Trainer(Network(project.network, seed=4), project.dataset.build(), project.training, keeps_moments=True)
        for _ in "ab"
    )
    straight.run(20)
    whole = checkpoints_of(straight.state())
    assert whole is not None
    assert film.epochs.tolist() == list(range(13))
    assert np.array_equal(film.parameters, whole.parameters[:13])
    opened.restore(project.run)
    opened.run(8)
    gone_on = checkpoints_of(opened.state())
    assert gone_on is not None
    assert gone_on.epochs.tolist() == list(range(21))
    assert np.array_equal(gone_on.parameters, whole.parameters)
    assert decode_project(encode(project), "film.perceptra") == project


def test_an_older_file_is_saved_as_the_newest_version_and_reads_back_the_same() -> None:
    for path in FILES.glob("version_[12]_*.perceptra"):
        project = load(path)
        payload = encode(project)
        assert b'"version": 3' in payload
        assert decode_project(payload, path.name) == project
