"""The Network menu's commands for the selected weights and biases, and for the view of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

ZOOM = 1.25
BENDING = ("lock_weights", "randomise_weights", "zero_weights", "negate_weights", "scale_weights")


class BendingWiring(Wiring):
    """Connects the actions with the diagram; those for which nothing is selected are greyed out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        bending = window.diagram_view.weight_editing
        for name, do in (
            ("lock_weights", bending.lock_or_unlock),
            ("cut_connections", bending.cut_or_restore),
            ("randomise_weights", bending.randomise),
            ("zero_weights", bending.zero),
            ("negate_weights", bending.negate),
            ("scale_weights", bending.scale),
            ("zoom_in", lambda: window.diagram_view.zoom(ZOOM)),
            ("zoom_out", lambda: window.diagram_view.zoom(1 / ZOOM)),
        ):
            window.actions_by_name[name].triggered.connect(lambda _checked=False, do=do: do())
        window.diagram_view.selection_changed.connect(self._show_possible)
        window.document.changed.connect(self._show_possible)  # a layer may have become one of RBF units
        self._show_possible()

    def _show_possible(self) -> None:
        bending, actions = self.window.diagram_view.weight_editing, self.window.actions_by_name
        can_bend = bending.can_edit
        for name in BENDING:
            actions[name].setEnabled(can_bend)
        actions["cut_connections"].setEnabled(bending.can_cut)
