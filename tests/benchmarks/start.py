"""Start-up: from the process's first instruction to a window that has painted and answers, and to the first epoch.

    python -m tests.benchmarks.start

Warm: every cache filled. First: an empty kernel cache, compiling beside the window, with Train pressed at once. Both
ways Python keeps its byte code, as it does unless it is told not to, and the same weights must come out. A start counts
by its best of several: a busy machine only adds to it. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from engine import warm_up

ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = """
import gc, hashlib, os, sys, time
gc.disable()  # as gui.application does
begin = float(os.environ["PERCEPTRA_BEGIN"])
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
from gui.session.kernel_preparation import started_preparation
preparation = started_preparation(application)  # here, as gui.application does
application.setStyle("Fusion")
from gui.toolkit import translation
translation.install(application, "en")
from gui.main_window import MainWindow
gc.freeze()  # as gui.application does
window = MainWindow(begun=preparation)
window.resize(1280, 720)
window.show()
session, said = window.session, []
def usable():
    said.extend([time.time() - begin, session.preparing])
    session.set_speed(None)
    session.pause_at(100)
    session.train()
    look()
def look():
    snapshot = session.snapshot
    if snapshot is not None and snapshot.epoch > 0 and len(said) == 2:
        said.append(time.time() - begin)
    if session.state == "paused":
        said.append(hashlib.sha256(session.run().parameters.array.tobytes()).hexdigest())
        print(*said, flush=True)
        window.close()
        application.quit()
    else:
        QTimer.singleShot(5, look)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, usable))
application.exec()
"""


@dataclass(frozen=True)
class Start:
    """One start: seconds to the window and to the first epoch, and the weights after 100 epochs, as a hash."""

    window: float
    was_preparing: bool
    first_epoch: float
    weights: str


def start(environment: dict[str, str]) -> Start:
    """Start the window, train, and end it."""
    import time

    environment = {**environment, "PERCEPTRA_BEGIN": repr(time.time()), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    window, preparing, first_epoch, weights = done.stdout.split()
    return Start(float(window), preparing == "True", float(first_epoch), weights)


def with_empty_cache(environment: dict[str, str]) -> Start:
    """The same where no kernel was ever compiled."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return start({**environment, "NUMBA_CACHE_DIR": str(Path(folder) / "kernels"), "HOME": folder})


def work_of_warm_up(environment: dict[str, str]) -> float:
    """What the cores do, in seconds, until every kernel is compiled, in as many processes as the window takes."""
    before = os.times()
    with tempfile.TemporaryDirectory() as folder:
        there = {**environment, "NUMBA_CACHE_DIR": str(Path(folder) / "kernels")}
        for share in range(len(warm_up.FIRST_SHARES)):
            command = [sys.executable, "-m", "engine.warm_up", str(share)]
            subprocess.run(command, env=there, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def judged(what: str, seconds: float, bar: float) -> bool:
    """Print a line of the table; whether the bar is met."""
    print(f"{'ok  ' if seconds <= bar else 'MISS'} {what:<52} {seconds:6.2f} s   bar ≤ {bar:g} s", flush=True)
    return seconds <= bar


def main() -> int:
    """Measure, print, judge."""
    environment = {**os.environ}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or every start compiles 600 modules anew
    subprocess.run([sys.executable, "-m", "engine.warm_up"], env=environment, cwd=ROOT, check=True)
    start(environment)
    warm = [start(environment) for _ in range(5)]
    cold = [with_empty_cache(environment) for _ in range(3)]
    met = [
        judged("window, caches warm", min(each.window for each in warm), 0.9),
        judged("window, empty cache, compiling beside it", min(each.window for each in cold), 3.0),
        judged("first epoch, empty cache, default network", min(each.first_epoch for each in cold), 5.0),
        judged("work of the whole warm-up, all processes", min(work_of_warm_up(environment) for _ in range(2)), 20.0),
    ]
    is_same = len({each.weights for each in warm + cold}) == 1
    print(f"{'ok  ' if is_same else 'MISS'} the same weights after 100 epochs, however cold the start was")
    has_prepared = all(each.was_preparing for each in cold)
    return 0 if all(met) and is_same and has_prepared else 1


if __name__ == "__main__":
    sys.exit(main())
