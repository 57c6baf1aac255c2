"""Bending weights with mouse, keys and menus on the canvas alone: values, locks, cuts, undo."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from gui.features.diagram.geometry.target import Target
from tests.gui.features.diagram.canvas import LEFT, Canvas, MakeCanvas
from tests.helpers.user import User

Key = Qt.Key
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier

# 2-4-1: weights (2, 4), biases (4,), weights (4, 1), bias (1,); the scale ends at ±3
PARAMETERS = np.array([0.5, -1.5, 2.0, -0.25, 1.0, 0.75, -2.5, 1.25, 0.1, -0.2, 0.3, -0.4, 1.5, -2.0, 2.5, -3.0, 0.31])

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def presses_on(canvas: Canvas, kind: str, *place: int) -> QPoint:
    at = canvas.at(kind, *place)
    canvas.qtbot.mousePress(canvas.view.viewport(), LEFT, pos=at)
    return at


def drags(canvas: Canvas, at: QPoint, up: int, modifier: Qt.KeyboardModifier = NONE) -> QPoint:
    """Move the pressed mouse up by so many pixels, in two steps."""
    for step in (up // 2, up):
        _move(canvas, at - QPoint(0, step), modifier)
    return at - QPoint(0, up)


def _move(canvas: Canvas, to: QPoint, modifier: Qt.KeyboardModifier) -> None:
    viewport = canvas.view.viewport()
    event = QMouseEvent(QEvent.Type.MouseMove, to.toPointF(), viewport.mapToGlobal(to.toPointF()), LEFT, LEFT, modifier)
    QApplication.sendEvent(viewport, event)


def lets_go(canvas: Canvas, at: QPoint) -> None:
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=at)


def start(canvas: Canvas) -> np.ndarray:
    parameters = canvas.document.project.parameters
    assert parameters is not None
    return parameters.array


def menu_entry(canvas: Canvas, name: str, kind: str, *place: int) -> None:
    """Choose an entry of the menu that a right click opens."""
    point = canvas.at(kind, *place)
    where = canvas.view.viewport().mapToGlobal(point)
    QApplication.sendEvent(canvas.view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    menu = canvas.view.findChildren(QMenu, "layer_menu")[-1]
    action = next(action for action in menu.actions() if action.objectName() == name)
    action.trigger()
    menu.close()


def test_a_weight_follows_the_mouse_up_as_one_step(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    at = presses_on(canvas, "connection", 0, 2, 1)
    assert canvas.document.undo_stack.count() == 0
    at = drags(canvas, at, 80)  # half of the way from 0 to the end of the scale, 3
    lets_go(canvas, at)
    assert start(canvas)[6] == pytest.approx(-2.5 + 1.5)
    assert np.array_equal(np.delete(start(canvas), 6), np.delete(PARAMETERS, 6))
    assert canvas.document.undo_stack.count() == 1
    assert canvas.document.undo_stack.undoText() == "Set w₂₃⁽¹⁾"
    canvas.document.undo_stack.undo()
    assert canvas.document.project.parameters is None


def test_with_shift_it_follows_ten_times_finer(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    at = drags(canvas, presses_on(canvas, "bias", 1, 0), -80, SHIFT)
    lets_go(canvas, at)
    assert start(canvas)[16] == pytest.approx(0.31 - 0.15)


def test_a_threshold_dragged_up_grows(canvas: Canvas) -> None:
    canvas.notation.set_lecture(True)
    canvas.show_start(PARAMETERS)
    at = drags(canvas, presses_on(canvas, "bias", 0, 0), 40)
    lets_go(canvas, at)
    assert start(canvas)[8] == pytest.approx(0.1 - 0.75)


def test_a_weight_is_readable_beside_the_mouse_while_it_is_dragged(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    at = drags(canvas, presses_on(canvas, "connection", 0, 2, 1), 80)
    assert canvas.view.diagram_scene.readout == "w₂₃⁽¹⁾ = −1.000"
    lets_go(canvas, at)
    assert canvas.view.diagram_scene.readout == ""


def test_escape_in_a_drag_brings_everything_back_and_leaves_no_step(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    before = canvas.document.project
    at = drags(canvas, presses_on(canvas, "connection", 0, 2, 1), 60)
    assert canvas.document.project != before
    canvas.presses(Key.Key_Escape)
    lets_go(canvas, at)
    assert canvas.document.project == before
    assert (canvas.document.undo_stack.count(), canvas.view.diagram_scene.readout) == (0, "")


def test_the_next_change_of_a_drag_waits_until_the_last_was_seen(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    at = presses_on(canvas, "connection", 0, 2, 1)
    drags(canvas, at, 40)
    first = start(canvas)[6]
    end = drags(canvas, at, 80)
    assert start(canvas)[6] == first
    canvas.show_start(start(canvas).copy())
    assert start(canvas)[6] == pytest.approx(-1.0)
    lets_go(canvas, end)


def test_a_click_on_a_connection_changes_nothing(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    before = canvas.document.project
    canvas.clicks("connection", 0, 2, 1)
    assert canvas.document.project is before
    assert canvas.view.selected == Target("connection", 0, 2, 1)


def test_alt_with_up_and_down_nudges_what_is_selected_in_one_step(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    canvas.clicks("connection", 0, 2, 1)
    for key, modifier in ((Key.Key_Up, ALT), (Key.Key_Up, ALT), (Key.Key_Down, ALT | SHIFT)):
        QTest.keyClick(canvas.view, key, modifier)
    assert start(canvas)[6] == pytest.approx(-2.5 + 2 * 0.15 - 0.015)
    assert canvas.document.undo_stack.count() == 1


def test_locking_a_neuron_locks_its_bias_and_the_connections_into_it(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    menu_entry(canvas, "bend_lock", "neuron", 0, 2)
    locked = canvas.document.project.locked
    assert locked is not None
    assert np.flatnonzero(locked.array).tolist() == [2, 6, 10]
    assert np.array_equal(start(canvas), PARAMETERS)
    assert "Locked" in canvas.view.accessibleDescription()
    assert canvas.document.undo_stack.undoText() == "Lock a₃⁽¹⁾"
    menu_entry(canvas, "bend_lock", "neuron", 0, 2)
    assert canvas.document.project.locked is None


@pytest.mark.parametrize(
    ("kind", "place"), [("layer", (0,)), ("neuron", (0, 1)), ("bias", (0, 1)), ("connection", (1, 0, 2))]
)
def test_a_padlock_marks_what_is_locked_once(canvas: Canvas, kind: str, place: tuple[int, ...]) -> None:
    canvas.show_start(PARAMETERS)
    canvas.clicks(kind, *place)
    canvas.view.weight_editing.lock_or_unlock()
    places = canvas.view.diagram_scene.lock_places
    assert len(places) == 1
    point = canvas.view.mapFromScene(places[0])
    ink = [canvas.colour_at(point + QPoint(dx, 2)).lightness() for dx in (-2, 0, 2)]
    assert min(ink) < 110
    canvas.document.undo_stack.undo()
    assert canvas.view.diagram_scene.lock_places == ()


def test_a_cut_connection_stands_at_zero_dashed_and_comes_back_with_its_weight(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    canvas.clicks("connection", 0, 2, 1)
    canvas.view.weight_editing.cut_or_restore()
    assert canvas.document.project.cut is not None
    assert canvas.view.shown.values is not None
    assert canvas.view.shown.values.get(Target("connection", 0, 2, 1)) == 0.0
    assert "Cut" in canvas.view.accessibleDescription()
    pen = canvas.view.diagram_scene.items_of(0).connections.pen_of(1, 2)  # type: ignore[union-attr]
    assert pen.style() == Qt.PenStyle.CustomDashLine
    later = PARAMETERS * 0.5
    later[6] = 0.0
    canvas.show_start(later)
    canvas.view.weight_editing.cut_or_restore()
    assert canvas.document.project.cut is None
    assert start(canvas)[6] == -2.5
    assert np.array_equal(np.delete(start(canvas), 6), np.delete(later, 6))


def test_a_cut_connection_can_neither_be_typed_nor_dragged(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    canvas.clicks("connection", 0, 2, 1)
    canvas.view.weight_editing.cut_or_restore()
    before = canvas.document.project
    canvas.double_clicks("connection", 0, 2, 1)
    assert canvas.view.findChild(QLineEdit, "inline_editor") is None
    at = drags(canvas, presses_on(canvas, "connection", 0, 2, 1), 60)
    lets_go(canvas, at)
    assert canvas.document.project is before


def test_cutting_an_input_cuts_every_connection_out_of_it(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    menu_entry(canvas, "bend_cut", "neuron", -1, 0)
    cut = canvas.document.project.cut
    assert cut is not None
    assert np.flatnonzero(cut.array).tolist() == [0, 1, 2, 3]


def test_a_selection_of_several_is_negated_zeroed_and_randomised_together(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    canvas.view.selection.replace([Target("neuron", 0, 1), Target("connection", 1, 0, 3)])
    some = np.zeros(17, dtype=bool)
    some[[1, 5, 9, 15]] = True
    canvas.view.weight_editing.negate()
    assert np.array_equal(start(canvas), np.where(some, -PARAMETERS, PARAMETERS))
    assert canvas.document.undo_stack.undoText() == "Negate 4 weights and biases"
    canvas.view.weight_editing.zero()
    assert np.array_equal(start(canvas), np.where(some, 0.0, PARAMETERS))
    canvas.view.weight_editing.randomise()
    assert np.array_equal(start(canvas)[~some], PARAMETERS[~some])
    assert (start(canvas)[some] != 0).all()
    assert (np.abs(start(canvas)[some]) <= 1).all()
    while canvas.document.undo_stack.canUndo():
        canvas.document.undo_stack.undo()
    assert canvas.document.project.parameters is None


def test_a_typed_factor_multiplies_a_layer(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    menu_entry(canvas, "bend_scale", "neuron", 0, 0)
    editor = canvas.view.findChild(QLineEdit, "inline_editor")
    assert editor is not None
    canvas.qtbot.keyClicks(editor, "-2.5")
    canvas.qtbot.keyClick(editor, Key.Key_Return)
    expected = PARAMETERS.copy()
    expected[[0, 4, 8]] *= -2.5
    assert np.array_equal(start(canvas), expected)


EDITED = {
    "bias": ("bias", 0, 1, None),
    "threshold of a neuron": ("neuron", 0, 1, None),
    "connection": ("connection", 0, 1, 0),
    "units": ("units", 0, None, None),
}


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Escape])
@pytest.mark.parametrize("text", ["", "3", "1.2.3"], ids=["as it was", "another", "no number"])
@pytest.mark.parametrize("part", EDITED.values(), ids=EDITED)
def test_after_enter_or_escape_nothing_is_open_and_the_part_stays_selected(
    canvas: Canvas, part: tuple[str, int, int | None, int | None], text: str, key: Key
) -> None:
    canvas.show_start(PARAMETERS)
    canvas.double_clicks(*part)
    selected = canvas.view.selected
    assert selected is not None
    editor = canvas.view.findChild(QLineEdit, "inline_editor")
    assert editor is not None
    canvas.qtbot.keyClicks(editor, text)
    canvas.qtbot.keyClick(editor, key)
    if text == "1.2.3" and key != Key.Key_Escape:  # it is not taken, and can be corrected
        assert canvas.view.findChild(QLineEdit, "inline_editor") is editor
        return
    assert canvas.view.findChild(QLineEdit, "inline_editor") is None
    assert canvas.view.hasFocus()
    assert canvas.view.selected == selected
    assert canvas.document.undo_stack.count() == (1 if text == "3" and key != Key.Key_Escape else 0)


def test_a_shortcut_takes_what_is_typed_and_closes_the_line(user: User) -> None:
    view = user.window.diagram_view
    user._qtbot.waitUntil(user.window.shows_newest)
    view.setFocus()
    user.clicks_diagram("neuron", layer=0, unit=1)
    user.presses(Key.Key_Return)
    editor = view.findChild(QLineEdit, "inline_editor")
    assert editor is not None
    user._qtbot.keyClicks(editor, "2.5")
    user.presses(Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert view.findChild(QLineEdit, "inline_editor") is None
    assert user.project.parameters is not None
    assert 2.5 in np.abs(user.project.parameters.array)


def test_without_a_selection_it_says_what_to_select(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    told: list[str] = []
    canvas.document.noticed.connect(told.append)
    weights = canvas.view.weight_editing
    for do in (weights.zero, weights.scale, weights.cut_or_restore):
        do()
    assert len(told) == 3
    assert canvas.document.undo_stack.count() == 0


def test_locks_stay_visible_when_a_column_is_summarised(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 1)
    canvas.show_start()
    canvas.clicks("neuron", 0, 39)
    canvas.view.weight_editing.lock_or_unlock()
    assert len(canvas.view.diagram_scene.lock_places) == 1
