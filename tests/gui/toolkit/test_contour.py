from __future__ import annotations

import numpy as np
import pytest

from gui.toolkit.drawing.contour import Floats, contour_lines, finite, segments

GRID = np.linspace(-1.0, 1.0, 41)
X, Y = np.meshgrid(GRID, GRID)


def contour_segments(field: Floats, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    return segments(*contour_lines(field, x, y))


def test_a_straight_line_is_found_exactly() -> None:
    x, y = contour_segments(X + 2 * Y - 0.3, GRID, GRID)

    assert len(x) > 0
    assert np.allclose(x + 2 * y, 0.3, atol=1e-12)


def test_a_circle_is_closed_and_as_long_as_it_should_be() -> None:
    x, y = contour_segments(0.5 - np.hypot(X, Y), GRID, GRID)
    lengths = np.hypot(x[1::2] - x[::2], y[1::2] - y[::2])

    assert lengths.sum() == pytest.approx(2 * np.pi * 0.5, rel=0.01)
    ends = np.round(np.column_stack([x, y]), 9)
    assert (np.unique(ends, axis=0, return_counts=True)[1] % 2 == 0).all()


def test_nothing_is_drawn_where_nothing_crosses() -> None:
    assert len(contour_segments(np.ones((5, 5)), np.arange(5.0), np.arange(5.0))[0]) == 0


@pytest.mark.parametrize(("middle", "joins_above"), [(0.5, True), (-0.5, False)])
def test_a_saddle_is_joined_as_its_middle_says(middle: float, joins_above: bool) -> None:
    field = np.array([[1.0 + middle, -1.0], [-1.0, 1.0 + middle]])
    x, y = contour_segments(field, np.array([0.0, 1.0]), np.array([0.0, 1.0]))

    # Joined above, each line cuts off a corner that is below: (1, 0) or (0, 1).
    middles = np.column_stack([(x[::2] + x[1::2]) / 2, (y[::2] + y[1::2]) / 2])
    is_off_diagonal = np.abs(middles[:, 0] - middles[:, 1]) > 0.3
    assert len(middles) == 2
    assert is_off_diagonal.all() == joins_above


def test_values_that_are_not_numbers_do_not_hurt() -> None:
    field = finite(np.array([[np.nan, np.inf], [-np.inf, 1e308]]))

    assert np.isfinite(field).all()
    assert np.isfinite(contour_segments(field, np.arange(2.0), np.arange(2.0))).all()


@pytest.mark.parametrize("size", [1e150, 1e300, 1.7e308])
def test_huge_values_cross_where_small_ones_do(size: float) -> None:
    signs = np.random.default_rng(0).uniform(-1, 1, (9, 9))
    places = np.arange(9.0)

    assert np.allclose(contour_segments(signs * size, places, places), contour_segments(signs, places, places))


def test_a_circle_is_one_line_and_two_circles_are_two() -> None:
    x, y = contour_lines(0.5 - np.hypot(X, Y), GRID, GRID)
    assert np.isfinite(x).all()
    assert (x[0], y[0]) == (x[-1], y[-1])

    two = np.maximum(0.2 - np.hypot(X - 0.5, Y), 0.2 - np.hypot(X + 0.5, Y))
    x, y = contour_lines(two, GRID, GRID)
    assert np.isnan(x).sum() == np.isnan(y).sum() == 1


def test_zero_itself_lies_above() -> None:
    steps = np.where(X > 0.0, 0.0, -1.0)

    x, _ = contour_segments(steps, GRID, GRID)

    assert len(x) > 0
    assert np.allclose(x, GRID[21])
