"""The lecture's rows L1 to L13 in the window, reached from the Lessons menu in at most three clicks, read as shown."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QTabBar, QTableView
from pytestqt.qtbot import QtBot

from engine import Network
from engine.lessons import load_shelf
from engine.project.demos import demo
from engine.project.edits.rbf import centres_and_widths
from engine.project.lecture_demos import LECTURE_DEMOS
from gui.features.computation_graph.page import ComputationGraphPage
from gui.features.decision_region.boundary.equation_strip import EquationRow
from gui.features.lessons.lesson_guide import LessonGuide
from gui.features.lessons.lesson_menu import SHELF
from gui.features.lessons.progress_dots import ProgressDots
from tests.helpers.lecture import LECTURE_WEIGHTS
from tests.helpers.user import LEFT, User

# A menu that opens asks for the keyboard, which the screen of the tests does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

WAIT_MS = 20_000
EXACT = Qt.ItemDataRole.UserRole


class Student(User):
    """Someone who knows the slides and not the program."""

    def __init__(self, qtbot: QtBot, user: User) -> None:
        super().__init__(qtbot, user.window)
        guide = self.window.findChild(LessonGuide)
        assert isinstance(guide, LessonGuide)
        self.guide = guide

    def waits(self, condition: Any) -> None:
        self._qtbot.waitUntil(condition, timeout=WAIT_MS)

    def begins(self, lesson: str, step: int = 1) -> None:
        """Click Lessons, the lesson, and where it is not the first step that is wanted, the dot of that step."""
        bar, menu = self.window.menuBar(), self.window.menus.menu("lessons")
        self._qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(menu.menuAction()).center())
        self.waits(menu.isVisible)
        entry = next(action for action in menu.actions() if action.objectName() == f"action_lesson_{lesson}")
        self._qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
        self.waits(lambda: self.guide.lesson is not None and self.guide.lesson.name == lesson)
        if step > 1:
            dots = self.find("lesson_dots")
            assert isinstance(dots, ProgressDots)
            self.waits(dots.isVisible)
            self._qtbot.mouseClick(dots, LEFT, pos=dots.centre_of(step - 1).toPoint())
        assert self.guide.place == step - 1
        self.waits_for_views()

    def trains_past_the_first_question(self) -> None:
        """The lesson of the XOR run pauses after one iteration and asks; Train goes on from there to the end."""
        self.starts_training()
        self.waits(lambda: self.window.session.state == "paused")
        self.waits_for_views()
        assert self.value("epoch_label") == 1
        self.starts_training()
        self.waits(lambda: self.window.session.state == "finished")

    def picks(self, box: str, value: object) -> None:
        """Choose from a drop-down list."""
        combo = self.find(box)
        assert isinstance(combo, QComboBox)
        assert combo.isVisible()
        index = combo.findData(value)
        assert index >= 0
        combo.setCurrentIndex(index)
        combo.activated.emit(index)

    def types_value(self, text: str, kind: str, **place: int) -> None:
        """Double-click a number's owner in the diagram, type, Enter."""
        view = self.window.diagram_view
        self._qtbot.mouseDClick(view.viewport(), LEFT, pos=view.position_of(kind, **place))
        editor = self.window.focusWidget()
        assert isinstance(editor, QLineEdit)
        self._qtbot.keyClicks(editor, text)
        self._qtbot.keyClick(editor, Qt.Key.Key_Return)

    def types_line(self, name: str, text: str) -> None:
        """Type into a line of text, Enter."""
        line = self.find(name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        self._qtbot.keyClicks(line, text)
        self._qtbot.keyClick(line, Qt.Key.Key_Return)

    def clicks_when_ready(self, name: str) -> None:
        self.waits(lambda: self.find(name).isVisible() and self.find(name).isEnabled())
        self.clicks(name)

    # ------------------------------------------------------------------ reading

    def table(self, name: str) -> QTableView:
        view = self.find(name)
        assert isinstance(view, QTableView)
        if self.window.tables.is_folded:  # a step of a lesson does not need it: a click on its tab brings it
            tabs = self.find("table_tabs")
            assert isinstance(tabs, QTabBar)
            self._qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(tabs.currentIndex()).center())
        assert view.isVisible()
        return view

    def column(self, table: str, title: str) -> list[Any]:
        """The exact numbers behind a column, found by its heading."""
        model = self.table(table).model()
        titles = [str(model.headerData(k, Qt.Orientation.Horizontal)) for k in range(model.columnCount())]
        place = next(k for k, found in enumerate(titles) if found.split("\n")[0] == title)
        return [model.index(row, place).data(EXACT) for row in range(model.rowCount())]

    def outputs(self) -> list[float]:
        return self.column("sample_table", "o")

    def text(self, name: str) -> str:
        """What a label says that is on screen."""
        label = self.find(name)
        assert isinstance(label, QLabel | QAbstractButton)
        assert label.isVisible()
        return label.text()

    def equation(self, row: int = 1, prefix: str = "region") -> str:
        found = self.find(f"{prefix}_equation_{row}")
        assert isinstance(found, EquationRow)
        assert found.isVisible()
        return found.text


