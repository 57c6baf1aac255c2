"""Samples with outputs, and the error curve, as tables for spreadsheets."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine import EngineError, Network
from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.export.error_curve_csv import save_error_curve
from engine.export.sample_csv import save_samples
from engine.project.demos import demo
from engine.project.project import Project
from engine.training.history import EMPTY_CURVE, History
from engine.training.snapshot import Snapshot


def frame_of(project: Project) -> tuple[Dataset, Frame, Network]:
    data, network = project.dataset.build(), Network(project.network, seed=3)
    snapshot = Snapshot(1, 0, 0, network.parameters, 0.0, 0.0, None, None, data.n_samples, None, None, 0.1)
    outputs, tests = network.predict(data.inputs), network.predict(data.test_inputs)
    return data, Frame(project.network, snapshot, EMPTY_CURVE, outputs, tests, None), network


def lines_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_sample_stands_with_its_output_error_and_verdict(tmp_path: Path) -> None:
    data, frame, network = frame_of(demo("moons"))
    path = tmp_path / "samples.csv"
    assert save_samples(data, frame, "squared_error", path) == data.n_samples + data.n_test_samples
    lines = lines_of(path)
    assert list(lines[0]) == ["number", "set", "x1", "x2", "d", "output", "error", "right"]
    inputs = np.array([[float(line["x1"]), float(line["x2"])] for line in lines])
    assert inputs.tobytes() == np.vstack([data.inputs, data.test_inputs]).tobytes()
    outputs, targets = network.predict(inputs)[:, 0], np.array([float(line["d"]) for line in lines])
    assert np.array([float(line["output"]) for line in lines]) == pytest.approx(outputs, rel=1e-14)
    assert [float(line["error"]) for line in lines] == pytest.approx((targets - outputs) ** 2 / 2, rel=1e-12)
    right = data.right(outputs[:, np.newaxis], targets[:, np.newaxis])
    assert right is not None
    assert [line["right"] for line in lines] == [str(int(value)) for value in right]
    assert [line["number"] for line in lines if line["set"] == "train"] == [str(n + 1) for n in range(data.n_samples)]


def test_classes_have_a_column_of_outputs_each_and_values_no_verdict(tmp_path: Path) -> None:
    names = ("red", "green, dark", "blue")
    data = Dataset([[0.0], [1.0], [2.0]], np.eye(3), target_names=names)
    _, frame, _ = frame_of(demo("xor"))
    answers = Frame(frame.network, frame.snapshot, frame.curve, np.full((3, 3), 1 / 3), np.empty((0, 3)), None)
    path = tmp_path / "samples.csv"
    save_samples(data, answers, "squared_error", path)
    assert list(lines_of(path)[0])[3:9] == [*names, *(f"output {name}" for name in names)]
    values = Dataset([[0.0], [1.0], [2.0]], [[0.5], [2.5], [1.0]])
    save_samples(
        values, replace(answers, outputs=np.zeros((3, 1)), test_outputs=np.empty((0, 1))), "squared_error", path
    )
    assert list(lines_of(path)[0]) == ["number", "set", "x1", "d", "output", "error"]


def test_a_table_no_longer_wanted_is_not_written(tmp_path: Path) -> None:
    data, frame, _ = frame_of(demo("moons"))
    assert save_samples(data, frame, "squared_error", tmp_path / "samples.csv", unwanted=lambda: True) == 0
    assert list(tmp_path.iterdir()) == []


def test_the_error_curve_is_written_to_the_last_digit(tmp_path: Path) -> None:
    history = History(has_test=True)
    epochs = np.arange(5000)
    losses, tests = np.random.default_rng(0).random((2, 5000))
    history.extend(epochs, losses, tests)
    curve = history.curve()
    path = tmp_path / "curve.csv"
    assert save_error_curve(curve, path) == len(curve.epochs)
    lines = lines_of(path)
    assert list(lines[0]) == ["epoch", *(f"{s}_{p}" for s in ("train", "test") for p in ("min", "max", "last"))]
    assert [int(line["epoch"]) for line in lines] == curve.epochs.tolist()
    for name, values in (("train_min", curve.minimum), ("train_last", curve.last), ("test_max", curve.test_maximum)):
        assert [float(line[name]) for line in lines] == values.tolist()


def test_without_a_test_set_the_curve_has_no_columns_for_it(tmp_path: Path) -> None:
    history = History(has_test=False)
    history.extend(np.array([0]), np.array([0.25]), np.array([np.nan]))
    save_error_curve(history.curve(), tmp_path / "curve.csv")
    assert (tmp_path / "curve.csv").read_text(encoding="utf-8") == (
        "epoch,train_min,train_max,train_last\n0,0.25,0.25,0.25\n"
    )


def test_a_curve_that_has_not_begun_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no error curve yet"):
        save_error_curve(EMPTY_CURVE, tmp_path / "curve.csv")
