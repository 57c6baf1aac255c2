"""Between the sample table and its cells: paints them, and makes the fields in which they are typed over."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.data.sample_cells import offered_in, read_cell
from engine.spec.errors import EngineError
from gui.features.samples.sample_entry import SampleEntry
from gui.features.samples.sample_model import SampleModel
from gui.features.samples.sample_painting import CellPainter
from gui.toolkit.theme import Theme
from gui.words.error_text import error_text

_Index = QModelIndex | QPersistentModelIndex
_SELECTED, _HAS_FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_ENTRY_WIDTH = 96


class SampleDelegate(QStyledItemDelegate):
    """Leaves the painting to `CellPainter`; an entry is checked by the engine while it is typed."""

    def __init__(self, model: SampleModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        self._theme = theme
        self._cells = CellPainter(self._model, theme)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state = option.state.value
        self._cells.paint(
            painter,
            QRectF(option.rect),
            index.row(),
            index.column(),
            chosen=bool(state & _SELECTED),
            current=bool(state & _HAS_FOCUS),
        )

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

        entry = SampleEntry(check, offered_in(data, cell), parent)
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
        wanted = max(area.width(), self._theme.px(_ENTRY_WIDTH))
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
