"""The card of the error curves, with the choice of their scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.features.comparison.race_chart import RaceChart
from gui.toolkit.buttons import name_button
from gui.toolkit.containers.card_frame import CardFrame
from gui.toolkit.look import wear
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View


class ChartCard(View, CardFrame):
    """Holds `chart`."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = RaceChart(themes, self)
        self._title = QLabel(self)
        wear(self._title, heading=True)
        self._log = QToolButton(self)
        self._log.setObjectName("comparison_log")
        self._log.setCheckable(True)
        self._log.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._log.toggled.connect(self.chart.set_logarithmic)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.chart, 1)
        self.follow_themes(themes)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Error curves"))
        self.chart.setAccessibleName(self._title.text())
        name_button(self._log, self.tr("log"), self.tr("Draw the error on a logarithmic scale"))

    def apply_theme(self, theme: Theme) -> None:
        self.chart.update()
