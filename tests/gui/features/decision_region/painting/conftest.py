"""A region plot with tools in its hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from gui.features.decision_region.painting.painting import Painting
from gui.features.decision_region.painting.tools import Tool
from tests.gui.features.decision_region.bench import LEFT, NONE, Bench, custom

Floats = NDArray[np.float64]
Place = tuple[float, float]


class Painter(Bench):
    """Works with one tool after the other; places are points of the plane."""

    @property
    def painting(self) -> Painting:
        return self.plot.painting

    def takes(self, tool: Tool, spread: int = 20, density: int = 6) -> None:
        self.qtbot.mouseClick(self.find(f"region_tool_{tool.value}"), LEFT)
        assert self.painting.tool is tool
        self.painting.set_spread(spread)
        self.painting.set_density(density)

    def is_slow(self) -> None:
        """The project follows a stroke at its end only, as with very many samples."""
        self.painting.strokes._timing._free_at = math.inf

    def presses_at(self, place: Place, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mousePress(self.plot.viewport(), LEFT, modifier, self.at(*place))

    def moves_along(self, *places: Place) -> None:
        for place in places:
            self.qtbot.mouseMove(self.plot.viewport(), self.at(*place))

    def lets_go(self, place: Place, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseRelease(self.plot.viewport(), LEFT, modifier, self.at(*place))

    def strokes(self, *places: Place, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press at the first place, go through the others, let go at the last."""
        self.presses_at(places[0], modifier)
        self.moves_along(*places[1:])
        self.lets_go(places[-1], modifier)

    def surrounds(self, low: Place, high: Place, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Draw the lasso around a rectangle."""
        corners = (low, (high[0], low[1]), high, (low[0], high[1]))
        self.strokes(*corners, low, modifier=modifier)

    def clicks_command(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(f"region_{name}"), LEFT)

    @property
    def selected(self) -> list[int]:
        return [int(index) for index in self.painting.strokes.selection.indices]

    @property
    def steps(self) -> int:
        return self.document.undo_stack.count()

    def labels(self) -> list[int]:
        data = self.document.dataset
        return [int(label) for label in data.labels(np.vstack([data.targets, data.test_targets]))]

    def pixels_of(self, rows: Floats) -> Floats:
        return np.array([self.plot.position_of(*row).toTuple() for row in rows], dtype=np.float64)

    def picture(self) -> QImage:
        return self.plot.viewport().grab().toImage()

    def differs_at(self, before: QImage, after: QImage, at: QPoint, reach: int = 3) -> bool:
        """Whether two pictures differ near a pixel."""
        area = [(at.x() + dx, at.y() + dy) for dx in range(-reach, reach + 1) for dy in range(-reach, reach + 1)]
        return any(before.pixel(*pixel) != after.pixel(*pixel) for pixel in area)


@pytest.fixture
def xor(qtbot: QtBot) -> Painter:
    return Painter(qtbot, DatasetSpec("xor"))


@pytest.fixture
def grid(qtbot: QtBot) -> Painter:
    """36 samples of two classes on whole numbers from 0 to 5, class 1 on the right; the last row is for testing."""
    x, y = np.meshgrid(np.arange(6.0), np.arange(6.0))
    rows, targets = np.column_stack([x.ravel(), y.ravel()]), (x.ravel() > 2).astype(float)
    spec = DatasetSpec(
        "custom", inputs=rows[:30], targets=targets[:30, None], test_inputs=rows[30:], test_targets=targets[30:, None]
    )  # type: ignore[arg-type]
    return Painter(qtbot, spec)


@pytest.fixture
def curve(qtbot: QtBot) -> Painter:
    """A function of one input: three pairs."""
    return Painter(qtbot, custom([[0], [1], [2]], [[0.0], [0.7], [1.5]]))


@pytest.fixture
def cube(qtbot: QtBot) -> Painter:
    """Three inputs; the third is not on an axis."""
    return Painter(qtbot, DatasetSpec("parity3"))
