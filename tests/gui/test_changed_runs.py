"""A run that goes on with other data or with weights set by hand says so, marks its curve and can begin anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from engine.project.file.project_file import load
from gui.features.runs.runs_chart import RunsChart
from tests.helpers.bending import drags, waits_for_diagram
from tests.helpers.user import LEFT, User
from tests.helpers.windows import saves

WAIT_MS = 20_000
OFFER = "Begin anew"


def marks(user: User) -> list[tuple[int, str]]:
    """Of the curve on show."""
    return [(mark.epoch, mark.kind) for mark in user.window.error_plot.curve.marks]


def waits_for_marks(user: User, qtbot: QtBot, *expected: tuple[int, str]) -> None:
    qtbot.waitUntil(lambda: marks(user) == list(expected), timeout=WAIT_MS)


def offer(user: User) -> str | None:
    """What the message on show offers; None without a message."""
    button = user.find("message_offer")
    assert isinstance(button, QPushButton)
    return button.text() if button.isVisible() else None


def trained(user: User, epochs: int = 5) -> int:
    """Makes so many passes; returns the epoch on show."""
    goal = user.value("epoch_label") + epochs
    for _ in range(epochs):
        user.triggers("step_epoch")
    user._qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == goal, timeout=WAIT_MS)
    user.waits_for_views()
    user._qtbot.waitUntil(lambda: user.window.session.state == "paused", timeout=WAIT_MS)
    return goal


def dark_columns(image: QImage) -> list[int]:
    """Columns of a light picture of which an upright dashed line takes at least a third."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()]
    dark = (rows < 210).mean(axis=0)  # a line between two columns of pixels is half as dark in both
    return [int(column) for column in np.flatnonzero(dark > 1 / 3)]


def lines_on_show(user: User) -> int:
    """How many upright lines cross the curve, right of its axis."""
    canvas = user.window.error_plot.canvas
    image = canvas.grab(canvas.picture_area().adjusted(3, 0, 0, 0).toRect()).toImage()
    columns = dark_columns(image)
    return sum(1 for one, other in zip([-9, *columns], columns, strict=False) if other - one > 2)


def changes_the_gallery(user: User, qtbot: QtBot) -> None:
    user.picks_data("and")


def adds_a_point(user: User, qtbot: QtBot) -> None:
    user.adds_point(0.5, 0.5, 1)


def drags_a_point(user: User, qtbot: QtBot) -> None:
    user.drags_point((1.0, 1.0), (0.7, 0.8))


def deletes_a_point(user: User, qtbot: QtBot) -> None:
    user.removes_point(1.0, 1.0)


def types_into_a_cell(user: User, qtbot: QtBot) -> None:
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    at = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(table.viewport(), LEFT, pos=at)
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "0.25")
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def changes_the_noise(user: User, qtbot: QtBot) -> None:
    user.types("noise", "0.1")


CHANGES = (
    changes_the_gallery, adds_a_point, drags_a_point, deletes_a_point, types_into_a_cell, changes_the_noise,
)  # fmt: skip


@pytest.mark.parametrize("changes", CHANGES)
def test_other_data_under_a_run_are_said_marked_and_can_be_begun_anew(
    user: User, qtbot: QtBot, changes: Callable[[User, QtBot], None]
) -> None:
    epoch = trained(user)
    weights = user.window.session.snapshot.parameters.copy()
    assert lines_on_show(user) == 0
    changes(user, qtbot)
    assert "data were changed: training goes on with the weights it has" in user.window.message_bar.text
    assert offer(user) == OFFER
    waits_for_marks(user, qtbot, (epoch, "data"))
    assert lines_on_show(user) == 1
    assert user.value("epoch_label") == epoch
    user.clicks("message_offer")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0, timeout=WAIT_MS)
    user.waits_for_views()
    assert marks(user) == []
    assert offer(user) is None
    user.triggers("undo")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == epoch, timeout=WAIT_MS)
    assert np.array_equal(user.window.session.snapshot.parameters, weights)
    waits_for_marks(user, qtbot, (epoch, "data"))
    while user.action("undo").isEnabled():
        user.triggers("undo")
    waits_for_marks(user, qtbot)
    assert user.window.session.snapshot.epoch == epoch


def test_begin_anew_can_be_done_again_after_undo(user: User, qtbot: QtBot) -> None:
    trained(user)
    user.picks_data("and")
    user.clicks("message_offer")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0, timeout=WAIT_MS)
    user.triggers("undo")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 5, timeout=WAIT_MS)
    assert user.action("redo").text().endswith(OFFER)
    user.triggers("redo")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0, timeout=WAIT_MS)
    assert user.window.session.state == "idle"


def test_training_on_with_the_old_weights_is_the_same_run(user: User, qtbot: QtBot) -> None:
    trained(user)
    before = user.window.session.snapshot
    user.picks_data("and")
    assert trained(user) == 10
    assert user.window.session.snapshot.run_id == before.run_id
    assert marks(user) == [(5, "data")]
    user.triggers("undo")  # the data come back to a run that has gone on
    waits_for_marks(user, qtbot, (5, "data"), (10, "data"))
    assert offer(user) == OFFER


