"""What the first picture of the window does not need is not loaded before it: nobody shall wait for it."""

from __future__ import annotations

import subprocess
import sys

LATER = (
    "engine.analysis.numpy_code",
    "engine.analysis.separability",
    "engine.analysis.steps",
    "engine.data.importing",
    "engine.export",
    "engine.training.live_run",
    "gui.features.back_propagation.inside.page",
    "gui.features.back_propagation.panels",
    "gui.features.comparison.page",
    "gui.features.computation_graph.page",
    "gui.features.decision_region.hidden.hidden_plane",
    "gui.features.decision_region.hidden_space.hidden_space_view",
    "gui.features.diagnosis.diagnosis_dialog",
    "gui.features.error_surface.page",
    "gui.features.how_often.page",
    "gui.features.ledger.ledger_panel",
    "gui.features.network_files.formats",
    "gui.features.report.blocks",
    "gui.features.two_moments.moments_window",
    "gui.features.weights.weights_view",
    "importlib.metadata",
    "numba",
    "numpy.ma",
    "scipy",
)
"""Pages and dialogs, the room of imports, what trains, and what only looks like a trifle."""

_PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication(["test"])
from engine import warm_up
warm_up.is_warm = lambda: True
from gui.main_window import MainWindow
window = MainWindow(remembers=False)
window.show()
def usable():
    print(*(name for name in sys.argv[1:] if name in sys.modules))
    window.close()
    application.quit()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, usable))
application.exec()
"""


def test_pages_imports_and_kernels_are_loaded_when_the_window_has_been_painted() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM, *LATER], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
