"""Data ▸ Shape the data, and Data ▸ Test data from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class ShapingWiring(Wiring):
    """Opens the dialogs, which are made when they are first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.actions_by_name["shape_data"].triggered.connect(self.open)
        window.data_panel.shape_requested.connect(self.open)

    def open(self) -> None:
        """Show the dialog, unless another one stands before the window."""
        if self.window.questions.is_asking():
            return
        from gui.features.shaping.shape_dialog import ShapeDialog

        ShapeDialog(self.window.document, self.window.appearance.themes, self.window).open()
