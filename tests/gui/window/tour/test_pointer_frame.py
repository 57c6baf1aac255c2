"""The frame round a control that a lesson names stays where the control is."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.toolkit.theme import LIGHT
from gui.window.pointer_frame import PointerFrame


def test_it_follows_a_control_that_moves_with_what_it_stands_in(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    row = QWidget(page)
    button = QPushButton("Start", row)
    row.resize(200, 60)
    page.resize(300, 200)
    window.resize(400, 300)
    window.show()
    frame = PointerFrame(LIGHT, window)
    frame.point_at(button)

    def offset() -> QPoint:
        return frame.pos() - button.mapTo(window, QPoint(0, 0))

    start = offset()
    for widget in (button, row, page):
        widget.move(20, 30)
        assert offset() == start
    page.hide()
    assert not frame.isVisible()
    frame.point_at(None)
    page.show()
    page.move(0, 0)
    assert not frame.isVisible()
