"""The gallery of data sets: pictures with titles, chosen by click or Enter; one row of them, or all in a sheet."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.features.data.dataset_model import DatasetModel
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

_Index = QModelIndex | QPersistentModelIndex
_NAME = Qt.ItemDataRole.UserRole
_SHEET_COLUMNS = 7


class DatasetGallery(View, QListView):
    """Announces the name of the data set that a person picks; shows the chosen one framed.

    It is one row high, that of the chosen one; `whole` shows every row.
    """

    picked = Signal(str)

    def __init__(
        self, model: DatasetModel, themes: ThemeManager, parent: QWidget | None = None, whole: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dataset_sheet_gallery" if whole else "dataset_gallery")
        self._columns = _SHEET_COLUMNS if whole else 0
        self._themes = themes
        self._chosen = ""
        self.setModel(model)
        self.setItemDelegate(_DatasetDelegate(self, model, themes))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_self_clicked)
        self.follow_themes(themes)

    @property
    def chosen(self) -> str:
        """The name of the data set that is framed as chosen."""
        return self._chosen

    def show_chosen(self, name: str) -> None:
        """Frame the data set called `name`, without announcing it."""
        if name == self._chosen:
            return
        self._chosen = name
        model = self.model()
        assert isinstance(model, DatasetModel)
        self.setCurrentIndex(model.index_of(name))
        self._show_row_of_chosen()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_self_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def sizeHint(self) -> QSize:
        if self._columns:
            rows = math.ceil(self.model().rowCount() / self._columns)
            return QSize(self._columns * self._themes.theme.px(72) + 2, rows * self._row_height() + 2)
        return QSize(self._themes.theme.px(280), self._row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._themes.theme.px(140), self._row_height())

    def _row_height(self) -> int:
        return self._themes.theme.px(48) + 2 * self.fontMetrics().lineSpacing()

    def _fit_columns(self) -> None:
        """As many equal columns as there is room for, so that nothing is left over at the right."""
        width = self.viewport().width() - 1
        columns = self._columns or max(1, width // self._themes.theme.px(60))
        grid = QSize(width // columns, self._row_height())
        if grid != self.gridSize():
            self.setGridSize(grid)
        self._show_row_of_chosen()

    def _show_row_of_chosen(self) -> None:
        """The row that is on show is that of the chosen data."""
        if not self._columns and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtTop)

    def _on_self_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data(_NAME)))

    def apply_theme(self, theme: Theme) -> None:
        self.setIconSize(QSize(theme.px(42), theme.px(42)))
        self._fit_columns()
        self.updateGeometry()
        self.viewport().update()


class _DatasetDelegate(QStyledItemDelegate):
    """Paints one item: the picture, two lines of title, a frame around the chosen one."""

    def __init__(self, gallery: DatasetGallery, model: DatasetModel, themes: ThemeManager) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self._model = model
        self._themes = themes

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._themes.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        side = self._gallery.iconSize().width()
        left, top = area.left() + (area.width() - side) // 2, area.top() + theme.px(3)
        ratio = self._gallery.devicePixelRatioF()
        painter.drawPixmap(left, top, self._model.picture(index, theme, side, ratio))
        self._frame(painter, option, index, QRectF(left, top, side, side))
        chosen = index.data(_NAME) == self._gallery.chosen
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        below = QRect(area.left() + 2, top + side + theme.px(2), area.width() - 4, area.bottom() - top - side)
        _draw_title(painter, below, str(index.data()))
        painter.restore()

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, square: QRectF) -> None:
        theme = self._themes.theme
        state: QStyle.StateFlag = option.state
        chosen = index.data(_NAME) == self._gallery.chosen
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._gallery.hasFocus()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or focused or hovered):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen or hovered:
            painter.setPen(QPen(QColor(theme.accent if chosen else theme.muted), theme.px(2) if chosen else 1))
            painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), square.width() / 10, square.width() / 10)
        if focused:  # round all of it, so that it is seen of the chosen one as well
            painter.setPen(QPen(QColor(theme.text), theme.px(2)))
            whole = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(whole, theme.px(4), theme.px(4))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._gallery.gridSize()


def _draw_title(painter: QPainter, area: QRect, text: str) -> None:
    """`text` centred on at most two lines, the second shortened with dots."""
    metrics = painter.fontMetrics()
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(area.width())
    end = first.textStart() + first.textLength()
    layout.endLayout()
    lines = [text[:end].strip(), text[end:].strip()]
    for number, line in enumerate(part for part in lines if part):
        place = area.adjusted(0, number * metrics.lineSpacing(), 0, 0)
        place.setHeight(metrics.lineSpacing())
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
