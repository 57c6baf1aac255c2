"""The ledger through the window: the lecture's numbers, back to any step, the verdict, the typed start, the table."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from engine import Network, Trainer
from engine.data.datasets.recipe import DatasetSpec
from engine.project.demos import demo
from engine.project.project import Project
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from gui.features.ledger.feature import LedgerFeature
from gui.features.ledger.ledger_model import COLUMNS
from tests.helpers.lecture import LECTURE_WEIGHTS
from tests.helpers.user import LEFT, User

WAIT_MS = 25_000


class Student(User):
    """A user who works with the ledger."""

    def opens(self, project: str | Project, lecture: bool = True) -> None:
        if lecture:
            self.triggers("notation_lecture")
        if isinstance(project, str):
            self.window.files.open_demo(project)
        else:
            self.window.document.load(project)
        self.window.tables.show_table("ledger")
        self.waits(lambda: self.table.model().view is not None)
        self.waits(lambda: self.cell(0, "weights") not in ("", "…"))

    def waits(self, condition: Any) -> None:
        self._qtbot.waitUntil(condition, timeout=WAIT_MS)

    @property
    def table(self) -> QTableView:
        table = self.find("ledger_table")
        assert isinstance(table, QTableView)
        return table

    @property
    def verdict(self) -> str:
        label = self.find("verdict_text")
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def step(self) -> int:
        return int(self.table.model().view.current)

    def cell(self, row: int, kind: str) -> str:
        return str(self.table.model().index(row, COLUMNS.index(kind)).data() or "")

    def value(self, row: Any, kind: str = "") -> Any:
        if not kind:
            return super().value(row)
        return self.table.model().index(row, COLUMNS.index(kind)).data(Qt.ItemDataRole.UserRole)

    def reads(self, row: int, kind: str) -> Any:
        """Scroll to a row, as one who wants to read it must, and wait until its numbers are there."""
        self.table.scrollTo(self.table.model().index(row, 0))
        self.waits(lambda: self.value(row, "weights") is not None)
        return self.value(row, kind)

    def steps(self, count: int) -> None:
        for _ in range(count):
            now = self.step
            self.triggers("step_sample")
            self.waits(lambda now=now: self.step == now + 1)

    def clicks_row(self, row: int) -> None:
        index = self.table.model().index(row, COLUMNS.index("sample"))
        self.table.scrollTo(index)
        self._qtbot.mouseClick(self.table.viewport(), LEFT, pos=self.table.visualRect(index).center())

    def types_start(self, text: str) -> None:
        entry = self.find("start_vector")
        assert isinstance(entry, QLineEdit)
        entry.setFocus()
        entry.selectAll()
        self._qtbot.keyClicks(entry, text)
        self._qtbot.keyClick(entry, Qt.Key.Key_Return)

    @property
    def parameters(self) -> np.ndarray:
        return np.asarray(self.window.session.snapshot.parameters)


@pytest.fixture
def student(user: User, qtbot: QtBot) -> Student:
    return Student(qtbot, user.window)


def after(project: Project, steps: int) -> np.ndarray:
    """The parameters after so many steps, without any window."""
    network = Network(project.network, seed=project.training.seed, parameters=project.parameters)
    trainer = Trainer(network, project.dataset.build(), project.training)
    while steps > 0:
        steps -= trainer.advance(steps)
    return network.parameters


def test_every_number_of_the_lectures_example_can_be_read(student: Student) -> None:
    student.opens("lecture")
    student.starts_training()
    student.waits(lambda: student.window.session.state == "finished")
    student.waits(lambda: student.step == 12)
    student.triggers("step_epoch")
    student.waits(lambda: student.step == 15)
    for step, weights in enumerate(LECTURE_WEIGHTS):
        assert np.allclose(student.reads(step, "weights"), weights, rtol=0, atol=1e-12)
    assert [student.cell(row, "net") for row in range(1, 4)] == ["2.5", "−1.6", "−2.1"]
    assert student.cell(1, "inputs") == "(−1, 1, −2, 0)"
    assert student.cell(1, "change") == "(0.2, −0.2, 0.4, 0)"
    assert student.cell(3, "weights") == "(0.5, 0.6, −0.4, 0.1)"
    assert student.cell(12, "weights") == "(0.3, −0.2, 0.3, 0.5)"
    assert [student.cell(row, "error") for row in (1, 2, 3)] == ["−2", "0", "2"]


def test_a_click_on_a_row_goes_back_and_training_goes_on_with_the_same_bits(student: Student) -> None:
    student.opens("lecture")
    student.steps(7)
    student.clicks_row(3)
    student.waits(lambda: student.step == 3)
    student.waits_for_views()
    project = demo("lecture")
    assert np.array_equal(student.parameters, after(project, 3))
    assert student.window.session.state == "paused"
    assert student.find("ledger_step").property("value") == 3
    assert student.table.model().view.length == 7
    student.steps(2)
    assert np.array_equal(student.parameters, after(project, 5))
    assert student.table.model().view.length == 7  # what is known stays
    student.starts_training()
    student.waits(lambda: student.window.session.state == "finished")
    student.waits(lambda: student.step == 12)
    assert np.array_equal(student.parameters, after(project, 12))


def test_enter_and_the_step_box_go_there_too(student: Student, qtbot: QtBot) -> None:
    student.opens("lecture")
    student.steps(4)
    student.table.setFocus()
    student.table.setCurrentIndex(student.table.model().index(2, 0))
    qtbot.keyClick(student.table, Qt.Key.Key_Return)
    student.waits(lambda: student.step == 2)
    student.types("ledger_step", "0")
    student.waits(lambda: student.step == 0)
    assert np.array_equal(student.parameters, after(demo("lecture"), 0))
    student.table.setCurrentIndex(student.table.model().index(3, 0))
    qtbot.keyClick(student.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "(0.49999999999999994, 0.6000000000000001, −0.39999999999999997, 0.1)" in QGuiApplication.clipboard().text()


def test_other_settings_after_going_back_begin_another_future(student: Student) -> None:
    student.opens("lecture")
    student.steps(6)
    student.clicks_row(2)
    student.waits(lambda: student.step == 2)
    student.types("learning_rate", "0.5")
    student.waits(lambda: student.table.model().view.length == 2)
    student.steps(1)
    assert student.reads(3, "change") == (-1.0, -1.0, 1.0, 0.5)


def test_the_typed_start_is_an_undoable_edit_in_the_notation_chosen(student: Student) -> None:
    student.opens("lecture")
    before = student.project
    student.types_start("(1, 2, -3; 4)")
    assert student.project == before  # one unit has one vector
    student.types_start("-1, 2, 3.5, 1e-3")
    assert student.project.parameters.array.tolist() == [2.0, 3.5, 1e-3, 1.0]
    assert student.window.facts()["start.typed"] == 1
    student.waits(lambda: student.cell(0, "weights") == "(−1, 2, 3.5, 0.001)")
    student.triggers("notation_textbook")
    entry = student.find("start_vector")
    assert isinstance(entry, QLineEdit)
    assert entry.text() == "2, 3.5, 0.001, 1"
    student.triggers("undo")
    assert student.project == before
    assert entry.text() == "1, −1, 0, −0.5"


def test_xor_is_told_to_be_hopeless_before_and_its_cycle_during_the_run(student: Student) -> None:
    student.opens("xor_perceptron")
    student.waits(lambda: "No line separates the two classes." in student.verdict)
    assert student.window.facts()["ledger.cycle"] is False
    student.starts_training()
    student.waits(lambda: student.window.facts()["ledger.cycle"] is True)
    student.pauses()
    student.waits(lambda: "the run repeats every 4 steps" in student.verdict)
    student.types("ledger_step", "40")
    student.waits(lambda: student.step == 40 and "at step 36:" in student.verdict)
    here = student.parameters.copy()
    student.types("ledger_step", "36")
    student.waits(lambda: student.step == 36)
    assert np.allclose(student.parameters, here, rtol=0, atol=1e-12)
    student.clicks("verdict_add_layer")
    assert student.sizes == (2, 4, 1)
    assert student.project.training.rule == "gradient_descent"
    student.triggers("undo")
    assert student.sizes == (2, 1)
    student.window.tables.show_table("ledger")
    student.waits(student.find("verdict_add_layer").isVisible)


def test_where_a_line_exists_the_bound_stands_beside_the_corrections(student: Student) -> None:
    student.opens("lecture")
    student.waits(lambda: "at most 23 corrections" in student.verdict)
    student.starts_training()
    student.waits(lambda: student.window.session.state == "finished")
    student.waits(lambda: "So far: 7." in student.verdict)


def test_several_output_units_stand_below_each_other(student: Student) -> None:
    rows = [[0, 0], [0, 1], [1, 0], [1, 1]]
    data = DatasetSpec("custom", inputs=rows, targets=[[0, 0], [0, 1], [0, 1], [1, 0]])
    network = NetworkSpec(2, (LayerSpec(2, "step"),))
    student.opens(Project(data, network, TrainingSpec("perceptron", learning_rate=0.1)))
    student.steps(3)
    assert student.table.model().rowCount() == 8
    parameters = student.parameters
    assert student.reads(6, "weights") == (-parameters[4], parameters[0], parameters[2])
    assert student.reads(7, "weights") == (-parameters[5], parameters[1], parameters[3])
    assert student.cell(7, "unit") == "o₂"
    student.waits(lambda: "classes of o₂" in student.verdict)
    student.types_start("0.5, 1, 1; 0.25, -1, 2")
    assert student.project.parameters.array.tolist() == [1.0, -1.0, 1.0, 2.0, -0.5, -0.25]


def test_the_exported_table_holds_every_digit(student: Student, tmp_path: Path) -> None:
    student.opens("lecture")
    student.steps(6)
    path = tmp_path / "run.csv"
    feature = student.window.findChild(LedgerFeature)
    assert feature is not None
    feature.export(path)
    student.waits(path.exists)
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [int(line["step"]) for line in lines] == list(range(7))
    for row, line in enumerate(lines):
        weights = tuple(float(line[name]) for name in ("T", "w1", "w2", "w3"))
        assert student.reads(row, "weights") == weights


def test_a_saved_run_has_its_ledger_again(student: Student, tmp_path: Path) -> None:
    student.opens("lecture")
    student.steps(5)
    path = tmp_path / "run.perceptra"
    student.window.document.path = path
    student.window.files.save()
    student.waits(path.exists)
    student.window.files.new()
    student.waits(lambda: student.sizes == (2, 4, 1))
    assert student.opens_file(path)
    student.window.tables.show_table("ledger")
    student.waits(lambda: student.table.model().view is not None and student.step == 5)
    assert np.allclose(student.reads(3, "weights"), LECTURE_WEIGHTS[3], rtol=0, atol=1e-12)
    student.clicks_row(3)
    student.waits(lambda: student.step == 3)
    student.steps(2)
    assert np.array_equal(student.parameters, after(demo("lecture"), 5))
    student.window.files.save()
    student.waits(lambda: not student.window.document.is_modified)  # or closing would ask


def test_it_follows_a_fast_run_and_shows_any_step_of_it(student: Student) -> None:
    student.opens("xor_perceptron")
    student.triggers("unlimited")
    student.starts_training()
    student.waits(lambda: student.window.session.snapshot.epoch > 20_000)
    student.pauses()
    student.waits(lambda: student.step == 4 * student.window.session.snapshot.epoch)
    last = student.table.model().rowCount() - 1
    student.waits(lambda: student.value(last, "weights") is not None)
    assert student.table.model().step_of(last) == student.step
    assert student.table.rowAt(student.table.viewport().height() - 5) == last
    student.types("ledger_step", "12345")
    student.waits(lambda: student.step == 12_345)
    assert np.array_equal(student.parameters, after(demo("xor_perceptron"), 12_345))
    row = student.table.model().row_of(12_345)
    assert student.table.visualRect(student.table.model().index(row, 0)).intersects(student.table.viewport().rect())


def test_all_digits_are_shown_on_demand(student: Student) -> None:
    student.opens("lecture")
    student.steps(3)
    assert student.cell(3, "weights") == "(0.5, 0.6, −0.4, 0.1)"
    student.clicks("ledger_all_digits")
    weights = student.value(3, "weights")
    shown = student.cell(3, "weights").strip("()").replace("−", "-").split(", ")
    assert tuple(float(number) for number in shown) == weights
    assert repr(weights[2]).lstrip("-") in student.cell(3, "weights")


def test_the_tab_is_there_for_rules_of_one_layer_alone(student: Student) -> None:
    tabs = student.window.tables
    tabs.show_table("ledger")
    assert tabs.current != "ledger"
    student.opens("lecture")
    assert tabs.current == "ledger"
    assert student.table.viewport().rect().contains(QPoint(1, 1))
    assert student.action("export_ledger").isEnabled()


def test_every_control_of_the_tab_has_a_name_words_and_room_to_be_hit(student: Student) -> None:
    student.opens("xor_perceptron")
    student.waits(student.find("verdict_add_layer").isVisible)
    for name in (
        "ledger_table",
        "ledger_step",
        "ledger_all_digits",
        "ledger_export",
        "start_vector",
        "verdict_add_layer",
    ):
        control = student.find(name)
        assert control.isVisible()
        assert control.accessibleName()
        assert control.toolTip()
        assert min(control.width(), control.height()) >= 24


def test_on_the_line_the_unit_fires_and_the_run_ends_as_by_hand(student: Student) -> None:
    unit = NetworkSpec(2, (LayerSpec(1, "step", id=1),))
    training = TrainingSpec("perceptron", learning_rate=0.1, stop_when_all_right=True)
    locked = np.array([False, False, True])
    student.opens(Project(DatasetSpec("and"), unit, training, parameters=[0.3, -0.1, -0.2], locked=locked))
    student.steps(8)
    assert (student.reads(8, "net"), student.cell(8, "net"), student.cell(8, "output")) == (0.0, "0", "1")
    student.starts_training()
    student.waits(lambda: student.window.session.state == "finished")
    student.waits_for_views()
    assert np.allclose(student.parameters, [0.1, 0.1, -0.2], rtol=0, atol=1e-15)


def test_samples_that_lie_on_one_line_by_hand_are_not_separable(student: Student) -> None:
    inputs = np.array([[0.1, 0.2], [0.2, 0.3], [0.3, 0.4]])  # in binary numbers the middle one is beside it
    data = DatasetSpec("custom", inputs=inputs, targets=np.array([[1.0], [0.0], [1.0]]))
    unit = NetworkSpec(2, (LayerSpec(1, "step", id=1),))
    student.opens(Project(data, unit, TrainingSpec("perceptron", learning_rate=0.1), parameters=[0.0, 0.0, 0.0]))
    student.waits(lambda: "No line separates the two classes." in student.verdict)
