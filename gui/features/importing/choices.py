"""This module defines the choices of the preview: how the file is read, and what targets and empty cells become."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from engine.data.importing import Layout
from engine.data.importing.encoding import ENCODINGS
from engine.data.importing.text_layout import DECIMALS, DELIMITERS
from gui.toolkit.view import View


class LayoutChoices(View, QWidget):
    """Shows what was found; what the user changes is `wanted`, the rest goes on being found."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Layout()
        self._delimiter = Choice("import_delimiter", DELIMITERS, self)
        self._decimal = Choice("import_decimal", DECIMALS, self)
        self._encoding = Choice("import_encoding", ENCODINGS, self)
        self._header = QCheckBox(self)
        self._header.setObjectName("import_header")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for choice in (self._delimiter, self._decimal, self._encoding):
            layout.addWidget(choice)
            layout.addSpacing(12)
        layout.addWidget(self._header)
        layout.addStretch(1)
        self._delimiter.chosen.connect(lambda value: self._want(replace(self.wanted, delimiter=value)))
        self._decimal.chosen.connect(lambda value: self._want(replace(self.wanted, decimal=value)))
        self._encoding.chosen.connect(lambda value: self._want(replace(self.wanted, encoding=value)))
        self._header.clicked.connect(lambda on: self._want(replace(self.wanted, has_header=on)))
        self.retranslate()

    def show_found(self, found: Layout | None) -> None:
        """Show how the table was read; what does not apply to its kind of file is hidden."""
        found = found or Layout()
        self._delimiter.show_value(found.delimiter)
        self._decimal.show_value(found.decimal)
        self._encoding.show_value(found.encoding)
        self._header.setVisible(found.has_header is not None)
        self._header.setChecked(bool(found.has_header))

    def show_unknown(self) -> None:
        """Nothing could be read: all can be chosen."""
        for choice, value in (
            (self._delimiter, self.wanted.delimiter),
            (self._decimal, self.wanted.decimal),
            (self._encoding, self.wanted.encoding),
        ):
            choice.show_value(value or "")
        self._header.setVisible(True)

    def retranslate(self) -> None:
        self._delimiter.set_texts(
            self.tr("Delimiter"),
            self.tr("What separates the cells of a line"),
            (self.tr("Tab"), self.tr("Semicolon"), self.tr("Comma"), self.tr("Blanks")),
        )
        self._decimal.set_texts(
            self.tr("Decimal mark"),
            self.tr("How the file writes one and a half"),
            (self.tr("1.5 (point)"), self.tr("1,5 (comma)")),
        )
        self._encoding.set_texts(
            self.tr("Encoding"),
            self.tr("Change it where letters look wrong"),
            ("UTF-8", "GB18030", "UTF-16 LE", "UTF-16 BE", "Windows-1252"),
        )
        self._header.setText(self.tr("First row names the columns"))
        self._header.setToolTip(self.tr("Off: the first row is a sample"))
        self._header.setAccessibleName(self._header.text())

    def _want(self, wanted: Layout) -> None:
        self.wanted = wanted
        self.changed.emit()


class Choice(QWidget):
    """A drop-down list with a caption before it; `chosen` tells the value that the user picked."""

    chosen = Signal(str)

    def __init__(self, name: str, values: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = QLabel(self)
        self._box = QComboBox(self)
        self._box.setObjectName(name)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value in values:
            self._box.addItem("", value)
        self._caption.setBuddy(self._box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._caption)
        layout.addWidget(self._box)
        self._box.activated.connect(lambda _place: self.chosen.emit(self.value))

    @property
    def value(self) -> str:
        """What is chosen now."""
        return str(self._box.currentData())

    def show_value(self, value: str | None) -> None:
        """Show `value`, "" being an open choice; nothing at all for None."""
        self.setVisible(value is not None)
        if value is not None:
            self._box.setCurrentIndex(self._box.findData(value))

    def set_texts(self, caption: str, tooltip: str, texts: tuple[str, ...]) -> None:
        """Caption, tooltip and one text for each value."""
        self._caption.setText(caption)
        self._box.setAccessibleName(caption)
        self._box.setToolTip(tooltip)
        # the one on show comes last: only with that does Qt measure the box anew
        for place in sorted(range(len(texts)), key=self._box.currentIndex().__eq__):
            self._box.setItemText(place, texts[place])
        self._box.ensurePolished()
        metrics = self._box.fontMetrics()  # Qt measures the ink, and then cuts a wide bracket at the end
        blank = max(metrics.horizontalAdvance(text) - metrics.boundingRect(text).width() for text in texts)
        self._box.setMinimumWidth(self._box.sizeHint().width() + blank)
