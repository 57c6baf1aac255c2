"""The sample table: rows that go to the clipboard and come from it, and the order in which rows are seen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.features.samples.sample_panel import SamplePanel
from tests.gui.features.samples.hand import CTRL, SHIFT, Hand, MakeFrame


def test_rows_go_to_the_clipboard_and_come_back_bit_by_bit(hand: Hand, qtbot: QtBot) -> None:
    data = DatasetSpec("moons", n_samples=6, noise=0.1, test_share=0.3)
    commands.set_dataset(hand.document, data)
    before = hand.rows
    hand.presses(Qt.Key.Key_A, CTRL)
    hand.presses(Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert [[float(cell) for cell in line.split("\t")] for line in text.splitlines()] == before
    hand.presses(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "x1\tx2\td\n" + text
    hand.chooses("paste_new")
    assert hand.document.dataset.n_samples == 4 + 6
    assert hand.rows[4:10] == before


def test_very_many_rows_are_copied_beside_the_window(hand: Hand, qtbot: QtBot, noticed: list[str]) -> None:
    inputs = np.random.default_rng(0).normal(size=(6000, 2))
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray((inputs[:, :1] > 0) * 1.0))
    commands.set_dataset(hand.document, spec)
    hand.presses(Qt.Key.Key_A, CTRL)
    hand.presses(Qt.Key.Key_C, CTRL)
    qtbot.waitUntil(lambda: noticed[-1] == "6,000 samples copied.")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [[float(cell) for cell in line.split("\t")] for line in lines] == hand.rows


def test_results_are_copied_with_outputs_and_errors(hand: Hand, make_frame: MakeFrame) -> None:
    hand.panel.show_frame(make_frame([0.25, 0.5, 0.75, 1 / 3]))
    hand.clicks(3, 1)
    hand.chooses("copy_results")
    heading, line = QGuiApplication.clipboard().text().splitlines()
    assert heading.split("\t") == ["number", "set", "x1", "x2", "d", "output", "error", "right"]
    assert line.split("\t") == ["4", "train", "1", "1", "0", repr(1 / 3), repr(0.5 * (1 / 3) ** 2), "1"]


def test_a_block_is_pasted_from_the_current_cell_on_and_beyond_the_end(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("x1\tx2\tclass\n0,5\t0,25\t1\n2\t3\t0\n4\t5\t1\n")
    hand.clicks(2, 1)
    hand.presses(Qt.Key.Key_V, CTRL)
    assert hand.rows == [[0, 0, 0], [0, 1, 1], [0.5, 0.25, 1], [2, 3, 0], [4, 5, 1]]
    assert hand.document.undo_stack.count() == 1


def test_a_paste_that_does_not_fit_changes_nothing_and_says_where(hand: Hand, noticed: list[str]) -> None:
    hand.clicks(0, 1)
    for text, place in (("1\t2\t1\n3\tfour\t0\n", "Row 2, column 2"), ("1\t2\t3\t4\n", "4 columns")):
        QGuiApplication.clipboard().setText(text)
        hand.presses(Qt.Key.Key_V, CTRL)
        assert place in noticed[-1]
    assert hand.document.undo_stack.count() == 0
    assert hand.document.project.dataset.name == "xor"


def test_an_empty_table_takes_what_is_pasted(hand: Hand) -> None:
    empty = DatasetSpec("custom", inputs=FrozenArray(np.empty((0, 2))), targets=FrozenArray(np.empty((0, 1))))
    commands.set_dataset(hand.document, empty)
    QGuiApplication.clipboard().setText("1\t2\t0.5\n3\t4\t0.25\n5\t6\t-1.5\n")
    hand.presses(Qt.Key.Key_V, CTRL)
    assert hand.rows == [[1, 2, 0.5], [3, 4, 0.25], [5, 6, -1.5]]
    assert hand.document.dataset.task == "values"


def test_a_click_on_a_heading_sorts_what_is_seen_and_nothing_else(hand: Hand, flowers: None) -> None:
    before, spec = hand.rows, hand.document.project.dataset
    seen = []
    for _ in range(4):
        seen.append(hand.shown(1))
        hand.clicks_header(1)
    assert seen == [["3", "1", "2", "7", "9"], ["1", "2", "3", "7", "9"], ["9", "7", "3", "2", "1"], seen[0]]
    assert (hand.rows, hand.document.project.dataset) == (before, spec)
    tip = hand.table.model().headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "order of training stays" in str(tip)


def test_what_is_chosen_and_typed_in_a_sorted_table_is_the_sample_that_stands_there(
    hand: Hand, flowers: None, sample_panel: SamplePanel
) -> None:
    hand.clicks_header(1)
    with hand.qtbot.waitSignal(sample_panel.sample_selected) as heard:
        hand.clicks(0, 1)
    assert heard.args == [1]
    hand.enters("1.5")
    assert hand.rows[1][:2] == [1.5, 4]
    hand.clicks_header(1)
    assert hand.shown(0) == ["test 2", "test 1", "1", "3", "2"]
    assert hand.table.chosen_samples == [1]
    QGuiApplication.clipboard().setText("10\n20\n")
    hand.clicks(3, 2)
    hand.presses(Qt.Key.Key_V, CTRL)
    assert [row[1] for row in hand.rows] == [2, 20, 10, 8, 10]


def test_rows_sorted_by_error_show_the_worst_first(hand: Hand, make_frame: MakeFrame) -> None:
    hand.panel.show_frame(make_frame([0.1, 0.5, 0.2, 0.9]))
    hand.clicks_header(5)
    hand.clicks_header(5)
    assert hand.shown(0) == ["4", "3", "2", "1"]
    assert hand.shown(4) == ["0.9000", "0.2000", "0.5000", "0.1000"]
    hand.panel.show_frame(make_frame([0.1, 0.6, 0.2, 0.9]))
    assert hand.shown(4) == ["0.9000", "0.2000", "0.6000", "0.1000"], "rows stay while figures change"


def test_a_new_sample_is_sorted_in(hand: Hand, flowers: None) -> None:
    hand.clicks_header(1)
    commands.add_point(hand.document, [2.5, 0.0], 0)
    assert hand.shown(1) == ["1", "2", "2.500", "3", "7", "9"]
    hand.document.undo_stack.undo()
    assert hand.shown(1) == ["1", "2", "3", "7", "9"]


def test_other_data_of_the_same_size_are_sorted_again(hand: Hand) -> None:
    commands.set_dataset(hand.document, DatasetSpec("moons", n_samples=30, seed=1))
    hand.clicks_header(1)
    commands.set_dataset(hand.document, DatasetSpec("moons", n_samples=30, seed=2))
    shown = [hand.table.model().index(row, 1).data(Qt.ItemDataRole.UserRole) for row in range(30)]
    assert shown == sorted(hand.document.dataset.raw_inputs[:, 0].tolist())
