"""Numbers that change with every frame: the label asks for no other room, and shows the newest text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.toolkit.labels.steady_label import SteadyLabel


class LayoutRequests(QObject):
    """Counts how often a widget was asked to lay its children out again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def in_a_row(qtbot: QtBot, label: QLabel) -> QWidget:
    row = QWidget()
    qtbot.addWidget(row)
    layout = QHBoxLayout(row)
    layout.addWidget(label)
    layout.addStretch(1)
    row.resize(300, 60)
    row.show()
    qtbot.waitUntil(row.isVisible)
    QApplication.processEvents()
    return row


def picture(label: QLabel) -> QImage:
    return label.grab().toImage()


def test_other_digits_move_nothing_and_longer_numbers_get_room(qtbot: QtBot) -> None:
    label = SteadyLabel("epoch 1,111")
    row = in_a_row(qtbot, label)
    requests, width = LayoutRequests(row), label.width()
    for text in ("epoch 1,112", "epoch 8,888", "epoch 4,000"):
        label.setText(text)
        QApplication.processEvents()
        assert (label.text(), label.width()) == (text, width)
    assert requests.count == 0
    label.setText("epoch 44,000")
    QApplication.processEvents()
    assert requests.count > 0
    assert label.width() > width


@pytest.mark.parametrize("text", ["8,888", "<b>1,112</b>"])
def test_it_paints_what_an_ordinary_label_would(qtbot: QtBot, text: str) -> None:
    steady, usual = SteadyLabel("1,111"), QLabel("1,111")
    rows = [in_a_row(qtbot, label) for label in (steady, usual)]
    for label in (steady, usual):
        label.setTextFormat(steady.textFormat())
        before = picture(label)
        label.setText(text)
        label.setFixedSize(120, 30)
        QApplication.processEvents()
        assert picture(label) != before
    assert picture(steady) == picture(usual)
    assert all(row.isVisible() for row in rows)
