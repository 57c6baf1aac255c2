"""The other features of the window, in the order of their tabs, and what each is given beside the context."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.features.back_propagation.feature import BackPropagationFeature
from gui.features.comparison.feature import ComparisonFeature
from gui.features.computation_graph.feature import ComputationGraphFeature
from gui.features.context import WindowContext
from gui.features.evaluation.feature import EvaluationFeature
from gui.features.feature import Feature
from gui.features.importing.feature import ImportingFeature
from gui.features.network_files.feature import NetworkFilesFeature
from gui.features.runs.feature import RunsFeature
from gui.features.shaping.feature import ShapingFeature
from gui.window.card_views import CardViews
from gui.window.wiring import (
    AnimationWiring,
    LargeTableWiring,
    PerceptronLearningWiring,
    PictureExportWiring,
    ProjectFilesWiring,
    RbfWiring,
    ReportWiring,
    WorkKeepingWiring,
)
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

FEATURES: tuple[type[Feature] | type[Wiring], ...] = (
    EvaluationFeature,
    PerceptronLearningWiring,
    AnimationWiring,
    BackPropagationFeature,
    ComparisonFeature,
    ComputationGraphFeature,
    ImportingFeature,
    LargeTableWiring,
    NetworkFilesFeature,
    PictureExportWiring,
    ProjectFilesWiring,
    RbfWiring,
    ReportWiring,
    RunsFeature,
    ShapingFeature,
    WorkKeepingWiring,
)


def make_features(context: WindowContext, views: CardViews, window: MainWindow) -> list[Feature | Wiring]:
    """All features of a window. Those that need views of other features, or of several, get them here."""
    makers: dict[type[Feature], Callable[[WindowContext], Feature]] = {}
    return [makers.get(part, part)(context) if issubclass(part, Feature) else part(window) for part in FEATURES]
