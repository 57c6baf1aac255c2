"""The view that others use turns mouse, keys and menus on the canvas into undoable steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from engine.analysis.frame import Frame
from engine.network.layer_parameters import parameter_index
from engine.project.project import Project
from gui.document.document import Document
from gui.features.diagram.diagram_canvas import DiagramCanvas
from gui.features.diagram.editing import keys
from gui.features.diagram.editing.building import Building
from gui.features.diagram.editing.dropping import Dropping
from gui.features.diagram.editing.menus import activation_menu, canvas_menu, layer_menu
from gui.features.diagram.editing.weight_editing import WeightEditing
from gui.features.diagram.editing.weight_menu import add_weight_entries
from gui.features.diagram.geometry.hit import column_at, hit_point, target_at
from gui.features.diagram.geometry.picking import all_like
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures import CanvasParts, Gesture, gesture_for
from gui.features.diagram.palette.ready_networks import ReadyNetwork
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation
from gui.words.number_text import exact


class DiagramView(DiagramCanvas):
    """People build and edit the network on this canvas.

    Left button: select neurons, biases, connections or layers, with Ctrl one more, with Shift all in between; press the
    buttons on the columns; drag a frame over the empty canvas. Middle button, or Alt and the left one: scroll.
    Double-click: type a weight, a bias or a number of units. Right button: what can be done with the column.
    Keys: see `gui.features.diagram.editing.keys`. neuron_actions: what else the menu of a neuron offers.
    """

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, themes, notation, parent)
        self._gesture: Gesture | None = None
        shown, scene, selection = self.shown, self._scene, self.selection
        self.weight_editing = WeightEditing(document, shown, scene, selection, self._value_editing)
        self.building = Building(document, shown, selection)
        self._dropping = Dropping(shown, scene, self.use_network)
        self.neuron_actions: list[QAction] = []
        self._parts = CanvasParts(
            self, scene, shown, selection, self.building, self.weight_editing, self._accessibility, self.press_button
        )

    def use_network(self, ready: ReadyNetwork) -> None:
        """Make a ready network the document's; nothing of it is selected."""
        if ready.use(self._document, self.shown.values):
            self.select(None)

    # ---- what menus outside the canvas do

    def add_layer_after_selection(self) -> None:
        """Add a hidden layer after the selected layer, before the output layer when that or nothing is selected."""
        self.building.add_layer_after_selection()

    def remove_selected_layer(self) -> None:
        """Remove the selected hidden layers, or the one of what is selected; the one before is selected next."""
        layer = self.selection.current_layer
        layers = self.selection.layers or (() if layer is None else (layer,))
        self.building.remove_layers(layers)

    def remove_selected(self) -> None:
        """Remove the selected neurons and layers; of connections alone, cut them."""
        if self.weight_editing.can_cut and all(target.kind == "connection" for target in self.selection.targets):
            if not self.weight_editing.is_cut:
                self.weight_editing.cut_or_restore()
        else:
            self.building.remove_selected()

    def more_units(self) -> None:
        """Add a unit to the selected hidden layer."""
        self.building.change_units(1)

    def fewer_units(self) -> None:
        """Remove a unit from the selected hidden layer."""
        self.building.change_units(-1)

    def select_all(self) -> None:
        """Select everything of the kind that is selected; all neurons where nothing is."""
        self.selection.replace(all_like(self.selected, self.shown.layout), self.selected)

    def selected_weights(self) -> tuple[int, ...]:
        """The flat indices of what is selected, where that is single weights and biases alone; else ()."""
        targets, network = self.selection.targets, self._document.project.network
        if any(target.kind not in ("connection", "bias") for target in targets):
            return ()
        return tuple(
            sorted(parameter_index(network, target.layer, target.input, target.unit or 0) for target in targets)
        )

    def edit_selected(self) -> None:
        """Open a line to type the selected weight or bias, of a neuron its bias, of a layer its number of units."""
        if self.selected is not None:
            self._value_editing.open(self.selected)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self.target_at(event.position())
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and target is not None and self._value_editing.can_edit(target):
            self.select(target if target.is_selectable else Target("layer", target.layer))
            self._value_editing.open(target)
            return
        self._begin(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        if self._gesture is not None:
            self._gesture.move(event)
        else:
            self._show_gap()
            self._set_hover(self.target_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish(event)

    def cancel_gesture(self) -> bool:
        """Cancel the gesture of the mouse; whether there was one."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def show_frame(self, frame: Frame) -> None:
        super().show_frame(frame)
        if self._gesture is not None:
            self._gesture.frame_shown()

    def interrupt(self) -> None:
        self.cancel_gesture()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.left()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.dropped(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._show_gap()
        self._set_hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point, at = self.scene_point(event.pos()), event.globalPos()
        target = target_at(point, self.shown.layout, self._scene.curves)
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.selected is not None:
            target = self.selected
            place = hit_point(target, self.shown.layout, self._scene.curves)
            at = self.viewport().mapToGlobal(self.mapFromScene(place))
        if target is None or target.kind == "add_layer":
            layer = column_at(point, self.shown.layout)
            target = None if layer is None else Target("layer", layer)
        if target is None:
            self._pop_up(canvas_menu(self.fit, self), at)
            return
        chosen = target if target.is_selectable else Target("layer", target.layer)
        if chosen not in self.selection.targets:
            self.select(chosen)
        menu = layer_menu(self._document, target, self._value_editing, self.building, style=self._style, parent=self)
        add_weight_entries(menu, self.weight_editing)
        if chosen.kind == "neuron" and chosen.layer >= 0 and self.neuron_actions:
            menu.addSeparator()
            menu.addActions(self.neuron_actions)
        self._pop_up(menu, at)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            target = self.target_at(QPointF(event.pos()))
            text = "" if target is None else self.shown.describer(exact).sentence(target)  # every digit
            QToolTip.showText(event.globalPos(), text, self.viewport(), QRect(event.pos(), QSize(1, 1)))
            return True
        return super().viewportEvent(event)

    def _begin(self, event: QMouseEvent) -> None:
        """Begin the gesture of this press; a second button during a gesture cancels it."""
        if self.cancel_gesture():
            return
        self._gesture = gesture_for(self._parts, event)
        if self._gesture is not None:
            self._gesture.start(event)

    def press_button(self, target: Target) -> None:
        """Do what a button on the canvas is for."""
        if target.kind == "add_layer":
            self.building.add_layer(target.layer)
            return
        if target.kind == "remove_layer":
            self.building.remove_layers((target.layer,))
            return
        self.select(Target("layer", target.layer))
        if target.kind in ("more_units", "fewer_units"):
            self.building.change_units(1 if target.kind == "more_units" else -1)
        elif target.kind == "activation":
            below = self.shown.layout.column(target.layer).control("activation").bottomLeft()
            menu = activation_menu(self._document, target.layer, self._style, self)
            self._pop_up(menu, self.viewport().mapToGlobal(self.mapFromScene(below)))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        overtaken = self._gesture if before.network != after.network else None
        if overtaken is not None:
            self._gesture = None
            overtaken.overtaken()
        super()._on_document_changed(before, after)
        if overtaken is not None:
            self._accessibility.tell_again()

    # ---- keys and focus

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.action_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = keys.action_of(event)
        if action is None or not self._handle_key(action, event):
            event.ignore()
            return
        self.show_focus(True)

    def _handle_key(self, action: str, event: QKeyEvent) -> bool:
        """Do what a key is for; whether there was something to do."""
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if action == "escape":
            return self._escape()
        if action == "navigate":
            self.select(keys.destination(event, self.selected, self.shown.layout))
        elif action == "extend":
            target = keys.destination(event, self.selected, self.shown.layout)
            self.selection.add((target,), target)
        else:
            doing: dict[str, Callable[[], None]] = {
                "all": self.select_all,
                "add": self.add_layer_after_selection,
                "remove": self.remove_selected,
                "move_left": lambda: self.building.move_selected(-1),
                "move_right": lambda: self.building.move_selected(1),
                "more": self.more_units,
                "fewer": self.fewer_units,
                "edit": self.edit_selected,
                "raise": lambda: self.weight_editing.nudge(True, fine),
                "lower": lambda: self.weight_editing.nudge(False, fine),
            }
            doing[action]()
        return True

    def _escape(self) -> bool:
        """Cancel a gesture, else select nothing; whether there was either."""
        had_selection = self.selected is not None
        if not self.cancel_gesture():
            self.select(None)
            return had_selection
        return True