@pytest.fixture
def student(user: User, qtbot: QtBot) -> Student:
    return Student(qtbot, user)


def test_every_example_of_the_lecture_begins_a_lesson_or_one_of_its_steps() -> None:
    starts = [start for lesson in load_shelf(SHELF) for start in (lesson.start, *(step.start for step in lesson.steps))]
    assert {start.demo for start in starts if start is not None} >= set(LECTURE_DEMOS)


def test_l01_a_perceptrons_answers_and_what_it_does_on_the_line(student: Student) -> None:
    student.begins("one-neuron")
    student.waits(lambda: student.outputs() == [0, 0, 0, 1])
    student.types_value("1", "bias", layer=0, unit=0)  # T = 1: the line goes through (1, 1)
    student.waits(lambda: student.equation() == "o: x₁ = −x₂ + 2,  x₂ = −x₁ + 2,  T = 1")
    student.waits(lambda: student.window.session.snapshot.parameters.tolist() == [0.5, 0.5, -1])
    assert student.outputs() == [0, 0, 0, 1], "on the line the unit fires"
    student.begins("learning")
    student.types_line("start_vector", "0, 0, 0, 0")
    student.window.tables.show_table("samples")
    student.waits(lambda: student.outputs() == [1, 1, 1])
    student.types_value("0.5", "bias", layer=0, unit=0)
    student.waits(lambda: student.outputs() == [-1, -1, -1])


def test_l02_the_equation_follows_the_line_and_the_plane(student: Student) -> None:
    student.begins("boundary")
    assert student.equation() == "o: x₁ = −x₂ + 1.5,  x₂ = −x₁ + 1.5,  T = 0.75"
    student.drags_point((0.75, 0.75), (0.25, 0.25))
    assert student.equation() != "o: x₁ = −x₂ + 1.5,  x₂ = −x₁ + 1.5,  T = 0.75"
    student.types_value("1", "connection", layer=0, unit=0, input=1)
    student.types_value("0.25", "bias", layer=0, unit=0)
    assert student.equation() == "o: x₁ = −2·x₂ + 0.5,  x₂ = −0.5·x₁ + 0.25,  T = 0.25"
    student.triggers("side_panel")
    student.picks_data("majority3")
    student.waits(lambda: student.window.session.snapshot.parameters.size == 4)
    student.triggers("side_panel")
    student.waits(lambda: len(student.outputs()) == 8 and None not in student.outputs())
    student.waits(student.window.shows_newest)
    for unit_input in range(3):
        student.types_value("1", "connection", layer=0, unit=0, input=unit_input)
    student.types_value("1.5", "bias", layer=0, unit=0)
    assert student.equation() == "o: x₁ = −x₂ − x₃ + 1.5,  T = 1.5"
    student.clicks("region_space")
    assert student.find("space_view").isVisible()
    before = student.find("space_view").grab().toImage()
    student._qtbot.keyClick(student.find("space_view"), Qt.Key.Key_Left)
    assert student.find("space_view").grab().toImage() != before


