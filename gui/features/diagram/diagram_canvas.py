"""The canvas draws the document's network and follows document, theme, notation and frames; it takes no input."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QColor, QEnterEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.project.project import Project
from gui.document.document import Document
from gui.features.diagram.accessibility import Accessibility
from gui.features.diagram.accessible_parts import AccessibleCanvas, parts_of
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.editing import edits
from gui.features.diagram.editing.value_editing import ValueEditing
from gui.features.diagram.focus_rim_view import FocusRimView
from gui.features.diagram.geometry.diagram_layout import fitting_layout, height_for_neurons
from gui.features.diagram.geometry.hit import gap_at, hit_point, target_at
from gui.features.diagram.geometry.picking import kept
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.masks import masks_of
from gui.features.diagram.minimap import Minimap
from gui.features.diagram.reading_aids import ReadingAids
from gui.features.diagram.shown_network import ShownNetwork
from gui.features.diagram.style import DiagramStyle
from gui.features.diagram.values import Values, start_values
from gui.toolkit.annotations import Annotations
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.network_names import INPUTS
from gui.words.notation import Notation

if TYPE_CHECKING:
    from gui.features.diagram.printed_diagram import PrintedDiagram

LEAST_ON_STAGE = 48.0
"""Pixels across a neuron, below which its map cannot be read from afar."""


class DiagramCanvas(View, FocusRimView):
    """Shows the network, one thing hovered and any number selected; `DiagramView` adds mouse and keys."""

    hovered = Signal(str)  # a sentence on what is under the mouse or, failing that, selected; "" for nothing
    selection_changed = Signal()
    attention_changed = Signal()  # what is hovered, or selected by keys: `hovered_target`, `close_unit` …

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diagram_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document, self._themes, self._notation = document, themes, notation
        self._style = DiagramStyle(themes.theme, self.font())
        project = document.project
        self._room_before = QSize(480, 330)
        layout = fitting_layout(project.network.sizes, self._room_before, themes.theme.scale)
        self._is_inside = False
        self.shown = ShownNetwork(notation, project.network, document.dataset, layout, masks_of(project))
        self.shown.values = start_values(project)
        self.selection = Selection(self)
        self._mouse: QPointF | None = None
        self._accessibility = Accessibility(self, self.shown, self.selection, self.hovered.emit)
        self._scene = DiagramScene(self._style, notation, self)
        self.setScene(self._scene)
        self._minimap = Minimap(self)
        self._value_editing = ValueEditing(document, self.shown, self, self._scene, themes, tell=self.hovered.emit)
        self._aids = ReadingAids(self.shown, self._scene, self.selection)
        self.setBackgroundBrush(QColor(themes.theme.panel))
        self.retranslate()
        document.changed.connect(self._on_document_changed)
        themes.changed.connect(self.apply_theme)
        notation.changed.connect(self.retranslate)
        self.selection.changed.connect(self._on_selection_changed)
        self.key_use_changed.connect(self.attention_changed)

    # ---- what others use

    @property
    def selected(self) -> Target | None:
        """What was selected last; `selection` holds everything that is."""
        return self.selection.current

    @property
    def hovered_target(self) -> Target | None:
        """What is under the mouse."""
        return self.selection.hovered

    @property
    def close_unit(self) -> tuple[int, int] | None:
        """The neuron to show large, (layer, unit): under the mouse or, for people who use keys, selected."""
        reached_by_keys = self.selected if self.has_key_focus else None
        for target in (self.hovered_target, reached_by_keys):
            if target is not None and target.kind == "neuron" and target.layer != INPUTS and target.unit is not None:
                return target.layer, target.unit
        return None

    @property
    def aids(self) -> ReadingAids:
        """What helps to read the picture; `refresh` it after a change."""
        return self._aids

    def position_of(
        self, kind: str, layer: int | None = None, unit: int | None = None, input: int | None = None
    ) -> QPoint:
        """Where to click, in the viewport, to hit something painted.

        kind: "neuron" (layer −1: the inputs), "bias", "connection" (`input`: the source's unit in the layer before),
        "layer" (its name), "add_layer" (`layer`: the index at which the new layer will stand), "remove_layer",
        "more_units", "fewer_units", "units", "activation". The output layer's ± are there but do nothing.
        What is outside a picture that scrolls is scrolled to.
        Raises KeyError for what is not on the canvas, units of a summarised column among it.
        """
        target = Target(kind, INPUTS if layer is None else layer, unit, input)
        return self.bring_into_view(hit_point(target, self.shown.layout, self._scene.curves))

    def place_of(self, target: Target) -> QPointF:
        """Where `target` is in the scene. Raises KeyError for what is not on the canvas."""
        return hit_point(target, self.shown.layout, self._scene.curves)

    def drawn_parts(self) -> list[Target]:
        """The neurons, biases and connections that are drawn one by one."""
        return parts_of(self.shown.layout, self._scene.curves)

    def sentence_of(self, target: Target) -> str:
        """The name and value of a part."""
        return self.shown.describer().sentence(target)

    def accessible_interface(self) -> QAccessibleInterface:
        """What screen readers see: the parts are children of the canvas."""
        return AccessibleCanvas(self, self)

    def cover_outputs(self, on: bool) -> None:
        """Show no maps of the outputs, or show them again."""
        if on != self._scene.covers_outputs:
            self._scene.covers_outputs = on
            self._scene.show_plane(self.shown.trace, self._document.project.network, self.shown.data)

    def show_frame(self, frame: Frame) -> None:
        """Show a frame's weights, biases and maps; frames of another network are ignored."""
        network = self._document.project.network
        if frame.network != network:
            return
        self.shown.values = Values(network, frame.snapshot.parameters)
        self._scene.show_values(self.shown.values)
        self._scene.show_health(frame.health)
        if frame.plane is not None:  # else the plane was chosen for other inputs: the next frame has one, till then
            self.shown.trace = frame.plane  # the neurons keep their maps
            self._scene.show_plane(frame.plane, network, self.shown.data)
        self._aids.take_frame(frame)
        marks = (self.hovered_target, *self.selection.targets)
        if any(mark.kind == "connection" for mark in marks if mark is not None):
            self._show_marks()
        else:
            self._aids.refresh()
        if self.hovered_target is not None or self.selected is not None:
            self._accessibility.tell_target()

    def select(self, target: Target | None) -> None:
        """Select something alone, or nothing."""
        self.selection.only(target)

    def set_annotations(self, annotations: Annotations | None) -> None:
        """Write numbers onto the diagram and emphasise parts, until others are set or None."""
        self._aids.set_annotations(annotations)

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Diagram", "Network diagram"))
        self._show_structure()
        self._accessibility.describe()

    def remember_room(self) -> None:
        """Note the room that there is before the window goes on stage: there no neuron is smaller than in it."""
        self._room_before = self.viewport().size()

    def height_on_stage(self) -> int:
        """How high it must be for neurons that can be seen from the last row."""
        return height_for_neurons(self.shown.network.sizes, self._least_neuron(), self._themes.theme.scale)

    def _least_neuron(self) -> float:
        if not self._themes.theme.on_stage:
            return 0.0
        before = fitting_layout(self.shown.network.sizes, self._room_before)
        return max(LEAST_ON_STAGE, before.columns[0].size)

    def apply_theme(self, theme: Theme) -> None:
        self._show_buttons()
        self._style = DiagramStyle(theme, self.font())
        self.setBackgroundBrush(QColor(theme.panel))
        self.show_part(self.part)  # what somebody has zoomed to stays so on stage

    @property
    def diagram_scene(self) -> DiagramScene:
        """The picture's items."""
        return self._scene

    def picture(self) -> PrintedDiagram:
        """The whole network as it is now, with the numbers that are written onto it, for paper."""
        from gui.features.diagram.printed_diagram import DiagramMoment, PrintedDiagram

        shown = self.shown
        parameters = None if shown.values is None else shown.values.parameters
        moment = DiagramMoment(shown.network, shown.data, parameters, shown.trace, shown.masks)
        return PrintedDiagram(moment, self._notation, self._aids.asked(), size=self.viewport().size())

    # ---- following the document, the theme and the window

    def arrange(self) -> None:
        room, theme = self.viewport().size(), self._themes.theme
        self.shown.layout = fitting_layout(
            self.shown.network.sizes, room, theme.scale, smallest=self._smallest, least_neuron=self._least_neuron()
        )
        self._show_structure()

    def _show_structure(self) -> None:
        shown = self.shown
        self._scene.show_structure(shown.network, shown.data, shown.layout, self._style)
        self._minimap.show_layout(shown.layout, self._themes.theme)
        self._scene.show_masks(shown.masks, shown.layout)
        self._scene.show_values(shown.values)
        self._scene.show_health(shown.health)
        self.selection.hovered = None if self._mouse is None else self.target_at(self._mouse)
        self._show_gap()
        if self.selected is not None and not self._is_drawn(self.selected):
            drawn = [target for target in self.selection.targets if self._is_drawn(target)]
            self.selection.replace(drawn or [Target("layer", self.selected.layer)])
        self._show_marks()
        self._accessibility.tell_target()

    def _show_marks(self) -> None:
        self._scene.show_marks(self.shown.layout, self.hovered_target, self.selection.targets)
        self._aids.refresh()

    def _on_selection_changed(self) -> None:
        self._show_marks()
        if self.selected is not None and self._is_drawn(self.selected):
            self.reveal(hit_point(self.selected, self.shown.layout, self._scene.curves))
        self._accessibility.tell_target()
        self._accessibility.describe()
        self._accessibility.announce()
        self.selection_changed.emit()
        self.attention_changed.emit()

    def _is_drawn(self, target: Target) -> bool:
        try:
            hit_point(target, self.shown.layout, self._scene.curves)
        except KeyError:
            return False
        return True

    def _on_document_changed(self, before: Project, after: Project) -> None:
        shown, names = self.shown, self.shown.data.input_names
        shown.network, shown.data = after.network, self._document.dataset
        has_new_masks = (before.locked, before.cut) != (after.locked, after.cut)
        if has_new_masks or before.network.sizes != after.network.sizes:
            shown.masks = masks_of(after)
        if _start_of(before) != _start_of(after):
            shown.values = start_values(after)
            self._value_editing.close()
        if before.network.n_inputs != after.network.n_inputs or before.network.layers != after.network.layers:
            self._rebuild(before, after)
        elif names != shown.data.input_names:
            self._show_structure()
        elif has_new_masks:
            self._show_new_masks()
        elif shown.values is not None:  # otherwise the picture stays until the frame that replaces it comes
            self._scene.show_values(shown.values)
            self._aids.refresh()

    def _show_new_masks(self) -> None:
        """Mark what is locked or cut now, and say so of what is selected."""
        self._scene.show_masks(self.shown.masks, self.shown.layout)
        self._scene.show_values(self.shown.values)
        self._show_marks()
        self._accessibility.tell_target()
        self._accessibility.describe()

    def _rebuild(self, before: Project, after: Project) -> None:
        """Show a network with other layers."""
        with QSignalBlocker(self.selection):
            selected = self.selection.targets, self.selection.current
            if self._document.is_loading:
                self.selection.only(None)
            else:
                self.selection.replace(*kept(*selected, before.network, after.network))
            self._aids.take_frame(None)
            self.fit_readably()
        self.shown.trace = None
        self._scene.show_plane(None, after.network, self.shown.data)
        self._accessibility.describe()
        if (self.selection.targets, self.selection.current) != selected:
            self.selection.changed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_inside = True
        self._show_buttons()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_inside = False
        self._show_buttons()

    def _show_buttons(self) -> None:
        """On stage ±, × and + are there only while the mouse is."""
        self._scene.show_buttons(self._is_inside or not self._themes.theme.on_stage)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.apply_theme(self._themes.theme)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        theme = self._themes.theme
        return QSize(theme.px(200), theme.px(140))

    # ---- what is hovered, and the focus

    def target_at(self, point: QPointF) -> Target | None:
        """What is at a point of the viewport."""
        return target_at(self.scene_point(point), self.shown.layout, self._scene.curves)

    def _show_gap(self) -> None:
        """Emphasise the + between two columns while the mouse is between them."""
        index = None if self._mouse is None else gap_at(self.scene_point(self._mouse), self.shown.layout)
        for layer in range(len(self.shown.layout.columns) - 1):
            button = self._scene.items_of(layer).add_button
            if button is not None:
                button.set_near(layer == index)

    def _set_hover(self, target: Target | None) -> None:
        if target == self.hovered_target:
            return
        self.selection.hovered = target
        self.viewport().setCursor(self._cursor_over(target))
        self._show_marks()
        self._accessibility.tell_target()
        self.attention_changed.emit()

    def _cursor_over(self, target: Target | None) -> Qt.CursorShape:
        if target is not None and target.is_button:
            return Qt.CursorShape.PointingHandCursor
        if edits.can_move(self._document, target):
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.SizeVerCursor if self.shown.can_drag(target) else Qt.CursorShape.ArrowCursor

    def rim_pen(self) -> QPen:
        return QPen(self._style.accent, 2 * self._style.theme.scale)


def _start_of(project: Project) -> tuple[object, ...]:
    """What the first weights of a run depend on."""
    return project.network, project.parameters, project.training.seed
