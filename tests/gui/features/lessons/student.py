"""A student: a user with a lesson on, who does what the step's text asks for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton, QTableView
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from gui.features.error_surface.page import ErrorSurfacePage
from gui.features.lessons.feature import LessonsFeature
from gui.features.lessons.lesson_guide import LessonGuide
from tests.helpers.cut_texts import cut_texts
from tests.helpers.user import LEFT, User

LONGEST_MS = 60_000


class Student(User):
    """A user with a lesson on."""

    def __init__(self, qtbot: QtBot, user: User) -> None:
        super().__init__(qtbot, user.window)
        self.qtbot = qtbot
        guide = self.window.findChild(LessonGuide)
        assert isinstance(guide, LessonGuide)
        self.guide = guide

    def begins(self, name: str) -> None:
        """Choose the lesson from the menu."""
        menu = self.window.menus.menu("lessons")
        menu.aboutToShow.emit()
        entry = next(action for action in menu.actions() if action.objectName() == f"action_lesson_{name}")
        entry.trigger()
        self.qtbot.waitUntil(lambda: self.guide.lesson is not None)
        self.waits_for_views()

    def waits(self, until: Callable[[], bool]) -> None:
        """Wait for something to come true."""
        self.qtbot.waitUntil(until, timeout=LONGEST_MS)

    def goes_to(self, place: int) -> None:
        """Page Down until step `place` is on."""
        while self.guide.place < place:
            before = self.guide.place
            self.qtbot.keyClick(self.window, Qt.Key.Key_PageDown)
            assert self.guide.place == before + 1
        self.waits_for_views()

    def answers(self) -> None:
        """Choose the right answer, where there is a question."""
        question = self.guide.step.question
        if question is not None:
            right = next(place for place, answer in enumerate(question.answers) if answer.right)
            button = self.find(f"lesson_answer_{right + 1}")
            assert isinstance(button, QRadioButton)
            self.qtbot.mouseClick(button, LEFT, pos=QPoint(10, button.height() // 2))

    def types_value(self, text: str, kind: str, **place: int) -> None:
        """Double-click something on the canvas, type a number, press Enter."""
        view = self.window.diagram_view
        self.qtbot.mouseDClick(view.viewport(), LEFT, pos=view.position_of(kind, **place))
        editor = self.window.focusWidget()
        assert editor is not None
        self.qtbot.keyClicks(editor, text)
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)

    def drags(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag in the region plot, from and to a point of the input plane."""
        self.drags_point(start, end)
        self.waits_for_views()

    def trains_fast(self, epoch: int) -> None:
        """Train without a limit of speed until `epoch`."""
        self.triggers("unlimited")
        self.trains_until(epoch=epoch)

    def picks_preset(self, box: str, name: str) -> None:
        """Choose from a drop-down list of a page."""
        combo = self.find(box)
        assert isinstance(combo, QComboBox)
        index = combo.findData(name)
        combo.setCurrentIndex(index)
        combo.activated.emit(index)

    def trains_at_unlimited_speed(self) -> None:
        """Press Train and wait until the run rests by itself."""
        self.triggers("unlimited")
        self.starts_training()
        self.waits(lambda: self.window.session.state != "training")
        self.waits_for_views()

    def clicks_switch(self, name: str) -> None:
        """Click a switch above the decision region."""
        self.clicks(f"region_{name}")

    def looks(self) -> None:
        """Let the lesson look at how things stand, twice, once the views show it."""
        timer = next(part for part in self.window.parts if isinstance(part, LessonsFeature)).findChild(QTimer)
        self.waits(self.window.shows_newest)
        for _ in range(2):
            timer.timeout.emit()
            QCoreApplication.processEvents()

    def finds_nothing_cut(self) -> None:
        """No text in the window is cut; a field with every digit of the weights scrolls."""

        def cut() -> list[str]:
            return [text for text in cut_texts(self.window) if "start_vector" not in text]

        with contextlib.suppress(WaitedTooLong):
            self.qtbot.waitUntil(lambda: not cut())  # what has come just now has its place soon
        assert cut() == []

    def clicks_when_ready(self, name: str) -> None:
        """Click a button as soon as it can be clicked."""
        self.qtbot.waitUntil(lambda: self.find(name).isEnabled(), timeout=LONGEST_MS)
        self.clicks(name)


