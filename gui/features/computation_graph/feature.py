"""The page of the computation graph: put beside the workbench, reached from the View menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.spec.errors import EngineError
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.containers.pages import PageSpec
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import spec
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from engine.analysis.unit_expression import NamedExpression
    from engine.network.network import Network
    from gui.features.computation_graph.page import ComputationGraphPage, GraphState

Floats = NDArray[np.float64]

PAGE = PageSpec("computation_graph", shows_run=False)  # the training bar would be in the way of the steps


class ComputationGraphFeature(Feature):
    """The page, made when it is first shown, needs nothing of the project and nothing of a run."""

    actions = (
        spec(
            "page_computation_graph",
            QT_TRANSLATE_NOOP("Actions", "Computation &graph"),
            QT_TRANSLATE_NOOP("Actions", "Type an expression and walk through its values and gradients node by node"),
            "Ctrl+6",
            group="page",
        ),
        spec(
            "neuron_graph",
            QT_TRANSLATE_NOOP("Actions", "Neuron as a computation &graph"),
            QT_TRANSLATE_NOOP("Actions", "Take the selected neuron apart, with its present numbers"),
        ),
        spec(
            "network_graph",
            QT_TRANSLATE_NOOP("Actions", "Network as a com&putation graph"),
            QT_TRANSLATE_NOOP("Actions", "Take the error of a small network apart, with all its present numbers"),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._page: ComputationGraphPage | None = None
        self._own: GraphState | None = None
        context.pages.add_later(PAGE, self._make_page)
        context.document.lesson_loaded.connect(self._on_document_lesson_loaded)
        context.document.brought_back.connect(self._on_document_brought_back)
        context.actions["neuron_graph"].triggered.connect(lambda _checked=False: self._show_neuron())
        context.actions["network_graph"].triggered.connect(lambda _checked=False: self._show_network())

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

    def _show_neuron(self) -> None:
        """Bring the selected neuron onto the page."""
        from engine.analysis.unit_expression import unit_expression

        unit = self.context.focus.neuron
        layers = self.context.document.project.network.layers
        if unit is None or not (0 <= unit[0] < len(layers) and unit[1] < layers[unit[0]].units):
            self.context.messages.notice(self.tr("Select a neuron of a hidden layer or of the output in the diagram."))
            return
        loss = self.context.document.project.training.loss
        self._show(lambda network, inputs, targets: unit_expression(network, inputs, targets, unit, loss))

    def _show_network(self) -> None:
        from engine.analysis.unit_expression import network_expression

        loss = self.context.document.project.training.loss
        self._show(lambda network, inputs, targets: network_expression(network, inputs, targets, loss))

    def _show(self, write: Callable[[Network, Floats, Floats], NamedExpression]) -> None:
        """Show what `write` makes of the network as it is now and the sample that passes through it, else the first."""
        from engine.network.network import Network as AnyNetwork

        context = self.context
        data, sample = context.document.dataset, context.probe.sample or 0
        parameters = context.parameters
        if parameters is None or sample >= data.n_samples:
            context.messages.notice(self.tr("There is no sample yet that could pass through the network."))
            return
        network = AnyNetwork(context.document.project.network, parameters=parameters)
        try:
            found = write(network, data.inputs[sample], data.targets[sample])
        except EngineError as error:
            context.messages.warn(error_text(error))
            return
        context.pages.show_page(PAGE.name)
        if self._page is not None:
            self._page.show_expression(found.text, found.values)

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
