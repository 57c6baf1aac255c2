"""This module defines the menu that tells how much of the run is recorded, and how much memory that may take."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from engine.project.file.moments_record import MOMENT_BYTES
from engine.spec.plural import filled
from engine.training.moments import DEFAULT_BYTES, Moments
from gui.toolkit.view import View
from gui.words.number_text import few_figures, grouped

MEGABYTE = 1_000_000
BUDGETS = (4, 16, DEFAULT_BYTES // MEGABYTE, 256, 1024)
"""Megabytes that are offered."""


class RecordingMenu(View, QMenu):
    """`chosen` carries the megabytes that the moments of a run may take."""

    chosen = Signal(int)

    def __init__(self, budget: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline_recording_menu")
        self._moments: Moments | None = None
        self._recorded, self._saved = self.addAction(""), self.addAction("")
        for line in (self._recorded, self._saved):
            line.setEnabled(False)
        self.addSeparator()
        group = QActionGroup(self)
        self._budgets = {}
        for megabytes in BUDGETS:
            action = self.addAction("")
            action.setObjectName(f"timeline_budget_{megabytes}")
            action.setCheckable(True)
            action.setChecked(megabytes == budget)
            action.triggered.connect(lambda _checked=False, megabytes=megabytes: self.chosen.emit(megabytes))
            group.addAction(action)
            self._budgets[megabytes] = action
        self.retranslate()

    @property
    def budget(self) -> int:
        """The megabytes that are chosen."""
        checked = (megabytes for megabytes, action in self._budgets.items() if action.isChecked())
        return next(checked, DEFAULT_BYTES // MEGABYTE)

    def show_recorded(self, moments: Moments | None) -> None:
        """Tell how much of the run is recorded now; None where nothing is."""
        self._moments = moments
        self._show_recorded()

    def retranslate(self) -> None:
        self.setTitle(self.tr("Recording"))
        for megabytes, action in self._budgets.items():
            action.setText(self.tr("Up to {megabytes} MB of memory").format(megabytes=grouped(megabytes)))
        text = self.tr("A saved project holds up to {megabytes} MB of them")
        self._saved.setText(text.format(megabytes=f"{MOMENT_BYTES / MEGABYTE:g}"))
        self._show_recorded()

    def _show_recorded(self) -> None:
        if self._moments is None:
            self._recorded.setText(self.tr("No moments of a run are recorded"))
            return
        text = self.tr("{count} moments are recorded: {size} of {megabytes} MB")
        size = few_figures(self._moments.nbytes / MEGABYTE, most=3)
        self._recorded.setText(
            filled(text, count=grouped(len(self._moments)), size=size, megabytes=grouped(self.budget))
        )
