"""What the network sees of the user's columns: worked numbers, no leak from test samples, and refusals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine import DatasetSpec, EngineError, Network, NetworkSpec, Trainer, TrainingSpec
from engine.analysis.separability import unit_separability
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.data.preprocessing import Preprocessing, checked
from engine.network.plane_trace import trace_plane
from engine.network.probing import map_unit, pass_values
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec

TWO = ("x1", "x2")
INPUTS = np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 50.0], [6.0, 110.0]])
OWN = DatasetSpec("custom", inputs=FrozenArray(INPUTS), targets=FrozenArray([[0.0], [1.0], [0.0], [1.0]]))


def test_without_a_wish_the_network_sees_the_very_same_array() -> None:
    data = DatasetSpec("moons").build()
    assert data.inputs is data.raw_inputs
    assert data.test_inputs is data.raw_test_inputs
    assert data.preprocessing.is_plain
    assert data.preprocessing.apply(data.inputs) is data.inputs
    assert data.input_names == data.raw_input_names == TWO


def test_standardising_subtracts_the_mean_and_divides_by_the_standard_deviation() -> None:
    data = replace(OWN, scaling="standardise").build()
    assert data.preprocessing.centres == (3.0, 50.0)
    assert data.preprocessing.spreads == pytest.approx((3.5**0.5, 1400**0.5), rel=1e-15)  # (4+1+0+9)/4, population
    assert data.inputs[:, 0] == pytest.approx(np.array([-2, -1, 0, 3]) / 3.5**0.5, rel=1e-15)
    assert np.array_equal(data.raw_inputs, INPUTS)
    assert data.input_names == ("x₁′", "x₂′")
    assert data.raw_input_names == TWO


def test_min_max_brings_every_column_to_0_to_1() -> None:
    data = replace(OWN, scaling="min_max").build()
    assert data.inputs.tolist() == [[0.0, 0.0], [0.2, 0.2], [0.4, 0.4], [1.0, 1.0]]


def test_scaling_is_learned_from_the_training_samples_alone() -> None:
    spec = replace(OWN, test_inputs=FrozenArray([[1000.0, 0.0]]), test_targets=FrozenArray([[1.0]]))
    data = replace(spec, scaling="min_max").build()
    assert (data.preprocessing.centres, data.preprocessing.spreads) == ((1.0, 10.0), (5.0, 100.0))
    assert data.test_inputs.tolist() == [[999 / 5, -0.1]]
    assert data.raw_test_inputs.tolist() == [[1000.0, 0.0]]


def test_a_column_that_is_the_same_everywhere_becomes_0_and_not_infinite() -> None:
    inputs = np.column_stack([np.full(7, 0.1), np.arange(7.0)])
    for scaling in ("standardise", "min_max"):
        spec = DatasetSpec("custom", inputs=FrozenArray(inputs), targets=FrozenArray(np.eye(7)[:, :1]))
        seen = replace(spec, scaling=scaling).build().inputs[:, 0]
        assert np.abs(seen).max() < 1e-15


def test_features_stand_behind_the_inputs_or_in_their_place() -> None:
    spec = replace(OWN, features=("x1^2", "x1*x2"))
    data = spec.build()
    assert (data.n_raw_inputs, data.n_inputs) == (2, 4)
    assert data.inputs[1].tolist() == [2.0, 30.0, 4.0, 60.0]
    assert data.input_names == ("x1", "x2", "x₁²", "x₁·x₂")
    alone = replace(spec, keeps_inputs=False).build()
    assert alone.inputs[1].tolist() == [4.0, 60.0]
    assert alone.input_names == ("x₁²", "x₁·x₂")


def test_scaling_comes_after_the_features() -> None:
    data = replace(OWN, features=("x1^2",), keeps_inputs=False, scaling="min_max").build()
    assert data.inputs[:, 0] == pytest.approx((np.array([1, 4, 9, 36]) - 1) / 35, rel=1e-15)
    assert data.input_names == ("x₁²′",)


@given(arrays(np.float64, st.tuples(st.integers(1, 40), st.just(2)), elements=st.floats(-50, 50)))
def test_row_by_row_is_the_whole_to_the_bit(raw: np.ndarray) -> None:
    features = ("x1^2", "x1*x2", "sin(x1)", "sqrt(x1^2+x2^2)", "exp(-x2^2)", "tanh(x1)^3", "x1^0.5^2")
    seen = Preprocessing(TWO, features, scaling="standardise", centres=(0.3,) * 9, spreads=(1.7,) * 9)
    whole = seen.apply(raw)
    rows = np.vstack([seen.apply(row[np.newaxis]) for row in raw])
    assert np.array_equal(whole, rows, equal_nan=True)


def test_the_region_is_what_the_network_answers_to_the_preprocessed_points() -> None:
    data = replace(OWN, features=("sin(x1)", "x2²"), scaling="standardise").build()
    network = Network(NetworkSpec(4, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid"))), seed=3)
    plane = Plane(0, 1, (0.0, 8.0), (0.0, 120.0), (0.0, 0.0))
    traced = trace_plane(network, plane, 12, 6, data.preprocessing)
    pixel = plane.inputs(12, 12)[5 * 12 + 7]
    seen = data.preprocessing.apply(pixel[np.newaxis])
    assert traced.region[5, 7] == pytest.approx(network.predict(seen)[0], rel=1e-14)
    hidden = network.trace(data.preprocessing.apply(plane.inputs(6, 6))).activations[0]
    assert np.array_equal(traced.maps[0][2].ravel(), hidden[:, 2])
    unit = map_unit(network, plane, 0, 2, 6, preprocessing=data.preprocessing)
    assert np.allclose(unit.values.ravel(), hidden[:, 2], rtol=1e-14)
    passed = pass_values(network, pixel, data.preprocessing)
    assert np.array_equal(passed.raw_inputs, pixel)
    assert np.array_equal(passed.inputs, seen[0])


def test_gradients_through_a_preprocessed_set_are_those_of_finite_differences() -> None:
    data = replace(OWN, features=("sin(x1)", "x1*x2"), scaling="standardise").build()
    network = Network(NetworkSpec(4, (LayerSpec(3, "tanh"), LayerSpec(1, "sigmoid"))), seed=5)
    gradient = network.gradient(data.inputs, data.targets, "squared_error")
    start, step = network.parameters.copy(), 1e-6
    for place in range(len(start)):
        losses = []
        for sign in (1, -1):
            network.parameters[:] = start
            network.parameters[place] += sign * step
            outputs = network.predict(data.preprocessing.apply(data.raw_inputs))
            losses.append(0.5 * float(((outputs - data.targets) ** 2).sum()) / data.n_samples)
        assert gradient[place] == pytest.approx((losses[0] - losses[1]) / (2 * step), rel=1e-5, abs=1e-9)


def test_a_single_unit_learns_a_circle_from_squares() -> None:
    spec = DatasetSpec("circles", n_samples=100, features=("x1^2", "x2^2"), keeps_inputs=False, scaling="min_max")
    data = spec.build()
    training = TrainingSpec(learning_rate=5.0, batch_size=None, max_epochs=2000)
    trainer = Trainer(Network(NetworkSpec(2, (LayerSpec(1, "sigmoid"),)), seed=1), data, training)
    trainer.run()
    assert trainer.snapshot().n_right == 100


def test_lines_go_to_raw_units_and_back() -> None:
    seen = replace(OWN, scaling="standardise").build().preprocessing
    weights, bias = np.array([0.7, -1.3]), 0.4
    raw, raw_bias = seen.raw_line(weights, bias)
    for point in ([1.0, 2.0], [-3.0, 55.0]):
        expected = float(seen.apply([point])[0] @ weights + bias)
        assert float(np.array(point) @ raw + raw_bias) == pytest.approx(expected, rel=1e-12)
    again, bias_again = seen.seen_line(raw, raw_bias)
    assert again == pytest.approx(weights, rel=1e-14)
    assert bias_again == pytest.approx(bias, rel=1e-12)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"features": ("log(x1 - 2)",)}, "Sample 1 (1, 10): log(x₁ − 2) has no finite value there"),
        ({"features": ("x1^2", "x9")}, "Feature 2 (x9): Character 1: there is no input x9"),
        ({"features": ("x1^2", "x1²")}, "stands there twice"),
        ({"features": tuple(f"x1+{k}" for k in range(33))}, "32 derived features; these are 33"),
        ({"scaling": "whiten"}, "There is no scaling 'whiten'"),
        ({"inputs": FrozenArray(INPUTS * 1e306), "scaling": "standardise"}, "too large to be scaled"),
        ({"features": ("(" * 100 + "x1" + ")" * 100,)}, "within each other"),
        ({"features": ("x1+" * 200 + "x1",)}, "characters"),
    ],
)
def test_what_cannot_work_is_refused_in_a_sentence(changes: dict[str, object], words: str) -> None:
    with pytest.raises(EngineError) as error:
        replace(OWN, **changes).build()  # type: ignore[arg-type]
    assert words in str(error.value)


def test_the_sample_that_has_no_feature_is_counted_through_the_test_samples() -> None:
    spec = replace(OWN, test_inputs=FrozenArray([[5.0, 1.0], [0.0, 1.0]]), test_targets=FrozenArray([[1.0], [1.0]]))
    with pytest.raises(EngineError, match=r"Sample 6 \(0, 1\)"):
        replace(spec, features=("1/x1",)).build()


def test_an_empty_set_can_be_scaled_and_waits_for_its_first_point() -> None:
    empty = Dataset(np.empty((0, 2)), np.empty((0, 1)))
    data = empty.seen_through(checked(Preprocessing(TWO, ("x1^2",), scaling="standardise")))
    assert data.inputs.shape == (0, 3)
    assert data.preprocessing.apply([[2.0, 3.0]]).tolist() == [[2.0, 3.0, 4.0]]


def test_a_prime_belongs_to_the_whole_of_a_scaled_feature() -> None:
    features = ("x1*x2", "sin(3*x1)", "x1^2", "sqrt(x1)+1")
    scaled = Preprocessing(TWO, features, keeps_inputs=False, scaling="standardise")
    assert scaled.names == ("(x₁·x₂)′", "sin(3·x₁)′", "x₁²′", "(√(x₁) + 1)′")


def test_a_product_makes_xor_separable_for_what_the_network_sees() -> None:
    plain, helped = DatasetSpec("xor").build(), DatasetSpec("xor", features=("x1*x2",)).build()
    assert [verdict.separable for verdict in unit_separability(plain)] == [False]
    assert [verdict.separable for verdict in unit_separability(helped)] == [True]
    training = TrainingSpec("perceptron", learning_rate=0.5, stop_when_all_right=True, max_epochs=200)
    trainer = Trainer(Network(NetworkSpec(3, (LayerSpec(1, "step"),)), seed=2), helped, training)
    trainer.run()
    assert trainer.snapshot().n_right == 4
