"""Theme, presentation and language: what each switch costs the GUI thread until the window is painted anew.

    python -m tests.benchmarks.switches [--turns 6]

The full window on 2-8-8-1, every tab and every page made. Works off screen, or on the display that QT_QPA_PLATFORM
names. Prints a table; exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from gui.main_window import MainWindow
from gui.toolkit import translation
from tests.benchmarks.window import Row, close, eight_by_eight, open_window, wait

BAR_MS = 150.0
PASSES = 30  # of the event loop: layouts come to rest and everything is painted
SWITCHES = {
    "theme": ("theme_dark", "theme_light"),
    "presentation": ("presentation", "presentation"),
    "language": ("language_zh_CN", "language_en"),
}


def full_window() -> MainWindow:
    """A window in which everything has been on show once."""
    window = open_window(eight_by_eight())
    for name in window.tables.names:
        window.tables.show_table(name)
        wait(0.1)
    window.tables.show_table("samples")
    for page in (*window.pages.names, window.pages.names[0]):
        window.pages.show_page(page)
        wait(0.3)
    return window


def cost_ms(window: MainWindow, name: str) -> float:
    """What the action `name` costs this thread; what others on the machine do does not count."""
    action = window.findChild(QAction, f"action_{name}")
    assert action is not None
    QApplication.processEvents()
    begin = time.thread_time()
    action.trigger()
    for _ in range(PASSES):
        QApplication.processEvents()
    took = (time.thread_time() - begin) * 1000
    wait(0.3)
    return took


def rows(turns: int) -> list[Row]:
    """Each switch there and back, the median of `turns`."""
    window, table = full_window(), []
    for what, names in SWITCHES.items():
        times: dict[int, list[float]] = {0: [], 1: []}
        for _ in range(turns):
            for place, name in enumerate(names):
                times[place].append(cost_ms(window, name))
        for place, way in enumerate(("there", "back")):
            figure = statistics.median(times[place])
            table.append(Row(f"{what}, {way}", f"{figure:.0f} ms", f"≤ {BAR_MS:.0f} ms", figure <= BAR_MS))
    close(window)
    return table


def main() -> int:
    """Measure and print; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=6)
    options = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    translation.install(application, "en")
    table = rows(options.turns)
    print(f"{'GUI thread of one switch':<30}{'figure':>12}{'bar':>12}")
    for row in table:
        print(f"{row.what:<30}{row.figure:>12}{row.bar:>12}  {'ok' if row.holds else 'MISSED'}")
    return 0 if all(row.holds for row in table) else 1


if __name__ == "__main__":
    sys.exit(main())
