"""Large networks: bundles of connections, drawn as the matrix of their weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui.features.diagram.geometry.bundle import bundle_of
from gui.features.diagram.geometry.diagram_layout import make_layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.style import LEVELS
from gui.features.diagram.values import Values
from gui.toolkit.drawing.weight_scale import strongest
from tests.gui.features.diagram.canvas import MakeCanvas


def test_of_weights_that_fall_together_the_one_farthest_from_0_is_shown() -> None:
    weights = np.array([[1.0, -3.0, 0.5, 0.0], [2.0, 0.0, -0.5, 0.25], [0.0, 0.0, 4.0, -5.0]])
    assert strongest(weights, 3, 4).tolist() == weights.tolist()
    assert strongest(weights, 3, 2).tolist() == [[-3.0, 0.5], [2.0, -0.5], [0.0, -5.0]]
    assert strongest(weights, 1, 4).tolist() == [[2.0, -3.0, 4.0, -5.0]]


@pytest.mark.parametrize("holes", [0.0, 0.2, 1.0])
def test_of_very_many_weights_the_strongest_of_each_group_is_shown_whatever_the_groups(holes: float) -> None:
    chance = np.random.default_rng(1)
    weights = chance.normal(size=(53, 40))
    weights[chance.random(weights.shape) < holes] = np.nan
    shown = strongest(weights, 20, 7)
    for row in range(20):
        for column in range(7):
            group = weights[row * 53 // 20 : (row + 1) * 53 // 20, column * 40 // 7 : (column + 1) * 40 // 7]
            known = group[~np.isnan(group)]
            wanted = known[np.argmax(np.abs(known))] if len(known) else np.nan
            np.testing.assert_equal(shown[row, column], wanted)


def test_units_that_find_room_later_have_their_maps_at_once(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 1, height=300)
    canvas.show_start()
    few = canvas.view.shown.layout.column(0).shown
    canvas.view.resize(canvas.view.width(), 700)
    canvas.qtbot.waitUntil(lambda: len(canvas.view.shown.layout.column(0).shown) > len(few))
    layout = canvas.view.shown.layout
    came = next(unit for unit in layout.column(0).shown if unit not in few)
    place = canvas.view.mapFromScene(layout.column(0).neuron_rect(came).center())
    assert canvas.colour_at(place) != canvas.view.diagram_scene.diagram_style.blank


def test_between_large_layers_every_weight_has_its_cell_and_colour(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 40, 1)
    network = canvas.document.project.network
    parameters = np.zeros(network.n_parameters)
    weights, _ = Values(network, parameters).layers[1]
    weights[:] = 2.0
    weights[30, 5], weights[5, 30] = -2.0, 0.0
    canvas.show_start(parameters)
    bundle = bundle_of(canvas.view.diagram_scene.curves[1])

    def colour(source: int, target: int) -> QColor:
        return canvas.colour_at(canvas.view.mapFromScene(bundle.centre_of(source, target)))

    assert colour(5, 5).blue() > colour(5, 5).red() + 60
    assert colour(30, 5).red() > colour(30, 5).blue() + 60, "the row tells the source, the column the target"
    assert abs(colour(5, 30).red() - colour(5, 30).blue()) < 30
    assert colour(30, 30) == colour(5, 5) == colour(0, 39)
    with pytest.raises(KeyError):
        canvas.at("connection", 1, unit=0, input=0)
    assert canvas.view.viewport().rect().contains(canvas.at("connection", 0, unit=0, input=0))


def test_hovering_a_cell_tells_its_weight_and_how_many_there_are(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 40, 1)
    network = canvas.document.project.network
    parameters = np.zeros(network.n_parameters)
    weights, _ = Values(network, parameters).layers[1]
    weights[30, 5] = -0.1234
    canvas.show_start(parameters)
    told: list[str] = []
    canvas.view.hovered.connect(told.append)
    bundle = bundle_of(canvas.view.diagram_scene.curves[1])
    canvas.qtbot.mouseMove(canvas.view.viewport(), canvas.view.mapFromScene(bundle.centre_of(30, 5)))
    assert "−0.1234, the weight of the connection" in told[-1]
    assert "One of 1,600 connections, from −0.1234 to 0" in told[-1]


def test_a_single_connection_of_a_bundle_has_the_pen_of_its_weight(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 40, 1)
    network = canvas.document.project.network
    parameters = np.zeros(network.n_parameters)
    weights, _ = Values(network, parameters).layers[1]
    weights[0, 0], weights[0, 1] = 2.0, -1.0
    canvas.show_start(parameters)
    scene = canvas.view.diagram_scene
    item, style = scene.items_of(1).connections, scene.diagram_style
    assert item.pen_of(0, 0).color() == style.level_colour(LEVELS)
    assert item.pen_of(0, 1).color() == style.level_colour(-LEVELS // 2)
    weights[0, 0] = -2.0
    canvas.show_start(parameters)
    assert item.pen_of(0, 0).color() == style.level_colour(-LEVELS)


def test_many_middling_layers_become_bundles_too_but_eight_by_eight_never(make_canvas: MakeCanvas) -> None:
    deep = make_canvas(2, *[16] * 6, 1, width=1400, height=800)
    assert deep.view.shown.layout.bundles == {1, 2, 3, 4, 5}
    bundled = [curves.is_bundle for curves in deep.view.diagram_scene.curves]
    assert bundled == [False, True, True, True, True, True, False]
    assert deep.view.shown.layout.column(0).summary_y is None
    assert make_canvas(2, 8, 8, 8, 1).view.shown.layout.bundles == frozenset()


def test_shift_and_down_goes_no_further_than_the_bias_before_a_bundle(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 40, 1)
    canvas.clicks("neuron", 1, 1)
    for _ in range(2):
        canvas.presses(Qt.Key.Key_Down, shift=True)
        assert canvas.view.selected == Target("bias", 1, 1)


def test_the_legend_takes_the_whole_width_wherever_all_columns_are_seen() -> None:
    layouts = [make_layout([2] * 7, width, 400) for width in range(900, 1000)]
    assert all(layout.legend.width() == layout.bounds.width() for layout in layouts)
