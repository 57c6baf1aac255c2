"""By hand in the whole window: lines, weights, runs and tables tell the same."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QTableView

from engine.project.demos import demo
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


def loads(user: User, name: str) -> None:
    """Open an example as the lecture writes it."""
    user.window.document.load(demo(name))
    user.window.appearance.notation.set_lecture(True)
    user.waits_for_views()
    user._qtbot.waitUntil(lambda: user.region.scene.drawn is not None, timeout=25_000)


def drags_line(user: User, start: tuple[float, float], end: tuple[float, float], release: bool = True) -> None:
    """Take a line at `start`, a place of the plane, to `end`."""
    viewport = user.region.viewport()
    first, last = user.region.position_of(*start), user.region.position_of(*end)
    user._qtbot.mousePress(viewport, LEFT, pos=first)
    for step in range(1, 6):
        user._qtbot.mouseMove(viewport, QPoint(first + (last - first) * (step / 5)))
    if release:
        user._qtbot.mouseRelease(viewport, LEFT, pos=last)


def equation(user: User) -> str:
    return str(user.region.lines.strip.rows[0].text)


def outputs(user: User) -> list[float]:
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    model = table.model()
    headers = [model.headerData(k, Qt.Orientation.Horizontal) for k in range(model.columnCount())]
    column = headers.index("o")
    return [model.index(row, column).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def test_from_and_to_or_by_one_drag(user: User) -> None:
    loads(user, "and_by_hand")
    user._qtbot.waitUntil(lambda: outputs(user) == [0, 0, 0, 1], timeout=25_000)
    drags_line(user, (0.75, 0.75), (0.25, 0.25))
    user._qtbot.waitUntil(lambda: outputs(user) == [0, 1, 1, 1], timeout=25_000)
    assert user.action("undo").text().endswith("Move the line of o")
    user.triggers("undo")
    user._qtbot.waitUntil(lambda: outputs(user) == [0, 0, 0, 1], timeout=25_000)
    assert equation(user) == "o: x₁ = −x₂ + 1.5,  x₂ = −x₁ + 1.5,  T = 0.75"


def test_a_weight_typed_into_the_diagram_moves_the_line(user: User) -> None:
    loads(user, "and_by_hand")
    view = user.window.diagram_view
    user._qtbot.mouseDClick(view.viewport(), LEFT, pos=view.position_of("connection", layer=0, unit=0, input=0))
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    user._qtbot.keyClicks(editor, "0.25")
    user._qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert user.project.parameters is not None
    assert user.project.parameters.array.tolist() == [0.25, 0.5, -0.75]
    assert equation(user) == "o: x₁ = −2·x₂ + 3,  x₂ = −0.5·x₁ + 1.5,  T = 0.75"


def test_taking_the_line_during_training_stops_it_where_the_hand_says(user: User) -> None:
    loads(user, "xor_perceptron")
    user.starts_training()
    user._qtbot.waitUntil(lambda: user.window.session.snapshot.epoch > 5, timeout=25_000)
    user.find("region_centre_line")
    user.clicks("region_centre_line")  # the line may be out of the picture just now
    assert user.window.session.state != "training"
    values = user.project.parameters
    assert values is not None
    w1, w2, b = values.array
    assert (w1 + w2) / 2 + b == pytest.approx(0, abs=1e-9)
    user._qtbot.waitUntil(lambda: user.window.session.snapshot.parameters.tolist() == [w1, w2, b], timeout=25_000)


def test_escape_brings_a_run_back_that_a_drag_had_ended(user: User) -> None:
    loads(user, "and")
    user.trains_until(right=4)
    snapshot = user.window.session.snapshot
    trained, epoch = snapshot.parameters.tolist(), snapshot.epoch
    assert epoch > 0
    lines = user.region.lines
    user._qtbot.waitUntil(lambda: [*lines.lines[0].weights, lines.lines[0].bias] == trained, timeout=25_000)
    place = lines._places[0]
    grabbed = place.middle + (place.second - place.first) * 0.2
    across = place.weights * (30 / math.hypot(place.weights.x(), place.weights.y()))
    viewport = user.region.viewport()
    user._qtbot.mousePress(viewport, LEFT, pos=grabbed.toPoint())
    user._qtbot.mouseMove(viewport, (grabbed + across).toPoint())
    assert user.project.parameters is not None
    assert user.project.parameters.array[:2].tolist() == trained[:2]
    user._qtbot.keyClick(user.region.canvas, Qt.Key.Key_Escape)
    user._qtbot.mouseRelease(viewport, LEFT, pos=grabbed.toPoint())
    user._qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == epoch, timeout=25_000)
    assert user.window.session.snapshot.parameters.tolist() == trained
    assert not user.action("redo").isEnabled()


def test_training_a_network_set_by_hand_is_refused_in_the_message_bar(user: User) -> None:
    loads(user, "xor_by_hand")
    user.triggers("train")
    bar = user.window.message_bar
    user._qtbot.waitUntil(lambda: "hidden layer 1" in bar.text, timeout=25_000)
    assert user.window.session.state == "failed"
    drags_line(user, (0.75, 0.25), (0.9, 0.1))
    assert user.project.parameters is not None
    assert user.project.parameters.array[4] > 0.7
    user._qtbot.waitUntil(lambda: user.window.session.state == "idle", timeout=25_000)


def test_arrow_keys_move_the_line_and_train_nothing(user: User) -> None:
    loads(user, "and_by_hand")
    user.region.canvas.setFocus()
    user._qtbot.keyClick(user.region.canvas, Qt.Key.Key_L)
    user._qtbot.keyClick(user.region.canvas, Qt.Key.Key_Right)
    user._qtbot.keyClick(user.region.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert user.window.session.snapshot.epoch == 0
    assert user.project.parameters is not None
    assert user.project.parameters.array.tolist() != [0.5, 0.5, -0.75]


def test_after_a_click_beside_the_line_the_right_arrow_trains_an_epoch(user: User) -> None:
    loads(user, "and_by_hand")
    user._qtbot.mouseClick(user.region.viewport(), LEFT, pos=user.region.position_of(0.0, 1.0))
    user.waits_for_views()
    user._qtbot.keyClick(user.region.canvas, Qt.Key.Key_Right)
    user._qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 1, timeout=25_000)
    assert user.window.session.snapshot.parameters.tolist() == [0.5, 0.5, -0.75], "all are right: nothing to correct"
