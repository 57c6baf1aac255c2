"""Tries starts in the window on a cluster of two worker processes, one of which is killed in the middle.

    python tests/cluster.py

For a Python with `perceptra[cluster]`. The figures must be those that the same starts give alone in this process, to
the bit: nothing lost, nothing counted twice. Exit code 0 only when it is so.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONPATH"] = sys.path[0]  # the workers' too

STARTS, LONGEST_S = 1_000, 120.0


def main() -> int:
    """Start the cluster and the window, try, kill, compare."""
    from distributed import Client, LocalCluster

    expected = _alone()
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        workers = client.run(os.getpid)

        def kill_one() -> None:
            os.kill(next(iter(workers.values())), signal.SIGKILL)

        found = _in_the_window(cluster.scheduler_address, kill_one)
    print(f"{found.n_tried} starts, {found.n_succeeded} of them right, one of {len(workers)} workers killed")
    print("The same figures as alone." if found == expected else f"Alone they are others: {expected}")
    return 0 if found == expected else 1


def _project() -> Any:
    from engine import LayerSpec, NetworkSpec, Project, TrainingSpec

    network = NetworkSpec(2, (LayerSpec(2, id=1), LayerSpec(1, id=2)))
    return Project(network=network, training=TrainingSpec(learning_rate=0.5, max_epochs=5_000))


def _alone() -> Any:
    from engine import success_rate
    from engine.analysis.success_tally import SuccessTally

    project = _project()
    data = project.dataset.build()
    tally = SuccessTally(data)
    for attempt in success_rate(project.network, data, project.training, range(STARTS)):
        tally.add(attempt)
    return tally.figures()


def _in_the_window(address: str, kill_one: Callable[[], None]) -> Any:
    """The figures that the page shows, one worker being killed when a tenth of the starts is there."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    from gui.main_window import MainWindow

    window = MainWindow(_project(), remembers=False)
    window.show()
    window.findChild(object, "action_page_how_often").trigger()
    page: Any = window.findChild(QWidget, "how_often_page")

    def wait(is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST_S
        while not is_so():
            assert time.monotonic() < end, "it takes too long"
            application.processEvents()
            time.sleep(0.01)

    wait(lambda: not window.session.preparing)
    page.controls.starts.show_number(STARTS)
    QTest.keyClicks(page.controls.cluster, address)
    QTest.mouseClick(page.controls.start, Qt.MouseButton.LeftButton)
    wait(lambda: page.progress is not None and page.progress.n_tried >= STARTS // 10)
    assert page.is_running
    kill_one()
    wait(lambda: not page.is_running)
    window.document.undo_stack.setClean()
    window.close()
    return page.figures


if __name__ == "__main__":
    sys.exit(main())
