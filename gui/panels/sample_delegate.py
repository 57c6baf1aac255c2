"""Paints the cells of the sample table: a class mark beside the number, ✓ or ✗ beside the verdict."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.class_marks import class_mark
from gui.icons import draw_icon
from gui.panels.sample_model import SampleModel
from gui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)


class SampleDelegate(QStyledItemDelegate):
    """Text as the model says; test rows stand on tinted ground."""

    def __init__(self, model: SampleModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        # every visible cell of every picture comes through here: ask the model directly, not by way of Qt's roles
        row, (kind, place) = index.row(), self._model.columns.kind(index.column())
        area = QRectF(option.rect)
        painter.save()
        self._ground(painter, area, row, bool(option.state & QStyle.StateFlag.State_Selected))
        inner = area.adjusted(self.theme.px(6), 0, -self.theme.px(6), 0)
        text = self._model.text(row, kind, place)
        if kind == "number":
            self._class_mark(painter, inner, row)
        elif kind == "right":
            inner = self._verdict_icon(painter, inner, row)
        width = painter.fontMetrics().horizontalAdvance(text)
        if kind == "right" and width > inner.width():
            painter.restore()
            return  # ✓ and ✗ say it without the word
        if width > inner.width():
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.setPen(self._model.colour(row, kind))
        painter.drawText(inner, _LEFT if kind == "right" else _RIGHT, text)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRectF, row: int, selected: bool) -> None:
        theme = self.theme
        if self._model.is_test(row):
            painter.fillRect(area, QColor(theme.window))
        if selected:
            tint = QColor(theme.accent)
            tint.setAlphaF(0.16)
            painter.fillRect(area, tint)
        painter.setPen(QColor(theme.grid))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _class_mark(self, painter: QPainter, area: QRectF, row: int) -> None:
        if self._model.dataset.n_classes == 0:
            return
        radius = self.theme.px(3.6)
        label = self._model.label(row)
        centre = QPointF(area.left() + 1.8 * radius, area.center().y())
        mark = class_mark(label, centre, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.is_test(row):
            painter.strokePath(mark, QColor(self.theme.class_colour(label)))
        else:
            painter.fillPath(mark, QColor(self.theme.class_colour(label)))
        figures = self._model.figures(row) if self._model.columns.marks_misses else None
        if figures is not None and figures.right is False:
            painter.setPen(QPen(QColor(self.theme.wrong), self.theme.px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 1.7 * radius, 1.7 * radius)

    def _verdict_icon(self, painter: QPainter, area: QRectF, row: int) -> QRectF:
        """Draw ✓ or ✗ and return the room that is left for the word."""
        figures = self._model.figures(row)
        if figures is None or figures.right is None:
            return area
        side = self.theme.px(13)
        picture = _verdict(figures.right, self.theme, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(area.left(), round(area.center().y() - side / 2)), picture)
        return area.adjusted(side + self.theme.px(4), 0, 0, 0)


@lru_cache(maxsize=16)
def _verdict(right: bool, theme: Theme, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, QRectF(0, 0, side, side), "right" if right else "wrong", theme.right if right else theme.wrong)
    painter.end()
    return picture
