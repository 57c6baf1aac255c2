"""Paints the cells of the sample table: a class mark beside the number, ✓ or ✗ beside the verdict."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.icons import draw_icon
from gui.panels.class_marks import class_mark
from gui.panels.sample_model import SampleModel
from gui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class SampleDelegate(QStyledItemDelegate):
    """Text as the model says; test rows stand on tinted ground."""

    def __init__(self, model: SampleModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self.theme
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        self._ground(painter, area, index, selected)
        kind, _ = self._model.columns.kind(index.column())
        inner = area.adjusted(theme.px(6), 0, -theme.px(6), 0)
        if kind == "number":
            self._class_mark(painter, inner, index.row())
        elif kind == "right":
            inner = self._verdict_icon(painter, inner, index)
        if kind != "right" or inner.width() >= painter.fontMetrics().horizontalAdvance(str(index.data())):
            self._text(painter, inner, index, kind)
        painter.restore()

    def _text(self, painter: QPainter, area: QRectF, index: _Index, kind: str) -> None:
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(colour if isinstance(colour, QColor) else QColor(self.theme.text))
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, round(area.width())
        )
        side = Qt.AlignmentFlag.AlignLeft if kind == "right" else Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int((side | Qt.AlignmentFlag.AlignVCenter).value), text)

    def _ground(self, painter: QPainter, area: QRectF, index: _Index, selected: bool) -> None:
        theme = self.theme
        if self._model.is_test(index.row()):
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
        mark = class_mark(label, QPointF(area.left() + radius, area.center().y()), radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._model.is_test(row):
            painter.strokePath(mark, QColor(self.theme.class_colour(label)))
        else:
            painter.fillPath(mark, QColor(self.theme.class_colour(label)))

    def _verdict_icon(self, painter: QPainter, area: QRectF, index: _Index) -> QRectF:
        """Draw ✓ or ✗ and return the room that is left for the word."""
        right = index.data(Qt.ItemDataRole.UserRole)
        if right is None:
            return area
        side = self.theme.px(13)
        name, colour = ("right", self.theme.right) if right else ("wrong", self.theme.wrong)
        draw_icon(painter, QRectF(area.left(), area.center().y() - side / 2, side, side), name, colour)
        return area.adjusted(side + self.theme.px(4), 0, 0, 0)
