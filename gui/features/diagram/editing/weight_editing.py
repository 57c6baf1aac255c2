"""The selected weights and biases are locked, cut, randomised, zeroed, negated, scaled, dragged and nudged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.spec.plural import filled
from gui.document import commands
from gui.document.document import Document
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.editing.value_drag import ValueDrag, nudge
from gui.features.diagram.editing.value_editing import ValueEditing
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.masks import chosen, connections_of
from gui.features.diagram.shown_network import ShownNetwork
from gui.words import network_names
from gui.words.number_text import four_figures, grouped

Bools = NDArray[np.bool_]


class WeightEditing:
    """Each method is one undoable step on the selection; where nothing is selected, it says what to select."""

    def __init__(
        self,
        document: Document,
        shown: ShownNetwork,
        scene: DiagramScene,
        selection: Selection,
        value_editing: ValueEditing,
    ) -> None:
        self._document, self._shown, self._scene, self._selection = document, shown, scene, selection
        self._value_editing = value_editing

    @property
    def can_edit(self) -> bool:
        """Whether weights or biases are selected."""
        return bool(self._chosen().any())

    @property
    def can_cut(self) -> bool:
        """Whether connections are selected; lines to RBF units are none, but coordinates of their centres."""
        return bool(self._connections().any())

    @property
    def is_locked(self) -> bool:
        """Whether all that is selected is locked, so that `lock_or_unlock` unlocks."""
        return self._shown.masks.is_locked(self._selection.targets)

    @property
    def is_cut(self) -> bool:
        """Whether all selected connections are cut, so that `cut_or_restore` restores."""
        return self._shown.masks.is_cut(self._selection.targets)

    def lock_or_unlock(self) -> None:
        """Lock what is selected; unlock it where all of it is locked."""
        locked = not self.is_locked
        self._do(self._chosen(), lambda now, which: commands.set_locked(*self._of(now, which), locked, self._name()))

    def cut_or_restore(self) -> None:
        """Cut the selected connections; restore them where all are cut."""
        cut = not self.is_cut
        self._do(self._connections(), lambda now, which: commands.set_cut(*self._of(now, which), cut, self._name()))

    def randomise(self) -> None:
        """Draw what is selected anew."""
        self._do(self._chosen(), lambda now, which: commands.randomise(*self._of(now, which), self._name()))

    def zero(self) -> None:
        """Set what is selected to 0."""
        self._do(self._chosen(), lambda now, which: commands.zero(*self._of(now, which), self._name()))

    def negate(self) -> None:
        """Change the sign of what is selected."""
        self._do(self._chosen(), lambda now, which: commands.negate(*self._of(now, which), self._name()))

    def scale(self) -> None:
        """Open a line for the factor by which to multiply what is selected."""
        which, current = self._chosen(), self._selection.current
        if current is None or not self.can_edit:
            self._ask_for_selection()
            return

        def accept(factor: float) -> bool:
            self._do(which, lambda now, chosen: commands.scale(*self._of(now, chosen), factor, self._name()))
            return True

        self._value_editing.open_factor(current, accept)

    def nudge(self, up: bool, fine: bool) -> None:
        """Change the selected weight or bias (of a neuron its bias) by a small step."""
        current = self._selection.current
        if current is not None and current.kind == "neuron":
            current = Target("bias", current.layer, current.unit)
        if current is not None and current.layer >= 0 and self._shown.can_drag(current):
            nudge(self._document, self._shown, self._scene, current, up=up, fine=fine)

    def drag_of(self, target: Target) -> ValueDrag:
        """A drag of the number at `target`."""
        return ValueDrag(self._document, self._shown, self._scene, target)

    def readout(self, target: Target, value: float) -> str:
        """The text beside the mouse during a drag."""
        return f"{self._shown.name(target)} = {four_figures(value)}"

    def _chosen(self) -> Bools:
        return chosen(self._document.project.network, self._selection.targets)

    def _connections(self) -> Bools:
        return connections_of(self._document.project.network, self._selection.targets)

    def _of(self, now: NDArray[np.float64], which: Bools) -> tuple[Document, NDArray[np.float64], Bools]:
        return self._document, now, which

    def _do(self, which: Bools, edit: Callable[[NDArray[np.float64], Bools], bool]) -> None:
        values = self._shown.values
        if not which.any():
            self._ask_for_selection()
        elif values is None:
            self._document.noticed.emit(QCoreApplication.translate("Diagram", "The weights are not known yet."))
        else:
            edit(values.parameters, which)

    def _ask_for_selection(self) -> None:
        self._document.noticed.emit(
            QCoreApplication.translate("Diagram", "Select a connection, bias, neuron or layer in the diagram first.")
        )

    def _name(self) -> str:
        """What is selected, as the undo history names it."""
        targets = self._selection.targets
        if len(targets) > 1:
            count = int(self._chosen().sum())
            return filled(QCoreApplication.translate("Diagram", "{count} weights and biases"), count=grouped(count))
        target = next(iter(targets), None)
        if target is None:
            return ""
        if target.kind == "layer":
            return network_names.layer_title(target.layer, len(self._document.project.network.layers))
        return self._shown.name(target)
