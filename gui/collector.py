"""Keeps Python's garbage collector away while Qt walks over all widgets."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
