"""Shape the data: which features the network sees, scaled or not, and which samples are for testing; one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.data.column_names import shown_input
from engine.data.dataset import Dataset
from engine.project.edits import Shape, set_shape, shape_of
from gui.document import commands
from gui.document.document import Document
from gui.features.shaping.feature_list import FeatureList
from gui.features.shaping.formula_entry import FormulaEntry
from gui.features.shaping.shape_fields import ShapeFields
from gui.features.shaping.shape_texts import remarks_text, seen_text, split_text
from gui.features.shaping.word_fields import WordFields
from gui.toolkit.background_job import Background
from gui.toolkit.buttons import name_button, primary_button
from gui.toolkit.dialogs.form_dialog import FormDialog, button_row, plain_text, set_margins
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager


class ShapeDialog(FormDialog):
    """Open it with `open()`. What the choices lead to is worked out beside the window and shown; OK makes it so."""

    usual_size = QSize(780, 560)

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("shape_dialog", themes, parent)
        self._document = document
        self._before = shape_of(document.project.dataset)
        self._outcome: Dataset | None = document.dataset
        self._problem = self._remarks = ""
        self._is_confirmed = False  # OK was clicked before it was known what comes of it
        self._background = Background("perceptra-shape", self)
        self.set_up()

    @property
    def shape(self) -> Shape:
        """What is chosen now."""
        chosen = self.features.chosen
        keeps = self._keeps.isChecked() or not chosen
        return self.words.shape(self.fields.shape(replace(self._before, features=chosen, keeps_inputs=keeps)))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Shape the data"))
        names = [shown_input(name) for name in self._document.dataset.raw_input_names]
        few = ", ".join(names if len(names) <= 3 else [names[0], "…", names[-1]])
        self._word_title.setText(self.tr("Words"))
        self._feature_title.setText(self.tr("Derived features"))
        self.features.setAccessibleName(self.tr("Derived features"))
        self.features.setToolTip(self.tr("Tick what the network is to see; the little map shows it over the data"))
        self._keeps.setText(self.tr("Besides, the inputs themselves: {names}").format(names=few))
        self._keeps.setAccessibleName(self._keeps.text())
        self._keeps.setToolTip(self.tr("Off: the network sees the derived features alone"))
        self._split_title.setText(self.tr("Scaling, split and noise"))
        self._result_title.setText(self.tr("What comes of it"))
        name_button(self._ok, self.tr("OK"), self.tr("Shape the data so, as one step"))
        name_button(self._cancel, self.tr("Cancel"), self.tr("Leave the data as they are"))
        self._show_outcome()

    def apply_theme(self, theme: Theme) -> None:
        set_margins(self._whole, theme)
        self._columns.setSpacing(theme.px(20))
        for column in (self._left, self._right):
            column.setSpacing(theme.px(6))
        self.words.apply_theme(theme)

    def done(self, result: int) -> None:
        self._background.cancel()
        super().done(result)

    # ------------------------------------------------------------------ making

    def _make_parts(self) -> None:
        data, themes = self._document.dataset, self._themes
        self.features = FeatureList(data, self._before.features, themes.theme, self)
        self.formula = FormulaEntry(data, themes, self)
        self._keeps = QCheckBox(self)
        self._keeps.setObjectName("shape_keeps_inputs")
        self._keeps.setChecked(self._before.keeps_inputs)
        self.words = WordFields(data, self)
        self.fields = ShapeFields(self._document.project.dataset, self._before, data.task == "values", self)
        self._titles = self._word_title, self._feature_title, self._split_title, self._result_title = (
            *(QLabel(self) for _ in range(4)),
        )
        self._word_title.setVisible(self.words.has_words)
        for title in self._titles:
            wear(title, letters="strong")
        self._result, self._split = plain_text("shape_result", self), plain_text("shape_split", self)
        for label in (self._result, self._split):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._ok, self._cancel = primary_button("shape_ok", self), QPushButton(self)
        self._cancel.setObjectName("shape_cancel")
        self._cancel.setAutoDefault(False)

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for part in (self._feature_title, self.features, self.formula, self._keeps):
            left.addWidget(part, 1 if part is self.features else 0)
        for field in (self._split_title, self.fields, self._result_title, self._split, self._result):
            right.addWidget(field, 1 if field is self._result else 0)
        columns = QHBoxLayout()
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self._word_title)
        self._whole.addWidget(self.words)
        self._whole.addLayout(columns, 1)
        self._whole.addLayout(button_row(None, self._cancel, self._ok))
        self._columns, self._left, self._right = columns, left, right

    def _connect(self) -> None:
        self.features.changed.connect(self._on_changed)
        self.fields.changed.connect(self._on_changed)
        self.words.changed.connect(self._on_changed)
        self._keeps.toggled.connect(lambda _on: self._on_changed())
        self.formula.added.connect(self.features.add)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(self._on_background_failed)
        self._ok.clicked.connect(self._on_ok_clicked)
        self._cancel.clicked.connect(self.reject)

    # ------------------------------------------------------------------ what comes of it

    def _on_changed(self) -> None:
        """Work out beside the window what the choices lead to."""
        project, shape = self._document.project, self.shape

        def job(_given_up: Callable[[], bool]) -> tuple[Dataset, str]:
            data = set_shape(project, shape).project.dataset.build()
            return data, remarks_text(data)

        self._outcome, self._problem = None, ""
        self._background.submit(job)
        self._show_outcome()

    def _on_background_done(self, found: tuple[Dataset, str]) -> None:
        self._outcome, self._remarks = found
        self._show_outcome()
        if self._is_confirmed:
            self._confirm()

    def _on_background_failed(self, sentence: str) -> None:
        self._problem, self._is_confirmed = sentence, False
        self._show_outcome()

    def _show_outcome(self) -> None:
        self._ok.setEnabled(not self._problem)
        self._keeps.setEnabled(bool(self.features.chosen))
        if self._problem:
            self._split.setText("")
            self._result.setText(self._problem)
        elif self._outcome is not None:  # while it is worked out, what was shown last stays
            self._split.setText("\n".join(filter(None, [split_text(self._outcome), self._remarks])))
            self._result.setText(seen_text(self._outcome, self._document.project))
        wear(self._result, tone="warning" if self._problem else "text")

    def _on_ok_clicked(self) -> None:
        """A number typed just now is taken up by the click itself: then OK waits for what comes of it."""
        self._is_confirmed = True
        if self._outcome is not None:
            self._confirm()

    def _confirm(self) -> None:
        if self.shape != self._before:
            commands.set_shape(self._document, self.shape)
        self.accept()
