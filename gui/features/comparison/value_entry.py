"""The values that a setting takes in a race: numbers to type, or choices to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedLayout, QToolButton, QWidget

from engine.project.variables import Values, Variable
from gui.toolkit.look import wear
from gui.words.number_text import read_numbers
from gui.words.setting_texts import number


class ValueEntry(QWidget):
    """`edited`: a person wants other values; until they can be read, the values before them stay."""

    edited = Signal()

    def __init__(self, title_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._variable: Variable | None = None
        self._values: Values = ()
        self.line = QLineEdit(self)
        self.line.setObjectName("comparison_values")
        self.line.setMaxLength(200)
        self.button = QToolButton(self)
        self.button.setObjectName("comparison_choices")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(QMenu(self.button))
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.line)
        self._layout.addWidget(self.button)
        self.line.editingFinished.connect(self._on_line_finished)

    @property
    def values(self) -> Values:
        """The values, in the order in which they are given."""
        return self._values

    def show_values(self, variable: Variable, values: Values) -> None:
        """Offer what `variable` may be, with `values` chosen."""
        self._variable, self._values = variable, values
        is_choice = variable.kind == "choice"
        self._layout.setCurrentWidget(self.button if is_choice else self.line)
        self.setFocusProxy(self.button if is_choice else self.line)
        if is_choice:
            self._fill_menu(variable.choices)
        else:
            self.line.setText(",  ".join(number(value) for value in values))
            wear(self.line, rim="")

    def set_words(self, name: str, hint: str) -> None:
        """Say what the entry is for."""
        for widget in (self.line, self.button):
            widget.setAccessibleName(name)
            widget.setToolTip(hint)
        if self._variable is not None:
            self.show_values(self._variable, self._values)

    def _fill_menu(self, choices: Sequence[Any]) -> None:
        menu = self.button.menu()
        menu.clear()
        for name in choices:
            entry = menu.addAction(self._title_of(name))
            entry.setObjectName(f"comparison_choice_{name}")
            entry.setCheckable(True)
            entry.setChecked(name in self._values)
            entry.toggled.connect(lambda on, name=name: self._on_toggled(name, on))
        self._show_choices()

    def _on_toggled(self, name: Any, on: bool) -> None:
        assert self._variable is not None
        chosen = {*self._values, name} if on else {*self._values} - {name}
        self._values = tuple(each for each in self._variable.choices if each in chosen)
        self._show_choices()
        self.edited.emit()

    def _show_choices(self) -> None:
        self.button.setText(", ".join(self._title_of(name) for name in self._values) or "–")

    def _on_line_finished(self) -> None:
        values = self._read(self.line.text())
        wear(self.line, rim="" if values else "wrong")
        if values and values != self._values:
            self._values = values
            self.edited.emit()

    def _read(self, text: str) -> Values:
        """The numbers of a text; none where one of them cannot be read or makes no sense."""
        assert self._variable is not None
        is_count, least = self._variable.kind == "count", self._variable.least
        found = read_numbers(text, whole=is_count)
        if any(value < least for value in found):
            return ()
        return tuple(round(value) for value in found) if is_count else found
