"""Menus and keys build with the selected layers and neurons; each method is one undoable step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from engine.network.layer_copy import LayerCopy, copies_from_text, copies_to_text, copy_layers
from engine.spec.errors import EngineError
from gui.document.document import Document
from gui.features.diagram.editing import edits
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.shown_network import ShownNetwork
from gui.words.error_text import error_text
from gui.words.network_names import INPUTS

_FORMAT = "application/x-perceptra-layers"


class Building:
    """Edits what is selected on the canvas, and selects what it made."""

    def __init__(self, document: Document, shown: ShownNetwork, selection: Selection) -> None:
        self._document, self._shown, self._selection = document, shown, selection

    def add_layer(self, index: int) -> None:
        """Add a hidden layer that will stand at `index`."""
        if edits.add_layer(self._document, index, self._shown.values):
            self._selection.only(Target("layer", index))

    def add_layer_after_selection(self) -> None:
        """Add a hidden layer after the selected layer, before the output layer when that or nothing is selected."""
        self.add_layer(self._index_after())

    def remove_layers(self, layers: tuple[int, ...]) -> None:
        """Remove hidden layers; the one before them is selected next."""
        if edits.remove_layers(self._document, layers, self._shown.values):
            self._selection.only(Target("layer", max(min(layers) - 1, INPUTS)))

    def remove_selected(self) -> None:
        """Remove what is selected: these very neurons, whole layers; the nearest that is left is selected next."""
        selection = self._selection
        neurons, layers = selection.of_kind("neuron"), selection.layers
        if selection.targets and not neurons and not layers:
            self._document.noticed.emit(
                QCoreApplication.translate("Diagram", "A bias, a centre or a width goes only with its neuron.")
            )
            return
        if not neurons:
            self.remove_layers(layers)
            return
        sizes = self._document.project.network.sizes
        whole = {Target("neuron", layer, unit) for layer in layers for unit in range(sizes[layer + 1])}
        first = neurons[0]
        if edits.remove_units(self._document, whole.union(neurons), self._shown.values):
            self._select_near(first)

    def change_units(self, step: int) -> None:
        """Add a unit to the selected layer, or take one."""
        edits.change_units(self._document, self._selection.current_layer, step, self._shown.values)

    def can_move(self, target: Target | None) -> bool:
        """Whether `target` is one of several hidden layers, which can be dragged by their names."""
        return edits.can_move(self._document, target)

    def move_layer(self, layer: int, index: int) -> None:
        """Put a hidden layer at `index` among the others."""
        if edits.move_layer(self._document, layer, index, self._shown.values):
            self._selection.only(Target("layer", index))

    def move_selected(self, step: int) -> None:
        """Move the selected hidden layer past its neighbour; at the end nothing moves."""
        layer = self._selection.current_layer
        last = edits.n_layers(self._document) - 2
        if layer is not None and edits.is_hidden(self._document, layer) and 0 <= layer + step <= last:
            self.move_layer(layer, layer + step)

    def copy_layers(self) -> bool:
        """Put the selected layers on the clipboard; whether there are any."""
        copies = self._copies()
        if copies:
            _put_on_clipboard(copies)
        return bool(copies)

    def cut_layers(self) -> None:
        """Put the selected layers on the clipboard and remove them."""
        layers = self._chosen_layers()
        if self.copy_layers() and edits.cut_layers(self._document, layers, self._shown.values):
            self._selection.only(Target("layer", max(layers[0] - 1, INPUTS)))

    def paste_layers(self) -> None:
        """Put the clipboard's layers behind the selected one."""
        try:
            copies = _from_clipboard()
        except EngineError as error:
            self._document.noticed.emit(error_text(error))
            return
        self._insert(self._index_after(), copies, edits.paste_layers)

    def duplicate_layers(self) -> None:
        """Put copies of the selected layers behind them."""
        layers = self._chosen_layers()
        if layers:
            last = edits.n_layers(self._document) - 1
            self._insert(min(layers[-1] + 1, last), self._copies(), edits.duplicate_layers)

    def _insert(self, index: int, copies: tuple[LayerCopy, ...], make: edits.Insert) -> None:
        if make(self._document, index, copies, self._shown.values):
            made = [Target("layer", index + number) for number in range(len(copies))]
            self._selection.replace(made, made[-1])

    def _copies(self) -> tuple[LayerCopy, ...]:
        layers, values = self._chosen_layers(), self._shown.values
        if not layers:
            return ()
        if values is None:
            self._document.noticed.emit(QCoreApplication.translate("Diagram", "The weights are not known yet."))
            return ()
        return copy_layers(self._document.project.network, values.parameters, layers)

    def _chosen_layers(self) -> tuple[int, ...]:
        """The layers selected as a whole, or else those of what is selected; never the inputs."""
        selection = self._selection
        layers = selection.layers or tuple(sorted({target.layer for target in selection.targets}))
        return tuple(layer for layer in layers if layer != INPUTS)

    def _index_after(self) -> int:
        layer, last = self._selection.current_layer, edits.n_layers(self._document) - 1
        return last if layer is None else min(layer + 1, last)

    def _select_near(self, neuron: Target) -> None:
        sizes = self._document.project.network.sizes
        if neuron.layer + 1 >= len(sizes) or neuron.unit is None:
            self._selection.only(None)
            return
        there = replace(neuron, unit=min(neuron.unit, sizes[neuron.layer + 1] - 1))
        self._selection.only(there)


def _put_on_clipboard(copies: Sequence[LayerCopy]) -> None:
    """Replace what is on the system's clipboard, for this window and others."""
    text = copies_to_text(copies)
    data = QMimeData()
    data.setData(_FORMAT, text.encode())
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def _from_clipboard() -> tuple[LayerCopy, ...]:
    """The layers on the clipboard, which stay there. Raises EngineError where there are none."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None on some platforms where it is empty
    if data is None:
        return copies_from_text("")
    text = bytes(data.data(_FORMAT).data()).decode(errors="replace") if data.hasFormat(_FORMAT) else data.text()
    return copies_from_text(text)
