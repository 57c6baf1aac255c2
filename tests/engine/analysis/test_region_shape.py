"""What shape a region has, against shapes that are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.analysis.region_shape import RegionShape, region_shape

N = 72
Y, X = np.mgrid[0:N, 0:N] / (N - 1)


def shape(inside: np.ndarray) -> RegionShape:
    return region_shape(np.asarray(inside, dtype=bool))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (X > 2, RegionShape(0, False, False)),
        (X > 0.4, RegionShape(1, True, True)),
        ((X == 0.0) & (Y == 0.0), RegionShape(1, True, True)),
        (Y == 0.0, RegionShape(1, True, True)),
        ((X == Y) & (X > 0.5), RegionShape(1, True, False)),  # connected over corners
        ((X > 0.5) | (X == 0.0), RegionShape(2, False, False)),
        ((X > 0.5) | (X == 0.0) & (Y < 10.5 / (N - 1)), RegionShape(1, True, True)),  # eleven pixels are a speck
        ((X > 0.5) | (X == 0.0) & (Y < 11.5 / (N - 1)), RegionShape(2, False, False)),  # of which twelve are none
        ((X > 0.3) & (Y > 0.3), RegionShape(1, True, False)),
        (np.abs(X - Y) < 0.3, RegionShape(1, True, False)),
        (np.abs(X - Y) > 0.3, RegionShape(2, False, False)),
        (np.hypot(X - 0.5, Y - 0.5) < 0.3, RegionShape(1, True, False)),
        (np.hypot(X - 0.5, Y - 0.5) > 0.3, RegionShape(1, False, False)),
        ((X > 0.5) | (Y > 0.5), RegionShape(1, False, False)),
        ((X > 0.8) & (Y > 0.8) | (X < 0.2) & (Y < 0.2) | (X > 0.8) & (Y < 0.2), RegionShape(3, False, False)),
        ((np.hypot(X - 0.5, Y - 0.5) < 0.4) & (np.hypot(X - 0.7, Y - 0.5) > 0.3), RegionShape(1, False, False)),
    ],
)  # fmt: skip
def test_known_shapes_are_recognised(inside: np.ndarray, expected: RegionShape) -> None:
    assert shape(inside) == expected


@settings(max_examples=500)
@given(st.floats(0, 2 * np.pi), st.floats(-0.4, 0.4))
def test_any_line_makes_a_half_plane(angle: float, shift: float) -> None:
    found = shape((X - 0.5) * np.cos(angle) + (Y - 0.5) * np.sin(angle) > shift)
    assert found == RegionShape(1, True, True)


@settings(max_examples=1000)
@given(st.lists(st.tuples(st.floats(0, 2 * np.pi), st.floats(0.12, 0.6)), min_size=2, max_size=8))
def test_step_units_that_are_anded_make_a_convex_region_as_the_slides_say(lines: list[tuple[float, float]]) -> None:
    inside = np.ones((N, N), dtype=bool)
    for angle, shift in lines:
        inside &= (X - 0.5) * np.cos(angle) + (Y - 0.5) * np.sin(angle) < shift
    assert shape(inside).convex


def test_everything_is_one_convex_part() -> None:
    assert shape(X >= 0) == RegionShape(1, True, False)
