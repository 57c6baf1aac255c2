"""The data panel: gallery, settings of the chosen set, truth table, and the ways to own samples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from engine.data.dataset import Dataset
from engine.data.datasets import REAL_SETS, DatasetSpec
from engine.data.datasets.recipe import FUNCTION
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from gui.document.commands import set_dataset, set_real_set
from gui.document.document import Document
from gui.features.data.dataset_gallery import DatasetGallery
from gui.features.data.dataset_model import DatasetModel
from gui.features.data.dataset_settings import DatasetSettings
from gui.features.data.dataset_sheet import DatasetSheet
from gui.features.data.truth_table_editor import TruthTableEditor
from gui.toolkit.buttons import name_button
from gui.toolkit.containers.tab_order import join_tab_order
from gui.toolkit.icons import icon
from gui.toolkit.labels.elided_note import ElidedNote
from gui.toolkit.labels.hint_label import HintLabel
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.dataset_choices import CUSTOM, starting_spec, title
from gui.words.error_text import error_text
from gui.words.notation import Notation
from gui.words.preprocessing_text import all_formulas, short_formulas, target_formulas

if TYPE_CHECKING:
    from gui.features.data.function_editor import FunctionEditor

_LOOKED_AT = 200_000  # numbers, a millisecond or two


class DataPanel(View, QWidget):
    """Chooses and shapes the data; each choice is one undoable step."""

    open_table_requested = Signal()
    shape_requested = Signal()

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("data_panel")
        self._document = document
        self._themes = themes
        self._last_own: DatasetSpec | None = None
        self._model = DatasetModel(self)
        self._gallery = DatasetGallery(self._model, themes, self)
        self.open_button, self.all_button = self._button("open_table_button"), self._button("dataset_all")
        self._settings = DatasetSettings(document, themes, self)
        self.truth_table = TruthTableEditor(document, themes, notation, self)
        self._function: FunctionEditor | None = None  # made when it is first shown
        self._seen, self._wanting = ElidedNote("data_seen_note", self), ElidedNote("data_wanting_note", self)
        wear(self._seen, tone="accent")
        wear(self._wanting, tone="warning")
        self._hint = HintLabel(self)
        self._clear = self._button("clear_points")
        self._shape = self._button("shape_button")
        self._more = self._button("data_more")
        self._more.setCheckable(True)
        self._arrange(themes.theme)
        self._gallery.picked.connect(self._on_gallery_picked)
        self.all_button.clicked.connect(self._show_all)
        self.open_button.clicked.connect(self.open_table_requested)
        self._shape.clicked.connect(self.shape_requested)
        self._more.toggled.connect(self._on_more_toggled)
        self._clear.clicked.connect(self._on_clear_clicked)
        document.changed.connect(self._on_document_changed)
        self.follow_themes(themes)
        self._sync()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Data"))
        self._gallery.setAccessibleName(self.tr("Data sets"))
        self._gallery.setToolTip(self.tr("Click a picture to train on these data"))
        name_button(self.all_button, self.tr("All…"), self.tr("See all data sets at a glance"))
        self._hint.setText(
            self.tr("Click in the decision region to add a point, drag to move it, right-click it for more.")
        )
        name_button(
            self.open_button,
            self.tr("Open table…"),
            self.tr("Import samples from a CSV, ARFF, .npz or .xlsx file, with a preview"),
        )
        name_button(self._clear, self.tr("Clear points"), self.tr("Remove all points and begin with an empty plane"))
        name_button(
            self._shape,
            self.tr("Shape…"),
            self.tr("Split off test samples, scale the inputs, let the network see derived features, add noise"),
        )
        self._show_seen()
        self._show_wanting()
        name_button(self._more, self.tr("More"), self.tr("Show all settings of these data"))
        self._model.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(6))
        layout.setSpacing(theme.px(4))
        for button, name in ((self.open_button, "table"), (self._clear, "clear")):
            button.setIcon(icon(name, theme, theme.muted))
            button.setIconSize(QSize(theme.px(16), theme.px(16)))
        self._clear.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for note in (self._seen, self._wanting):
            note.fit()
        self._more.setIconSize(QSize(theme.px(12), theme.px(12)))
        self._draw_arrow()

    def heightForWidth(self, width: int) -> int:
        """The least, where lines wrap: what is above it scrolls by itself before all of it has to."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return button

    def _arrange(self, theme: Theme) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(4))
        buttons.addWidget(self._shape)
        buttons.addStretch(1)
        buttons.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.addWidget(self._gallery)
        layout.addWidget(self._settings)
        layout.addWidget(self.truth_table)
        layout.addWidget(self._seen)
        layout.addWidget(self._wanting)
        points = QHBoxLayout()
        points.addWidget(self._hint, 1)
        points.addWidget(self._clear)
        layout.addLayout(points)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _sync(self) -> None:
        """Show the project's data without editing anything."""
        spec = self._document.project.dataset
        if spec.name == CUSTOM:
            self._last_own = spec
        self._model.show_present(spec.name, self._document.dataset)
        self._gallery.show_chosen(spec.name)
        self._settings.sync()
        self.truth_table.sync()
        self._show_function(spec.name == FUNCTION)
        self._show_seen()
        self._show_wanting()
        self._more.setVisible(self._settings.has_more or self._more.isChecked())
        self._hint.setVisible(spec.name == CUSTOM)
        self._clear.setVisible(spec.name == CUSTOM)
        self._clear.setEnabled(self._document.dataset.n_samples + self._document.dataset.n_test_samples > 0)

    def _show_function(self, on: bool) -> None:
        """Show the formula of a function above the settings: it is what one chooses here."""
        if on and self._function is None:
            from gui.features.data.function_editor import FunctionEditor

            self._function = FunctionEditor(self._document, self._themes, self)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self._settings), self._function)
            join_tab_order(self._function, self.all_button)
        if self._function is not None:
            self._function.sync()

    def _show_seen(self) -> None:
        """Say what the network sees, where that is not the data as they are."""
        data = self._document.dataset
        seen, learned = data.preprocessing, target_formulas(data.preprocessing, data.target_names)
        parts = [] if seen.is_plain else [self.tr("The network sees {inputs}").format(inputs=short_formulas(seen))]
        details = [] if seen.is_plain else [all_formulas(seen)]
        if learned:
            parts.append(self.tr("The network learns {targets}").format(targets=learned.splitlines()[0]))
            details.append(learned)
        self._seen.say(" · ".join(parts), "\n\n".join(details))

    def _show_wanting(self) -> None:
        """Say what is wanting in the user's own data; of very many samples the import has said it."""
        spec, data = self._document.project.dataset, self._document.dataset
        is_looked_at = spec.name == CUSTOM and data.all_raw_inputs.size <= _LOOKED_AT
        text = ""
        if is_looked_at:
            from engine.data.importing.conversion.remarks import remarks_on_data  # which gates and sets do not need

            text = " ".join(error_text(remark) for remark in remarks_on_data(data))
        self._wanting.say(text, text)

    def _on_gallery_picked(self, name: str) -> None:
        present = self._document.project.dataset
        if name == present.name:
            return
        own = self._last_own or _own_spec(self._document.dataset)
        spec = own if name == CUSTOM else starting_spec(name, present)
        choose = set_real_set if name in REAL_SETS else set_dataset
        choose(self._document, spec, self.tr("Choose the data “{title}”").format(title=title(name)))

    def _show_all(self) -> None:
        sheet = DatasetSheet(self._model, self._themes, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.gallery.setAccessibleName(self._gallery.accessibleName())
        sheet.picked.connect(self._on_gallery_picked)
        sheet.come_down(self.all_button, self._gallery.chosen)

    def _on_clear_clicked(self) -> None:
        present = self._document.dataset
        coding = present.target_codes if present.task != "values" else (0.0, 1.0)
        columns = present.n_outputs if present.task == "classes" else 1
        empty = DatasetSpec(
            name=CUSTOM,
            target_coding=coding,
            inputs=FrozenArray(np.empty((0, 2))),
            targets=FrozenArray(np.empty((0, columns))),
        )
        set_dataset(self._document, empty, self.tr("Clear all points"))

    def _on_more_toggled(self, checked: bool) -> None:
        self._settings.show_all(checked)
        self._draw_arrow()

    def _draw_arrow(self) -> None:
        theme = self._themes.theme
        self._more.setIcon(icon("unfolded" if self._more.isChecked() else "folded", theme, theme.muted))

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self._sync()


def _own_spec(dataset: Dataset) -> DatasetSpec:
    """The recipe that holds the samples of `dataset` as own samples."""
    plain = Dataset(dataset.raw_inputs[:0], dataset.raw_targets[:0])  # the names a data set has when nobody gives any
    spec = DatasetSpec(
        name=CUSTOM,
        target_coding=dataset.target_codes,
        inputs=FrozenArray(dataset.raw_inputs),
        targets=FrozenArray(dataset.raw_targets),
        input_names=None if dataset.raw_input_names == plain.input_names else dataset.raw_input_names,
        target_names=None if dataset.target_names == plain.target_names else dataset.target_names,
    )
    if dataset.n_test_samples == 0:
        return spec
    tests = FrozenArray(dataset.raw_test_inputs), FrozenArray(dataset.raw_test_targets)
    return replace(spec, test_inputs=tests[0], test_targets=tests[1])
