"""This module shows one finding: what it is, why, its figures, and its remedies as buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.analysis.diagnosis.finding import Finding
from gui.features.diagnosis.texts import figure_rows, kind_name, measured_sentence
from gui.toolkit.dialogs.form_dialog import plain_text
from gui.toolkit.look import wear
from gui.toolkit.view import View
from gui.words.error_text import error_text


class FindingView(View, QWidget):
    """`taken` carries the remedy that was clicked, `pointed_out` the finding to be shown in the other views."""

    taken = Signal(object)
    pointed_out = Signal(object)

    def __init__(self, finding: Finding, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        name = f"finding_{place + 1}"
        self.setObjectName(name)
        self._title, self._measured, self._why = (
            plain_text(f"{name}_{part}", self) for part in ("title", "measured", "why")
        )
        wear(self._title, letters="strong")
        self.point_out = QCheckBox(self)
        self.point_out.setObjectName(f"{name}_point_out")
        self.point_out.clicked.connect(lambda on: self.pointed_out.emit(finding if on else None))
        self._remedies = [self._remedy_button(f"{name}_remedy_{k + 1}", k) for k in range(len(finding.remedies))]
        self._figures = QGridLayout()
        self._figures.setColumnStretch(1, 1)
        self._figures.setVerticalSpacing(2)
        self._figures.setHorizontalSpacing(12)
        self._cells: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        for part in (self._title, self._measured, self._why):
            layout.addWidget(part)
        layout.addLayout(self._figures)
        for button in (self.point_out, *self._remedies):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(kind_name(self.finding.kind))
        self._measured.setText(measured_sentence(self.finding))
        self._why.setText(error_text(self.finding.why))
        self.point_out.setText(self.tr("Show it in the window"))
        self.point_out.setToolTip(self.tr("Marks the units, the samples and the stretch of the error curve"))
        for button, remedy in zip(self._remedies, self.finding.remedies, strict=True):
            button.setText(error_text(remedy.label))
        self._write_figures()

    def _remedy_button(self, name: str, index: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.taken.emit(self.finding.remedies[index]))
        return button

    def _write_figures(self) -> None:
        rows = [text for row in figure_rows(self.finding) for text in row]
        while len(self._cells) < len(rows):
            label = QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)  # otherwise a long list of samples cuts everything at the right
            wear(label, caption=len(self._cells) % 2 == 0)
            self._figures.addWidget(label, len(self._cells) // 2, len(self._cells) % 2)
            self._cells.append(label)
        for label, text in zip(self._cells, rows, strict=True):
            label.setText(text)
