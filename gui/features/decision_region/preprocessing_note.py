"""A line below the region says what the network sees, where that is not what the axes show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.project.project import Project
from gui.document.document import Document
from gui.features.decision_region.boundary.unit_lines import has_lines
from gui.toolkit.labels.elided_note import ElidedNote
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.preprocessing_text import all_formulas, short_formulas


class PreprocessingNote(View, ElidedNote):
    """Hidden while the network sees the data as they are."""

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("region_seen_note", parent)
        self._document = document
        wear(self, letters="small")
        document.changed.connect(self._on_document_changed)
        self.follow_themes(themes)

    def retranslate(self) -> None:
        seen = self._document.dataset.preprocessing
        text = "" if seen.is_plain else self._sentence()
        self.say(text, "" if seen.is_plain else f"{text}\n\n{all_formulas(seen)}")

    def apply_theme(self, theme: Theme) -> None:
        self.fit()

    def _sentence(self) -> str:
        data, network = self._document.dataset, self._document.project.network
        formulas = short_formulas(data.preprocessing)
        if network.rbf:
            text = self.tr("The network sees {inputs}; its centres stand among those, not on this plane.")
        elif data.preprocessing.features and data.n_raw_inputs > 1 and has_lines(network, data):
            text = self.tr("The network sees {inputs}; through them its borders are curves, not lines to take in hand.")
        else:
            text = self.tr("The network sees {inputs}")
        return text.format(inputs=formulas)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset or before.network != after.network:
            self.retranslate()
