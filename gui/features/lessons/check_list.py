"""This module shows the checks of a step, ticked while they are passed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.toolkit.look import wear
from gui.toolkit.theme import Theme


class CheckList(QWidget):
    """Lines with a mark before each: an empty ring while it waits, a tick while it is passed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesson_checks")
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)

    def show_checks(self, checks: Sequence[tuple[str, bool]], theme: Theme) -> None:
        """Write the texts and mark those that are passed."""
        self._make_rows(len(checks))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        for (mark, line), (text, is_passed) in zip(self._rows, checks, strict=True):
            mark.setText("✓" if is_passed else "○")
            wear(mark, letters="strong", tone="right" if is_passed else "muted")
            line.setText(text)
            done, waits = self.tr("done"), self.tr("not yet")
            line.setAccessibleName(f"{text}: {done if is_passed else waits}")
        self.setVisible(bool(checks))

    def _make_rows(self, count: int) -> None:
        while len(self._rows) > count:
            for label in self._rows.pop():
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        while len(self._rows) < count:
            mark, line = QLabel(self), QLabel(self)
            line.setWordWrap(True)
            line.setTextFormat(Qt.TextFormat.PlainText)
            row = len(self._rows)
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, row, 1)
            self._rows.append((mark, line))
