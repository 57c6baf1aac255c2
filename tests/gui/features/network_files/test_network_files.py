"""The network as it stands on screen goes out as files, and weights come back as an undoable start."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, Network, NetworkSpec
from engine.project.project import Project
from engine.project_file import save
from engine.spec.frozen_array import FrozenArray
from tests.helpers.user import User


def chooses_a_file(user: User, qtbot: QtBot, action: str, path: Path, ending: str) -> None:
    """Trigger `action`, choose the kind of file and type its name into the dialog."""
    user.action(action).trigger()
    dialog = user.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    kind = next(name for name in dialog.nameFilters() if ending in name)
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: user.window.findChild(QFileDialog) is None)
    user.waits_for_files()


def on_screen(user: User) -> Network:
    snapshot = user.window.session.snapshot
    assert snapshot is not None
    return Network(user.project.network, parameters=snapshot.parameters)


def test_a_trained_network_answers_outside_as_on_screen(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(right=4)
    script = tmp_path / "mine.py"
    chooses_a_file(user, qtbot, "export_network", script, "NumPy (*.py)")
    samples = tmp_path / "samples.csv"
    samples.write_text("0,0\n0,1\n1,0\n1,1\n", encoding="utf-8")
    run = subprocess.run([sys.executable, "-I", script, samples], capture_output=True, text=True, check=True)
    answers = [float(line) for line in run.stdout.splitlines()]
    expected = on_screen(user).predict(user.window.document.dataset.inputs).ravel()
    np.testing.assert_allclose(answers, expected, rtol=0, atol=1e-12)
    assert str(script) in user.window.message_bar.text


@pytest.mark.parametrize(
    ("ending", "name"),
    [("npz", "w.npz"), ("csv", "w.csv"), ("onnx", "w.onnx"), ("for PyTorch", "w.py"), ("in PyTorch", "w.py")],
)
def test_every_kind_of_file_is_written(user: User, qtbot: QtBot, tmp_path: Path, ending: str, name: str) -> None:
    chooses_a_file(user, qtbot, "export_network", tmp_path / name, ending)
    assert (tmp_path / name).stat().st_size > 100


def test_weights_come_back_as_one_undoable_step(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(right=4)
    trained = on_screen(user).parameters.copy()
    kinds = {"a.npz": "npz", "a.csv": "csv", "numpy.py": "NumPy (*.py)", "torch.py": "PyTorch (*.py)"}
    for name, kind in kinds.items():
        chooses_a_file(user, qtbot, "export_network", tmp_path / name, kind)
    user.action("reset").trigger()
    for name in kinds:
        before = user.project
        chooses_a_file(user, qtbot, "load_weights", tmp_path / name, "npz")
        assert user.project.parameters is not None
        np.testing.assert_array_equal(user.project.parameters.array, trained)
        qtbot.waitUntil(lambda: user.value("accuracy_label") == 1)
        user.action("undo").trigger()
        assert replace(user.project, runs=()) == replace(before, runs=())


def test_weights_of_another_network_change_nothing(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "trained.npz"
    chooses_a_file(user, qtbot, "export_network", file, "npz")
    user.sets_units(0, 3)
    before = user.project
    chooses_a_file(user, qtbot, "load_weights", file, "npz")
    assert user.project == before
    assert "trained.npz: 'layer1/weight' has the shape (2, 4)" in user.window.message_bar.text


def test_a_place_that_cannot_be_written_is_said(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    chooses_a_file(user, qtbot, "export_network", tmp_path / "missing" / "w.csv", "csv")
    assert "w.csv" in user.window.message_bar.text
    assert "could not be saved" in user.window.message_bar.text


def test_weights_that_the_start_has_already_bring_the_start_back(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(epoch=30)
    file = tmp_path / "mine.npz"
    chooses_a_file(user, qtbot, "export_network", file, "(*.npz)")
    for _ in range(2):
        chooses_a_file(user, qtbot, "load_weights", file, "*.npz")
        exported = on_screen(user).parameters.copy()
        user.trains_until(epoch=30)
    chooses_a_file(user, qtbot, "load_weights", file, "*.npz")
    user.waits_for_views()
    assert user.value("epoch_label") == 0
    np.testing.assert_array_equal(on_screen(user).parameters, exported)
    assert "weights of the start" in user.window.message_bar.text


def test_onnx_keeps_the_names_and_says_which_input_float32_rounds(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    onnx = pytest.importorskip("onnx", reason="onnx is not installed")
    moments = [[1.7e9 + 40.0 * row, row % 3] for row in range(12)]
    data = DatasetSpec(
        "custom",
        inputs=FrozenArray(moments),
        targets=FrozenArray(np.eye(3)[[row % 3 for row in range(12)]]),
        input_names=("moment", "level"),
        target_names=("low", "middle", "high"),
    )
    network = NetworkSpec(2, (LayerSpec(4, "tanh", id=1), LayerSpec(3, "softmax", id=2)))
    save(Project(data, network), tmp_path / "moments.perceptra")
    assert user.opens_file(tmp_path / "moments.perceptra")
    chooses_a_file(user, qtbot, "export_network", tmp_path / "w.onnx", "onnx")
    assert "Exported as" in user.window.message_bar.text
    assert "rounds the input moment: its values reach 1.7e+09" in user.window.message_bar.text
    kept = {entry.key: json.loads(entry.value) for entry in onnx.load(tmp_path / "w.onnx").metadata_props}
    assert kept["input_names"] == ["moment", "level"]
    assert kept["class_names"] == ["low", "middle", "high"]
    chooses_a_file(user, qtbot, "export_network", tmp_path / "w.npz", "npz")
    assert "float32" not in user.window.message_bar.text


def test_a_notebook_and_a_script_train_to_the_weights_on_screen(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(epoch=60)
    epoch, trained = user.value("epoch_label"), on_screen(user).parameters.copy()
    chooses_a_file(user, qtbot, "export_network", tmp_path / "run.ipynb", "ipynb")
    book = json.loads((tmp_path / "run.ipynb").read_text(encoding="utf-8"))
    space: dict[str, Any] = {}
    exec("\n".join("".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"), space)
    assert space["passes"] == epoch
    found = np.concatenate([values.ravel() for values in space["parameters"]])
    np.testing.assert_allclose(found, trained, rtol=1e-11, atol=1e-12)
    chooses_a_file(user, qtbot, "export_network", tmp_path / "run.py", "trains, in NumPy (*.py)")
    run = subprocess.run([sys.executable, "-I", tmp_path / "run.py"], capture_output=True, text=True, check=True)
    difference = float(run.stdout.rpartition("largest difference from the weights in Perceptra: ")[2])
    assert difference < 1e-11
