"""Large networks: bundles of connections whose strips tell the weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gui.features.diagram.geometry.bundle import STEPS, bundle_of, level_of_strip, shares
from gui.features.diagram.geometry.diagram_layout import make_layout
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.style import LEVELS
from gui.features.diagram.values import Values
from tests.gui.features.diagram.canvas import MakeCanvas


def test_the_shares_of_a_bundle_are_a_histogram_from_the_most_positive_down() -> None:
    found = shares(np.array([[1.0, 0.9, 0.0], [-1.0, -0.38, np.nan]]), 1.0)
    expected = np.zeros(2 * STEPS + 1)
    expected[0], expected[STEPS], expected[STEPS + 2], expected[-1] = 1, 2, 1, 1  # 0.9 · 5 rounds to 4 (even)
    expected[1] = 1
    assert np.allclose(found, expected / 6)
    assert [level_of_strip(0), level_of_strip(STEPS), level_of_strip(2 * STEPS)] == [LEVELS, 0, -LEVELS]


def test_large_layers_are_joined_by_a_bundle_coloured_by_their_weights(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 40, 1)
    network = canvas.document.project.network
    parameters = np.zeros(network.n_parameters)
    weights, _ = Values(network, parameters).layers[1]
    weights[:, :20], weights[:, 20:] = 2.0, -2.0
    canvas.show_start(parameters)
    rect = bundle_of(canvas.view.diagram_scene.curves[1]).rect
    x, middle = rect.center().x(), rect.center().y()
    upper, lower = (canvas.colour_at(canvas.view.mapFromScene(x, middle + step)) for step in (-20, 20))
    assert upper.blue() > upper.red() + 60
    assert lower.red() > lower.blue() + 60
    with pytest.raises(KeyError):
        canvas.at("connection", 1, unit=0, input=0)
    assert canvas.view.viewport().rect().contains(canvas.at("connection", 0, unit=0, input=0))


def test_hovering_a_bundle_tells_how_many_weights_it_holds(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 40, 40, 1)
    canvas.show_start()
    told: list[str] = []
    canvas.view.hovered.connect(told.append)
    centre = bundle_of(canvas.view.diagram_scene.curves[1]).rect.center()
    canvas.qtbot.mouseMove(canvas.view.viewport(), canvas.view.mapFromScene(centre))
    assert told[-1].startswith("1,600 connections")


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
