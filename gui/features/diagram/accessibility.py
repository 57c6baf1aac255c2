"""Tells the status line and screen readers what is under the mouse, what is selected and what there is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.shown_network import ShownNetwork
from gui.features.diagram.words.announcements import overview, selection_sentence
from gui.toolkit.services.screen_reader import announce


class Accessibility:
    """Gives sentences to `tell` when they change, and the description of the canvas to screen readers."""

    def __init__(self, canvas: QWidget, shown: ShownNetwork, selection: Selection, tell: Callable[[str], None]) -> None:
        self._canvas, self._shown, self._selection = canvas, shown, selection
        self.tell = tell
        self._sentence = ""

    def tell_target(self) -> None:
        """Tell in one sentence what is under the mouse or selected, if the sentence has changed."""
        describer, hovered = self._shown.describer(), self._selection.hovered
        sentence = selection_sentence(self._selection, describer) if hovered is None else describer.sentence(hovered)
        if sentence != self._sentence:
            self._sentence = sentence
            self.tell(sentence)

    def tell_again(self) -> None:
        """Tell the same once more, after another sentence was told."""
        self._sentence = ""
        self.tell_target()

    def describe(self) -> None:
        """Write what is selected, or what there is, into the description that screen readers read."""
        describer = self._shown.describer()
        text = selection_sentence(self._selection, describer) or overview(describer.network)
        self._canvas.setAccessibleDescription(text)

    def announce(self) -> None:
        """Have a screen reader say the description now, while the canvas has the focus."""
        if self._canvas.hasFocus():
            announce(self._canvas, self._canvas.accessibleDescription())
