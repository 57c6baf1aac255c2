"""This module defines the content of the evaluation tab: headlines, matrices, figures and exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.analysis.evaluation import ClassReport, Report, ValueReport
from gui.features.evaluation.confusion_view import ConfusionView
from gui.features.evaluation.figures_model import FigureRow, FiguresModel
from gui.features.evaluation.region_line import RegionLine
from gui.features.evaluation.texts import TEST, TRAINING, headline, set_name
from gui.toolkit.buttons import TableButton
from gui.toolkit.look import wear
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

PARTS = (TRAINING, TEST)


class EvaluationContent(View, QWidget):
    """Shows reports by the name of the set. `cell_chosen`: set, target, decided; `column_chosen`: of the outputs."""

    cell_chosen = Signal(str, int, int)
    column_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports: dict[str, Report] = {}
        self._names: tuple[str, ...] = ()
        self._model = FiguresModel(self)
        self._build(theme)
        self.apply_theme(theme)
        self.retranslate()

    def show_reports(self, reports: Mapping[str, Report], names: tuple[str, ...]) -> None:
        """Show `reports`; `names` are those of the classes or of the outputs."""
        self._reports, self._names = dict(reports), names
        self.hint.setVisible(False)
        self._show()

    def show_hint(self, text: str) -> None:
        """Show nothing but why there is nothing to show."""
        self._reports = {}
        self.hint.setText(text)
        self.hint.setVisible(True)
        self._show()

    def show_columns(self, names: Sequence[str], column: int) -> None:
        """Offer the outputs called `names` where each is a decision of its own; none hides the choice."""
        if [self.columns.itemText(index) for index in range(self.columns.count())] != list(names):
            self.columns.clear()
            self.columns.addItems(list(names))
        self.columns.setCurrentIndex(column)
        self.columns.setVisible(bool(names))

    def show_note(self, text: str) -> None:
        """Say which samples were chosen, in the place of the explanation."""
        self._note.setText(text or self._explanation())
        self._note.setToolTip(self._note.text())

    def apply_theme(self, theme: Theme) -> None:
        self._top.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(2))
        self._top.setSpacing(theme.px(6))
        self._note.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(2))
        self._matrix_row.setContentsMargins(theme.px(6), theme.px(2), theme.px(6), 0)
        self._matrix_row.setSpacing(theme.px(14))
        self.table.apply_theme(theme)
        for view in self.matrices.values():
            view.apply_theme(theme)

    def retranslate(self) -> None:
        for button, text, tip in (
            (self.matrix_button, self.tr("Matrix"), self.tr("Confusion matrix: which classes are taken for which")),
            (self.figures_button, self.tr("Per class"), self.tr("Precision, recall and F1 of every class")),
            (self.copy_button, self.tr("Copy"), self.tr("Copy all figures with every digit, for a spreadsheet")),
            (self.export_button, self.tr("CSV …"), self.tr("Save all figures as a CSV file")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self.columns.setAccessibleName(self.tr("Output whose decisions are counted"))
        self.columns.setToolTip(self.columns.accessibleName())
        self.table.setAccessibleName(self.tr("Figures of every class or output"))
        self.show_note("")
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # ------------------------------------------------------------------ building

    def _build(self, theme: Theme) -> None:
        self.headlines = {part: self._label(f"evaluation_{part}") for part in PARTS}
        self.columns = QComboBox(self)
        self.columns.setObjectName("evaluation_column")
        self.columns.activated.connect(self.column_chosen)
        self.matrix_button, self.figures_button = self._button("evaluation_matrix"), self._button("evaluation_figures")
        self.copy_button, self.export_button = self._button("evaluation_copy"), self._button("evaluation_export")
        switch = QButtonGroup(self)
        for button in (self.matrix_button, self.figures_button):
            button.setCheckable(True)
            switch.addButton(button)
        self.matrix_button.setChecked(True)
        switch.buttonToggled.connect(lambda _button, _on: self._show())
        self._top = QHBoxLayout()
        heads = QVBoxLayout()
        heads.setSpacing(0)
        self.region = RegionLine(self)
        self.region.said.connect(self._show_heads)
        for label in (*self.headlines.values(), self.region):
            heads.addWidget(label)
        self._top.addLayout(heads, 1)
        for widget in (self.columns, self.matrix_button, self.figures_button, self.copy_button, self.export_button):
            self._top.addWidget(widget)
        self.hint = self._label("evaluation_hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table = PlainTable("evaluation_table", self._model, theme, self)
        self.table.verticalHeader().hide()
        self._note = self._label("evaluation_note")
        wear(self._note, caption=True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._matrix_page(theme))
        self._pages.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self.hint, 1)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._note)

    def _matrix_page(self, theme: Theme) -> QScrollArea:
        inside = QWidget()
        self.matrices = {part: ConfusionView(f"confusion_{part}", theme, inside) for part in PARTS}
        for part, view in self.matrices.items():
            view.chosen.connect(lambda target, decided, part=part: self.cell_chosen.emit(part, target, decided))
        self._matrix_row = QHBoxLayout(inside)
        for view in self.matrices.values():
            self._matrix_row.addWidget(view, 1)
        area = QScrollArea(self)
        area.setObjectName("evaluation_scroll")
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _button(self, name: str) -> TableButton:
        button = TableButton(self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        reports = self._reports
        self._pages.setVisible(bool(reports))
        classes = {part: report for part, report in reports.items() if isinstance(report, ClassReport)}
        for button in (self.matrix_button, self.figures_button):
            button.setVisible(bool(classes))
        for button in (self.copy_button, self.export_button):
            button.setEnabled(bool(reports))
        self._show_heads()
        for part, view in self.matrices.items():
            report = classes.get(part)
            view.setVisible(report is not None)
            if report is not None:
                view.show_report(report, self._names, set_name(part))
        is_matrix = bool(classes) and self.matrix_button.isChecked()
        if classes and not is_matrix:
            self._show_class_figures(classes)
        elif reports and not classes:
            values = {part: report for part, report in reports.items() if isinstance(report, ValueReport)}
            self._show_value_figures(values)
        self._arrange()
        self._pages.setCurrentIndex(0 if is_matrix else 1)
        self._note.setVisible(is_matrix)

    def _show_heads(self) -> None:
        """The regions in numbers take the place of the line that says that there are no test samples."""
        for part, label in self.headlines.items():
            _write(label, headline(part, self._reports.get(part)) if self._reports else "")
            if self._reports.get(part) is None and self.region.whole:
                label.hide()

    def _arrange(self) -> None:
        """The matrices stand side by side, or one below the other where there is no room."""
        needed = sum(view.minimumSizeHint().width() for view in self.matrices.values() if not view.isHidden())
        fits = needed + self._matrix_row.spacing() * 3 < self.width()
        directions = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._matrix_row.setDirection(directions[0 if fits else 1])

    def _show_class_figures(self, reports: Mapping[str, ClassReport]) -> None:
        names = self.tr("Precision"), self.tr("Recall"), self.tr("F1"), self.tr("Samples")
        columns = {part: (report.precision, report.recall, report.f1) for part, report in reports.items()}
        rows = [
            FigureRow(
                name,
                tuple(float(columns[part][figure][k]) for figure in range(3) for part in reports)
                + tuple(int(report.support[k]) for report in reports.values()),
            )
            for k, name in enumerate(self._names)
        ]
        macro = tuple(report.macro(columns[part][figure]) for figure in range(3) for part, report in reports.items())
        totals = tuple(report.n_samples for report in reports.values())
        rows.append(FigureRow(self.tr("mean"), macro + totals))
        self._fill(self.tr("Class"), names, list(reports), rows)

    def _show_value_figures(self, reports: Mapping[str, ValueReport]) -> None:
        names = self.tr("RMSE"), self.tr("MAE"), self.tr("R²")
        rows = [
            FigureRow(name, tuple(float(figure[k]) for figure in _figures(reports)))
            for k, name in enumerate(self._names)
        ]
        if len(self._names) > 1:
            overall = [report.overall for report in reports.values()]
            rows.append(FigureRow(self.tr("overall"), tuple(part[k] for k in range(3) for part in overall)))
        self._fill(self.tr("Output"), names, list(reports), rows)

    def _fill(self, first: str, names: Sequence[str], parts: Sequence[str], rows: Sequence[FigureRow]) -> None:
        short = {TRAINING: self.tr("training"), TEST: self.tr("test")}
        heads = [first, *(f"{name}\n{short[part]}" if len(parts) > 1 else name for name in names for part in parts)]
        self._model.show_rows(heads, rows)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def _explanation(self) -> str:
        return self.tr("Blue: right, orange: wrong, by share of the row. Click a cell to mark its samples.")


def _figures(reports: Mapping[str, ValueReport]) -> list[NDArray[np.float64]]:
    """RMSE, then MAE, then R², each of every set in turn."""
    every = list(reports.values())
    return [*(report.rmse for report in every), *(report.mae for report in every), *(report.r2 for report in every)]


def _write(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
        label.setToolTip(text)
    label.setVisible(bool(text))
