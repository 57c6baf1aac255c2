"""This module defines the row above the error curve: two switches, the export and the legend."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.features.error_curve.error_line import ZERO_MARK
from gui.toolkit.buttons import PlotButton
from gui.toolkit.containers.overflow_row import OverflowRow
from gui.toolkit.icons import icon
from gui.toolkit.plots.legend import LegendEntry
from gui.toolkit.plots.markers import line_pixmap, marker_pixmap
from gui.toolkit.theme import LIGHT, Theme

_BUTTONS = 10  # in a narrow row they give way before the legend does


class ErrorBar(OverflowRow):
    """Logarithmic or linear, follow the run or stay, and what the lines are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("error_more", parent)
        self._theme = LIGHT
        self.log_button = self._button("error_log_scale")
        self.follow_button = self._button("error_auto_range")
        self.follow_button.setChecked(True)
        self.export_button = self._button("error_export", checkable=False)
        self._train, self._test = LegendEntry(self), LegendEntry(self)
        self._earlier, self._target, self._zero = LegendEntry(self), LegendEntry(self), LegendEntry(self)
        for place, button in enumerate((self.log_button, self.follow_button, self.export_button)):
            self.place(button, _BUTTONS + place)
        for place, entry in enumerate((self._train, self._test, self._target, self._earlier, self._zero)):
            self.place(entry, 1 + place)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_legend(False, False, False, False)
        self.retranslate()

    def show_legend(self, test: bool, earlier: bool, target: bool, zero: bool) -> None:
        """Explain the lines that are on screen."""
        for entry, on in ((self._test, test), (self._earlier, earlier), (self._target, target), (self._zero, zero)):
            self.want(entry, on)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.set_spacing(theme.px(3))
        self.export_button.setIcon(icon("table", theme))
        self.export_button.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.retranslate()

    def retranslate(self) -> None:
        self.name_more(self.tr("More controls of the error curve"))
        self.log_button.setText(self.tr("Log"))
        self.log_button.setAccessibleName(self.tr("Logarithmic scale"))
        self.log_button.setToolTip(self.tr("Show the errors on a logarithmic scale: small ones stay apart"))
        self.follow_button.setText(self.tr("Auto range"))
        self.follow_button.setAccessibleName(self.tr("Auto range"))
        self.follow_button.setToolTip(self.tr("Fit the axes to the run while it goes on; zooming switches this off"))
        self.export_button.setAccessibleName(self.tr("Export the error curve as CSV"))
        self.export_button.setToolTip(
            self.tr("Write the curve with all digits into a table that spreadsheets can read")
        )
        theme = self._theme
        training = self.tr("Mean error per sample of the training set")
        self._entry(self._train, theme.accent, self.tr("training"), training)
        self._entry(self._test, theme.negative, self.tr("test"), self.tr("Mean error per sample of the test set"))
        self._entry(self._earlier, theme.muted, self.tr("earlier"), self.tr("Training error of the last five runs"))
        target = self.tr("Training stops when the error is down here")
        self._entry(self._target, theme.right, self.tr("target"), target)

        mark = marker_pixmap(ZERO_MARK, theme.text, theme.text, theme.px(14), self.devicePixelRatioF(), width=0.5)
        zero = self.tr("A logarithmic axis never comes down to 0: errors of exactly 0 are marked at its lower edge")
        self._zero.show_entry(mark, self.tr("error 0"), zero, theme)

    def _entry(self, entry: LegendEntry, colour: str, text: str, tip: str) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()
        width = (1.0 if entry is self._earlier else 2.2) * theme.scale
        mark = line_pixmap(colour, theme.px(14), ratio, width, dashed=entry is self._target)
        entry.show_entry(mark, text, tip, theme)

    def _button(self, name: str, checkable: bool = True) -> PlotButton:
        button = PlotButton(self)
        button.setObjectName(name)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
