"""The canvas's words: one sentence for the status line, a description and announcements for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.features.diagram.words.announcements import announce, overview, selection_sentence

if TYPE_CHECKING:
    from gui.features.diagram.diagram_canvas import DiagramCanvas


class Voice:
    """Tells what is under the mouse or selected on a `DiagramCanvas`."""

    def __init__(self, canvas: DiagramCanvas) -> None:
        self._canvas = canvas
        self._sentence = ""

    def say(self) -> None:
        """Tell in one sentence what is under the mouse or selected, if that is news."""
        canvas, describer = self._canvas, self._canvas.describer()
        hovered = canvas.hovered_target
        sentence = selection_sentence(canvas.selection, describer) if hovered is None else describer.sentence(hovered)
        if sentence != self._sentence:
            self._sentence = sentence
            canvas.hovered.emit(sentence)

    def say_again(self) -> None:
        """Tell it anew, after something else was told."""
        self._sentence = ""
        self.say()

    def describe(self) -> None:
        """Let a screen reader know what is selected, or what there is."""
        describer = self._canvas.describer()
        text = selection_sentence(self._canvas.selection, describer) or overview(describer.network)
        self._canvas.setAccessibleDescription(text)

    def announce(self) -> None:
        """Have a screen reader say the description now."""
        announce(self._canvas, self._canvas.accessibleDescription())
