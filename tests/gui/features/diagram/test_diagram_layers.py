"""Copying, cutting, pasting, duplicating, removing and moving layers and neurons; what keeps its weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from gui.document import commands
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.items.drop_marker_item import DropMarkerItem
from tests.gui.features.diagram.canvas import LEFT, Canvas, MakeCanvas

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def start(canvas: Canvas) -> np.ndarray:
    parameters = canvas.document.project.parameters
    assert parameters is not None
    return parameters.array


def test_a_unit_more_keeps_the_weights_on_screen(canvas: Canvas) -> None:
    shown = canvas.show_start().snapshot.parameters
    canvas.clicks("more_units", 0)
    assert np.array_equal(start(canvas)[:15].reshape(3, 5)[:, :4], shown[:12].reshape(3, 4))
    assert np.array_equal(start(canvas)[15:19], shown[12:16])
    canvas.document.undo_stack.undo()
    assert canvas.document.project.parameters is None


def test_delete_removes_that_very_neuron(canvas: Canvas) -> None:
    shown = canvas.show_start().snapshot.parameters
    canvas.clicks("neuron", 0, 1)
    canvas.presses(Key.Key_Delete)
    assert canvas.sizes == (2, 3, 1)
    assert np.array_equal(start(canvas)[:9].reshape(3, 3), np.delete(shown[:12].reshape(3, 4), 1, axis=1))
    assert canvas.view.selected == Target("neuron", 0, 1)


def test_delete_removes_all_selected_neurons_and_layers_as_one_step(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 5, 1, width=900)
    canvas.clicks("neuron", 0, 0)
    for kind, layer, unit in (("neuron", 2, 4), ("layer", 1, None)):
        canvas.qtbot.mouseClick(canvas.view.viewport(), LEFT, CTRL, canvas.at(kind, layer, unit))
    canvas.presses(Key.Key_Delete)
    assert canvas.sizes == (2, 2, 4, 1)
    canvas.document.undo_stack.undo()
    assert canvas.sizes == (2, 3, 4, 5, 1)


def test_inputs_stay_and_say_why(canvas: Canvas) -> None:
    told: list[str] = []
    canvas.document.noticed.connect(told.append)
    canvas.clicks("neuron", -1, 0)
    canvas.presses(Key.Key_Delete)
    assert canvas.sizes == (2, 4, 1)
    assert "follow the data" in told[0]


def test_a_copied_layer_is_pasted_after_the_selected_one(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 1, activation="relu")
    canvas.show_start()
    canvas.clicks("layer", 0)
    canvas.view.building.copy_layers()
    canvas.clicks("layer", 1)
    canvas.view.building.paste_layers()
    assert canvas.sizes == (2, 3, 4, 3, 1)
    assert canvas.document.project.network.layers[2].activation == "relu"
    assert canvas.view.selection.layers == (2,)


def test_cutting_and_pasting_several_layers(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 5, 1, width=900)
    canvas.show_start()
    canvas.clicks("layer", 0)
    canvas.qtbot.mouseClick(canvas.view.viewport(), LEFT, CTRL, canvas.at("layer", 1))
    canvas.view.building.cut_layers()
    assert canvas.sizes == (2, 5, 1)
    canvas.clicks("layer", 0)
    canvas.view.building.paste_layers()
    assert canvas.sizes == (2, 5, 3, 4, 1)
    assert canvas.view.selection.layers == (1, 2)


def test_a_duplicate_stands_behind_its_layer_with_its_weights_where_they_fit(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 3, 1)
    shown = canvas.show_start().snapshot.parameters
    canvas.clicks("neuron", 1, 2)
    canvas.view.building.duplicate_layers()
    assert canvas.sizes == (2, 3, 3, 3, 1)
    assert np.array_equal(start(canvas)[21:33], shown[9:21])


@pytest.mark.parametrize("text", ["", "2-4-1"])
def test_other_things_on_the_clipboard_are_refused_with_a_sentence(canvas: Canvas, text: str) -> None:
    told: list[str] = []
    canvas.document.noticed.connect(told.append)
    QGuiApplication.clipboard().setText(text)
    canvas.view.building.paste_layers()
    assert canvas.sizes == (2, 4, 1)
    assert "no layer" in told[0]


def test_a_softmax_layer_pasted_among_the_hidden_ones_says_that_it_has_sigmoid_units(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 2)
    commands.set_activation(canvas.document, 1, "softmax")
    canvas.show_start()
    told: list[str] = []
    canvas.document.noticed.connect(told.append)
    canvas.clicks("layer", 1)
    canvas.view.building.copy_layers()
    canvas.view.building.paste_layers()
    assert [layer.activation for layer in canvas.document.project.network.layers] == ["tanh", "sigmoid", "softmax"]
    assert told == ["Softmax belongs to the output layer; among the hidden layers the copy has sigmoid units."]


def test_an_empty_clipboard_is_refused_with_the_same_sentence(canvas: Canvas) -> None:
    told: list[str] = []
    canvas.document.noticed.connect(told.append)
    QGuiApplication.clipboard().clear()
    canvas.view.building.paste_layers()
    assert canvas.sizes == (2, 4, 1)
    assert "no layer" in told[0]


@pytest.mark.parametrize("begin", [("layer", 1), ("connection", 1, 0, 0), None])
@pytest.mark.parametrize("change", ["remove", "undo"])
def test_a_network_that_changes_under_a_drag_ends_it(
    make_canvas: MakeCanvas, begin: tuple[str, int] | None, change: str
) -> None:
    canvas = make_canvas(2, 3, 1)
    canvas.show_start()
    canvas.view.building.add_layer(1)
    canvas.show_start()
    canvas.clicks("layer", 2)
    viewport, at = canvas.view.viewport(), QPoint(4, 200) if begin is None else canvas.at(*begin)
    canvas.qtbot.mousePress(viewport, LEFT, pos=at)
    for step in (20, 40):
        canvas.qtbot.mouseMove(viewport, at + QPoint(step, step))
    if change == "remove":
        canvas.view.building.remove_layers((1,))
    while change == "undo" and len(canvas.sizes) > 3:
        canvas.document.undo_stack.undo()
    canvas.qtbot.mouseRelease(viewport, LEFT, pos=at + QPoint(40, 40))
    assert canvas.sizes == (2, 3, 1)
    assert all(target.layer < 2 for target in canvas.view.selection.targets)
    assert canvas.view.diagram_scene.readout == ""


def test_alt_and_an_arrow_move_the_layer_as_far_as_it_goes(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 5, 1, width=900)
    canvas.clicks("neuron", 0, 1)
    for sizes in ((2, 4, 3, 5, 1), (2, 4, 5, 3, 1), (2, 4, 5, 3, 1)):
        canvas.qtbot.keyClick(canvas.view, Key.Key_Right, ALT)
        assert canvas.sizes == sizes
    canvas.qtbot.keyClick(canvas.view, Key.Key_Left, ALT)
    assert canvas.sizes == (2, 4, 3, 5, 1)


def drags_layer(canvas: Canvas, layer: int, to: int) -> QPoint:
    """Press on a layer's name and go to another column, in steps; the button stays down."""
    viewport, first, last = canvas.view.viewport(), canvas.at("layer", layer), canvas.at("layer", to)
    canvas.qtbot.mousePress(viewport, LEFT, pos=first)
    for step in range(1, 9):
        canvas.qtbot.mouseMove(viewport, first + (last - first) * step / 8)
    return last


