"""One field for the value of each variable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.expression.parser import MAX_VARIABLES
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.view import View

_LARGEST = 1e6


class VariableBoxes(View, QWidget):
    """Fields for values by name; what a variable was given last is remembered while it is away."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, float] = {}
        self._names: tuple[str, ...] = ()
        self._rows: list[tuple[QLabel, NumberBox]] = []  # made once, used again for other variables
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 4, 8, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(MAX_VARIABLES, 1)

    def values(self, names: Sequence[str]) -> dict[str, float]:
        """The value of each of `names`; a new variable has the value 1."""
        return {name: self._values.get(name, 1.0) for name in names}

    def all_values(self) -> dict[str, float]:
        """What every variable was given last, those that are away included."""
        return dict(self._values)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Give variables their values, without announcing it."""
        self._values.update(values)
        self._show_values()

    def offer(self, names: Sequence[str]) -> None:
        """Show fields for `names`, at most `MAX_VARIABLES`."""
        if self._names == tuple(names):
            return
        for _, box in self._rows[: len(self._names)]:
            box.interpretText()  # what is typed in it belongs to the variable that it still stands for
        self._names = tuple(names)
        while len(self._rows) < len(names):
            self._add_row()
        for row, (label, box) in enumerate(self._rows):
            label.setVisible(row < len(names))
            box.setVisible(row < len(names))
            name = names[row] if row < len(names) else ""
            label.setText(name)
            box.setObjectName(f"variable_{name or row}")
        self._show_values()
        self.retranslate()

    def focus_on(self, name: str) -> None:
        """Put the keyboard into the field of `name`, its text selected."""
        _, box = self._rows[self._names.index(name)]
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.selectAll()

    def retranslate(self) -> None:
        for name, (_, box) in zip(self._names, self._rows, strict=False):
            box.setAccessibleName(self.tr("Value of {name}").format(name=name))
            box.setToolTip(self.tr("Value of {name}: type a number, or use the arrows").format(name=name))

    def _show_values(self) -> None:
        for name, (_, box) in zip(self._names, self._rows, strict=False):
            box.show_number(self._values.get(name, 1.0))

    def _add_row(self) -> None:
        row = len(self._rows)
        label, box = QLabel(self), NumberBox(-_LARGEST, _LARGEST, step=0.1, parent=self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(box)
        box.valueChanged.connect(lambda value: self._on_box_changed(row, value))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(box, row, 1)
        self._rows.append((label, box))

    def _on_box_changed(self, row: int, value: float) -> None:
        self._values[self._names[row]] = value
        self.edited.emit()
