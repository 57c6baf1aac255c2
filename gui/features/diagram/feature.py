"""The network card: the diagram with the ready networks above it, and the commands that work on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QWidget

from gui.features.context import WindowContext
from gui.features.diagram.actions import EDIT, STRUCTURE, VIEW, WEIGHTS
from gui.features.diagram.diagram_panel import DiagramPanel
from gui.features.diagram.diagram_view import DiagramView
from gui.features.diagram.palette.network_palette import NetworkPalette
from gui.features.feature import Feature
from gui.toolkit.containers.card import card_spec

CARD = card_spec("diagram", QT_TRANSLATE_NOOP("Cards", "Network"), has_quiet_row=True)
ZOOM = 1.25


class DiagramFeature(Feature):
    """Commands for weights of which none is selected are greyed out.

    The clipboard's keys work on layers only while the diagram has the focus; elsewhere they belong to text.
    """

    actions = (*EDIT, *STRUCTURE, *WEIGHTS, *VIEW)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.view = DiagramView(context.document, context.themes, context.notation)
        self.view.aids.probe = context.probe
        self.view.neuron_actions = [context.actions["neuron_graph"]]
        self.palette = NetworkPalette(context.document, context.themes)
        self._panel = DiagramPanel(self.palette, self.view)
        context.cards.add(CARD, self._panel, self.palette)
        context.clock.add(self.view.show_frame)
        answer = context.hidden_answer
        answer.changed.connect(lambda: self.view.cover_outputs(answer.is_on))
        self._connect_commands()
        self._connect_reading()
        self.view.selection_changed.connect(self._on_view_selection_changed)
        context.document.changed.connect(self._show_possible)  # a layer may have become one of RBF units
        self._show_possible()
        context.actions["palette"].setChecked(True)
        context.actions["palette"].toggled.connect(self.palette.setVisible)

    def lend(self, room: QWidget | None) -> None:
        """Let the canvas stand in `room`, which has a layout, for the time being; for None, on its card again."""
        (room or self._panel).layout().addWidget(self.view)  # type: ignore[union-attr]
        self.view.show()

    def _connect_commands(self) -> None:
        view, building, weights = self.view, self.view.building, self.view.weight_editing
        slots: dict[str, Callable[[], object]] = {
            "cut_layers": building.cut_layers,
            "copy_layers": building.copy_layers,
            "paste_layers": building.paste_layers,
            "duplicate_layers": building.duplicate_layers,
            "remove_selected": view.remove_selected,
            "select_all": view.select_all,
            "add_layer": view.add_layer_after_selection,
            "remove_layer": view.remove_selected_layer,
            "more_units": view.more_units,
            "fewer_units": view.fewer_units,
            "lock_weights": weights.lock_or_unlock,
            "cut_connections": weights.cut_or_restore,
            "randomise_weights": weights.randomise,
            "zero_weights": weights.zero,
            "negate_weights": weights.negate,
            "scale_weights": weights.scale,
            "zoom_in": lambda: view.zoom(ZOOM),
            "zoom_out": lambda: view.zoom(1 / ZOOM),
            "fit_diagram": view.fit,
        }
        for name, slot in slots.items():
            self.context.actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        for spec in EDIT:
            action = self.context.actions[spec.name]
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            view.addAction(action)

    def _show_possible(self) -> None:
        weights, actions = self.view.weight_editing, self.context.actions
        can_edit = weights.can_edit
        for spec in WEIGHTS:
            actions[spec.name].setEnabled(can_edit)
        actions["cut_connections"].setEnabled(weights.can_cut)

    def _on_view_selection_changed(self) -> None:
        self._show_possible()
        selected, neuron = self.view.selected, None
        if selected is not None and selected.kind == "neuron" and selected.unit is not None:
            neuron = selected.layer, selected.unit
        self.context.focus.weights = self.view.selected_weights()
        self.context.focus.set_neuron(neuron)

    # ------------------------------------------------------------------ numbers and focus

    def _connect_reading(self) -> None:
        context, act = self.context, self.context.actions
        self.view.attention_changed.connect(self._on_view_attention_changed)
        context.focus.annotations_changed.connect(lambda: self.view.set_annotations(context.focus.annotations))
        act["weight_numbers"].toggled.connect(lambda on: self._show_numbers("all", on))
        act["neuron_weights"].toggled.connect(lambda on: self._show_numbers("neuron", on))
        act["focus_neuron"].toggled.connect(self._on_focus_toggled)

    def _on_view_attention_changed(self) -> None:
        """Tell the session and the other views what is under the mouse or, for people who use keys, selected."""
        looked_at = self.view.hovered_target or self.view.selected
        self.context.session.want_gradient(looked_at is not None and looked_at.kind in ("connection", "bias"))
        self.context.focus.look_closely(self.view.close_unit)

    def _show_numbers(self, what: str, on: bool) -> None:
        """Write these numbers, and not the others, onto the diagram; or none."""
        other = self.context.actions["neuron_weights" if what == "all" else "weight_numbers"]
        if on:
            other.setChecked(False)
        elif other.isChecked():
            return
        self.view.aids.labels = what if on else "none"
        self.view.aids.refresh()
        if on and what == "neuron":
            self._ask_for_neuron()

    def _on_focus_toggled(self, on: bool) -> None:
        self.view.aids.focus = on
        self.view.aids.refresh()
        if on:
            self._ask_for_neuron()

    def _ask_for_neuron(self) -> None:
        """Say what is missing where nothing seems to happen."""
        if self.view.aids.neuron is None:
            self.context.messages.notice(self.tr("Point at a neuron in the diagram, or select one."))