def marker(canvas: Canvas) -> DropMarkerItem | None:
    found = [item for item in canvas.view.diagram_scene.items() if isinstance(item, DropMarkerItem)]
    return found[0] if found else None


def shift_of(canvas: Canvas, layer: int) -> float:
    return canvas.view.diagram_scene.items_of(layer).neurons.pos().x()


@pytest.mark.parametrize(("layer", "to", "sizes"), [(0, 2, (2, 4, 5, 3, 1)), (2, 0, (2, 5, 3, 4, 1))])
def test_a_dragged_layer_stays_where_it_is_let_go(
    make_canvas: MakeCanvas, layer: int, to: int, sizes: tuple[int, ...]
) -> None:
    canvas = make_canvas(2, 3, 4, 5, 1, width=900)
    canvas.show_start()
    before = canvas.document.project
    end = drags_layer(canvas, layer, to)
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=end)
    assert canvas.sizes == sizes
    assert canvas.view.selection.layers == (to,)
    assert marker(canvas) is None
    assert [shift_of(canvas, place) for place in range(3)] == [0, 0, 0]
    canvas.document.undo_stack.undo()
    assert canvas.document.project == before


def test_the_neighbours_of_a_dragged_layer_make_room_around_the_marker(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 5, 1, width=900)
    columns = [canvas.view.shown.layout.column(layer) for layer in range(3)]
    drags_layer(canvas, 0, 1)
    pitch = columns[1].x - columns[0].x
    assert [round(shift_of(canvas, layer) - shift) for layer, shift in ((0, pitch), (1, -pitch), (2, 0))] == [0, 0, 0]
    shown = marker(canvas)
    assert shown is not None
    assert shown.rect.center().x() == pytest.approx(columns[1].x)
    assert canvas.sizes == (2, 3, 4, 5, 1), "nothing has happened before it is let go"
    canvas.presses(Key.Key_Escape)
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=canvas.at("layer", 1))
    assert canvas.sizes == (2, 3, 4, 5, 1)
    assert marker(canvas) is None
    assert [shift_of(canvas, layer) for layer in range(3)] == [0, 0, 0]


