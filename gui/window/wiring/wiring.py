"""What every area's wiring has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.toolkit.export import Offer


class Wiring(QObject):
    """Makes one area's views, puts them into the window and connects them; it computes and draws nothing.

    The window offers `document`, `session`, `probe`, `actions_by_name`, `appearance` (themes, notation), `clock`
    (frames), `tables` (tabs below the network), `pages`, `workbench` (the columns), `message_bar` and its views.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def facts(self) -> dict[str, object]:
        """What lessons may ask about this area, by name; see resources/lessons/README.md."""
        return {}

    def pictures(self) -> list[Offer]:
        """The area's views that can be drawn into files."""
        return []

    def close(self) -> None:
        """End what the area has running, because the window closes."""

    def retranslate(self) -> None:
        """Write what the wiring itself has written, tab titles for one, in the language in force."""
