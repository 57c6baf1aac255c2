"""The page of the computation graph: put beside the workbench, reached from the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.computation_graph import ComputationGraphPage
from gui.window.pages import WORKBENCH
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

PAGE = "computation_graph"


class ComputationGraphWiring(Wiring):
    """The page needs nothing of the project and nothing of a run."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.page = ComputationGraphPage(window.appearance.themes, window)
        window.pages.add(PAGE, self.page)
        window.add_page_action(PAGE)
        # What trains the network would only be in the way of what steps through the graph.
        window.pages.shown.connect(lambda shown: window.training_bar.setVisible(shown == WORKBENCH))
