"""The sample table under the keyboard and the mouse: cells, rows, the clipboard, the order of the rows."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
from engine.data.datasets import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.document.document import Document
from gui.features.samples.sample_panel import SamplePanel
from gui.features.samples.sample_table import SampleTable

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MakeFrame = Callable[..., Frame]


class Hand:
    """Someone who types and clicks in the table of a panel."""

    def __init__(self, qtbot: QtBot, panel: SamplePanel, document: Document) -> None:
        self.qtbot, self.panel, self.document = qtbot, panel, document
        table = panel.findChild(SampleTable, "sample_table")
        assert table is not None
        self.table: SampleTable = table
        table.window().activateWindow()
        table.setFocus()

    def at(self, row: int, column: int) -> QPoint:
        return self.table.visualRect(self.table.model().index(row, column)).center()

    def clicks(self, row: int, column: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.mouseClick(self.table.viewport(), LEFT, modifier, self.at(row, column))

    def double_clicks(self, row: int, column: int) -> None:
        self.clicks(row, column)
        self.qtbot.mouseDClick(self.table.viewport(), LEFT, pos=self.at(row, column))

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.entry or self.table, key, modifier)

    def types(self, text: str) -> None:
        """Type over what stands in the open field, or begin to type in the current cell."""
        if self.entry is not None:
            self.entry.selectAll()
            self.qtbot.keyClicks(self.entry, text)
            return
        self.qtbot.keyClick(self.table, text[0])
        assert self.entry is not None
        self.qtbot.keyClicks(self.entry, text[1:])

    def enters(self, text: str) -> None:
        self.types(text)
        self.presses(Qt.Key.Key_Return)

    def clicks_header(self, column: int) -> None:
        header = self.table.horizontalHeader()
        at = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
        self.qtbot.mouseClick(header.viewport(), LEFT, pos=at)

    def chooses(self, entry: str) -> None:
        """Take an entry of the table's menu."""
        self.table.customContextMenuRequested.emit(self.at(0, 1))
        (menu,) = (menu for menu in self.panel.findChildren(QMenu, "sample_menu") if menu.isVisible())
        action = next(action for action in menu.actions() if action.objectName() == f"sample_menu_{entry}")
        assert action.isEnabled(), entry
        action.trigger()
        menu.close()

    @property
    def entry(self) -> QLineEdit | None:
        """The open field."""
        found = [field for field in self.table.findChildren(QLineEdit, "sample_entry") if field.isVisible()]
        return found[-1] if found else None

    @property
    def reason(self) -> str:
        labels = self.reasons
        return labels[-1].text() if labels else ""

    @property
    def reasons(self) -> list[QLabel]:
        """The labels on show that say why an entry cannot be taken."""
        labels = self.table.window().findChildren(QLabel, "sample_entry_reason")
        return [label for label in labels if label.isVisible()]

    @property
    def rows(self) -> list[list[float]]:
        """Inputs and targets of all samples, in the order of training."""
        data = self.document.dataset
        return np.vstack(
            [np.hstack([data.inputs, data.targets]), np.hstack([data.test_inputs, data.test_targets])]
        ).tolist()

    def shown(self, column: int) -> list[str]:
        model = self.table.model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.fixture
def hand(qtbot: QtBot, sample_panel: SamplePanel, document: Document) -> Hand:
    return Hand(qtbot, sample_panel, document)


@pytest.fixture
def flowers(document: Document) -> None:
    """Three classes by name; the last two samples are for testing."""
    spec = DatasetSpec(
        "custom",
        inputs=FrozenArray([[3.0, 2.0], [1.0, 4.0], [2.0, 6.0]]),
        targets=FrozenArray(np.eye(3)),
        test_inputs=FrozenArray([[7.0, 8.0], [9.0, 10.0]]),
        test_targets=FrozenArray([[1.0, 0, 0], [0, 1.0, 0]]),
        target_names=("setosa", "versicolor", "virginica"),
    )
    commands.set_dataset(document, spec)
    document.undo_stack.clear()


# ---------------------------------------------------------------------- cells


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


def test_space_gives_a_target_the_next_class(hand: Hand, flowers: None) -> None:
    hand.clicks(4, 3)
    for label in ([0, 0, 1], [1, 0, 0], [0, 1, 0]):
        hand.presses(Qt.Key.Key_Space)
        assert hand.rows[4][2:] == label
    hand.clicks(3, 1)
    hand.presses(Qt.Key.Key_Space)
    assert hand.document.undo_stack.count() == 3, "an input has no next one"


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


# ---------------------------------------------------------------------- rows


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


# ---------------------------------------------------------------------- the clipboard


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


# ---------------------------------------------------------------------- order


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
