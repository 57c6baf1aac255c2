"""The canvas without hands: follows document, theme, notation and frames, and says what is hovered or selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.network.plane_trace import PlaneTrace
from engine.project.project import Project
from gui.document.document import Document
from gui.features.diagram.annotations import Annotations
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.editing import edits
from gui.features.diagram.editing.value_editing import ValueEditing
from gui.features.diagram.focus_rim_view import FocusRimView
from gui.features.diagram.geometry.curves import Curves
from gui.features.diagram.geometry.diagram_layout import Layout, fitting_layout
from gui.features.diagram.geometry.hit import gap_at, hit_point, target_at
from gui.features.diagram.geometry.masks import Masks, masks_of
from gui.features.diagram.geometry.picking import kept
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.minimap import Minimap
from gui.features.diagram.printed_diagram import DiagramMoment, PrintedDiagram
from gui.features.diagram.reading_aids import ReadingAids
from gui.features.diagram.style import DiagramStyle
from gui.features.diagram.values import Values, start_values
from gui.features.diagram.words.accessibility import Voice
from gui.features.diagram.words.descriptions import Describer
from gui.toolkit.theme import Theme, ThemeManager
from gui.words.network_names import INPUTS
from gui.words.notation import Notation
from gui.words.number_text import four_figures


class DiagramCanvas(FocusRimView):
    """The document's network as a picture, one thing hovered and any number selected; mouse and keys come on top."""

    hovered = Signal(str)  # a sentence on what is under the mouse or, failing that, selected; "" for nothing
    selection_changed = Signal()
    attention_changed = Signal()  # what is hovered, selected or walked to by keys: `hovered_target`, `close_unit` …

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diagram_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document, self._themes, self._notation = document, themes, notation
        self._data = document.dataset
        self._style = DiagramStyle(themes.theme, self.font())
        self._layout = fitting_layout(document.project.network.sizes, 480, 330, themes.theme.scale)
        self._values = start_values(document.project)
        self._trace: PlaneTrace | None = None
        self._masks = masks_of(document.project)
        self._hover: Target | None = None
        self.selection = Selection(self)
        self._mouse: QPointF | None = None
        self._voice = Voice(self)
        self._scene = DiagramScene(self._style, notation, self)
        self.setScene(self._scene)
        self._minimap = Minimap(self)
        self._editing = ValueEditing(self, document, notation)
        self._aids = ReadingAids(self, notation)
        self.setBackgroundBrush(QColor(themes.theme.panel))
        self.retranslate()
        document.changed.connect(self._on_document_changed)
        themes.changed.connect(self._on_themes_changed)
        notation.changed.connect(self.retranslate)
        self.selection.changed.connect(self._on_selection_changed)
        self.key_use_changed.connect(self.attention_changed)

    # ---- what others use

    @property
    def selected_layer(self) -> int | None:
        """The layer of what was selected last, −1 for the inputs; None when nothing is."""
        return None if self.selected is None else self.selected.layer

    @property
    def selected(self) -> Target | None:
        """What was selected last; `selection` holds everything that is."""
        return self.selection.current

    @property
    def curves(self) -> Sequence[Curves]:
        """The curves before each layer."""
        return self._scene.curves

    @property
    def hovered_target(self) -> Target | None:
        """What is under the mouse."""
        return self._hover

    @property
    def close_unit(self) -> tuple[int, int] | None:
        """The neuron to show large, (layer, unit): under the mouse or, for people who walk by keys, selected."""
        walked = self.selected if self.is_walked else None
        for target in (self._hover, walked):
            if target is not None and target.kind == "neuron" and target.layer != INPUTS and target.unit is not None:
                return target.layer, target.unit
        return None

    @property
    def aids(self) -> ReadingAids:
        """What helps to read the picture; `refresh` it after a change."""
        return self._aids

    @property
    def input_names(self) -> tuple[str, ...]:
        """What the data set calls its inputs."""
        return self._data.input_names

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._themes.theme

    @property
    def values(self) -> Values | None:
        """The weights and biases on screen; None until the first frame of this network."""
        return self._values

    @property
    def masks(self) -> Masks:
        """What is locked and what is cut."""
        return self._masks

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
        point = hit_point(target, self._layout, self._scene.curves)
        self.reveal(point)
        return self.mapFromScene(point)

    def position_of_target(self, target: Target) -> QPoint:
        """Where `target` is in the viewport, as `position_of`."""
        return self.position_of(target.kind, target.layer, target.unit, target.input)

    def can_drag(self, target: Target | None) -> bool:
        """Whether there is a number at `target` that follows the mouse."""
        if target is None or target.kind not in ("connection", "bias") or self._values is None:
            return False
        return target.kind == "bias" or not self._masks.is_cut((target,))

    def can_move(self, target: Target | None) -> bool:
        """Whether `target` is one of several hidden layers, which can be dragged by their names."""
        if target is None or target.kind != "layer" or len(self._document.project.network.layers) < 3:
            return False
        return edits.is_hidden(self._document, target.layer)

    def show_frame(self, frame: Frame) -> None:
        """Show a frame's weights, biases and maps; frames of another network are ignored."""
        network = self._document.project.network
        if frame.network != network:
            return
        self._values = Values(network, frame.snapshot.parameters)
        self._scene.show_values(self._values)
        self._trace = frame.plane
        self._scene.show_plane(frame.plane, network, self._data)
        self._aids.take_frame(frame)
        if any(mark.kind == "connection" for mark in (self._hover, *self.selection.targets) if mark is not None):
            self._show_marks()
        else:
            self._aids.refresh()
        if self._hover is not None or self.selected is not None:
            self._voice.say()

    def select(self, target: Target | None) -> None:
        """Select something alone, or nothing."""
        self.selection.only(target)

    def set_annotations(self, annotations: Annotations | None) -> None:
        """Write numbers onto the diagram and let parts stand out, until other ones or None come."""
        self._aids.set_annotations(annotations)

    def retranslate(self) -> None:
        """Write everything anew in the language and notation in force."""
        self.setAccessibleName(QCoreApplication.translate("Diagram", "Network diagram"))
        self._show_structure()
        self._voice.describe()

    @property
    def diagram_scene(self) -> DiagramScene:
        """The picture's items."""
        return self._scene

    def picture(self) -> PrintedDiagram:
        """The whole network as it is now, with the numbers that are written onto it, for paper."""
        network = self._document.project.network
        parameters = None if self._values is None else self._values.parameters
        moment = DiagramMoment(network, self._data, parameters, self._trace, self._masks)
        return PrintedDiagram(moment, self._notation, self._aids.asked(), size=self.viewport().size())

    def layout_of(self) -> Layout:
        """Where everything stands, in scene coordinates."""
        return self._layout

    def describer(self, number: Callable[[float], str] = four_figures) -> Describer:
        """Says in words what stands on the canvas; `number` writes the values."""
        network = self._document.project.network
        return Describer(
            network,
            self._data,
            self._layout,
            self._notation,
            self._values,
            number,
            masks=self._masks,
            passed=self._aids.passed,
            gradient=self._aids.gradient,
        )

    # ---- following the document, the theme and the window

    def arrange(self) -> None:
        room = self.viewport().size()
        self._layout = fitting_layout(
            self._document.project.network.sizes,
            room.width(),
            room.height(),
            self._themes.theme.scale,
            self._smallest,
        )
        self._show_structure()

    def _show_structure(self) -> None:
        self._scene.show_structure(self._document.project.network, self._data, self._layout, self._style)
        self._minimap.show_layout(self._layout, self._themes.theme)
        self._scene.show_masks(self.masks, self._layout)
        self._scene.show_values(self._values)
        self._hover = None if self._mouse is None else self.target_at(self._mouse)
        self._show_gap()
        if self.selected is not None and not self._is_drawn(self.selected):
            drawn = [target for target in self.selection.targets if self._is_drawn(target)]
            self.selection.replace(drawn or [Target("layer", self.selected.layer)])
        self._show_marks()
        self._voice.say()

    def _show_marks(self) -> None:
        self._scene.show_marks(self._layout, self._hover, self.selection.targets)
        self._aids.refresh()

    def _on_selection_changed(self) -> None:
        self._show_marks()
        if self.selected is not None and self._is_drawn(self.selected):
            self.reveal(hit_point(self.selected, self._layout, self._scene.curves))
        self._voice.say()
        self._voice.describe()
        self._voice.announce()
        self.selection_changed.emit()
        self.attention_changed.emit()

    def _is_drawn(self, target: Target) -> bool:
        try:
            hit_point(target, self._layout, self._scene.curves)
        except KeyError:
            return False
        return True

    def _on_document_changed(self, before: Project, after: Project) -> None:
        names = self._data.input_names
        self._data = self._document.dataset
        has_new_masks = (before.locked, before.cut) != (after.locked, after.cut)
        if has_new_masks or before.network.sizes != after.network.sizes:
            self._masks = masks_of(after)
        if _start_of(before) != _start_of(after):
            self._values = start_values(after)
            self._editing.close()
        if before.network.n_inputs != after.network.n_inputs or before.network.layers != after.network.layers:
            self._rebuild(before, after)
        elif names != self._data.input_names:
            self._show_structure()
        elif has_new_masks:
            self._show_new_masks()
        elif self._values is not None:  # otherwise the picture stays until the frame that replaces it comes
            self._scene.show_values(self._values)
            self._aids.refresh()

    def _show_new_masks(self) -> None:
        """Mark what is locked or cut now, and say so of what is selected."""
        self._scene.show_masks(self._masks, self._layout)
        self._scene.show_values(self._values)
        self._show_marks()
        self._voice.say()
        self._voice.describe()

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
        self._trace = None
        self._scene.show_plane(None, after.network, self._data)
        self._voice.describe()
        if (self.selection.targets, self.selection.current) != selected:
            self.selection.changed.emit()

    def _on_themes_changed(self, theme: Theme) -> None:
        self._style = DiagramStyle(theme, self.font())
        self.setBackgroundBrush(QColor(theme.panel))
        self.fit_readably()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._on_themes_changed(self._themes.theme)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    # ---- what is hovered, and the focus

    def target_at(self, point: QPointF) -> Target | None:
        """What is at a point of the viewport."""
        return target_at(self.scene_point(point), self._layout, self._scene.curves)

    def _show_gap(self) -> None:
        """Let the + between two columns stand out while the mouse is between them."""
        index = None if self._mouse is None else gap_at(self.scene_point(self._mouse), self._layout)
        for layer in range(len(self._layout.columns) - 1):
            button = self._scene.items_of(layer).add_button
            if button is not None:
                button.set_near(layer == index)

    def _set_hover(self, target: Target | None) -> None:
        if target == self._hover:
            return
        self._hover = target
        self.viewport().setCursor(self._cursor_over(target))
        self._show_marks()
        self._voice.say()
        self.attention_changed.emit()

    def _cursor_over(self, target: Target | None) -> Qt.CursorShape:
        if target is not None and target.is_button:
            return Qt.CursorShape.PointingHandCursor
        if self.can_move(target):
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.SizeVerCursor if self.can_drag(target) else Qt.CursorShape.ArrowCursor

    def rim_pen(self) -> QPen:
        return QPen(self._style.accent, 2 * self._style.theme.scale)

    def say_again(self) -> None:
        """Tell what is under the mouse or selected anew, after something else was told."""
        self._voice.say_again()


def _start_of(project: Project) -> tuple[object, ...]:
    """What the first weights of a run depend on."""
    return project.network, project.parameters, project.training.seed
