"""This module lists what was decided for the user, a line each, with a button that takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.data.importing import Decision
from gui.toolkit.buttons import TableButton
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.error_text import error_text

_SHOWN_LINES = 4


class DecisionList(View, QScrollArea):
    """`undone` and `redone` tell the decision whose button was pressed."""

    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.setWidget(self._inside)
        self._rows: list[_Row] = []
        self._theme: Theme | None = None

    def show_decisions(self, decisions: Sequence[Decision], undone: Sequence[Decision] = ()) -> None:
        """A line for each decision in force, then for each that was taken back."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [_Row(decision, False, self._inside) for decision in decisions]
        self._rows += [_Row(decision, True, self._inside) for decision in undone]
        for row in self._rows:
            self._layout.addWidget(row)
            row.button.clicked.connect(lambda _checked=False, row=row: self._on_clicked(row))
        self.retranslate()
        if self._theme is not None:
            self.apply_theme(self._theme)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        height = theme.px(28)
        self.setFixedHeight(height * min(len(self._rows), _SHOWN_LINES))
        self.setVisible(bool(self._rows))

    def retranslate(self) -> None:
        for row in self._rows:
            text = error_text(row.decision.text)
            row.label.setText(self.tr("Taken back: {text}").format(text=text) if row.is_undone else text)
            row.label.setToolTip(text)
            row.button.setText(self.tr("Again") if row.is_undone else self.tr("Undo"))
            row.button.setAccessibleName(f"{row.button.text()}: {text}")
            row.button.setToolTip(self.tr("Decide so again") if row.is_undone else self.tr("Take this decision back"))

    def _on_clicked(self, row: _Row) -> None:
        (self.redone if row.is_undone else self.undone).emit(row.decision)


class _Row(QWidget):
    def __init__(self, decision: Decision, is_undone: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.decision, self.is_undone = decision, is_undone
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = TableButton(self)
        self.button.setObjectName("import_undo")
        self.button.setVisible(decision.can_be_undone)
        wear(self.label, tone="muted" if is_undone else "text")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.label, 1)
