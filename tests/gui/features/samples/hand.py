"""Hands that type and click in the sample table."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
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
