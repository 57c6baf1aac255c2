"""Brush, spray and eraser on the region plot."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from gui.features.decision_region.painting import stroke_canvas
from gui.features.decision_region.painting.tools import Tool
from tests.gui.features.decision_region.bench import LEFT, custom
from tests.gui.features.decision_region.painting.conftest import Painter, Place

WAY: tuple[Place, ...] = ((0.2, 0.5), (0.35, 0.5), (0.5, 0.5), (0.65, 0.5), (0.8, 0.5))
STROKES = [Tool.BRUSH, Tool.SPRAY, Tool.ERASER]


def new_rows(painter: Painter, before: int = 4) -> np.ndarray:
    return painter.rows()[before:]


def test_the_brush_lays_samples_of_the_chosen_class_along_its_way(xor: Painter) -> None:
    xor.qtbot.mouseClick(xor.find("region_class_2"), LEFT)
    xor.takes(Tool.BRUSH, spread=20)
    xor.strokes(*WAY)

    rows = new_rows(xor)
    assert len(rows) > 20
    assert set(xor.labels()[4:]) == {1}
    pixels, (start, end) = xor.pixels_of(rows), xor.pixels_of(np.array([WAY[0], WAY[-1]]))
    assert (np.abs(pixels[:, 1] - start[1]) <= 21).all()
    assert (pixels[:, 0] >= start[0] - 21).all()
    assert (pixels[:, 0] <= end[0] + 21).all()
    quarters = np.histogram(pixels[:, 0], 4, (start[0], end[0]))[0]
    assert (quarters >= 2).all()


def test_a_click_of_the_brush_lays_down_as_many_samples_as_it_is_dense(xor: Painter) -> None:
    xor.takes(Tool.BRUSH, density=9)
    xor.strokes((0.5, 0.5))
    assert len(new_rows(xor)) == 9


@pytest.mark.parametrize("tool", [Tool.BRUSH, Tool.ERASER])
def test_a_stroke_is_one_step_and_undo_brings_everything_back(xor: Painter, tool: Tool) -> None:
    before = xor.document.project
    xor.takes(tool)
    xor.strokes((0, 0), *WAY, (1, 1))
    assert xor.document.project != before
    assert xor.steps == 1
    xor.document.undo_stack.undo()
    assert xor.document.project == before


def test_the_same_strokes_lay_down_the_same_samples(qtbot: QtBot) -> None:
    sets = []
    for _ in range(2):
        painter = Painter(qtbot, DatasetSpec("xor"))
        painter.takes(Tool.BRUSH)
        painter.strokes(*WAY)
        painter.strokes((0.1, 0.2), (0.3, 0.9))
        sets.append(painter.rows())
    assert np.array_equal(*sets)


def test_a_wider_brush_spreads_wider_and_a_denser_one_lays_more(xor: Painter) -> None:
    xor.takes(Tool.BRUSH, spread=6, density=3)
    xor.strokes(*WAY)
    narrow = new_rows(xor)
    xor.takes(Tool.BRUSH, spread=40, density=3)
    xor.strokes(*WAY)
    wide = new_rows(xor, 4 + len(narrow))
    xor.takes(Tool.BRUSH, spread=40, density=30)
    xor.strokes(*WAY)
    dense = new_rows(xor, 4 + len(narrow) + len(wide))
    assert wide[:, 1].std() > 3 * narrow[:, 1].std()
    assert len(dense) > 7 * len(wide)


def test_nothing_is_painted_outside_the_axes(xor: Painter) -> None:
    xor.takes(Tool.BRUSH, spread=100, density=50)
    (left, right), (low, high) = xor.plot.plane.x_range, xor.plot.plane.y_range
    xor.strokes((left + 0.02, low + 0.02), (right - 0.02, high - 0.02))
    rows = new_rows(xor)
    assert rows[:, 0].min() >= left
    assert rows[:, 0].max() <= right
    assert rows[:, 1].min() >= low
    assert rows[:, 1].max() <= high


def test_the_view_stays_where_it_is_while_samples_come(xor: Painter) -> None:
    xor.takes(Tool.BRUSH)  # its options take a row, so the picture, of which both axes have one scale, is lower
    before = xor.plot.plane
    xor.strokes((-0.25, -0.25), (1.25, 1.25))
    assert xor.plot.plane == before
    xor.document.undo_stack.undo()
    assert xor.plot.plane == before


def test_the_spray_goes_on_while_the_mouse_is_held_still(xor: Painter) -> None:
    xor.takes(Tool.SPRAY, spread=30, density=20)
    xor.presses_at((0.5, 0.5))
    xor.qtbot.waitUntil(lambda: xor.document.dataset.n_samples > 80)
    xor.lets_go((0.5, 0.5))
    rows = new_rows(xor)
    away = np.hypot(*(xor.pixels_of(rows) - xor.pixels_of(np.array([[0.5, 0.5]]))).T)
    assert (away <= 31).all()
    assert xor.steps == 1


def test_the_eraser_removes_what_its_circle_passes_over_and_nothing_else(grid: Painter) -> None:
    grid.takes(Tool.ERASER, spread=10)
    grid.strokes((-0.2, 2), (2, 2), (2, 6), (0.6, 5.5))
    left = {tuple(row) for row in grid.rows().tolist()} | {
        tuple(row) for row in grid.document.dataset.test_inputs.tolist()
    }
    gone = {(0, 2), (1, 2), (2, 2), (2, 3), (2, 4), (2, 5)}
    assert left == {(float(x), float(y)) for x in range(6) for y in range(6)} - gone


def test_erased_samples_vanish_from_the_picture_before_the_button_is_let_go(grid: Painter) -> None:
    grid.is_slow()
    grid.takes(Tool.ERASER, spread=10)
    at, other, before = grid.at(2, 2), grid.at(4, 4), grid.picture()
    grid.presses_at((2, 2))
    grid.moves_along((1.5, 1.5))
    grid.qtbot.waitUntil(lambda: grid.differs_at(before, grid.picture(), at, reach=1))
    assert grid.document.dataset.n_samples == 30
    assert not grid.differs_at(before, grid.picture(), other)
    grid.lets_go((1.5, 1.5))
    assert grid.document.dataset.n_samples == 29


def test_painted_samples_are_seen_before_the_project_has_them(xor: Painter) -> None:
    xor.is_slow()
    xor.takes(Tool.BRUSH, spread=3, density=8)
    before = xor.picture()
    xor.presses_at((0.3, 0.6))
    xor.moves_along((0.5, 0.5))
    xor.qtbot.waitUntil(lambda: xor.differs_at(before, xor.picture(), xor.at(0.4, 0.55)))
    assert xor.document.dataset.n_samples == 4
    xor.lets_go((0.5, 0.5))
    assert xor.document.dataset.n_samples > 12


def test_few_samples_change_while_the_stroke_goes_on(xor: Painter) -> None:
    xor.takes(Tool.BRUSH)
    xor.presses_at((0.3, 0.6))
    xor.qtbot.waitUntil(lambda: xor.document.dataset.n_samples == 10)
    xor.moves_along((0.5, 0.5), (0.7, 0.4))
    xor.qtbot.waitUntil(lambda: xor.document.dataset.n_samples > 10)
    xor.lets_go((0.7, 0.4))
    assert xor.steps == 1


@pytest.mark.parametrize("tool", STROKES)
@pytest.mark.parametrize("live", [True, False])
def test_esc_takes_a_stroke_back_without_a_trace(xor: Painter, tool: Tool, live: bool) -> None:
    before = xor.document.project
    if not live:
        xor.is_slow()
    xor.takes(tool)
    picture = xor.picture()
    xor.presses_at((0, 0))
    xor.moves_along((0.5, 0.5))
    if live:
        xor.qtbot.waitUntil(lambda: xor.document.project != before)
    xor.presses(Qt.Key.Key_Escape)
    assert xor.document.project == before
    assert xor.steps == 0
    assert not xor.differs_at(picture, xor.picture(), xor.at(0, 0), reach=4)
    xor.moves_along((0.8, 0.8))
    xor.lets_go((0.8, 0.8))
    assert xor.document.project == before
    assert xor.painting.tool is tool


def test_undo_in_the_middle_of_a_stroke_ends_it(xor: Painter) -> None:
    before = xor.document.project
    xor.takes(Tool.SPRAY)
    xor.presses_at((0.5, 0.5))
    xor.qtbot.waitUntil(lambda: xor.document.project != before)
    xor.document.undo_stack.undo()
    assert not xor.painting.strokes.is_busy
    xor.moves_along((0.6, 0.6))
    xor.lets_go((0.6, 0.6))
    assert xor.document.project == before


def test_a_new_class_comes_with_its_first_stroke(xor: Painter) -> None:
    xor.qtbot.mouseClick(xor.find("region_class_3"), LEFT)
    xor.takes(Tool.BRUSH)
    xor.strokes(*WAY)
    assert xor.document.dataset.n_classes == 3
    assert set(xor.labels()[4:]) == {2}
    assert xor.steps == 1
    xor.presses_at((0.5, 0.2))
    xor.lets_go((0.5, 0.2))
    assert xor.document.dataset.n_classes == 3  # the class is the chosen one still


def test_esc_brings_back_the_classes_too(xor: Painter) -> None:
    before = xor.document.project
    xor.qtbot.mouseClick(xor.find("region_class_3"), LEFT)
    xor.takes(Tool.BRUSH)
    xor.presses_at((0.5, 0.5))
    xor.qtbot.waitUntil(lambda: xor.document.dataset.n_classes == 3)
    xor.presses(Qt.Key.Key_Escape)
    assert xor.document.project == before


def test_a_gate_becomes_own_samples_and_says_so_once(xor: Painter) -> None:
    notices: list[str] = []
    xor.document.noticed.connect(notices.append)
    xor.takes(Tool.BRUSH)
    xor.strokes(*WAY)
    xor.strokes(*WAY)
    assert xor.spec.name == "custom"
    assert len([text for text in notices if "your own" in text]) == 1


def test_on_a_curve_the_height_is_the_target(curve: Painter) -> None:
    curve.takes(Tool.BRUSH, spread=5)
    curve.strokes((0.5, 1.0), (1.5, 0.2))
    data = curve.document.dataset
    x, d = data.inputs[3:, 0], data.targets[3:, 0]
    assert len(x) > 5
    assert np.abs(d - (1.4 - 0.8 * x)).max() < 0.15


def test_with_more_inputs_the_others_are_as_the_sliders_say(cube: Painter) -> None:
    cube.plot.slice_controls.sliders.moved.emit(2, 0.25)
    cube.takes(Tool.BRUSH)
    cube.strokes((0.2, 0.5), (0.8, 0.5))
    rows = new_rows(cube, 8)
    assert len(rows) > 5
    assert set(rows[:, 2].tolist()) == {0.25}


@pytest.mark.parametrize("targets", [[[0.1], [0.7], [2.0]], [[0, 0], [1, 1], [0, 1]]])
def test_where_a_place_says_too_little_only_eraser_and_lasso_are_there(qtbot: QtBot, targets: object) -> None:
    painter = Painter(qtbot, DatasetSpec("xor"))
    painter.takes(Tool.BRUSH)
    painter.document.load(Painter(qtbot, custom([[0, 0], [1, 1], [0, 1]], targets)).document.project)
    assert painter.painting.tool is Tool.POINT
    enabled = {tool for tool in Tool if painter.find(f"region_tool_{tool.value}").isEnabled()}
    assert enabled == {Tool.POINT, Tool.ERASER, Tool.LASSO}
    painter.takes(Tool.ERASER)
    painter.strokes((0, 0), (0.1, 0.1))
    assert painter.document.dataset.n_samples == 2


def test_a_full_set_takes_no_more_and_says_so(xor: Painter, monkeypatch: pytest.MonkeyPatch) -> None:
    notices: list[str] = []
    xor.document.noticed.connect(notices.append)
    monkeypatch.setattr(stroke_canvas, "MAX_SAMPLES", 20)
    xor.takes(Tool.BRUSH)
    xor.strokes(*WAY)
    assert xor.document.dataset.n_samples == 20
    assert any("holds 20 samples" in text for text in notices)


def test_the_circle_shows_how_far_a_tool_reaches(xor: Painter) -> None:
    xor.takes(Tool.BRUSH, spread=25)
    centre = xor.at(0.5, 0.5)
    bare = xor.picture()
    xor.points_at(0.5, 0.5)
    drawn = xor.picture()
    edge = QPoint(centre.x() + 25, centre.y())
    assert xor.differs_at(bare, drawn, edge, reach=2)
    xor.presses(Qt.Key.Key_BracketRight)
    assert xor.find("region_spread").value() == 30  # type: ignore[attr-defined]
    assert not xor.differs_at(bare, xor.picture(), edge, reach=1)
    xor.points_at(-1, 0.5)  # beside the picture
    assert not xor.differs_at(bare, xor.picture(), QPoint(centre.x() + 30, centre.y()), reach=8)


def test_with_the_point_tool_everything_is_as_ever(xor: Painter) -> None:
    xor.takes(Tool.BRUSH)
    xor.presses(Qt.Key.Key_Escape)
    assert xor.painting.tool is Tool.POINT
    xor.clicks(0.5, 0.5)
    assert xor.document.dataset.n_samples == 5
    xor.drags(xor.at(0.5, 0.5), xor.at(0.7, 0.2))
    assert xor.rows()[4] == pytest.approx([0.7, 0.2], abs=0.02)
    xor.removes(0.7, 0.2)
    assert xor.document.dataset.n_samples == 4


def test_a_double_click_with_a_brush_paints_twice_and_leaves_the_view(xor: Painter) -> None:
    xor.takes(Tool.BRUSH, density=5)
    xor.wheels(0.5, 0.5, 2)
    plane = xor.plot.plane
    xor.qtbot.mouseClick(xor.plot.viewport(), LEFT, pos=xor.at(0.5, 0.5))
    xor.qtbot.mouseDClick(xor.plot.viewport(), LEFT, pos=xor.at(0.5, 0.5))
    xor.lets_go((0.5, 0.5))
    assert xor.document.dataset.n_samples == 14
    assert xor.plot.plane == plane


def test_ctrl_and_the_middle_button_move_the_view_whatever_the_tool(xor: Painter) -> None:
    xor.takes(Tool.BRUSH)
    before = xor.plot.plane
    xor.drags(xor.at(0.5, 0.5), xor.at(0.7, 0.5), modifier=Qt.KeyboardModifier.ControlModifier)
    xor.drags(xor.at(0.5, 0.5), xor.at(0.7, 0.5), Qt.MouseButton.MiddleButton)
    assert xor.plot.plane != before
    assert xor.document.dataset.n_samples == 4
