"""The features of the window, in the order in which their tabs stand."""

from __future__ import annotations

from gui.features.comparison.feature import ComparisonFeature
from gui.features.computation_graph.feature import ComputationGraphFeature
from gui.features.evaluation.feature import EvaluationFeature
from gui.features.feature import Feature
from gui.features.importing.feature import ImportingFeature
from gui.features.runs.feature import RunsFeature
from gui.window.wiring import (
    AnimationWiring,
    BackPropagationWiring,
    BendingWiring,
    BuildingWiring,
    LargeTableWiring,
    NetworkExportWiring,
    PaintingWiring,
    PerceptronLearningWiring,
    PictureExportWiring,
    ProjectFilesWiring,
    RbfWiring,
    ReadingWiring,
    ReportWiring,
    ShapingWiring,
    TableExportWiring,
    TruthTablesWiring,
    WorkKeepingWiring,
)
from gui.window.wiring.wiring import Wiring

FEATURES: tuple[type[Feature] | type[Wiring], ...] = (
    EvaluationFeature,
    PerceptronLearningWiring,
    AnimationWiring,
    BackPropagationWiring,
    BendingWiring,
    BuildingWiring,
    ComparisonFeature,
    ComputationGraphFeature,
    ImportingFeature,
    LargeTableWiring,
    NetworkExportWiring,
    PaintingWiring,
    PictureExportWiring,
    ProjectFilesWiring,
    RbfWiring,
    ReadingWiring,
    ReportWiring,
    RunsFeature,
    ShapingWiring,
    TableExportWiring,
    TruthTablesWiring,
    WorkKeepingWiring,
)
