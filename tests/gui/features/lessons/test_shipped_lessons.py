"""The lessons that come with the program, gone through as a student does.

For every step that waits for something: no line is ticked before, and all are ticked after, what its text asks for.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from engine.lessons import load_shelf
from gui.toolkit.entries.expression_line import ExpressionLine
from tests.gui.features.lessons.student import DOES, Student
from tests.helpers.user import User

SHELF = Path(__file__).resolve().parents[4] / "resources" / "lessons"
LESSONS = {lesson.name: lesson for lesson in load_shelf(SHELF)}


def ticks(student: Student) -> list[str]:
    """The marks before the lines of the step's checks."""
    marks = [label.text() for label in student.find("lesson_checks").findChildren(QLabel) if label.isVisible()]
    return [mark for mark in marks if mark in ("✓", "○")]


@pytest.fixture
def student(user: User, qtbot: QtBot) -> Student:
    return Student(qtbot, user)


@pytest.mark.usefixtures("_each_language")
@pytest.mark.parametrize("name", LESSONS)
def test_each_step_is_done_by_doing_what_it_says(student: Student, name: str) -> None:
    student.begins(name)
    guide = student.guide
    for place, step in enumerate(LESSONS[name].steps):
        student.goes_to(place)
        assert guide.place == place
        assert "which this window does not have" not in student.window.message_bar.text
        if (name, place) in DOES:
            student.looks()
            assert ticks(student) == ["○"] * len(step.lines), f"step {place}: nothing was done yet"
            student.finds_nothing_cut()
            DOES[name, place](student)
            student.waits(lambda step=step: ticks(student) == ["✓"] * len(step.lines))
        student.answers()
        student.looks()
        student.finds_nothing_cut()
        assert guide.is_done
        assert guide.is_right or step.question is None
    student.window.document.bring_own_work_back()
    assert not student.window.document.has_own_work_aside


def test_every_step_that_waits_for_something_is_gone_through_here() -> None:
    waiting = {
        (name, place) for name, lesson in LESSONS.items() for place, step in enumerate(lesson.steps) if step.checks
    }
    assert waiting == set(DOES)


def test_a_page_waits_with_the_own_work_and_the_lesson_begins_it_afresh(student: Student) -> None:
    student.triggers("page_computation_graph")
    line = student.find("computation_graph_page").findChild(ExpressionLine)
    assert isinstance(line, ExpressionLine)
    line.setText("a * b + a")
    student.clicks("graph_all")
    student.triggers("page_comparison")
    student.clicks("comparison_counterexample_button")
    student.waits(lambda: student.window.facts()["comparison.epochs"] > 0)

    student.begins("computation-graph")
    assert line.text() == "(x + y) * z"
    assert not student.window.facts()["graph.forward_done"]
    student.window.document.bring_own_work_back()
    assert line.text() == "a * b + a"
    assert student.window.facts()["graph.backward_done"]

    student.begins("depth")
    assert student.window.facts()["comparison.epochs"] == 0
    assert not student.window.facts()["comparison.counterexample"]
    student.window.document.bring_own_work_back()
    assert student.window.facts()["comparison.counterexample"]


def test_the_run_of_the_xor_lesson_stops_where_its_question_is_asked(student: Student) -> None:
    student.begins("xor-run")
    student.goes_to(1)
    student.answers()
    assert not student.guide.tells_answer
    student.trains_at_unlimited_speed()
    student.waits(lambda: student.guide.tells_answer)
    assert student.value("epoch_label") == 8_000
    comment = student.find("lesson_comment")
    assert isinstance(comment, QLabel)
    table = student.find("milestone_table")
    assert isinstance(table, QTableView)
    model = table.model()
    shown = ["0.1280", "0.7382", "0.7366", "0.4189"]
    student.waits(lambda: [model.index(row, model.columnCount() - 2).data() for row in range(4)] == shown)
    assert all(number in comment.text() for number in shown)  # the lesson's numbers are those on screen
    student.window.document.bring_own_work_back()


def test_the_last_line_of_a_comment_comes_into_view(student: Student) -> None:
    student.window.resize(1280, 560)  # little room for a long step
    student.begins("xor-run")
    student.goes_to(1)
    student.trains_at_unlimited_speed()
    student.waits(lambda: ticks(student) == ["✓"])
    student.answers()
    comment, area = student.find("lesson_comment"), student.find("lesson_scroll")
    student.waits(comment.isVisible)
    bottom = comment.rect().bottomLeft()
    student.waits(lambda: area.rect().contains(comment.mapTo(area, bottom)))
    assert comment.visibleRegion().boundingRect().bottom() == comment.rect().bottom()
    student.window.document.bring_own_work_back()
