"""Boundaries against hand-worked numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.analysis.boundary import Line, plane_in_box, slice_line, with_slice
from engine.data.plane import Plane

AND = Line(0.5, 0.5, -0.75)
UNIT = (0.0, 1.0)
NUMBERS = st.floats(-10, 10)
LENGTHS = st.floats(0.1, 10)


def test_the_lectures_and_line_leaves_the_square_at_a_half() -> None:
    ends = AND.ends(UNIT, UNIT)
    assert ends is not None
    assert sorted(ends) == [pytest.approx((0.5, 1.0)), pytest.approx((1.0, 0.5))]


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        (Line(2.0, 0.0, -1.0), [(0.5, 0.0), (0.5, 1.0)]),
        (Line(0.0, -4.0, 1.0), [(0.0, 0.25), (1.0, 0.25)]),
        (Line(1.0, 1.0, 3.0), None),
        (Line(0.0, 1.0, -1.0), [(0.0, 1.0), (1.0, 1.0)]),
        (Line(0.0, 1.0, 0.0), [(0.0, 0.0), (1.0, 0.0)]),
        (Line(1.0, 0.0, -1.0), [(1.0, 0.0), (1.0, 1.0)]),
        (Line(1.0, 0.0, -1.1), None),
        (Line(0.0, 1.0, 0.1), None),
        (Line(0.0, 0.0, 1.0), None),
        (Line(math.nan, 1.0, 1.0), None),
    ],
)
def test_upright_level_and_missing_lines(line: Line, ends: list[tuple[float, float]] | None) -> None:
    found = line.ends(UNIT, UNIT)
    assert (None if found is None else sorted(found)) == (None if ends is None else [pytest.approx(e) for e in ends])


def test_a_line_through_a_rectangle_away_from_the_origin() -> None:
    ends = Line(1.0, -2.0, 4.0).ends((2.0, 10.0), (4.0, 9.0))
    assert ends is not None
    assert sorted(ends) == [pytest.approx((4.0, 4.0)), pytest.approx((10.0, 7.0))]


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_shift_keeps_the_weights_and_takes_every_point_along(b: float, dx: float, dy: float) -> None:
    line = Line(0.6, -0.8, b)
    moved = line.moved(dx, dy)
    assert (moved.w1, moved.w2) == (0.6, -0.8)
    assert moved.net_input(1 + dx, 2 + dy) == pytest.approx(line.net_input(1, 2), abs=1e-9)


@given(LENGTHS, st.floats(0, 2 * math.pi), st.floats(0, 2 * math.pi), st.booleans())
def test_a_turn_keeps_the_norm_and_goes_through_its_pivot(length: float, old: float, new: float, left: bool) -> None:
    line = Line(length * math.cos(old), length * math.sin(old), 0.3)
    direction = (math.cos(new), math.sin(new))
    turned = line.along((0.4, -0.2), direction, left)
    assert turned.norm == pytest.approx(length)
    assert turned.net_input(0.4, -0.2) == pytest.approx(0, abs=1e-9)
    assert turned.net_input(0.4 + direction[0], -0.2 + direction[1]) == pytest.approx(0, abs=1e-9)
    assert turned.fires_left_of(direction) == left


def test_a_quarter_turn_by_hand() -> None:
    turned = Line(0.0, 2.0, -1.0).along((0.0, 0.5), (0.0, 1.0), left=True)  # up the page: left is where x is negative
    assert (turned.w1, turned.w2, turned.b) == pytest.approx((-2.0, 0.0, 0.0))


def test_a_flip_negates_everything() -> None:
    assert AND.flipped() == Line(-0.5, -0.5, 0.75)


def test_a_slice_of_three_inputs_and_back() -> None:
    plane = Plane(0, 2, UNIT, UNIT, (9.0, 0.5, 9.0))
    line = slice_line([1.0, -2.0, 3.0], 0.25, plane)
    assert line == Line(1.0, 3.0, -0.75)
    weights, bias = with_slice([1.0, -2.0, 3.0], plane, Line(5.0, 6.0, 7.0))
    assert weights.tolist() == [5.0, -2.0, 6.0]
    assert bias == 8.0


def test_a_slice_along_one_input_of_two_and_whole_numbers_stay_exact() -> None:
    plane = Plane(1, None, UNIT, UNIT, (0.5, 9.0))
    assert slice_line([2, 3], 1, plane) == Line(3.0, 2.0, 1.0)
    weights, bias = with_slice([2, 3], Plane(0, 1, UNIT, UNIT, (9.0, 9.0)), Line(0.5, 0.25, 7.0))
    assert (weights.tolist(), bias) == ([0.5, 0.25], 7.0)


def test_the_majority_plane_cuts_the_cube_in_a_hexagon() -> None:
    corners = plane_in_box([1, 1, 1], -1.5, [0, 0, 0], [1, 1, 1])
    assert len(corners) == 6
    assert {tuple(corner) for corner in corners.tolist()} == {
        (0, 0.5, 1), (0, 1, 0.5), (0.5, 0, 1), (0.5, 1, 0), (1, 0, 0.5), (1, 0.5, 0),
    }  # fmt: skip
    sides = np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1)
    assert sides == pytest.approx(np.full(6, math.sqrt(0.5)))  # neighbours stand beside each other


@pytest.mark.parametrize(
    ("weights", "bias", "count"),
    [([1, 0, 0], -0.5, 4), ([1, 1, 1], -0.5, 3),
     ([1, 1, 0], 0, 0), ([1, 0, 0], 0, 4), ([1, 1, 1], 5, 0), ([0, 0, 0], 0, 0)],
)  # fmt: skip
def test_planes_in_the_cube(weights: list[float], bias: float, count: int) -> None:
    assert len(plane_in_box(weights, bias, [0, 0, 0], [1, 1, 1])) == count


def test_a_slanted_plane_in_a_box_away_from_the_origin() -> None:
    corners = plane_in_box([2, -1, 0], 1.0, [1, 2, 5], [3, 6, 9])  # y = 2 x + 1
    assert {tuple(corner) for corner in corners.tolist()} == {(1, 3, 5), (1, 3, 9), (2.5, 6, 5), (2.5, 6, 9)}
    steps = np.abs(corners - np.roll(corners, 1, axis=0))
    assert {tuple(step) for step in steps.tolist()} == {(0, 0, 4), (1.5, 3, 0)}


@pytest.mark.parametrize("weights", [(1.0, 2.0, 3.0), (-1.0, 2.0, 0.5), (0.3, -0.2, -5.0), (1e3, 1e3, 1e3)])
def test_corners_stand_around_the_middle_in_order(weights: tuple[float, float, float]) -> None:
    low, high = np.array([10.0, -4.0, 0.5]), np.array([14.0, 3.0, 2.5])
    normal = np.array(weights)
    bias = -float(normal @ (low + high) / 2)
    corners = plane_in_box(normal, bias, low, high)
    assert len(corners) >= 4
    assert corners @ normal + bias == pytest.approx(np.zeros(len(corners)), abs=1e-9 * np.abs(normal).sum())
    spokes = corners - corners.mean(axis=0)
    turns = np.cross(spokes, np.roll(spokes, -1, axis=0)) @ normal
    assert (turns > 0).all() or (turns < 0).all()
    whole = np.arccos(
        np.sum(spokes * np.roll(spokes, -1, axis=0), axis=1)
        / (np.linalg.norm(spokes, axis=1) * np.linalg.norm(np.roll(spokes, -1, axis=0), axis=1))
    ).sum()
    assert whole == pytest.approx(2 * math.pi)


@pytest.mark.parametrize(
    ("weights", "bias"), [([1, 0, 0], math.nan), ([1, 0, 0], math.inf), ([math.nan, 1, 1], 0.0), ([1, 1, 1], 5.0)]
)
def test_without_a_plane_there_are_no_corners(weights: list[float], bias: float) -> None:
    assert plane_in_box(weights, bias, [0, 0, 0], [1, 1, 1]).shape == (0, 3)


@pytest.mark.parametrize("size", [1e-200, 1e-300, 1e200])
def test_a_line_of_very_small_or_large_weights_is_where_it_is(size: float) -> None:
    ends = Line(size, size, -size).ends((0.0, 1.0), (0.0, 1.0))
    assert ends is not None
    assert sorted(ends) == [pytest.approx((0.0, 1.0)), pytest.approx((1.0, 0.0))]


def test_a_line_farther_away_than_numbers_go_passes_by() -> None:
    assert Line(1e-300, 1e-300, 1e300).ends((0.0, 1.0), (0.0, 1.0)) is None
