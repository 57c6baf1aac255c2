"""The sample table with many rows: what painting, scrolling, sorting, editing and training cost the window's thread.

    python -m tests.benchmarks.sample_table

Works off screen, or on the display that QT_QPA_PLATFORM names. Prints a table; exit code 1 when a bar is missed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from engine import LayerSpec, NetworkSpec, Project, TrainingSpec
from engine.data.datasets.recipe import DatasetSpec
from engine.export.copied_samples import copied_samples
from engine.project.edits import paste
from engine.spec.frozen_array import FrozenArray
from gui.document import commands
from gui.features.samples.sample_table import SampleTable
from gui.main_window import MainWindow
from gui.toolkit import translation
from tests.benchmarks.window import Row, close, open_window, train_at_full_speed, wait

BAR_MS = 10.0
TIMES = 40


class PaintMeter(QObject):
    """Adds up what the table's viewport takes to paint itself."""

    def __init__(self, table: SampleTable) -> None:
        super().__init__(table)
        self.times_ms: list[float] = []
        self._paint = table.paintEvent
        table.paintEvent = self._measured  # type: ignore[method-assign]

    def _measured(self, event: QEvent) -> None:
        begin = time.thread_time()
        self._paint(event)  # type: ignore[arg-type]
        self.times_ms.append((time.thread_time() - begin) * 1000)


def few_columns(rows: int = 20_000) -> Project:
    """Two inputs and a class: four columns with the output."""
    inputs = np.random.default_rng(0).normal(size=(rows, 2))
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray((inputs[:, :1] > 0) * 1.0))
    layers = (LayerSpec(8, "tanh"), LayerSpec(1, "sigmoid"))
    return Project(spec, NetworkSpec(2, layers), TrainingSpec(learning_rate=0.01, batch_size=100, max_epochs=None))


def many_columns(rows: int = 5_000) -> Project:
    """64 inputs and a value."""
    inputs = np.random.default_rng(0).normal(size=(rows, 64))
    spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(inputs[:, :1] * 0.3))
    layers = (LayerSpec(8, "tanh"), LayerSpec(1, "linear"))
    return Project(spec, NetworkSpec(64, layers), TrainingSpec(learning_rate=0.001, batch_size=100, max_epochs=None))


def timed(do: Callable[[int], object], times: int = TIMES) -> list[float]:
    """Milliseconds of this thread's processor time of each of `times` calls: others on the machine do not count."""
    found = []
    for turn in range(times):
        begin = time.thread_time()
        do(turn)
        found.append((time.thread_time() - begin) * 1000)
    return found


def measure(name: str, project: Project) -> list[Row]:
    """All about one table, shown large in a window of 1920×1080."""
    window = open_window(project)
    window.resize(1920, 1080)
    window.actions_by_name["large_table"].setChecked(True)
    wait(0.5)
    table = window.findChild(SampleTable, "sample_table")
    assert table is not None
    meter, count = PaintMeter(table), table.model().rowCount()
    rows = []

    def note(what: str, times: list[float], bar: float = BAR_MS) -> None:
        median, worst = statistics.median(times), max(times)
        rows.append(Row(f"{name}: {what}", f"{median:.1f} ms, worst {worst:.1f}", f"≤ {bar:g} ms", median <= bar))

    def scroll(turn: int) -> None:
        table.verticalScrollBar().setValue((turn * 7919) % count)
        table.viewport().repaint()

    note("scrolling by a page and painting it", timed(scroll))
    orders = [(1, False), (1, True), (table.model().columnCount() - 2, True), (None, False)]
    note("sorting", timed(lambda turn: table._samples.sort_by(*orders[turn % 4])))
    table._samples.sort_by(None)
    note("taking a frame", timed(lambda _: table.show_frame(table._samples.frame)))
    note("editing a cell, the table's part", edits_in_the_table(window, table))
    note("editing a cell, the whole window", timed(lambda turn: edit(window, turn), 12), bar=100.0)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())  # to the columns that change
    train_at_full_speed(window)
    meter.times_ms.clear()
    wait(4.0)
    note(f"painting while training, {len(meter.times_ms)} times in 4 s", meter.times_ms)
    window.session.pause()
    wait(0.3)
    every = np.arange(count)
    text = copied_samples(window.document.dataset, every, named=False)
    note("copying all rows", timed(lambda _: copied_samples(window.document.dataset, every, False), 3), 500.0)
    note("reading all rows again", timed(lambda _: paste(window.document.project, text, range(count)), 3), 1000.0)
    close(window)
    return rows


def edit(window: MainWindow, turn: int) -> None:
    """Another number in a cell."""
    commands.set_cell(window.document, 100 + turn, 0, str(turn / 7))


def edits_in_the_table(window: MainWindow, table: SampleTable) -> list[float]:
    """What the table's model and view take for other data of the same shape."""
    datasets = []
    for turn in range(2):
        edit(window, turn)
        datasets.append(window.document.dataset)

    def change(turn: int) -> None:
        table._samples.set_dataset(datasets[turn % 2])
        table.viewport().repaint()

    return timed(change)


def main() -> int:
    """Measure, print, judge."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    translation.install(application, "en")
    rows = measure("20,000 × 4", few_columns()) + measure("5,000 × 65", many_columns())
    for row in rows:
        print(f"{'ok  ' if row.holds else 'MISS'} {row.what:<60} {row.figure:>26}   bar {row.bar}")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
