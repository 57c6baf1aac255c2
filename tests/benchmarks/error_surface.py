"""The error surface: how fast its points are computed, and what the page costs the window while a run goes on.

    python -m tests.benchmarks.error_surface [--seconds 6]

Works off screen, or on the display that QT_QPA_PLATFORM names. Prints the figures; exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does

import numpy as np
from PySide6.QtWidgets import QApplication

import engine
from engine import Dataset, LayerSpec, Network, NetworkSpec
from gui.features.error_surface.page import ErrorSurfacePage
from gui.main_window import MainWindow
from tests.benchmarks.window import wait_until

MOST_COARSE_MS, MOST_FINE_MS, MOST_FRAME_MS = 5.0, 100.0, 16.0
"""31 × 31 and 181 × 181 points for 2-4-1 and XOR; the window's own work on one picture, in the median."""
_SETS = (((2, 4, 1), 4), ((2, 8, 8, 1), 200), ((64, 32, 10), 1797))


def surface_ms(sizes: tuple[int, ...], n_samples: int, n: int) -> float:
    """How long n × n points of a sigmoid network take."""
    rng = np.random.default_rng(0)
    network = Network(NetworkSpec(sizes[0], tuple(LayerSpec(units) for units in sizes[1:])), seed=1)
    targets = rng.integers(0, 2, (n_samples, sizes[-1])).astype(float)
    data = Dataset(rng.random((n_samples, sizes[0])), targets)
    engine.error_surface(network, data, "squared_error", 0, 1, 2.0, 2)
    began = time.perf_counter()
    engine.error_surface(network, data, "squared_error", 0, 1, 2.0, n)
    return (time.perf_counter() - began) * 1e3


def page_ms(seconds: float) -> list[float]:
    """What each picture of the page costs the window's thread, from taking it to having painted it, in training."""
    window = MainWindow(remembers=False)
    window.resize(1280, 720)
    window.show()
    wait_until(lambda: window.session.snapshot is not None)
    window.actions_by_name["page_error_surface"].trigger()
    page = window.pages.currentWidget()
    assert isinstance(page, ErrorSurfacePage)
    wait_until(lambda: page.picture is not None and not page.is_busy)
    taken: list[float] = []

    def paint() -> None:
        began = time.thread_time()
        page.map.repaint()
        page.space.repaint()
        taken.append((time.thread_time() - began) * 1e3)

    page.shown.connect(paint)
    window.session.train()
    until = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() > until)
    window.session.pause()
    wait_until(lambda: window.session.state != "training")
    window.document.undo_stack.setClean()
    window.close()
    return taken


def main() -> int:
    """Measure, print, and judge by the bars."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=6.0)
    seconds = parser.parse_args().seconds
    for sizes, n_samples in _SETS:
        took = surface_ms(sizes, n_samples, 31)
        name = "-".join(map(str, sizes))
        print(f"{name}, {n_samples} samples, 31 x 31 points: {took:.1f} ms, {took / 0.961:.2f} us a point")
    coarse, fine = surface_ms((2, 4, 1), 4, 31), surface_ms((2, 4, 1), 4, 181)
    print(f"2-4-1 on XOR: coarse {coarse:.1f} ms (at most {MOST_COARSE_MS}), fine {fine:.1f} ms ({MOST_FINE_MS})")
    _application = QApplication.instance() or QApplication([])
    taken = page_ms(seconds)
    middle, late = np.median(taken), np.quantile(taken, 0.99)
    print(f"page in training: {len(taken) / seconds:.0f} pictures/s, {middle:.1f} ms each ({MOST_FRAME_MS})")
    print(f"p99 {late:.1f} ms")
    return int(coarse > MOST_COARSE_MS or fine > MOST_FINE_MS or middle > MOST_FRAME_MS)


if __name__ == "__main__":
    sys.exit(main())
