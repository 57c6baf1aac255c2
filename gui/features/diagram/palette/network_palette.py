"""A row above the canvas offers ready networks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from engine.project.project import Project
from gui.document.document import Document
from gui.features.diagram.palette.network_chip import NetworkChip
from gui.features.diagram.palette.ready_networks import READY_NETWORKS, ReadyNetwork
from gui.toolkit.containers.overflow_row import OverflowRow
from gui.toolkit.theme import Theme, ThemeManager


class NetworkPalette(OverflowRow):
    """`chosen` carries the `ReadyNetwork` that was clicked."""

    chosen = Signal(object)

    def __init__(self, document: Document, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("network_palette_more", parent)
        self._chips: list[NetworkChip] = []
        self.setObjectName("network_palette")
        self._themes = themes
        self.setContentsMargins(6, 0, 6, 0)
        self.set_spacing(4)
        self._chips = [self._chip(ready, document) for ready in READY_NETWORKS]
        for place, chip in enumerate(self._chips):
            self.place(chip, 1 + place)
        self.retranslate()
        document.changed.connect(self._on_document_changed)
        themes.changed.connect(self.apply_theme)

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Diagram", "Ready networks"))
        self.name_more(QCoreApplication.translate("Diagram", "More ready networks"))
        for chip in self._chips:
            chip.refresh(self._themes.theme)
        self.fit()

    def apply_theme(self, theme: Theme) -> None:
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _chip(self, ready: ReadyNetwork, document: Document) -> NetworkChip:
        chip = NetworkChip(ready, document, self._themes.theme, self)
        chip.chosen.connect(lambda: self.chosen.emit(ready))
        return chip

    def fit(self) -> None:
        """Where there is little room the chips do without their pictures, before some of them go."""
        styles = Qt.ToolButtonStyle
        for style in (styles.ToolButtonTextBesideIcon, styles.ToolButtonTextOnly):
            for chip in self._chips:
                chip.setToolButtonStyle(style)
            if sum(chip.sizeHint().width() + 4 for chip in self._chips) + 12 <= self.width():
                break
        super().fit()

    def _on_document_changed(self, before: Project, after: Project) -> None:
        old, new = before.network, after.network
        if (old.n_inputs, old.n_outputs) != (new.n_inputs, new.n_outputs):
            self.retranslate()
