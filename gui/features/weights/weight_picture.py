"""The weights of a layer as a Hinton diagram, squares whose area is the size, or as a matrix of coloured cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.drawing.weight_scale import strongest
from gui.toolkit.export.offscreen_copy import OffscreenPicture
from gui.toolkit.plots.plot_focus import PaintsFocus, claims, is_plain
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.plot_numbers import figures

HINTON, MATRIX = KINDS = ("hinton", "matrix")

_LETTERS = 11
_LARGEST = 64  # pixels at scale 1: a cell of few weights
_LEAST = 4  # pixels: below that, cells without gaps and without names
_WAYS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
KEYS = frozenset(_WAYS)
_GAP = 4  # pixels at scale 1 above the thresholds
_LIGHT = 0.45  # of a ground, on which black is read better than white
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, eq=False)
class ShownWeights:
    """values (rows, columns): a row a source, the last one thresholds; names of rows and columns; ends ±span."""

    values: NDArray[np.float64]
    rows: Sequence[str]
    columns: Sequence[str]
    span: float


class WeightPicture(PaintsFocus, View, QWidget):
    """`pointed`: row and column of the cell under the mouse or reached by arrow keys, (−1, −1) for none."""

    pointed = Signal(int, int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weight_picture")
        self._themes = themes
        self._shown: ShownWeights | None = None
        self._kind = HINTON
        self._cursor = (-1, -1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.follow_themes(themes)

    def show_weights(self, shown: ShownWeights | None) -> None:
        """Draw these."""
        before, self._shown = self._shown, shown
        if shown is None or before is None or before.values.shape != shown.values.shape:
            self._cursor = (-1, -1)
        self.update()

    def show_kind(self, kind: str) -> None:
        """Draw squares or cells, one of KINDS."""
        self._kind = kind
        self.update()

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is; those of the thresholds stand a little below the others."""
        area, across, down = self._grid()
        is_last = self._shown is not None and row == len(self._shown.rows) - 1
        gap = self._themes.theme.px(_GAP) if is_last else 0
        return QRectF(area.left() + column * across, area.top() + row * down + gap, across, down)

    def spoken_sentence(self) -> str:
        """The cell that the arrow keys have reached."""
        return self._sentence(*self._cursor)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(180), self._themes.theme.px(90))

    def apply_theme(self, theme: Theme) -> None:
        self.update()

    # ------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(self.rect(), QColor(theme.panel))
        self.paint_on(painter)
        self.paint_focus(painter, theme)
        painter.end()

    def paint_on(self, painter: QPainter) -> None:
        """Paint everything but the ground and the focus."""
        shown = self._shown
        if shown is None:
            return
        painter.setFont(self._font())
        area, across, down = self._grid()
        if min(across, down) < _LEAST:
            self._paint_dense(painter, area, shown)
        else:
            self._paint_names(painter, shown)
            self._paint_cells(painter, shown)

    def print_weights(self, title: str, shown: ShownWeights) -> OffscreenPicture:
        """`shown` for paper, as this view draws weights."""
        kind = self._kind

        def make(theme: Theme) -> list[WeightPicture]:
            copy = WeightPicture(ThemeManager(theme))
            copy.show_weights(shown)
            copy.show_kind(kind)
            return [copy]

        size = QSize(max(self.width(), 400), max(self.height(), 240))
        return OffscreenPicture(title, size, make)

    def _paint_dense(self, painter: QPainter, area: QRectF, shown: ShownWeights) -> None:
        """One pixel a cell at most, of those that fall together the strongest; squares would be too small to see."""
        self._paint_image(painter, area, strongest(shown.values, max(int(area.height()), 1), max(int(area.width()), 1)))

    def _paint_image(self, painter: QPainter, area: QRectF, values: NDArray[np.float64]) -> None:
        """Each value as a rectangle in its colour."""
        assert self._shown is not None
        indices = diverging_indices(values, 0.0, self._shown.span)
        painter.drawImage(area, image_of(diverging_table(self._themes.theme)[indices]))

    def _paint_cells(self, painter: QPainter, shown: ShownWeights) -> None:
        """The weights, and below a gap the thresholds."""
        theme, last = self._themes.theme, len(shown.rows) - 1
        for first, end in ((0, last), (last, last + 1)):
            area = self.cell_rect(first, 0).united(self.cell_rect(end - 1, len(shown.columns) - 1))
            if self._kind == MATRIX:
                self._paint_image(painter, area, shown.values[first:end])
        if self._kind == HINTON:
            self._paint_squares(painter, shown)
        elif self._has_room_for_numbers(shown):
            self._write_numbers(painter, shown)
        if self._cursor != (-1, -1):
            painter.setPen(QPen(QColor(theme.accent), 2 * theme.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell_rect(*self._cursor))

    def _paint_squares(self, painter: QPainter, shown: ShownWeights) -> None:
        """All squares of a sign at once: there may be thousands."""
        theme, (area, across, down) = self._themes.theme, self._grid()
        shares = np.nan_to_num(np.clip(np.abs(shown.values) / shown.span, 0.0, 1.0))
        sides = (across - 1) * np.sqrt(shares)
        lefts = [area.left() + column * across for column in range(len(shown.columns))]
        tops = [self.cell_rect(row, 0).top() for row in range(len(shown.rows))]
        cells = [[QRectF(left, top, across, down) for left in lefts] for top in tops]
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([cell for row in cells for cell in row])
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, chosen in ((theme.positive, shown.values > 0), (theme.negative, shown.values < 0)):
            painter.setBrush(QColor(colour))
            squares = []
            for row, column in zip(*np.nonzero(chosen), strict=True):
                inset = (across - float(sides[row, column])) / 2
                squares.append(cells[row][column].adjusted(inset, inset, -inset, -inset))
            painter.drawRects(squares)

    def _write_numbers(self, painter: QPainter, shown: ShownWeights) -> None:
        table = diverging_table(self._themes.theme)
        grounds = table[diverging_indices(shown.values, 0.0, shown.span)]
        for (row, column), value in np.ndenumerate(shown.values):
            is_light = QColor(*map(int, grounds[row, column])).lightnessF() > _LIGHT
            painter.setPen(QColor("#000000" if is_light else "#ffffff"))
            painter.drawText(self.cell_rect(row, column), _CENTRE, figures(float(value)))

    def _has_room_for_numbers(self, shown: ShownWeights) -> bool:
        _, across, down = self._grid()
        metrics = self.fontMetrics()
        return across >= metrics.horizontalAdvance("−0.0000") and down >= metrics.height()

    def _paint_names(self, painter: QPainter, shown: ShownWeights) -> None:
        theme, metrics = self._themes.theme, painter.fontMetrics()
        painter.setPen(QColor(theme.muted))
        gap, line = theme.px(4), metrics.height()
        _, across, down = self._grid()
        every = -(-metrics.horizontalAdvance("a₁₀⁽¹⁾ ") // max(1, int(across)))
        for column in range(0, len(shown.columns), every):
            middle = self.cell_rect(0, column).center().x()
            place = QRectF(middle - 40, self.cell_rect(0, 0).top() - line - gap / 2, 80, line)
            painter.drawText(place, _CENTRE, shown.columns[column])
        every = -(-line // max(1, int(down)))
        for row in {*range(0, len(shown.rows), every), len(shown.rows) - 1}:
            cell = self.cell_rect(row, 0)
            place = QRectF(0, cell.center().y() - line / 2, cell.left() - gap, line)
            text = metrics.elidedText(shown.rows[row], Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _grid(self) -> tuple[QRectF, float, float]:
        """The cells' rectangle, and the width and height of one."""
        theme, shown = self._themes.theme, self._shown
        rows, columns = (1, 1) if shown is None else shown.values.shape
        left, top = theme.px(64), self.fontMetrics().height() + theme.px(8)
        room = QRectF(self.rect()).adjusted(left, top, -theme.px(8), -theme.px(10))
        across, down = max(1.0, room.width()) / columns, max(1.0, room.height()) / rows
        if min(across, down) < _LEAST:
            return room, across, down
        most = theme.px(_LARGEST)
        across, down = min(across, 1.5 * most if self._kind == MATRIX else most), min(down, most)
        if self._kind == HINTON:
            across = down = min(across, down)
        spare = room.width() - columns * across
        return QRectF(room.left() + spare / 2, room.top(), columns * across, rows * down), across, down

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._themes.theme.letters(_LETTERS))
        return font

    # ------------------------------------------------------------------ what happens

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        area, across, down = self._grid()
        place = event.position() - area.topLeft()
        self._go(*self._cell_at(place, across, down))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._go(-1, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._shown is None or not is_plain(event) or event.key() not in KEYS:
            event.ignore()
            return
        down, right = _WAYS[Qt.Key(event.key())]
        rows, columns = self._shown.values.shape
        row, column = max(self._cursor[0], 0), max(self._cursor[1], 0)
        if self._cursor != (-1, -1):
            row, column = min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1)
        self._go(row, column)
        event.accept()

    def event(self, event: QEvent) -> bool:
        return claims(event, KEYS) or bool(super().event(event))

    def _cell_at(self, place: QPointF, across: float, down: float) -> tuple[int, int]:
        if self._shown is None or place.x() < 0 or place.y() < 0:
            return -1, -1
        row, column = int(place.y() / down), int(place.x() / across)
        rows, columns = self._shown.values.shape
        return (row, column) if row < rows and column < columns else (-1, -1)

    def _go(self, row: int, column: int) -> None:
        if (row, column) != self._cursor:
            self._cursor = (row, column)
            self.pointed.emit(row, column)
            self.update()

    def _sentence(self, row: int, column: int) -> str:
        shown = self._shown
        if shown is None or row < 0:
            return ""
        value = figures(float(shown.values[row, column]))
        return f"{shown.rows[row]} → {shown.columns[column]}: {value}"
