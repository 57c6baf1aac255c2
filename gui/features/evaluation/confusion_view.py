"""This module shows a confusion matrix; a cell's colour is the stronger, the larger its share of the row."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.analysis.evaluation import ClassReport
from gui.features.evaluation.matrix_painter import MatrixGrid, MatrixPainter, shortened
from gui.features.evaluation.texts import QUARTERS, cell_sentence, quarter_name
from gui.toolkit.plots.plot_focus import PaintsFocus
from gui.toolkit.theme import Theme
from gui.toolkit.view import View

_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
_LEAST_HEIGHT = 24


class ConfusionView(PaintsFocus, View, QWidget):
    """Rows are the desired classes, columns the decided ones; blue is right, orange wrong.

    `chosen`: a cell was clicked, or Enter was pressed on it: target, decided.
    """

    chosen = Signal(int, int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._title = ""
        self._report: ClassReport | None = None
        self._names: tuple[str, ...] = ()
        self._cell = (0, 0)
        self._painter = MatrixPainter(theme)
        self._measure()

    def show_report(self, report: ClassReport, names: tuple[str, ...], title: str) -> None:
        """Show these counts; `names` are those of the classes."""
        before = self._report
        if before is not None and (self._names, self._title) == (names, title) and _is_same(before, report):
            return  # late in a run most moments are alike
        is_resized = before is None or names != self._names or before.n_samples != report.n_samples
        self._report, self._names, self._title = report, names, title
        self._cell = (min(self._cell[0], len(names) - 1), min(self._cell[1], len(names) - 1))
        self.setAccessibleName(title)
        self.setAccessibleDescription(cell_sentence(report, names, *self._cell))
        if is_resized:
            self._measure()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme, self._painter = theme, MatrixPainter(theme)
        self._measure()
        self.update()

    def cell_rect(self, target: int, decided: int) -> QRect:
        """Where a cell is, in pixels of this widget."""
        return self._grid().cell(target, decided)

    def sizeHint(self) -> QSize:
        return QSize(self._label_width + self._columns() * self._theme.px(44), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        top = 2 * self.fontMetrics().height() + self._theme.px(8)
        height = top + len(self._names) * self._theme.px(_LEAST_HEIGHT)
        return QSize(self._label_width + self._columns() * self._least_width, height)

    def copy_maker(self) -> Callable[[Theme], ConfusionView] | None:
        """What makes others that show the same as this one now; None while it shows nothing."""
        name, report, names, title = self.objectName(), self._report, self._names, self._title
        if report is None:
            return None

        def make(theme: Theme) -> ConfusionView:
            copy = ConfusionView(name, theme)
            copy.show_report(report, names, title)
            return copy

        return make

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything but the focus."""
        if self._report is None:
            return
        grid = self._grid()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_title(painter)
        self._painter.paint_names(painter, grid, self._names, self._has_undecided)
        self._painter.paint_cells(painter, grid, self._report)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._report is None:
            return
        painter, grid = QPainter(self), self._grid()
        self.paint_on(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.text), self._theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(grid.cell(*self._cell))
        painter.end()

    def _paint_title(self, painter: QPainter) -> None:
        theme, metrics = self._theme, painter.fontMetrics()
        painter.setPen(QColor(theme.text))
        title = shortened(self._title, metrics, self.width() - theme.px(6), 0)
        painter.drawText(QRect(theme.px(2), 0, self.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, title)
        painter.setPen(QColor(theme.muted))
        room = QRect(theme.px(10) + metrics.horizontalAdvance(title), 0, self.width(), metrics.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, self.tr("desired ↓ decided →"))

    # ------------------------------------------------------------------ mouse and keys

    def cell_at(self, position: QPointF) -> tuple[int, int] | None:
        """The cell at a pixel: target, decided; None outside."""
        for target in range(len(self._names)):
            for decided in range(len(self._names)):
                if self.cell_rect(target, decided).contains(position.toPoint()):
                    return target, decided
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._go_to(cell)
            self.chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._names:
            most = len(self._names) - 1
            row, column = self._cell[0] + step[0], self._cell[1] + step[1]
            self._go_to((min(max(row, 0), most), min(max(column, 0), most)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._names:
            self.chosen.emit(*self._cell)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _STEPS:
            event.accept()  # here the arrows walk from cell to cell; elsewhere one of them trains
            return True
        if isinstance(event, QHelpEvent) and self._report is not None:
            cell = self.cell_at(QPointF(event.pos()))
            text = "" if cell is None else cell_sentence(self._report, self._names, *cell)
            if cell is not None and self._quarter(*cell):
                text = f"{quarter_name(*cell)}\n{text}"
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _go_to(self, cell: tuple[int, int]) -> None:
        self._cell = cell
        if self._report is not None:
            self.setAccessibleDescription(cell_sentence(self._report, self._names, *cell))
        self.update()

    # ------------------------------------------------------------------ measures

    @property
    def _has_undecided(self) -> bool:
        return self._report is not None and bool(self._report.undecided.any())

    def _quarter(self, target: int, decided: int) -> str:
        return QUARTERS[target][decided] if len(self._names) == 2 else ""

    def _columns(self) -> int:
        return len(self._names) + (1 if self._has_undecided else 0)

    def _measure(self) -> None:
        """How much room names and counts need, known before the matrix is painted many times."""
        px, metrics = self._theme.px, self.fontMetrics()
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        self._label_width = min(longest + px(24), px(110))
        most = 0 if self._report is None else int(self._report.support.max(initial=0))
        text = f"TN {most}" if len(self._names) == 2 else str(most)
        self._least_width = max(px(26), metrics.horizontalAdvance(text) + px(8))
        self.updateGeometry()

    def _grid(self) -> MatrixGrid:
        px, rows, columns = self._theme.px, max(1, len(self._names)), max(1, self._columns())
        left, top = self._label_width, 2 * self.fontMetrics().height() + px(6)
        width = min(max((self.width() - left) // columns, self._least_width), px(76))
        height = min(max((self.height() - top - px(2)) // rows, px(_LEAST_HEIGHT)), px(38))
        return MatrixGrid(left, top, width, height)


def _is_same(one: ClassReport, other: ClassReport) -> bool:
    return np.array_equal(one.counts, other.counts) and np.array_equal(one.undecided, other.undecided)