def test_l03_and_and_or_by_hand(student: Student) -> None:
    student.begins("boundary")
    student.waits(lambda: student.outputs() == [0, 0, 0, 1])
    student.drags_point((0.75, 0.75), (0.25, 0.25))
    student.waits(lambda: student.outputs() == [0, 1, 1, 1])
    assert student.project.parameters.array[2] == pytest.approx(-0.25, abs=0.01), "the weights follow the line"
    student.begins("boundary", step=4)
    assert student.equation() == "o: x₁ = −x₂ + 0.5,  x₂ = −x₁ + 0.5,  T = 0.5"
    student.waits(lambda: student.outputs() == student.column("sample_table", "d") == [0, 1, 1, 1])
    student.triggers("side_panel")
    student.picks("input_coding", "-1.0,1.0")
    student.waits(lambda: student.outputs() == [0, 0, 0, 1])


def test_l04_the_worked_example_in_the_ledger(student: Student) -> None:
    student.begins("learning")
    model = student.table("ledger_table").model()

    def cell(row: int, title: str) -> str:
        titles = [str(model.headerData(k, Qt.Orientation.Horizontal)) for k in range(model.columnCount())]
        return str(model.index(row, titles.index(title)).data() or "")

    student.starts_training()
    student.waits(lambda: student.window.session.state == "finished")
    student.waits(lambda: model.view is not None and model.view.current == 12)
    student.triggers("step_epoch")
    student.waits(lambda: model.view.current == 15)
    for step, weights in enumerate(LECTURE_WEIGHTS):
        student.table("ledger_table").scrollTo(model.index(step, 0))
        student.waits(lambda step=step: student.column("ledger_table", "W")[step] is not None)
        np.testing.assert_allclose(student.column("ledger_table", "W")[step], weights, rtol=0, atol=1e-12)
    assert [cell(row, "net") for row in (1, 2, 3)] == ["2.5", "−1.6", "−2.1"]
    assert [cell(row, "W") for row in (1, 2, 3)] == ["(0.7, 0.8, −0.6, 0)"] * 2 + ["(0.5, 0.6, −0.4, 0.1)"]
    assert [cell(row, "W") for row in (12, 15)] == ["(0.3, −0.2, 0.3, 0.5)"] * 2


def test_l05_no_line_exists_and_the_cycle_is_told(student: Student) -> None:
    student.begins("limits", step=2)
    student.waits(lambda: "No line separates the two classes." in student.text("verdict_text"))
    student.starts_training()
    student.waits(lambda: "the run repeats every 4 steps" in student.text("verdict_text"))
    student.pauses()
    assert student.window.session.snapshot.n_right < 4
    assert student.find("verdict_add_layer").isVisible(), "the way out"


def test_l06_xor_by_hand_in_both_planes(student: Student) -> None:
    student.begins("xor-by-hand")
    student.waits(lambda: student.outputs() == [0, 1, 1, 0])
    assert student.column("sample_table", "y₁") == [1, 1, 0, 1]
    assert student.column("sample_table", "y₂") == [1, 0, 1, 1]
    assert student.equation(1) == "y₁: x₁ = x₂ + 0.5,  x₂ = x₁ − 0.5,  T = −0.5"
    assert student.equation(2) == "y₂: x₁ = x₂ − 0.5,  x₂ = x₁ + 0.5,  T = −0.5"
    plane = student.region.hidden.content
    if not plane.isVisible():
        student.clicks("region_hidden_plane")
    student.waits(lambda: len(plane.codes) == 4)
    assert plane.codes.tolist() == [[1, 1], [1, 0], [0, 1], [1, 1]]
    assert plane.equations == ["o: y₁ = −y₂ + 1.5,  y₂ = −y₁ + 1.5,  T = −1.5"]


