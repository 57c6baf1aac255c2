"""The cards of the workbench: the features that make them, and their views."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gui.features.context import WindowContext
from gui.features.data.data_panel import DataPanel
from gui.features.data.feature import DataFeature
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.features.decision_region.feature import DecisionRegionFeature
from gui.features.diagram.diagram_view import DiagramView
from gui.features.diagram.feature import DiagramFeature
from gui.features.error_curve.error_plot import ErrorPlot
from gui.features.error_curve.feature import ErrorCurveFeature
from gui.features.feature import Feature
from gui.features.samples.feature import SamplesFeature
from gui.features.samples.sample_panel import SamplePanel
from gui.features.training.feature import TrainingFeature
from gui.features.training.training_panel import TrainingPanel
from gui.toolkit.containers.card_themes import CardThemes


@dataclass(frozen=True, eq=False)
class CardViews:
    """The window makes them before its other features, and hands them to those that need one."""

    data: DataPanel
    training: TrainingPanel
    diagram: DiagramView
    samples: SamplePanel
    region: DecisionRegionPlot
    error: ErrorPlot


class CardFeatures:
    """Makes the features of all cards."""

    TYPES: tuple[type[Feature], ...] = (
        DataFeature,
        TrainingFeature,
        DecisionRegionFeature,
        DiagramFeature,
        ErrorCurveFeature,
        SamplesFeature,
    )

    def __init__(self, context: WindowContext) -> None:
        self._context = context
        names = ("data", "training", "region", "diagram", "error", "samples")
        self.themes = {name: CardThemes(context.themes, context.window) for name in names}
        self.data = DataFeature(self.context_of("data"))
        self.training = TrainingFeature(self.context_of("training"))
        self.region = DecisionRegionFeature(self.context_of("region"))
        self.diagram = DiagramFeature(self.context_of("diagram"))
        self.error = ErrorCurveFeature(self.context_of("error"))
        self.samples = SamplesFeature(self.context_of("samples"))

    def context_of(self, card: str) -> WindowContext:
        """The context for what stands in a card, which has themes of its own."""
        return replace(self._context, themes=self.themes[card])

    @property
    def all(self) -> tuple[Feature, ...]:
        """The features in reading order."""
        return (self.data, self.training, self.diagram, self.samples, self.region, self.error)

    @property
    def views(self) -> CardViews:
        """The views that stand in the cards."""
        return CardViews(
            data=self.data.panel,
            training=self.training.panel,
            diagram=self.diagram.view,
            samples=self.samples.panel,
            region=self.region.plot,
            error=self.error.plot,
        )
