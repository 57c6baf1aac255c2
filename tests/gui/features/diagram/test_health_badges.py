"""Neurons that are off or saturated carry a badge with the measured share."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QSlider
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, NetworkSpec, Project
from engine.spec.frozen_array import freeze
from tests.gui.conftest import Opens
from tests.helpers.user import TRAINING_MS, User


def opens_xor(opens: Opens, activation: str, parameters: list[float]) -> User:
    """2-2-1 on XOR with these parameters."""
    network = NetworkSpec(2, (LayerSpec(2, activation), LayerSpec(1, "sigmoid")))
    return opens(Project(DatasetSpec("xor"), network, parameters=freeze(np.array(parameters))))


def badges(user: User, layer: int) -> dict[int, str]:
    return user.window.diagram_view.diagram_scene.items_of(layer).neurons.badges


def corner(user: User, unit: int) -> QRect:
    """Around the upper right corner of a hidden neuron."""
    view = user.window.diagram_view
    middle = view.position_of("neuron", layer=0, unit=unit)
    return QRect(middle + QPoint(0, -45), middle + QPoint(50, -20))


def sentence(user: User, qtbot: QtBot) -> str:
    """What is said of the first hidden neuron under the mouse."""
    said: list[str] = []
    view = user.window.diagram_view
    view.hovered.connect(said.append)
    for unit in (1, 0):
        qtbot.mouseMove(view.viewport(), view.position_of("neuron", layer=0, unit=unit))
    view.hovered.disconnect(said.append)
    return said[-1]


def test_a_unit_that_is_off_says_so_until_a_weight_brings_it_back(opens: Opens, qtbot: QtBot) -> None:
    """The first unit fires for no sample, x₁ + x₂ − 3 < 0; the second for two of them."""
    user = opens_xor(opens, "relu", [1, 1, 1, 1, -3, -0.5, 1, 1, 0])
    qtbot.waitUntil(lambda: badges(user, 0) == {0: "100 %"}, timeout=TRAINING_MS)
    view = user.window.diagram_view
    ill, well = (view.viewport().grab(corner(user, unit)).toImage() for unit in (0, 1))
    assert ill != well
    assert "It is off: 0 for each of 4 samples, and no slope." in sentence(user, qtbot)
    user.window.document.load(
        Project(
            DatasetSpec("xor"), user.project.network, parameters=freeze(np.array([1, 1, 1, 1, -1, -0.5, 1, 1, 0.0]))
        )
    )
    qtbot.waitUntil(lambda: badges(user, 0) == {}, timeout=TRAINING_MS)


def test_saturated_units_are_those_of_the_moment_on_show(opens: Opens, qtbot: QtBot) -> None:
    """Net inputs of −10 to 30; those of the second unit are 0 for half of the samples, which is no saturation."""
    user = opens_xor(opens, "tanh", [20, 20, 20, 20, -10, -20, 1, 1, 0])
    qtbot.waitUntil(lambda: badges(user, 0) == {0: "100 %"}, timeout=TRAINING_MS)
    assert "It is saturated: almost no slope for 100 % of 4 samples." in sentence(user, qtbot)
    assert badges(user, 1) == {}, "outputs may be sure"
    user.triggers("language_zh_CN")
    assert "已饱和" in sentence(user, qtbot)
    user.triggers("language_en")

    user.clicks_diagram("more_units", layer=0)
    assert user.sizes == (2, 3, 1)
    user.window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: badges(user, 0) == {0: "100 %"}, timeout=TRAINING_MS)
    user.trains_until(epoch=5)
    timeline = user.find("timeline")
    assert isinstance(timeline, QSlider)
    timeline.setFocus()
    user.presses(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: user.window.session.shown_epoch == 0, timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: badges(user, 0) == {0: "100 %"}, timeout=TRAINING_MS)
