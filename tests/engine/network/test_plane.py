"""What a picture of the input space shows is what the network answers there."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.plane import Plane, on_one_scale, pixel_centres
from engine.network.network import Network
from engine.network.plane_trace import trace_plane
from engine.spec.specs import LayerSpec, NetworkSpec


def test_pixel_centres_lie_in_the_middle_of_even_pixels():
    assert pixel_centres((0.0, 1.0), 4).tolist() == [0.125, 0.375, 0.625, 0.875]


def test_the_grid_runs_along_x_first_and_upwards_and_holds_the_other_inputs():
    plane = Plane(x_axis=2, y_axis=0, x_range=(0, 2), y_range=(10, 14), fixed=(9.0, 7.0, 9.0))
    assert plane.inputs(2, 2).tolist() == [[11, 7, 0.5], [11, 7, 1.5], [13, 7, 0.5], [13, 7, 1.5]]


@pytest.mark.parametrize("outputs", [1, 3])
def test_region_and_maps_are_the_networks_answers(outputs):
    network = Network(NetworkSpec(2, (LayerSpec(5, "tanh"), LayerSpec(outputs))), seed=3)
    plane = Plane(0, 1, (-2.0, 1.0), (-1.0, 3.0), (0.0, 0.0))
    traced = trace_plane(network, plane, region=12, maps=6)
    assert traced.region.shape == (12, 12, outputs)
    assert [layer.shape for layer in traced.maps] == [(5, 6, 6), (outputs, 6, 6)]
    x, y = pixel_centres(plane.x_range, 12)[4], pixel_centres(plane.y_range, 12)[7]
    np.testing.assert_allclose(traced.region[7, 4], network.predict([[x, y]])[0], rtol=1e-13)
    x, y = pixel_centres(plane.x_range, 6)[1], pixel_centres(plane.y_range, 6)[5]
    answers = network.trace([[x, y]]).activations
    for layer, expected in zip(traced.maps, answers, strict=True):
        np.testing.assert_allclose(layer[:, 5, 1], expected[0], rtol=1e-13)


@pytest.mark.parametrize("inputs", [1, 2])
def test_with_as_many_pixels_for_both_the_region_is_what_it_is_beside_coarser_maps(inputs):
    network = Network(NetworkSpec(inputs, (LayerSpec(5, "tanh"), LayerSpec(2))), seed=3)
    plane = Plane(0, 1 if inputs > 1 else None, (-2.0, 1.0), (-1.0, 3.0), (0.0,) * inputs)
    both, alone = trace_plane(network, plane, region=8, maps=8), trace_plane(network, plane, region=8, maps=0)
    assert both.region.shape == alone.region.shape
    np.testing.assert_allclose(both.region, alone.region, rtol=1e-13)
    np.testing.assert_array_equal(both.maps[-1], np.moveaxis(both.region, 2, 0))


def test_one_input_gives_one_row_and_maps_can_be_left_out():
    network = Network(NetworkSpec(1, (LayerSpec(3), LayerSpec(1))), seed=3)
    plane = Plane(0, None, (-1.0, 1.0), (0.0, 1.0), (0.0,))
    traced = trace_plane(network, plane, region=20, maps=8)
    assert traced.region.shape == (1, 20, 1)
    assert [layer.shape for layer in traced.maps] == [(3, 1, 8), (1, 1, 8)]
    assert trace_plane(network, plane, region=20, maps=0).maps == ()


@pytest.mark.parametrize(
    ("ranges", "widened"),
    [
        (((0, 1), (0, 1)), ((0, 1), (0, 1))),
        (((0, 1), (10, 13)), ((-1, 2), (10, 13))),
        (((0, 1), (10, 13.5)), ((0, 1), (10, 13.5))),  # more than three times as long
        (((0, 2), (0, 1), (-3, 0)), ((-0.5, 2.5), (-1, 2), (-3, 0))),
        (((0, 1e-320), (0, 1e-320)), ((0, 1e-320), (0, 1e-320))),
        (((-1e308, 1e308), (-1e308, 1e308)), ((-1e308, 1e308), (-1e308, 1e308))),
    ],
)
def test_ranges_that_can_share_a_scale_become_as_long_as_the_longest(ranges, widened):
    assert on_one_scale(*ranges) == widened
