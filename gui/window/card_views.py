"""The views in the cards of the workbench."""

from __future__ import annotations

from dataclasses import dataclass

from gui.features.data.data_panel import DataPanel
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.features.diagram.diagram_view import DiagramView
from gui.features.error_curve.error_plot import ErrorPlot
from gui.features.samples.sample_panel import SamplePanel
from gui.features.training.training_panel import TrainingPanel


@dataclass(frozen=True, eq=False)
class CardViews:
    """The window makes them before its features, and hands them to those that need one."""

    data: DataPanel
    training: TrainingPanel
    diagram: DiagramView
    samples: SamplePanel
    region: DecisionRegionPlot
    error: ErrorPlot
