"""A table of a million rows: how long reading takes, how much memory, how soon it is given up, how late the window is.

The window is measured by how late a timer is called, which other processes change, and in another process by the work
of its own thread for each event, which they do not change much. To measure the latter asks for Python's lock with each
event, so that the timer would wait for the reading more often than in the program.

Run with: python -m tests.benchmarks.importing
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

import numpy as np

from engine.data.importing import Watch, convert, read_table, suggested_plan
from engine.spec.errors import EngineError

ROWS = 1_000_000
LATE_MS = 100.0


def main() -> None:
    """Write, read, convert, give up; print the times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "million.csv"
        values = np.random.default_rng(0).normal(size=(ROWS, 3))
        lines = (f"{a:.6g},{b:.6g},{c:.6g},{'abc'[i % 3]}" for i, (a, b, c) in enumerate(values.tolist()))
        file.write_text("x,y,z,class\n" + "\n".join(lines))
        print(f"file: {file.stat().st_size / 1e6:.0f} MB")
        _import_in_window(file, measures_work=False)  # first, while no other work has spread over the memory
        subprocess.run([sys.executable, "-m", "tests.benchmarks.importing", str(file)], check=True)
        begin = time.perf_counter()
        pauses = [begin]
        table = read_table(file, watch=Watch(progress=lambda _: pauses.append(time.perf_counter())))
        print(f"read: {time.perf_counter() - begin:.2f} s, told every {np.diff(pauses).max() * 1e3:.0f} ms at most")
        begin = time.perf_counter()
        done = convert(table, suggested_plan(table))
        print(f"convert: {time.perf_counter() - begin:.2f} s, {done.n_samples} samples, {done.n_classes} classes")
        print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")
        del table, done
        _memory(file)
        worded = Path(folder) / "words.csv"
        colours = ["red", "green", "blue", "yellow"]
        lines = (f"{a:.6g},{colours[i % 4]},{c:.6g},{'abc'[i % 3]}" for i, (a, _, c) in enumerate(values.tolist()))
        worded.write_text("x,colour,z,class\n" + "\n".join(lines))
        print("with a column of four words, which becomes four inputs:")
        _memory(worded)
        _give_up(file)


def _memory(file: Path) -> None:
    """What reading and converting hold, and held at most, as multiples of the file; the arrays of NumPy included."""
    size = file.stat().st_size
    tracemalloc.start()
    table = read_table(file)
    held, most = (value / size for value in tracemalloc.get_traced_memory())
    print(f"memory of reading: {held:.2f} times the file, {most:.2f} at most")
    tracemalloc.reset_peak()
    done = convert(table, suggested_plan(table))
    held, most = (value / size for value in tracemalloc.get_traced_memory())
    print(f"memory with the {done.n_samples} samples beside: {held:.2f} times the file, {most:.2f} at most")
    tracemalloc.stop()


def _give_up(file: Path) -> None:
    asked = time.perf_counter() + 0.5
    try:
        read_table(file, watch=Watch(given_up=lambda: time.perf_counter() > asked))
    except EngineError as error:
        print(f"given up {(time.perf_counter() - asked) * 1e3:.0f} ms after the wish: {error}")


def _import_in_window(file: Path, measures_work: bool) -> None:
    """How late the event loop is while the table is read and when Import is pressed, or the window's own work then."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QDialog, QPushButton

    from gui.features.importing.feature import ImportingFeature
    from gui.main_window import MainWindow
    from tests.benchmarks.window import LagMeter, wait, wait_until

    class Measured(QApplication):
        """Knows the longest work of this thread for one event."""

        worst_ms = 0.0

        def notify(self, receiver: QObject, event: QEvent) -> bool:
            begin = time.thread_time()
            answer = bool(super().notify(receiver, event))
            Measured.worst_ms = max(Measured.worst_ms, (time.thread_time() - begin) * 1e3)
            return answer

    application = Measured([]) if measures_work else QApplication([])
    window = MainWindow(remembers=False)
    window.show()
    wait(1.5)
    meter = LagMeter()
    meter.start()
    window.findChild(ImportingFeature).preview_table(file)
    wait_until(lambda: window.findChild(QDialog, "import_dialog") is not None)
    dialog = window.findChild(QDialog, "import_dialog")
    button = dialog.findChild(QPushButton, "import_button")
    Measured.worst_ms = 0.0
    wait_until(button.isEnabled)
    reading_ms, lags_ms = Measured.worst_ms, list(meter.lags_ms)
    meter.lags_ms.clear()
    Measured.worst_ms = 0.0
    begin = time.thread_time()
    button.click()
    clicked_ms = (time.thread_time() - begin) * 1e3
    wait(3)
    if measures_work:
        print(f"while it is read, an event takes {reading_ms:.0f} ms of the window's own work at most")
        print(f"Import keeps the window for {clicked_ms:.0f} ms of its own work")
        print(f"after that an event takes {Measured.worst_ms:.0f} ms of its own work at most")
    else:
        for when, late in (("while the table is read", max(lags_ms)), ("from Import on", max(meter.lags_ms))):
            print(f"the event loop is {late:.0f} ms late at most {when} (bar {LATE_MS:.0f})")
    meter.stop()
    window.document.undo_stack.setClean()
    window.close()
    del application


if __name__ == "__main__":
    if sys.argv[1:]:
        _import_in_window(Path(sys.argv[1]), measures_work=True)
    else:
        main()
