"""The sample table: a frame's numbers, right and wrong, live and large."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
from engine.data.datasets import DatasetSpec
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.document.document import Document
from gui.features.samples.sample_panel import SamplePanel
from gui.features.samples.sample_summary import SampleSummary
from gui.words.notation import Notation

HORIZONTAL = Qt.Orientation.Horizontal
LEFT = Qt.MouseButton.LeftButton
MakeFrame = Callable[..., Frame]


def _table(panel: SamplePanel) -> QTableView:
    table = panel.findChild(QTableView, "sample_table")
    assert table is not None
    return table


def _row(panel: SamplePanel, row: int, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    model = _table(panel).model()
    return [model.index(row, column).data(role) for column in range(model.columnCount())]


def _headers(panel: SamplePanel) -> list[object]:
    model = _table(panel).model()
    return [model.headerData(column, HORIZONTAL) for column in range(model.columnCount())]


def _text(panel: SamplePanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def test_before_the_first_frame_the_samples_stand_without_outputs(sample_panel: SamplePanel) -> None:
    assert _row(sample_panel, 1) == ["2", "0", "1", "1", "–", "–", "–"]
    assert _text(sample_panel, "summary_train_right") == "right –"


def test_a_frame_fills_outputs_errors_and_verdicts(sample_panel: SamplePanel, make_frame: MakeFrame) -> None:
    sample_panel.show_frame(make_frame([0.12, 0.727, 0.734, 0.615]))
    assert _row(sample_panel, 0) == ["1", "0", "0", "0", "0.1200", "0.007200", "right"]
    assert _row(sample_panel, 3) == ["4", "1", "1", "0", "0.6150", "0.1891", "wrong"]
    assert _row(sample_panel, 3, Qt.ItemDataRole.UserRole)[4:] == [0.615, 0.5 * 0.615**2, False]
    assert _text(sample_panel, "summary_train_right") == "right 3 of 4 (75 %)"
    assert _text(sample_panel, "summary_train_sum") == "summed error 0.2690"
    assert _text(sample_panel, "summary_train_mean") == "mean error 0.06724"


def test_full_precision_is_a_tooltip_away(sample_panel: SamplePanel, make_frame: MakeFrame) -> None:
    sample_panel.show_frame(make_frame([1 / 3, 0.5, 0.5, 0.5]))
    assert _row(sample_panel, 0, Qt.ItemDataRole.ToolTipRole)[4] == repr(1 / 3)


def test_figures_stand_at_the_right(sample_panel: SamplePanel) -> None:
    alignments = _row(sample_panel, 0, Qt.ItemDataRole.TextAlignmentRole)
    right = int(Qt.AlignmentFlag.AlignRight.value)
    assert all(int(alignment) & right for alignment in alignments[:-1])  # type: ignore[call-overload]


def test_right_and_wrong_differ_by_picture_and_colour(
    sample_panel: SamplePanel, make_frame: MakeFrame, document: Document
) -> None:
    table = _table(sample_panel)
    sample_panel.show_frame(make_frame([0.1, 0.9, 0.9, 0.9]))
    model = table.model()
    last = model.columnCount() - 1
    pictures = [table.viewport().grab(table.visualRect(model.index(row, last))).toImage() for row in (0, 3)]
    colours = [model.index(row, last).data(Qt.ItemDataRole.ForegroundRole) for row in (0, 3)]
    assert pictures[0] != pictures[1]
    assert colours[0] != colours[1]


def test_headers_follow_the_notation(sample_panel: SamplePanel, notation: Notation) -> None:
    assert _headers(sample_panel) == ["#", "x₁", "x₂", "t", "ŷ", "error", "right?"]
    notation.set_lecture(True)
    assert _headers(sample_panel) == ["#", "x₁", "x₂", "d", "o", "error", "right?"]
    model = _table(sample_panel).model()
    for column in range(model.columnCount()):
        assert model.headerData(column, HORIZONTAL, Qt.ItemDataRole.ToolTipRole)


def test_several_outputs_are_numbered(document: Document, sample_panel: SamplePanel, make_frame: MakeFrame) -> None:
    commands.set_dataset(document, DatasetSpec("blobs", n_samples=6, n_classes=3))
    assert _headers(sample_panel)[3:] == ["t₁", "t₂", "t₃", "ŷ₁", "ŷ₂", "ŷ₃", "error", "right?"]
    sample_panel.show_frame(make_frame(document.dataset.targets))
    assert _row(sample_panel, 0)[-1] == "right"


def test_real_valued_targets_have_no_verdict(
    document: Document, sample_panel: SamplePanel, make_frame: MakeFrame
) -> None:
    spec = DatasetSpec("custom", inputs=FrozenArray([[0.0], [1.0], [2.0]]), targets=FrozenArray([[0.25], [3.5], [1.0]]))
    commands.set_dataset(document, spec)
    assert _headers(sample_panel) == ["#", "x₁", "t", "ŷ", "error"]
    sample_panel.show_frame(make_frame([0.25, 1.5, 1.0]))
    assert _row(sample_panel, 1) == ["2", "1", "3.500", "1.500", "2.000"]
    assert _text(sample_panel, "summary_train_right") == "right –"


def test_test_samples_come_last_and_are_told_apart(
    document: Document, sample_panel: SamplePanel, make_frame: MakeFrame
) -> None:
    commands.set_dataset(document, DatasetSpec("moons", n_samples=10, test_share=0.2))
    data = document.dataset
    sample_panel.show_frame(make_frame(data.targets, 1 - data.test_targets))
    assert _row(sample_panel, 8)[0] == "test 1"
    assert _row(sample_panel, 8)[-1] == "wrong"
    assert _row(sample_panel, 0)[-1] == "right"
    assert _text(sample_panel, "summary_test_right") == "right 0 of 2 (0 %)"
    assert _text(sample_panel, "summary_test_sum") == "summed error 1.000"


def test_frames_of_another_network_or_other_data_are_ignored(
    document: Document, sample_panel: SamplePanel, make_frame: MakeFrame
) -> None:
    stale = make_frame([0.1, 0.2, 0.3, 0.4])
    commands.set_units(document, 0, 3)
    sample_panel.show_frame(stale)
    assert _row(sample_panel, 0)[4] == "–"
    fresh = make_frame([0.1, 0.2, 0.3, 0.4])
    sample_panel.show_frame(replace(fresh, outputs=fresh.outputs[:3]))
    assert _row(sample_panel, 0)[4] == "–"
    sample_panel.show_frame(fresh)
    assert _row(sample_panel, 0)[4] == "0.1000"


def test_undo_brings_the_samples_back(document: Document, sample_panel: SamplePanel) -> None:
    commands.set_dataset(document, DatasetSpec("parity3"))
    assert _table(sample_panel).model().rowCount() == 8
    document.undo_stack.undo()
    assert _table(sample_panel).model().rowCount() == 4
    assert _headers(sample_panel)[1:3] == ["x₁", "x₂"]


def test_only_visible_rows_and_live_columns_are_announced_of_many(
    qtbot: QtBot, document: Document, sample_panel: SamplePanel, make_frame: MakeFrame
) -> None:
    count = 100_000
    inputs = np.random.default_rng(0).normal(size=(count, 2))
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray((inputs[:, :1] > 0) * 1.0))
    commands.set_dataset(document, spec)
    table = _table(sample_panel)
    assert table.model().rowCount() == count
    announced: list[tuple[QModelIndex, QModelIndex]] = []
    table.model().dataChanged.connect(lambda first, last, roles: announced.append((first, last)))
    table.scrollToBottom()
    sample_panel.show_frame(make_frame(np.full(count, 0.75)))
    (first, last), *others = announced
    assert not others
    assert last.row() == count - 1
    assert last.row() - first.row() < 40
    assert first.column() == 4
    assert _row(sample_panel, count - 1)[4] == "0.7500"
    assert _row(sample_panel, 0)[4] == "0.7500", "rows out of sight are worked out when asked for"


def test_the_selected_sample_is_announced(qtbot: QtBot, sample_panel: SamplePanel) -> None:
    table = _table(sample_panel)
    with qtbot.waitSignal(sample_panel.sample_selected) as heard:
        qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(2, 1)).center())
    assert heard.args == [2]


def test_an_empty_set_says_how_to_begin(document: Document, sample_panel: SamplePanel) -> None:
    full = sample_panel.grab().toImage()
    empty = DatasetSpec("custom", inputs=FrozenArray(np.empty((0, 2))), targets=FrozenArray(np.empty((0, 1))))
    commands.set_dataset(document, empty)
    assert _table(sample_panel).model().rowCount() == 0
    assert sample_panel.grab().toImage() != full


def test_the_error_of_a_sample_follows_the_loss(
    document: Document, sample_panel: SamplePanel, make_frame: MakeFrame
) -> None:
    commands.change_training(document, loss="cross_entropy")
    sample_panel.show_frame(make_frame([0.5, 0.5, 0.5, 0.5]))
    assert _row(sample_panel, 0)[5] == "0.6931"
    model = _table(sample_panel).model()
    assert "ross-entropy" in str(model.headerData(5, HORIZONTAL, Qt.ItemDataRole.ToolTipRole))


def test_an_output_that_is_not_a_number_is_said_so(sample_panel: SamplePanel, make_frame: MakeFrame) -> None:
    sample_panel.show_frame(make_frame([np.nan, 0.9, 0.9, 0.1]))
    assert _row(sample_panel, 0)[4:] == ["NaN", "NaN", "wrong"]


def test_a_miss_among_many_outputs_is_ringed_beside_its_number(
    document: Document, sample_panel: SamplePanel, make_frame: MakeFrame
) -> None:
    commands.set_dataset(document, DatasetSpec("blobs", n_samples=6, n_classes=3))
    table = _table(sample_panel)
    area = table.visualRect(table.model().index(0, 0))
    pictures = []
    for outputs in (document.dataset.targets, 1 - document.dataset.targets):
        sample_panel.show_frame(make_frame(outputs))
        pictures.append(table.viewport().grab(area).toImage())
    assert pictures[0] != pictures[1]


def test_where_the_counts_have_no_room_the_share_stands_whole(sample_panel: SamplePanel, make_frame: MakeFrame) -> None:
    sample_panel.show_frame(make_frame([0.12, 0.727, 0.734, 0.615]))
    summary = sample_panel.findChild(SampleSummary)
    assert summary is not None
    needed = summary.sizeHint().width()
    summary.resize(needed, summary.height())
    assert _text(sample_panel, "summary_train_right") == "right 3 of 4 (75 %)"
    summary.resize(needed - 1, summary.height())
    assert _text(sample_panel, "summary_train_right") == "right 75 %"
    label = sample_panel.findChild(QLabel, "summary_train_right")
    assert label is not None
    assert label.toolTip() == "right 3 of 4 (75 %)"
