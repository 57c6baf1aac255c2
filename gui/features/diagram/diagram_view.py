"""The view that others use: the canvas with mouse, keys and menus, which it turns into undoable steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
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
from engine.project.project import Project
from gui.document.document import Document
from gui.features.diagram.diagram_canvas import DiagramCanvas
from gui.features.diagram.editing import keys
from gui.features.diagram.editing.building import Building
from gui.features.diagram.editing.dropping import Dropping
from gui.features.diagram.editing.layer_motion import LayerMotion
from gui.features.diagram.editing.menus import activation_menu, canvas_menu, layer_menu
from gui.features.diagram.editing.weight_editing import Bending
from gui.features.diagram.editing.weight_menu import add_bending
from gui.features.diagram.geometry.hit import column_at, hit_point, target_at
from gui.features.diagram.geometry.picking import all_like
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.gestures import Gesture, gesture_for
from gui.features.diagram.items.drop_marker_item import DropMarkerItem
from gui.features.diagram.palette.ready_networks import ReadyNetwork
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation
from gui.words.number_text import exact


class DiagramView(DiagramCanvas):
    """The network on a canvas, to be built and edited by hand.

    Left button: select neurons, biases, connections or layers, with Ctrl one more, with Shift all in between; press the
    buttons on the columns; drag a frame over empty paper. Middle button, or Alt and the left one: scroll.
    Double-click: type a weight, a bias or a number of units. Right button: what can be done with the column.
    Keys: see `gui.features.diagram.editing.keys`.
    """

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, themes, notation, parent)
        self._gesture: Gesture | None = None
        self.bending = Bending(self, document, notation, self._editing)
        self.building = Building(self, document)
        self._dropping = Dropping(self)

    def use_network(self, ready: ReadyNetwork) -> None:
        """Make a ready network the document's; nothing of it is selected."""
        if ready.use(self._document, self.values):
            self.select(None)

    # ---- what menus outside the canvas do

    def add_layer_after_selection(self) -> None:
        """Add a hidden layer after the selected layer, before the output layer when that or nothing is selected."""
        self.building.add_layer_after_selection()

    def remove_selected_layer(self) -> None:
        """Remove the selected hidden layers, or the one of what is selected; the one before is selected next."""
        layers = self.selection.layers or (() if self.selected_layer is None else (self.selected_layer,))
        self.building.remove_layers(layers)

    def remove_selected(self) -> None:
        """Remove the selected neurons and layers; of connections alone, cut them."""
        if self.bending.can_cut and all(target.kind == "connection" for target in self.selection.targets):
            if not self.bending.is_cut:
                self.bending.cut_or_restore()
        else:
            self.building.remove_selected()

    def more_units(self) -> None:
        """Add a unit to the selected hidden layer."""
        self.building.change_units(1)

    def fewer_units(self) -> None:
        """Take a unit from the selected hidden layer."""
        self.building.change_units(-1)

    def select_all(self) -> None:
        """Select everything of the kind that is selected; all neurons where nothing is."""
        self.selection.replace(all_like(self.selected, self._layout), self.selected)

    def edit_selected(self) -> None:
        """Open a line to type the selected weight or bias, of a neuron its bias, of a layer its number of units."""
        if self.selected is not None:
            self._editing.open(self.selected)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self.target_at(event.position())
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and target is not None and self._editing.can_edit(target):
            self.select(target if target.is_selectable else Target("layer", target.layer))
            self._editing.open(target)
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
        """End what the mouse is doing as if it had not begun; whether it was doing something."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def show_frame(self, frame: Frame) -> None:
        super().show_frame(frame)
        if self._gesture is not None:
            self._gesture.frame_shown()

    def show_readout(self, text: str, at: QPointF) -> None:
        """Write a few words beside a point of the viewport; "" takes them away."""
        self._scene.show_readout(text, self.scene_point(at))

    def begin_motion(self, layer: int) -> LayerMotion:
        """Let a hidden layer be drawn elsewhere until the motion ends."""
        return LayerMotion(self._scene, self._layout, DropMarkerItem(self._style), layer)

    def interrupt(self) -> None:
        self.cancel_gesture()

    def show_band(self, band: QRectF | None) -> None:
        """Draw a rubber band in scene coordinates; None takes it away."""
        self._scene.show_band(band)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.over(event, self._style)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.over(event, self._style)

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
        target = target_at(point, self._layout, self._scene.curves)
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.selected is not None:
            target = self.selected
            at = self.viewport().mapToGlobal(self.mapFromScene(hit_point(target, self._layout, self._scene.curves)))
        if target is None or target.kind == "add_layer":
            layer = column_at(point, self._layout)
            target = None if layer is None else Target("layer", layer)
        if target is None:
            self._pop_up(canvas_menu(self.fit, self), at)
            return
        chosen = target if target.is_selectable else Target("layer", target.layer)
        if chosen not in self.selection.targets:
            self.select(chosen)
        hands = self._editing, self.building
        menu = layer_menu(self._document, target, self._style, hands, self)
        add_bending(menu, self.bending)
        self._pop_up(menu, at)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            target = self.target_at(QPointF(event.pos()))
            text = "" if target is None else self.describer(exact).sentence(target)  # every digit
            QToolTip.showText(event.globalPos(), text, self.viewport(), QRect(event.pos(), QSize(1, 1)))
            return True
        return super().viewportEvent(event)

    def _begin(self, event: QMouseEvent) -> None:
        """Begin what this press is for; a second button while one is down cancels."""
        if self.cancel_gesture():
            return
        self._gesture = gesture_for(self, event)
        if self._gesture is not None:
            self._gesture.start(event)

    def activate(self, target: Target) -> None:
        """Do what a control is for."""
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
            below = self._layout.column(target.layer).control("activation").bottomLeft()
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
            self.say_again()

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
        """Do what a key is for; whether it was used."""
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if action == "escape":
            return self._escape()
        if action == "walk":
            self.select(keys.walk(event, self.selected, self._layout))
        elif action == "extend":
            there = keys.walk(event, self.selected, self._layout)
            self.selection.add((there,), there)
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
                "raise": lambda: self.bending.nudge(True, fine),
                "lower": lambda: self.bending.nudge(False, fine),
            }
            doing[action]()
        return True

    def _escape(self) -> bool:
        """End a gesture, else let go of the selection; whether there was either."""
        had_selection = self.selected is not None
        if not self.cancel_gesture():
            self.select(None)
            return had_selection
        return True
