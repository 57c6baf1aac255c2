"""A region plot in a window of its own, and hands to work on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits import set_dataset
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from gui.document.document import Document
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation
from tests.gui.features.decision_region.frames import Floats, region_frame
from tests.helpers.user import takes_first_entry

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.KeyboardModifier.NoModifier


class Bench:
    """The plot, its document and its window; the mouse works in the plot's own coordinates."""

    def __init__(self, qtbot: QtBot, spec: DatasetSpec) -> None:
        self.qtbot = qtbot
        self.document = Document(set_dataset(Project(), spec).project)
        self.themes, self.notation = ThemeManager(), Notation(lecture=True)
        self.stage = QWidget()  # as a window itself, a plot makes Qt's off-screen platform complain
        qtbot.addWidget(self.stage)
        self.plot = DecisionRegionPlot(self.document, self.themes, self.notation, self.stage)
        self.plot.setGeometry(0, 0, 500, 470)
        self.stage.resize(500, 470)
        with qtbot.waitExposed(self.stage):
            self.stage.show()
        QApplication.processEvents()
        self.sentences: list[str] = []
        self.plot.hovered.connect(self.sentences.append)

    @property
    def spec(self) -> DatasetSpec:
        return self.document.project.dataset

    def rows(self) -> Floats:
        return self.document.dataset.inputs

    def at(self, x1: float, x2: float) -> QPoint:
        return self.plot.position_of(x1, x2)

    def clicks(self, x1: float, x2: float, button: Qt.MouseButton = LEFT) -> None:
        self.qtbot.mouseClick(self.plot.viewport(), button, pos=self.at(x1, x2))

    def removes(self, x1: float, x2: float) -> None:
        """Right-click a sample and take the first entry of the menu."""
        count = self.document.dataset.n_samples
        self.clicks(x1, x2, RIGHT)
        assert self.document.dataset.n_samples == count, "a click alone must not lose a sample"
        assert takes_first_entry(self.qtbot, self.plot).startswith("&Delete")

    def points_at(self, x1: float, x2: float) -> None:
        self.qtbot.mouseMove(self.plot.viewport(), self.at(x1, x2))

    def drags(
        self,
        start: QPoint,
        end: QPoint,
        button: Qt.MouseButton = LEFT,
        release: bool = True,
        modifier: Qt.KeyboardModifier = NONE,
    ) -> None:
        viewport = self.plot.viewport()
        self.qtbot.mousePress(viewport, button, modifier, start)
        for share in (0.25, 0.5, 0.75, 1.0):
            self.qtbot.mouseMove(viewport, start + (end - start) * share)
        if release:
            self.qtbot.mouseRelease(viewport, button, modifier, end)

    def presses(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.plot.canvas, key)

    def wheels(self, x1: float, x2: float, notches: int) -> None:
        position = QPointF(self.at(x1, x2))
        viewport = self.plot.viewport()
        event = QWheelEvent(
            position, QPointF(viewport.mapToGlobal(position.toPoint())), QPoint(), QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    def find(self, name: str) -> QWidget:
        widget = self.plot.findChild(QWidget, name)
        assert widget is not None, name
        return widget

    def shows(self, function: object) -> None:
        self.plot.show_frame(region_frame(self.document, self.plot.plane, function))  # type: ignore[arg-type]

    def colour_at(self, x1: float, x2: float) -> QColor:
        return self.plot.viewport().grab().toImage().pixelColor(self.at(x1, x2))


def custom(inputs: object, targets: object) -> DatasetSpec:
    return DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(targets))  # type: ignore[arg-type]


def right_half(inputs: Floats) -> Floats:
    """1 right of x1 = 0.5, 0 left of it."""
    return 1 / (1 + np.exp(-40 * (inputs[:, :1] - 0.5)))
