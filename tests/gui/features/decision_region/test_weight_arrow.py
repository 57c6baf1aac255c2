"""The arrow on a boundary line is the weight vector, and where angles can be seen both axes have one scale."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.project.demos import demo
from engine.project.edits import set_parameters
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from gui.features.decision_region.printed.region import PrintedRegion, home_setting
from gui.features.decision_region.space.space_painter import SpacePlane, arrow_ends
from gui.toolkit.drawing.camera import Box
from gui.toolkit.export import Sheet, image_of
from gui.words.notation import Notation
from tests.gui.features.decision_region.test_boundary_lines import Hand
from tests.helpers.drawings import pixels_of
from tests.helpers.user import User


def stretched(values: list[float]) -> Project:
    """AND with a second input from 0 to 100: no scale serves both axes."""
    data = DatasetSpec(
        "custom",
        inputs=FrozenArray([[0.0, 0], [0, 100], [1, 0], [1, 100]]),
        targets=FrozenArray([[0.0], [0], [0], [1]]),
    )
    training = demo("and_by_hand").training
    return Project(data, NetworkSpec(2, (LayerSpec(1, "step", id=1),)), training, FrozenArray(values))


def middle_of_the_line(hand: Hand, w1: float, w2: float, b: float) -> NDArray[np.float64]:
    """Halfway between the points at which the line enters and leaves the picture."""
    plane = hand.plot.plane
    (left, right), (bottom, top) = plane.x_range, plane.y_range
    heights = sorted(min(max(-(w1 * x + b) / w2, bottom), top) for x in (left, right))
    ends = [(-(w2 * y + b) / w1, y) for y in heights]
    return np.mean(ends, axis=0)


def pixel(hand: Hand, point: NDArray[np.float64]) -> NDArray[np.float64]:
    place = hand.plot.canvas.pixel_at(*point)
    return np.array([place.x(), place.y()])


def lightness(hand: Hand, at: NDArray[np.float64]) -> int:
    return hand.plot.viewport().grab().toImage().pixelColor(QPointF(*at).toPoint()).lightness()


@pytest.mark.parametrize("values", [[0.5, 0.5, -0.75], [0.6, 0.2, -0.4], [-0.5, -0.5, 0.75], [-0.3, 0.4, -0.2]])
def test_the_arrow_leads_from_the_line_as_far_as_the_weights_say(qtbot: QtBot, values: list[float]) -> None:
    hand = Hand(qtbot, set_parameters(demo("and_by_hand"), values).project)
    foot, weights = middle_of_the_line(hand, *values), np.array(values[:2])
    for share in (0.3, 0.6, 0.97):
        assert lightness(hand, pixel(hand, foot + share * weights)) < 80, share
    assert lightness(hand, pixel(hand, foot - 0.3 * weights)) > 80
    across = np.array([-weights[1], weights[0]])
    tip = foot + 0.97 * weights
    assert lightness(hand, pixel(hand, tip + 0.15 * across)) > 80


@pytest.mark.parametrize("values", [[0.01, 0.01, -0.015], [40.0, 40.0, -60.0]])
def test_weights_too_short_or_long_for_the_picture_have_an_arrow_of_usual_length(
    qtbot: QtBot, values: list[float]
) -> None:
    hand = Hand(qtbot, set_parameters(demo("and_by_hand"), values).project)
    foot = pixel(hand, middle_of_the_line(hand, *values))
    way = np.array([1.0, -1.0]) / np.sqrt(2)
    shaft = [lightness(hand, foot + way * step) for step in range(6, 36)]
    assert min(shaft) < 80
    assert max(shaft) > 80, "the shaft is dashed: its length is not that of w"
    assert lightness(hand, foot + way * 34) < 80  # the head


def test_both_axes_have_one_scale_whatever_the_shape_of_the_picture(qtbot: QtBot) -> None:
    hand = Hand(qtbot, demo("and_by_hand"))
    for size in ((520, 460), (800, 300), (300, 600)):
        hand.plot.setFixedSize(*size)
        qtbot.waitUntil(lambda size=size: hand.plot.viewport().width() > 0 and hand.plot.width() == size[0])
        origin, along, up = (pixel(hand, np.array(point)) for point in ((0, 0), (1, 0), (0, 1)))
        assert along[0] - origin[0] == pytest.approx(origin[1] - up[1], abs=0.3)
        plane = hand.plot.plane
        for low, high in (plane.x_range, plane.y_range):
            assert (low < 0, high > 1) == (True, True)


def test_axes_that_cannot_share_a_scale_show_the_vector_as_they_show_everything(qtbot: QtBot) -> None:
    values = [1.0, 0.01, -1.0]
    hand = Hand(qtbot, stretched(values))
    foot = pixel(hand, middle_of_the_line(hand, *values))
    along_w = np.array([1.0, 0.0])  # 1 to the right is the width of the picture, 0.01 upwards is nothing
    upright = np.array([1.0, -1.0]) / np.sqrt(2)
    assert min(lightness(hand, foot + along_w * step) for step in range(20, 36)) < 80
    assert min(lightness(hand, foot + upright * step) for step in range(20, 36)) > 80


@pytest.mark.parametrize("size", [(900, 300), (300, 700)])
def test_on_paper_of_any_shape_the_scales_are_equal_too(qapp: object, size: tuple[int, int]) -> None:
    project = demo("or_by_hand")
    assert project.parameters is not None
    setting = home_setting(project.network, data_of(project.dataset))
    printed = PrintedRegion(setting.at(project.parameters.array, 64), Notation(), size=QSize(*size))
    pixels = pixels_of(image_of(printed, Sheet(*size))).astype(int)
    coloured = np.ptp(pixels[..., :3], axis=2) > 60
    rows = np.flatnonzero(coloured.sum(axis=1) > 0.3 * min(size))
    columns = np.flatnonzero(coloured.sum(axis=0) > 0.3 * min(size))
    width = next(len(run) for run in np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1) if len(run) > 50)
    assert width == pytest.approx(np.ptp(rows) + 1, abs=6)  # −0.3 to 1.3 both ways: a square


def test_the_hidden_plane_has_one_scale_and_is_painted_to_its_edges(user: User) -> None:
    user.window.document.load(demo("xor_by_hand"))
    user.clicks("region_hidden_plane")
    plane = user.region.hidden.content
    user._qtbot.waitUntil(lambda: plane.isVisible() and plane.scene.drawn is not None)
    origin, along, up = (plane.position_of(*point) for point in ((0, 0), (1, 0), (0, 1)))
    assert along.x() - origin.x() == pytest.approx(origin.y() - up.y(), abs=0.3)
    image, area = plane.canvas.viewport().grab().toImage(), plane.canvas.picture_area()
    for corner in (area.topLeft() + QPointF(3, 3), area.bottomRight() - QPointF(3, 3)):
        colour = image.pixelColor(corner.toPoint())
        assert max(colour.red(), colour.green(), colour.blue()) - min(colour.red(), colour.green(), colour.blue()) > 60


@pytest.mark.parametrize("box", [Box((0, 0, 0), (1, 1, 1)), Box((0, -3, 0), (1, 5, 100))])
def test_in_space_the_arrow_is_along_the_weights_in_the_units_of_the_data(box: Box) -> None:
    plane = SpacePlane(np.array([2.0, -1.0, 0.5]), -1.0, "o", "#000000")
    ends = arrow_ends(plane, box)
    assert ends is not None
    way = (ends[1] - ends[0]) * box.half  # from units of the box to those of the data
    assert way / np.linalg.norm(way) == pytest.approx(plane.normal / np.linalg.norm(plane.normal))
