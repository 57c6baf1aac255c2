"""One unit, one colour: an output has the same colour in the region, in its map on the network and in its large map."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits import set_parameters
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from gui.toolkit.theme import LIGHT
from tests.helpers.user import User

CORNERS = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
HIDDEN = (LayerSpec(3, "gaussian", kind="rbf", id=1),)


def project(targets: tuple[float, ...], activation: str, answer: float, hidden: tuple[LayerSpec, ...] = ()) -> Project:
    """Four samples and a network that answers the same number everywhere."""
    network = NetworkSpec(2, (*hidden, LayerSpec(1, activation, id=9)))
    data = DatasetSpec("custom", inputs=FrozenArray(CORNERS), targets=FrozenArray([[t] for t in targets]))
    nets = {"tanh": math.atanh, "sigmoid": lambda value: math.log(value / (1 - value))}
    values = np.full(network.n_parameters, 0.1 if hidden else 0.0)  # centres and widths, away from where one looks
    values[-1 - network.layers[-2].units if hidden else 0 : -1] = 0.0
    values[-1] = nets.get(activation, float)(answer)
    return set_parameters(replace(Project(), dataset=data, network=network), values).project


def colour_at(widget: QWidget, at: QPoint) -> QColor:
    return widget.grab().toImage().pixelColor(at * widget.devicePixelRatioF())


def mixed(end: str, share: float) -> QColor:
    """So much of the colour `end` on the paper of maps."""
    paper, full = QColor(LIGHT.middle), QColor(end)
    return QColor(*(round(a + (b - a) * share) for a, b in zip(paper.getRgb()[:3], full.getRgb()[:3], strict=True)))


def is_like(first: QColor, second: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)) <= 8


@dataclass(frozen=True)
class Case:
    """An answer, and the colour that it has: so much of the full colour of the low or the high end."""

    targets: tuple[float, ...]
    activation: str
    answer: float
    share: float
    end: str


LOW, HIGH = LIGHT.negative, LIGHT.positive
CASES = (
    Case((0, 0, 0, 1), "linear", 0.3, 0.4, LOW),  # below the middle, 0.5, though above 0
    Case((0, 0, 0, 1), "linear", 0.9, 0.8, HIGH),
    Case((-1, -1, -1, 1), "linear", 0.3, 0.3, HIGH),
    Case((0, 0, 0, 1), "tanh", 0.3, 0.4, LOW),
    Case((-1, -1, -1, 1), "sigmoid", 0.3, 0.3, HIGH),
    Case((0, 0, 0, 1), "relu", 0.3, 0.4, LOW),
    Case((0.0, 0.5, 1.0, 4.0), "linear", 1.0, 0.25, HIGH),  # real values: 0 is the middle, 4 the end
    Case((0.0, 0.25, 0.5, 1.0), "sigmoid", 0.3, 0.3, HIGH),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.activation} {case.targets} {case.answer}")
def test_an_output_has_the_colour_of_its_place_between_the_codes(user: User, qtbot: QtBot, case: Case) -> None:
    everywhere_alike(user, qtbot, project(case.targets, case.activation, case.answer), mixed(case.end, case.share))


def test_so_has_the_output_of_an_rbf_network(user: User, qtbot: QtBot) -> None:
    everywhere_alike(user, qtbot, project((0, 0, 0, 1), "linear", 0.3, HIDDEN), mixed(LOW, 0.4))


def everywhere_alike(user: User, qtbot: QtBot, shown: Project, wanted: QColor) -> None:
    user.window.document.load(shown)
    view, plot, unit = user.window.diagram_view, user.region, len(shown.network.layers) - 1
    qtbot.waitUntil(lambda: is_like(colour_at(plot.viewport(), plot.position_of(0.5, 0.55)), wanted))
    neuron = view.position_of("neuron", layer=unit, unit=0)
    qtbot.waitUntil(lambda: is_like(colour_at(view.viewport(), neuron), wanted))
    qtbot.mouseMove(view.viewport(), QPoint(3, 3))
    qtbot.mouseMove(view.viewport(), neuron)
    qtbot.waitUntil(lambda: plot.unit_view.unit == (unit, 0))
    QApplication.processEvents()
    assert is_like(colour_at(plot.viewport(), plot.position_of(0.5, 0.55)), wanted)


def test_the_three_outputs_of_a_softmax_have_their_middle_half_way_too(user: User, qtbot: QtBot) -> None:
    data = DatasetSpec("custom", inputs=FrozenArray(CORNERS[:3]), targets=FrozenArray(np.eye(3)))
    network = NetworkSpec(2, (LayerSpec(3, "softmax", id=9),))
    shares = [0.2, 0.3, 0.5]
    values = [*[0.0] * 6, *(math.log(share) for share in shares)]
    started = replace(Project(), dataset=data, network=network)
    started = replace(started, training=replace(started.training, loss="cross_entropy"))
    user.window.document.load(set_parameters(started, values).project)
    view = user.window.diagram_view
    for unit, answer in enumerate(shares):
        place = view.position_of("neuron", layer=0, unit=unit)
        wanted = mixed(LOW, (0.5 - answer) / 0.5)
        qtbot.waitUntil(lambda place=place, wanted=wanted: is_like(colour_at(view.viewport(), place), wanted))
