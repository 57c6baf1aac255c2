"""This module checks the gradient of a sample against finite differences, in a thread beside the window."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from engine.analysis.gradient_check import GradientCheck
from engine.network.back_propagation import BackPropagation
from gui.features.back_propagation.inside.check_model import WHAT, CheckModel, checked
from gui.toolkit.background_job import Background
from gui.toolkit.plain_table import PlainTable
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.number_text import few_figures
from gui.words.symbols import Symbols

MOST_CHECKED = 5000
"""Parameters: every one takes two passes."""
AGREES = 1e-6
"""Relative differences up to this are rounding."""


class CheckPanel(View, QWidget):
    """`check` a sample's back-propagation; `chosen`: another row is looked at, see `key`."""

    chosen = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_panel")
        self._passage: BackPropagation | None = None
        self._symbols: Symbols | None = None
        self._check: GradientCheck | None = None
        self._problem = ""
        self._model = CheckModel(self)
        self._build(themes.theme)
        self._background = Background("perceptra-gradient-check", self)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(self.show_problem)
        self.table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self.follow_themes(themes)

    @property
    def key(self) -> tuple[int, ...]:
        """The part of the diagram that the chosen row is about; () for none."""
        row = self._model.row_at(self.table.currentIndex().row())
        return () if row is None else row.key

    @property
    def agrees(self) -> bool:
        """Whether both gradients are on show, and agree."""
        return self._check is not None and self._check.max_relative_difference <= AGREES

    def check(self, passage: BackPropagation, symbols: Symbols) -> None:
        """Compute both gradients of the sample of `passage` and show them, unless they are on show or on their way."""
        is_known = self._passage is not None and _is_same(self._passage, passage)
        self._symbols = symbols
        if is_known:
            self._show()
            return
        self._passage, self._check, self._problem = passage, None, ""
        if _is_too_large(passage):
            self._background.cancel()
        else:
            self._background.submit(_job(passage))
        self._show()

    def show_problem(self, sentence: str) -> None:
        """Show nothing but why there is nothing to show."""
        self._background.cancel()
        self._passage, self._check, self._problem = None, None, sentence
        self._show()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Gradient check"))
        self.table.setAccessibleName(self.tr("Derivatives of the error, computed in two ways"))
        self.table.setToolTip(
            self.tr("Back-propagation against (E(w + h) − E(w − h)) / 2h; pointing at a number shows every digit")
        )
        self._model.refresh_headers()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self.table.apply_theme(theme)
        self._verdict.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))

    def _build(self, theme: Theme) -> None:
        self._verdict = QLabel(self)
        self._verdict.setObjectName("check_verdict")
        self._verdict.setWordWrap(True)
        self.table = PlainTable("check_table", self._model, theme, self)
        self.table.choose_rows()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._verdict)
        layout.addWidget(self.table, 1)

    def _show(self) -> None:
        check, passage, symbols = self._check, self._passage, self._symbols
        if check is None or passage is None or symbols is None:
            self.table.hint = self._problem or self._waiting_text()
            self._model.show_rows([])
            self._verdict.hide()
            return
        self._model.show_rows(checked(check, passage.network.sizes, symbols))
        share = check.max_relative_difference
        if self.agrees:
            text = self.tr("They agree: the largest relative difference is {share}.")
        elif not math.isfinite(share):
            text = self.tr("Nothing to compare: the network's numbers are too large.")
        else:
            text = self.tr(
                "The largest relative difference is {share}. Beside a kink, as of ReLU at 0, both may be right."
            )
        self._verdict.setText(text.format(share=few_figures(share, most=2)))
        self._verdict.show()

    def _waiting_text(self) -> str:
        if self._passage is not None and _is_too_large(self._passage):
            text = self.tr("The network has more than {count} parameters, and each would take two passes.")
            return text.format(count=MOST_CHECKED)
        return self.tr("Computing …")

    def _on_background_done(self, check: GradientCheck) -> None:
        self._check = check
        self._show()

    def _on_table_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.chosen.emit()


def _is_too_large(passage: BackPropagation) -> bool:
    return passage.network.n_parameters > MOST_CHECKED


def _is_same(one: BackPropagation, other: BackPropagation) -> bool:
    """Whether both have the same gradients: network, loss, sample and parameters."""
    return (
        one.network == other.network
        and one.training.loss == other.training.loss
        and all(
            a.tobytes() == b.tobytes()
            for a, b in (
                (one.parameters, other.parameters),
                (one.inputs, other.inputs),
                (one.targets, other.targets),
            )
        )
    )


def _job(passage: BackPropagation) -> Callable[[Callable[[], bool]], GradientCheck]:
    def compute(_is_unwanted: Callable[[], bool]) -> GradientCheck:
        from engine.analysis.gradient_check import gradient_check
        from engine.network.network import Network

        network = Network(passage.network, parameters=passage.parameters)
        return gradient_check(network, passage.inputs[None], passage.targets[None], passage.training.loss)

    return compute
