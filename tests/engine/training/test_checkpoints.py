"""The checkpoints of a run: which passes they belong to, and that they are the run's own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import Dataset, DatasetSpec, EngineError, LayerSpec, Network, NetworkSpec, Project, Trainer, TrainingSpec
from engine.data import datasets
from engine.project.file.project_file import decode_project, encode
from engine.spec.frozen_array import FrozenArray
from engine.training.checkpoints import (
    FEWEST_CHECKPOINTS,
    MOST_BYTES,
    MOST_CHECKPOINTS,
    CheckpointRecorder,
    Checkpoints,
)
from engine.training.run import check_run, checkpoints_of

XOR = datasets.logic_gate("xor")
SPEC = NetworkSpec(2, (LayerSpec(3), LayerSpec(1)))


def trainer(training: TrainingSpec = TrainingSpec(), keeps_checkpoints: bool = True) -> Trainer:  # noqa: B008 - frozen
    return Trainer(Network(SPEC, seed=0), XOR, training, keeps_checkpoints=keeps_checkpoints)


def checkpoints(run: Trainer) -> Checkpoints:
    made = checkpoints_of(run.state())
    assert made is not None
    return made


def test_a_short_run_is_kept_pass_by_pass_from_its_start() -> None:
    run, step_by_step = trainer(), trainer(keeps_checkpoints=False)
    start = run.network.parameters.copy()
    run.run(5)
    kept = checkpoints(run)
    assert kept.epochs.tolist() == [0, 1, 2, 3, 4, 5]
    assert np.array_equal(kept.parameters[0], start)
    for moment in kept.parameters[1:]:
        step_by_step.run(1)
        assert np.array_equal(moment, step_by_step.network.parameters)


@pytest.mark.parametrize("epochs", [MOST_CHECKPOINTS - 1, MOST_CHECKPOINTS, 1_000, 12_345])
def test_a_long_run_is_spread_evenly_over_few_checkpoints(epochs: int) -> None:
    run = trainer(TrainingSpec(evaluate_every=500))
    run.run(epochs)
    kept = checkpoints(run)
    regular = kept.epochs[:-1] if len(kept) > 1 and kept.epochs[-1] == epochs else kept.epochs
    stride = regular[1] - regular[0]
    assert MOST_CHECKPOINTS // 2 <= len(kept) <= MOST_CHECKPOINTS + 1
    assert np.array_equal(regular, np.arange(len(regular)) * stride)
    assert epochs - stride <= regular[-1] <= epochs
    assert np.array_equal(kept.parameters[-1], run.network.parameters)


def test_the_checkpoints_do_not_depend_on_how_the_run_was_cut() -> None:
    whole, cut, plain = trainer(), trainer(), trainer(keeps_checkpoints=False)
    whole.run(1_000)
    plain.run(1_000)
    for updates in (1, 3, 700, 1_000, 296, 2_000):
        cut.advance(updates)
    assert np.array_equal(whole.network.parameters, plain.network.parameters)
    assert np.array_equal(checkpoints(whole).epochs, checkpoints(cut).epochs)
    assert np.array_equal(checkpoints(whole).parameters, checkpoints(cut).parameters)


def test_within_a_pass_the_last_moment_is_the_present_one() -> None:
    run = trainer()
    run.run(2)
    run.step()
    kept = checkpoints(run)
    assert kept.epochs.tolist() == [0, 1, 2, 2]
    assert np.array_equal(kept.parameters[-1], run.network.parameters)


def test_a_saved_run_goes_on_with_its_checkpoints() -> None:
    straight, first, second = trainer(), trainer(), trainer()
    straight.run(600)
    first.run(431)
    project = Project(dataset=DatasetSpec(name="xor"), network=SPEC, run=first.state())
    opened = decode_project(encode(project), "film.perceptra")
    assert opened == project
    assert opened.run is not None
    second.restore(opened.run)
    second.run(169)
    assert np.array_equal(checkpoints(straight).epochs, checkpoints(second).epochs)
    assert np.array_equal(checkpoints(straight).parameters, checkpoints(second).parameters)


def test_a_run_from_a_file_without_checkpoints_begins_them_where_it_stands() -> None:
    before, after = trainer(keeps_checkpoints=False), trainer()
    before.run(20)
    after.restore(before.state())
    assert checkpoints_of(after.state()) is None
    after.run(3)
    assert checkpoints(after).epochs.tolist() == [21, 22, 23]


def test_a_run_that_diverged_forgets_what_lies_ahead_of_where_it_fell_back() -> None:
    inputs, targets = [[1.0, 2.0], [2.0, -1.0]], [[1.0], [-1.0]]
    network = Network(NetworkSpec(2, (LayerSpec(1, "linear"),)), seed=0)
    data = Dataset(inputs, targets)
    run = Trainer(network, data, TrainingSpec(learning_rate=1e30, evaluate_every=4), keeps_checkpoints=True)
    run.run(50)
    assert run.stop_reason == "diverged"
    assert checkpoints(run).epochs[-1] <= run.epoch
    assert np.isfinite(checkpoints(run).parameters).all()


def test_a_large_network_has_fewer_checkpoints_and_a_very_large_one_none() -> None:
    large, too_large = MOST_BYTES // 8 // 20, MOST_BYTES // 8 // (FEWEST_CHECKPOINTS - 1)
    recorder = CheckpointRecorder(large)
    for epoch in range(100):
        recorder.record(epoch, np.zeros(large))
    table = recorder.table()
    assert table is not None
    assert (len(table), table.array[:, 0].tolist()) == (13, [8.0 * number for number in range(13)])
    recorder = CheckpointRecorder(too_large)
    recorder.record(0, np.zeros(too_large))
    assert (recorder.table(), recorder.next_epoch(0)) == (None, None)


def test_the_nearest_moment_is_found() -> None:
    run = trainer()
    run.run(1_000)
    kept = checkpoints(run)
    stride = int(kept.epochs[1])
    assert kept.epochs[kept.nearest(10 * stride + 0.4 * stride)] == 10 * stride
    assert kept.epochs[kept.nearest(1e9)] == 1_000


@pytest.mark.parametrize(
    "rows",
    [
        [[0.0] * 13],
        [[0.5] + [0.0] * 13],
        [[1.0] + [0.0] * 13, [1.0] + [0.0] * 13],
        [[-1.0] + [0.0] * 13],
        [[99.0] + [0.0] * 13],
        [[0.0] + [np.nan] * 13],
        [[float(epoch)] + [0.0] * 13 for epoch in range(MOST_CHECKPOINTS + 1)],
    ],
)
def test_what_are_no_checkpoints_of_the_run_is_refused(rows: list[list[float]]) -> None:
    run = trainer()
    run.run(50)
    state = replace(run.state(), checkpoints=FrozenArray(rows))
    with pytest.raises(EngineError, match="checkpoints are damaged"):
        check_run(state, SPEC.n_parameters, XOR.n_samples)
