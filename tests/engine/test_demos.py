from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.datasets import names
from engine.demos import DEMOS, demo
from engine.errors import EngineError
from engine.network import Network
from engine.project import Project
from engine.trainer import Trainer


def trainer_of(project: Project) -> Trainer:
    network = Network(project.network, seed=project.training.seed)
    if project.parameters is not None:
        network.parameters[:] = project.parameters.array
    return Trainer(network, project.dataset.build(), project.training)


def test_every_data_set_has_an_example() -> None:
    assert set(names()) < set(DEMOS)
    for name in names():
        assert demo(name).dataset.name == name


@pytest.mark.parametrize("name", DEMOS)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_every_example_reaches_its_goal(name: str, seed: int) -> None:
    project = demo(name)
    trainer = trainer_of(replace(project, training=replace(project.training, seed=seed)))
    trainer.run()
    assert trainer.stop_reason in ("target_error", "all_right")
    assert trainer.snapshot().accuracy == 1


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


def test_an_unknown_example_is_refused() -> None:
    with pytest.raises(EngineError, match="no example called 'xorr'"):
        demo("xorr")
