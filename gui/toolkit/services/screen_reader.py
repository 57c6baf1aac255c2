"""This module speaks to screen readers: announcements, and widgets that say what they show when they are asked."""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader, where one listens, say `text` now, wherever the focus is."""
    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class SpeaksForItself(Protocol):
    """An object that makes what screen readers see of it."""

    def accessible_interface(self) -> QAccessibleInterface:
        """A new one; Qt asks once and keeps it."""
        ...


class HasSentence(Protocol):
    """A widget whose picture can be said in a sentence."""

    def spoken_sentence(self) -> str:
        """What it shows now."""
        ...


class SpokenPicture(QAccessibleWidget):
    """Tells in its description what the picture shows now, then how it is used."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)

    def text(self, kind: QAccessible.Text) -> str:
        if kind != QAccessible.Text.Description:
            return super().text(kind)
        sentence = cast(HasSentence, self.object()).spoken_sentence()
        return " ".join(part for part in (sentence, super().text(kind)) if part)


_kept: list[object] = []
"""The factory, which Qt does not keep alive."""


def install() -> None:
    """From now on, screen readers are told what the widgets of this program say of themselves."""
    if not _kept:
        _kept.append(_interface)
        QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    kind: type = type(thing)
    if _has(kind, "accessible_interface"):
        return cast(SpeaksForItself, thing).accessible_interface()
    if isinstance(thing, QWidget) and _has(kind, "spoken_sentence"):
        return SpokenPicture(thing)
    return None


@cache
def _has(kind: type, method: str) -> bool:
    """Whether objects of `kind` have `method`: Qt asks of all, and each look into its classes takes 5 µs."""
    return hasattr(kind, method)
