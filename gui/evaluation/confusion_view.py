"""A confusion matrix: counts on cells that are the stronger in colour, the larger their share of the row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.evaluation import ClassReport
from gui.class_marks import class_mark
from gui.evaluation.texts import QUARTERS, cell_sentence, quarter_name
from gui.theme import Theme

_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
_PALEST, _STRONGEST = 0.14, 0.88
_LEAST_HEIGHT = 24


class ConfusionView(QWidget):
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

    def show_report(self, report: ClassReport, names: tuple[str, ...], title: str) -> None:
        """Show these counts; `names` are those of the classes."""
        is_resized = len(names) != len(self._names) or names != self._names
        self._report, self._names, self._title = report, names, title
        self._cell = (min(self._cell[0], len(names) - 1), min(self._cell[1], len(names) - 1))
        self.setAccessibleName(title)
        self.setAccessibleDescription(cell_sentence(report, names, *self._cell))
        if is_resized:
            self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def cell_rect(self, target: int, decided: int) -> QRect:
        """Where a cell is, in pixels of this widget."""
        left, top, width, height = self._grid()
        return QRect(left + decided * width, top + target * height, width - 1, height - 1)

    def sizeHint(self) -> QSize:
        return QSize(self._label_width() + self._columns() * self._theme.px(44), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        width = self._label_width() + self._columns() * self._least_width()
        top = 2 * self.fontMetrics().height() + self._theme.px(8)
        return QSize(width, top + len(self._names) * self._theme.px(_LEAST_HEIGHT))

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._report is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        for target in range(len(self._names)):
            for decided in range(len(self._names)):
                self._paint_cell(painter, target, decided)
            if self._has_undecided:
                self._paint_undecided(painter, target)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.text), self._theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.cell_rect(*self._cell))
        painter.end()

    def _paint_heads(self, painter: QPainter) -> None:
        theme, metrics = self._theme, painter.fontMetrics()
        left, top, width, height = self._grid()
        line = metrics.height()
        painter.setPen(QColor(theme.text))
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self.width() - theme.px(6))
        painter.drawText(QRect(theme.px(2), 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, title)
        painter.setPen(QColor(theme.muted))
        corner = self.tr("desired ↓ decided →")
        room = QRect(theme.px(10) + metrics.horizontalAdvance(title), 0, self.width(), line)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, corner)
        painter.setPen(QColor(theme.text))
        for k, name in enumerate(self._names):
            head = QRect(left + k * width, top - line - theme.px(2), width - 1, line)
            self._paint_name(painter, head, k, name, is_centred=True)
            self._paint_name(painter, QRect(theme.px(2), top + k * height, left - theme.px(6), height), k, name)
        if self._has_undecided:
            head = QRect(left + len(self._names) * width, top - line - theme.px(2), width - 1, line)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, "?")

    def _paint_name(self, painter: QPainter, area: QRect, label: int, name: str, is_centred: bool = False) -> None:
        """The class's mark and as much of its name as there is room for."""
        theme, metrics = self._theme, painter.fontMetrics()
        mark, gap = theme.px(9), theme.px(4)
        room = area.width() - mark - gap
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) if room > theme.px(6) else ""
        used = mark + (gap + metrics.horizontalAdvance(text) if text else 0)
        start = area.left() + (max(0, (area.width() - used) // 2) if is_centred else 0)
        centre = QPointF(start + mark / 2, area.center().y() + 1)
        painter.fillPath(class_mark(label, centre, mark / 2), QColor(theme.class_colour(label)))
        painter.drawText(
            QRect(start + mark + gap, area.top(), room, area.height()), Qt.AlignmentFlag.AlignVCenter, text
        )

    def _paint_cell(self, painter: QPainter, target: int, decided: int) -> None:
        assert self._report is not None
        theme, count = self._theme, int(self._report.counts[target, decided])
        share = count / max(1, int(self._report.support[target]))
        colour = theme.positive if target == decided else theme.negative
        text = f"{self._quarter(target, decided)} {count}".strip()
        self._paint_box(painter, self.cell_rect(target, decided), text, self._fill(colour, count, share))

    def _paint_undecided(self, painter: QPainter, target: int) -> None:
        assert self._report is not None
        count = int(self._report.undecided[target])
        share = count / max(1, int(self._report.support[target]))
        fill = self._fill(self._theme.negative, count, share)
        self._paint_box(painter, self.cell_rect(target, len(self._names)), str(count), fill)

    def _fill(self, colour: str, count: int, share: float) -> QColor:
        return _blend(self._theme.panel, colour, _PALEST + (_STRONGEST - _PALEST) * share if count else 0.0)

    def _paint_box(self, painter: QPainter, area: QRect, text: str, fill: QColor) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3))
        is_empty = fill == QColor(theme.panel)
        painter.setPen(QColor(theme.muted if is_empty else "#000000" if _luminance(fill) > 0.2 else "#ffffff"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

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

    def _least_width(self) -> int:
        most = 0 if self._report is None else int(self._report.support.max(initial=0))
        text = f"TN {most}" if len(self._names) == 2 else str(most)
        return max(self._theme.px(26), self.fontMetrics().horizontalAdvance(text) + self._theme.px(8))

    def _label_width(self) -> int:
        longest = max((self.fontMetrics().horizontalAdvance(name) for name in self._names), default=0)
        return min(longest + self._theme.px(24), self._theme.px(110))

    def _grid(self) -> tuple[int, int, int, int]:
        """Left and top of the cells, their width and height."""
        px, rows, columns = self._theme.px, max(1, len(self._names)), max(1, self._columns())
        left, top = self._label_width(), 2 * self.fontMetrics().height() + px(6)
        width = min(max((self.width() - left) // columns, self._least_width()), px(76))
        height = min(max((self.height() - top - px(2)) // rows, px(_LEAST_HEIGHT)), px(38))
        return left, top, width, height


def _blend(paper: str, colour: str, share: float) -> QColor:
    base, over = QColor(paper), QColor(colour)
    parts = [
        round(low + (high - low) * share)
        for low, high in zip(
            (base.red(), base.green(), base.blue()), (over.red(), over.green(), over.blue()), strict=True
        )
    ]
    return QColor(*parts)


def _luminance(colour: QColor) -> float:
    """The relative luminance, 0 to 1, by which the eye judges contrast (WCAG 2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
