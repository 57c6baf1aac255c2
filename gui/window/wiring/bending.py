"""The Network menu's commands for the selected weights and biases, and for the view of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

ZOOM = 1.25


class BendingWiring(Wiring):
    """Connects the actions with the diagram."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        bending = window.diagram_view.bending
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
