"""This module defines what the message line says: messages with ways out, and quiet remarks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Offers = tuple[tuple[str, Callable[[], object]], ...]
"""Ways out, each the text of a button and what it does."""


@dataclass(frozen=True)
class Message:
    """A message: its sentence, the way out that it offers, if any, and `more` ways out, each a text and an action."""

    text: str
    offer: str = ""
    action: Callable[[], object] | None = None
    stays: bool = False
    more: Offers = ()

    @property
    def offers(self) -> tuple[str, ...]:
        """The texts of the buttons."""
        return (self.offer, *(text for text, _ in self.more))

    def take(self, place: int) -> None:
        """Do what the button at this place says."""
        action = self.action if place == 0 else self.more[place - 1][1]
        if action is not None:
            action()


@dataclass(frozen=True)
class Remark:
    """A quiet message: its sentence, and the ways out, each a text and what it does.

    hint: more about it, under the mouse.
    folded: what is said instead while remarks are folded, and unfold: the button that tells the sentence after all.
    """

    text: str
    hint: str
    offers: Offers
    folded: str
    unfold: str
