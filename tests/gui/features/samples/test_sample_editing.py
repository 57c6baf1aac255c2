"""The sample table under the keyboard and the mouse: cells, rows, the clipboard, the order of the rows."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.features.samples.sample_panel import SamplePanel
from tests.gui.features.samples.hand import CTRL, LEFT, SHIFT, Hand


def test_a_double_click_edits_an_input_and_undo_brings_the_gate_back(hand: Hand, noticed: list[str]) -> None:
    hand.double_clicks(1, 1)
    hand.enters("0.1234567890123456")
    assert hand.rows[1] == [0.1234567890123456, 1.0, 1.0]
    assert hand.document.project.dataset.name == "custom"
    assert "your own" in noticed[-1]
    assert hand.document.undo_stack.count() == 1
    hand.document.undo_stack.undo()
    assert hand.document.project.dataset.name == "xor"
    assert hand.shown(1) == ["0", "0", "1", "1"]


def test_typing_begins_an_entry_and_f2_opens_the_number_in_full(hand: Hand) -> None:
    hand.clicks(2, 2)
    hand.enters("1,5e-3")
    assert hand.rows[2][1] == 0.0015
    hand.presses(Qt.Key.Key_F2)
    assert hand.entry is not None
    assert hand.entry.text() == "0.0015"


def test_the_desired_output_of_a_gate_is_chosen_and_it_stays_a_gate(hand: Hand, noticed: list[str]) -> None:
    hand.double_clicks(3, 3)
    assert hand.entry is not None
    popup = hand.entry.completer().popup()
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["0", "1"]
    hand.enters("1")
    assert (hand.document.project.dataset.name, noticed) == ("or", [])


def test_a_class_is_typed_by_name_or_picked_from_the_list(hand: Hand, flowers: None, qtbot: QtBot) -> None:
    hand.clicks(0, 4)
    hand.enters("versi")
    assert hand.entry is not None
    assert "'versi' is none of setosa, versicolor, virginica" in hand.reason
    hand.enters("versicolor")
    assert hand.rows[0][2:] == [0, 1, 0]
    hand.double_clicks(4, 3)
    assert hand.entry is not None
    popup = hand.entry.completer().popup()
    qtbot.mouseClick(popup.viewport(), LEFT, pos=popup.visualRect(popup.model().index(2, 0)).center())
    qtbot.waitUntil(lambda: hand.rows[4][2:] == [0, 0, 1])
    qtbot.waitUntil(lambda: hand.entry is None)
    assert hand.document.undo_stack.count() == 2


def test_alt_with_up_and_down_gives_a_target_a_neighbouring_class(hand: Hand, flowers: None) -> None:
    hand.clicks(4, 3)
    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    for key, label in ((down, [0, 0, 1]), (down, [1, 0, 0]), (down, [0, 1, 0]), (up, [1, 0, 0]), (up, [0, 0, 1])):
        hand.presses(key, Qt.KeyboardModifier.AltModifier)
        assert hand.rows[4][2:] == label
    hand.clicks(3, 1)
    hand.presses(down, Qt.KeyboardModifier.AltModifier)
    assert hand.document.undo_stack.count() == 5, "an input has no next one"


def test_what_is_no_number_is_marked_with_the_reason_and_not_taken(hand: Hand) -> None:
    hand.clicks(0, 1)
    hand.types("1.2.3")
    entry = hand.entry
    assert entry is not None
    assert (hand.reason, entry.toolTip()) == ("'1.2.3' is not a number.",) * 2
    wrong = entry.grab().toImage()
    hand.presses(Qt.Key.Key_Return)
    assert hand.entry is entry
    assert hand.rows[0] == [0, 0, 0]
    hand.types("1.23")
    assert hand.reason == ""
    assert entry.grab().toImage() != wrong
    hand.presses(Qt.Key.Key_Escape)
    assert hand.entry is None
    assert hand.rows[0] == [0, 0, 0]
    assert hand.document.undo_stack.count() == 0


def _types_no_class_among(hand: Hand, n_classes: int, name: str) -> QLabel:
    """Type what is none of `n_classes` classes called `name`, numbered; returns the label with the reason."""
    names = tuple(f"{name} {number}" for number in range(n_classes))
    one_each = FrozenArray(np.eye(n_classes))
    spec = DatasetSpec("custom", inputs=one_each, targets=one_each, target_names=names)
    commands.set_dataset(hand.document, spec)
    hand.table.setCurrentIndex(hand.table.model().index(0, n_classes + 2))
    hand.types("x")
    (label,) = hand.reasons
    assert label.height() >= label.heightForWidth(label.width())
    return label


def test_a_long_reason_is_broken_into_lines_within_the_table(hand: Hand) -> None:
    label = _types_no_class_among(hand, 5, "a class with a rather long name")
    assert hand.table.viewport().rect().contains(label.geometry())
    assert label.parentWidget() is hand.table.viewport()
    assert label.height() > 2 * label.fontMetrics().height()


def test_a_reason_too_long_for_the_table_stands_whole_over_the_window(hand: Hand) -> None:
    window = hand.table.window()
    window.resize(window.width(), 600)
    label = _types_no_class_among(
        hand, 12, "a class whose name says so much that twelve such names together have no room within the table"
    )
    assert label.parentWidget() is window
    assert window.rect().contains(label.geometry())
    assert label.height() > hand.table.viewport().height()
    hand.presses(Qt.Key.Key_Escape)
    assert hand.reason == ""


def test_leaving_an_entry_that_cannot_be_taken_gives_it_up(hand: Hand) -> None:
    hand.clicks(0, 1)
    hand.types("x")
    hand.clicks(2, 1)
    assert hand.entry is None
    assert hand.reason == ""
    assert hand.document.undo_stack.count() == 0


def test_figures_of_the_network_cannot_be_typed_over(hand: Hand, sample_panel: SamplePanel) -> None:
    hand.double_clicks(1, 4)
    assert hand.entry is None
    hand.qtbot.keyClick(hand.table, "7")
    assert hand.entry is None


def test_test_samples_are_edited_where_they_stand(hand: Hand, flowers: None) -> None:
    hand.double_clicks(3, 1)
    hand.enters("-7")
    assert hand.rows[3] == [-7, 8, 1, 0, 0]
    assert hand.document.dataset.n_test_samples == 2


def test_the_numbers_on_show_are_those_given_not_what_the_network_sees(hand: Hand) -> None:
    spec = DatasetSpec("moons", n_samples=8, noise=0.1, scaling="standardise", features=("x1*x2",))
    commands.set_dataset(hand.document, spec)
    raw = hand.document.dataset.raw_inputs
    shown = [hand.table.model().index(row, 2).data(Qt.ItemDataRole.UserRole) for row in range(8)]
    assert shown == raw[:, 1].tolist()
    hand.double_clicks(3, 2)
    hand.enters("12.5")
    assert hand.document.dataset.raw_inputs[3].tolist() == [raw[3, 0], 12.5]
    assert hand.document.project.dataset.scaling == "standardise"


def test_tab_leads_from_cell_to_cell_and_on_to_the_next_sample(hand: Hand) -> None:
    hand.double_clicks(0, 2)
    hand.types("5")
    hand.presses(Qt.Key.Key_Tab)
    hand.types("1")
    hand.presses(Qt.Key.Key_Tab)
    hand.types("6")
    hand.presses(Qt.Key.Key_Return)
    assert hand.rows[:2] == [[0, 5, 1], [6, 1, 1]]


def test_insert_adds_a_sample_that_is_typed_cell_by_cell_in_one_step(hand: Hand) -> None:
    hand.clicks(1, 1)
    hand.presses(Qt.Key.Key_Insert)
    for text in ("0.5", "0.75", "0"):
        hand.enters(text)
    assert hand.entry is None
    assert hand.rows[4:] == [[0.5, 0.75, 0]]
    assert hand.document.undo_stack.count() == 1
    hand.document.undo_stack.undo()
    assert hand.document.project.dataset.name == "xor"


def test_the_button_adds_a_sample_beside_the_one_chosen(hand: Hand, flowers: None, sample_panel: SamplePanel) -> None:
    hand.clicks(4, 1)
    button = sample_panel.findChild(QWidget, "sample_add")
    assert button is not None
    hand.qtbot.mouseClick(button, LEFT)
    hand.presses(Qt.Key.Key_Escape)
    assert hand.rows[5] == [0, 0, 0, 1, 0]
    assert hand.document.dataset.n_test_samples == 3


def test_delete_removes_the_selected_samples_and_chooses_the_next(hand: Hand, sample_panel: SamplePanel) -> None:
    hand.clicks(1, 1)
    hand.clicks(2, 1, SHIFT)
    hand.presses(Qt.Key.Key_Delete)
    assert hand.rows == [[0, 0, 0], [1, 1, 0]]
    assert hand.table.chosen_samples == [1]
    hand.presses(Qt.Key.Key_Delete)
    assert hand.rows == [[0, 0, 0]]
    hand.document.undo_stack.undo()
    hand.document.undo_stack.undo()
    assert hand.document.project.dataset.name == "xor"


def test_of_several_selected_samples_the_current_one_is_announced(hand: Hand, sample_panel: SamplePanel) -> None:
    heard: list[int] = []
    sample_panel.sample_selected.connect(heard.append)
    hand.clicks(0, 1)
    hand.clicks(2, 1, CTRL)
    hand.clicks(3, 1, SHIFT)
    assert heard == [0, 2, 3]
    sample_panel.show_selected(2)
    assert hand.table.chosen_samples == [0, 2, 3]


def test_a_second_click_lets_go(hand: Hand) -> None:
    hand.clicks(2, 1)
    hand.clicks(2, 1)
    assert hand.table.chosen_samples == []


def test_samples_are_kept_for_testing_from_the_menu(hand: Hand) -> None:
    hand.clicks(1, 1)
    hand.clicks(3, 1, CTRL)
    hand.chooses("to_test")
    assert hand.shown(0) == ["1", "2", "test 1", "test 2"]
    hand.table.clearSelection()
    hand.clicks(2, 1)
    hand.chooses("to_training")
    assert hand.shown(0) == ["1", "2", "3", "test 1"]
    assert hand.rows == [[0, 0, 0], [1, 0, 1], [0, 1, 1], [1, 1, 0]]


@pytest.mark.parametrize("name", ["xnor", "x1", "parity3", "blobs"])
def test_data_that_change_under_an_open_entry_close_it_or_leave_it(hand: Hand, qtbot: QtBot, name: str) -> None:
    commands.set_dataset(hand.document, DatasetSpec("moons", n_samples=8))
    hand.clicks(7, 1)
    hand.types("0.7")
    commands.set_dataset(hand.document, DatasetSpec(name, n_samples=4))
    QApplication.processEvents()
    if (entry := hand.entry) is not None:
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    data = hand.document.dataset
    assert data.n_samples >= 4
    assert hand.entry is None
    hand.document.undo_stack.undo()
    assert hand.table.model().rowCount() == hand.document.dataset.n_samples


def test_the_place_in_a_long_table_stays_when_a_cell_is_edited(hand: Hand) -> None:
    inputs = np.random.default_rng(0).normal(size=(3000, 2))
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray((inputs[:, :1] > 0) * 1.0))
    commands.set_dataset(hand.document, spec)
    QApplication.processEvents()
    hand.table.scrollTo(hand.table.model().index(1500, 1))
    top = hand.table.rowAt(0)
    assert top > 1400
    hand.clicks(1500, 1)
    hand.enters("0.5")
    assert hand.rows[1500][0] == 0.5
    assert hand.table.rowAt(0) == top
    hand.presses(Qt.Key.Key_Delete)
    assert len(hand.rows) == 2999
    assert hand.table.rowAt(0) == top


def test_keys_of_the_table_do_not_reach_the_window(hand: Hand) -> None:
    hand.clicks(1, 1)
    hand.presses(Qt.Key.Key_Space)
    assert hand.entry is None
    assert hand.table.selectionModel().isRowSelected(1, QModelIndex())
    assert QApplication.focusWidget() is hand.table
