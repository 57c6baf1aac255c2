from __future__ import annotations

import numpy as np
import pytest
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

from engine.data.datasets import DatasetSpec
from engine.data.plane import Plane
from engine.data.principal_components import PrincipalAxes, principal_axes
from engine.network.network import Network
from engine.network.plane_trace import trace_plane

SQUARE = (-2.0, 2.0)


def axes_of(name: str) -> tuple[np.ndarray, PrincipalAxes]:
    inputs = DatasetSpec(name).build().raw_inputs
    axes = principal_axes(inputs)
    assert axes is not None
    return inputs, axes


@pytest.mark.parametrize("name", ["iris", "wine", "digits"])
def test_components_are_those_of_scikit_learn_up_to_their_sign(name: str) -> None:
    inputs, axes = axes_of(name)
    known = PCA().fit(StandardScaler().fit_transform(inputs))
    count = min(axes.count, 20)
    np.testing.assert_allclose(axes.shares[:count], known.explained_variance_ratio_[:count], rtol=1e-9)
    along = np.abs(np.sum(axes.directions[:count] * known.components_[:count], axis=1))
    np.testing.assert_allclose(along, 1.0, atol=1e-7)
    assert axes.shares.sum() == pytest.approx(1.0)


def test_the_first_two_components_of_iris_explain_73_and_23_percent() -> None:
    shares = axes_of("iris")[1].shares
    assert [round(100 * share) for share in shares[:2]] == [73, 23]


def test_the_sign_of_a_component_is_such_that_its_largest_number_is_positive() -> None:
    for name in ("iris", "wine", "digits"):
        directions = axes_of(name)[1].directions
        assert (np.take_along_axis(directions, np.abs(directions).argmax(axis=1)[:, None], axis=1) > 0).all()
    assert axes_of("iris")[1].directions.tobytes() == axes_of("iris")[1].directions.tobytes()


def test_columns_that_never_vary_have_no_part() -> None:
    inputs, axes = axes_of("digits")
    constant = np.ptp(inputs, axis=0) == 0
    assert constant.sum() == 3
    assert axes.count == 61
    np.testing.assert_allclose(axes.directions[:, constant], 0.0, atol=1e-12)
    plane = axes.plane((0, 1), SQUARE, SQUARE)
    assert (plane.inputs(5, 5)[:, constant] == inputs[0, constant]).all()


@pytest.mark.parametrize(
    "inputs", [np.zeros((9, 3)), np.zeros((0, 4)), [[1.0, 2.0], [2.0, 4.0]], [[0.0, 1], [1, 1], [2, 1]]]
)
def test_there_are_no_components_where_fewer_than_two_columns_vary_or_samples_are_few(inputs: object) -> None:
    assert principal_axes(np.asarray(inputs)) is None


def test_the_plane_passes_through_the_mean_and_projection_finds_its_own_points_again() -> None:
    inputs, axes = axes_of("wine")
    plane = axes.plane((0, 2), (-3.0, 5.0), SQUARE)
    np.testing.assert_allclose(plane.point(0.0, 0.0), inputs.mean(axis=0))
    rows = plane.inputs(7, 5)
    places = plane.places(rows)
    np.testing.assert_allclose(places[:7, 0], -3 + (np.arange(7) + 0.5) * 8 / 7, atol=1e-12)
    np.testing.assert_allclose(places[::7, 1], -2 + (np.arange(5) + 0.5) * 4 / 5, atol=1e-12)
    np.testing.assert_allclose(plane.point(*places[9]), rows[9])


def test_samples_are_projected_to_their_scores() -> None:
    inputs, axes = axes_of("iris")
    scores = axes.plane((0, 1), SQUARE, SQUARE).places(inputs)
    known = PCA(2).fit_transform(StandardScaler().fit_transform(inputs))
    np.testing.assert_allclose(np.abs(scores), np.abs(known), atol=1e-9)


def test_planes_along_components_compare_by_content_and_those_along_inputs_are_as_before() -> None:
    _, axes = axes_of("iris")
    assert axes.plane((0, 1), SQUARE, SQUARE) == axes_of("iris")[1].plane((0, 1), SQUARE, SQUARE)
    assert axes.plane((0, 1), SQUARE, SQUARE) != axes.plane((0, 2), SQUARE, SQUARE)
    plain = Plane(2, 0, (0.0, 2.0), (1.0, 3.0), (9.0, 7.0, 9.0))
    assert plain.point(0.5, 1.5).tolist() == [1.5, 7.0, 0.5]
    assert plain.places(np.array([[1.0, 2.0, 3.0]])).tolist() == [[3.0, 1.0]]
    assert plain.lies_along(Plane(2, 0, SQUARE, SQUARE, (0.0, 0.0, 0.0)))
    assert not axes.plane((0, 1), SQUARE, SQUARE).lies_along(Plane(0, 1, SQUARE, SQUARE, (0.0,) * 4))


def test_the_region_on_the_plane_is_what_the_network_answers_there() -> None:
    from engine.project.demos import demo

    _, axes = axes_of("wine")
    project = demo("wine")
    data, network = project.dataset.build(), Network(project.network, seed=1)
    plane = axes.plane((0, 1), SQUARE, SQUARE)
    trace = trace_plane(network, plane, 16, 0, data.preprocessing)
    rows = plane.inputs(16, 16)
    assert np.array_equal(trace.region.reshape(256, 3), network.predict(data.preprocessing.apply(rows)))
