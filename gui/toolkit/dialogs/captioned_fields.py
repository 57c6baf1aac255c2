"""This module builds the rows of a dialog: each caption belongs to its field and gives it name and hint."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget


class Fields:
    """A form of captioned fields; texts are set by `name`, again for each language."""

    def __init__(self, parent: QWidget) -> None:
        self.layout = QFormLayout()
        self.layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._parent = parent
        self._captions: dict[QWidget, QLabel] = {}

    def add(self, field: QWidget, name: str, beside: QWidget | None = None) -> None:
        """Add a row; `beside` is what stands there if the field is only a part of it."""
        field.setObjectName(name)
        caption = QLabel(self._parent)
        caption.setBuddy(field)
        if self._captions:
            QWidget.setTabOrder(list(self._captions)[-1], field)
        self._captions[field] = caption
        self.layout.addRow(caption, beside or field)

    def lead_to(self, *widgets: QWidget) -> None:
        """Let Tab go on from the last row to `widgets`, one after the other."""
        for one, other in pairwise((list(self._captions)[-1], *widgets)):
            QWidget.setTabOrder(one, other)

    def name(self, field: QWidget, caption: str, hint: str) -> None:
        """Write a row's caption and hint."""
        self._captions[field].setText(caption)
        field.setAccessibleName(caption)
        field.setToolTip(hint)
