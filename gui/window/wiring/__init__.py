"""One module an area: each makes its views and connects them with the window."""

from gui.window.wiring.large_table import LargeTableWiring
from gui.window.wiring.perceptron_learning import PerceptronLearningWiring
from gui.window.wiring.project_files import ProjectFilesWiring
from gui.window.wiring.rbf import RbfWiring
from gui.window.wiring.work_keeping import WorkKeepingWiring

__all__ = [
    "LargeTableWiring",
    "PerceptronLearningWiring",
    "ProjectFilesWiring",
    "RbfWiring",
    "WorkKeepingWiring",
]
