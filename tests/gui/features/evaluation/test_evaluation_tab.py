"""The evaluation below the network: rates and matrices of both sets, figures of classes, errors of values."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QTableView, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from engine.analysis.evaluation import ClassReport
from engine.data.datasets import DatasetSpec
from engine.project.demos import demo
from engine.project.lecture_demos import layered
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import TrainingSpec
from gui.document import commands
from gui.features.evaluation.confusion_view import ConfusionView
from gui.features.evaluation.evaluation_panel import EvaluationPanel
from gui.features.evaluation.region_line import RegionLine
from gui.features.samples.sample_table import SampleTable
from tests.gui.conftest import Opens
from tests.helpers.user import User


def panel_of(user: User) -> EvaluationPanel:
    panel = user.find("evaluation_panel")
    assert isinstance(panel, EvaluationPanel)
    return panel


def shows_evaluation(qtbot: QtBot, user: User) -> EvaluationPanel:
    user.window.tables.show_table("evaluation")
    panel = panel_of(user)
    qtbot.waitUntil(lambda: user.window.shows_newest() and bool(panel.reports) and panel.content.isVisible())
    return panel


def matrix(user: User, part: str) -> ConfusionView:
    view = user.find(f"confusion_{part}")
    assert isinstance(view, ConfusionView)
    return view


def text(user: User, name: str) -> str:
    label = user.find(name)
    assert isinstance(label, QLabel)
    return label.text()


@pytest.fixture
def iris(opens: Opens, qtbot: QtBot) -> User:
    """A user before iris flowers that have been learned, with the evaluation in front."""
    user = opens(demo("iris"))
    user.trains_until(right=115)
    shows_evaluation(qtbot, user)
    return user


def report(user: User, part: str) -> ClassReport:
    found = panel_of(user).reports[part]
    assert isinstance(found, ClassReport)
    return found


def table_texts(user: User) -> list[list[str]]:
    table = user.find("evaluation_table")
    assert isinstance(table, QTableView)
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_training_and_test_rates_stand_side_by_side_and_agree_with_the_bar(iris: User) -> None:
    training, test = report(iris, "training"), report(iris, "test")
    snapshot = iris.window.session.snapshot
    assert (training.n_samples, test.n_samples) == (120, 30)
    assert training.n_right == snapshot.n_right
    assert test.rate == pytest.approx(snapshot.test_accuracy) == pytest.approx(iris.value("test_label"))
    assert f"({training.n_right}/120)" in text(iris, "evaluation_training")
    assert f"({test.n_right}/30)" in text(iris, "evaluation_test")
    assert iris.find("test_label").isVisible()


def test_both_matrices_show_their_counts_in_one_scale_of_colours(iris: User) -> None:
    for part in ("training", "test"):
        view = matrix(iris, part)
        counts, picture = report(iris, part).counts, view.grab().toImage()
        assert counts.trace() == report(iris, part).n_right
        inside = [picture.pixelColor(view.cell_rect(k, k).topLeft() + QPoint(5, 5)) for k in range(3)]
        assert all(colour.blue() > colour.red() + 60 for colour in inside)  # right ones are blue
        empty = np.argwhere(counts == 0)[0]
        corner = view.cell_rect(int(empty[0]), int(empty[1])).topLeft() + QPoint(5, 5)
        assert picture.pixelColor(corner).saturation() < 12  # what never happens has no colour


def test_a_click_on_a_cell_marks_its_samples_in_the_region_plot_and_other_data_unmark_them(
    qtbot: QtBot, iris: User
) -> None:
    view, samples = matrix(iris, "test"), iris.region.samples
    counts, data = report(iris, "test").counts, iris.window.document.dataset
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(1, 1).center())
    assert len(samples.marked) == counts[1, 1] > 0
    assert samples.marked.min() >= data.n_samples
    assert (data.labels(data.test_targets)[samples.marked - data.n_samples] == 1).all()
    assert str(counts[1, 1]) in text(iris, "evaluation_note")
    assert "versicolor" in text(iris, "evaluation_note")
    commands.set_dataset(iris.window.document, replace(iris.project.dataset, seed=5))
    assert len(samples.marked) == 0


def test_a_click_on_a_cell_selects_its_samples_in_the_table_however_it_is_sorted(qtbot: QtBot, iris: User) -> None:
    table, samples = iris.find("sample_table"), iris.region.samples
    assert isinstance(table, SampleTable)
    table.horizontalHeader().sectionClicked.emit(1)
    view, counts = matrix(iris, "training"), report(iris, "training").counts
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(2, 2).center())
    assert sorted(table.chosen_samples) == samples.marked.tolist()
    assert len(table.chosen_samples) == counts[2, 2] > 1
    assert table.rowAt(0) == min(table.model().rows_of(samples.marked)), "the first comes into sight"
    empty = np.argwhere(counts == 0)[0]
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(int(empty[0]), int(empty[1])).center())
    assert table.chosen_samples == []
    assert iris.window.probe.inputs is None, "marking passes nothing through the network"


def test_a_cell_is_reached_by_keys_and_says_what_it_counts(qtbot: QtBot, iris: User) -> None:
    view = matrix(iris, "training")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(iris.region.samples.marked) == report(iris, "training").counts[1, 1]
    assert "versicolor" in view.accessibleDescription()


def test_figures_of_every_class_stand_in_a_table_with_their_mean(iris: User) -> None:
    iris.clicks("evaluation_figures")
    rows, training = table_texts(iris), report(iris, "training")
    assert [row[0] for row in rows] == ["setosa", "versicolor", "virginica", "mean"]
    assert rows[1][1] == f"{training.precision[1]:#.4g}"
    assert rows[3][-2:] == ["120", "30"]
    assert float(rows[3][3]) == pytest.approx(training.macro(training.recall), abs=1e-3)


def test_all_figures_are_copied_and_saved_with_every_digit(iris: User, tmp_path: Path) -> None:
    iris.clicks("evaluation_copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "set\tright\tsamples\trate"
    panel_of(iris).export(str(tmp_path / "evaluation.csv"))
    rows = list(csv.reader((tmp_path / "evaluation.csv").read_text(encoding="utf-8").splitlines()))
    assert ["test: target \\ decided", "setosa", "versicolor", "virginica"] in rows
    assert float(rows[1][3]) == report(iris, "training").rate


def test_a_binary_matrix_names_its_four_cells_and_has_no_test_side_without_a_test_set(
    qtbot: QtBot, opens: Opens
) -> None:
    user = opens(demo("xor"))
    shows_evaluation(qtbot, user)
    view = matrix(user, "training")
    assert not matrix(user, "test").isVisible()
    assert not user.find("test_label").isVisible()
    assert text(user, "evaluation_test") == "Test: no samples"
    place = view.cell_rect(0, 1).center()
    QGuiApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert "FP: false positives" in QToolTip.text()
    assert view.cell_at(QPointF(place)) == (0, 1)


def test_real_values_have_errors_instead_of_a_matrix(qtbot: QtBot, opens: Opens) -> None:
    inputs = np.linspace(-1, 1, 40)[:, np.newaxis]
    spec = DatasetSpec(
        "custom", inputs=FrozenArray(inputs), targets=FrozenArray(np.hstack([np.sin(inputs), inputs**2])),
        target_names=("sine", "square"), test_share=0.25,
    )  # fmt: skip
    user = opens(Project(spec, layered(1, (4, "tanh"), (2, "linear")), TrainingSpec("adam", batch_size=None)))
    shows_evaluation(qtbot, user)
    rows = table_texts(user)
    assert [row[0] for row in rows] == ["sine", "square", "overall"]
    assert len(rows[0]) == 7
    assert "RMSE" in text(user, "evaluation_training")
    assert not user.find("evaluation_matrix").isVisible()
    user.trains_until(epoch=500)
    qtbot.waitUntil(lambda: table_texts(user) != rows)
    assert float(table_texts(user)[2][1]) < float(rows[2][1].replace("−", "-"))


def test_decisions_side_by_side_offer_the_output_that_is_counted(qtbot: QtBot, opens: Opens) -> None:
    spec = DatasetSpec("custom", inputs=[[0.0, 1], [1, 0], [1, 1]], targets=[[1, 1], [0, 1], [0, 0]])
    user = opens(Project(spec, layered(2, (2, "tanh"), (2, "sigmoid")), TrainingSpec()))
    shows_evaluation(qtbot, user)
    box = user.find("evaluation_column")
    assert isinstance(box, QComboBox)
    assert box.isVisible()
    assert report(user, "training").support.tolist() == [2, 1]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert report(user, "training").support.tolist() == [1, 2]


def test_a_hidden_tab_costs_nothing_and_shows_the_newest_moment_when_it_comes(qtbot: QtBot, opens: Opens) -> None:
    user = opens(demo("iris"))
    user.trains_until(epoch=20)
    assert panel_of(user).content is None
    assert not user.window.findChild(QWidget, "confusion_training")
    shows_evaluation(qtbot, user)
    assert report(user, "training").n_right == user.window.session.snapshot.n_right


def test_long_figures_are_never_cut_in_the_bar(qtbot: QtBot, opens: Opens) -> None:
    user = opens(demo("digits"))
    user.trains_until(right=1_000)
    for name in ("accuracy_label", "test_label", "error_label"):
        label = user.find(name)
        assert isinstance(label, QLabel)
        assert label.isVisible()
        qtbot.waitUntil(lambda label=label: label.width() >= label.fontMetrics().horizontalAdvance(label.text()))


def test_the_regions_are_described_by_numbers_at_the_moment_on_show(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_by_hand"))
    shows_evaluation(qtbot, user)
    # Two lines at ±45°, half a unit from the diagonal on which they stand: each corner is 0.5 / √2 away.
    line = user.find("evaluation_region")
    assert isinstance(line, RegionLine)
    qtbot.waitUntil(lambda: "1: 2 separate parts" in line.accessibleName())
    assert "margin 0.35" in line.accessibleName()
    assert "0.35, 0.35, 0.35, 0.35" in line.toolTip()
    user.window.files.new()
    user.waits_for_files()
    user.triggers("unlimited")
    user.trains_until(right=4)
    user.pauses()
    qtbot.waitUntil(lambda: "%" in line.accessibleName() and "0.35, 0.35" not in line.toolTip(), timeout=20_000)
    user.waits_for_views()
    qtbot.waitUntil(lambda: not line.is_busy)  # else the last moment of training would be taken for a past one
    learned = line.accessibleName()
    timeline = user.find("timeline")
    assert isinstance(timeline, QSlider)
    timeline.setValue(1)
    qtbot.waitUntil(lambda: line.accessibleName() != learned, timeout=20_000)
    past = line.accessibleName()
    user.triggers("back_to_now")
    qtbot.waitUntil(lambda: line.accessibleName() != past, timeout=20_000)
    user.picks_data("parity3")
    qtbot.waitUntil(line.isHidden)
