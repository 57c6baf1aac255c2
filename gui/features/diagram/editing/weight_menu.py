"""The part of the context menu that bends weights."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.features.diagram.editing.weight_editing import Bending


def add_bending(menu: QMenu, bending: Bending) -> None:
    """Add what can be done with the selected weights and biases to a layer's menu; nothing where none are selected."""
    if not bending.can_bend:
        return
    translate = QCoreApplication.translate
    lock = translate("Diagram", "Unlock") if bending.is_locked else translate("Diagram", "Lock against training")
    cut = translate("Diagram", "Restore connections") if bending.is_cut else translate("Diagram", "Cut connections")
    entries = [("bend_lock", lock, bending.lock_or_unlock)]
    if bending.can_cut:
        entries.append(("bend_cut", cut, bending.cut_or_restore))
    entries += [
        ("bend_randomise", translate("Diagram", "Randomise"), bending.randomise),
        ("bend_zero", translate("Diagram", "Set to zero"), bending.zero),
        ("bend_negate", translate("Diagram", "Negate"), bending.negate),
        ("bend_scale", translate("Diagram", "Multiply by a factor…"), bending.scale),
    ]
    place = _after_typing(menu)
    for name, text, do in entries:
        action = QAction(text, menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False, do=do: do())
        menu.insertAction(place, action)
    menu.insertSeparator(place)


def _after_typing(menu: QMenu) -> QAction:
    """The entry before which numbers are bent: what concerns the layer comes after what concerns its numbers."""
    actions = menu.actions()
    return actions[1] if actions[0].objectName() == "edit_value" else actions[0]
