"""Networks of growing depth, trained together (lecture row L7)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import DatasetSpec, EngineError, Network, Trainer
from engine.project.comparison import (
    COUNTEREXAMPLE,
    NO_HIDDEN,
    ONE_HIDDEN,
    RBF,
    TWO_HIDDEN,
    CandidateMoment,
    Comparison,
    ComparisonSetup,
)


def by_name(comparison: Comparison) -> dict[str, CandidateMoment]:
    return {candidate.name: candidate for candidate in comparison.moment(64).candidates}


def test_on_xor_no_hidden_layer_fails_and_hidden_layers_learn() -> None:
    comparison = Comparison(ComparisonSetup())
    comparison.advance(1000)
    found = by_name(comparison)
    assert [found[name].n_right for name in (ONE_HIDDEN, TWO_HIDDEN, RBF)] == [4, 4, 4]
    assert found[NO_HIDDEN].n_right is not None
    assert found[NO_HIDDEN].n_right < 4
    assert found[NO_HIDDEN].undecided, "the best line is none: ½ everywhere"
    assert found[NO_HIDDEN].loss_sum == pytest.approx(0.5, abs=1e-6)
    assert found[ONE_HIDDEN].sizes == (2, 4, 1)
    assert found[TWO_HIDDEN].sizes == (2, 4, 4, 1)


def test_one_line_makes_a_half_plane_on_what_it_can_separate() -> None:
    comparison = Comparison(ComparisonSetup(DatasetSpec("and")))
    comparison.advance(300)
    shape = by_name(comparison)[NO_HIDDEN].shape
    assert shape is not None
    assert shape.half_plane


def test_the_counterexample_is_learned_by_one_hidden_layer_in_two_parts() -> None:
    comparison = Comparison(COUNTEREXAMPLE)
    comparison.advance(2000)
    found = by_name(comparison)[ONE_HIDDEN]
    assert found.n_right == comparison.data.n_samples
    assert found.shape is not None
    assert found.shape.parts == 2
    assert not found.shape.convex


def test_everything_is_what_each_network_alone_would_learn() -> None:
    setup = ComparisonSetup(DatasetSpec("circles", n_samples=60, seed=3), units=5, seed=7)
    together = Comparison(setup)
    starts = {name: trainer.network.parameters.copy() for name, trainer in together.trainers.items()}
    np.testing.assert_array_equal(starts[TWO_HIDDEN], Network(together.trainers[TWO_HIDDEN].network.spec, 7).parameters)
    for epochs in (1, 20, 9):
        together.advance(epochs)
    assert together.epoch == 30
    for name, trainer in together.trainers.items():
        alone = Network(trainer.network.spec, parameters=starts[name])
        alone.trainable[:] = trainer.network.trainable
        Trainer(alone, setup.data.build(), trainer.training).run(epochs=30)
        np.testing.assert_array_equal(alone.parameters, trainer.network.parameters, err_msg=name)


def test_regions_are_the_networks_answers_on_the_plane() -> None:
    comparison = Comparison(ComparisonSetup(DatasetSpec("moons", n_samples=40)))
    comparison.advance(5)
    moment = comparison.moment(16)
    (left, right), (bottom, top) = moment.plane.x_range, moment.plane.y_range
    assert (left < moment.data.inputs[:, 0]).all()
    assert (moment.data.inputs[:, 0] < right).all()
    assert (bottom < moment.data.inputs[:, 1]).all()
    assert (moment.data.inputs[:, 1] < top).all()
    for candidate in moment.candidates:
        network = comparison.trainers[candidate.name].network
        lowest_left = [[left + (right - left) / 32, bottom + (top - bottom) / 32]]
        assert candidate.region[0, 0] == pytest.approx(network.predict(lowest_left)[0], rel=1e-12)


def test_several_classes_are_compared_without_a_shape() -> None:
    comparison = Comparison(ComparisonSetup(DatasetSpec("blobs", n_samples=60, n_classes=3)))
    comparison.advance(20)
    moment = comparison.moment(16)
    assert all(candidate.region.shape == (16, 16, 3) for candidate in moment.candidates)
    assert all(candidate.shape is None for candidate in moment.candidates)


def test_data_that_cannot_be_compared_are_refused_with_a_sentence() -> None:
    with pytest.raises(EngineError, match="two inputs; this set has 3"):
        Comparison(ComparisonSetup(DatasetSpec("and3")))
    with pytest.raises(EngineError, match="empty"):
        Comparison(ComparisonSetup(DatasetSpec("custom")))


def test_a_network_that_diverges_stands_still_and_the_others_go_on() -> None:
    values = DatasetSpec("custom", inputs=[[0.0, 1.0], [1.0, -1.0], [2.0, 3.0]], targets=[[1e160], [0.0], [5.0]])
    comparison = Comparison(replace(ComparisonSetup(), data=values))
    comparison.advance(3)
    found = by_name(comparison)
    assert found[NO_HIDDEN].diverged
    comparison.advance(3)
    assert found[NO_HIDDEN].curve is not None


def test_the_rbf_units_stay_where_k_means_has_put_them() -> None:
    comparison = Comparison(COUNTEREXAMPLE)
    network = comparison.trainers[RBF].network
    before = network.parameters[: network.spec.n_rbf_parameters].copy()
    comparison.advance(200)
    np.testing.assert_array_equal(network.parameters[: network.spec.n_rbf_parameters], before)
    assert by_name(comparison)[RBF].loss_sum < 15


def test_the_regions_are_of_a_plane_with_one_scale_around_all_samples() -> None:
    comparison = Comparison(ComparisonSetup(DatasetSpec("moons", n_samples=60)))
    plane, inputs = comparison.plane, comparison.data.raw_inputs
    (left, right), (bottom, top) = plane.x_range, plane.y_range
    assert right - left == pytest.approx(top - bottom)  # each is shown as a square
    assert left < inputs[:, 0].min() < inputs[:, 0].max() < right
    assert bottom < inputs[:, 1].min() < inputs[:, 1].max() < top
