"""Building a network by mouse, menu and key: what the document holds afterwards, and that it can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from gui.document import commands
from gui.features.diagram.geometry.target import Target
from tests.gui.features.diagram.canvas import Canvas, MakeCanvas, project_of

Key = Qt.Key

# Menus pop up; the off-screen platform remarks that it has no window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def layer_menu(canvas: Canvas, point: QPoint) -> QMenu:
    """The menu that a right click at `point` opens."""
    where = canvas.view.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
    QApplication.sendEvent(canvas.view.viewport(), event)
    menu = canvas.view.findChild(QMenu, "layer_menu")
    assert menu is not None
    return menu


def chosen(menu: QMenu, name: str) -> None:
    """Trigger the action called `name` and close the menu."""
    action = next(action for action in menu.actions() if action.objectName() == name)
    assert action.isEnabled()
    menu.setActiveAction(action)
    action.trigger()
    menu.close()


@pytest.mark.parametrize(("index", "sizes"), [(0, (2, 3, 4, 1)), (1, (2, 4, 3, 1))])
def test_the_plus_between_two_columns_adds_a_hidden_layer_there(
    canvas: Canvas, index: int, sizes: tuple[int, ...]
) -> None:
    canvas.clicks("add_layer", index)
    assert canvas.sizes == sizes
    assert canvas.view.selection.current_layer == index
    canvas.document.undo_stack.undo()
    assert canvas.sizes == (2, 4, 1)


def test_the_cross_removes_a_hidden_layer_down_to_a_perceptron(canvas: Canvas) -> None:
    canvas.clicks("remove_layer", 0)
    assert canvas.sizes == (2, 1)
    with pytest.raises(KeyError):
        canvas.at("remove_layer", 0)
    canvas.clicks("add_layer", 0)
    assert canvas.sizes == (2, 3, 1)


def test_plus_and_minus_on_a_column_change_its_units(canvas: Canvas) -> None:
    canvas.clicks("more_units", 0)
    canvas.clicks("more_units", 0)
    assert canvas.sizes == (2, 6, 1)
    canvas.clicks("fewer_units", 0)
    assert canvas.sizes == (2, 5, 1)


def test_a_layer_keeps_its_last_unit(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 1, 1)
    canvas.clicks("fewer_units", 0)
    assert canvas.sizes == (2, 1, 1)


def test_the_output_layers_buttons_do_nothing_and_say_why(canvas: Canvas) -> None:
    told: list[str] = []
    canvas.view.hovered.connect(told.append)
    canvas.clicks("more_units", 1)
    assert canvas.sizes == (2, 4, 1)
    assert "because the data set asks for it" in told[0]


def test_the_activation_menu_opens_from_the_column_and_changes_the_layer(canvas: Canvas) -> None:
    canvas.clicks("activation", 0)
    menu = canvas.view.findChild(QMenu, "activation_menu")
    assert menu is not None
    assert menu.isVisible()
    checked = [action.data() for action in menu.actions() if action.isChecked()]
    assert checked == ["tanh"]
    chosen(menu, "activation_relu")
    assert canvas.document.project.network.layers[0].activation == "relu"
    canvas.document.undo_stack.undo()
    assert canvas.document.project.network.layers[0].activation == "tanh"


def test_softmax_is_offered_to_outputs_of_several_units_only(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 4, 3)
    offered = {}
    for layer in (0, 1):
        canvas.clicks("activation", layer)
        menu = canvas.view.findChildren(QMenu, "activation_menu")[-1]
        offered[layer] = {action.data() for action in menu.actions()}
        menu.close()
    assert "softmax" in offered[1]
    assert "softmax" not in offered[0]


def test_a_right_click_on_a_column_offers_what_can_be_done_with_it(canvas: Canvas) -> None:
    chosen(layer_menu(canvas, canvas.at("neuron", 0, 2)), "layer_add_before")
    assert canvas.sizes == (2, 3, 4, 1)


def test_the_menu_of_a_connection_types_its_weight(canvas: Canvas) -> None:
    canvas.show_start()
    chosen(layer_menu(canvas, canvas.at("connection", 1, 0, 2)), "edit_value")
    assert canvas.view.findChild(QLineEdit, "inline_editor") is not None


def test_keys_walk_through_layers_and_neurons(canvas: Canvas) -> None:
    canvas.presses(Key.Key_Right)
    assert canvas.view.selected == Target("neuron", -1, 0)
    canvas.presses(Key.Key_Right, Key.Key_Down)
    first = canvas.view.selected
    assert first is not None
    assert first.layer == 0
    canvas.presses(Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert canvas.view.selected == Target("layer", 0)
    canvas.presses(Key.Key_Right)
    assert canvas.view.selected == Target("layer", 1)
    canvas.presses(Key.Key_Right, Key.Key_Escape)
    assert canvas.view.selected is None


def test_shift_and_down_goes_through_a_neurons_bias_and_connections(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 1)
    seen = []
    for _ in range(4):
        canvas.presses(Key.Key_Down, shift=True)
        seen.append(canvas.view.selected)
    assert seen == [
        Target("connection", 0, 1, 0),
        Target("connection", 0, 1, 1),
        Target("bias", 0, 1),
        Target("connection", 0, 1, 0),
    ]


def test_keys_add_remove_and_change_layers(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 0)
    canvas.presses(Key.Key_A)
    assert canvas.sizes == (2, 4, 3, 1)
    canvas.presses(Key.Key_Plus, Key.Key_Plus, Key.Key_Minus)
    assert canvas.sizes == (2, 4, 4, 1)
    canvas.presses(Key.Key_Delete)
    assert canvas.sizes == (2, 4, 1)
    canvas.presses(Key.Key_Insert)
    assert canvas.sizes == (2, 4, 3, 1)


def test_space_is_left_to_the_window(canvas: Canvas) -> None:
    spaces: list[int] = []
    parent_keys = canvas.view.keyPressEvent

    def watch(event: object) -> None:
        parent_keys(event)  # type: ignore[arg-type]
        spaces.append(event.isAccepted())  # type: ignore[attr-defined]

    canvas.view.keyPressEvent = watch  # type: ignore[assignment,method-assign]
    canvas.presses(Key.Key_Space)
    assert spaces == [False]


def test_the_selection_goes_with_its_layer(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 3)
    canvas.clicks("add_layer", 0)
    canvas.clicks("neuron", 1, 3)
    canvas.document.undo_stack.undo()
    assert canvas.view.selected == Target("neuron", 0, 3)
    canvas.presses(Key.Key_Minus)
    assert canvas.view.selected == Target("layer", 0)


def test_a_double_click_on_the_count_types_the_number_of_units(canvas: Canvas) -> None:
    canvas.double_clicks("units", 0)
    editor = canvas.view.findChild(QLineEdit, "inline_editor")
    assert editor is not None
    canvas.qtbot.keyClicks(editor, "300")
    canvas.qtbot.keyClick(editor, Key.Key_Return)
    assert canvas.sizes == (2, 4, 1)
    editor.clear()
    canvas.qtbot.keyClicks(editor, "7")
    canvas.qtbot.keyClick(editor, Key.Key_Return)
    assert canvas.sizes == (2, 7, 1)


def test_the_methods_for_the_menu_bar_work_on_the_selection(canvas: Canvas) -> None:
    canvas.view.add_layer_after_selection()
    assert canvas.sizes == (2, 4, 3, 1)
    canvas.view.more_units()
    assert canvas.sizes == (2, 4, 4, 1)
    canvas.view.remove_selected_layer()
    canvas.view.fewer_units()
    assert canvas.sizes == (2, 3, 1)


def test_what_cannot_be_removed_says_so(canvas: Canvas) -> None:
    told: list[str] = []
    canvas.document.noticed.connect(told.append)
    canvas.clicks("neuron", 1, 0)
    canvas.presses(Key.Key_Delete, Key.Key_Plus)
    assert canvas.sizes == (2, 4, 1)
    assert len(told) == 2


def test_an_edit_of_the_training_leaves_zoom_and_selection_alone(canvas: Canvas) -> None:
    canvas.clicks("neuron", 0, 1)
    canvas.view.zoom(2.0)
    commands.change_network(canvas.document, initial_range=0.25)
    commands.add_point(canvas.document, (0.25, 0.5), 1)
    assert not canvas.view.is_fitted
    assert canvas.view.selected == Target("neuron", 0, 1)


def test_another_project_begins_without_a_selection(canvas: Canvas) -> None:
    changes: list[int | None] = []
    canvas.clicks("neuron", 0, 1)
    canvas.view.selection_changed.connect(lambda: changes.append(canvas.view.selection.current_layer))
    canvas.document.load(project_of(2, 3, 3, 1))
    assert changes == [None]
    canvas.clicks("remove_layer", 1)
    assert canvas.sizes == (2, 3, 1)


def test_quick_clicks_on_plus_all_count(canvas: Canvas) -> None:
    point = canvas.at("more_units", 0)
    for _ in range(2):
        canvas.qtbot.mouseClick(canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        canvas.qtbot.mouseDClick(canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        canvas.qtbot.mouseRelease(canvas.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert canvas.sizes == (2, 8, 1)


def test_a_button_let_go_elsewhere_does_nothing(canvas: Canvas) -> None:
    viewport = canvas.view.viewport()
    canvas.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=canvas.at("remove_layer", 0))
    canvas.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=canvas.at("neuron", 0, 0))
    assert canvas.sizes == (2, 4, 1)


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down])
def test_shift_and_an_arrow_begin_a_walk_where_nothing_is_selected(canvas: Canvas, key: Qt.Key) -> None:
    canvas.presses(key, shift=True)
    assert canvas.view.selected == Target("neuron", -1, 0)


def test_a_deep_network_scrolls_rather_than_shrinks_beyond_reading(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, *[3] * 11, 1)
    assert canvas.view.transform().m11() >= 0.7
    area = canvas.view.viewport().rect()
    for layer in (10, 0, 5):
        assert area.contains(canvas.at("more_units", layer))
        canvas.clicks("more_units", layer)
        assert canvas.sizes[layer + 1] == 4
    canvas.clicks("layer", -1)
    canvas.presses(*[Qt.Key.Key_Right] * 11)
    assert canvas.view.selected == Target("layer", 10)
    shown = canvas.view.mapToScene(area).boundingRect()
    assert shown.contains(canvas.view.shown.layout.column(10).control("name").center())


def test_fitting_shows_the_whole_of_a_deep_network(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, *[3] * 11, 1)
    canvas.view.fit()
    shown = canvas.view.mapToScene(canvas.view.viewport().rect()).boundingRect()
    for column in canvas.view.shown.layout.columns:
        assert shown.contains(column.header.center())
