"""Screen readers are told what is selected, or what there is."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from engine.spec.plural import filled
from engine.spec.specs import NetworkSpec
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.words.descriptions import Describer
from gui.words.number_text import grouped


def selection_sentence(selection: Selection, describer: Describer) -> str:
    """What is selected: of one thing its sentence, of several how many of each kind; "" for nothing."""
    if selection.current is None:
        return ""
    if len(selection.targets) == 1:
        return describer.sentence(selection.current)
    counts = Counter(target.kind for target in selection.targets)
    parts = [_counted(kind, counts[kind]) for kind in ("layer", "neuron", "bias", "connection") if counts[kind]]
    return QCoreApplication.translate("Diagram", "Selected: {things}.").format(things=", ".join(parts))


def overview(network: NetworkSpec) -> str:
    """What there is, while nothing is selected."""
    return filled(
        QCoreApplication.translate("Diagram", "A network of {sizes} units. Walk with the arrow keys; Enter edits."),
        sizes="-".join(str(size) for size in network.sizes),
    )


def _counted(kind: str, count: int) -> str:
    translate = QCoreApplication.translate
    texts = {
        "layer": translate("Diagram", "layers: {count}"),
        "neuron": translate("Diagram", "neurons: {count}"),
        "bias": translate("Diagram", "biases: {count}"),
        "connection": translate("Diagram", "connections: {count}"),
    }
    return texts[kind].format(count=grouped(count))
