"""Views of back-propagation: step by step, as matrices, at milestones, and how often it works."""

from gui.features.back_propagation.function_panel import FunctionPanel
from gui.features.back_propagation.matrix_panel import MatrixPanel
from gui.features.back_propagation.milestone_panel import MilestonePanel
from gui.features.back_propagation.step_panel import StepPanel
from gui.features.back_propagation.success_panel import SuccessPanel

__all__ = ["FunctionPanel", "MatrixPanel", "MilestonePanel", "StepPanel", "SuccessPanel"]
