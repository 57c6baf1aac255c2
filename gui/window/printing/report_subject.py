"""This module collects what a lab report is made of: the project, the views, the findings and the pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from engine.data.dataset import Dataset
from engine.export.lab_report import Findings, find
from engine.project.project import Project
from engine.training.run import Run
from gui.document.document import Document
from gui.features.decision_region.printed.region import (
    PrintedRegion,
    RegionMoment,
    RegionPaper,
    RegionSetting,
    home_setting,
)
from gui.features.diagram.masks import masks_of
from gui.features.diagram.printed_diagram import DiagramMoment, PrintedDiagram
from gui.features.error_curve.curve import PrintedCurve, curve_moment
from gui.features.report.blocks import PageFigure, Report
from gui.features.report.content import DATA, NETWORK, REGIONS, RESULT, Pictures, Request, compose
from gui.toolkit.export import Look, Picture
from gui.window.layout.card_views import CardViews
from gui.words.notation import Notation

_REGION_PIXELS = 192
_SMALL = 0.72
MOST_SHOWN, MOST_IN_SMALL = 300, 90
"""Samples in the picture of the data, and in each of the small maps, whose marks are as large."""


@dataclass(frozen=True, eq=False)
class Subject:
    """What the window shows when a report is asked for."""

    project: Project
    data: Dataset
    setting: RegionSetting
    notation: Notation
    logarithmic: bool
    pages: tuple[PageFigure, ...] = ()

    def look_up(self, request: Request, is_unwanted: Callable[[], bool]) -> Found | None:
        """Everything that takes time; any thread may do it. None where it is no longer wanted."""
        findings = find(self.project, self.data, self.project.start.first_parameters(), request.epochs, is_unwanted)
        if findings is None:
            return None
        regions: list[RegionMoment] = []
        small = replace(self.setting, data=few(self.data, MOST_IN_SMALL))
        for moment in findings.moments if REGIONS in request.parts else ():
            if is_unwanted():
                return None
            regions.append(small.at(moment.parameters, _REGION_PIXELS))
        diagram = DiagramMoment(self.project.network, self.data, findings.last.parameters, None, masks_of(self.project))
        if NETWORK in request.parts:
            diagram = diagram.with_fine_maps(self.setting.plane)
        return None if is_unwanted() else Found(self, findings, tuple(regions), diagram)


@dataclass(frozen=True, eq=False)
class Found:
    """What takes time to compute, for a report on `subject`."""

    subject: Subject
    findings: Findings
    regions: tuple[RegionMoment, ...]
    diagram: DiagramMoment

    def report(self, request: Request) -> Report:
        """The report on what was found, in the language in force."""
        return compose(self.findings, request, _pictures(self, request), self.subject.notation)


def subject_of(document: Document, views: CardViews, notation: Notation, run: Run | None) -> Subject:
    """The project with its `run`, and the views' axes and notation as they are on screen."""
    project, data = document.project, document.dataset
    shown = views.region.picture()
    setting = home_setting(project.network, data) if shown is None else shown.moment.setting
    return Subject(
        replace(project, run=run),
        data,
        replace(setting, data=few(data, MOST_SHOWN)),
        Notation(notation.is_lecture),
        views.error.is_logarithmic,
    )


def few(data: Dataset, most: int) -> Dataset:
    """`data`, or `most` of its samples, drawn at random: rows often stand class by class."""
    count = data.n_samples + data.n_test_samples
    if count <= most:
        return data
    rng = np.random.default_rng(0)
    train, test = (
        np.sort(rng.permutation(n)[: max(1, round(n * most / count))]) for n in (data.n_samples, data.n_test_samples)
    )
    return Dataset(
        data.raw_inputs[train],
        data.raw_targets[train],
        data.raw_test_inputs[test],
        data.raw_test_targets[test],
        data.raw_input_names,
        data.target_names,
        data.target_codes,
        preprocessing=data.preprocessing,
        is_function=data.task == "values",
    )


def _pictures(found: Found, request: Request) -> Pictures:
    subject, findings, parts = found.subject, found.findings, request.parts
    notation, data = subject.notation, subject.data
    curve: Picture | None = None
    if RESULT in parts and len(findings.curve.epochs) > 1:
        target = subject.project.training.target_error
        mean = target / data.n_samples if target and data.n_samples else None
        curve = PrintedCurve(curve_moment(findings.curve, subject.logarithmic, mean))
    samples: Picture | None = None
    if DATA in parts and data.n_samples + data.n_test_samples:
        alone = RegionMoment(subject.setting, np.empty(0), None, None)
        samples = PrintedRegion(alone, notation)
    papers = RegionPaper()
    regions = {
        moment.epoch: _OnPaper(PrintedRegion(region, notation), papers)
        for moment, region in zip(findings.moments, found.regions, strict=False)
    }
    diagram = PrintedDiagram(found.diagram, notation) if NETWORK in parts else None
    shown = subject.setting.data
    n_shown = shown.n_samples + shown.n_test_samples
    return Pictures(samples, diagram, curve, regions, n_shown, MOST_IN_SMALL, subject.pages)


@dataclass(frozen=True, eq=False)
class _OnPaper:
    """A region that is painted on the same unseen canvas as others, which is quicker."""

    region: PrintedRegion
    paper: RegionPaper

    def picture_title(self) -> str:
        return self.region.picture_title()

    def picture_size(self) -> QSize:
        return self.region.picture_size()

    def refined(self) -> Picture:
        return self

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        painter.save()
        painter.translate(target.topLeft())
        painter.scale(_SMALL, _SMALL)  # smaller letters leave more of the room to the map
        self.paper.paint(painter, QRectF(0, 0, target.width() / _SMALL, target.height() / _SMALL), look, self.region)
        painter.restore()
