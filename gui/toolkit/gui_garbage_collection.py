"""This module runs Python's garbage collector in the GUI thread alone, never while Qt visits all widgets."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250
_YOUNG = 2_000  # allocations since the last collection that make one worth its time
_OLDER = 10  # collections of the younger generation, likewise


class GuiCollector(QObject):
    """Collects by a timer of the GUI thread for as long as one of these lives.

    Left to itself, the collector runs in whatever thread allocates next. The trainer's thread would then delete
    widgets and scene items that are garbage while the GUI thread is in the middle of painting or restyling them.
    """

    _alive = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        GuiCollector._alive += 1
        gc.disable()
        parent.destroyed.connect(_let_go)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()


def collect_what_is_due() -> None:
    """Collect the generations that the automatic collector would, the young one somewhat later."""
    young, middle, old = gc.get_count()
    if young < _YOUNG:
        return
    if middle < _OLDER:
        gc.collect(0)
    elif old < _OLDER:
        gc.collect(1)
    else:
        gc.collect(2)


def _let_go() -> None:
    """The last one is going: its window's children are yet to be deleted, one within the other.

    A collection in the middle would delete garbage widgets while Qt holds a lock for another one, and wait for ever.
    """
    GuiCollector._alive -= 1
    QTimer.singleShot(0, _enable_again)


def _enable_again() -> None:
    if not GuiCollector._alive:
        gc.enable()


@contextmanager
def collector_paused() -> Iterator[None]:
    """No collection until the block ends.

    A new style sheet, palette, font or language goes to every widget by bare pointer. Handlers in Python may set the
    collector off in between; it would then delete widgets that are garbage but still stand in Qt's list.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
