"""The plots of the window: the decision region and the error curve."""

from gui.plots.decision_region_plot import DecisionRegionPlot

__all__ = ["DecisionRegionPlot"]