def test_an_edit_during_a_drag_ends_it(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 5, 1, width=900)
    end = drags_layer(canvas, 0, 2)
    commands.remove_layer(canvas.document, 1)
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=end)
    assert canvas.sizes == (2, 3, 5, 1)
    assert marker(canvas) is None


def test_inputs_and_outputs_cannot_be_dragged(canvas: Canvas) -> None:
    end = drags_layer(canvas, 1, 0)
    assert marker(canvas) is None
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=end)
    assert canvas.sizes == (2, 4, 1)


def test_the_plus_stands_out_while_the_mouse_is_between_its_columns(canvas: Canvas) -> None:
    def sign() -> str:
        plus = canvas.at("add_layer", 1)
        return canvas.colour_at(plus + QPoint(3, 0)).name()

    plus, viewport = canvas.at("add_layer", 1), canvas.view.viewport()
    canvas.qtbot.mouseMove(viewport, canvas.at("neuron", -1, 0))
    quiet = sign()
    canvas.qtbot.mouseMove(viewport, QPoint(plus.x(), canvas.view.height() - 50))
    assert sign() != quiet


@pytest.mark.parametrize("kind", ["neuron", "layer"])
def test_delete_after_ctrl_a_leaves_inputs_and_outputs(make_canvas: MakeCanvas, kind: str) -> None:
    canvas = make_canvas(2, 3, 4, 1)
    canvas.clicks(kind, 0, 0 if kind == "neuron" else None)
    canvas.qtbot.keyClick(canvas.view, Key.Key_A, CTRL)
    canvas.presses(Key.Key_Delete)
    assert canvas.sizes == (2, 1)


def test_a_layer_alone_is_not_dragged(canvas: Canvas) -> None:
    end = drags_layer(canvas, 0, 1)
    assert marker(canvas) is None
    canvas.qtbot.mouseRelease(canvas.view.viewport(), LEFT, pos=end)
    assert canvas.sizes == (2, 4, 1)


def test_a_drag_goes_on_beyond_the_edge_of_a_wide_picture(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, *[3] * 10, 7, 1)
    canvas.clicks("layer", -1)
    viewport, start_at = canvas.view.viewport(), canvas.at("layer", 0)
    before = canvas.view.scrolled.x()
    canvas.qtbot.mousePress(viewport, LEFT, pos=start_at)
    edge = QPoint(viewport.width() - 4, start_at.y())
    for step in range(40):
        canvas.qtbot.mouseMove(viewport, edge + QPoint(step % 2, 0))
    assert canvas.view.scrolled.x() > before
    canvas.qtbot.mouseRelease(viewport, LEFT, pos=edge)
    assert canvas.view.selection.current_layer is not None
    assert canvas.view.selection.current_layer > 5


def test_a_drag_says_what_letting_go_does(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 3, 4, 1)
    told: list[str] = []
    canvas.view.hovered.connect(told.append)
    drags_layer(canvas, 0, 1)
    assert told[-1] == "Let go: Hidden layer 1 becomes Hidden layer 2. Esc leaves it in its place."
    canvas.presses(Key.Key_Escape)
    assert told[-1] == "", "nothing is hovered or selected, as before"