def test_l07_four_networks_side_by_side(student: Student) -> None:
    student.begins("depth", step=2)
    speed = student.find("comparison_speed")
    speed.setValue(speed.maximum())
    student.clicks("comparison_train_button")
    student.waits(lambda: student.window.facts()["comparison.epochs"] >= 1000)
    student.clicks("comparison_train_button")
    for name, claim in (("no_hidden", "half-plane"), ("one_hidden", "convex region"), ("two_hidden", "arbitrary")):
        assert claim in student.text(f"comparison_verdict_{name}")
    for name in ("one_hidden", "two_hidden", "rbf"):
        assert "4/4" in student.text(f"comparison_figures_{name}")
    assert "4/4" not in student.text("comparison_figures_no_hidden")
    student.clicks("comparison_counterexample_button")
    student.waits(lambda: "2 separate parts" in student.text("comparison_verdict_one_hidden"))


def test_l08_the_graph_node_by_node(student: Student) -> None:
    student.begins("computation-graph")
    told = (
        "q = x + y = (−2) + 5 = 3",
        "f = q × z = 3 × (−4) = −12",
        "∂f/∂f = 1",
        "∂f/∂z = ∂f/∂f × ∂f/∂z = 1 × 3 = 3",
        "∂f/∂x = ∂f/∂q × ∂q/∂x = (−4) × 1 = −4",
    )
    page = student.window.pages.currentWidget()
    assert isinstance(page, ComputationGraphPage)
    for words in told:
        student.clicks("graph_step")
        assert words in page.step_text
    moment = page.walk.moment(page.done)
    numbers = {node.name: (moment.values[k], moment.gradients[k]) for k, node in enumerate(page.walk.graph.nodes)}
    assert numbers == {"x": (-2, -4), "y": (5, -4), "q": (3, -4), "z": (-4, 3), "f": (-12, 1)}


def step_numbers(student: Student, step: int) -> list[float]:
    """The exact numbers of one of the seven steps."""
    student.clicks_when_ready(f"step_{step}")
    model = student.table("step_table").model()
    return [model.index(row, 3).data(EXACT) for row in range(model.rowCount())]


def test_l09_every_number_of_a_sample_by_hand(student: Student) -> None:
    student.begins("back-propagation", step=2)
    student.waits(lambda: student.table("step_table").model().rowCount() > 0)
    box = student.find("step_sample")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    student.waits(lambda: step_numbers(student, 2) == [0, 1, 1])
    _, _, v21, v22, b1, b2, w1, w2, b = demo("xor_run").parameters.array
    y1, y2 = 1 / (1 + np.exp(-v21 - b1)), 1 / (1 + np.exp(-v22 - b2))
    o = 1 / (1 + np.exp(-(w1 * y1 + w2 * y2 + b)))
    delta = (1 - o) * o * (1 - o)
    delta1, delta2 = delta * w1 * y1 * (1 - y1), delta * w2 * y2 * (1 - y2)
    eta = 0.18
    changes = [eta * delta * y1, eta * delta * y2, -eta * delta, 0, 0, eta * delta1, eta * delta2]
    np.testing.assert_allclose(step_numbers(student, 4), [1 - o, (1 - o) ** 2 / 2], rtol=1e-10)
    np.testing.assert_allclose(step_numbers(student, 5), [delta, delta1, delta2], rtol=1e-10)
    np.testing.assert_allclose(step_numbers(student, 6)[:7], changes, rtol=1e-10, atol=1e-16)


def test_l10_seven_steps_one_at_a_time_and_a_stop_on_the_target_error(student: Student) -> None:
    student.begins("back-propagation", step=2)
    headings = set()
    for step in range(1, 8):
        student.clicks_when_ready(f"step_{step}")
        student.waits(lambda step=step: student.window.facts()["steps.seen"] >= step)
        headings.add(student.find(f"step_{step}").toolTip())
    assert len(headings) == 7
    student.begins("xor-run")
    student.triggers("side_panel")
    student.types("target_error", "0.4")
    assert student.project.training.target_error == 0.4
    student.triggers("unlimited")
    student.trains_past_the_first_question()
    student.waits_for_views()
    assert student.value("error_label") <= 0.4
    assert student.value("epoch_label") < 11_050


