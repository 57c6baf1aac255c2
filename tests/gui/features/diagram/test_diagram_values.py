"""Reading and typing weights and biases on the canvas."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from gui.features.diagram.geometry.target import Target
from tests.gui.features.diagram.canvas import Canvas, MakeCanvas, frame_of, project_of

Key = Qt.Key

# 2-4-1: weights (2, 4), biases (4,), weights (4, 1), bias (1,)
PARAMETERS = np.array([0.5, -1.5, 2.0, -0.25, 1.0, 0.75, -2.5, 1.25, 0.1, -0.2, 0.3, -0.4, 1.5, -2.0, 2.5, -3.0, 0.31])


def types(canvas: Canvas, text: str, key: Qt.Key = Key.Key_Return) -> None:
    editor = canvas.view.findChild(QLineEdit, "inline_editor")
    assert editor is not None
    editor.selectAll()
    canvas.qtbot.keyClicks(editor, text)
    canvas.qtbot.keyClick(editor, key)


def sentences(canvas: Canvas) -> list[str]:
    told: list[str] = []
    canvas.view.hovered.connect(told.append)
    return told


def test_a_typed_weight_becomes_the_new_start_and_can_be_undone(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    before = canvas.document.project
    canvas.double_clicks("connection", 0, unit=2, input=1)
    types(canvas, "0.123456789012345")
    expected = PARAMETERS.copy()
    expected[6] = 0.123456789012345
    changed = canvas.document.project.parameters
    assert changed is not None
    assert np.array_equal(changed.array, expected)
    assert canvas.document.undo_stack.undoText() != ""
    canvas.document.undo_stack.undo()
    assert canvas.document.project == before


def test_enter_on_a_selected_bias_types_it(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    canvas.clicks("bias", 0, 3)
    assert canvas.view.selected == Target("bias", 0, 3)
    canvas.presses(Key.Key_Return)
    types(canvas, "-7,5")
    changed = canvas.document.project.parameters
    assert changed is not None
    assert changed.array[11] == -7.5


def test_two_edits_in_a_row_both_hold_before_another_frame_arrives(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    for source, text in ((0, "4"), (1, "5")):
        canvas.double_clicks("connection", 0, unit=0, input=source)
        types(canvas, text)
    changed = canvas.document.project.parameters
    assert changed is not None
    assert (changed.array[0], changed.array[4]) == (4.0, 5.0)


def test_a_threshold_is_typed_as_the_lecture_signs_it(canvas: Canvas) -> None:
    canvas.notation.set_lecture(True)
    canvas.show_start(PARAMETERS)
    canvas.double_clicks("bias", 1, 0)
    types(canvas, "0.75")
    changed = canvas.document.project.parameters
    assert changed is not None
    assert changed.array[16] == -0.75


@pytest.mark.parametrize(("text", "key"), [("abc", Key.Key_Return), ("3", Key.Key_Escape), ("inf", Key.Key_Return)])
def test_nonsense_and_escape_change_nothing(canvas: Canvas, text: str, key: Qt.Key) -> None:
    canvas.show_start(PARAMETERS)
    before = canvas.document.project
    canvas.double_clicks("connection", 0, unit=0, input=0)
    types(canvas, text, key)
    assert canvas.document.project is before


def test_nothing_can_be_typed_before_the_numbers_are_known(canvas: Canvas) -> None:
    canvas.double_clicks("connection", 0, unit=0, input=0)
    assert canvas.view.findChild(QLineEdit, "inline_editor") is None


def test_hovering_a_connection_reads_its_name_and_value(canvas: Canvas) -> None:
    told = sentences(canvas)
    canvas.show_start(PARAMETERS)
    canvas.qtbot.mouseMove(canvas.view.viewport(), canvas.at("connection", 0, unit=2, input=1))
    assert told[-1].startswith("w₂₃⁽¹⁾ = −2.500,")


def test_hovering_a_neuron_reads_its_formula_with_the_numbers_put_in(canvas: Canvas) -> None:
    told = sentences(canvas)
    canvas.show_start(PARAMETERS)
    canvas.qtbot.mouseMove(canvas.view.viewport(), canvas.at("neuron", 0, 1))
    assert told[-1] == "a₂⁽¹⁾ = tanh(−1.500·x₁ + 0.7500·x₂ − 0.2000)"
    canvas.notation.set_lecture(True)
    assert told[-1] == "y₂ = tanh(−1.500·x₁ + 0.7500·x₂ − 0.2000)"


def test_what_is_hovered_is_told_anew_when_a_frame_changes_it(canvas: Canvas) -> None:
    told = sentences(canvas)
    canvas.show_start(PARAMETERS)
    canvas.qtbot.mouseMove(canvas.view.viewport(), canvas.at("bias", 1, 0))
    canvas.show_start(PARAMETERS * 2)
    assert "0.3100" in told[-2]
    assert "0.6200" in told[-1]


def test_a_selected_thing_is_told_to_a_screen_reader(canvas: Canvas) -> None:
    canvas.show_start(PARAMETERS)
    assert canvas.view.accessibleName() == "Network diagram"
    canvas.clicks("connection", 1, unit=0, input=3)
    assert "−3.000" in canvas.view.accessibleDescription()


def test_every_connection_of_an_eight_by_eight_network_can_be_clicked(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 8, 8, 1)
    missed = []
    for layer, (inputs, units) in enumerate([(2, 8), (8, 8), (8, 1)]):
        for source in range(inputs):
            for unit in range(units):
                canvas.clicks("connection", layer, unit, source)
                if canvas.view.selected != Target("connection", layer, unit, source):
                    missed.append((layer, unit, source))
    assert missed == []


def test_a_frame_of_another_network_is_ignored(canvas: Canvas) -> None:
    canvas.view.show_frame(frame_of(project_of(2, 3, 1).network))
    assert canvas.view.shown.values is None


def test_a_tooltip_gives_every_digit(canvas: Canvas) -> None:
    parameters = PARAMETERS.copy()
    parameters[0] = 1.0 / 3.0
    canvas.show_start(parameters)
    at = canvas.at("connection", 0, unit=0, input=0)
    QApplication.sendEvent(
        canvas.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, canvas.view.viewport().mapToGlobal(at))
    )
    canvas.qtbot.waitUntil(lambda: "0.3333333333333333" in QToolTip.text())
