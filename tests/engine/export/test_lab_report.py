from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.datasets import DatasetSpec
from engine.data.datasets.recipe import data_of
from engine.export import lab_report
from engine.export.lab_report import Findings, find, suggested_epochs
from engine.network.network import Network
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.initialization import draw_parameters
from engine.training.checkpoints import checkpoints_of
from engine.training.trainer import Trainer


def trained(project: Project, epochs: int) -> tuple[Project, Trainer]:
    network = Network(project.network, parameters=start(project))
    trainer = Trainer(network, data_of(project.dataset), project.training, keeps_moments=True)
    trainer.run(epochs)
    return replace(project, run=trainer.state()), trainer


def start(project: Project) -> np.ndarray:
    if project.parameters is not None:
        return project.parameters.array
    return draw_parameters(project.network, np.random.default_rng(project.training.seed))


def found(project: Project, *epochs: int) -> Findings:
    findings = find(project, data_of(project.dataset), start(project), epochs, lambda: False)
    assert findings is not None
    return findings


def test_the_figures_are_those_of_the_trainer() -> None:
    project, trainer = trained(Project(dataset=DatasetSpec("moons", n_samples=60, test_share=0.25)), 40)
    findings, snapshot = found(project), trainer.snapshot()
    assert findings.last.loss_sum == pytest.approx(snapshot.loss_sum, rel=1e-13)
    assert (findings.last.epoch, findings.last.n_right) == (40, snapshot.n_right)
    assert np.array_equal(findings.outputs, trainer.network.predict(trainer.data.inputs))
    assert findings.report is not None
    assert findings.report.n_samples == 45
    assert findings.curve.last[-1] == trainer.loss


def test_each_moment_is_the_nearest_of_the_checkpoints_with_its_true_epoch() -> None:
    project, trainer = trained(Project(), 1000)
    kept = checkpoints_of(project.run)
    assert kept is not None
    findings = found(project, 0, 101, 103, 500, 99_999)
    expected = sorted({0, 1000, *(int(kept.epochs[kept.nearest(epoch)]) for epoch in (101, 103, 500))})
    assert [moment.epoch for moment in findings.moments] == expected
    assert np.array_equal(findings.moments[0].parameters, start(project))
    assert np.array_equal(findings.moments[-1].parameters, trainer.network.parameters)
    for moment in findings.moments[1:-1]:
        assert np.array_equal(moment.parameters, kept.parameters[list(kept.epochs).index(moment.epoch)])


@pytest.mark.parametrize("rule", ["gradient_descent", "nesterov", "adaptive", "rprop", "adam"])
def test_training_again_from_the_start_gives_the_same_bits(rule: str) -> None:
    batch = None if rule in ("adaptive", "rprop") else 3
    training = replace(Project().training, rule=rule, batch_size=batch, shuffle=True, seed=5, max_epochs=20)
    project, trainer = trained(Project(training=training), 30)  # beyond the limit, as after going on
    trainer.step()
    assert found(replace(project, run=trainer.state())).comes_out_again is True


def test_a_run_whose_rate_was_changed_on_the_way_does_not_come_out_again() -> None:
    project, trainer = trained(Project(), 30)
    trainer.use_training(replace(project.training, learning_rate=2.0))
    trainer.run(10)
    assert found(replace(project, run=trainer.state())).comes_out_again is False


def test_a_run_that_is_too_long_is_not_trained_again(monkeypatch: pytest.MonkeyPatch) -> None:
    project, _ = trained(Project(), 30)
    monkeypatch.setattr(lab_report, "MOST_WORK", 100)
    assert found(project).comes_out_again is None


def test_cut_connections_answer_with_nothing_at_the_start_too() -> None:
    project = Project()
    cut = np.zeros(17, dtype=bool)
    cut[[0, 3]] = True
    project = replace(project, parameters=FrozenArray(start(project)), cut=FrozenArray(cut, bool))
    assert not found(project, 0).moments[0].parameters[[0, 3]].any()


def test_before_training_there_is_the_start_alone() -> None:
    findings = found(Project(), 0, 500)
    assert [moment.epoch for moment in findings.moments] == [0]
    assert len(findings.curve.epochs) == 0
    assert findings.comes_out_again is None


def test_without_samples_there_are_no_figures() -> None:
    spec = DatasetSpec("custom", inputs=FrozenArray(np.empty((0, 2))), targets=FrozenArray(np.empty((0, 1))))
    findings = found(Project(dataset=spec))
    assert findings.report is None
    assert findings.outputs.shape == (0, 1)


def test_what_is_no_longer_wanted_is_given_up() -> None:
    project, _ = trained(Project(), 10)
    assert find(project, data_of(project.dataset), start(project), (0,), lambda: True) is None


def test_the_proposed_epochs_run_from_the_start_over_milestones_to_the_end() -> None:
    project, _ = trained(Project(), 2000)
    assert suggested_epochs(project.run, (1, 100, 8000)) == (0, 1, 40, 100, 200, 500, 1000, 2000)
    assert suggested_epochs(None) == (0,)
