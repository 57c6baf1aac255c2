"""Boundary lines taken in hand: with real mouse and key events, judged by the document's weights."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.demos import demo
from engine.project.edits import set_parameters
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from gui.document.commands.push import push
from gui.document.document import Document
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Hand:
    """A region plot of a project, and a hand that takes hold of its lines."""

    def __init__(self, qtbot: QtBot, project: Project, lecture: bool = True) -> None:
        self.qtbot = qtbot
        self.document = Document(project)
        self.notation = Notation(lecture=lecture)
        self.stage = QWidget()
        qtbot.addWidget(self.stage)
        self.plot = DecisionRegionPlot(self.document, ThemeManager(), self.notation, self.stage)
        self.plot.setGeometry(0, 0, 520, 460)
        self.stage.resize(520, 460)
        with qtbot.waitExposed(self.stage):
            self.stage.show()
        QApplication.processEvents()
        self.sentences: list[str] = []
        self.plot.hovered.connect(self.sentences.append)

    @property
    def values(self) -> list[float]:
        parameters = self.document.project.parameters
        assert parameters is not None
        return parameters.array.tolist()  # type: ignore[no-any-return]

    @property
    def equations(self) -> list[str]:
        return [row.text for row in self.plot.lines.strip.rows if row.isVisible()]

    def at(self, x1: float, x2: float) -> QPoint:
        return self.plot.position_of(x1, x2)

    def handle(self, unit: int, number: int) -> QPoint:
        return self.plot.lines.handle_position(unit, number).toPoint()

    def drags(self, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE, release: bool = True) -> None:
        viewport = self.plot.viewport()
        self.qtbot.mousePress(viewport, LEFT, modifier, start)
        for share in (0.25, 0.5, 0.75, 1.0):
            self.qtbot.mouseMove(viewport, start + (end - start) * share)
        if release:
            self.qtbot.mouseRelease(viewport, LEFT, modifier, end)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.plot.canvas, key, modifier)

    def clicks(self, name: str) -> None:
        button = self.plot.findChild(QToolButton, name)
        assert button is not None, name
        self.qtbot.mouseClick(button, LEFT)


@pytest.fixture
def hand_and(qtbot: QtBot) -> Hand:
    return Hand(qtbot, demo("and_by_hand"))


@pytest.fixture
def hand_xor(qtbot: QtBot) -> Hand:
    return Hand(qtbot, demo("xor_by_hand"))


def test_dragging_the_and_line_onto_the_origin_side_makes_an_or(hand_and: Hand) -> None:
    hand_and.drags(hand_and.at(0.75, 0.75), hand_and.at(0.25, 0.25))  # x1 + x2 = 1.5 becomes x1 + x2 = 0.5
    w1, w2, b = hand_and.values
    assert (w1, w2) == (0.5, 0.5)
    assert b == pytest.approx(-0.25, abs=0.006)  # a pixel is 0.004 wide
    assert hand_and.document.undo_stack.count() == 1
    hand_and.document.undo_stack.undo()
    assert hand_and.values == [0.5, 0.5, -0.75]


def test_a_handle_turns_the_line_about_its_middle_and_keeps_the_norm(hand_and: Hand) -> None:
    place = hand_and.plot.lines._places[0]
    pivot = hand_and.plot.canvas.point_at(place.middle)
    lower = hand_and.handle(0, 0) if place.handles[0].y() > place.handles[1].y() else hand_and.handle(0, 1)
    end = hand_and.at(pivot[0], -0.2)  # straight below the middle: the line stands upright
    hand_and.drags(lower, end)
    w1, w2, b = hand_and.values
    assert math.hypot(w1, w2) == pytest.approx(math.hypot(0.5, 0.5))
    assert w1 > 0  # it still fires on the right
    assert w2 == pytest.approx(0, abs=0.02)
    assert w1 * pivot[0] + w2 * pivot[1] + b == pytest.approx(0, abs=1e-9)
    assert hand_and.document.undo_stack.count() == 1


def test_shift_drag_turns_too_and_a_full_turn_fires_as_before(hand_and: Hand) -> None:
    centre = hand_and.plot.lines._places[0].middle
    grabbed = hand_and.at(1.0, 0.5)
    lever = QPointF(grabbed) - centre
    viewport = hand_and.plot.viewport()
    hand_and.qtbot.mousePress(viewport, LEFT, SHIFT, grabbed)
    for step in range(1, 25):
        angle = 2 * math.pi * step / 24
        turned = QPointF(
            lever.x() * math.cos(angle) - lever.y() * math.sin(angle),
            lever.x() * math.sin(angle) + lever.y() * math.cos(angle),
        )
        hand_and.qtbot.mouseMove(viewport, (centre + turned).toPoint())
        if step == 12:
            assert hand_and.values[:2] == pytest.approx([-0.5, -0.5], abs=0.02)  # half round, it fires below
    hand_and.qtbot.mouseRelease(viewport, LEFT, SHIFT, grabbed)
    assert hand_and.values == pytest.approx([0.5, 0.5, -0.75], abs=0.02)
    assert hand_and.document.undo_stack.count() <= 1


def test_escape_takes_a_drag_back_without_a_trace(hand_and: Hand) -> None:
    hand_and.drags(hand_and.at(0.75, 0.75), hand_and.at(0.3, 0.3), release=False)
    assert hand_and.values != [0.5, 0.5, -0.75]
    hand_and.presses(Qt.Key.Key_Escape)
    assert hand_and.values == [0.5, 0.5, -0.75]
    assert not hand_and.document.undo_stack.canUndo()
    assert not hand_and.document.undo_stack.canRedo()


def test_a_click_on_the_line_adds_no_point(hand_and: Hand) -> None:
    hand_and.qtbot.mouseClick(hand_and.plot.viewport(), LEFT, pos=hand_and.at(0.9, 0.6))
    assert hand_and.document.dataset.n_samples == 4
    assert not hand_and.document.undo_stack.canUndo()


def test_a_sample_on_the_line_is_still_what_a_drag_moves(qtbot: QtBot) -> None:
    project = set_parameters(demo("and_by_hand"), [1.0, 0.0, -1.0]).project  # through (1, 0) and (1, 1)
    hand = Hand(qtbot, project)
    hand.drags(hand.at(1, 1), hand.at(0.6, 0.8))
    assert hand.values == [1.0, 0.0, -1.0]
    assert hand.document.dataset.inputs[3] == pytest.approx([0.6, 0.8], abs=0.01)


def test_arrows_move_the_line_shift_turns_it_f_flips_it(hand_and: Hand) -> None:
    hand_and.presses(Qt.Key.Key_L)
    hand_and.presses(Qt.Key.Key_Right)
    plane = hand_and.plot.plane
    step = 0.01 * (plane.x_range[1] - plane.x_range[0])
    assert hand_and.values == pytest.approx([0.5, 0.5, -0.75 - 0.5 * step])
    hand_and.presses(Qt.Key.Key_Left)
    hand_and.presses(Qt.Key.Key_F)
    assert hand_and.values == pytest.approx([-0.5, -0.5, 0.75])
    hand_and.presses(Qt.Key.Key_F)
    before = np.arctan2(hand_and.values[1], hand_and.values[0])
    hand_and.presses(Qt.Key.Key_Left, SHIFT)
    after = np.arctan2(hand_and.values[1], hand_and.values[0])
    assert 0 < after - before < math.radians(5)  # to the left, and seen on unequal scales
    assert math.hypot(*hand_and.values[:2]) == pytest.approx(math.sqrt(0.5))


WAYS: list[Callable[[Hand], None]] = [
    lambda hand: hand.qtbot.mouseClick(hand.plot.viewport(), LEFT, pos=hand.at(0.9, 0.6)),
    lambda hand: hand.qtbot.mouseClick(hand.plot.viewport(), LEFT, pos=hand.handle(0, 0)),
    lambda hand: hand.qtbot.mouseClick(hand.plot.lines.strip.rows[0], LEFT),
    lambda hand: hand.presses(Qt.Key.Key_L),
]
PRESSES = [(Qt.Key.Key_Right, NONE), (Qt.Key.Key_Up, NONE), (Qt.Key.Key_Left, SHIFT)]


@pytest.mark.parametrize("choose", WAYS, ids=["line", "ring", "equation", "L"])
@pytest.mark.parametrize(("key", "modifier"), PRESSES)
def test_arrows_are_for_a_line_that_was_chosen_and_no_longer_after_a_click_beside_it(
    hand_and: Hand, choose: Callable[[Hand], None], key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    start = hand_and.values
    hand_and.presses(key, modifier)
    hand_and.qtbot.mouseClick(hand_and.plot.viewport(), LEFT, pos=hand_and.at(0.2, 0.4))
    hand_and.presses(key, modifier)
    assert hand_and.values == start
    choose(hand_and)
    hand_and.presses(key, modifier)
    moved = hand_and.values
    assert moved != start
    hand_and.qtbot.mouseClick(hand_and.plot.viewport(), LEFT, pos=hand_and.at(0.4, 0.2))
    hand_and.presses(key, modifier)
    assert hand_and.values == moved


def test_escape_lets_go_of_the_line(hand_and: Hand) -> None:
    start = hand_and.values
    hand_and.presses(Qt.Key.Key_L)
    hand_and.presses(Qt.Key.Key_Escape)
    hand_and.presses(Qt.Key.Key_Right)
    assert hand_and.values == start
    hand_and.presses(Qt.Key.Key_F)
    assert hand_and.values == [-0.5, -0.5, 0.75], "the letters are for the line in any case"


def test_the_equation_follows_the_line_and_the_notation(hand_and: Hand) -> None:
    assert hand_and.equations == ["o: x₁ = −x₂ + 1.5,  x₂ = −x₁ + 1.5,  T = 0.75"]
    hand_and.notation.set_lecture(False)
    assert hand_and.equations == ["ŷ: x₁ = −x₂ + 1.5,  x₂ = −x₁ + 1.5,  b = −0.75"]
    hand_and.notation.set_lecture(True)
    push(hand_and.document, "", lambda p: set_parameters(p, [2.0, -4.0, 1.0]))
    assert hand_and.equations == ["o: x₁ = 2·x₂ − 0.5,  x₂ = 0.5·x₁ + 0.25,  T = −1"]


@pytest.mark.parametrize(
    ("values", "equation"),
    [
        ([2.0, 0.0, -1.0], "o: x₁ = 0.5,  T = 1"),
        ([0.0, 4.0, 1.0], "o: x₂ = −0.25,  T = −1"),
        ([2.0, -1.388e-16, -1.0], "o: x₁ = 0.5,  T = 1"),
        ([1e-17, 4.0, 1.0], "o: x₂ = −0.25,  T = −1"),
        ([1.0, 1.0, 2.8e-17], "o: x₁ = −x₂,  x₂ = −x₁,  T = 0"),
        ([1.0, 1.0, 0.0], "o: x₁ = −x₂,  x₂ = −x₁,  T = 0"),
        ([0.0, 0.0, 0.5], "o: no line: w = 0 and T = −0.5, so it fires everywhere"),
        ([0.0, 0.0, -0.5], "o: no line: w = 0 and T = 0.5, so it never fires"),
        ([0.0, 0.0, 0.0], "o: no line: w = 0 and T = 0, so it fires everywhere"),
        ([1.0, 1.0, -9.0], "o: x₁ = −x₂ + 9,  x₂ = −x₁ + 9,  T = 9  (outside the picture)"),
    ],
)
def test_upright_level_and_missing_lines_have_their_words(qtbot: QtBot, values: list[float], equation: str) -> None:
    hand = Hand(qtbot, set_parameters(demo("and_by_hand"), values).project)
    assert hand.equations == [equation]


@pytest.mark.parametrize("values", [[0.0, 0.0, 0.5], [1.0, 1.0, -9.0]])
def test_a_line_that_is_not_in_the_picture_can_be_fetched(qtbot: QtBot, values: list[float]) -> None:
    hand = Hand(qtbot, set_parameters(demo("and_by_hand"), values).project)
    assert not hand.plot.lines._places
    hand.clicks("region_centre_line")
    assert hand.plot.lines._places
    assert hand.values == [1.0, 1.0, -1.0]  # through (0.5, 0.5)


def test_the_line_is_drawn_dark_with_a_normal_on_the_firing_side(hand_and: Hand) -> None:
    picture = hand_and.plot.viewport().grab().toImage()
    dark = [picture.pixelColor(hand_and.at(x, 1.5 - x)).lightness() for x in (0.4, 0.9, 1.1)]
    assert max(dark) < 80
    place = hand_and.plot.lines._places[0]
    step = place.weights * (15 / math.hypot(place.weights.x(), place.weights.y()))
    on_arrow, opposite = place.middle + step, place.middle - step
    assert picture.pixelColor(on_arrow.toPoint()).lightness() < 80
    assert picture.pixelColor(opposite.toPoint()).lightness() > 80
    right_above = hand_and.plot.canvas.point_at(on_arrow)
    assert sum(right_above) > 1.5
    hand_and.clicks("region_flip_line")
    assert hand_and.values == [-0.5, -0.5, 0.75]
    flipped = hand_and.plot.lines._places[0].weights
    assert (flipped.x(), flipped.y()) == pytest.approx((-place.weights.x(), -place.weights.y()))


def test_the_hover_sentence_says_that_the_unit_fires_on_the_line(hand_and: Hand) -> None:
    hand_and.qtbot.mouseMove(hand_and.plot.viewport(), hand_and.at(0.9, 0.6))
    assert "0.5·x₁ + 0.5·x₂ − 0.75 = 0" in hand_and.sentences[-1]
    assert "net = 0, and o fires: 1" in hand_and.sentences[-1]


def test_the_two_hidden_units_of_xor_have_a_line_each(hand_xor: Hand) -> None:
    assert hand_xor.equations == [
        "y₁: x₁ = x₂ + 0.5,  x₂ = x₁ − 0.5,  T = −0.5",
        "y₂: x₁ = x₂ − 0.5,  x₂ = x₁ + 0.5,  T = −0.5",
    ]
    hand_xor.drags(hand_xor.at(0.75, 0.25), hand_xor.at(0.9, 0.1))  # y1: x1 - x2 = 0.5 becomes 0.8
    values = hand_xor.values
    assert values[:4] == [-1.0, 1.0, 1.0, -1.0]
    assert values[4] == pytest.approx(0.8, abs=0.015)
    assert values[5:] == [0.5, -1.0, -1.0, 1.5]
    hand_xor.presses(Qt.Key.Key_L)
    hand_xor.presses(Qt.Key.Key_F)
    assert hand_xor.values[:4] == [-1.0, -1.0, 1.0, 1.0]
    assert hand_xor.values[5] == -0.5


def test_several_output_units_have_a_line_each(qtbot: QtBot) -> None:
    data = DatasetSpec(
        "custom",
        inputs=FrozenArray([[0.0, 0], [0, 1], [1, 0], [1, 1]]),
        targets=FrozenArray([[0.0, 0], [0, 1], [0, 1], [1, 1]]),
    )
    network = NetworkSpec(2, (LayerSpec(2, "step", id=1),))
    training = demo("and_by_hand").training
    hand = Hand(qtbot, Project(data, network, training, FrozenArray([0.5, 1.0, 0.5, 1.0, -0.75, -0.5])))
    assert [text.split(":")[0] for text in hand.equations] == ["o₁", "o₂"]
    hand.drags(hand.at(0.1, 0.4), hand.at(0.6, 0.9))  # o2: x1 + x2 = 0.5 becomes 1.5
    assert hand.values[:5] == [0.5, 1.0, 0.5, 1.0, -0.75]
    assert hand.values[5] == pytest.approx(-1.5, abs=0.02)


def test_lines_of_sigmoid_units_come_when_asked_for(qtbot: QtBot) -> None:
    hand = Hand(qtbot, demo("xor_run"))
    assert hand.equations == []
    hand.clicks("region_lines")
    assert len(hand.equations) == 2
    hand.clicks("region_lines")
    assert hand.equations == []


def test_in_a_slice_of_three_inputs_a_drag_keeps_the_weights(qtbot: QtBot) -> None:
    project = set_parameters(demo("majority3"), [1.0, 1.0, 1.0, -1.5]).project
    hand = Hand(qtbot, project)
    assert hand.equations == ["o: x₁ = −x₂ − x₃ + 1.5,  T = 1.5"]
    hand.drags(hand.at(0.9, 0.6), hand.at(0.5, 0.5))  # in the slice x3 = 0: x1 + x2 = 1.5 becomes 1.0
    assert hand.values[:3] == [1.0, 1.0, 1.0]
    assert hand.values[3] == pytest.approx(-1.0, abs=0.02)


def test_a_cut_connection_holds_the_direction(qtbot: QtBot) -> None:
    project = demo("and_by_hand")
    cut = Project(project.dataset, project.network, project.training, FrozenArray([0.5, 0.0, -0.25]),
                  cut=FrozenArray([False, True, False], "bool"))  # fmt: skip
    hand = Hand(qtbot, cut)
    hand.drags(hand.handle(0, 0), hand.at(0.9, 1.2))
    assert hand.values[:2] == [0.5, 0.0]


@pytest.mark.parametrize(
    ("locked", "moves", "turns"), [((True, False, False), True, False), ((False, False, True), False, False)]
)
def test_what_is_locked_stays(qtbot: QtBot, locked: tuple[bool, ...], moves: bool, turns: bool) -> None:
    project = demo("and_by_hand")
    hand = Hand(qtbot, Project(project.dataset, project.network, project.training, project.parameters,
                               locked=FrozenArray(locked, "bool")))  # fmt: skip
    told: list[str] = []
    hand.document.noticed.connect(told.append)
    hand.presses(Qt.Key.Key_L)
    hand.presses(Qt.Key.Key_Left, SHIFT)
    assert (hand.values != [0.5, 0.5, -0.75]) == turns
    hand.drags(hand.at(0.75, 0.75), hand.at(0.5, 0.5))
    assert hand.values[:2] == [0.5, 0.5]
    assert (hand.values[2] != -0.75) == moves
    assert bool(told) == (not moves)


@pytest.mark.qt_log_ignore("This plugin does not support")  # the off-screen platform, of any menu
def test_the_right_button_offers_what_can_be_done_with_a_line(hand_and: Hand) -> None:
    hand_and.qtbot.mouseClick(hand_and.plot.viewport(), RIGHT, pos=hand_and.at(0.9, 0.6))
    menu = hand_and.plot.findChild(QMenu, "region_line_menu")
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "region_menu_flip_line").trigger()
    menu.close()
    assert hand_and.values == [-0.5, -0.5, 0.75]