def picks_or(student: Student) -> None:
    assert student.find("dataset_gallery").isVisible()  # though the lesson stands in its place in a narrow window
    student.picks_data("or")


def turns_the_line(student: Student) -> None:
    """By the ring at its lower end, to the left; it turns around its middle. Then all of it, so that it is right."""
    lines, canvas = student.region.lines, student.region.canvas
    rings = sorted((canvas.point_at(lines.handle_position(0, ring)) for ring in (0, 1)), key=lambda point: point[1])
    lower, middle = rings[0], ((rings[0][0] + rings[1][0]) / 2, (rings[0][1] + rings[1][1]) / 2)
    student.drags(lower, (middle[0] + (middle[1] - lower[1]) / 3, lower[1]))
    student.drags(middle, (0.33 - middle[1] / 3, middle[1]))  # through (0.33, 0), as steep


def turns_the_plane(student: Student) -> None:
    student.clicks_switch("space")
    student.trains_until(right=8)


def sees_all_steps(student: Student) -> None:
    for step in range(1, 8):
        student.clicks_when_ready(f"step_{step}")
        student.waits(lambda step=step: student.window.facts()["steps.seen"] >= step)


def makes_a_step(student: Student) -> None:
    student.clicks_when_ready("step_7")
    student.clicks_when_ready("step_apply")


def walks_to_the_end(student: Student) -> None:
    student.clicks("graph_all")


def walks_forward(student: Student) -> None:
    for _ in range(2):
        student.clicks("graph_step")


def sees_the_neuron(student: Student) -> None:
    student.picks_preset("graph_presets", "neuron")
    student.clicks("graph_all")


def types_another_start(student: Student) -> None:
    line = student.find("start_vector")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    student.qtbot.keyClicks(line, "0, 0, 0, 0")
    student.qtbot.keyClick(line, Qt.Key.Key_Return)
    student.trains_until(right=3)


def drags_the_line(student: Student) -> None:
    student.drags((1.0, 0.5), (0.2, 0.2))


def moves_a_centre(student: Student) -> None:
    centres = student.project.parameters
    assert centres is not None
    x1, x2 = centres.array[0], centres.array[2]  # of the first of two units: (n_inputs, units) row by row
    student.drags((x1, x2), (x1 + 0.2, x2 + 0.1))
    student.clicks_when_ready("rbf_solve")


def tries_some_starts(student: Student) -> None:
    student.types("how_often_starts", "100")  # a thousand take their time
    student.clicks_when_ready("how_often_start")


def compares(student: Student) -> None:
    student.clicks("comparison_train_button")


def asks_why_and_begins_anew(student: Student) -> None:
    student.waits(lambda: student.window.facts()["diagnosis.kind"] == "local_minimum")
    if not student.find("message_offer_3").isVisible():
        student.clicks("message_dismiss")  # that the run has ended
    student.clicks("message_offer_3")
    dialog = student.find("diagnosis_dialog")
    student.waits(lambda: dialog.isVisible() and student.window.facts()["diagnosis.open"])
    student.looks()
    dialog.close()
    student.window.activateWindow()  # off screen nothing gives the keys back to it
    student.clicks("message_offer")
    student.trains_at_unlimited_speed()


def starts_from_the_map(student: Student) -> None:
    student.chooses("error_surface_first", "principal 0")
    page = student.find("error_surface_page")
    assert isinstance(page, ErrorSurfacePage)
    student.waits(lambda: page.picture is not None and not page.is_busy)
    area = page.picture.area  # type: ignore[union-attr]
    at = page.map.position_of(area.first[0] + 0.3 * area.half, area.middle[1])
    student.qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=at.toPoint())


