"""The other features of the window, in the order of their tabs, and what each is given beside the context."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QToolBar

from gui.features.back_propagation.feature import BackPropagationFeature
from gui.features.back_propagation.inside.page_part import PagePart
from gui.features.comparison.feature import ComparisonFeature
from gui.features.computation_graph.feature import ComputationGraphFeature
from gui.features.context import WindowContext
from gui.features.decision_region.hidden_space.choice_row import fits_hidden_space
from gui.features.diagnosis.feature import DiagnosisFeature
from gui.features.error_surface.feature import ErrorSurfaceFeature
from gui.features.evaluation.feature import EvaluationFeature
from gui.features.feature import Feature
from gui.features.hidden_answer.feature import HiddenAnswerFeature
from gui.features.how_often.feature import HowOftenFeature
from gui.features.importing.feature import ImportingFeature
from gui.features.ledger.feature import LedgerFeature
from gui.features.lessons.feature import LessonsFeature
from gui.features.network_files.feature import NetworkFilesFeature
from gui.features.pictures.feature import PicturesFeature
from gui.features.rbf.feature import RbfFeature
from gui.features.report.feature import ReportFeature
from gui.features.runs.feature import RunsFeature
from gui.features.shaping.feature import ShapingFeature
from gui.features.slides.feature import SlidesFeature
from gui.features.stage_tools.feature import StageToolsFeature
from gui.features.timeline.feature import TimelineFeature
from gui.features.two_moments.feature import TwoMomentsFeature
from gui.features.weights.feature import WeightsFeature
from gui.window.autosave.slide_keeping import SlideKeeping
from gui.window.files.project_files import ProjectFiles
from gui.window.files.recent_files import RecentProjects
from gui.window.layout.card_views import CardFeatures
from gui.window.layout.large_table import LargeTable
from gui.window.lesson_setup import LessonSetup
from gui.window.printing.animation_offers import AnimationOffers
from gui.window.printing.printed_views import PrintedViews
from gui.window.printing.report_source import WindowReportSource
from gui.window.slide_setup import SlideSetup
from gui.window.tour.tour import Tour

Made = TypeVar("Made", bound=Feature)

FEATURES: tuple[type[Feature], ...] = (
    EvaluationFeature,
    LedgerFeature,
    BackPropagationFeature,
    ComparisonFeature,
    ErrorSurfaceFeature,
    HowOftenFeature,
    ComputationGraphFeature,
    DiagnosisFeature,
    HiddenAnswerFeature,
    ImportingFeature,
    LargeTable,
    NetworkFilesFeature,
    PicturesFeature,
    RecentProjects,
    RbfFeature,
    ReportFeature,
    RunsFeature,
    ShapingFeature,
    StageToolsFeature,
    TimelineFeature,
    TwoMomentsFeature,
    Tour,
    WeightsFeature,
    LessonsFeature,
    SlidesFeature,
    SlideKeeping,
)


IN_TABS: tuple[type[Feature], ...] = (
    EvaluationFeature,
    LedgerFeature,
    BackPropagationFeature,
    RbfFeature,
    RunsFeature,
)
"""Those of which the views stand in the card of the tables, and look as it does."""


def make_features(
    context: WindowContext,
    cards: CardFeatures,
    files: ProjectFiles,
    *,
    lessons: LessonSetup,
    slides: SlideSetup,
    add_strip: Callable[[QToolBar], None],
) -> list[Feature]:
    """All features of a window. What needs several features' views is made here and handed to them."""
    features: list[Feature] = []
    views, in_tabs = cards.views, cards.context_of("samples")
    printed = PrintedViews(context.document, views, lambda: [cards.region, *features], context.window)
    animations = AnimationOffers(views, context.notation, context.window, lambda: context.document.project.bookmarks)
    report = WindowReportSource(context.document, views, context.notation, files.title, printed)
    parts = (
        PagePart("hidden", fits_hidden_space, cards.region.make_hidden_space),
        PagePart("weights", lambda _: True, lambda themes: _made(WeightsFeature, features).make_view(themes)),
    )
    makers: dict[type[Feature], Callable[[WindowContext], Feature]] = {
        BackPropagationFeature: lambda tabs: BackPropagationFeature(tabs, cards.diagram.lend, parts, context.themes),
        PicturesFeature: lambda context: PicturesFeature(context, printed, animations),
        RecentProjects: lambda context: RecentProjects(context, files),
        ReportFeature: lambda context: ReportFeature(context, report),
        TimelineFeature: lambda context: TimelineFeature(context, add_strip),
        LessonsFeature: lambda context: LessonsFeature(context, lessons),
        SlidesFeature: lambda context: SlidesFeature(context, slides, _made(LessonsFeature, features)),
        SlideKeeping: lambda context: SlideKeeping(context, _made(SlidesFeature, features).slides),
    }
    for part in FEATURES:  # one after the other: some are handed to those behind them
        features.append(makers.get(part, part)(in_tabs if part in IN_TABS else context))
    return features


def _made(kind: type[Made], features: Iterable[Feature]) -> Made:
    """The feature of this kind, which is made before what it is handed to."""
    return next(feature for feature in features if isinstance(feature, kind))
