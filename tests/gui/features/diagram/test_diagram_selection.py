"""Selecting several things: clicks with Ctrl and Shift, a rubber band, keys."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, Qt

from gui.document import commands
from gui.features.diagram.geometry.target import Target
from tests.gui.features.diagram.canvas import LEFT, Canvas, MakeCanvas

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def neurons(layer: int, units: Iterable[int]) -> set[Target]:
    return {Target("neuron", layer, unit) for unit in units}


def clicks_with(canvas: Canvas, modifier: Qt.KeyboardModifier, kind: str, layer: int, unit: int | None = None) -> None:
    canvas.qtbot.mouseClick(canvas.view.viewport(), LEFT, modifier, canvas.at(kind, layer, unit))


def drags(canvas: Canvas, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    begins_drag(canvas, start, end, modifier)
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, modifier, end)


def begins_drag(canvas: Canvas, start: QPoint, end: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    viewport = canvas.view.viewport()
    canvas.qtbot.mousePress(viewport, LEFT, modifier, start)
    for step in range(1, 6):
        canvas.qtbot.mouseMove(viewport, start + (end - start) * step / 5)


def frame(canvas: Canvas, layer: int, first: int, last: int) -> tuple[QPoint, QPoint]:
    """Corners of a frame that touches neurons `last` up to `first`, from the paper below the column."""
    below = QPoint(canvas.at("neuron", layer, last).x() - 30, canvas.at("neuron", layer, last).y() + 44)
    return below, canvas.at("neuron", layer, first) + QPoint(4, 0)


def test_ctrl_click_takes_in_and_out(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 0)
    clicks_with(canvas, CTRL, "neuron", 1, 0)
    clicks_with(canvas, CTRL, "layer", 0)
    assert canvas.view.selection.targets == {Target("neuron", 0, 0), Target("neuron", 1, 0), Target("layer", 0)}
    assert canvas.view.selected == Target("layer", 0)
    clicks_with(canvas, CTRL, "neuron", 1, 0)
    assert canvas.view.selection.targets == {Target("neuron", 0, 0), Target("layer", 0)}


def test_shift_click_takes_everything_in_between(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 3)
    clicks_with(canvas, SHIFT, "neuron", 0, 1)
    assert canvas.view.selection.targets == neurons(0, (1, 2, 3))
    canvas.clicks("layer", -1)
    clicks_with(canvas, SHIFT, "layer", 1)
    assert canvas.view.selection.layers == (-1, 0, 1)


def test_a_click_on_one_of_several_selects_it_alone(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 0)
    clicks_with(canvas, SHIFT, "neuron", 0, 3)
    canvas.clicks("neuron", 0, 2)
    assert canvas.view.selection.targets == neurons(0, (2,))


def test_a_frame_over_paper_selects_the_neurons_it_touches(canvas: Canvas) -> None:
    drags(canvas, *frame(canvas, 0, 1, 3))
    assert canvas.view.selection.targets == neurons(0, (1, 2, 3))
    drags(canvas, *frame(canvas, 1, 0, 0), modifier=CTRL)
    assert canvas.view.selection.targets == neurons(0, (1, 2, 3)) | neurons(1, (0,))


def test_with_shift_a_frame_can_begin_on_a_connection(canvas: Canvas) -> None:
    drags(canvas, canvas.at("connection", 0, 0, 0), canvas.at("neuron", 0, 0) - QPoint(0, 8), modifier=SHIFT)
    assert canvas.view.selection.targets == neurons(0, (0,))


def test_a_frame_between_the_columns_selects_the_connections_it_crosses(canvas: Canvas) -> None:
    left, right = canvas.at("neuron", -1, 0), canvas.at("neuron", 0, 0)
    middle = (left.x() + right.x()) // 2
    drags(canvas, QPoint(middle - 8, canvas.at("neuron", 0, 0).y() - 30), QPoint(middle + 8, canvas.view.height() - 50))
    assert canvas.view.selection.targets == {Target("connection", 0, unit, i) for unit in range(4) for i in range(2)}


def test_escape_during_a_drag_brings_the_selection_back(canvas: Canvas) -> None:
    canvas.clicks("neuron", 1, 0)
    start, end = frame(canvas, 0, 1, 3)
    begins_drag(canvas, start, end)
    assert canvas.view.selection.targets == neurons(0, (1, 2, 3))
    canvas.presses(Key.Key_Escape)
    canvas.qtbot.mouseMove(canvas.view.viewport(), end + QPoint(9, 9))
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=end)
    assert canvas.view.selection.targets == {Target("neuron", 1, 0)}


def test_ctrl_a_selects_all_of_the_kind_that_is_selected(canvas: Canvas) -> None:
    def everything() -> frozenset[Target]:
        canvas.qtbot.keyClick(canvas.view, Key.Key_A, CTRL)
        return canvas.view.selection.targets

    assert everything() == neurons(-1, range(2)) | neurons(0, range(4)) | neurons(1, range(1))
    canvas.clicks("layer", 0)
    assert everything() == {Target("layer", 0), Target("layer", 1)}
    canvas.clicks("bias", 0, 2)
    assert len(everything()) == 5
    canvas.clicks("connection", 1, 0, 2)
    assert len(everything()) == 12
    assert canvas.view.selected == Target("connection", 1, 0, 2)
    assert canvas.sizes == (2, 4, 1), "Ctrl+A is not A, which adds a layer"


def test_ctrl_shift_and_arrows_take_the_next_thing_in(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 0)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right):
        canvas.qtbot.keyClick(canvas.view, key, CTRL | SHIFT)
    assert canvas.view.selection.targets == neurons(0, (0, 1, 2)) | neurons(1, (0,))


def test_the_middle_button_scrolls_and_selects_nothing(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, *[3] * 11, 1)
    canvas.clicks("layer", -1)
    viewport, start = canvas.view.viewport(), canvas.at("neuron", 0, 0)
    canvas.qtbot.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=start)
    canvas.qtbot.mouseMove(viewport, start - QPoint(60, 0))
    canvas.qtbot.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=start - QPoint(60, 0))
    assert canvas.view.horizontalScrollBar().value() - canvas.view.horizontalScrollBar().minimum() == 60
    assert canvas.view.selection.targets == {Target("layer", -1)}


def test_what_is_selected_goes_with_its_layer_and_tells_when_it_changes(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 0)
    clicks_with(canvas, SHIFT, "neuron", 0, 3)
    told: list[frozenset[Target]] = []
    canvas.view.selection.changed.connect(lambda: told.append(canvas.view.selection.targets))
    commands.add_layer(canvas.document, 0)
    assert told == [neurons(1, range(4))]
    commands.set_units(canvas.document, 1, 2)
    assert told[1:] == [neurons(1, range(2))]


@pytest.mark.parametrize("kind", ["neuron", "bias"])
def test_every_selected_thing_is_marked(canvas: Canvas, kind: str) -> None:
    canvas.show_start()
    places = [canvas.at(kind, 0, unit) for unit in (1, 2)]
    before = canvas.view.viewport().grab().toImage()
    canvas.view.selection.replace({Target(kind, 0, 1), Target(kind, 0, 2)})
    after = canvas.view.viewport().grab().toImage()
    for place in places:
        around_it = [(place.x() + dx, place.y() + dy) for dx in range(-40, 41) for dy in range(-8, 9)]
        assert any(before.pixelColor(x, y) != after.pixelColor(x, y) for x, y in around_it)
