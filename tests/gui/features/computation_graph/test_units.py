"""The drawn network's neurons, and a small network as a whole, become computation graphs with their numbers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, NetworkSpec, Project, TrainingSpec
from engine.network.network import Network
from engine.project.demos import demo
from engine.spec.frozen_array import freeze
from tests.gui.conftest import Opens
from tests.helpers.user import User


def network_of(user: User) -> Network:
    return Network(user.project.network, parameters=user.window.session.snapshot.parameters)


def test_a_neuron_and_the_whole_2_2_1_come_to_the_page_with_their_present_numbers(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_run"))
    window = user.window
    user.triggers("neuron_graph")
    assert window.pages.current == "workbench", "nothing is selected, and a message says so"

    view = window.diagram_view
    at = view.position_of("neuron", layer=0, unit=1)
    where = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where))
    menu = next(menu for menu in view.findChildren(QMenu) if menu.isVisible())
    entry = user.action("neuron_graph")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
    assert window.pages.current == "computation_graph"
    page = user.find("computation_graph_page")
    assert page.line.text() == "y = sigmoid(w1*x1 + w2*x2 + b)"  # type: ignore[attr-defined]
    assert page.canvas.isVisible()  # type: ignore[attr-defined]
    user.presses(Qt.Key.Key_End)
    data, network = window.document.dataset, network_of(user)
    shown = page.walk.moment(page.done).values[-1]  # type: ignore[attr-defined]
    assert shown == pytest.approx(network.trace(data.inputs[:1]).activations[0][0, 1], rel=1e-14)

    user.triggers("network_graph")
    user.presses(Qt.Key.Key_End)
    walk, done = page.walk, page.done  # type: ignore[attr-defined]
    moment = walk.moment(done)
    names = [node.name for node in walk.graph.nodes]
    gradients = [
        moment.gradients[names.index(name)] for name in ("wa1", "wb1", "wa2", "wb2", "ba", "bb", "w1", "w2", "b")
    ]
    np.testing.assert_allclose(gradients, network.gradient(data.inputs[:1], data.targets[:1]), rtol=1e-12)


def test_a_softmax_layer_is_a_function_of_its_net_inputs(opens: Opens) -> None:
    layers = (LayerSpec(2, "relu"), LayerSpec(2, "softmax"))
    data = DatasetSpec("custom", inputs=freeze([[1.0, 0.5], [0.0, 1.0]]), targets=freeze([[1, 0], [0, 1]]))
    training = TrainingSpec(loss="cross_entropy")
    user = opens(Project(network=NetworkSpec(2, layers), dataset=data, training=training))
    user.triggers("network_graph")
    user.presses(Qt.Key.Key_End)
    page = user.find("computation_graph_page")
    assert "softmax(" in page.line.text()  # type: ignore[attr-defined]
    shown = page.walk.moment(page.done).values[-1]  # type: ignore[attr-defined]
    network, inputs, targets = network_of(user), np.array([[1.0, 0.5]]), np.array([[1.0, 0.0]])
    assert shown == pytest.approx(network.loss(inputs, targets, "cross_entropy"), rel=1e-13)
