"""What every feature of the window has in common."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject

from gui.features.context import WindowContext
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import ActionSpec


class Feature(QObject):
    """Makes the views of one feature and connects them with the context; it computes and draws nothing itself.

    `actions` are the commands that the feature adds to the window. Tabs and pages are added to `context.tabs` and
    `context.pages` as `TabSpec` and `PageSpec`.
    """

    actions: ClassVar[tuple[ActionSpec, ...]] = ()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.window)
        self.context = context

    def facts(self) -> dict[str, object]:
        """What lessons may ask about the feature, by name; see resources/lessons/README.md."""
        return {}

    def pictures(self) -> list[Offer]:
        """The views of the feature that can be drawn into files."""
        return []

    def close(self) -> None:
        """End what the feature has running, because the window closes."""

    def retranslate(self) -> None:
        """Write what the feature itself has written in the language in force."""
