"""The race: what a picture of nine contenders costs the window's thread while they train at full speed.

    python -m tests.benchmarks.race [--seconds 6]

Works off screen, or on the display that QT_QPA_PLATFORM names. Prints the figures; exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from gui.features.comparison.page import ComparisonPage
from gui.features.comparison.race_bar import PATHS, REGIONS
from gui.features.comparison.race_choice import OWN_PROJECT, RaceChoice
from gui.main_window import MainWindow
from tests.benchmarks.window import wait, wait_until

MOST_MS = 16.0
"""Of the window's own work, in processor time and in the median: one turn of its loop."""


class Turns(QApplication):
    """Adds up what each event costs this thread, by its kind; events within events count with the outer one."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.spent_ms: dict[QEvent.Type, list[float]] = defaultdict(list)
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        kind, began = event.type(), time.thread_time()
        self._depth += 1
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            if self._depth == 0:
                self.spent_ms[kind].append((time.thread_time() - began) * 1e3)


def measure(application: Turns, page: ComparisonPage, view: str, seconds: float) -> tuple[float, float, float, float]:
    """Pictures a second, ms a picture, and ms of the turns that do most: in the median, and the 99th of a hundred."""
    page.controls.view.show_chosen(view)
    page.controls.view_chosen.emit(view)
    wait(0.5)
    shown: list[int] = []
    page.shown.connect(lambda: shown.append(0))
    application.spent_ms.clear()
    wait(seconds)
    page.shown.disconnect()
    turns = np.array([each for spent in application.spent_ms.values() for each in spent])
    count = max(len(shown), 1)
    longest = np.sort(turns)[-3 * count :]
    total = float(turns.sum()) / count
    return len(shown) / seconds, total, float(np.median(longest[-count:])), float(np.quantile(longest[-count:], 0.99))


def main() -> int:
    """Measure, print, and judge by the bars."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=6.0)
    seconds = parser.parse_args().seconds
    application = Turns(sys.argv[:1])
    application.setStyle("Fusion")
    window = MainWindow(remembers=False)
    window.resize(1280, 720)
    window.show()
    wait_until(lambda: window.session.snapshot is not None)
    window.actions_by_name["page_comparison"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, ComparisonPage)
    page.restore(RaceChoice(OWN_PROJECT, setting="seed", values=tuple(range(9))))
    wait_until(lambda: page.moment is not None and len(page.moment.contenders) == 9)
    page.controls.speed.setValue(page.controls.speed.maximum())
    page.train()
    wait_until(lambda: not page.is_training)  # all have arrived; then it goes on without an end
    page.train()
    is_missed = False
    for view in (REGIONS, PATHS):
        rate, total, middle, late = measure(application, page, view, seconds)
        print(f"nine contenders, {view}: {rate:.0f} pictures/s, {total:.1f} ms each; the longest turn of each picture:")
        print(f"    {middle:.1f} ms ({MOST_MS}), p99 {late:.1f} ms")
        is_missed |= middle > MOST_MS
    window.document.undo_stack.setClean()
    window.close()
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main())
