"""The menus of the canvas: the activations of a layer, and what can be done with the layer under the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QPen
from PySide6.QtWidgets import QMenu, QWidget

from gui.diagram import edits, naming
from gui.diagram.activation_curve import activation_icon
from gui.diagram.style import DiagramStyle
from gui.diagram.target import INPUTS, Target
from gui.diagram.value_editing import ValueEditing
from gui.document import Document


def activation_menu(document: Document, layer: int, style: DiagramStyle, parent: QWidget) -> QMenu:
    """The functions that `layer` can have, the present one checked; an action's data is the engine's name."""
    menu = QMenu(QCoreApplication.translate("Diagram", "Activation"), parent)
    menu.setObjectName("activation_menu")
    group = QActionGroup(menu)
    present = document.project.network.layers[layer].activation
    side = style.theme.px(18)
    for name in edits.allowed_activations(document, layer):
        icon = activation_icon(name, QPen(style.accent, style.theme.scale * 1.5), side, parent.devicePixelRatioF())
        action = menu.addAction(icon, naming.activation_title(name))
        action.setObjectName(f"activation_{name}")
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(name == present)
        group.addAction(action)
        action.triggered.connect(lambda _checked, chosen=name: edits.set_activation(document, layer, chosen))
    return menu


def layer_menu(
    document: Document, target: Target, style: DiagramStyle, parent: QWidget, editing: ValueEditing
) -> QMenu:
    """What can be done with the column that `target` belongs to, and with the number under the mouse."""
    menu = QMenu(parent)
    menu.setObjectName("layer_menu")
    layer, hidden = target.layer, edits.is_hidden(document, target.layer)
    if editing.can_edit(target):
        _add(menu, "edit_value", editing.label(target), lambda: editing.open(target))
        menu.addSeparator()
    before = _add(
        menu,
        "layer_add_before",
        QCoreApplication.translate("Diagram", "Add a layer before"),
        lambda: edits.add_layer(document, layer),
    )
    before.setEnabled(layer != INPUTS)
    after = _add(
        menu,
        "layer_add_after",
        QCoreApplication.translate("Diagram", "Add a layer after"),
        lambda: edits.add_layer(document, layer + 1),
    )
    after.setEnabled(layer < edits.n_layers(document) - 1)
    remove = _add(
        menu,
        "layer_remove",
        QCoreApplication.translate("Diagram", "Remove this layer"),
        lambda: edits.remove_layer(document, layer),
    )
    remove.setEnabled(hidden)
    menu.addSeparator()
    more = _add(
        menu,
        "layer_more_units",
        QCoreApplication.translate("Diagram", "One unit more"),
        lambda: edits.change_units(document, layer, 1),
    )
    more.setEnabled(hidden)
    fewer = _add(
        menu,
        "layer_fewer_units",
        QCoreApplication.translate("Diagram", "One unit fewer"),
        lambda: edits.change_units(document, layer, -1),
    )
    fewer.setEnabled(hidden and document.project.network.layers[layer].units > 1)
    if layer != INPUTS:
        menu.addMenu(activation_menu(document, layer, style, menu))
    return menu


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
