"""The sample table in the window: edited while training, beside what it passes through, large, and as a file."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from engine import Network
from engine.data.datasets import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


def table_of(user: User) -> QTableView:
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    return table


def types(user: User, qtbot: QtBot, row: int, column: int, text: str) -> None:
    """Double-click a cell and type over it."""
    table = table_of(user)
    at = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    (entry,) = (field for field in table.findChildren(QLineEdit, "sample_entry") if field.isVisible())
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def with_test_twins(user: User) -> None:
    """Four samples, two of them for testing and of the same inputs."""
    spec = DatasetSpec(
        "custom",
        inputs=FrozenArray([[0.0, 0.0], [1.0, 1.0]]),
        targets=FrozenArray([[0.0], [1.0]]),
        test_inputs=FrozenArray([[0.5, 0.5], [0.5, 0.5]]),
        test_targets=FrozenArray([[0.0], [1.0]]),
    )
    commands.set_dataset(user.window.document, spec)
    user.waits_for_views()


def test_a_cell_is_edited_while_training_goes_on(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    types(user, qtbot, 2, 1, "0.9")
    assert user.window.session.state == "training"
    assert user.project.dataset.build().inputs[2].tolist() == [0.9, 0.0]
    epoch = user.window.session.snapshot.epoch
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch > epoch + 50)
    user.pauses()
    qtbot.waitUntil(user.window.shows_newest)
    network = Network(user.project.network, parameters=user.window.session.snapshot.parameters)
    expected = float(network.predict(np.array([[0.9, 0.0]]))[0, 0])
    shown = table_of(user).model().index(2, 4).data(Qt.ItemDataRole.UserRole)
    assert shown == pytest.approx(expected, rel=1e-12)
    user.triggers("undo")
    assert user.project.dataset.name == "xor"


def test_the_values_that_pass_through_follow_the_edited_sample(user: User, qtbot: QtBot) -> None:
    types(user, qtbot, 1, 2, "0.25")
    probe = user.window.probe
    assert (probe.sample, probe.inputs) == (1, (0.0, 0.25))
    with_test_twins(user)
    types(user, qtbot, 3, 1, "0.75")
    assert probe.inputs == (0.75, 0.5)
    assert table_of(user).selectionModel().selectedRows()[0].row() == 3


def test_of_two_equal_test_samples_the_one_clicked_stays_chosen(user: User, qtbot: QtBot) -> None:
    with_test_twins(user)
    table = table_of(user)
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(3, 1)).center())
    assert [index.row() for index in table.selectionModel().selectedRows()] == [3]
    assert user.window.probe.inputs == (0.5, 0.5)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_large_table_takes_the_room_of_network_and_side_panel(user: User, size: tuple[int, int]) -> None:
    user.window.resize(*size)
    QApplication.processEvents()
    table, before = table_of(user), table_of(user).size()
    user.clicks("tables_enlarge")
    QApplication.processEvents()
    assert table.height() > 2 * before.height()
    assert table.width() > before.width()
    assert not user.window.diagram_view.isVisible()
    assert not user.window.data_panel.isVisible()
    assert user.window.decision_region_plot.isVisible()
    assert user.window.size().toTuple() == size
    user.triggers("large_table")
    QApplication.processEvents()
    assert user.window.diagram_view.isVisible()
    assert user.window.data_panel.isVisible()
    assert table.size() == before


def test_a_hidden_side_panel_stays_hidden_after_the_large_table(user: User) -> None:
    user.triggers("side_panel")
    for _ in range(2):
        user.triggers("large_table")
    assert not user.window.data_panel.isVisible()
    user.triggers("side_panel")
    assert user.window.data_panel.isVisible()


@pytest.mark.parametrize("n_inputs", [1, 4, 5])
def test_a_truth_table_of_up_to_five_inputs_is_filled_in(user: User, qtbot: QtBot, n_inputs: int) -> None:
    entry = user.window.findChild(QAction, f"truth_table_{n_inputs}")
    assert entry is not None
    entry.trigger()
    table, last = table_of(user), 2**n_inputs - 1
    assert table.model().rowCount() == last + 1
    assert user.project.network.n_inputs == n_inputs
    table.setFocus()
    table.setCurrentIndex(table.model().index(last, n_inputs + 1))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    types(user, qtbot, last - 1, n_inputs + 1, "1")
    data = user.project.dataset
    assert (data.name, data.truth_table) == ("truth_table", (0,) * (last - 1) + (1, 1))
    assert user.find("truth_table").isVisible() == (n_inputs <= 3)
    assert not user.window.message_bar.text.startswith("The samples are now your own")


def saves(user: User, qtbot: QtBot, path: Path) -> list[dict[str, str]]:
    """Answer the question on show with `path` and read what is written."""
    dialog: Any = user.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(path.exists)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_samples_are_exported_with_what_the_network_answers(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(epoch=100)
    qtbot.waitUntil(user.window.shows_newest)
    user.clicks("sample_export")
    lines = saves(user, qtbot, tmp_path / "samples.csv")
    network = Network(user.project.network, parameters=user.window.session.snapshot.parameters)
    answers = network.predict(user.project.dataset.build().inputs)[:, 0]
    assert [float(line["output"]) for line in lines] == pytest.approx(answers, rel=1e-12)
    assert sum(float(line["error"]) for line in lines) == pytest.approx(user.value("error_label"), rel=1e-12)
    qtbot.waitUntil(lambda: "4 samples written" in user.window.message_bar.text)


def test_the_error_curve_is_exported_as_it_is_drawn(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(epoch=100)
    qtbot.waitUntil(user.window.shows_newest)
    user.clicks("error_export")
    lines = saves(user, qtbot, tmp_path / "curve.csv")
    curve = user.window.error_plot.curve
    assert [int(line["epoch"]) for line in lines] == curve.epochs.tolist()
    assert [float(line["train_last"]) for line in lines] == curve.last.tolist()
    snapshot = user.window.session.snapshot
    assert (int(lines[-1]["epoch"]), float(lines[-1]["train_last"])) == (snapshot.epoch, snapshot.loss)
    qtbot.waitUntil(lambda: "Error curve written" in user.window.message_bar.text)
