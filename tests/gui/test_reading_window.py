"""Reading the network in the window: maps shown large, gradients, numbers, values passed through."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from tests.helpers.user import LEFT, TRAINING_MS, User

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _waits_for_pictures(user: User, qtbot: QtBot) -> None:
    window = user.window
    qtbot.waitUntil(lambda: window.diagram_view.shown.values is not None, timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: window.decision_region_plot.scene.drawn is not None, timeout=TRAINING_MS)


def network_of(user: User) -> Network:
    """The network on screen."""
    values = user.window.diagram_view.shown.values
    assert values is not None
    return Network(user.project.network, parameters=values.parameters)


def points_at(user: User, qtbot: QtBot, kind: str, **place: int) -> None:
    view = user.window.diagram_view
    qtbot.mouseMove(view.viewport(), QPoint(3, 3))  # a move to where the mouse is already is none
    qtbot.mouseMove(view.viewport(), view.position_of(kind, **place))


def test_a_neuron_under_the_mouse_shows_its_map_large_and_truly(user: User, qtbot: QtBot) -> None:
    plot = user.region
    points_at(user, qtbot, "neuron", layer=0, unit=1)
    qtbot.waitUntil(lambda: plot.unit_view.unit == (0, 1))
    assert "a₂" in plot.unit_view.caption.text()
    qtbot.waitUntil(lambda: plot.scene.drawn is not None and plot.scene.drawn.region.shape == (128, 128, 1))
    drawn = plot.scene.drawn
    assert drawn is not None
    answers = network_of(user).trace(drawn.plane.inputs(128, 128)).activations[0][:, 1].reshape(128, 128)
    np.testing.assert_allclose(drawn.region[:, :, 0], answers, rtol=1e-12)
    image = np.asarray(plot.scene.region.image.image)
    assert np.abs(image.astype(int) - diverging_indices(answers, 0.5, 0.5)).max() <= 1
    picture = plot.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    for x1, x2 in ((0.5, 0.5), (0.25, 0.75), (0.75, 0.25)):
        at = plot.position_of(x1, x2)
        value = network_of(user).trace([[x1, x2]]).activations[0][0, 1]
        wanted = diverging_table(user.window.appearance.themes.theme)[int(diverging_indices(value, 0.5, 0.5))]
        found = picture.pixelColor(round(at.x() * ratio), round(at.y() * ratio)).getRgb()
        assert max(abs(int(a) - int(b)) for a, b in zip(found[:3], wanted[:3], strict=True)) <= 6


def test_the_region_comes_back_when_the_mouse_leaves(user: User, qtbot: QtBot) -> None:
    plot = user.region
    points_at(user, qtbot, "neuron", layer=0, unit=1)
    qtbot.waitUntil(lambda: plot.unit_view.unit == (0, 1))
    assert plot.unit_view.caption.isVisible()
    qtbot.mouseMove(user.window.diagram_view.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: plot.unit_view.unit is None)
    assert not plot.unit_view.caption.isVisible()
    outputs = network_of(user).predict(plot.scene.drawn.plane.inputs(*plot.scene.drawn.region.shape[:2]))
    np.testing.assert_allclose(plot.scene.drawn.region.ravel(), outputs.ravel(), rtol=1e-12)


def test_what_the_region_says_under_the_mouse_is_never_the_neurons_map(user: User, qtbot: QtBot) -> None:
    plot, view = user.region, user.window.diagram_view
    said: list[str] = []
    plot.hovered.connect(said.append)
    qtbot.mouseMove(plot.viewport(), plot.position_of(0.5, 0.6))
    qtbot.mouseMove(plot.viewport(), plot.position_of(0.5, 0.5))
    assert "→" in said[-1]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    qtbot.waitUntil(lambda: plot.unit_view.unit is not None)
    qtbot.mouseMove(plot.viewport(), plot.position_of(0.5, 0.7))
    assert plot.unit_view.unit is not None
    assert "→" not in said[-1]


def test_crossing_a_neuron_quickly_leaves_the_region_alone(user: User, qtbot: QtBot) -> None:
    plot = user.region
    points_at(user, qtbot, "neuron", layer=0, unit=1)
    qtbot.mouseMove(user.window.diagram_view.viewport(), QPoint(3, 3))
    with qtbot.assertNotEmitted(plot.unit_view.caption.windowTitleChanged, wait=200):
        assert plot.unit_view.unit is None
    assert plot.unit_view.unit is None


def test_a_connection_under_the_mouse_tells_weight_and_gradient(user: User, qtbot: QtBot) -> None:
    said: list[str] = []
    user.window.diagram_view.hovered.connect(said.append)
    points_at(user, qtbot, "connection", layer=0, unit=1, input=0)
    qtbot.waitUntil(lambda: "∂E" in said[-1])
    network, data = network_of(user), user.window.document.dataset
    gradient = network.gradient(data.inputs, data.targets, user.project.training.loss)
    slope = f"{abs(gradient[1]):#.4g}"
    assert slope in said[-1]
    assert f"{abs(network.weights[0][0, 1]):#.4g}" in said[-1]


def test_walking_by_keys_shows_maps_too(user: User, qtbot: QtBot) -> None:
    view = user.window.diagram_view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert view.selected is not None
    wanted = (view.selected.layer, view.selected.unit)
    assert wanted[0] == 0
    qtbot.waitUntil(lambda: user.region.unit_view.unit == wanted)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: user.region.unit_view.unit is None)


def test_a_sample_chosen_in_the_table_passes_through(user: User, qtbot: QtBot) -> None:
    table = user.find("sample_table")
    at = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    assert user.window.probe.sample == 2
    shown = user.window.diagram_view.shown
    qtbot.waitUntil(lambda: shown.passed is not None)
    trace = network_of(user).trace([user.window.document.dataset.inputs[2]])
    for found, wanted in zip(shown.passed.activations, trace.activations, strict=True):
        np.testing.assert_allclose(found, wanted[0], rtol=1e-12)
    item = user.window.diagram_view.diagram_scene.annotations
    assert item is not None
    assert {label[1] for label in item.places if label[0] == "neuron"} >= {(0, 0), (0, 3), (1, 0), (-1, 0)}
    assert user.action("pass_values").isChecked()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)  # a second click lets go
    assert user.window.probe.inputs is None
    qtbot.waitUntil(lambda: shown.passed is None)
    assert not item.places


def test_the_probe_is_dragged_over_the_region(user: User, qtbot: QtBot) -> None:
    plot, probe, viewport = user.region, user.window.probe, user.region.viewport()
    qtbot.mouseClick(viewport, LEFT, SHIFT, pos=plot.position_of(1.0, 0.0))
    assert probe.sample == 2  # on a sample, the sample
    qtbot.mousePress(viewport, LEFT, SHIFT, pos=plot.position_of(0.5, 0.5))
    qtbot.mouseMove(viewport, plot.position_of(0.5, 0.6))
    qtbot.mouseMove(viewport, plot.position_of(0.25, 0.75))
    qtbot.mouseRelease(viewport, LEFT, pos=plot.position_of(0.25, 0.75))
    assert probe.sample is None
    assert probe.inputs == pytest.approx((0.25, 0.75), abs=0.01)
    assert user.window.document.dataset.n_samples == 4  # nothing was painted
    user.drags_point(tuple(probe.inputs), (0.7, 0.4))  # by its mark, without Shift
    assert probe.inputs == pytest.approx((0.7, 0.4), abs=0.01)
    assert user.window.document.dataset.n_samples == 4
    assert not user.action("undo").isEnabled()


def test_escape_takes_a_drag_of_the_probe_back(user: User, qtbot: QtBot) -> None:
    plot, viewport = user.region, user.region.viewport()
    user.triggers("pass_values")
    assert user.window.probe.sample == 0
    qtbot.mousePress(viewport, LEFT, SHIFT, pos=plot.position_of(0.5, 0.5))
    assert user.window.probe.sample is None
    qtbot.keyClick(plot.canvas, Qt.Key.Key_Escape)
    assert user.window.probe.sample == 0
    qtbot.mouseRelease(viewport, LEFT, pos=plot.position_of(0.5, 0.5))
    user.triggers("pass_values")
    assert user.window.probe.inputs is None


def test_passed_values_follow_training(user: User, qtbot: QtBot) -> None:
    user.triggers("pass_values")
    shown = user.window.diagram_view.shown
    qtbot.waitUntil(lambda: shown.passed is not None)
    before = shown.passed.activations[-1][0]
    user.triggers("step_epoch")
    qtbot.waitUntil(lambda: shown.passed.activations[-1][0] != before)
    user.waits_for_views()


def test_the_probe_goes_with_its_sample_and_away_with_the_data(user: User) -> None:
    user.triggers("pass_values")
    user.drags_point((0.0, 0.0), (0.3, 0.2))
    assert user.window.probe.sample == 0
    assert user.window.probe.inputs == tuple(user.window.document.dataset.inputs[0])
    user.window.document.undo_stack.setClean()
    user.window.files.open_demo("lecture")
    assert user.window.probe.inputs is None


def test_only_one_kind_of_numbers_is_on_show(user: User) -> None:
    user.triggers("weight_numbers")
    item = user.window.diagram_view.diagram_scene.annotations
    assert item is not None
    assert sum(label[0] == "connection" for label in item.places) == 12
    user.triggers("neuron_weights")
    assert not user.action("weight_numbers").isChecked()
    assert not item.places
    user.clicks_diagram("neuron", layer=0, unit=1)
    assert {label[1] for label in item.places if label[0] == "connection"} == {(0, 1, 0), (0, 1, 1), (1, 0, 1)}
    user.triggers("neuron_weights")
    assert not item.places


def test_focus_fades_all_but_one_neuron_and_its_neighbours(user: User) -> None:
    view = user.window.diagram_view
    far, near = (view.position_of("neuron", layer=0, unit=unit) for unit in (3, 1))
    user.clicks_diagram("neuron", layer=0, unit=1)

    def colours() -> list[object]:
        picture = view.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        return [picture.pixelColor(round(at.x() * ratio), round(at.y() * ratio)) for at in (near, far)]

    before = colours()
    user.triggers("focus_neuron")
    after = colours()
    assert after[0] == before[0]
    assert after[1] != before[1]
    user.triggers("focus_neuron")
    assert colours() == before
