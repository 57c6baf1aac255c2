"""Typing a weight, a bias or a number of units straight on the canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from engine.spec.specs import MAX_UNITS
from gui.document.document import Document
from gui.features.diagram.editing import edits
from gui.features.diagram.editing.inline_editor import InlineEditor
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.words import rbf_texts
from gui.words import network_names
from gui.words.network_names import INPUTS
from gui.words.notation import Notation
from gui.words.number_text import exact

if TYPE_CHECKING:
    from gui.features.diagram.diagram_canvas import DiagramCanvas

_VALUE_WIDTH, _UNITS_WIDTH = 168, 64


class ValueEditing:
    """Opens one line at a time over a `DiagramCanvas`."""

    def __init__(self, view: DiagramCanvas, document: Document, notation: Notation) -> None:
        self._view, self._document, self._notation = view, document, notation
        self._editor: InlineEditor | None = None

    def can_edit(self, target: Target) -> bool:
        """Whether there is a number to type: weights and biases that are known, units of hidden layers."""
        if target.kind in ("connection", "bias", "neuron"):
            is_known = target.layer != INPUTS and self._view.values is not None
            return is_known and not (target.kind == "connection" and self._view.masks.is_cut((target,)))
        return target.kind in ("units", "layer") and edits.is_hidden(self._document, target.layer)

    def label(self, target: Target) -> str:
        """What the line is for, as a menu names it."""
        if target.kind in ("units", "layer"):
            return QCoreApplication.translate("Diagram", "Type the number of units")
        return QCoreApplication.translate("Diagram", "Type {name}").format(name=self._name(target))

    def open(self, target: Target) -> None:
        """Open a line for `target`; does nothing where there is no number to type."""
        self.close()
        if not self.can_edit(target):
            return
        if target.kind in ("units", "layer"):
            self._open_units(target.layer)
        else:
            self._open_value(Target("bias", target.layer, target.unit) if target.kind == "neuron" else target)

    def open_factor(self, target: Target, accept: Callable[[float], bool]) -> None:
        """Open a line at `target` for a factor, which `accept` takes."""
        self.close()
        label = QCoreApplication.translate("Diagram", "Type a factor")
        self._open("1", label, accept, self._view.position_of_target(target), _VALUE_WIDTH)

    def close(self) -> None:
        """Take the line away and change nothing."""
        if self._editor is not None:
            self._editor.close_line()

    def _name(self, target: Target) -> str:
        shown = Target("bias", target.layer, target.unit) if target.kind == "neuron" else target
        return self._view.describer().name(shown)

    def _open_value(self, target: Target) -> None:
        values = self._view.values
        if values is None:
            return
        value = self._turned(target, values.get(target))
        place = self._view.position_of(target.kind, target.layer, target.unit, target.input)
        self._open(exact(value), self.label(target), lambda typed: self._take_value(target, typed), place, _VALUE_WIDTH)

    def _take_value(self, target: Target, typed: float) -> bool:
        values = self._view.values
        if values is not None:
            edits.set_value(self._document, values, target, self._turned(target, typed), self._name(target))
        return True

    def _turned(self, target: Target, value: float) -> float:
        """Between the stored bias and the number shown for it, which in the lecture is the threshold −b."""
        return rbf_texts.sign(self._document.project.network, self._notation, target) * value

    def _open_units(self, layer: int) -> None:
        units = self._document.project.network.layers[layer].units
        label = self.label(Target("units", layer))
        place = self._view.position_of("units", layer)
        self._open(str(units), label, lambda typed: self._take_units(layer, typed), place, _UNITS_WIDTH)

    def _take_units(self, layer: int, typed: float) -> bool:
        if typed != int(typed) or not 1 <= typed <= MAX_UNITS:
            text = QCoreApplication.translate("Diagram", "{layer} can have 1 to {most} units.").format(
                layer=network_names.layer_title(layer, edits.n_layers(self._document)), most=MAX_UNITS
            )
            self._view.hovered.emit(text)
            return False
        edits.set_units(self._document, layer, int(typed), self._view.values)
        return True

    def _open(self, text: str, label: str, accept: object, place: QPoint, width: int) -> None:
        assert callable(accept)
        editor = InlineEditor(text, label, self._view.theme, accept, self._view.viewport())
        editor.refused.connect(self._view.hovered)
        editor.closed.connect(self._on_editor_closed)
        self._editor = editor
        editor.open_at(place, width)

    def _on_editor_closed(self) -> None:
        self._editor = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
