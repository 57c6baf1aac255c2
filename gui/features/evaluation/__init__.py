"""How well the network answers: recognition rates, confusion matrices, figures of each class, errors of values."""

from gui.features.evaluation.evaluation_panel import EvaluationPanel

__all__ = ["EvaluationPanel"]
