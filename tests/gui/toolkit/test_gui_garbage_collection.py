"""Garbage is collected in the GUI thread alone while a window is open."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.toolkit.gui_garbage_collection import GuiCollector


class Knot:
    """Garbage that only the collector can find; notes the thread in which it went."""

    def __init__(self, threads: list[threading.Thread]) -> None:
        self.itself = self
        self._threads = threads

    def __del__(self) -> None:
        self._threads.append(threading.current_thread())


def allocate() -> None:
    """More than enough to set the automatic collector off."""
    kept = [[] for _ in range(200_000)]
    del kept


@pytest.fixture(autouse=True)
def _no_other_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(GuiCollector, "_alive", 0)
    yield
    gc.disable()  # as between all tests of the window


def test_another_threads_allocations_collect_nothing(qtbot: QtBot) -> None:
    parent = QObject()
    GuiCollector(parent)
    gone: list[threading.Thread] = []
    gc.collect()
    Knot(gone)
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert gone == []
    kept = [[] for _ in range(5_000)]
    qtbot.waitUntil(lambda: gone == [threading.main_thread()])
    assert len(kept) == 5_000
    parent.deleteLater()
    qtbot.waitUntil(gc.isenabled)


def test_the_collector_is_on_again_after_the_last_window_only(qtbot: QtBot) -> None:
    first, second = QObject(), QObject()
    GuiCollector(first)
    GuiCollector(second)
    first.deleteLater()
    with qtbot.waitSignal(first.destroyed):
        pass
    assert not gc.isenabled()
    second.deleteLater()
    qtbot.waitUntil(gc.isenabled)
