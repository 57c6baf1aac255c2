"""This module shows the steps of a run as a table model; only rows that are looked at are computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from engine.spec.rules import NET_INPUT, RULE_TABLE
from gui.features.ledger.weight_vectors import (
    exact_number,
    exact_vector,
    input_vector,
    names,
    short_number,
    short_vector,
    unit_vector,
)
from gui.toolkit.theme import Theme
from gui.words.notation import Notation, subscript

if TYPE_CHECKING:
    from engine.training.ledger import LedgerPage, LedgerRow, LedgerView

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

MOST_STEPS = 1_000
"""So many stand in the table; it follows the newest, or holds those around a step that was asked for."""
_MOST_CACHED = 4_000
COLUMNS = ("step", "sample", "unit", "inputs", "net", "output", "target", "error", "change", "weights")
VECTORS = ("inputs", "change", "weights")


class LedgerModel(QAbstractTableModel):
    """Each step has a row for every output unit; step 0 is the start."""

    def __init__(self, notation: Notation, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notation = notation
        self._theme = theme
        self._view: LedgerView | None = None
        self._key: tuple[int, int] = (-1, -1)
        self._cache: dict[int, LedgerRow] = {}
        self._first, self._last = 0, -1
        self._around: int | None = None
        self.all_digits = False

    # ------------------------------------------------------------------ what is shown

    @property
    def view(self) -> LedgerView | None:
        """The ledger that the table is about."""
        return self._view

    @property
    def n_units(self) -> int:
        """Rows of a step."""
        return self._view.network.n_outputs if self._view is not None else 1

    def step_of(self, row: int) -> int:
        """The step that table row `row` belongs to."""
        return self._first + row // self.n_units

    def row_of(self, step: int) -> int:
        """The first table row of `step`; −1 where it is not in the table."""
        return (step - self._first) * self.n_units if self._first <= step <= self._last else -1

    def row(self, step: int) -> LedgerRow | None:
        """What is known of `step`; None while it is being fetched."""
        return self._cache.get(step)

    def look_around(self, step: int | None) -> None:
        """Hold the steps around `step`; None follows the newest."""
        self._around = step
        if self._view is not None:
            self._move_to(self._view)

    def clear(self) -> None:
        """Show nothing: the run has no ledger, or another one that is not known yet."""
        self.beginResetModel()
        self._view, self._cache, self._around = None, {}, None
        self._first, self._last = 0, -1
        self.endResetModel()

    def show_page(self, page: LedgerPage, run_id: int) -> None:
        """Take the rows of `page`, and the length of its ledger."""
        key = (run_id, page.view.edition)
        if key != self._key or len(self._cache) > _MOST_CACHED:
            self._cache = {}
        new_run = key[0] != self._key[0]
        if new_run:
            self._around = None
        before = self._view.current if self._view is not None else -1
        self._key, self._view = key, page.view
        self._cache |= {row.step: row for row in page.rows}
        self._move_to(page.view, new_run)
        steps = [row.step for row in page.rows] + [step for step in (before, page.view.current) if step >= 0]
        for first, last in _spans(steps):
            self._announce(first, last)

    def apply_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme

    def refresh(self) -> None:
        """Write everything anew: language, notation or the number of digits changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._announce(self._first, self._last)

    def _move_to(self, view: LedgerView, anew: bool = False) -> None:
        """The stretch of steps in the table: the newest, or those around the one asked for."""
        middle = self._around
        last = view.length if middle is None else min(view.length, middle + MOST_STEPS // 2)
        first = max(view.first, last - MOST_STEPS + 1)
        if not anew and first == self._first and last >= self._last >= first:
            if last > self._last:
                units = self.n_units
                self.beginInsertRows(_ROOT, (self._last + 1 - first) * units, (last + 1 - first) * units - 1)
                self._last = last
                self.endInsertRows()
        elif anew or (first, last) != (self._first, self._last):
            self.beginResetModel()
            self._first, self._last = first, last
            self.endResetModel()

    def _announce(self, first: int, last: int) -> None:
        top, bottom = self.row_of(max(first, self._first)), self.row_of(min(last, self._last))
        if 0 <= top <= bottom:
            self.dataChanged.emit(self.index(top, 0), self.index(bottom + self.n_units - 1, len(COLUMNS) - 1))

    # ------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._view is None else (self._last - self._first + 1) * self.n_units

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        step, unit, kind = self.step_of(index.row()), index.row() % self.n_units, COLUMNS[index.column()]
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self.text(step, unit, kind, self.all_digits),
            Qt.ItemDataRole.UserRole: lambda: self.value(step, unit, kind),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tooltip(step, unit, kind),
            Qt.ItemDataRole.BackgroundRole: lambda: self._ground(step, unit, kind),
            Qt.ItemDataRole.ForegroundRole: lambda: QBrush(QColor(self._theme.text)),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _alignment(kind),
        }
        answer = answers.get(role)
        return None if answer is None else answer()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(COLUMNS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._header_hint(COLUMNS[section])
        return _alignment(COLUMNS[section]) if role == Qt.ItemDataRole.TextAlignmentRole else None

    # ------------------------------------------------------------------ cells

    def value(self, step: int, unit: int, kind: str) -> object:
        """The numbers behind a cell: a float, or a tuple for a vector; None where there are none."""
        if kind in ("step", "unit"):
            return step if kind == "step" else unit
        row = self._cache.get(step)
        if row is None or self._view is None or (row.sample < 0 and kind != "weights"):
            return None
        if kind in VECTORS:
            return tuple(float(value) for value in self._vector(row, unit, kind))
        if kind == "sample":
            return row.sample
        figures = {"net": row.net_inputs, "output": row.outputs, "target": row.targets, "error": row.errors}
        return float(figures[kind][unit])

    def text(self, step: int, unit: int, kind: str, all_digits: bool = False) -> str:
        """What stands in a cell."""
        value = self.value(step, unit, kind)
        if value is None:
            return "…" if kind == "weights" else ""
        if isinstance(value, tuple):
            return exact_vector(value) if all_digits else short_vector(value)
        if isinstance(value, int):
            if kind == "unit":
                return self._notation.neuron(0, value, 1)
            return "" if unit else str(value + (kind == "sample"))
        assert isinstance(value, float)
        return exact_number(value) if all_digits else short_number(value, self._size_of(step))

    def _vector(self, row: LedgerRow, unit: int, kind: str) -> NDArray[np.float64]:
        assert self._view is not None
        lecture = self._notation.is_lecture
        if kind == "inputs":
            return input_vector(row.inputs, lecture)
        values = row.changes if kind == "change" else row.parameters
        return unit_vector(values, self._view.network.n_inputs, unit, lecture)

    def _size_of(self, step: int) -> float:
        """The largest product that a net input of this step can have been added up from."""
        row = self._cache[step]
        return float(np.abs(row.inputs).max(initial=1.0) * np.abs(row.parameters).max(initial=0.0))

    def _tooltip(self, step: int, unit: int, kind: str) -> str:
        row, text = self._cache.get(step), self.text(step, unit, kind, all_digits=True)
        if row is None:
            return ""
        if step == (self._view.first if self._view else 0) and row.sample < 0:
            return self.tr("The start: {name} = {value}").format(name=self._weights_name(unit), value=text)
        if kind == "net":
            return self.tr("Net input before the step: {value}").format(value=text)
        if kind == "change":
            return self.tr("Learning rate × error × inputs = {value}").format(value=text)
        if kind == "weights":
            return self.tr("{name} after the step = {value}").format(name=self._weights_name(unit), value=text)
        return self.tr("Pass {epoch}, sample {sample}: {value}").format(
            epoch=row.epoch, sample=row.sample + 1, value=text
        )

    def _weights_name(self, unit: int) -> str:
        assert self._view is not None
        letter = f"W{subscript(unit + 1)}" if self.n_units > 1 else "W"
        return f"{letter} = ({names(self._view.network.n_inputs, self._notation.is_lecture)})"

    def _ground(self, step: int, unit: int, kind: str) -> QBrush | None:
        """The moment on show stands on the accent's tint, what a step corrected on the warning's."""
        if self._view is not None and step == self._view.current:
            return QBrush(_tint(self._theme.accent, 0.20))
        row = self._cache.get(step)
        if row is not None and row.sample >= 0 and kind in ("error", "change", "weights") and row.errors[unit] != 0:
            return QBrush(_tint(self._theme.negative, 0.22))
        return None

    def _header(self, kind: str) -> str:
        lecture = self._notation.is_lecture
        rule = "net" if self._is_widrow_hoff() else ("o" if lecture else "ŷ")
        return {
            "step": self.tr("step"),
            "sample": "#",
            "unit": self.tr("unit"),
            "inputs": "X" if lecture else "x",
            "net": "net",
            "output": "o" if lecture else "ŷ",
            "target": self._notation.target(),
            "error": f"{self._notation.target()}−{rule}",
            "change": "ΔW" if lecture else "Δw",
            "weights": "W" if lecture else "w",
        }[kind]

    def _header_hint(self, kind: str) -> str:
        n_inputs, lecture = (self._view.network.n_inputs if self._view else 2), self._notation.is_lecture
        constant = (
            self.tr("x0 = −1 first, as the threshold's input") if lecture else self.tr("1 last, the bias's input")
        )
        return {
            "step": self.tr("Updates since the start; click a row to go back to it"),
            "sample": self.tr("Which sample was presented, in the order of the table of samples"),
            "unit": self.tr("Output unit"),
            "inputs": self.tr("Inputs of the sample, {constant}").format(constant=constant),
            "net": self.tr("Net input, with the weights before the step"),
            "output": self.tr("What the unit answered; at net input 0 it fires"),
            "target": self.tr("Desired output"),
            "error": self.tr("Error: what the rule multiplies; marked where it corrects"),
            "change": self.tr("What is added: learning rate × error × inputs"),
            "weights": self.tr("({names}) after the step").format(names=names(n_inputs, lecture)),
        }[kind]

    def _is_widrow_hoff(self) -> bool:
        return self._view is not None and RULE_TABLE[self._view.stretches[-1].training.rule].error == NET_INPUT


def _tint(colour: str, strength: float) -> QColor:
    tint = QColor(colour)
    tint.setAlphaF(strength)
    return tint


def _alignment(kind: str) -> int:
    side = Qt.AlignmentFlag.AlignLeft if kind in VECTORS else Qt.AlignmentFlag.AlignRight
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)


def _spans(steps: list[int]) -> list[tuple[int, int]]:
    """The steps as stretches without gaps."""
    spans: list[tuple[int, int]] = []
    for step in sorted(set(steps)):
        if spans and step == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], step)
        else:
            spans.append((step, step))
    return spans
