"""The menu of the sample table: what can be done with the selected samples, and with the column under the mouse."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from gui.features.samples.sample_model import SampleModel
from gui.features.samples.sample_table import SampleTable

Do = Callable[[str], object]


class SampleMenu(QMenu):
    """Its entries call `do` with a command's name; it sorts by `column`, −1 for none, by itself."""

    def __init__(self, model: SampleModel, table: SampleTable, column: int, do: Do, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample_menu")
        self._do = do
        chosen, data = table.chosen_samples, model.dataset
        n_test = int(np.count_nonzero(np.asarray(chosen) >= data.n_samples))
        has_rows, can_paste = model.rowCount() > 0, bool(QGuiApplication.clipboard().text())
        self._add("add", self.tr("&Add a sample"), True, "Ins")
        self._add("remove", self.tr("&Remove samples"), bool(chosen), "Del")
        self.addSeparator()
        self._add("copy", self.tr("&Copy"), has_rows, "Ctrl+C")
        self._add("copy_named", self.tr("Copy with &headings"), has_rows, "Ctrl+Shift+C")
        self._add("copy_results", self.tr("Copy with &outputs and errors"), has_rows and model.frame is not None)
        self._add("paste", self.tr("&Paste over the cells from here on"), can_paste and bool(chosen), "Ctrl+V")
        self._add("paste_new", self.tr("Paste as &new samples"), can_paste)
        self.addSeparator()
        self._add("to_test", self.tr("&Keep for testing"), n_test < len(chosen))
        self._add("to_training", self.tr("&Train on them"), n_test > 0)
        self.addSeparator()
        self._add_order("ascending", self.tr("&Sort by this column"), model, column)
        self._add_order("descending", self.tr("Sort by this column, &largest first"), model, column)
        self._add_order("data", self.tr("Or&der of the data"), model, None)

    def _add(self, name: str, text: str, is_possible: bool, key: str = "") -> None:
        action = self.addAction(f"{text}\t{key}" if key else text)
        action.setObjectName(f"sample_menu_{name}")
        action.setEnabled(is_possible)
        action.triggered.connect(lambda _checked=False: self._do(name))

    def _add_order(self, name: str, text: str, model: SampleModel, column: int | None) -> None:
        action = self.addAction(text)
        action.setObjectName(f"sample_menu_{name}")
        action.setEnabled(model.sorted_by is not None if column is None else column >= 0)
        action.triggered.connect(lambda _checked=False: model.sort_by(column, name == "descending"))
