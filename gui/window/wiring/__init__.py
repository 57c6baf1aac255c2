"""One module an area: each makes its views and connects them with the window."""

from gui.window.wiring.perceptron_learning import PerceptronLearningWiring
from gui.window.wiring.rbf import RbfWiring

__all__ = [
    "PerceptronLearningWiring",
    "RbfWiring",
]
