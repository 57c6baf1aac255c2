"""The data card, and Data ▸ New truth table: a table of one to five inputs, to be filled in below the network."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction

from engine.data.datasets.gates import MAX_TABLE_INPUTS
from engine.spec.plural import filled
from gui.document import commands
from gui.features.context import WindowContext
from gui.features.data.data_panel import DataPanel
from gui.features.feature import Feature
from gui.toolkit.containers.card import card_spec
from gui.toolkit.containers.pages import WORKBENCH
from gui.toolkit.labels.cover import Cover

CARD = card_spec("data", QT_TRANSLATE_NOOP("Cards", "Data"), scrolls=True)


class DataFeature(Feature):
    """A new truth table gives 0 in every case; its outputs are changed in the sample table."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.panel = DataPanel(context.document, context.themes, context.notation)
        Cover(self.panel.truth_table, context.hidden_answer, context.themes)
        context.cards.add(CARD, self.panel)
        for button in (self.panel.open_button, self.panel.all_button):  # in sight however low the window is
            context.cards.add_button(CARD.name, button)
        self.panel.open_table_requested.connect(context.actions["open_table"].trigger)
        self.panel.shape_requested.connect(context.actions["shape_data"].trigger)
        self._actions = [self._action(n_inputs) for n_inputs in range(1, MAX_TABLE_INPUTS + 1)]
        context.menus("truth_tables").addActions(self._actions)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the entries of the menu in the language in force."""
        for n_inputs, action in enumerate(self._actions, start=1):
            text = self.tr("&1 input") if n_inputs == 1 else self.tr("&{count} inputs")
            action.setText(filled(text, count=n_inputs))
            tip = self.tr("{cases} cases, each with a desired output of 0 or 1: Space in the table changes it")
            action.setToolTip(filled(tip, cases=2**n_inputs))

    def begin_truth_table(self, n_inputs: int) -> None:
        """Train on a truth table of so many inputs, and show it."""
        commands.set_truth_table(self.context.document, (0,) * 2**n_inputs)
        self.context.pages.show_page(WORKBENCH)
        self.context.tabs.show_table("samples")

    def _action(self, n_inputs: int) -> QAction:
        action = QAction(self)
        action.setObjectName(f"truth_table_{n_inputs}")
        action.triggered.connect(lambda _checked=False: self.begin_truth_table(n_inputs))
        return action
