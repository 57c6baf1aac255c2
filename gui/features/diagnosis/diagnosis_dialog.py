"""This module defines the dialog that tells why the run does not learn, with the evidence."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from engine.analysis.diagnosis.finding import Finding
from gui.features.diagnosis.finding_view import FindingView
from gui.toolkit.containers.scrolled import scrolled
from gui.toolkit.dialogs.form_dialog import FormDialog, set_margins
from gui.toolkit.theme import Theme, ThemeManager


class DiagnosisDialog(FormDialog):
    """Stands beside the window, which goes on. `taken` carries a remedy, `pointed_out` a finding, None for none."""

    usual_size = QSize(480, 560)
    taken = Signal(object)
    pointed_out = Signal(object)

    def __init__(self, findings: tuple[Finding, ...], themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("diagnosis_dialog", themes, parent)
        self._findings = findings
        self._views: list[FindingView] = []
        self.set_up()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Tell these instead, because the run has gone on."""
        for view in self._views:
            self._column.removeWidget(view)
            view.deleteLater()
        self._findings = findings
        self._views = self._new_views()
        for place, view in enumerate(self._views):
            self._column.insertWidget(place, view)
        self.point_out_first()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Why it does not learn"))

    def apply_theme(self, theme: Theme) -> None:
        set_margins(self._layout, theme)

    def point_out_first(self) -> None:
        """Show the likeliest finding in the window."""
        if not self._views[0].point_out.isChecked():
            self._views[0].point_out.click()

    def _make_parts(self) -> None:
        self._content = QWidget(self)
        self._content.setObjectName("diagnosis_findings")
        self._views = self._new_views()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 8, 0)
        for view in self._views:
            self._column.addWidget(view)
        self._column.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(scrolled(self._content), 1)
        self._layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.rejected.connect(self.close)

    def _new_views(self) -> list[FindingView]:
        views = [FindingView(finding, place, self._content) for place, finding in enumerate(self._findings)]
        for view in views:
            view.taken.connect(self.taken)
            view.pointed_out.connect(self._on_view_pointed_out)
        return views

    def _on_view_pointed_out(self, finding: Finding | None) -> None:
        for view in self._views:
            view.point_out.setChecked(view.finding is finding)
        self.pointed_out.emit(finding)
