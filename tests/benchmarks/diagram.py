"""The diagram under load: one live update of 8×8 units, and one edit of the largest network, on the GUI thread.

    python -m tests.benchmarks.diagram [--frames 120] [--edits 15]

Works off screen, or on the display that QT_QPA_PLATFORM names. Every frame has other weights and other maps
everywhere, so that nothing can be left as it was. Prints a table; exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from engine import LayerSpec, Network, NetworkSpec, Project, TrainingSpec
from engine.analysis.frame import Frame
from engine.data.datasets.recipe import DatasetSpec
from engine.data.plane import Plane
from engine.network.plane_trace import trace_plane
from engine.training.history import LossCurve
from engine.training.snapshot import Snapshot
from gui.document import commands
from gui.features.diagram.diagram_view import DiagramView
from gui.main_window import MainWindow
from gui.toolkit import translation
from tests.benchmarks.window import Row, close, wait, wait_until

FRAME_MS, EDIT_MS = 8.0, 50.0
MAP_SIDE = 32  # as fine as the session makes them


def network_project(*units: int) -> Project:
    """A network of hidden layers of `units` on moons."""
    layers = (*(LayerSpec(count, "tanh", id=place) for place, count in enumerate(units, 1)), LayerSpec(1, id=99))
    training = TrainingSpec(learning_rate=0.05, batch_size=None, max_epochs=None)
    return Project(DatasetSpec("moons", noise=0.15), NetworkSpec(2, layers, "xavier"), training)


def open_window(project: Project, width: int, height: int) -> MainWindow:
    """The whole window, shown, its first frame drawn."""
    window = MainWindow(project, remembers=False)
    window.resize(width, height)
    window.show()
    wait_until(lambda: not window.session.preparing and window.diagram_view.shown.values is not None)
    wait(0.5)
    return window


def frames_of(network: NetworkSpec, count: int) -> list[Frame]:
    """Frames of a network whose every weight differs a little from each to the next, as in training."""
    rng = np.random.default_rng(0)
    model = Network(network, seed=0)
    plane = Plane(0, 1, (-2.0, 2.0), (-2.0, 2.0), (0.0, 0.0))
    none = np.empty(0)
    curve = LossCurve(np.empty(0, dtype=np.int64), none, none, none, none, none, none)
    frames = []
    model.parameters[:] = rng.uniform(-2, 2, network.n_parameters)
    for _ in range(count):
        model.parameters[:] = np.clip(model.parameters + rng.normal(0, 0.25, network.n_parameters), -2.0, 2.0)
        snapshot = Snapshot(0, 0, 0, model.parameters.copy(), 0.1, 0.4, None, None, 4, None, None, 0.5)
        frames.append(Frame(network, snapshot, curve, none, none, trace_plane(model, plane, MAP_SIDE, MAP_SIDE)))
    return frames


def milliseconds(work: Callable[[], object]) -> float:
    """What `work` costs this thread; what others on the machine do does not count."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000


def draw(view: DiagramView, frame: Frame) -> None:
    """Show a frame and paint what it changes, at once."""
    view.show_frame(frame)
    QApplication.processEvents()  # the scene gathers what changed and paints it, once


def live_update(width: int, height: int, count: int) -> Row:
    """2-8-8-1 in a window of that size: median of a frame's cost."""
    project = network_project(8, 8)
    window = open_window(project, width, height)
    window.clock.stop()
    frames = frames_of(project.network, count)
    costs = [milliseconds(lambda frame=frame: draw(window.diagram_view, frame)) for frame in frames][5:]
    room = window.diagram_view.viewport().size()
    close(window)
    median = statistics.median(costs)
    what = f"live update of 2-8-8-1, canvas {room.width()}×{room.height()}"
    return Row(what, f"{median:.1f} ms (p95 {np.percentile(costs, 95):.1f})", f"< {FRAME_MS:g} ms", median < FRAME_MS)


def largest_network(count: int) -> list[Row]:
    """Twelve layers of up to 256 units: adding a unit, a layer, typing and dragging a weight."""
    window = open_window(network_project(*[256] * 11), 1920, 1080)
    document, view = window.document, window.diagram_view
    current = window.session.snapshot.parameters
    units = iter([255, 256] * count)
    values = iter(np.linspace(0.1, 0.9, 4 * count))

    def set_one() -> None:
        commands.set_value(document, current, 5, float(next(values)), "w")
        view.viewport().repaint()

    def set_units() -> None:
        commands.set_units(document, 4, next(units))
        view.viewport().repaint()

    def undo() -> None:
        document.undo_stack.undo()
        view.viewport().repaint()

    rows = [row_of("12×256: setting one weight", [milliseconds(set_one) for _ in range(count)])]
    rows.append(row_of("12×256: taking that back", [milliseconds(undo) for _ in range(count)]))
    rows.append(row_of("12×256: one unit fewer or more", [milliseconds(set_units) for _ in range(count)]))
    document.undo_stack.setClean()
    close(window)
    return rows


def row_of(what: str, costs: list[float]) -> Row:
    """A line about edits: the median against the bar."""
    median = statistics.median(costs)
    return Row(what, f"{median:.1f} ms (worst {max(costs):.1f})", f"< {EDIT_MS:g} ms", median < EDIT_MS)


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=120)
    parser.add_argument("--edits", type=int, default=15)
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    translation.install(application, "en")
    rows = [live_update(1280, 720, options.frames), live_update(1920, 1080, options.frames)]
    rows += largest_network(options.edits)
    for row in rows:
        print(f"{'ok  ' if row.holds else 'MISS'} {row.what:<50} {row.figure:>28}   bar {row.bar}")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
