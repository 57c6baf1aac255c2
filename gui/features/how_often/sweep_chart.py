"""This module shows the success rates of a sweep; each value, or pair of values, can be looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.features.how_often.sweep_drawing import SweepDrawing
from gui.features.how_often.texts import cell_title, interval_text
from gui.features.how_often.trial import Progress, Trial
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.plots.plot_focus import PaintsFocus
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.error_text import error_text
from gui.words.number_text import percent

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class SweepChart(PaintsFocus, View, QWidget):
    """`chosen`: a cell was clicked, or walked to by an arrow."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("how_often_sweep")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._trial: Trial | None = None
        self._progress: Progress | None = None
        self._cell = 0

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_progress(self, trial: Trial | None, progress: Progress | None, cell: int) -> None:
        """Show what is known of the cells of `trial`, a sweep or none; `cell` is the one that is chosen."""
        self._trial, self._progress, self._cell = trial, progress, cell
        self.setAccessibleDescription(self._sentence(cell))
        self.update()

    def position_of(self, cell: int) -> QPointF:
        """The middle of a cell, in pixels of this widget."""
        drawing = self._drawing()
        return QPointF() if drawing is None else drawing.rect_of(cell).center()

    def picture(self) -> OffscreenPicture | None:
        """The chart as it is now, for paper; None without a sweep."""
        trial, progress, cell = self._trial, self._progress, self._cell
        if self._drawing() is None:
            return None

        def make(theme: Theme) -> list[SweepChart]:
            copy = SweepChart(theme)
            copy.show_progress(trial, progress, cell)
            return [copy]

        return OffscreenPicture(self.accessibleName(), QSize(max(self.width(), 480), max(self.height(), 300)), make)

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("HowOften", "Success rate over the settings"))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._drawing()
        if drawing is None:
            return
        painter = QPainter(self)
        self.paint_on(painter)
        painter.setPen(QPen(QColor(self._theme.text), self._theme.px(2 if self.hasFocus() else 1.2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(drawing.rect_of(self._cell).adjusted(1, 1, -1, -1))
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything but the frame of the cell that is chosen."""
        drawing = self._drawing()
        if drawing is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            drawing.paint(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, drawing = _STEPS.get(Qt.Key(event.key())), self._drawing()
        if step is None or drawing is None:
            super().keyPressEvent(event)
            return
        column, row = drawing.place_of(self._cell)
        column, row = column + step[0], row + step[1]
        if 0 <= column < drawing.columns and 0 <= row < drawing.rows:
            self.chosen.emit(column * drawing.rows + row)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _STEPS:
            event.accept()  # here the arrows walk from cell to cell; elsewhere one of them trains
            return True
        if isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else self._sentence(cell), self)
            return True
        return super().event(event)

    def _drawing(self) -> SweepDrawing | None:
        trial, progress = self._trial, self._progress
        if trial is None or progress is None or not trial.wish.axes:
            return None
        return SweepDrawing(trial, progress, self._theme, QRectF(self.rect()), self.fontMetrics())

    def _cell_at(self, position: QPointF) -> int | None:
        drawing = self._drawing()
        return None if drawing is None else drawing.cell_at(position)

    def _sentence(self, cell: int) -> str:
        """The values of a cell, and how often they succeed or why they cannot be."""
        trial, progress = self._trial, self._progress
        if trial is None or progress is None:
            return ""
        title, figures, problem = cell_title(trial, cell), progress.figures[cell], progress.problems[cell]
        if figures is None or figures.rate is None:
            return title if problem is None else f"{title}\n{error_text(problem)}"
        return f"{title}\n{percent(figures.rate)}, {interval_text(figures)}"
