"""The lasso on the region plot: selecting samples and what is done with them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from gui.features.decision_region.painting.tools import Tool
from tests.gui.features.decision_region.bench import LEFT, NONE, RIGHT
from tests.gui.features.decision_region.painting.conftest import Painter

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def lasso(grid: Painter) -> Painter:
    """The grid, with samples 7, 8, 13 and 14 selected: those at (1, 1), (2, 1), (1, 2) and (2, 2)."""
    grid.takes(Tool.LASSO)
    grid.surrounds((0.5, 0.5), (2.5, 2.5))
    return grid


def everything(painter: Painter) -> np.ndarray:
    data = painter.document.dataset
    return np.vstack([data.inputs, data.test_inputs])


def test_a_line_around_samples_selects_them(lasso: Painter) -> None:
    assert lasso.selected == [7, 8, 13, 14]
    assert lasso.steps == 0


def test_selected_samples_are_marked(grid: Painter) -> None:
    grid.takes(Tool.LASSO)
    before = grid.picture()
    grid.surrounds((0.5, 0.5), (2.5, 2.5))
    after = grid.picture()
    assert grid.differs_at(before, after, grid.at(1, 1), reach=8)
    assert not grid.differs_at(before, after, grid.at(4, 4), reach=8)


def test_test_samples_are_selected_as_well(grid: Painter) -> None:
    grid.takes(Tool.LASSO)
    grid.surrounds((-0.5, 4.5), (0.5, 5.5))
    assert grid.selected == [30]
    grid.presses(Qt.Key.Key_Delete)
    assert grid.document.dataset.n_test_samples == 5


def test_the_line_can_have_any_shape(grid: Painter) -> None:
    grid.takes(Tool.LASSO)
    grid.strokes((-0.5, -0.5), (5.5, -0.5), (5.5, 0.5), (0.5, 0.5), (0.5, 3.5), (-0.5, 3.5), (-0.5, -0.5))
    assert grid.selected == [0, 1, 2, 3, 4, 5, 6, 12, 18]


def test_a_drag_inside_moves_all_of_them_and_is_one_step(lasso: Painter) -> None:
    before, project = everything(lasso), lasso.document.project
    lasso.strokes((1.5, 1.5), (2, 2), (2.7, 2.3))
    moved = everything(lasso) - before
    assert moved[[7, 8, 13, 14]] == pytest.approx(np.tile([1.2, 0.8], (4, 1)), abs=0.05)
    assert not np.delete(moved, [7, 8, 13, 14], axis=0).any()
    assert lasso.selected == [7, 8, 13, 14]
    assert lasso.steps == 1
    lasso.document.undo_stack.undo()
    assert lasso.document.project == project
    assert lasso.selected == [7, 8, 13, 14]


def test_the_outline_goes_along_so_that_they_can_be_moved_again(lasso: Painter) -> None:
    lasso.strokes((1.5, 1.5), (3.5, 3.5))
    lasso.strokes((3.5, 3.5), (1.5, 1.5))
    assert everything(lasso)[7] == pytest.approx([1, 1], abs=0.05)
    assert lasso.steps == 2


def test_moved_samples_are_seen_on_the_way_before_the_project_has_them(lasso: Painter) -> None:
    lasso.is_slow()
    before = lasso.picture()
    lasso.presses_at((1.5, 1.5))
    lasso.moves_along((1.8, 1.8), (2.2, 2.2))
    lasso.qtbot.waitUntil(lambda: lasso.differs_at(before, lasso.picture(), lasso.at(1.7, 1.7)))
    assert everything(lasso)[7].tolist() == [1, 1]
    lasso.lets_go((2.2, 2.2))
    assert everything(lasso)[7] == pytest.approx([1.7, 1.7], abs=0.05)


@pytest.mark.parametrize("live", [True, False])
def test_esc_brings_moved_samples_back(lasso: Painter, live: bool) -> None:
    project, picture = lasso.document.project, lasso.picture()
    if not live:
        lasso.is_slow()
    lasso.presses_at((1.5, 1.5))
    lasso.moves_along((2.5, 2.5), (3.5, 3.5))
    if live:
        lasso.qtbot.waitUntil(lambda: lasso.document.project != project)
    lasso.presses(Qt.Key.Key_Escape)
    lasso.lets_go((3.5, 3.5))
    assert lasso.document.project == project
    assert lasso.steps == 0
    assert lasso.selected == [7, 8, 13, 14]
    assert not lasso.differs_at(picture, lasso.picture(), lasso.at(1, 1), reach=6)
    lasso.strokes((1.5, 1.5), (2.5, 1.5))  # the outline is where it was
    assert everything(lasso)[7] == pytest.approx([2, 1], abs=0.05)


def test_on_a_curve_pairs_move_in_both_directions(curve: Painter) -> None:
    curve.takes(Tool.LASSO)
    curve.surrounds((0.6, 0.4), (1.4, 1.0))
    assert curve.selected == [1]
    curve.strokes((1.1, 0.6), (1.3, 0.9))
    data = curve.document.dataset
    assert data.inputs[1, 0] == pytest.approx(1.2, abs=0.03)
    assert data.targets[1, 0] == pytest.approx(1.0, abs=0.03)


def test_moving_leaves_the_inputs_that_are_on_no_axis(cube: Painter) -> None:
    cube.takes(Tool.LASSO)
    cube.surrounds((-0.2, -0.2), (0.2, 0.2))
    assert len(cube.selected) == 2
    before = everything(cube)
    cube.strokes((0.1, 0.1), (0.4, 0.5))
    assert np.array_equal(everything(cube)[:, 2], before[:, 2])
    assert everything(cube)[cube.selected, 0] == pytest.approx([0.3, 0.3], abs=0.03)


def test_shift_selects_more_and_another_line_others(lasso: Painter) -> None:
    lasso.surrounds((3.5, 3.5), (4.5, 4.5), modifier=SHIFT)
    assert lasso.selected == [7, 8, 13, 14, 28]
    lasso.surrounds((2.8, 3.5), (4.5, 4.5))
    assert lasso.selected == [27, 28]


def test_a_click_selects_one_sample_shift_changes_one_and_an_empty_place_none(lasso: Painter) -> None:
    lasso.strokes((4, 4))
    assert lasso.selected == [28]
    lasso.strokes((5, 4), modifier=SHIFT)
    assert lasso.selected == [28, 29]
    lasso.strokes((4, 4), modifier=SHIFT)
    assert lasso.selected == [29]
    lasso.strokes((3.5, 3.5))
    assert lasso.selected == []


def test_delete_removes_them(lasso: Painter) -> None:
    lasso.presses(Qt.Key.Key_Delete)
    assert len(everything(lasso)) == 32
    assert [1.0, 1.0] not in everything(lasso).tolist()
    assert lasso.selected == []
    assert lasso.steps == 1


def test_a_digit_or_a_class_button_gives_them_a_class(lasso: Painter) -> None:
    lasso.presses(Qt.Key.Key_2)
    assert [lasso.labels()[index] for index in (7, 8, 13, 14)] == [1, 1, 1, 1]
    assert sum(lasso.labels()) == 18 + 4
    lasso.qtbot.mouseClick(lasso.find("region_class_1"), LEFT)
    assert sum(lasso.labels()) == 18
    assert lasso.steps == 2
    assert lasso.selected == [7, 8, 13, 14]


def test_the_button_for_a_new_class_gives_them_a_new_class(lasso: Painter) -> None:
    lasso.qtbot.mouseClick(lasso.find("region_class_3"), LEFT)
    assert lasso.document.dataset.n_classes == 3
    assert [index for index, label in enumerate(lasso.labels()) if label == 2] == [7, 8, 13, 14]


def test_the_tenth_class_has_the_key_0(lasso: Painter) -> None:
    for label in range(2, 10):
        lasso.strokes((5, label - 4 if label < 9 else 0.0))
        lasso.presses(Qt.Key(Qt.Key.Key_0 + (label + 1) % 10))
    assert lasso.document.dataset.n_classes == 10
    assert lasso.labels().count(9) == 1
    buttons = [lasso.find(f"region_class_{number}") for number in range(1, 11)]
    assert all(button.isVisible() for button in buttons)
    assert lasso.plot.findChild(type(buttons[0]), "region_class_11") is None


def test_all_none_and_invert(lasso: Painter) -> None:
    lasso.clicks_command("invert")
    assert lasso.selected == sorted(set(range(36)) - {7, 8, 13, 14})
    lasso.clicks_command("select_all")
    assert lasso.selected == list(range(36))
    lasso.clicks_command("select_none")
    assert lasso.selected == []


def test_jitter_moves_the_selected_samples_a_little(lasso: Painter) -> None:
    before = everything(lasso)
    lasso.clicks_command("jitter")
    moved = np.abs(everything(lasso) - before)
    assert np.flatnonzero(moved.any(axis=1)).tolist() == [7, 8, 13, 14]
    assert moved.max() < 1
    assert lasso.selected == [7, 8, 13, 14]


def test_thinning_out_keeps_half_of_each_class_and_what_is_left_stays_selected(lasso: Painter) -> None:
    lasso.clicks_command("select_all")
    lasso.clicks_command("thin_out")
    assert sorted(lasso.labels()) == [0] * 9 + [1] * 9
    assert lasso.selected == list(range(18))
    lasso.clicks_command("thin_out")
    assert len(everything(lasso)) == 10
    assert lasso.steps == 2


def test_jitter_and_thinning_take_all_samples_where_none_is_selected(grid: Painter) -> None:
    grid.takes(Tool.LASSO)
    before = everything(grid)
    grid.clicks_command("jitter")
    assert (everything(grid) != before).any(axis=1).all()
    grid.clicks_command("thin_out")
    assert len(everything(grid)) == 18


def test_esc_lets_go_of_the_samples_then_of_the_lasso(lasso: Painter) -> None:
    lasso.presses(Qt.Key.Key_Escape)
    assert (lasso.selected, lasso.painting.tool) == ([], Tool.LASSO)
    lasso.presses(Qt.Key.Key_Escape)
    assert lasso.painting.tool is Tool.POINT


def test_esc_in_the_middle_of_a_line_leaves_what_was_selected(lasso: Painter) -> None:
    lasso.presses_at((3.5, 3.5))
    lasso.moves_along((4.5, 3.5), (4.5, 4.5))
    lasso.presses(Qt.Key.Key_Escape)
    lasso.lets_go((4.5, 4.5))
    assert lasso.selected == [7, 8, 13, 14]


def test_another_tool_lets_go_of_the_samples(lasso: Painter) -> None:
    lasso.takes(Tool.BRUSH)
    assert lasso.selected == []


def test_other_data_have_nothing_selected(lasso: Painter) -> None:
    lasso.document.undo_stack.clear()
    lasso.presses(Qt.Key.Key_Delete)
    lasso.strokes((4, 4))
    lasso.document.undo_stack.undo()
    assert lasso.selected == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # the off-screen platform, of any menu
def test_the_right_button_asks_for_the_menu_and_removes_nothing(lasso: Painter) -> None:
    lasso.qtbot.mouseClick(lasso.plot.viewport(), RIGHT, NONE, lasso.at(1, 1))
    menu = lasso.plot.findChild(QMenu, "region_menu")
    assert menu is not None
    names = [action.objectName() for action in menu.actions()]
    assert {"region_menu_jitter", "region_menu_thin_out", "region_menu_remove"} <= set(names)
    next(action for action in menu.actions() if action.objectName() == "region_menu_remove").trigger()
    menu.close()
    assert len(everything(lasso)) == 32


def test_commands_that_need_samples_are_off_without(grid: Painter) -> None:
    grid.takes(Tool.LASSO)
    off = {name for name in ("select_none", "remove", "jitter", "thin_out", "select_all", "invert")
           if not grid.find(f"region_{name}").isEnabled()}  # fmt: skip
    assert off == {"select_none", "remove"}


def test_the_mouse_says_what_can_be_done(lasso: Painter) -> None:
    lasso.points_at(1.5, 1.5)
    assert lasso.sentences[-1].startswith("Selected samples: 4.")
    assert lasso.plot.viewport().cursor().shape() == Qt.CursorShape.SizeAllCursor
    lasso.points_at(4.5, 4.5)
    assert "Selected" not in lasso.sentences[-1]
    assert lasso.plot.viewport().cursor().shape() == Qt.CursorShape.CrossCursor


def test_a_wheel_and_a_pan_take_the_outline_along(lasso: Painter) -> None:
    lasso.wheels(2, 2, 2)
    lasso.drags(lasso.at(3, 3), lasso.at(3, 3) + QPoint(30, 0), Qt.MouseButton.MiddleButton)
    lasso.strokes((1.5, 1.5), (2.5, 1.5))
    assert everything(lasso)[7] == pytest.approx([2, 1], abs=0.05)


def test_on_projected_samples_nothing_is_put_anywhere_but_selected_and_removed(qtbot: QtBot) -> None:
    iris = Painter(qtbot, DatasetSpec("iris"))
    notices: list[str] = []
    iris.document.noticed.connect(notices.append)
    assert iris.plot.slicing.shows_components  # measured data of four inputs begin so
    project, (x, y) = iris.document.project, iris.plot.samples.positions[0]
    iris.takes(Tool.BRUSH)
    iris.strokes((x, y), (x + 0.5, y))
    iris.takes(Tool.LASSO)
    iris.strokes((x, y))
    iris.strokes((x, y), (x + 0.5, y))
    iris.clicks_command("jitter")
    assert iris.document.project == project
    assert len(notices) == 3
    assert all("projections" in text for text in notices)
    assert len(iris.selected) == 1
    iris.presses(Qt.Key.Key_3)
    assert iris.labels()[iris.selected[0]] == 2
    iris.presses(Qt.Key.Key_Delete)
    assert iris.document.dataset.n_samples == 149


def test_where_a_feature_has_no_value_nothing_is_put_and_the_picture_says_so(qtbot: QtBot) -> None:
    rows = np.array([[1.0, 1], [2, 2], [3, 1], [4, 2]])
    spec = DatasetSpec("custom", inputs=rows, targets=[[0], [1], [0], [1]], features=("sqrt(x1)",))  # type: ignore[arg-type]
    painter = Painter(qtbot, spec)
    notices: list[str] = []
    painter.document.noticed.connect(notices.append)
    painter.wheels(2, 1.5, -6)
    project = painter.document.project
    painter.takes(Tool.LASSO)
    painter.surrounds((0.5, 0.5), (4.5, 2.5))
    picture = painter.picture()
    painter.strokes((1, 1), (-1, 1))
    assert painter.document.project == project
    assert any("no finite value" in text for text in notices)
    painter.points_at(2.5, 4)
    assert not painter.differs_at(picture, painter.picture(), painter.at(2, 2), reach=4)
    painter.strokes((1.5, 1.2), (2.5, 1.2))  # the outline is where the samples are
    assert painter.rows()[:, 0] == pytest.approx([2, 3, 4, 5], abs=0.1)
    painter.takes(Tool.BRUSH)
    painter.strokes((-1.5, 1), (-1, 1))
    assert painter.document.dataset.n_samples == 4


def test_undo_past_the_stroke_that_brought_them_lets_go_of_samples(xor: Painter) -> None:
    xor.takes(Tool.BRUSH)
    xor.strokes((0.2, 0.5), (0.8, 0.5))
    xor.takes(Tool.LASSO)
    xor.surrounds((0.1, 0.3), (0.9, 0.7))
    assert max(xor.selected) > 10
    xor.document.undo_stack.undo()
    assert xor.selected == []
    xor.document.undo_stack.redo()
    assert xor.selected == []
