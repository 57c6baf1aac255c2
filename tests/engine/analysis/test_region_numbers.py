"""Regions by numbers, on regions made by hand of which the numbers are known."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine import Dataset
from engine.analysis.region_numbers import RegionNumbers, region_numbers
from engine.data.plane import Plane, pixel_centres

SQUARE = Plane(0, 1, (0.0, 1.0), (0.0, 1.0), (0.0, 0.0))
PIXELS = 200
CORNERS = [[0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9], [0.5, 0.5]]
Floats = NDArray[np.float64]


def places() -> tuple[Floats, Floats]:
    centres = pixel_centres((0.0, 1.0), PIXELS)
    x, y = np.meshgrid(centres, centres)
    return x, y


def numbers_of(output: Floats, right: list[bool] | None = None) -> RegionNumbers:
    data = Dataset(CORNERS, [[0], [1], [0], [1], [1]])
    found = region_numbers(output[:, :, np.newaxis], data, SQUARE, right or [True] * 5)
    assert found is not None
    return found


def test_a_half_plane() -> None:
    x, _ = places()
    below, above = (found := numbers_of(x - 0.3 + 0.5)).regions
    assert (below.label, above.label) == (0, 1)
    assert (below.share, above.share) == (pytest.approx(0.3), pytest.approx(0.7))
    assert above.shape.half_plane
    np.testing.assert_allclose(found.distances, [0.2, 0.6, 0.2, 0.6, 0.2], atol=1e-9)
    assert found.nearest == pytest.approx(0.2)


def test_a_slanted_half_plane() -> None:
    x, y = places()
    found = numbers_of((x + y - 1) / 2 + 0.5)  # the middle sample stands on its border
    np.testing.assert_allclose(found.distances, np.array([0.8, 0, 0, 0.8, 0]) / np.sqrt(2), atol=1e-7)
    assert found.regions[1].shape.half_plane


def test_a_stripe() -> None:
    x, _ = places()
    outside, stripe = (found := numbers_of(0.2 - np.abs(x - 0.5) + 0.5)).regions
    assert stripe.share == pytest.approx(0.4, abs=0.006)
    assert (stripe.shape.parts, stripe.shape.convex, stripe.shape.half_plane) == (1, True, False)
    assert (outside.shape.parts, outside.shape.convex) == (2, False)
    np.testing.assert_allclose(found.distances, [0.2, 0.2, 0.2, 0.2, 0.2], atol=1e-9)


def test_a_disc() -> None:
    x, y = places()
    outside, disc = (found := numbers_of(0.3 - np.hypot(x - 0.5, y - 0.5) + 0.5)).regions
    assert disc.share == pytest.approx(np.pi * 0.09, rel=0.005)
    assert (disc.shape.parts, disc.shape.convex) == (1, True)
    assert (outside.shape.parts, outside.shape.convex) == (1, False)
    corner = 0.4 * np.sqrt(2) - 0.3
    np.testing.assert_allclose(found.distances, [corner] * 4 + [0.3], atol=2e-4)


def test_two_islands_and_a_sample_on_the_wrong_side() -> None:
    x, y = places()
    output = np.maximum(0.15 - np.hypot(x - 0.1, y - 0.1), 0.15 - np.hypot(x - 0.9, y - 0.9)) + 0.5
    found = numbers_of(output, right=[False, False, True, True, False])
    assert found.regions[1].shape.parts == 2
    assert not found.regions[1].shape.convex
    np.testing.assert_allclose(found.distances, [-0.15, -0.65, 0.65, 0.15, 0.15 - 0.4 * np.sqrt(2)], atol=2e-4)
    assert found.nearest == pytest.approx(0.15, abs=2e-4)


def test_without_a_border_nothing_is_near() -> None:
    found = numbers_of(np.zeros((PIXELS, PIXELS)))
    assert [region.share for region in found.regions] == [1, 0]
    assert [region.shape.parts for region in found.regions] == [1, 0]
    assert np.isinf(found.distances).all()
    assert found.nearest is None


def test_three_classes_share_the_plane() -> None:
    x, y = places()
    outputs = np.stack([0.25 - np.abs(x - 0.25), 0.25 - np.abs(x - 0.75), np.full_like(y, -1.0)], axis=2)
    data = Dataset(CORNERS, [[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]])
    found = region_numbers(outputs, data, SQUARE, [True, True, True, True, False])
    assert found is not None
    assert [region.share for region in found.regions] == [pytest.approx(0.5), pytest.approx(0.5), 0]
    np.testing.assert_allclose(found.distances, [0.4, 0.4, 0.4, 0.4, 0], atol=1e-9)


def test_real_values_have_no_regions() -> None:
    data = Dataset(
        [[0.0, 0.0], [1.0, 1.0]],
        [
            [0.3],
            [0.7],
        ][:2],
    )
    other = Dataset([[0.0, 0.0], [1.0, 1.0], [0.5, 0.5]], [[0.3], [0.7], [0.5]])
    assert region_numbers(np.zeros((4, 4, 1)), other, SQUARE, [True] * 3) is None
    assert data.task == "binary", "two values are two codes"
