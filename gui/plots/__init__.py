"""The plots of the window: the decision region and the error curve."""

from gui.plots.decision_region_plot import DecisionRegionPlot
from gui.plots.error_plot import ErrorPlot

__all__ = ["DecisionRegionPlot", "ErrorPlot"]
