"""The page that compares regions by depth: fed with the project's data and the gallery's, closed with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.comparison import islands
from engine.datasets import DatasetSpec
from gui.comparison import ComparisonPage
from gui.comparison.page import ISLANDS, OWN
from gui.export import Offer
from gui.panels.dataset_choices import starting_spec, title
from gui.window.pages import WORKBENCH
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

PAGE = "comparison"
_SETS = ("xor", "and", "or", "circles", "xor_clouds", "moons", "spirals", "checkerboard", "blobs")


class ComparisonWiring(Wiring):
    """The page has a thread of its own, which ends with the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.page = ComparisonPage(window.appearance.themes, self._choices, self._recipe, window)
        window.pages.add(PAGE, self.page)
        window.add_page_action(PAGE)
        # What trains the project's network would be mistaken for what trains the comparison.
        window.pages.shown.connect(lambda shown: window.training_bar.setVisible(shown == WORKBENCH))
        window.document.changed.connect(lambda *_change: self.page.follow_data())

    def pictures(self) -> list[Offer]:
        return [Offer("comparison", QCoreApplication.translate("Comparison", "Regions by depth"), self.page.picture)]

    def close(self) -> None:
        self.page.close_down()

    def facts(self) -> dict[str, object]:
        """How long the networks have trained, and whether that is on the counterexample."""
        moment = self.page.moment
        return {
            "comparison.epochs": moment.epoch if moment is not None else 0,
            "comparison.counterexample": self.page.data_name == ISLANDS,
        }

    def _choices(self) -> list[tuple[str, str]]:
        translate = QCoreApplication.translate
        own = (OWN, translate("Comparison", "This project's data"))
        return [own, *((name, title(name)) for name in _SETS), (ISLANDS, translate("Comparison", "Two islands"))]

    def _recipe(self, name: str) -> DatasetSpec:
        if name == OWN:
            return self.window.document.project.dataset
        return islands() if name == ISLANDS else starting_spec(name, DatasetSpec())