def test_l11_the_three_tables_and_how_often_it_fails(student: Student) -> None:
    student.begins("xor-run")
    student.triggers("unlimited")
    student.trains_past_the_first_question()
    tables = (
        ("epoch 1", [0.5, 0.5, 0.5, 0.5], 0.5, 0.005),
        ("epoch 8,000", [0.119, 0.727, 0.734, 0.415], 0.166, 0.005),
        ("epoch 11,050", [0.05, 0.941, 0.941, 0.078], 0.008, 0.003),
    )
    student.waits(lambda: student.column("milestone_table", "epoch 11,050")[0] is not None)
    model = student.table("milestone_table").model()
    for place, (title, outputs, error, tolerance) in enumerate(tables, start=3):
        np.testing.assert_allclose(student.column("milestone_table", title), outputs, rtol=0, atol=0.02)
        said = model.headerData(place, Qt.Orientation.Horizontal).split("E = ")[1]
        assert float(said) == pytest.approx(error, abs=tolerance)
    student.triggers("page_how_often")
    student.types("how_often_starts", "100")
    student.triggers("page_workbench")
    student.clicks("milestones_how_often")
    student.waits(lambda: student.window.facts()["success.known"])
    assert student.text("how_often_count").endswith("of 100 starts")
    assert 0 < student.find("how_often_rate").property("value") < 1


def test_l12_the_matrices_with_their_shapes(student: Student) -> None:
    student.begins("softmax", step=2)
    entries = student.find("matrix_list")
    assert isinstance(entries, QListWidget)
    student.waits(lambda: entries.count() > 0)
    names = [entries.item(row).text() for row in range(entries.count())]
    network = Network(student.project.network, parameters=student.window.session.snapshot.parameters)
    data, (_, w2) = student.window.document.dataset, network.weights
    trace = network.trace(data.inputs)
    a1, guess = trace.activations
    delta3 = (guess - data.targets) / 200
    delta2 = (1 - a1**2) * (delta3 @ w2.T)
    expected = {
        "z₁   200 × 3": trace.net_inputs[0], "a₁   200 × 3": np.tanh(trace.net_inputs[0]),
        "z₂   200 × 2": trace.net_inputs[1], "ŷ   200 × 2": guess,
        "δ₃   200 × 2": delta3, "δ₂   200 × 3": delta2,
        "∂L/∂W₂   3 × 2": a1.T @ delta3, "∂L/∂b₂   1 × 2": delta3.sum(axis=0, keepdims=True),
        "∂L/∂W₁   2 × 3": data.inputs.T @ delta2, "∂L/∂b₁   1 × 3": delta2.sum(axis=0, keepdims=True),
    }  # fmt: skip
    for name, values in expected.items():
        entries.setCurrentRow(names.index(name))
        model = student.table("matrix_table").model()
        shown = [
            [model.index(row, column).data(EXACT) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]
        np.testing.assert_allclose(shown, values, rtol=1e-9, atol=1e-14, err_msg=name)


def test_l13_circles_on_the_plane_and_least_squares_in_one_step(student: Student) -> None:
    student.begins("rbf", step=2)
    student.clicks_when_ready("rbf_solve")
    student.waits(lambda: student.value("error_label") is not None and student.value("error_label") < 1e-9)
    assert student.window.session.snapshot.n_right == 4
    before, _ = centres_and_widths(student.project.network, student.project.parameters.array)
    assert before.T.tolist() == [[0, 0], [1, 1]]
    student.drags_point((1, 1), (0.7, 0.8))
    after, _ = centres_and_widths(student.project.network, student.project.parameters.array)
    np.testing.assert_allclose(after[:, 1], [0.7, 0.8], atol=0.02)
    student.begins("rbf", step=4)
    student.clicks_when_ready("rbf_solve")
    student.waits(lambda: student.value("error_label") < 0.3)
