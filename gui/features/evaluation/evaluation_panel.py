"""This module defines the evaluation tab; it evaluates the newest moment only while it is on show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.analysis.evaluation import ClassReport, Report, decided_classes, evaluate, target_classes
from engine.analysis.frame import Frame
from engine.project.project import Project
from engine.spec.errors import EngineError
from gui.document.document import Document
from gui.features.evaluation.texts import TEST, TRAINING, cell_sentence, set_name
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.class_marks import class_names
from gui.words.error_text import error_text
from gui.words.notation import Notation

if TYPE_CHECKING:
    from engine.export.csv_lines import Line
    from gui.features.evaluation.evaluation_content import EvaluationContent

LEAST_WIDTH = 250  # of a matrix on paper, so that its heading is whole


class EvaluationPanel(View, QWidget):
    """Built when it is first shown.

    `samples_chosen`: indices of the samples of a cell, training samples first, then test samples.
    `export_wanted`: the user asks for a file to `export` to; `failed` says why it could not be written.
    """

    samples_chosen = Signal(object)  # NDArray of int
    export_wanted = Signal()
    failed = Signal(str)

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("evaluation_panel")
        self._document, self._themes, self._notation = document, themes, notation
        self._frame: Frame | None = None
        self._reports: dict[str, Report] = {}
        self._column = 0
        self.content: EvaluationContent | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        document.changed.connect(self._on_document_changed)
        notation.changed.connect(self._show)
        self.follow_themes(themes)

    @property
    def reports(self) -> dict[str, Report]:
        """What is on show, by the name of the set."""
        return dict(self._reports)

    def show_frame(self, frame: Frame) -> None:
        """Evaluate the network of `frame`; while hidden, when shown."""
        self._frame = frame
        if self.isVisible():
            self._show()

    def picture(self) -> OffscreenPicture | None:
        """The confusion matrices as they are now, for paper; None while there are none."""
        views = [] if self.content is None else [view for view in self.content.matrices.values() if not view.isHidden()]
        makers = [make for view in views if (make := view.copy_maker()) is not None]
        if not (makers and self._reports):
            return None
        hints = [view.sizeHint() for view in views]
        size = QSize(sum(max(hint.width(), LEAST_WIDTH) for hint in hints), max(hint.height() for hint in hints))
        return OffscreenPicture(
            self.tr("Confusion matrix"), size, lambda theme: [make(theme) for make in makers], False
        )

    def copy(self) -> None:
        """Put all figures on the clipboard, cells between tabs."""
        from engine.export.csv_lines import as_text

        QGuiApplication.clipboard().setText(as_text(self._lines(), "\t"))

    def export(self, path: str) -> None:
        """Write all figures to the CSV file at `path`."""
        from engine.export.csv_lines import save_lines

        try:
            save_lines(self._lines(), Path(path))
        except EngineError as error:
            self.failed.emit(error_text(error))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.content is None:
            self._build()
        self._show()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Evaluation"))
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        if self.content is not None:
            self.content.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def _build(self) -> None:
        from gui.features.evaluation.evaluation_content import EvaluationContent

        self.content = EvaluationContent(self._themes.theme, self)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.content)
        self.content.cell_chosen.connect(self._on_content_cell_chosen)
        self.content.column_chosen.connect(self._on_content_column_chosen)
        self.content.copy_button.clicked.connect(self.copy)
        self.content.export_button.clicked.connect(self.export_wanted)

    def _show(self) -> None:
        content, data = self.content, self._document.dataset
        if content is None:
            return
        self._column = min(self._column, data.n_outputs - 1)
        content.show_columns(self._output_names() if data.task == "columns" else (), self._column)
        self._reports = self._evaluated(self._column)
        content.region.show_frame(self._frame if self._reports else None, data)
        if self._reports:
            content.show_reports(self._reports, self._names())
        else:
            content.show_hint(self._why_nothing())

    def _why_nothing(self) -> str:
        if self._document.dataset.n_samples + self._document.dataset.n_test_samples == 0:
            return self.tr("There are no samples to evaluate.")
        return self.tr("No answers of this network to these samples yet.")

    def _names(self) -> tuple[str, ...]:
        data = self._document.dataset
        return self._output_names() if data.task == "values" else class_names(data)

    def _output_names(self) -> tuple[str, ...]:
        """The data's own names of the targets, else the symbols of the outputs."""
        data = self._document.dataset
        plain = tuple(f"d{k + 1}" for k in range(data.n_outputs)) if data.n_outputs > 1 else ("d",)
        if data.target_names != plain:
            return data.target_names
        symbols = [self._notation.neuron(0, k, 1) for k in range(data.n_outputs)]
        return tuple(symbols) if data.n_outputs > 1 else (symbols[0][:-1],)

    def _lines(self) -> list[Line]:
        """All figures; of outputs that are decisions of their own, those of each."""
        from engine.export.evaluation_table import evaluation_lines

        data = self._document.dataset
        if data.task != "columns":
            return evaluation_lines(self._reports, self._names())
        lines: list[Line] = []
        for column, name in enumerate(self._output_names()):
            lines += [("output", name), *evaluation_lines(self._evaluated(column), self._names()), ()]
        return lines

    def _evaluated(self, column: int) -> dict[str, Report]:
        """The reports on the newest moment, where it is of this project."""
        data, frame = self._document.dataset, self._frame
        if frame is None or frame.network != self._document.project.network:
            return {}
        reports = {
            TRAINING: evaluate(data, frame.outputs, data.raw_targets, column),
            TEST: evaluate(data, frame.test_outputs, data.raw_test_targets, column),
        }
        return {part: report for part, report in reports.items() if report is not None}

    # ------------------------------------------------------------------ what happens

    def _on_content_cell_chosen(self, part: str, target: int, decided: int) -> None:
        report, frame, data = self._reports.get(part), self._frame, self._document.dataset
        if self.content is None or frame is None or not isinstance(report, ClassReport):
            return
        outputs, targets = (
            (frame.outputs, data.raw_targets) if part == TRAINING else (frame.test_outputs, data.raw_test_targets)
        )
        is_here = (target_classes(data, targets, self._column) == target) & (
            decided_classes(data, outputs, self._column) == decided
        )
        places = np.flatnonzero(is_here)
        sentence = f"{set_name(part)}: {cell_sentence(report, self._names(), target, decided)}"
        self.content.show_note(sentence)
        self.samples_chosen.emit(places + (0 if part == TRAINING else data.n_samples))

    def _on_content_column_chosen(self, column: int) -> None:
        self._column = column
        self._show()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self._column = 0
            if self.content is not None:
                self.content.show_note("")
        if self.isVisible():
            self._show()
