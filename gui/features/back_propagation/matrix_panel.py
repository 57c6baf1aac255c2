"""This module lists the matrices of back-propagation with their shapes and shows the chosen one as a table."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.network.batch_back_propagation import Matrix
from engine.spec.specs import NetworkSpec
from gui.features.back_propagation.matrix_model import MatrixModel
from gui.features.back_propagation.matrix_names import matrix_formula, matrix_name, matrix_note
from gui.toolkit.look import wear
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View

_KEY = Qt.ItemDataRole.UserRole


class MatrixPanel(View, QWidget):
    """Shows matrices that others compute, see `engine.network.batch_back_propagation`."""

    chosen = Signal(str, int)  # kind, layer

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix_panel")
        self._matrices: tuple[Matrix, ...] = ()
        self._network: NetworkSpec | None = None
        self._loss = "squared_error"
        self._model = MatrixModel(self)
        self._build(themes.theme)
        self.list.currentRowChanged.connect(self._on_list_current_row_changed)
        self.follow_themes(themes)

    def show_matrices(self, matrices: tuple[Matrix, ...], network: NetworkSpec, loss: str) -> None:
        """Show these; the one that was chosen stays so."""
        self._matrices, self._network, self._loss = matrices, network, loss
        self.table.hint = ""
        self._fill()
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Show nothing but why there is nothing to show."""
        self._matrices, self._network = (), None
        self.table.hint = sentence
        self._fill()
        self._show()

    def choose(self, kind: str, layer: int) -> None:
        """Show the matrix of that kind and layer."""
        for row, matrix in enumerate(self._matrices):
            if (matrix.kind, matrix.layer) == (kind, layer):
                self.list.setCurrentRow(row)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Matrices"))
        self.list.setAccessibleName(self.tr("Matrices and their shapes"))
        self.list.setToolTip(self.tr("Forwards, then backwards: the shape is rows × columns"))
        self.table.setAccessibleName(self.tr("Values of the matrix"))
        self.table.setToolTip(
            self.tr("Ctrl+C copies what is selected, or everything; pointing at a number shows it whole")
        )
        self._fill()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.table.apply_theme(theme)
        self.list.setFixedWidth(theme.px(132))
        self._right.setContentsMargins(theme.px(6), theme.px(4), theme.px(4), 0)
        self._fit_columns()

    def _build(self, theme: Theme) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("matrix_list")
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._heading, self._note = QLabel(self), QLabel(self)
        self._heading.setObjectName("matrix_heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setObjectName("matrix_note")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        for label in (self._heading, self._note):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        wear(self._note, caption=True)
        self.table = PlainTable("matrix_table", self._model, theme, self)
        self._right = QVBoxLayout()
        for widget in (self._heading, self._note, self.table):
            self._right.addWidget(widget, 1 if widget is self.table else 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(self._right, 1)
        self._right.setSpacing(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 90)

    def _fill(self) -> None:
        """Write the list anew where it says something else."""
        texts = [self._entry(matrix) for matrix in self._matrices]
        if texts == [self.list.item(row).text() for row in range(self.list.count())]:
            return
        key = self.list.currentItem().data(_KEY) if self.list.currentItem() else None
        with QSignalBlocker(self.list):
            self.list.clear()
            for matrix, text in zip(self._matrices, texts, strict=True):
                item = QListWidgetItem(text, self.list)
                item.setData(_KEY, (matrix.kind, matrix.layer))
        keys = [(matrix.kind, matrix.layer) for matrix in self._matrices]
        self.list.setCurrentRow(keys.index(tuple(key)) if key and tuple(key) in keys else 0)

    def _entry(self, matrix: Matrix) -> str:
        assert self._network is not None
        rows, columns = matrix.values.shape
        name = matrix_name(matrix.kind, matrix.layer, len(self._network.layers))
        return f"{name}   {rows} × {columns}"

    def _show(self) -> None:
        row = self.list.currentRow()
        matrix = self._matrices[row] if 0 <= row < len(self._matrices) else None
        self._model.show_matrix(matrix)
        self._heading.setVisible(matrix is not None)
        self._note.setVisible(matrix is not None)
        if matrix is None or self._network is None:
            return
        name = matrix_name(matrix.kind, matrix.layer, len(self._network.layers))
        formula = matrix_formula(matrix.kind, matrix.layer, self._network, self._loss)
        rows, columns = matrix.values.shape
        self._heading.setText((f"{name} = {formula}" if formula else name) + f"     {rows} × {columns}")
        self._note.setText(matrix_note(matrix.kind, matrix.layer, len(self._network.layers)))
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.fontMetrics().horizontalAdvance("−0.000e−00") + self.fontMetrics().horizontalAdvance("00")
        self.table.horizontalHeader().setDefaultSectionSize(width)

    def _on_list_current_row_changed(self, row: int) -> None:
        self._show()
        if 0 <= row < len(self._matrices):
            self.chosen.emit(self._matrices[row].kind, self._matrices[row].layer)
