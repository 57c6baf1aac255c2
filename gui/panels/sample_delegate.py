"""Paints the cells of the sample table, and makes the fields in which they are typed over."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.errors import EngineError
from engine.sample_cells import choices, read_cell
from gui.class_marks import class_mark
from gui.error_text import error_text
from gui.icons import draw_icon
from gui.panels.sample_entry import SampleEntry
from gui.panels.sample_model import SampleModel
from gui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_ENTRY_WIDTH = 96


class SampleDelegate(QStyledItemDelegate):
    """Text as the model says; a class mark beside the number, ✓ or ✗ beside the verdict; test rows on tinted ground."""

    def __init__(self, model: SampleModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        # every visible cell of every picture comes through here: ask the model directly, not by way of Qt's roles
        row, (kind, place) = index.row(), self._model.columns.kind(index.column())
        area = QRectF(option.rect)
        painter.save()
        self._ground(painter, area, row, bool(option.state & QStyle.StateFlag.State_Selected))
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._cursor(painter, area)
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

    def _cursor(self, painter: QPainter, area: QRectF) -> None:
        """Where typing and pasting begin."""
        painter.setPen(QPen(QColor(self.theme.accent), self.theme.px(1.4)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -1))

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

    # ------------------------------------------------------------------ typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        data, cell = self._model.dataset, self._model.columns.cell(index.column())
        assert cell is not None  # other cells cannot be edited

        def check(text: str) -> str:
            try:
                read_cell(text, data, cell)
            except EngineError as error:
                return error_text(error)
            return ""

        offered = choices(data) if cell >= data.n_raw_inputs else ()
        entry = SampleEntry(check, offered, self.theme, parent)
        entry.setAccessibleName(str(self._model.headerData(index.column(), Qt.Orientation.Horizontal)))
        entry.accepted.connect(lambda: self._end(entry, keep=True))
        entry.given_up.connect(lambda: self._end(entry, keep=False))
        return entry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ends an entry at once, where that can be taken."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(watched, SampleEntry) and event.type() == QEvent.Type.KeyPress and is_enter:
            self._end(watched, keep=True)
            return True
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, SampleEntry) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, SampleEntry) and editor.isModified() and not editor.problem:
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Over the cell, and wider than a narrow one, as far as there is room."""
        parent, area = editor.parentWidget(), QRect(option.rect)
        stage = area if parent is None else parent.rect()
        wanted = max(area.width(), self.theme.px(_ENTRY_WIDTH))
        area.setLeft(max(min(area.right() - wanted + 1, stage.right() - wanted), 0))
        area.setWidth(min(wanted, stage.width()))
        editor.setGeometry(area)

    def _end(self, entry: SampleEntry, keep: bool) -> None:
        if keep and entry.problem:
            return
        if keep:
            self.commitData.emit(entry)
        hint = QAbstractItemDelegate.EndEditHint
        self.closeEditor.emit(entry, hint.SubmitModelCache if keep else hint.RevertModelCache)


@lru_cache(maxsize=16)
def _verdict(right: bool, theme: Theme, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, QRectF(0, 0, side, side), "right" if right else "wrong", theme.right if right else theme.wrong)
    painter.end()
    return picture
