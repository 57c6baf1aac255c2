"""A weight, a bias or a number of units is typed straight on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from engine.spec.plural import filled
from engine.spec.specs import MAX_UNITS
from gui.document.document import Document
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.editing import edits
from gui.features.diagram.editing.inline_editor import InlineEditor
from gui.features.diagram.geometry.hit import hit_point
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.pan_zoom_view import PanZoomView
from gui.features.diagram.shown_network import ShownNetwork
from gui.features.diagram.words import rbf_layer_texts
from gui.toolkit.theme import ThemeManager
from gui.words import network_names
from gui.words.network_names import INPUTS
from gui.words.number_text import exact

_VALUE_WIDTH, _UNITS_WIDTH = 168, 64


class ValueEditing:
    """Opens one line at a time over `view`, beside the part of `scene` that it is for.

    `tell` gets the sentence that says why a number is refused.
    """

    def __init__(
        self,
        document: Document,
        shown: ShownNetwork,
        view: PanZoomView,
        scene: DiagramScene,
        themes: ThemeManager,
        *,
        tell: Callable[[str], None],
    ) -> None:
        self._document, self._shown, self._view, self._scene = document, shown, view, scene
        self._themes, self._tell = themes, tell
        self._editor: InlineEditor | None = None

    def can_edit(self, target: Target) -> bool:
        """Whether there is a number to type: weights and biases that are known, units of hidden layers."""
        if target.kind in ("connection", "bias", "neuron"):
            is_known = target.layer != INPUTS and self._shown.values is not None
            return is_known and not (target.kind == "connection" and self._shown.masks.is_cut((target,)))
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
        self._open("1", label, accept, self._position_of(target), _VALUE_WIDTH)

    def close(self) -> None:
        """Close the line and change nothing."""
        if self._editor is not None:
            self._editor.close_line()

    def _name(self, target: Target) -> str:
        return self._shown.name(Target("bias", target.layer, target.unit) if target.kind == "neuron" else target)

    def _position_of(self, target: Target) -> QPoint:
        return self._view.bring_into_view(hit_point(target, self._shown.layout, self._scene.curves))

    def _open_value(self, target: Target) -> None:
        values = self._shown.values
        if values is None:
            return
        value, centre = self._turned(target, values.get(target)), self._position_of(target)

        def accept(typed: float) -> bool:
            return self._take_value(target, typed)

        self._open(exact(value), self.label(target), accept, centre, _VALUE_WIDTH)

    def _take_value(self, target: Target, typed: float) -> bool:
        values = self._shown.values
        if values is not None:
            edits.set_value(self._document, values, target, self._turned(target, typed), self._name(target))
        return True

    def _turned(self, target: Target, value: float) -> float:
        """Between the stored bias and the number shown for it, which in the lecture is the threshold −b."""
        return rbf_layer_texts.sign(self._document.project.network, self._shown.notation, target) * value

    def _open_units(self, layer: int) -> None:
        target = Target("units", layer)
        units = self._document.project.network.layers[layer].units

        def accept(typed: float) -> bool:
            return self._take_units(layer, typed)

        self._open(str(units), self.label(target), accept, self._position_of(target), _UNITS_WIDTH)

    def _take_units(self, layer: int, typed: float) -> bool:
        if typed != int(typed) or not 1 <= typed <= MAX_UNITS:
            text = filled(
                QCoreApplication.translate("Diagram", "{layer} can have 1 to {most} units."),
                layer=network_names.layer_title(layer, edits.n_layers(self._document)),
                most=MAX_UNITS,
            )
            self._tell(text)
            return False
        edits.set_units(self._document, layer, int(typed), self._shown.values)
        return True

    def _open(self, text: str, label: str, accept: Callable[[float], bool], centre: QPoint, width: int) -> None:
        editor = InlineEditor(text, label, self._themes.theme, accept, self._view.viewport())
        editor.refused.connect(self._tell)
        editor.closed.connect(self._on_editor_closed)
        self._editor = editor
        editor.open_at(centre, width)

    def _on_editor_closed(self) -> None:
        self._editor = None
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
