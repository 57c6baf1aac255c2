"""Milestones, matrices and functions in the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from engine import Network
from engine.project.demos import demo
from gui.features.back_propagation.function_chart import FunctionChart
from tests.gui.conftest import Opens
from tests.helpers.user import TRAINING_MS, User

TABLES = {
    "epoch 1": ([0.5, 0.5, 0.5, 0.5], 0.5, 0.005),
    "epoch 8,000": ([0.119, 0.727, 0.734, 0.415], 0.166, 0.005),
    "epoch 11,050": ([0.05, 0.941, 0.941, 0.078], 0.008, 0.003),
}


def view_of(user: User, name: str) -> QTableView:
    view = user.find(name)
    assert isinstance(view, QTableView)
    return view


def column(view: QTableView, place: int) -> list[float]:
    model = view.model()
    return [model.index(row, place).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def header(view: QTableView, place: int) -> str:
    return str(view.model().headerData(place, Qt.Orientation.Horizontal))


def types_milestones(user: User, qtbot: QtBot, text: str) -> None:
    field = user.find("milestones")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_lectures_three_tables_fill_themselves_at_full_speed(run: User, qtbot: QtBot) -> None:
    run.window.tables.show_table("milestones")
    run.triggers("unlimited")
    run.starts_training()
    qtbot.waitUntil(lambda: run.window.session.state == "finished", timeout=TRAINING_MS)
    view = view_of(run, "milestone_table")
    qtbot.waitUntil(lambda: column(view, 5)[0] is not None, timeout=TRAINING_MS)
    assert run.value("epoch_label") == 11_050 or run.window.session.snapshot.epoch == 11_050
    for place, (title, (outputs, error, tolerance)) in enumerate(TABLES.items(), start=3):
        first, second = header(view, place).split("\n")
        assert first == title
        np.testing.assert_allclose(column(view, place), outputs, rtol=0, atol=0.02)
        assert float(second.removeprefix("E = ")) == pytest.approx(error, abs=tolerance)


def test_milestones_are_edited_undone_and_refused(run: User, qtbot: QtBot) -> None:
    run.window.tables.show_table("milestones")
    types_milestones(run, qtbot, "3 7, 5")
    assert run.project.training.milestones == (3, 5, 7)
    run.trains_until(epoch=10)
    view = view_of(run, "milestone_table")
    qtbot.waitUntil(lambda: column(view, 5)[0] is not None, timeout=TRAINING_MS)
    types_milestones(run, qtbot, "3, 4")
    assert header(view, 4).startswith("epoch 4\nE = –")
    assert column(view, 3)[0] is not None
    assert "Reset" in view.model().index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    types_milestones(run, qtbot, "3, x")
    assert run.project.training.milestones == (3, 4)
    run.triggers("undo")  # edits of one field in a row are one step, as everywhere
    assert run.project.training.milestones == (1, 8_000, 11_050)
    assert run.window.session.snapshot.epoch >= 10


def test_the_milestones_can_be_copied_and_saved(run: User, qtbot: QtBot, tmp_path: Path) -> None:
    run.window.tables.show_table("milestones")
    types_milestones(run, qtbot, "2")
    run.trains_until(epoch=3)
    view = view_of(run, "milestone_table")
    qtbot.waitUntil(lambda: column(view, 3)[0] is not None, timeout=TRAINING_MS)
    run.clicks("milestones_copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert float(lines[2].split("\t")[3]) == column(view, 3)[1]
    panel = run.find("milestone_panel")
    panel.export(str(tmp_path / "a.csv"))
    rows = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert float(rows[4].split(",")[3]) == column(view, 3)[3]
    with qtbot.waitSignal(panel.failed) as told:
        panel.export(str(tmp_path / "no such folder" / "a.csv"))
    assert "a.csv" in told.args[0]
    run.clicks("milestones_export")
    dialog = run.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()


def test_the_softmax_networks_matrices_are_numpys(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("softmax_moons"))
    user.trains_until(epoch=20)
    user.window.tables.show_table("matrices")
    entries = user.find("matrix_list")
    assert isinstance(entries, QListWidget)
    qtbot.waitUntil(lambda: entries.count() > 0, timeout=TRAINING_MS)
    network = Network(user.project.network, parameters=user.window.session.snapshot.parameters)
    data = user.window.document.dataset
    (w1, w2), (b1, b2) = network.weights, network.biases
    z1 = data.inputs @ w1 + b1
    a1 = np.tanh(z1)
    z2 = a1 @ w2 + b2
    powers = np.exp(z2)
    guess = powers / powers.sum(axis=1, keepdims=True)
    delta3 = (guess - data.targets) / 200
    delta2 = (1 - a1**2) * (delta3 @ w2.T)
    expected = {
        "x   200 × 2": data.inputs,
        "W₁   2 × 3": w1,
        "b₁   1 × 3": b1[None],
        "z₁   200 × 3": z1,
        "a₁   200 × 3": a1,
        "W₂   3 × 2": w2,
        "b₂   1 × 2": b2[None],
        "z₂   200 × 2": z2,
        "ŷ   200 × 2": guess,
        "y   200 × 2": data.targets,
        "δ₃   200 × 2": delta3,
        "δ₂   200 × 3": delta2,
        "∂L/∂W₂   3 × 2": a1.T @ delta3,
        "∂L/∂b₂   1 × 2": delta3.sum(axis=0)[None],
        "∂L/∂W₁   2 × 3": data.inputs.T @ delta2,
        "∂L/∂b₁   1 × 3": delta2.sum(axis=0)[None],
    }
    assert [entries.item(row).text() for row in range(entries.count())] == list(expected)
    view = view_of(user, "matrix_table")
    for row, values in enumerate(expected.values()):
        entries.setCurrentRow(row)
        found = np.array([column(view, place) for place in range(view.model().columnCount())]).T
        np.testing.assert_allclose(found, values, rtol=1e-9, atol=1e-14)
    entries.setCurrentRow(10)
    assert user.find("matrix_heading").text().startswith("δ₃ = (ŷ − y) / N")
    assert "−N times" in user.find("matrix_note").text()


def test_one_click_tells_how_often_2_2_1_fails(run: User, qtbot: QtBot) -> None:
    run.triggers("page_how_often")
    run.types("how_often_starts", "100")
    run.triggers("page_workbench")
    run.window.tables.show_table("milestones")
    button = run.find("milestones_how_often")
    assert isinstance(button, QToolButton)
    assert button.text() == "2-2-1 can fail: how often?"
    run.clicks("milestones_how_often")
    qtbot.waitUntil(lambda: run.window.facts()["success.known"], timeout=TRAINING_MS)
    assert run.window.pages.current == "how_often"
    assert run.window.session.snapshot.epoch == 0


def test_the_functions_stand_at_the_net_input_of_the_neuron(run: User, qtbot: QtBot) -> None:
    run.window.tables.show_table("functions")
    run.window.probe.set_sample(3, (1.0, 1.0), (0.0,))
    v11, _, v21, _, b1, *_ = demo("xor_run").parameters.array
    net = v11 + v21 + b1
    chart = run.find("function_sigmoid")
    assert isinstance(chart, FunctionChart)
    y = 1 / (1 + np.exp(-net))
    qtbot.waitUntil(lambda: chart.values is not None and abs(chart.values[0] - y) < 1e-12, timeout=TRAINING_MS)
    assert chart.values[1] == pytest.approx(y * (1 - y))
    tanh, bipolar = run.find("function_tanh"), run.find("function_bipolar_sigmoid")
    assert tanh.values == pytest.approx((np.tanh(net), 1 - np.tanh(net) ** 2))
    assert bipolar.values == pytest.approx((np.tanh(net / 2), (1 - np.tanh(net / 2) ** 2) / 2))
    assert not run.find("function_relu").isVisible()
    run.clicks_diagram("neuron", layer=1, unit=0)
    assert run.find("function_panel").neuron == (1, 0)


def test_tabs_that_are_not_in_front_compute_nothing(run: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from gui.toolkit import background_job

    asked: set[str] = set()
    monkeypatch.setattr(background_job.Background, "submit", lambda jobs, _job: asked.add(jobs._name))
    run.trains_until(epoch=30)
    assert asked <= {"perceptra-diagnosis"}  # which looks at the run, whatever is in front


def test_thousands_of_samples_do_not_make_the_tables_longer_than_the_screen(opens: Opens, qtbot: QtBot) -> None:
    """Cells are asked for only where they are seen."""
    project = demo("softmax_moons")
    from engine import DatasetSpec
    from engine.data import datasets

    moons = datasets.make("moons", n_samples=20_000, noise=0.2)
    many = DatasetSpec("custom", inputs=moons.inputs, targets=np.eye(2)[moons.labels()])
    user = opens(replace(project, dataset=many))
    user.window.tables.show_table("matrices")
    view = view_of(user, "matrix_table")
    qtbot.waitUntil(lambda: view.model().rowCount() == 20_000, timeout=TRAINING_MS)
    watched = _Watched(view)
    watched.setSourceModel(view.model())
    view.setModel(watched)
    view.viewport().repaint()
    assert 0 < max(watched.rows) < 60


class _Watched(QIdentityProxyModel):
    """Passes a model on and notes the rows that were asked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: set[int] = set()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.rows.add(index.row())
        return super().data(index, role)
