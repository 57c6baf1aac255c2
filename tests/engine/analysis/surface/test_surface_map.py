"""The map over a plane: closed forms, the run on it, minima and saddles, steps, widths and limits."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Dataset, EngineError, LayerSpec, Network, NetworkSpec
from engine.analysis.surface.critical_points import critical_points
from engine.analysis.surface.directions import weight_direction
from engine.analysis.surface.run_path import RunPath
from engine.analysis.surface.surface_map import SurfaceMap, grid_sizes, surface_map

UNIT = NetworkSpec(1, (LayerSpec(1, "linear"),))
POINTS = Dataset([[0.0], [1.0], [3.0]], [[1.0], [2.0], [2.0]])
AXES = np.eye(2)
RANGES = ((-4.0, 4.0), (-4.0, 4.0))


def unit_map(n: int = 41, **more: object) -> SurfaceMap:
    network = Network(UNIT, parameters=[2.0, -1.0])
    found = surface_map(network, POINTS, "squared_error", AXES, RANGES, n, **more)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_a_linear_units_surface_is_its_quadratic_form() -> None:
    """E(w, b) = ½ · mean (w x + b − d)² with x = 0, 1, 3 and d = 1, 2, 2."""
    found = unit_map()
    w, b = np.meshgrid(found.first, found.second, indexing="ij")
    by_hand = (10 * w**2 + 3 * b**2 + 8 * w * b - 16 * w - 10 * b + 9) / 6
    assert found.losses == pytest.approx(by_hand)
    assert found.place.tolist() == [2.0, -1.0]
    assert found.loss == pytest.approx((40 + 3 - 16 - 32 + 10 + 9) / 6)
    assert found.descent == pytest.approx(np.array([-(20 * 2 + 8 * -1 - 16) / 6, -(6 * -1 + 8 * 2 - 10) / 6]))


def test_its_minimum_is_the_least_squares_line() -> None:
    slope, height = np.polyfit([0.0, 1.0, 3.0], [1.0, 2.0, 2.0], 1)
    (point,) = unit_map(finds_points=True).points or ()
    assert point.kind == "minimum"
    assert (point.first, point.second) == pytest.approx((slope, height), abs=1e-7)
    beside = np.array([1.0, 2.0, 2.0]) - (slope * np.array([0.0, 1.0, 3.0]) + height)
    assert point.loss == pytest.approx(float((beside**2).sum()) / 6)


def test_minima_and_saddles_of_a_known_landscape() -> None:
    """(x² − 1)² + y² has minima at (±1, 0) and a saddle at (0, 0); turned, so that no axis lies along them."""
    turn = np.array([[0.8, 0.6], [-0.6, 0.8]])

    def losses(points: np.ndarray) -> np.ndarray:
        x, y = (points @ turn.T).T
        return np.asarray((x**2 - 1) ** 2 + y**2 + 0.1 * x)

    line = np.linspace(-2, 2, 60)
    grid = losses(np.column_stack([np.repeat(line, 60), np.tile(line, 60)])).reshape(60, 60)
    found = critical_points(losses, line, line, grid)
    assert [point.kind for point in found] == ["minimum", "minimum", "saddle"]
    x = np.sort(np.roots([4.0, 0.0, -4.0, 0.1]).real)
    for point, at in zip(found, (x[0], x[2], x[1]), strict=True):
        assert (point.first, point.second) == pytest.approx(tuple(np.array([at, 0.0]) @ turn), abs=1e-6)
        assert point.loss == pytest.approx((at**2 - 1) ** 2 + 0.1 * at, abs=1e-9)


def test_a_valley_floor_a_slope_and_steps_have_no_minima() -> None:
    line = np.linspace(-2, 2, 41)
    x, y = np.meshgrid(line, line, indexing="ij")
    for losses in (
        lambda p: (p[:, 0] - 0.37 * p[:, 1]) ** 2,
        lambda p: p[:, 0] + 2 * p[:, 1],
        lambda p: np.round(p[:, 0] ** 2 + p[:, 1] ** 2),
    ):
        grid = losses(np.column_stack([x.ravel(), y.ravel()])).reshape(41, 41)
        assert critical_points(losses, line, line, grid) == ()


def test_the_saddle_at_zero_of_a_two_layer_line() -> None:
    """Without biases, E = ½ (v w − 1)² for x = d = 1: a saddle at (0, 0) with E = ½, and hyperbolas of minima."""
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"), LayerSpec(1, "linear"))), parameters=[0.5, 0, 0.5, 0])
    directions = np.array([weight_direction(4, 0), weight_direction(4, 2)])
    found = surface_map(
        network, Dataset([[1.0]], [[1.0]]), "squared_error", directions, ((-2.1, 1.9),) * 2, 51, finds_points=True
    )
    assert found is not None
    (saddle,) = found.points or ()
    assert (saddle.kind, saddle.loss) == ("saddle", pytest.approx(0.5))
    assert (saddle.first, saddle.second) == pytest.approx((0.0, 0.0), abs=1e-6)


def test_the_path_is_projected_and_the_place_is_the_networks_own() -> None:
    path = RunPath(np.array([0, 5]), np.array([[1.0, 2.0], [2.0, -1.0]]), np.zeros(2, dtype=bool))
    found = unit_map(3, path=path)
    assert found.path.tolist() == [[1.0, 2.0], [2.0, -1.0]]
    assert found.place.tolist() == found.path[-1].tolist()


def test_one_weight_alone_has_a_curve() -> None:
    network = Network(UNIT, parameters=[2.0, -1.0])
    found = surface_map(network, POINTS, "squared_error", AXES, ((-4.0, 4.0), (-1.0, -1.0)), 9)
    assert found is not None
    assert found.losses.shape == (9, 1)
    assert found.losses[:, 0] == pytest.approx((10 * found.first**2 + 3 - 8 * found.first - 16 * found.first + 19) / 6)


def test_step_units_have_a_surface_of_steps_and_no_descent() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "step"),)), parameters=[1.0, 0.0])
    data = Dataset([[0.0], [1.0]], [[0.0], [1.0]])
    found = surface_map(network, data, "squared_error", AXES, RANGES, 21, finds_points=True)
    assert found is not None
    assert found.descent is None
    assert set(found.losses.ravel().tolist()) == {0.0, 0.25, 0.5}
    assert found.points == ()


def test_where_a_width_is_not_positive_there_is_no_error() -> None:
    network = Network(
        NetworkSpec(1, (LayerSpec(1, "gaussian", "rbf"), LayerSpec(1, "linear"))), parameters=[0, 1, 1, 0]
    )
    directions = np.array([weight_direction(4, 1), weight_direction(4, 2)])
    found = surface_map(network, POINTS, "squared_error", directions, ((-1.0, 1.0),) * 2, 5)
    assert found is not None
    assert np.isnan(found.losses).all(axis=1).tolist() == [True, True, True, False, False]
    assert np.isfinite(found.losses[3:]).all()


def test_what_is_locked_is_not_led_anywhere() -> None:
    network = Network(UNIT, parameters=[2.0, -1.0])
    network.trainable[0] = False
    found = surface_map(network, POINTS, "squared_error", AXES, RANGES, 3)
    assert found is not None
    assert found.descent is not None
    assert found.descent[0] == 0.0


def test_it_can_be_cancelled() -> None:
    network = Network(UNIT)
    assert surface_map(network, POINTS, "squared_error", AXES, RANGES, 9, is_cancelled=lambda: True) is None


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (Dataset(np.zeros((0, 1)), np.zeros((0, 1))), "no samples"),
        (Dataset(np.zeros((2, 3)), np.zeros((2, 1))), "do not fit"),
    ],
)
def test_what_has_no_loss_is_an_engine_error(data: Dataset, part: str) -> None:
    with pytest.raises(EngineError, match=part):
        surface_map(Network(UNIT), data, "squared_error", AXES, RANGES, 3)


def test_large_networks_have_coarser_pictures_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def sizes(n_samples: int, n_inputs: int, *units: int) -> tuple[int, ...]:
        return grid_sizes(NetworkSpec(n_inputs, tuple(LayerSpec(count) for count in units)), n_samples)

    monkeypatch.setattr("engine.analysis.surface.surface_map.COMPILED", False)
    assert sizes(4, 2, 4, 1) == (31, 91, 181)
    assert sizes(200, 2, 8, 8, 1) == (15,)
    monkeypatch.setattr("engine.analysis.surface.surface_map.COMPILED", True)
    assert sizes(4, 2, 4, 1) == (31, 91, 181)
    assert sizes(1797, 64, 32, 10) == (15, 31, 91), "coarse at once, then fine"
    assert sizes(2000, 784, 64, 10) == (15, 31)
    with pytest.raises(EngineError, match="too large"):
        sizes(60_000, 784, 128, 10)
