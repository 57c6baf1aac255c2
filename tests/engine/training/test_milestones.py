"""Milestones are noted exactly where they stand, however the run is cut, saved or resumed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine import Dataset, EngineError, Network, Project, Trainer, TrainingSpec
from engine.project.file import project_file
from engine.spec.frozen_array import FrozenArray
from engine.training.run import check_run

PROJECT = Project()
DATA = PROJECT.dataset.build()


def trainer(**changes: object) -> Trainer:
    training = replace(PROJECT.training, **{"milestones": (2, 5, 9), **changes})
    return Trainer(Network(PROJECT.network), DATA, training)


def outputs_after(epochs: int) -> np.ndarray:
    plain = trainer(milestones=())
    plain.run(epochs=epochs)
    return plain.network.predict(DATA.inputs)


@pytest.mark.parametrize("updates", [1, 3, 7, 10_000])
def test_they_hold_the_outputs_and_the_error_after_just_that_pass(updates: int) -> None:
    run = trainer(max_epochs=20)
    while run.stop_reason is None:
        run.advance(updates)
    passed = run.snapshot().milestones
    assert [milestone.epoch for milestone in passed] == [2, 5, 9]
    for milestone in passed:
        expected = outputs_after(milestone.epoch)
        np.testing.assert_array_equal(milestone.outputs, expected)
        assert milestone.loss_sum == pytest.approx(0.5 * ((DATA.targets - expected) ** 2).sum())


@pytest.mark.parametrize("evaluate_every", [1, 4])
def test_noting_changes_nothing_else(evaluate_every: int) -> None:
    with_them, without = trainer(evaluate_every=evaluate_every), trainer(milestones=(), evaluate_every=evaluate_every)
    for run in (with_them, without):
        run.run(epochs=30)
    np.testing.assert_array_equal(with_them.network.parameters, without.network.parameters)
    np.testing.assert_array_equal(with_them.history.losses, without.history.losses)


def test_one_that_falls_on_the_limit_of_epochs_is_noted_and_the_run_ends() -> None:
    run = trainer(max_epochs=9)
    run.run()
    assert (run.stop_reason, run.epoch) == ("max_epochs", 9)
    assert [milestone.epoch for milestone in run.snapshot().milestones] == [2, 5, 9]


def test_they_go_into_the_saved_run_and_come_back(tmp_path: Path) -> None:
    run = trainer()
    run.run(epochs=6)
    path = tmp_path / "a.perceptra"
    project_file.save(replace(PROJECT, training=run.training, run=run.state()), path)
    loaded = project_file.load(path)
    assert loaded.training.milestones == (2, 5, 9)
    again = trainer()
    again.restore(loaded.run)
    again.run(epochs=6)
    assert [milestone.epoch for milestone in again.snapshot().milestones] == [2, 5, 9]
    np.testing.assert_array_equal(again.snapshot().milestones[1].outputs, outputs_after(5))


def test_files_from_before_milestones_get_the_lectures() -> None:
    payload = project_file.encode(PROJECT)
    lines = payload.decode().splitlines()
    start = next(k for k, line in enumerate(lines) if '"milestones"' in line)
    end = next(k for k in range(start, len(lines)) if "]" in lines[k])
    before = lines[start - 1].rstrip(",")
    old = "\n".join([*lines[: start - 1], before, *lines[end + 1 :]]).encode()
    assert project_file.decode_project(old, "old").training.milestones == (1, 8_000, 11_050)


def test_a_milestone_set_while_the_run_stands_at_it_is_noted_at_once_and_a_passed_one_is_not() -> None:
    run = trainer(milestones=())
    run.run(epochs=3)
    run.use_training(replace(run.training, milestones=(2, 3)))
    assert [milestone.epoch for milestone in run.snapshot().milestones] == [3]


def test_other_samples_make_the_old_outputs_void() -> None:
    run = trainer()
    run.run(epochs=3)
    run.use_data(Dataset(DATA.inputs, DATA.targets))
    assert len(run.snapshot().milestones) == 1
    run.use_data(Dataset(DATA.inputs + 1, DATA.targets))
    assert run.snapshot().milestones == ()


def test_setting_them_leaves_the_adaptive_rule_alone() -> None:
    runs = [trainer(rule="adaptive", batch_size=None) for _ in range(2)]
    for run in runs:
        run.run(epochs=10)
    runs[0].use_training(replace(runs[0].training, milestones=(12,)))
    for run in runs:
        run.run(epochs=10)
    np.testing.assert_array_equal(runs[0].network.parameters, runs[1].network.parameters)


@pytest.mark.parametrize("wrong", [(0,), (1.5,), (-3,), tuple(range(1, 40))])
def test_impossible_ones_are_refused(wrong: tuple[int, ...]) -> None:
    with pytest.raises(EngineError):
        TrainingSpec(milestones=wrong)


def test_they_are_sorted_and_kept_once() -> None:
    assert TrainingSpec(milestones=(9, 3, 9)).milestones == (3, 9)


def test_a_damaged_table_is_refused() -> None:
    run = trainer()
    run.run(epochs=6)
    state = run.state()
    for bad in ([[1.0, np.nan, 0, 0, 0, 0]], [[1.0, 0.5]], [[0.0, 0.5, 0, 0, 0, 0]], [[2.0, 0.5, 0, 0, 0]]):
        with pytest.raises(EngineError, match="milestones"):
            check_run(replace(state, milestones=FrozenArray(bad)), 17, 4)
