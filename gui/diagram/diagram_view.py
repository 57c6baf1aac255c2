"""The view that others use: the canvas with mouse, keys and menus, which it turns into undoable steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from gui.diagram import edits, keys
from gui.diagram.diagram_canvas import DiagramCanvas
from gui.diagram.hit import column_at, hit_point, target_at
from gui.diagram.menus import activation_menu, canvas_menu, layer_menu
from gui.diagram.target import Target
from gui.document import Document
from gui.notation import Notation
from gui.number_text import exact
from gui.theme import ThemeManager


class DiagramView(DiagramCanvas):
    """The network on a canvas, to be built and edited by hand.

    Left button: select a neuron, bias, connection or layer; press the buttons on the columns; drag empty paper to pan.
    Double-click: type a weight, a bias or a number of units. Right button: what can be done with the column.
    Keys: see `gui.diagram.keys`.
    """

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, themes, notation, parent)
        self._pressed: Target | None = None

    # ---- what menus outside the canvas do

    def add_layer_after_selection(self) -> None:
        """Add a hidden layer after the selected layer, before the output layer when that or nothing is selected."""
        layer = self.selected_layer
        last = edits.n_layers(self._document) - 1
        self._add_layer(last if layer is None else min(layer + 1, last))

    def remove_selected_layer(self) -> None:
        """Remove the selected hidden layer; the one before it is selected next."""
        self._remove_layer(self.selected_layer)

    def more_units(self) -> None:
        """Add a unit to the selected hidden layer."""
        edits.change_units(self._document, self.selected_layer, 1)

    def fewer_units(self) -> None:
        """Take a unit from the selected hidden layer."""
        edits.change_units(self._document, self.selected_layer, -1)

    def edit_selected(self) -> None:
        """Open a line to type the selected weight or bias, of a neuron its bias, of a layer its number of units."""
        if self._selected is not None:
            self._editing.open(self._selected)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self._target_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and target is not None and self._editing.can_edit(target):
            self.select(target if target.is_selectable else Target("layer", target.layer))
            self._editing.open(target)
            return
        self._press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        if not self.drag(event):
            self._set_hover(self._target_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self.end_drag() and event.button() == Qt.MouseButton.LeftButton:
            self.select(None)
        if pressed is not None and pressed == self._target_at(event.position()):
            self._activate(pressed)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._set_hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point, at = self.scene_point(event.pos()), event.globalPos()
        target = target_at(point, self._layout, self._scene.curves)
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._selected is not None:
            target = self._selected
            at = self.viewport().mapToGlobal(self.mapFromScene(hit_point(target, self._layout, self._scene.curves)))
        if target is None or target.kind == "add_layer":
            layer = column_at(point, self._layout)
            target = None if layer is None else Target("layer", layer)
        if target is None:
            self._pop_up(canvas_menu(self.fit, self), at)
            return
        self.select(target if target.is_selectable else Target("layer", target.layer))
        self._pop_up(layer_menu(self._document, target, self._style, self, self._editing), at)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            target = self._target_at(QPointF(event.pos()))
            text = "" if target is None else self.describer(exact).sentence(target)  # every digit
            QToolTip.showText(event.globalPos(), text, self.viewport(), QRect(event.pos(), QSize(1, 1)))
            return True
        return super().viewportEvent(event)

    def _press(self, event: QMouseEvent) -> None:
        target = self._target_at(event.position())
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and target is None
        ):
            self.begin_drag(event)
        elif event.button() == Qt.MouseButton.LeftButton and target is not None:
            if target.is_selectable:
                self.select(target)
            else:
                self._pressed = target

    def _activate(self, target: Target) -> None:
        """Do what a control is for."""
        if target.kind == "add_layer":
            self._add_layer(target.layer)
            return
        if target.kind == "remove_layer":
            self._remove_layer(target.layer)
            return
        self.select(Target("layer", target.layer))
        if target.kind in ("more_units", "fewer_units"):
            edits.change_units(self._document, target.layer, 1 if target.kind == "more_units" else -1)
        elif target.kind == "activation":
            below = self._layout.column(target.layer).control("activation").bottomLeft()
            menu = activation_menu(self._document, target.layer, self._style, self)
            self._pop_up(menu, self.viewport().mapToGlobal(self.mapFromScene(below)))

    def _add_layer(self, index: int) -> None:
        if edits.add_layer(self._document, index):
            self.select(Target("layer", index))

    def _remove_layer(self, layer: int | None) -> None:
        if edits.remove_layer(self._document, layer) and layer is not None:
            self.select(Target("layer", layer - 1))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # ---- keys and focus

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.is_ours(event) or not self._handle_key(event):
            event.ignore()
            return
        self.show_focus(True)

    def _handle_key(self, event: QKeyEvent) -> bool:
        walked = keys.walk(event, self._selected, self._layout)
        if walked is not None:
            self.select(walked)
            return True
        if event.key() == Qt.Key.Key_Escape:
            had_selection = self._selected is not None
            self.select(None)
            return had_selection
        action = {
            "add": self.add_layer_after_selection,
            "remove": self.remove_selected_layer,
            "more": self.more_units,
            "fewer": self.fewer_units,
            "edit": self.edit_selected,
        }[keys.ACTIONS[Qt.Key(event.key())]]
        action()
        return True
