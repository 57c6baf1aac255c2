"""This module draws success rates over the values of one setting as a curve, over those of two as a heat map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.analysis.success_tally import SuccessFigures
from gui.features.how_often.texts import axis_title, cell_title, interval_text, value_text
from gui.features.how_often.trial import Progress, Trial
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.error_text import error_text
from gui.words.number_text import percent

_FLAGS = Qt.AlignmentFlag
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


@dataclass(frozen=True)
class _Grid:
    """Where the cells are: `columns` across, `rows` upwards."""

    area: QRectF
    columns: int
    rows: int

    def rect(self, column: int, row: int) -> QRectF:
        width, height = self.area.width() / self.columns, self.area.height() / self.rows
        return QRectF(self.area.left() + column * width, self.area.bottom() - (row + 1) * height, width, height)


class SweepChart(View, QWidget):
    """The first setting goes across, the second upwards. `chosen`: a cell was clicked, or walked to by an arrow."""

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
        """Show what is known of the cells of `trial`; `cell` is the one that is chosen."""
        self._trial, self._progress, self._cell = trial, progress, cell
        if trial is not None and trial.wish.axes:
            self.setAccessibleDescription(self._sentence(cell))
        self.update()

    def position_of(self, cell: int) -> QPointF:
        """The middle of a cell, in pixels of this widget."""
        return self._grid().rect(*self._place(cell)).center()

    def picture(self) -> OffscreenPicture | None:
        """The chart as it is now, for paper; None without a sweep."""
        trial, progress, cell = self._trial, self._progress, self._cell
        if trial is None or progress is None or not trial.wish.axes:
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

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._trial is None or self._progress is None or not self._trial.wish.axes:
            return
        painter = QPainter(self)
        self.paint_on(painter)
        painter.setPen(QPen(QColor(self._theme.text), self._theme.px(2 if self.hasFocus() else 1.2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._grid().rect(*self._place(self._cell)).adjusted(1, 1, -1, -1))
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything but the frame of the cell that is chosen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid()
        self._paint_axes(painter, grid)
        if self._n_axes > 1:
            self._paint_map(painter, grid)
        else:
            self._paint_curve(painter, grid)

    def _paint_map(self, painter: QPainter, grid: _Grid) -> None:
        theme, table = self._theme, diverging_table(self._theme)
        for cell in range(grid.columns * grid.rows):
            room, figures = grid.rect(*self._place(cell)), self._figures(cell)
            rate = None if figures is None else figures.rate
            inside = room.adjusted(0.5, 0.5, -0.5, -0.5)
            if rate is None:
                painter.setPen(QColor(theme.muted))
                painter.drawText(room, _FLAGS.AlignCenter, "–" if self._problem(cell) else "")
                continue
            red, green, blue, _opaque = (int(part) for part in table[diverging_indices(rate, 0.5, 0.5)])
            painter.fillRect(inside, QColor(red, green, blue))
            is_light = 299 * red + 587 * green + 114 * blue > 140_000
            painter.setPen(QColor("#1b1f24" if is_light else "#ffffff"))
            painter.drawText(room, _FLAGS.AlignCenter, percent(rate))
        self._paint_scale(painter, grid)

    def _paint_scale(self, painter: QPainter, grid: _Grid) -> None:
        """What the colours stand for, at the right of a map."""
        theme, px, line = self._theme, self._theme.px, painter.fontMetrics().height()
        bar = QRectF(grid.area.right() + px(12), grid.area.top(), px(12), grid.area.height())
        shades = QLinearGradient(bar.bottomLeft(), bar.topLeft())
        for share, colour in ((0.0, theme.negative), (0.5, theme.middle), (1.0, theme.positive)):
            shades.setColorAt(share, QColor(colour))
        painter.fillRect(bar, shades)
        painter.setPen(QColor(theme.muted))
        for share in (0.0, 0.5, 1.0):
            y = min(max(_height(grid, share), bar.top() + line / 2), bar.bottom() - line / 2)
            painter.drawText(QRectF(bar.right() + px(4), y - line / 2, px(60), line), _FLAGS.AlignLeft, percent(share))

    def _paint_curve(self, painter: QPainter, grid: _Grid) -> None:
        theme, px = self._theme, self._theme.px
        points = []
        for cell in range(grid.columns):
            figures = self._figures(cell)
            if figures is None or figures.rate is None:
                continue
            x = grid.rect(cell, 0).center().x()
            at, low, high = (QPointF(x, _height(grid, share)) for share in (figures.rate, *figures.interval))
            painter.setPen(QPen(QColor(theme.positive), px(1.5)))
            painter.drawLine(low, high)
            for end in (low, high):
                painter.drawLine(end - QPointF(px(4), 0), end + QPointF(px(4), 0))
            points.append(at)
        painter.setPen(QPen(QColor(theme.positive), px(1.5)))
        painter.drawPolyline(points)
        painter.setBrush(QColor(theme.positive))
        for at in points:
            painter.drawEllipse(at, px(3.5), px(3.5))

    def _paint_axes(self, painter: QPainter, grid: _Grid) -> None:
        trial, theme, px = self._trial, self._theme, self._theme.px
        assert trial is not None
        line, n_hidden = painter.fontMetrics().height(), len(trial.project.network.layers) - 1
        area, across = grid.area, trial.wish.axes[0]
        painter.setPen(QColor(theme.muted))
        for column, value in enumerate(across.values):
            room = QRectF(grid.rect(column, 0).left(), area.bottom() + px(2), area.width() / grid.columns, line)
            painter.drawText(room, _FLAGS.AlignHCenter, value_text(across.name, value))
        below = QRectF(area.left(), area.bottom() + px(2) + line, area.width(), line)
        painter.drawText(below, _FLAGS.AlignHCenter, axis_title(across, n_hidden))
        if self._n_axes > 1:
            upwards = trial.wish.axes[1]
            self._paint_side(painter, grid, axis_title(upwards, n_hidden))
            for row, value in enumerate(upwards.values):
                room = QRectF(
                    line + px(4), grid.rect(0, row).top(), area.left() - line - px(8), grid.rect(0, 0).height()
                )
                painter.drawText(room, _FLAGS.AlignRight | _FLAGS.AlignVCenter, value_text(upwards.name, value))
            return
        self._paint_side(painter, grid, QCoreApplication.translate("HowOften", "success rate"))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = _height(grid, share)
            painter.setPen(QPen(QColor(theme.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.muted))
            room = QRectF(0, y - line / 2, area.left() - px(4), line)
            painter.drawText(room, _FLAGS.AlignRight | _FLAGS.AlignVCenter, percent(share))

    def _paint_side(self, painter: QPainter, grid: _Grid, text: str) -> None:
        """The name of the axis at the left, upright."""
        line = painter.fontMetrics().height()
        painter.save()
        painter.translate(line / 2, grid.area.center().y())
        painter.rotate(-90)
        length = grid.area.height() + 2 * line
        painter.drawText(QRectF(-length / 2, -line / 2, length, line), _FLAGS.AlignCenter, text)
        painter.restore()

    # ------------------------------------------------------------------ mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._trial is None:
            super().keyPressEvent(event)
            return
        (column, row), grid = self._place(self._cell), self._grid()
        column, row = column + step[0], row + step[1]
        if 0 <= column < grid.columns and 0 <= row < grid.rows:
            self.chosen.emit(column * grid.rows + row)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() in _STEPS:
            event.accept()  # here the arrows walk from cell to cell; elsewhere one of them trains
            return True
        if isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else self._sentence(cell), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _cell_at(self, position: QPointF) -> int | None:
        if self._trial is None or not self._trial.wish.axes:
            return None
        cells = range(len(self._trial.cells))
        return next((cell for cell in cells if self._grid().rect(*self._place(cell)).contains(position)), None)

    # ------------------------------------------------------------------ what is known

    @property
    def _n_axes(self) -> int:
        return 0 if self._trial is None else len(self._trial.wish.axes)

    def _figures(self, cell: int) -> SuccessFigures | None:
        return None if self._progress is None else self._progress.figures[cell]

    def _problem(self, cell: int) -> str:
        problem = None if self._progress is None else self._progress.problems[cell]
        return "" if problem is None else error_text(problem)

    def _sentence(self, cell: int) -> str:
        if self._trial is None:
            return ""
        title, figures = cell_title(self._trial, cell), self._figures(cell)
        if figures is None or figures.rate is None:
            return f"{title}\n{self._problem(cell)}".strip()
        return f"{title}\n{percent(figures.rate)}, {interval_text(figures)}"

    def _place(self, cell: int) -> tuple[int, int]:
        """Column and row of a cell."""
        return divmod(cell, self._grid().rows)

    def _grid(self) -> _Grid:
        trial, px, metrics = self._trial, self._theme.px, self.fontMetrics()
        axes = () if trial is None else trial.wish.axes
        columns, rows = ([len(axis.values) for axis in axes] + [1, 1])[:2]
        if len(axes) > 1:
            longest = max(metrics.horizontalAdvance(value_text(axes[1].name, value)) for value in axes[1].values)
        else:
            longest = metrics.horizontalAdvance(percent(1.0))
        left = metrics.height() + longest + px(10)
        right = px(32) + metrics.horizontalAdvance(percent(1.0)) if len(axes) > 1 else px(8)
        area = QRectF(self.rect()).adjusted(left, metrics.height() * 0.6, -right, -2 * metrics.height() - px(6))
        return _Grid(area, columns, rows)


def _height(grid: _Grid, share: float) -> float:
    """Where a share is on the axis of a curve."""
    return grid.area.bottom() - share * grid.area.height()
