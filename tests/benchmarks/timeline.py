"""The timeline: what recording costs, and how soon a moment of a long run is on show.

    python -m tests.benchmarks.timeline [--epochs 100000] [--looks 150]

Works off screen, or on the display that QT_QPA_PLATFORM names. Prints the figures; exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as main.py does

from PySide6.QtWidgets import QApplication, QSlider

from engine import Trainer
from engine.data.datasets.recipe import data_of
from gui.main_window import MainWindow
from tests.benchmarks.window import eight_by_eight, wait_until

MOST_COST, MOST_MS = 0.05, 33.0
_ROUNDS = 5


def trained(epochs: int, keeps_moments: bool) -> tuple[Trainer, float]:
    """A trainer of 2-8-8-1 after so many epochs, and the seconds of its own work."""
    project = eight_by_eight()
    data = data_of(project.dataset)
    trainer = Trainer(project.start.make_network(), data, project.training, keeps_moments=keeps_moments)
    began = time.thread_time()
    trainer.run(epochs)
    return trainer, time.thread_time() - began


def recording_cost(epochs: int) -> float:
    """What keeping moments adds to the time of training, as a share; the best of some rounds of each."""
    rounds = [(trained(epochs, True)[1], trained(epochs, False)[1]) for _ in range(_ROUNDS)]
    return min(kept for kept, _ in rounds) / min(plain for _, plain in rounds) - 1


def looks_ms(trainer: Trainer, looks: int) -> list[float]:
    """How long each of many random moments takes from the slider to the painted window."""
    window = MainWindow(replace(eight_by_eight(), run=trainer.state()), remembers=False)
    window.resize(1280, 720)
    window.show()
    wait_until(window.shows_newest)
    slider = window.findChild(QSlider, "timeline")
    assert slider is not None
    chance, taken = random.Random(1), []
    for _ in range(looks):
        epoch, before = chance.randrange(trainer.epoch), window.frames_shown
        began = time.perf_counter()
        slider.setValue(epoch)
        wait_until(lambda before=before: window.frames_shown > before)  # type: ignore[misc]
        QApplication.processEvents()  # paints
        taken.append((time.perf_counter() - began) * 1e3)
        wait_until(lambda epoch=epoch: slider.property("epoch") == epoch)  # type: ignore[misc]
    window.close()
    return taken


def main() -> int:
    """Measure, print, and judge by the bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=100_000)
    parser.add_argument("--looks", type=int, default=150)
    options = parser.parse_args()
    cost = recording_cost(options.epochs // 5)
    trainer, _ = trained(options.epochs, True)
    application = QApplication.instance() or QApplication([])
    taken = sorted(looks_ms(trainer, options.looks))
    p95 = taken[int(0.95 * len(taken))]
    moments = trainer.moments()
    assert application is not None
    assert moments is not None
    print(f"recording: {100 * cost:+.1f} % of training time (bar {100 * MOST_COST:.0f} %)")
    print(f"moments of {options.epochs:,} epochs: {len(moments):,}, {moments.nbytes / 1e6:.1f} MB")
    print(f"a moment on show: median {taken[len(taken) // 2]:.1f} ms, p95 {p95:.1f} ms (bar {MOST_MS:.0f} ms)")
    return int(cost > MOST_COST or p95 > MOST_MS)


if __name__ == "__main__":
    sys.exit(main())
