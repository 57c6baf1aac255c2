"""This module holds which neuron the user looks at, and what a view writes onto the diagram."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.toolkit.annotations import Annotations, NeuronKey


class NetworkFocus(QObject):
    """How the window looks at the network, not part of the project.

    neuron: (layer, unit) of the neuron that was selected last, None while none is selected.
    weights: the flat indices of what is selected, where that is single weights and biases, else ().
    close_unit: (layer, unit) of the neuron to show large, None for none.
    annotations: what stands at the parts of the diagram, None for nothing.
    """

    neuron_changed = Signal()
    close_unit_told = Signal()
    annotations_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.neuron: NeuronKey | None = None
        self.weights: tuple[int, ...] = ()
        self.close_unit: NeuronKey | None = None
        self.annotations: Annotations | None = None

    def set_neuron(self, neuron: NeuronKey | None) -> None:
        """Tell which neuron is selected; the same one again is told as well."""
        self.neuron = neuron
        self.neuron_changed.emit()

    def look_closely(self, unit: NeuronKey | None) -> None:
        """Tell which neuron is under the mouse or reached by keys; the same one again is told as well."""
        self.close_unit = unit
        self.close_unit_told.emit()

    def set_annotations(self, annotations: Annotations | None) -> None:
        """Write onto the diagram, in place of what stands there."""
        self.annotations = annotations
        self.annotations_changed.emit()
