"""This module defines the field for the start vector: (T, w1, …) in the lecture, (w1, …, b) in textbooks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from engine.network.start_text import read_start
from engine.spec.errors import EngineError
from gui.document.document import Document
from gui.features.ledger.weight_vectors import Floats, names, start_text
from gui.toolkit.entries.spin_box_behaviour import EntryGuard
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.error_text import error_text
from gui.words.notation import Notation

MOST_NUMBERS = 400


class StartEntry(View, QWidget):
    """Shows the start; `typed` carries the parameters, flat, that were typed, `refused` why they cannot be read."""

    typed = Signal(object)
    refused = Signal(str)

    def __init__(self, document: Document, notation: Notation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._notation = notation
        self._parameters: Floats | None = None
        self._label = QLabel(self)
        self._entry = _Vector(self)
        self._entry.setObjectName("start_vector")
        self._entry.committed.connect(self._on_entry_committed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(self._entry, 1)
        self.retranslate()

    def show_start(self, parameters: Floats) -> None:
        """Show these parameters, flat, as the start."""
        self._parameters = parameters
        self._entry.setEnabled(len(parameters) <= MOST_NUMBERS)
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self._entry.setMinimumHeight(theme.px(24))
        self._entry.setMinimumWidth(theme.px(84))

    def retranslate(self) -> None:
        lecture, n_inputs = self._notation.is_lecture, self._document.project.network.n_inputs
        letter = "W(0)" if lecture else "w(0)"
        self._label.setText(letter)
        self._entry.setAccessibleName(self.tr("Start weights {name}").format(name=letter))
        hint = self.tr(
            "The weights before the first step: type {names} and press Enter. For several output units, one vector"
            " after the other with semicolons between."
        ).format(names=names(n_inputs, lecture))
        self._entry.setToolTip(hint)
        self._label.setToolTip(hint)
        self._entry.setPlaceholderText(names(n_inputs, lecture))
        self._write()

    def _write(self) -> None:
        network = self._document.project.network
        if self._parameters is None or len(self._parameters) != network.n_parameters or len(network.layers) != 1:
            return
        text = ""
        if len(self._parameters) <= MOST_NUMBERS:
            text = start_text(self._parameters, network.n_inputs, self._notation.is_lecture)
        self._entry.show_text(text)

    def _on_entry_committed(self, text: str) -> None:
        network = self._document.project.network
        try:
            parameters = read_start(text, network.n_inputs, network.n_outputs, self._notation.is_lecture)
        except EngineError as error:
            self.refused.emit(error_text(error))
            self._entry.selectAll()
            return
        self.typed.emit(parameters)


class _Vector(QLineEdit):
    """Enter, leaving or a shortcut commits what was typed; Esc brings back what stood there."""

    committed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""
        self._guard = EntryGuard(self, self._commit)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show `text`; not while another is being typed, unless it is news."""
        if text != self._shown or not self.hasFocus():
            self._shown = text
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._guard.watch(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._guard.watch(False)
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self._commit()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def _commit(self) -> None:
        if self.text().strip() != self._shown:
            self.committed.emit(self.text())
