"""Data ▸ New truth table: a table of one to five inputs, to be filled in below the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from engine.data.datasets.gates import MAX_TABLE_INPUTS
from gui.document import commands
from gui.toolkit.containers.pages import WORKBENCH
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class TruthTablesWiring(Wiring):
    """Fills the submenu; a new table gives 0 in every case, and its outputs are changed in the sample table."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        menu = window.menus.menu("truth_tables")
        self._actions = [self._action(n_inputs) for n_inputs in range(1, MAX_TABLE_INPUTS + 1)]
        menu.addActions(self._actions)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the entries in the language in force."""
        for n_inputs, action in enumerate(self._actions, start=1):
            text = self.tr("&1 input") if n_inputs == 1 else self.tr("&{count} inputs")
            action.setText(text.format(count=n_inputs))
            tip = self.tr("{cases} cases, each with a desired output of 0 or 1: Space in the table changes it")
            action.setToolTip(tip.format(cases=2**n_inputs))

    def begin(self, n_inputs: int) -> None:
        """Train on a truth table of so many inputs, and show it."""
        commands.set_truth_table(self.window.document, (0,) * 2**n_inputs)
        self.window.pages.show_page(WORKBENCH)
        self.window.tables.show_table("samples")

    def _action(self, n_inputs: int) -> QAction:
        action = QAction(self)
        action.setObjectName(f"truth_table_{n_inputs}")
        action.triggered.connect(lambda _checked=False: self.begin(n_inputs))
        return action
