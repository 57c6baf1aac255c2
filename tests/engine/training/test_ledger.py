"""The ledger says what the trainer did, bit for bit, and any step of it can be gone back to."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine import Dataset, EngineError, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.data import datasets
from engine.export.ledger_csv import save_ledger
from engine.project.demos import demo
from engine.training.ledger import MOST_MARKS, Ledger
from tests.helpers.lecture import LECTURE_WEIGHTS


def recorded(network: Network, data: Dataset, training: TrainingSpec, chunks: list[int]) -> tuple[Ledger, Trainer]:
    """A run in chunks, with its ledger."""
    trainer = Trainer(network, data, replace(training, max_epochs=None, stop_when_all_right=False))
    ledger = Ledger(network, 0, trainer.state(), data, training)
    step = 0
    for chunk in chunks:
        step += trainer.advance(chunk)
        ledger.advance(step, trainer.state() if ledger.is_due(step) else None)
    return ledger, trainer


def test_it_reproduces_the_lectures_worked_example() -> None:
    project = demo("lecture")
    data = project.dataset.build()
    network = Network(project.network, parameters=project.parameters)
    ledger, _ = recorded(network, data, project.training, [15])
    rows = ledger.view().rows(0, 15)
    weights = [(-row.parameters[3], *row.parameters[:3]) for row in rows]
    assert np.allclose(weights, LECTURE_WEIGHTS, rtol=0, atol=1e-12)
    assert [row.sample for row in rows[1:]] == [0, 1, 2] * 5
    assert [round(float(row.net_inputs[0]), 12) for row in rows[1:4]] == [2.5, -1.6, -2.1]
    assert [bool(row.corrected()[0]) for row in rows[1:]] == [
        True, False, True, True, False, True, False, False, True, False, True, True, False, False, False,
    ]  # fmt: skip
    for before, row in pairwise(rows):
        assert np.allclose(row.changes, 0.1 * row.errors[0] * np.array([*row.inputs, 1.0]), rtol=1e-15)
        assert np.allclose(before.parameters + row.changes, row.parameters, rtol=0, atol=1e-15)
        assert not ((row.parameters != 0) & (np.abs(row.parameters) < 0.01)).any()  # a weight that is taken back to 0
        assert row.net_inputs[0] == pytest.approx(row.inputs @ before.parameters[:3] + before.parameters[3], abs=1e-12)


@pytest.mark.parametrize("rule", ["perceptron", "widrow_hoff"])
@pytest.mark.parametrize("shuffle", [False, True])
def test_every_row_has_the_trainers_bits(rule: str, shuffle: bool) -> None:
    rng = np.random.default_rng(3)
    data = Dataset(rng.normal(size=(7, 3)), rng.choice([-1.0, 1.0], size=(7, 2)))
    activation = "sgn" if rule == "perceptron" else "linear"
    network = Network(NetworkSpec(3, (LayerSpec(2, activation),)), seed=5)
    training = TrainingSpec(rule, learning_rate=0.03, shuffle=shuffle, seed=9)
    alone = Network(network.spec, seed=5)
    ledger, trainer = recorded(network, data, training, [1, 2, 40, 100, 7, 300])
    steps = Trainer(alone, data, replace(training, max_epochs=None))
    rows = ledger.view().rows(0, 450)
    for row in rows[1:]:
        before = alone.parameters.copy()
        steps.step()
        assert np.array_equal(row.parameters, alone.parameters)
        nets = row.inputs @ before[:6].reshape(3, 2) + before[6:]
        assert np.allclose(row.net_inputs, nets, rtol=1e-12)
        wanted = row.targets - (row.outputs if rule == "perceptron" else row.net_inputs)
        assert np.array_equal(row.errors, wanted)
    assert np.array_equal(rows[-1].parameters, trainer.network.parameters)


def test_going_on_from_any_step_gives_the_same_bits() -> None:
    data = datasets.logic_gate("xor")
    network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), seed=1)
    training = TrainingSpec("perceptron", learning_rate=0.1, shuffle=True)
    ledger, trainer = recorded(network, data, training, [100] * 9)
    for step in (0, 1, 63, 64, 333, 900):
        again = Network(network.spec, seed=0)
        other = Trainer(again, data, replace(training, max_epochs=None))
        other.restore(ledger.view().state_at(step))
        other.advance(900 - step)
        assert np.array_equal(again.parameters, trainer.network.parameters)


def test_marks_stay_bounded_over_a_million_steps() -> None:
    data = datasets.logic_gate("xor")
    network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), seed=1)
    training = TrainingSpec("perceptron", learning_rate=0.1, evaluate_every=1000)
    ledger, trainer = recorded(network, data, training, [500] * 2000)
    view = ledger.view()
    assert view.length == 1_000_000
    assert sum(len(stretch.marks) for stretch in view.stretches) <= MOST_MARKS
    assert np.array_equal(view.rows(1_000_000, 1_000_000)[0].parameters, trainer.network.parameters)
    assert view.rows(0, 0)[0].sample == -1


def test_other_settings_on_the_way_are_part_of_it() -> None:
    data = datasets.logic_gate("xor")
    network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), seed=1)
    training = TrainingSpec("perceptron", learning_rate=0.1, max_epochs=None)
    ledger, trainer = recorded(network, data, training, [10])
    faster = replace(training, learning_rate=0.7)
    trainer.use_training(faster)
    ledger.change(trainer.state(), data, faster)
    trainer.advance(10)
    ledger.advance(20, None)
    view = ledger.view()
    assert np.array_equal(view.rows(20, 20)[0].parameters, trainer.network.parameters)
    assert abs(view.rows(10, 10)[0].changes).max() == pytest.approx(0.1)
    assert abs(view.rows(11, 20)[-1].changes).max() == pytest.approx(0.7)
    ledger.cut(5)
    assert (ledger.view().length, len(ledger.view().stretches)) == (5, 1)


def test_the_table_reads_back_to_the_last_digit(tmp_path: Path) -> None:
    project = demo("lecture")
    network = Network(project.network, parameters=project.parameters)
    ledger, _ = recorded(network, project.dataset.build(), project.training, [15])
    path = tmp_path / "ledger.csv"
    assert save_ledger(ledger.view(), path, lecture=True) == 15
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 16
    for line, row in zip(lines[1:], ledger.view().rows(1, 15), strict=True):
        assert [float(line[name]) for name in ("w1", "w2", "w3")] == row.parameters[:3].tolist()
        assert float(line["T"]) == -row.parameters[3]
        assert [float(line["net"]), float(line["desired"])] == [row.net_inputs[0], row.targets[0]]
    assert save_ledger(ledger.view(), path, lecture=False, unwanted=lambda: False) == 15
    assert path.read_text(encoding="utf-8").splitlines()[0].endswith("w1,w2,w3,b")


def test_an_empty_ledger_is_not_written(tmp_path: Path) -> None:
    project = demo("lecture")
    network = Network(project.network, parameters=project.parameters)
    ledger, _ = recorded(network, project.dataset.build(), project.training, [])
    with pytest.raises(EngineError, match="no steps yet"):
        save_ledger(ledger.view(), tmp_path / "ledger.csv", lecture=True)
