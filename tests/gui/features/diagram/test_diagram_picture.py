"""What the canvas paints: maps, colours by sign, themes, languages, sizes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from engine.spec.activations import ACTIVATIONS
from gui.features.diagram.geometry.diagram_layout import fitting_layout
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from tests.gui.features.diagram.canvas import Canvas, MakeCanvas


def differs(first: QColor, second: QColor) -> int:
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu"])
def test_a_neurons_pixels_are_the_colours_of_its_answers(make_canvas: MakeCanvas, activation: str) -> None:
    canvas = make_canvas(2, 3, 1, activation=activation)
    frame = canvas.show_start()
    assert frame.plane is not None
    table = diverging_table(canvas.themes.theme)
    kind = ACTIVATIONS[activation]
    answers = frame.plane.maps[0]
    span = kind.high - kind.middle if kind.bounded else np.abs(answers).max()
    column = canvas.view.shown.layout.column(0)
    for unit in range(3):
        rect = column.neuron_rect(unit)
        for row, place in ((8, 16), (16, 24), (24, 12)):
            expected = table[diverging_indices(answers[unit, row, place], kind.middle, span)]
            point = QPoint(
                int(rect.left() + (place + 0.5) / 32 * rect.width()),
                int(rect.top() + (31 - row + 0.5) / 32 * rect.height()),
            )
            assert differs(canvas.colour_at(point), QColor(*expected[:3].tolist())) <= 14


def test_neurons_keep_their_maps_when_a_frame_has_none(canvas: Canvas) -> None:
    """The plane that was asked for may belong to other inputs for a moment."""
    frame = canvas.show_start()
    place = canvas.at("neuron", 0, 1)
    before = canvas.view.viewport().grab().toImage()
    canvas.view.show_frame(replace(frame, plane=None))
    assert canvas.view.viewport().grab().toImage() == before
    assert canvas.colour_at(place) != canvas.view.backgroundBrush().color()


def test_a_connections_colour_follows_the_sign_of_its_weight(canvas: Canvas) -> None:
    parameters = np.full(17, 2.0)
    parameters[12:16] = -2.0
    canvas.show_start(parameters)
    positive = canvas.colour_at(canvas.at("connection", 0, unit=0, input=0))
    negative = canvas.colour_at(canvas.at("connection", 1, unit=0, input=0))
    assert positive.blue() > positive.red() + 60
    assert negative.red() > negative.blue() + 60
    canvas.show_start(-parameters)
    turned = canvas.colour_at(canvas.at("connection", 0, unit=0, input=0))
    assert turned.red() > turned.blue() + 60


def test_a_stronger_weight_is_drawn_wider(canvas: Canvas) -> None:
    def coloured(parameters: np.ndarray) -> int:
        canvas.show_start(parameters)
        middle = canvas.at("connection", 1, unit=0, input=0)
        image = canvas.view.viewport().grab().toImage()
        column = [image.pixelColor(middle.x(), middle.y() + step) for step in range(-6, 7)]
        return sum(colour.blue() > colour.red() + 40 for colour in column)

    parameters = np.zeros(17)
    parameters[[0, 12]] = 4.0
    wide = coloured(parameters)
    parameters[12] = 1.0
    assert wide > coloured(parameters)


def test_a_bias_is_coloured_by_its_value_and_a_threshold_by_its_own(canvas: Canvas) -> None:
    parameters = np.zeros(17)
    parameters[8] = 3.0
    canvas.show_start(parameters)
    point = canvas.at("bias", 0, 0)
    bias = canvas.colour_at(point)
    assert bias.blue() > bias.red() + 60
    canvas.notation.set_lecture(True)
    threshold = canvas.colour_at(point)
    assert threshold.red() > threshold.blue() + 60


def test_a_frame_that_looks_the_same_repaints_nothing(canvas: Canvas) -> None:
    frame = canvas.show_start()
    QApplication.processEvents()
    painted: list[QEvent.Type] = []
    original = canvas.view.paintEvent
    canvas.view.paintEvent = lambda event: (painted.append(event.type()), original(event))  # type: ignore[assignment,method-assign,func-returns-value]
    canvas.view.show_frame(frame)
    QApplication.processEvents()
    assert painted == []
    canvas.show_start(frame.snapshot.parameters * -1)
    QApplication.processEvents()
    assert painted != []


def test_the_theme_changes_everything_that_is_painted(canvas: Canvas) -> None:
    canvas.show_start()
    corner = QPoint(6, 100)
    light = canvas.colour_at(corner)
    canvas.themes.set_dark(True)
    assert light.lightness() > 200
    assert canvas.colour_at(corner).lightness() < 60
    assert canvas.view.shown.values is not None


def test_the_presentation_scale_enlarges_what_there_is_room_for(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 4, 1, width=1000, height=600)
    before = canvas.view.shown.layout.column(0).control("activation").height()
    canvas.themes.set_presentation(True)
    canvas.qtbot.waitUntil(lambda: canvas.view.shown.layout.column(0).control("activation").height() == 1.5 * before)
    canvas.clicks("more_units", 0)
    assert canvas.sizes == (2, 5, 1)


def test_a_change_of_language_rewrites_names(canvas: Canvas) -> None:
    class Shout(QTranslator):
        def isEmpty(self) -> bool:  # noqa: N802
            return False

        def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
            return f"«{source}»" if context == "Diagram" else ""

    before = canvas.view.viewport().grab().toImage()
    shout = Shout()
    QApplication.installTranslator(shout)
    QApplication.processEvents()
    try:
        assert canvas.view.accessibleName() == "«Network diagram»"
        assert canvas.view.viewport().grab().toImage() != before
    finally:
        QApplication.removeTranslator(shout)


@pytest.mark.parametrize(
    "sizes", [(2, 1), (2, 4, 1), (2, 8, 8, 1), (3, 16, 16, 3), (2, 64, 64, 3), (2, *[256] * 11, 1)]
)
@pytest.mark.parametrize("room", [(480, 330), (1000, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_overlaps_at_any_size(sizes: tuple[int, ...], room: tuple[int, int], scale: float) -> None:
    layout = fitting_layout(sizes, QSize(*room), scale)
    for left, right in pairwise(layout.columns):
        gap = layout.add_rect(right.layer)
        assert left.header.right() <= gap.left()
        assert gap.right() <= right.header.left()
        assert gap.width() >= 24 * scale
    for column in layout.columns:
        assert layout.bounds.contains(column.header)
        assert column.header.bottom() < column.body.top()
        assert column.body.bottom() <= layout.legend.top()
        rects = [column.neuron_rect(unit) for unit in column.shown]
        assert all(not a.intersects(b) for a, b in pairwise(rects))
        assert all(column.body.contains(rect) for rect in rects)


def test_a_large_layer_is_summarised(make_canvas: MakeCanvas) -> None:
    canvas = make_canvas(2, 256, 1)
    canvas.show_start()
    assert canvas.at("neuron", 0, 255).y() > canvas.at("neuron", 0, 0).y()
    with pytest.raises(KeyError):
        canvas.at("neuron", 0, 100)
    canvas.clicks("fewer_units", 0)
    assert canvas.sizes == (2, 255, 1)


def test_ctrl_and_wheel_zoom_and_fit_comes_back(canvas: Canvas) -> None:
    point = canvas.at("neuron", 0, 0).toPointF()
    before = canvas.at("neuron", 0, 3) - canvas.at("neuron", 0, 0)
    event = QWheelEvent(
        point,
        canvas.view.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.view.viewport(), event)
    zoomed = canvas.at("neuron", 0, 3) - canvas.at("neuron", 0, 0)
    assert zoomed.y() > before.y() * 1.2
    canvas.clicks("neuron", 0, 0)
    assert canvas.view.selected is not None
    canvas.view.fit()
    assert canvas.at("neuron", 0, 3) - canvas.at("neuron", 0, 0) == before


@pytest.mark.parametrize(
    ("kind", "layer", "unit", "input_"),
    [
        ("neuron", 5, 0, None),
        ("neuron", 0, 9, None),
        ("bias", -1, 0, None),
        ("connection", 0, 0, 7),
        ("remove_layer", 1, None, None),
        ("more_units", -1, None, None),
        ("add_layer", 2, None, None),
        ("nonsense", 0, None, None),
    ],
)
def test_what_is_not_there_has_no_position(
    canvas: Canvas, kind: str, layer: int, unit: int | None, input_: int | None
) -> None:
    with pytest.raises(KeyError):
        canvas.at(kind, layer, unit, input_)
