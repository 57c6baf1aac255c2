"""Numbers written onto the diagram: they stand beside their parts, cover nothing, and may let the rest fade."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from engine.network.probing import PassedValues
from gui.features.diagram.geometry.label_placement import Label
from gui.features.diagram.geometry.target import Target
from gui.toolkit.annotations import Annotations
from tests.gui.features.diagram.canvas import Canvas, MakeCanvas


def everything(*sizes: int, number: str = "−0.530", **more: object) -> Annotations:
    """A number at every part of a network."""
    neurons = {(layer - 1, unit): ("net " + number, number) for layer, n in enumerate(sizes) for unit in range(n)}
    biases = {key: number for key in neurons if key[0] >= 0}
    connections = {(*key, source): number for key in biases for source in range(sizes[key[0]])}
    return Annotations(neurons, connections, biases, **more)  # type: ignore[arg-type]


def places(canvas: Canvas) -> dict[Label, object]:
    item = canvas.view.diagram_scene.annotations
    assert item is not None
    return dict(item.places)


def image(canvas: Canvas) -> QImage:
    return canvas.view.viewport().grab().toImage()


@pytest.mark.parametrize("sizes", [(2, 1), (2, 2, 1), (2, 4, 1)])
def test_small_networks_have_room_for_every_number(make_canvas: MakeCanvas, sizes: tuple[int, ...]) -> None:
    canvas = make_canvas(*sizes, width=536, height=352)
    canvas.show_start()
    canvas.view.set_annotations(everything(*sizes, number="−0.53"))
    n_labels = sum(sizes) + sum((a + 1) * b for a, b in pairwise(sizes))
    assert len(places(canvas)) == n_labels


@pytest.mark.parametrize("sizes", [(2, 4, 1), (3, 3, 2), (2, 8, 8, 1), (2, 64, 3)])
def test_no_label_covers_another_or_a_neuron(make_canvas: MakeCanvas, sizes: tuple[int, ...]) -> None:
    canvas = make_canvas(*sizes)
    canvas.show_start()
    canvas.view.set_annotations(everything(*sizes))
    rects = list(places(canvas).values())
    assert rects
    assert not any(a.intersects(b) for a, b in combinations(rects, 2))  # type: ignore[attr-defined]
    layout = canvas.view.shown.layout
    neurons = [column.neuron_rect(unit) for column in layout.columns for unit in column.shown]
    assert not any(rect.intersects(neuron) for rect in rects for neuron in neurons)  # type: ignore[attr-defined]


def test_labels_stay_where_they_are_while_their_digits_change(canvas: Canvas) -> None:
    canvas.show_start()
    canvas.view.set_annotations(everything(2, 4, 1, number="−0.530"))
    before = places(canvas)
    canvas.view.set_annotations(everything(2, 4, 1, number="+1.111"))
    assert places(canvas) == before


def test_labels_stay_where_they_are_when_a_weight_turns_negative(canvas: Canvas) -> None:
    canvas.show_start()
    canvas.view.set_annotations(everything(2, 4, 1, number="0.530"))
    before = places(canvas)
    canvas.view.set_annotations(everything(2, 4, 1, number="−0.530"))
    assert places(canvas) == before


def test_outputs_behind_a_crowded_layer_have_room_for_their_value(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 8, 8, 8, 1, width=536, height=322)
    canvas.show_start()
    hidden = everything(2, 8, 8, 8, 1, number="a₁⁽³⁾ −0.530").neurons
    canvas.view.set_annotations(Annotations({**hidden, (3, 0): ("ŷ₁ 0.390",)}))
    assert ("neuron", (3, 0)) in places(canvas)


@pytest.mark.parametrize("inputs", [2, 3, 4, 5])
def test_few_inputs_all_have_room_for_their_value(make_canvas: MakeCanvas, inputs: int) -> None:
    canvas = make_canvas(inputs, 6, 1, width=536, height=322)
    canvas.show_start()
    canvas.view.set_annotations(Annotations({(-1, unit): ("0.8133",) for unit in range(inputs)}))
    assert len(places(canvas)) == inputs


def test_what_is_not_emphasised_fades(canvas: Canvas) -> None:
    canvas.show_start()
    neurons = [canvas.at("neuron", 0, unit) for unit in (0, 1)]
    before = [canvas.colour_at(point) for point in neurons]
    canvas.view.set_annotations(Annotations(emphasis=frozenset({(0, 0), (0, 0, 1)})))
    after = [canvas.colour_at(point) for point in neurons]
    assert after[0] == before[0]
    assert after[1] != before[1]
    canvas.view.set_annotations(None)
    assert [canvas.colour_at(point) for point in neurons] == before


def test_none_takes_everything_away(canvas: Canvas) -> None:
    canvas.show_start()
    before = image(canvas)
    canvas.view.set_annotations(everything(2, 4, 1, title="Step 3"))
    assert image(canvas) != before
    canvas.view.set_annotations(None)
    assert image(canvas) == before


def test_parts_that_are_not_there_are_left_out(canvas: Canvas) -> None:
    canvas.show_start()
    canvas.view.set_annotations(
        Annotations({(7, 0): ("1",), (0, 99): ("1",)}, {(0, 0, 9): "1", (5, 0, 0): "1"}, {(3, 3): "1"},
                    frozenset({(9, 9), (9, 9, 9), (0, 0, 9)}))
    )  # fmt: skip
    assert places(canvas) == {}


def test_clicks_go_through_the_numbers(canvas: Canvas) -> None:
    canvas.show_start()
    canvas.view.set_annotations(everything(2, 4, 1))
    canvas.clicks("connection", 0, 1, 0)
    assert canvas.view.selected is not None
    assert canvas.view.selected.kind == "connection"
    item = canvas.view.diagram_scene.annotations
    assert item is not None
    assert not item.contains(QPointF(-1e6, 0))


def test_every_map_marks_where_the_input_that_passes_through_stands(canvas: Canvas) -> None:
    frame = canvas.show_start()
    rect = canvas.view.shown.layout.column(0).neuron_rect(1)
    at = canvas.view.mapFromScene(QPointF(rect.left() + 0.25 * rect.width(), rect.bottom() - 0.75 * rect.height()))
    before = image(canvas).copy(at.x() - 3, at.y() - 3, 7, 7)
    values = np.array([0.0, 1.0])  # a quarter from the left, three quarters up: the plane reaches from −0.5 to 1.5
    passed = PassedValues(values, (np.zeros(4), np.zeros(1)), (np.zeros(4), np.zeros(1)))
    canvas.view.show_frame(replace(frame, passed=passed))
    assert image(canvas).copy(at.x() - 3, at.y() - 3, 7, 7) != before
    canvas.view.show_frame(frame)
    assert image(canvas).copy(at.x() - 3, at.y() - 3, 7, 7) == before


def test_formulas_hold_the_numbers_that_pass_through(canvas: Canvas) -> None:
    parameters = np.array([0.5, 1, 1, 1, -1, 1, 1, 1, 0.25, 0, 0, 0, 1, 1, 1, 1, 0.0])  # y₁: 0.5·x₁ − x₂ + 0.25
    frame = canvas.show_start(parameters)
    net, out = np.array([-0.25, 1, 1, 1]), np.array([-0.2449, 0.76, 0.76, 0.76])
    passed = PassedValues(np.array([1.0, 1.0]), (net, np.zeros(1)), (out, np.array([0.5])))
    gradient = np.arange(17) / 100
    canvas.view.show_frame(replace(frame, passed=passed, gradient=gradient))
    say = canvas.view.shown.describer().sentence
    assert say(Target("neuron", 0, 0)) == ("a₁⁽¹⁾ = tanh(0.5000·1 − 1.000·1 + 0.2500) = tanh(−0.2500) = −0.2449")
    assert "It adds 1.000·(−0.2449) = −0.2449." in say(Target("connection", 1, 0, 0))
    assert "∂E/∂w₂₁⁽¹⁾ = 0.04000" in say(Target("connection", 0, 0, 1))
    canvas.notation.set_lecture(True)
    assert "∂E/∂T = −0.08000" in canvas.view.shown.describer().sentence(Target("bias", 0, 0))  # T = −b turns its sign
    assert say(Target("neuron", -1, 1)).endswith("= 1")
