"""The page of the computation graph: put beside the workbench, reached from the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.toolkit.export import Offer
from gui.window.pages import WORKBENCH
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.features.computation_graph import ComputationGraphPage
    from gui.main_window import MainWindow

PAGE = "computation_graph"


class ComputationGraphWiring(Wiring):
    """The page, made when it is first shown, needs nothing of the project and nothing of a run."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._page: ComputationGraphPage | None = None
        window.pages.add_later(PAGE, self._make_page)
        window.add_page_action(PAGE)
        # What trains the network would only be in the way of what steps through the graph.
        window.pages.shown.connect(lambda shown: window.training_bar.setVisible(shown == WORKBENCH))

    def pictures(self) -> list[Offer]:
        page = self._page
        return [] if page is None else [Offer(PAGE, self.tr("Computation graph"), page.canvas.picture)]

    def facts(self) -> dict[str, object]:
        """How far the walk has come, and whether it walks through the neuron's error."""
        page = self._page
        walk = page.walk if page is not None else None
        done = page.done if page is not None else 0
        whole = walk is not None and walk.evaluation.fault is None
        return {
            "graph.forward_done": whole and walk is not None and done >= walk.forward_steps,
            "graph.backward_done": whole and walk is not None and done == len(walk),
            "graph.is_neuron": page is not None and page.preset == "neuron",
        }

    def _make_page(self) -> ComputationGraphPage:
        from gui.features.computation_graph import ComputationGraphPage

        self._page = ComputationGraphPage(self.window.appearance.themes, self.window)
        return self._page
