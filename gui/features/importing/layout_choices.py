"""This module defines the choices of the preview about how the file is read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from engine.data.cell_numbers import FORMS, NumberForm
from engine.data.importing import Layout, RawTable
from engine.data.importing.text.delimiters import DELIMITERS, is_delimiter
from engine.data.importing.text.encoding import ENCODINGS, MAX_LINES
from gui.features.importing.choice import Choice
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.flow_layout import FlowLayout
from gui.toolkit.view import View


class LayoutChoices(View, QWidget):
    """Shows what was found; what the user changes is `wanted`, the rest goes on being found."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Layout()
        self._sheet = Choice("import_sheet", (), self)
        self._delimiter = Choice("import_delimiter", DELIMITERS, self, is_open=True)
        self._numbers = Choice("import_numbers", [_key(form) for form in FORMS], self)
        self._encoding = Choice("import_encoding", ENCODINGS, self)
        self._first = _LineBox("import_first_line", self)
        self._header = QCheckBox(self)
        self._header.setObjectName("import_header")
        layout = FlowLayout(self, spacing=10)
        for part in (self._sheet, self._delimiter, self._numbers, self._encoding, self._first, self._header):
            layout.addWidget(part)
        self._sheet.chosen.connect(lambda value: self._want(replace(Layout(), sheet=value)))
        self._delimiter.chosen.connect(self._on_delimiter_chosen)
        self._numbers.chosen.connect(lambda key: self._want(replace(self.wanted, decimal=key[0], thousands=key[1:])))
        self._encoding.chosen.connect(lambda value: self._want(replace(self.wanted, encoding=value)))
        self._first.chosen.connect(lambda line: self._want(replace(self.wanted, first_line=line)))
        self._header.clicked.connect(lambda on: self._want(replace(self.wanted, has_header=on)))
        self.retranslate()

    def show_found(self, table: RawTable) -> None:
        """Show how the table was read; what does not apply to its kind of file is hidden."""
        found = table.layout or Layout()
        self._sheet.show_values(table.sheets)
        self._sheet.show_value(found.sheet if len(table.sheets) > 1 else None)
        self._delimiter.show_value(found.delimiter)
        self._numbers.show_value(None if found.form is None else _key(found.form))
        self._encoding.show_value(found.encoding)
        self._first.show_line(found.first_line)
        self._header.setVisible(found.has_header is not None)
        self._header.setChecked(bool(found.has_header))

    def show_unknown(self) -> None:
        """Nothing could be read: all can be chosen."""
        wanted = self.wanted
        self._sheet.show_value(None)
        self._delimiter.show_value(wanted.delimiter or "")
        self._numbers.show_value("" if wanted.form is None else _key(wanted.form))
        self._encoding.show_value(wanted.encoding or "")
        self._first.show_line(wanted.first_line or 1)
        self._header.setVisible(True)

    def take_back(self, wanted: Layout) -> None:
        """Want this, and read again."""
        self._want(wanted)

    def retranslate(self) -> None:
        self._sheet.set_texts(self.tr("Sheet"), self.tr("Which sheet of the workbook holds the table"))
        self._delimiter.set_texts(
            self.tr("Delimiter"),
            self.tr("What separates the cells of a line; any other character can be typed"),
            (
                self.tr("Tab"),
                self.tr("Semicolon"),
                self.tr("Comma"),
                self.tr("Bar |"),
                self.tr("Wide comma ，"),
                self.tr("Wide semicolon ；"),
                self.tr("Blanks"),
            ),
        )
        self._numbers.set_texts(
            self.tr("Numbers"),
            self.tr("How the file writes one thousand two hundred and thirty-four and a half"),
            [form.example for form in FORMS],
        )
        self._encoding.set_texts(
            self.tr("Encoding"),
            self.tr("Change it where letters look wrong"),
            [_shown_encoding(name) for name in ENCODINGS],
        )
        self._first.set_texts(self.tr("Table begins at line"), self.tr("What stands above this line is passed over"))
        self._header.setText(self.tr("First row names the columns"))
        self._header.setToolTip(self.tr("Off: the first row is a sample"))
        self._header.setAccessibleName(self._header.text())

    def _on_delimiter_chosen(self, value: str) -> None:
        if is_delimiter(value):
            self._want(replace(self.wanted, delimiter=value))

    def _want(self, wanted: Layout) -> None:
        self.wanted = wanted
        self.changed.emit()


class _LineBox(QWidget):
    """A number of a line with a caption before it; `chosen` tells it when it is changed by the user."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._caption = QLabel(self)
        self._box = CountBox(1, MAX_LINES, parent=self)
        self._box.setObjectName(name)
        self._caption.setBuddy(self._box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._caption)
        layout.addWidget(self._box)
        self._box.valueChanged.connect(self.chosen)

    def show_line(self, line: int | None) -> None:
        """Show this line; nothing at all for None."""
        self.setVisible(line is not None)
        self._box.show_number(line or 1)

    def set_texts(self, caption: str, tooltip: str) -> None:
        """Caption and tooltip."""
        self._caption.setText(caption)
        self._box.setAccessibleName(caption)
        self._box.setToolTip(tooltip)


def _shown_encoding(name: str) -> str:
    """The name of an encoding as people write it: Windows-1252, ISO 8859-2, UTF-16 LE, Shift JIS."""
    if name.startswith("cp125"):
        return "Windows-" + name.removeprefix("cp")
    if name.startswith("iso"):
        return "ISO " + name.removeprefix("iso")
    parts = name.upper().replace("_", "-").split("-")
    return {"SHIFT": "Shift JIS", "BIG5": "Big5", "MAC": "Mac Roman"}.get(parts[0]) or "-".join(parts[:2]) + "".join(
        " " + part for part in parts[2:]
    )


def _key(form: NumberForm) -> str:
    """The value of a form in the list."""
    return form.decimal + form.thousands
