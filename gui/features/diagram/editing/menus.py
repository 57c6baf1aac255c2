"""The canvas has three menus: activations of a layer, edits of the layer under the mouse, the canvas itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QPen
from PySide6.QtWidgets import QMenu, QWidget

from gui.document.document import Document
from gui.features.diagram.activation_curve import activation_icon
from gui.features.diagram.editing import edits
from gui.features.diagram.editing.building import Building
from gui.features.diagram.editing.value_editing import ValueEditing
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.style import DiagramStyle
from gui.words.activation_words import activation_title
from gui.words.network_names import INPUTS


def activation_menu(document: Document, layer: int, style: DiagramStyle, parent: QWidget) -> QMenu:
    """The functions that `layer` can have, the present one checked; an action's data is the engine's name."""
    menu = QMenu(QCoreApplication.translate("Diagram", "Activation"), parent)
    menu.setObjectName("activation_menu")
    group = QActionGroup(menu)
    present = document.project.network.layers[layer].activation
    side = style.theme.px(18)
    for name in edits.allowed_activations(document, layer):
        icon = activation_icon(name, QPen(style.accent, style.theme.scale * 1.5), side, parent.devicePixelRatioF())
        action = menu.addAction(icon, activation_title(name))
        action.setObjectName(f"activation_{name}")
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(name == present)
        if name == present:  # the curve stands where a mark would
            font = menu.font()
            font.setBold(True)
            action.setFont(font)
        group.addAction(action)
        action.triggered.connect(lambda _checked, chosen=name: edits.set_activation(document, layer, chosen))
    return menu


def layer_menu(
    document: Document,
    target: Target,
    editing: ValueEditing,
    building: Building,
    *,
    style: DiagramStyle,
    parent: QWidget,
) -> QMenu:
    """What can be done with the column that `target` belongs to, and with the number under the mouse."""
    translate = QCoreApplication.translate
    menu = QMenu(parent)
    menu.setObjectName("layer_menu")
    layer, hidden = target.layer, edits.is_hidden(document, target.layer)
    if editing.can_edit(target):
        _add(menu, "edit_value", editing.label(target), lambda: editing.open(target))
        menu.addSeparator()
    before = _add(
        menu, "layer_add_before", translate("Diagram", "Add a layer before"), lambda: building.add_layer(layer)
    )
    before.setEnabled(layer != INPUTS)
    after = _add(
        menu, "layer_add_after", translate("Diagram", "Add a layer after"), lambda: building.add_layer(layer + 1)
    )
    after.setEnabled(layer < edits.n_layers(document) - 1)
    _add_removals(menu, document, target, building)
    menu.addSeparator()
    _add_clipboard(menu, layer, hidden, building)
    menu.addSeparator()
    more = _add(menu, "layer_more_units", translate("Diagram", "One unit more"), lambda: building.change_units(1))
    more.setEnabled(hidden)
    fewer = _add(menu, "layer_fewer_units", translate("Diagram", "One unit fewer"), lambda: building.change_units(-1))
    fewer.setEnabled(hidden and document.project.network.layers[layer].units > 1)
    if layer != INPUTS:
        menu.addMenu(activation_menu(document, layer, style, menu))
    return menu


def _add_removals(menu: QMenu, document: Document, target: Target, building: Building) -> None:
    """Remove, move: the layer, and of neurons those that are selected."""
    translate = QCoreApplication.translate
    layer, hidden = target.layer, edits.is_hidden(document, target.layer)
    remove = _add(
        menu, "layer_remove", translate("Diagram", "Remove this layer"), lambda: building.remove_layers((layer,))
    )
    remove.setEnabled(hidden)
    if target.kind == "neuron":
        text = translate("Diagram", "Remove the selected neurons")
        _add(menu, "neurons_remove", text, building.remove_selected).setEnabled(hidden)
    menu.addSeparator()
    last = edits.n_layers(document) - 2
    left = _add(
        menu, "layer_move_left", translate("Diagram", "Move to the left"), lambda: building.move_layer(layer, layer - 1)
    )
    left.setEnabled(hidden and layer > 0)
    right = _add(
        menu,
        "layer_move_right",
        translate("Diagram", "Move to the right"),
        lambda: building.move_layer(layer, layer + 1),
    )
    right.setEnabled(hidden and layer < last)


def _add_clipboard(menu: QMenu, layer: int, hidden: bool, building: Building) -> None:
    translate = QCoreApplication.translate
    _add(menu, "layer_cut", translate("Diagram", "Cut the layer"), building.cut_layers).setEnabled(hidden)
    _add(menu, "layer_copy", translate("Diagram", "Copy the layer"), building.copy_layers).setEnabled(layer != INPUTS)
    _add(menu, "layer_paste", translate("Diagram", "Paste after this layer"), building.paste_layers)
    duplicate = _add(menu, "layer_duplicate", translate("Diagram", "Duplicate the layer"), building.duplicate_layers)
    duplicate.setEnabled(layer != INPUTS)


def canvas_menu(fit: Callable[[], None], parent: QWidget) -> QMenu:
    """What can be done with the canvas as a whole."""
    menu = QMenu(parent)
    menu.setObjectName("canvas_menu")
    _add(menu, "canvas_fit", QCoreApplication.translate("Diagram", "Fit the network to the view"), fit)
    return menu


def _add(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked: do())
    return action
