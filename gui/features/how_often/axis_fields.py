"""The fields that choose one setting to vary, and its values."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from engine.project.sweep import CHOICES, Axis
from engine.project.variables import VARIABLES
from engine.spec.errors import EngineError
from gui.features.how_often.texts import axis_title, value_text
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.labels.caption import Caption
from gui.toolkit.theme import Theme
from gui.toolkit.view import View
from gui.words.number_text import read_numbers
from gui.words.setting_texts import number

NOTHING = ""


class AxisFields(View, QWidget):
    """`chosen`: another setting is varied, or none. Each setting keeps the values that were typed for it."""

    chosen = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._axes: dict[object, Axis] = {}
        self._n_hidden = 1
        self._caption = Caption(self)
        self.setting, self.values = ChoiceBox(self), QLineEdit(self)
        self.setting.setObjectName(f"how_often_vary_{number}")
        self.values.setObjectName(f"how_often_values_{number}")
        self._caption.setBuddy(self.setting)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._caption, self.setting, self.values):
            row.addWidget(widget, 10 if widget is self.values else 0)
        row.addStretch(1)
        self.setting.chosen.connect(lambda _name: self._on_setting_chosen())
        self.values.editingFinished.connect(self._on_values_editing_finished)

    @property
    def name(self) -> object:
        """The setting that is varied; NOTHING for none."""
        return self.setting.name() or NOTHING

    def offer(self, axes: Sequence[Axis], n_hidden: int, without: object = NOTHING) -> None:
        """Offer these settings of a network of so many hidden layers, but not the one called `without`."""
        kept = {name: axis for name, axis in self._axes.items() if axis.name not in CHOICES}
        self._axes = {axis.setting: kept.get(axis.setting, axis) for axis in axes if axis.setting != without}
        self._n_hidden = n_hidden
        name = self.name
        self._offer_names()
        self.setting.show_name(name if name in self._axes else NOTHING)
        self._show_values()

    def axis(self) -> Axis | None:
        """What is to be varied; None for nothing. Raises EngineError where the values are no numbers."""
        axis = self._axes.get(self.name)
        if axis is None or axis.name in CHOICES:
            return axis
        return Axis(axis.name, self._typed(axis.name), axis.layer)

    def retranslate(self) -> None:
        self._caption.setText(self.tr("Vary") if self._number == 1 else self.tr("and"))
        self.setting.setAccessibleName(self.tr("Setting to vary, {number}").format(number=self._number))
        self.setting.setToolTip(
            self.tr("Try the starts with several values of a setting: a curve for one setting, a map for two")
        )
        self.values.setAccessibleName(self.tr("Values of the setting, {number}").format(number=self._number))
        self.values.setToolTip(self.tr("The values, with commas between them; batch size 0 is the whole set"))
        self._offer_names()
        self._show_values()

    def apply_theme(self, theme: Theme) -> None:
        self.setting.setFixedWidth(theme.px(150))
        self.values.setMinimumWidth(theme.px(60))
        self.values.setMaximumWidth(theme.px(230))

    def _offer_names(self) -> None:
        titles = [(name, axis_title(axis, self._n_hidden)) for name, axis in self._axes.items()]
        name = self.name
        self.setting.offer([(NOTHING, self.tr("nothing")), *titles])
        self.setting.show_name(name)

    def _show_values(self) -> None:
        axis = self._axes.get(self.name)
        self.values.setVisible(axis is not None)
        if axis is not None:
            self.values.setReadOnly(axis.name in CHOICES)
            written = value_text if axis.name in CHOICES else lambda _name, value: number(float(value))
            self.values.setText(", ".join(written(axis.name, value) for value in axis.values))
            self.values.setCursorPosition(0)

    def _typed(self, name: str) -> tuple[float, ...]:
        found = read_numbers(self.values.text(), whole=VARIABLES[name].kind == "count")
        if not found and self.values.text().strip():
            raise EngineError(self.tr("The values of a setting are numbers, with commas between them."))
        return tuple(dict.fromkeys(found))

    def _on_setting_chosen(self) -> None:
        self._show_values()
        self.chosen.emit()

    def _on_values_editing_finished(self) -> None:
        axis = self._axes.get(self.name)
        if axis is None or axis.name in CHOICES:
            return
        try:
            self._axes[axis.setting] = Axis(axis.name, self._typed(axis.name), axis.layer)
        except EngineError:
            return  # said when the trial is to begin