def test_what_an_edit_notes_and_the_offer_stand_in_one_message(user: User, qtbot: QtBot) -> None:
    trained(user)
    user.adds_point(0.5, 0.5, 1)
    text = user.window.message_bar.text
    assert "own" in text
    assert text.endswith("and the curve is marked.")
    assert offer(user) == OFFER


def test_a_name_or_a_setting_is_no_change_of_the_data(user: User, qtbot: QtBot) -> None:
    trained(user)
    user.types("learning_rate", "0.25")
    trained(user, 1)
    assert marks(user) == []
    assert offer(user) is None


def test_data_changed_before_any_training_are_not_worth_a_word(user: User) -> None:
    user.picks_data("and")
    user.adds_point(0.5, 0.5, 1)
    assert offer(user) is None
    assert "weights it has" not in user.window.message_bar.text


def test_a_dragged_weight_keeps_epoch_and_curve_and_marks_the_place(user: User, qtbot: QtBot) -> None:
    epoch = trained(user, 8)
    old = user.window.error_plot.curve.last.copy()
    waits_for_diagram(user, qtbot)
    drags(user, qtbot, 60, layer=0, unit=1, input=0)
    waits_for_marks(user, qtbot, (epoch, "weights"))
    assert user.value("epoch_label") == epoch
    assert np.array_equal(user.window.error_plot.curve.last, old)
    assert not user.window.error_plot.earlier_runs.lines
    assert lines_on_show(user) == 1
    assert "weights were set by hand" in user.window.message_bar.text
    assert user.project.parameters is not None
    user.waits_for_views()
    start = user.project.parameters.array
    assert np.array_equal(user.window.session.snapshot.parameters, start)
    trained(user, 3)
    assert user.value("epoch_label") == epoch + 3
    user.triggers("undo")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == epoch, timeout=WAIT_MS)
    waits_for_marks(user, qtbot)


def test_reset_after_a_dragged_weight_leads_back_to_what_the_hand_set(user: User, qtbot: QtBot) -> None:
    trained(user)
    waits_for_diagram(user, qtbot)
    drags(user, qtbot, 60, layer=0, unit=1, input=0)
    assert user.project.parameters is not None
    trained(user)
    user.triggers("reset")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0, timeout=WAIT_MS)
    assert np.array_equal(user.window.session.snapshot.parameters, user.project.parameters.array)


def test_locking_a_weight_in_training_lets_it_go_on_without_a_mark(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    qtbot.waitUntil(lambda: user.value("epoch_label") > 20, timeout=WAIT_MS)
    view = user.window.diagram_view
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.position_of("connection", layer=1, unit=0, input=2))
    view.weight_editing.lock_or_unlock()
    assert user.project.locked is not None
    place = int(np.flatnonzero(user.project.locked.array)[0])
    qtbot.waitUntil(lambda: user.value("epoch_label") > 60, timeout=WAIT_MS)
    held = user.window.session.snapshot.parameters[place]
    epoch = user.value("epoch_label")
    qtbot.waitUntil(lambda: user.value("epoch_label") > epoch + 30, timeout=WAIT_MS)
    assert user.window.session.state == "training"
    assert user.window.session.snapshot.parameters[place] == held
    user.pauses()
    assert marks(user) == []


def test_marks_are_saved_restored_and_listed(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    trained(user)
    user.picks_data("and")
    trained(user)
    user.triggers("keep_run")
    user.window.tables.show_table("runs")
    table = user.find("runs_table")
    assert isinstance(table, QTableView)
    texts = [str(table.model().index(0, column).data()) for column in range(table.model().columnCount())]
    assert "stopped by hand; data changed" in texts
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(0, 0)).center())
    chart = user.find("runs_chart")
    assert isinstance(chart, RunsChart)
    assert chart.isVisible()
    assert "data changed at epoch 5" in chart.spoken_sentence()
    assert len(dark_columns(chart.grab(QRect(70, 0, chart.width() - 70, chart.height())).toImage())) >= 1
    file = tmp_path / "marked.perceptra"
    user.window.document.path = file
    saves(user, qtbot)
    read = load(file)
    assert read.run is not None
    assert [(mark.epoch, mark.kind) for mark in read.run.marks] == [(5, "data")]
    user.triggers("reset")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0, timeout=WAIT_MS)
    waits_for_marks(user, qtbot)
    assert user.opens_file(file)
    waits_for_marks(user, qtbot, (5, "data"))
    assert lines_on_show(user) == 1
    assert "data changed at epoch 5" in user.window.error_plot.canvas.sentence()


def test_a_drag_of_a_point_in_training_is_a_few_lines_and_training_goes_on(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    qtbot.waitUntil(lambda: user.value("epoch_label") > 30, timeout=WAIT_MS)
    viewport, region = user.region.viewport(), user.region
    first, last = region.position_of(1.0, 1.0), region.position_of(0.6, 0.7)
    qtbot.mousePress(viewport, LEFT, pos=first)
    for step in range(1, 11):
        qtbot.mouseMove(viewport, QPoint(first + (last - first) * (step / 10)))
    qtbot.mouseRelease(viewport, LEFT, pos=last)
    assert user.window.session.state == "training"
    qtbot.waitUntil(lambda: len(marks(user)) >= 1, timeout=WAIT_MS)
    user.pauses()
    assert {kind for _, kind in marks(user)} == {"data"}
    assert 1 <= lines_on_show(user) <= 10
