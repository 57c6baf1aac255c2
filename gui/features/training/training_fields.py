"""The controls of the training panel, made from the declarations of the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from engine.spec.training_spec import Setting
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox


def make_box(setting: Setting) -> QWidget:
    """The control for a setting, with the range that it offers."""
    low, high = setting.limits
    match setting.kind:
        case "choice":
            return ChoiceBox()
        case "number":
            return NumberBox(low, high, setting.step, setting.first)
        case "count":
            return CountBox(int(low), int(high), None if setting.step is None else int(setting.step))
        case _:
            box = QCheckBox()
            box.setObjectName(setting.name)
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            return box


def connect_box(box: QWidget, setting: Setting, chosen: Callable[[object], object]) -> None:
    """Calls `chosen` with the value of the setting when a person gives it another one."""
    if isinstance(box, ChoiceBox):
        box.chosen.connect(chosen)
    elif isinstance(box, QCheckBox):
        box.toggled.connect(chosen)
    elif isinstance(box, NumberBox | CountBox):
        none_value = setting.none_value
        box.valueChanged.connect(lambda value: chosen(None if value == none_value else value))


def show_value(box: QWidget, setting: Setting, value: object) -> None:
    """Shows the value of the setting without announcing it."""
    if isinstance(box, ChoiceBox):
        box.show_name(value)
    elif isinstance(box, QCheckBox):
        with QSignalBlocker(box):
            box.setChecked(bool(value))
    elif isinstance(value, int | float):
        _show_number(box, value)
    elif setting.none_value is not None:
        _show_number(box, setting.none_value)


def show_none_text(box: QWidget, setting: Setting, text: str) -> None:
    """Lets the box read `text` for None."""
    if setting.none_at and isinstance(box, NumberBox | CountBox):
        with QSignalBlocker(box):
            if setting.none_at == "high" and isinstance(box, CountBox):
                box.set_maximum_text(text)
            else:
                box.setSpecialValueText(text)


def describe_box(box: QCheckBox, text: str, tooltip: str) -> None:
    """Names and explains a check box."""
    box.setText(text)
    box.setToolTip(tooltip)
    box.setAccessibleName(text)
    box.setAccessibleDescription(tooltip)


def _show_number(box: QWidget, value: float) -> None:
    if isinstance(box, NumberBox):
        box.show_number(value)
    elif isinstance(box, CountBox):
        box.show_number(int(value))
