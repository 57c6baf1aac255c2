"""The context menu offers what can be done with the selected weights and biases."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.features.diagram.editing.weight_editing import WeightEditing


def add_weight_entries(menu: QMenu, weights: WeightEditing) -> None:
    """Add these entries to a layer's menu; adds nothing where no weights and biases are selected."""
    if not weights.can_edit:
        return
    translate = QCoreApplication.translate
    lock = translate("Diagram", "Unlock") if weights.is_locked else translate("Diagram", "Lock against training")
    cut = translate("Diagram", "Restore connections") if weights.is_cut else translate("Diagram", "Cut connections")
    entries = [("bend_lock", lock, weights.lock_or_unlock)]
    if weights.can_cut:
        entries.append(("bend_cut", cut, weights.cut_or_restore))
    entries += [
        ("bend_randomise", translate("Diagram", "Randomise"), weights.randomise),
        ("bend_zero", translate("Diagram", "Set to zero"), weights.zero),
        ("bend_negate", translate("Diagram", "Negate"), weights.negate),
        ("bend_scale", translate("Diagram", "Multiply by a factor…"), weights.scale),
    ]
    following = _after_typing(menu)
    for name, text, do in entries:
        action = QAction(text, menu)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False, do=do: do())
        menu.insertAction(following, action)
    menu.insertSeparator(following)


def _after_typing(menu: QMenu) -> QAction:
    """The entry before which these stand: entries for a layer's numbers come before entries for the layer."""
    actions = menu.actions()
    return actions[1] if actions[0].objectName() == "edit_value" else actions[0]
