"""Files that earlier versions wrote open as they were; one test, with files of its own, for each version."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine import LayerSpec, Network, NetworkSpec, Trainer
from engine.project.file.project_file import decode_project, encode, load

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


def test_an_older_file_is_saved_as_the_newest_version_and_reads_back_the_same() -> None:
    for path in FILES.glob("version_1_*.perceptra"):
        project = load(path)
        payload = encode(project)
        assert b'"version": 2' in payload
        assert decode_project(payload, path.name) == project
