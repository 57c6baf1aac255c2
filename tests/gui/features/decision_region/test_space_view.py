"""Three inputs in space: hand-worked projections, and the view driven with mouse and keys."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from engine.project.edits import set_parameters
from engine.project.project import Project
from gui.document.commands.push import push
from gui.features.decision_region.space.space_view import SpaceView
from gui.toolkit.drawing.camera import DISTANCE, Box, Camera
from gui.toolkit.theme import LIGHT
from tests.gui.features.decision_region.test_boundary_lines import Hand

LEFT = Qt.MouseButton.LeftButton


def majority() -> Project:
    return set_parameters(demo("majority3"), [1.0, 1.0, 1.0, -1.5]).project


@pytest.fixture
def space(qtbot: QtBot) -> tuple[Hand, SpaceView]:
    hand = Hand(qtbot, majority())
    hand.clicks("region_space")
    return hand, hand.plot.space


def picture(view: SpaceView) -> QImage:
    return view.grab().toImage()


def has_class_colour(image: QImage, at: QPoint, label: int) -> bool:
    colour, found = LIGHT.class_colour(label), set()
    for dx in range(-4, 5):
        for dy in range(-4, 5):
            found.add(image.pixelColor(at + QPoint(dx, dy)).name())
    return colour in found


def test_seen_along_the_first_axis_the_second_points_right_and_the_third_up() -> None:
    camera = Camera(azimuth=0.0, elevation=0.0)
    assert camera.towards_eye() == pytest.approx([1, 0, 0])
    seen = camera.project([[0, 1, 0], [0, 0, 1], [1, 0, 0]])
    assert seen[0] == pytest.approx([1, 0, 0])
    assert seen[1] == pytest.approx([0, 1, 0])
    assert seen[2] == pytest.approx([0, 0, 1])  # nearer by 1
    assert camera.project([[1, 1, 0]])[0, 0] == pytest.approx(DISTANCE / (DISTANCE - 1))  # and so larger


def test_from_above_the_third_axis_vanishes() -> None:
    seen = Camera(azimuth=math.radians(-90), elevation=math.radians(90)).project([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    assert seen[0, :2] == pytest.approx([1, 0], abs=1e-9)
    assert seen[1, :2] == pytest.approx([0, 1], abs=1e-9)
    assert seen[2, :2] == pytest.approx([0, 0], abs=1e-9)


def test_turning_is_rigid_and_ends_at_the_poles() -> None:
    points = np.random.default_rng(0).uniform(-1, 1, (20, 3))
    camera = Camera().turned(1.0, 0.3)
    eye = camera.towards_eye()
    seen = camera.project(points)
    flat = seen[:, :2] / (DISTANCE / (DISTANCE - seen[:, 2]))[:, np.newaxis]
    assert np.hypot(*flat.T) ** 2 + (points @ eye) ** 2 == pytest.approx((points**2).sum(axis=1))
    assert camera.turned(0, 99).elevation < math.radians(90)


def test_a_box_goes_from_minus_one_to_one() -> None:
    box = Box((0.0, -2.0, 1.0), (1.0, 2.0, 5.0))
    assert box.to_unit([[0, -2, 1], [1, 2, 5], [0.5, 0, 3]]).tolist() == [[-1, -1, -1], [1, 1, 1], [0, 0, 0]]


def test_the_view_takes_the_slices_place_and_gives_it_back(space: tuple[Hand, SpaceView]) -> None:
    hand, view = space
    assert view.isVisible()
    assert not hand.plot.canvas.isVisible()
    assert not hand.plot.slice_controls.isVisible()
    assert hand.equations == ["o: x₁ = −x₂ − x₃ + 1.5,  T = 1.5"]
    hand.clicks("region_space")
    assert hand.plot.canvas.isVisible()
    assert hand.plot.slice_controls.isVisible()
    assert not view.isVisible()


def test_every_sample_stands_where_the_projection_says(space: tuple[Hand, SpaceView]) -> None:
    hand, view = space
    hand.clicks("region_lines")  # without the plane, which tints what is behind it
    image, data = picture(view), hand.document.dataset
    for row, label in zip(data.inputs, data.labels(), strict=True):
        assert has_class_colour(image, view.position_of(*row).toPoint(), int(label)), row


def test_a_drag_turns_escape_takes_it_back_a_double_click_resets(space: tuple[Hand, SpaceView]) -> None:
    hand, view = space
    first, seen = view.camera, picture(view)
    hand.qtbot.mousePress(view, LEFT, pos=QPoint(100, 100))
    hand.qtbot.mouseMove(view, QPoint(160, 130))
    turned = view.camera
    assert (turned.azimuth, turned.elevation) != (first.azimuth, first.elevation)
    assert picture(view) != seen
    hand.qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.camera == first
    hand.qtbot.mouseRelease(view, LEFT, pos=QPoint(160, 130))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus):
        hand.qtbot.keyClick(view, key)
    assert view.camera.azimuth == pytest.approx((first.azimuth - math.radians(5)) % (2 * math.pi))
    assert view.camera.elevation == pytest.approx(first.elevation + math.radians(5))
    assert view.camera.zoom == 1.25
    hand.qtbot.mouseDClick(view, LEFT, pos=QPoint(100, 100))
    assert view.camera == first


def test_the_plane_follows_the_weights(space: tuple[Hand, SpaceView]) -> None:
    hand, view = space
    before = picture(view)
    push(hand.document, "", lambda project: set_parameters(project, [1.0, 0.0, 0.0, -0.5]))
    assert hand.equations == ["o: x₁ = 0.5,  T = 0.5"]
    after = picture(view)
    assert after != before
    inside = view.position_of(0.5, 0.2, 0.2).toPoint()  # on the plane x1 = 0.5, beside all marks: tinted
    assert after.pixelColor(inside).lightness() < after.pixelColor(3, 3).lightness()


def test_hovering_a_sample_names_it(space: tuple[Hand, SpaceView]) -> None:
    hand, view = space
    picture(view)
    hand.qtbot.mouseMove(view, view.position_of(1, 1, 0).toPoint())
    assert "x₁ 1, x₂ 1, x₃ 0" in hand.sentences[-1]


def test_two_inputs_have_no_space(qtbot: QtBot) -> None:
    hand = Hand(qtbot, demo("and_by_hand"))
    assert not hand.plot.classes.switches.space.isVisible()
