"""The page of the computation graph: put beside the workbench, reached from the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.containers.pages import PageSpec
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import spec

if TYPE_CHECKING:
    from gui.features.computation_graph.page import ComputationGraphPage, GraphState

PAGE = PageSpec("computation_graph", shows_run=False)  # the training bar would be in the way of the steps


class ComputationGraphFeature(Feature):
    """The page, made when it is first shown, needs nothing of the project and nothing of a run."""

    actions = (
        spec(
            "page_computation_graph",
            QT_TRANSLATE_NOOP("Actions", "Computation &graph"),
            QT_TRANSLATE_NOOP("Actions", "Type an expression and walk through its values and gradients node by node"),
            "Ctrl+4",
            group="page",
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._page: ComputationGraphPage | None = None
        self._own: GraphState | None = None
        context.pages.add_later(PAGE, self._make_page)
        context.document.lesson_loaded.connect(self._on_document_lesson_loaded)
        context.document.brought_back.connect(self._on_document_brought_back)

    def pictures(self) -> list[Offer]:
        page = self._page
        return [] if page is None else [Offer(PAGE.name, self.tr("Computation graph"), page.canvas.picture)]

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

    def _on_document_lesson_loaded(self) -> None:
        """A lesson begins with the first example; what the user had on the page waits with the rest of the work."""
        if self._page is not None:
            self._own = self._own or self._page.state()
            self._page.start_afresh()

    def _on_document_brought_back(self) -> None:
        if self._page is None:
            return
        if self._own is None:  # the lesson has brought the page up
            self._page.start_afresh()
        else:
            self._page.restore(self._own)
        self._own = None

    def _make_page(self) -> ComputationGraphPage:
        from gui.features.computation_graph.page import ComputationGraphPage

        self._page = ComputationGraphPage(self.context.themes, self.context.window)
        return self._page
