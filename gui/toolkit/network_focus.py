"""This module holds which neuron the user looks at, and what a view writes onto the diagram."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.toolkit.annotations import Annotations, NeuronKey


class NetworkFocus(QObject):
    """How the window looks at the network, not part of the project.

    neuron: (layer, unit) of the neuron that was selected last, None while none is selected.
    weights: the flat indices of what is selected, where that is single weights and biases, else ().
    close_unit: (layer, unit) of the neuron to show large, None for none.
    `setting_told`: the training setting whose field is to be looked at.
    annotations: what stands at the parts of the diagram, None for nothing; what a view points out is above the rest.
    """

    neuron_changed = Signal()
    close_unit_told = Signal()
    setting_told = Signal(str)
    annotations_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.neuron: NeuronKey | None = None
        self.weights: tuple[int, ...] = ()
        self.close_unit: NeuronKey | None = None
        self._standing: Annotations | None = None
        self._pointed_out: Annotations | None = None

    @property
    def annotations(self) -> Annotations | None:
        if self._pointed_out is None or self._standing is None:
            return self._pointed_out or self._standing
        return self._pointed_out.over(self._standing)

    def set_neuron(self, neuron: NeuronKey | None) -> None:
        """Tell which neuron is selected; the same one again is told as well."""
        self.neuron = neuron
        self.neuron_changed.emit()

    def look_closely(self, unit: NeuronKey | None) -> None:
        """Tell which neuron is under the mouse or reached by keys; the same one again is told as well."""
        self.close_unit = unit
        self.close_unit_told.emit()

    def look_at_setting(self, name: str) -> None:
        """Tell that the field of the training setting `name` is to be looked at."""
        self.setting_told.emit(name)

    def set_annotations(self, annotations: Annotations | None) -> None:
        """Write onto the diagram, in place of what stands there."""
        self._standing = annotations
        self.annotations_changed.emit()

    def point_out(self, annotations: Annotations | None) -> None:
        """Let parts stand out while a view points at them; None: no longer."""
        if annotations != self._pointed_out:
            self._pointed_out = annotations
            self.annotations_changed.emit()
