"""Each ready network has a name and layers, and can become the document's network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData

from engine.project.demos import demo
from engine.project.lecture_demos import XOR_RUN
from engine.spec.plural import filled
from gui.document import commands
from gui.document.document import Document
from gui.features.diagram.values import Values

_FORMAT = "application/x-perceptra-network"


@dataclass(frozen=True)
class ReadyNetwork:
    """Hidden layers of so many units each; `demo` instead names an example whose whole project is taken over."""

    name: str
    hidden: tuple[int, ...] = ()
    demo: str = ""

    def sizes(self, document: Document) -> tuple[int, ...]:
        """Inputs, hidden units and outputs as they will be: inputs and outputs follow the document's data."""
        if self.demo:
            return _sizes_of(self.demo)
        network = document.project.network
        return (network.n_inputs, *self.hidden, network.n_outputs)

    def title(self, document: Document) -> str:
        """What stands on its chip."""
        if self.demo:
            return QCoreApplication.translate("Diagram", "Lecture")
        if not self.hidden:
            return QCoreApplication.translate("Diagram", "Perceptron")
        return "-".join(str(size) for size in self.sizes(document))

    def hint(self, document: Document) -> str:
        """What it is and what to do with it, in two sentences."""
        how = QCoreApplication.translate("Diagram", "Click, or drag onto the network, to use it.")
        if self.demo:
            what = QCoreApplication.translate(
                "Diagram", "The lecture's XOR network, 2-2-1, with its data, its start and its learning rate."
            )
        elif not self.hidden:
            what = QCoreApplication.translate("Diagram", "A perceptron: no hidden layer, {sizes}.")
        else:
            what = QCoreApplication.translate("Diagram", "A network of {sizes} units.")
        return filled(what, sizes="-".join(str(size) for size in self.sizes(document))) + " " + how

    def use(self, document: Document, values: Values | None) -> bool:
        """Make it the document's network, as one step to undo; whether something changed."""
        if not self.demo:
            same = values is not None and values.network.sizes == document.project.network.sizes
            current = values.parameters if values is not None and same else None
            return commands.set_hidden_layers(document, tuple((units, None) for units in self.hidden), current)
        return self._use_demo(document)

    def _use_demo(self, document: Document) -> bool:
        """Take the example's project over; how a start is drawn stays, as the example's is given by number."""
        made, present = demo(self.demo), document.project.network
        network = replace(made.network, initialization=present.initialization, initial_range=present.initial_range)
        text = QCoreApplication.translate("Commands", "Take over the lecture's network")
        if not commands.edit_project(document, text, replace(made, network=network)):
            return False
        document.noticed.emit(
            QCoreApplication.translate(
                "Diagram", "Data, start and learning rate are the lecture's now; Undo brings yours back."
            )
        )
        return True

    def mime(self) -> QMimeData:
        """What a drag carries."""
        data = QMimeData()
        data.setData(_FORMAT, QByteArray(self.name.encode()))
        return data


@cache
def _sizes_of(name: str) -> tuple[int, ...]:
    return demo(name).network.sizes


READY_NETWORKS = (
    ReadyNetwork("perceptron"),
    ReadyNetwork("hidden_2", (2,)),
    ReadyNetwork("hidden_4", (4,)),
    ReadyNetwork("hidden_8_8", (8, 8)),
    ReadyNetwork("lecture", demo=XOR_RUN),
)


def network_in(data: QMimeData) -> ReadyNetwork | None:
    """The ready network that a drag carries; None for other drags."""
    name = bytes(data.data(_FORMAT).data()).decode(errors="replace")
    return next((network for network in READY_NETWORKS if network.name == name), None)
