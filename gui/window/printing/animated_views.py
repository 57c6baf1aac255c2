"""This module draws the plots and the diagram at the checkpoints of a run, for animations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.data.plane import Plane
from engine.training.checkpoints import Checkpoints
from gui.features.decision_region.printed.region import PrintedRegion, RegionPaper, RegionSetting
from gui.features.diagram.printed_diagram import DiagramPaper, PrintedDiagram
from gui.features.error_curve.curve import CurveMoment, CurvePaper, PrintedCurve
from gui.toolkit.export import Look
from gui.words.notation import Notation

_REGION_PIXELS = 256  # a side


@dataclass(frozen=True, eq=False)
class CaptionedRun:
    """The checkpoints of a run, with a caption for each."""

    checkpoints: Checkpoints
    captions: tuple[str, ...]


class AnimatedRegion:
    """The region, epoch by epoch."""

    n_parts = 1

    def __init__(self, run: CaptionedRun, setting: RegionSetting, notation: Notation) -> None:
        self._run, self._setting, self._notation = run, setting, notation
        self._paper = RegionPaper()

    def compute(self, index: int) -> PrintedRegion:
        moment = self._setting.at(self._run.checkpoints.parameters[index], _REGION_PIXELS)
        return PrintedRegion(moment, self._notation, self._run.captions[index])

    def paint(self, part: int, painter: QPainter, whole: QRectF, look: Look, computed: PrintedRegion) -> None:
        self._paper.paint(painter, whole, look, computed)

    def close(self) -> None:
        self._paper.close()


class AnimatedDiagram:
    """The network with its weights and the neurons' maps."""

    n_parts = 1

    def __init__(self, run: CaptionedRun, start: PrintedDiagram, plane: Plane) -> None:
        self._run, self._start, self._plane = run, start, plane
        self._paper = DiagramPaper(start.notation)

    def compute(self, index: int) -> PrintedDiagram:
        moment = replace(self._start.moment, parameters=self._run.checkpoints.parameters[index])
        return replace(self._start, moment=moment.with_fine_maps(self._plane), caption=self._run.captions[index])

    def paint(self, part: int, painter: QPainter, whole: QRectF, look: Look, computed: PrintedDiagram) -> None:
        self._paper.paint(painter, whole, look, computed)

    def close(self) -> None:
        self._paper.close()


class AnimatedCurve:
    """The error curve as it grows, on the axes of the whole run."""

    n_parts = 1

    def __init__(self, run: CaptionedRun, moment: CurveMoment, captions: bool = True) -> None:
        self._run, self._moment, self._captions = run, moment, captions
        self._paper: CurvePaper | None = None

    def compute(self, index: int) -> PrintedCurve:
        caption = self._run.captions[index] if self._captions else ""
        return PrintedCurve(self._moment.until(int(self._run.checkpoints.epochs[index])), caption)

    def paint(self, part: int, painter: QPainter, whole: QRectF, look: Look, computed: PrintedCurve) -> None:
        self._paper = self._paper or CurvePaper()
        self._paper.paint(painter, whole, look, computed)

    def close(self) -> None:
        if self._paper is not None:
            self._paper.close()
            self._paper = None


class SideBySide:
    """Two views, the left one in half of the frame; each is painted in a portion of its own."""

    n_parts = 2

    def __init__(self, left: AnimatedRegion, right: AnimatedCurve) -> None:
        self._left, self._right = left, right

    def compute(self, index: int) -> tuple[PrintedRegion, PrintedCurve]:
        return self._left.compute(index), self._right.compute(index)

    def paint(
        self, part: int, painter: QPainter, whole: QRectF, look: Look, computed: tuple[PrintedRegion, PrintedCurve]
    ) -> None:
        middle = round(whole.width() / 2)
        if part == 0:
            self._left.paint(0, painter, whole.adjusted(0, 0, middle - whole.width(), 0), look, computed[0])
        else:
            self._right.paint(0, painter, whole.adjusted(middle, 0, 0, 0), look, computed[1])

    def close(self) -> None:
        self._left.close()
        self._right.close()