def computes_the_deltas(student: Student) -> None:
    """With pencil and paper: the formulas of the text, the numbers of the start."""
    student.clicks("inside_practice")
    student.clicks_when_ready("step_5")
    b1, b2, w1, w2, b = student.project.parameters.array[4:]  # type: ignore[union-attr]
    y1, y2 = 1 / (1 + np.exp(-b1)), 1 / (1 + np.exp(-b2))  # sample 1: x = (0, 0), d = 0
    o = 1 / (1 + np.exp(-(w1 * y1 + w2 * y2 + b)))
    delta = -o * o * (1 - o)
    table = student.find("step_table")
    assert isinstance(table, QTableView)
    for row, value in enumerate((delta, delta * w1 * y1 * (1 - y1), delta * w2 * y2 * (1 - y2))):
        table.setCurrentIndex(table.model().index(row, 3))
        table.setFocus()
        text = f"{value:.3g}"
        student.qtbot.keyClick(table, text[0])
        student.qtbot.keyClicks(student.window.focusWidget(), text[1:])
        student.qtbot.keyClick(student.window.focusWidget(), Qt.Key.Key_Return)
        student.waits(lambda: student.window.focusWidget() is table)


def reads_the_code(student: Student) -> None:
    student.clicks("inside_part_code")
    for _ in range(8):
        student.clicks_when_ready("code_forth")


def looks_back(student: Student) -> None:
    """A click on the strip where the run stood after some 7000 of its 11050 iterations."""
    timeline = student.find("timeline")
    at = QPoint(round(timeline.x_of(7_000)), timeline.height() // 2)  # type: ignore[attr-defined]
    student.qtbot.mouseClick(timeline, LEFT, pos=at)
    student.waits(lambda: 6_900 < timeline.property("epoch") < 7_100)
    student.triggers("back_to_now")


def sees_xor_bent(student: Student) -> None:
    student.clicks("inside_part_hidden")
    student.trains_at_unlimited_speed()


DOES: dict[tuple[str, int], Callable[[Student], object]] = {
    ("one-neuron", 2): lambda student: student.types_value("1", "connection", layer=0, unit=0, input=0),
    ("one-neuron", 3): lambda student: student.types_value("1.25", "bias", layer=0, unit=0),
    ("boundary", 1): lambda student: student.drags((0.75, 0.75), (0.25, 0.25)),
    ("boundary", 2): picks_or,
    ("boundary", 3): turns_the_line,
    ("boundary", 4): turns_the_plane,
    ("learning", 1): lambda student: student.triggers("step_sample"),
    ("learning", 2): lambda student: [student.triggers("step_sample") for _ in range(2)],
    ("learning", 3): lambda student: student.trains_until(right=3),
    ("learning", 4): types_another_start,
    ("limits", 0): lambda student: student.trains_fast(epoch=20),
    ("xor-by-hand", 2): lambda student: student.drags((0.75, 0.25), (1.1, -0.1)),
    ("xor-by-hand", 3): lambda student: student.triggers("undo"),
    ("depth", 1): compares,
    ("depth", 2): lambda student: student.clicks("comparison_counterexample_button"),
    ("computation-graph", 0): walks_forward,
    ("computation-graph", 1): walks_to_the_end,
    ("computation-graph", 2): sees_the_neuron,
    ("back-propagation", 1): sees_all_steps,
    ("back-propagation", 2): makes_a_step,
    ("xor-run", 0): lambda student: student.triggers("step_epoch"),
    ("xor-run", 1): lambda student: student.trains_at_unlimited_speed(),
    ("xor-run", 2): lambda student: student.trains_at_unlimited_speed(),
    ("xor-run", 3): looks_back,
    ("xor-run", 4): tries_some_starts,
    ("xor-run", 5): lambda student: student.trains_at_unlimited_speed(),
    ("xor-run", 6): asks_why_and_begins_anew,
    ("xor-run", 7): starts_from_the_map,
    ("limits", 2): drags_the_line,
    ("look-inside", 0): sees_all_steps,
    ("look-inside", 1): computes_the_deltas,
    ("look-inside", 2): reads_the_code,
    ("look-inside", 3): lambda student: student.clicks("inside_part_check"),
    ("look-inside", 4): sees_xor_bent,
    ("rbf", 1): lambda student: student.clicks_when_ready("rbf_solve"),
    ("rbf", 2): moves_a_centre,
    ("rbf", 3): lambda student: student.clicks_when_ready("rbf_solve"),
    ("softmax", 2): lambda student: student.trains_until(right=190),
}
"""What a step's text asks for, by lesson and place of the step."""
