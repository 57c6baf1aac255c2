"""The training card, and Train ▸ New start."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.document import commands
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.training.training_panel import TrainingPanel
from gui.toolkit.containers.card import card_spec
from gui.toolkit.containers.pages import WORKBENCH
from gui.toolkit.services.actions import spec

CARD = card_spec("training", QT_TRANSLATE_NOOP("Cards", "Training"), scrolls=True)


class TrainingFeature(Feature):
    """The panel edits the training settings of the document by itself; a number of a formula may lead to its field."""

    actions = (
        spec(
            "new_start",
            QT_TRANSLATE_NOOP("Actions", "&New start"),
            QT_TRANSLATE_NOOP("Actions", "Draw other start weights: the next seed"),
            "Ctrl+Shift+R",
            icon="new_start",
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.panel = TrainingPanel(context.document, context.themes, context.notation)
        context.cards.add(CARD, self.panel)
        context.focus.setting_told.connect(self._show_setting)
        context.actions["new_start"].triggered.connect(lambda _checked=False: commands.new_start(context.document))

    def _show_setting(self, name: str) -> None:
        """Go to the field of a setting, from whatever page."""
        self.context.pages.show_page(WORKBENCH)
        self.context.cards.bring(CARD.name)
        self.panel.go_to(name)
