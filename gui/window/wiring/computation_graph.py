"""The page of the computation graph: put beside the workbench, reached from the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.computation_graph import ComputationGraphPage
from gui.export import Offer
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

    def pictures(self) -> list[Offer]:
        return [Offer(PAGE, self.tr("Computation graph"), self.page.canvas.picture)]

    def facts(self) -> dict[str, object]:
        """How far the walk has come, and whether it walks through the neuron's error."""
        walk, page = self.page.walk, self.page
        whole = walk is not None and walk.evaluation.fault is None
        return {
            "graph.forward_done": whole and walk is not None and page.done >= walk.forward_steps,
            "graph.backward_done": whole and walk is not None and page.done == len(walk),
            "graph.is_neuron": page.preset == "neuron",
        }
