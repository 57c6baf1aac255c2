"""The region plot of data that the network sees scaled or through features: it stays in the user's units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import DatasetSpec
from engine.network.network import Network
from engine.network.probing import pass_values
from engine.project.edits import set_dataset, set_parameters
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from gui.document.document import Document
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.toolkit.theme import ThemeManager
from gui.toolkit.translation import install
from gui.words.notation import Notation

LEFT = Qt.MouseButton.LeftButton
OWN = DatasetSpec(
    "custom",
    inputs=FrozenArray([[10.0, 200.0], [20.0, 100.0], [30.0, 400.0], [40.0, 300.0]]),
    targets=FrozenArray([[0.0], [0.0], [1.0], [1.0]]),
)


class Scene:
    """A region plot over a single unit that sees the data through some preprocessing."""

    def __init__(self, qtbot: QtBot, spec: DatasetSpec) -> None:
        self.qtbot = qtbot
        project = set_dataset(Project(), spec).project
        count = project.dataset.build().n_inputs
        project = replace(project, network=NetworkSpec(count, (LayerSpec(1, "sigmoid"),)))
        self.document = Document(set_parameters(project, [0.8, -0.5, 0.3][: count + 1]).project)
        self.stage = QWidget()
        qtbot.addWidget(self.stage)
        self.plot = DecisionRegionPlot(self.document, ThemeManager(), Notation(), self.stage)
        self.plot.setGeometry(0, 0, 560, 460)
        self.stage.resize(560, 460)
        with qtbot.waitExposed(self.stage):
            self.stage.show()
        QApplication.processEvents()

    @property
    def data(self) -> Dataset:
        return self.document.dataset

    @property
    def note(self) -> QLabel:
        label = self.plot.findChild(QLabel, "region_seen_note")
        assert label is not None
        return label

    def net_input(self, x1: float, x2: float) -> float:
        """What the unit itself adds up at a point of the plane."""
        project = self.document.project
        assert project.parameters is not None
        network = Network(project.network, parameters=project.parameters.array)
        return float(pass_values(network, (x1, x2), self.data.preprocessing).net_inputs[0][0])

    def drags(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        viewport = self.plot.viewport()
        first, last = self.plot.position_of(*start), self.plot.position_of(*end)
        self.qtbot.mousePress(viewport, LEFT, pos=first)
        for share in (0.3, 0.6, 1.0):
            self.qtbot.mouseMove(viewport, first + (last - first) * share)
        self.qtbot.mouseRelease(viewport, LEFT, pos=last)


def test_the_axes_are_those_of_the_data_and_a_note_says_what_the_network_sees(qtbot: QtBot) -> None:
    scene = Scene(qtbot, replace(OWN, scaling="standardise"))
    left, right = scene.plot.plane.x_range
    assert left < 10.0
    assert right > 40.0
    assert scene.note.isVisible()
    assert "x₁′ = (x₁ − 25) / 11.18" in scene.note.toolTip()
    plain = Scene(qtbot, OWN)
    assert not plain.note.isVisible()


def test_the_line_of_a_unit_that_sees_scaled_inputs_is_where_its_net_input_is_0(qtbot: QtBot) -> None:
    scene = Scene(qtbot, replace(OWN, scaling="standardise"))
    (line,) = scene.plot.lines.lines
    for x1 in (12.0, 37.0):
        x2 = -(line.line.w1 * x1 + line.line.b) / line.line.w2
        assert scene.net_input(x1, x2) == pytest.approx(0.0, abs=1e-12)
    equation = scene.plot.lines.strip.rows[0].text
    assert "x₁ = " in equation
    assert "b = " not in equation  # the network's own bias belongs to another equation


def test_a_line_dragged_over_scaled_inputs_lies_where_it_is_dropped(qtbot: QtBot) -> None:
    scene = Scene(qtbot, replace(OWN, scaling="standardise"))
    (line,) = scene.plot.lines.lines
    start = (22.0, -(line.line.w1 * 22.0 + line.line.b) / line.line.w2)
    before = scene.document.project.parameters
    scene.drags(start, (30.0, 180.0))
    after = scene.document.project.parameters
    assert before is not None
    assert after is not None
    assert np.array_equal(after.array[:2], before.array[:2])  # it keeps its direction, to the last digit
    assert scene.net_input(30.0, 180.0) == pytest.approx(0.0, abs=0.02)  # a pixel is about a hundredth
    scene.document.undo_stack.undo()
    assert scene.document.project.parameters == before


def test_a_unit_that_sees_features_has_no_line_and_the_note_says_why(qtbot: QtBot) -> None:
    scene = Scene(qtbot, replace(OWN, features=("x1^2", "x1*x2"), keeps_inputs=False))
    assert scene.plot.lines.lines == ()
    assert scene.plot.classes.switches.lines.isHidden()
    assert "its borders are curves" in scene.note.toolTip()
    assert "x₁², " in scene.note.toolTip()


def test_points_are_clicked_and_dragged_in_the_units_of_the_data(qtbot: QtBot) -> None:
    scene = Scene(qtbot, replace(OWN, features=("x1^2",), keeps_inputs=False, scaling="min_max"))
    scene.qtbot.mouseClick(scene.plot.viewport(), LEFT, pos=scene.plot.position_of(25.0, 350.0))
    assert scene.data.raw_inputs[-1] == pytest.approx([25.0, 350.0], abs=1.5)
    scene.drags((40.0, 300.0), (44.0, 250.0))
    assert scene.data.raw_inputs[3] == pytest.approx([44.0, 250.0], abs=1.5)
    assert scene.data.inputs[3] == pytest.approx([1.0])


def test_the_note_speaks_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    scene = Scene(qtbot, replace(OWN, scaling="min_max"))
    install(qapp, "zh_CN")
    try:
        assert scene.note.toolTip()
        assert "x₁′ = (x₁ − 10) / 30" in scene.note.toolTip()
    finally:
        install(qapp, "en")
