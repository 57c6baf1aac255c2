"""The colours of the decision region are what the network answers, and its border is where it decides."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import Network, Trainer
from engine.analysis.frame import Frame
from engine.data.datasets.recipe import DatasetSpec
from engine.network.plane_trace import trace_plane
from engine.project.edits import set_dataset
from gui.toolkit.drawing.colour_scale import diverging_table
from gui.toolkit.theme import LIGHT
from tests.gui.features.decision_region.bench import LEFT, Bench, custom, right_half
from tests.gui.features.decision_region.frames import Floats, loss_curve, region_frame, snapshot


def test_a_trained_boundary_has_its_colours_on_both_sides_and_they_are_what_predict_gives(xor: Bench) -> None:
    project = xor.document.project
    network = Network(project.network, seed=0)
    Trainer(network, xor.document.dataset, project.training).run(epochs=4000)
    data = xor.document.dataset
    trace = trace_plane(network, xor.plot.plane, region=128, maps=0)
    outputs = network.predict(data.inputs)
    xor.plot.show_frame(
        Frame(project.network, snapshot(xor.document), loss_curve([]), outputs, np.empty((0, 1)), trace)
    )

    table = diverging_table(LIGHT)[:, :3].astype(int)
    for x1, x2 in ((0.1, 0.9), (0.9, 0.1), (0.12, 0.08), (0.9, 0.88), (0.3, 1.1), (1.15, 1.2)):
        value = network.predict([[x1, x2]])[0, 0]
        expected = table[round(value * 255)]
        colour = xor.colour_at(x1, x2)
        assert np.abs(expected - [colour.red(), colour.green(), colour.blue()]).max() <= 12
        assert (colour.blue() > colour.red()) == (value > 0.5)
    assert list(xor.plot.samples.ringed) == list(np.flatnonzero(~data.right(outputs)))


def test_the_border_runs_where_the_output_crosses_the_threshold(xor: Bench) -> None:
    xor.shows(right_half)
    x, y = xor.plot.scene.region.line.getData()

    assert x == pytest.approx(0.5, abs=0.002)
    assert (y.min(), y.max()) == pytest.approx(xor.plot.plane.y_range)
    colour = xor.colour_at(0.5, 0.5)
    assert max(colour.red(), colour.green(), colour.blue()) < 90


def test_pixels_lie_where_the_plane_says(xor: Bench) -> None:
    """A spot of 3 × 3: the colours of a single pixel run into its neighbours' within half of it."""

    def one_spot(inputs: Floats) -> Floats:
        outputs = np.zeros((len(inputs), 1))
        if len(inputs) == 64 * 64:
            outputs.reshape(64, 64)[29:32, 44:47] = 1.0
        return outputs

    xor.shows(one_spot)
    places = xor.plot.plane.inputs(64, 64).reshape(64, 64, 2)
    middle, *beside = (xor.colour_at(*places[row, column]) for row, column in ((30, 45), (27, 45), (30, 48), (33, 45)))

    assert middle.blue() > middle.red() + 60
    assert all(colour.red() > colour.blue() + 60 for colour in beside)


def test_hard_edges_leave_two_flat_colours(xor: Bench) -> None:
    xor.shows(lambda inputs: inputs[:, :1])
    smooth = {xor.colour_at(x, 0.5).rgb() for x in (0.1, 0.2, 0.3, 0.7, 0.8, 0.9)}
    xor.qtbot.mouseClick(xor.find("region_hard_edges"), LEFT)
    hard = {xor.colour_at(x, 0.5).rgb() for x in (0.1, 0.2, 0.3, 0.7, 0.8, 0.9)}

    assert len(smooth) > 4
    assert len(hard) == 2


def test_several_classes_have_their_colours_and_borders(qtbot: QtBot) -> None:
    bench = Bench(qtbot, DatasetSpec("blobs", n_classes=3))
    corners = np.array([[-0.5, -0.5], [0.5, -0.5], [0.0, 0.6]])

    def nearest(inputs: Floats) -> Floats:
        distances = ((inputs[:, np.newaxis, :2] - corners) ** 2).sum(axis=2)
        strength = np.exp(-20 * distances)
        return np.asarray(strength / strength.sum(axis=1, keepdims=True))

    bench.document.apply(set_dataset(bench.document.project, custom(np.eye(2) * 0.01 + 3, np.eye(3)[:2])).project)
    bench.plot.canvas.getViewBox().setRange(xRange=(-1, 1), yRange=(-1, 1), padding=0)
    bench.shows(nearest)

    for label, (x, y) in enumerate(corners):
        colour, own = bench.colour_at(x, y), QColor(LIGHT.class_colour(label))
        assert abs(colour.hslHue() - own.hslHue()) < 12
    x, y = bench.plot.scene.region.line.getData()
    rivals = np.sort(nearest(np.column_stack([x, y])), axis=1)
    assert len(x) > 50
    assert np.quantile(rivals[:, -1] - rivals[:, -2], 0.97) < 0.02  # not where three classes meet


def test_misses_are_ringed_and_no_others(xor: Bench) -> None:
    xor.shows(right_half)  # wrong for 01 and 11
    assert sorted(xor.plot.samples.ringed) == [1, 3] or sorted(xor.plot.samples.ringed) == [0, 2]

    right = xor.document.dataset.right(right_half(xor.rows()))
    assert right is not None
    assert list(xor.plot.samples.ringed) == list(np.flatnonzero(~right))


def test_the_sentence_under_the_mouse_gives_place_output_and_class(xor: Bench) -> None:
    xor.shows(right_half)
    xor.points_at(0.9, 0.5)
    assert xor.sentences[-1] == "x₁ 0.90, x₂ 0.50 → o 1.00: class 1"

    xor.points_at(0, 1)
    assert xor.sentences[-1] == "Sample 2: x₁ 0, x₂ 1 → o 0.00: class 0"

    xor.notation.set_lecture(False)
    xor.points_at(0.1, 0.5)
    assert xor.sentences[-1] == "x₁ 0.10, x₂ 0.50 → ŷ 0.00: class 0"

    QApplication.sendEvent(xor.plot.canvas, QEvent(QEvent.Type.Leave))
    assert xor.sentences[-1] == ""


def test_outputs_that_are_no_numbers_are_said_in_words(xor: Bench) -> None:
    xor.shows(lambda inputs: np.full((len(inputs), 1), np.nan))
    xor.points_at(0.5, 0.5)

    assert xor.plot.hint.isVisible()
    assert "no longer finite" in xor.plot.hint.text()
    assert "no longer finite" in xor.sentences[-1]
    xor.shows(right_half)
    assert not xor.plot.hint.isVisible()


def test_frames_of_another_network_are_not_drawn(xor: Bench) -> None:
    frame = region_frame(xor.document, xor.plot.plane, right_half)
    xor.document.apply(set_dataset(xor.document.project, DatasetSpec("blobs", n_classes=3)).project)
    xor.plot.show_frame(frame)

    assert xor.plot.scene.drawn is None


def test_what_came_while_hidden_is_drawn_when_shown(xor: Bench) -> None:
    xor.plot.hide()
    xor.shows(right_half)
    assert xor.plot.scene.drawn is None

    xor.plot.show()
    assert xor.plot.scene.drawn is not None
