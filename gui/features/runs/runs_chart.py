"""The error curves of several runs over each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.project.saved_run import SavedRun
from gui.features.runs.runs_model import colour_of
from gui.toolkit.drawing.curve_chart import ChartLine, ChartStyle, lines_of, paint_chart
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.plot_sentences import curve_sentence


class RunsChart(QWidget):
    """Mean error per sample; a solid line for the training set, a dashed one for the test set, in the run's colour."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_chart")
        self._themes = themes
        self._runs: tuple[SavedRun, ...] = ()
        self.is_logarithmic = False
        self.hint = ""

    def show_runs(self, runs: Sequence[SavedRun]) -> None:
        """Draw the curves of these runs."""
        self._runs = tuple(runs)
        self.update()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Choose the scale of the errors."""
        self.is_logarithmic = logarithmic
        self.update()

    def spoken_sentence(self) -> str:
        """What it shows now, for screen readers."""
        return " ".join(f"{run.name}: {curve_sentence(run.loss_curve())}" for run in self._runs) or self.hint

    def minimumSizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(150), self._themes.theme.px(80))

    def picture(self) -> OffscreenPicture | None:
        """The curves as they are now, for paper; None while no run is chosen."""
        runs, logarithmic = self._runs, self.is_logarithmic

        def make(theme: Theme) -> list[RunsChart]:
            copy = RunsChart(ThemeManager(theme))
            copy.show_runs(runs)
            copy.set_logarithmic(logarithmic)
            return [copy]

        size = QSize(max(self.width(), 360), max(self.height(), 220))
        return OffscreenPicture(self.accessibleName(), size, make) if runs else None

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self))

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything."""
        theme = self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(theme.letters(11))
        if not self._runs:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 0, -16, 0), int(flags), self.hint)
            return
        style = ChartStyle(
            theme,
            x_label=self.tr("epoch"),
            y_label=self.tr("mean error"),
            font=font,
            logarithmic=self.is_logarithmic,
        )
        paint_chart(painter, QRectF(self.rect()), self._lines(), style)

    def _lines(self) -> list[ChartLine]:
        theme = self._themes.theme
        lines = []
        for run in self._runs:
            colour = colour_of(run, theme)
            lines += lines_of(run.loss_curve(), (run.name, run.name), (colour, colour))
        return lines
