"""Networks of growing depth, raced on the same data (lecture row L7)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import DatasetSpec, EngineError, Network, Trainer
from engine.project.race.depth import COUNTEREXAMPLE, NO_HIDDEN, ONE_HIDDEN, RBF, TWO_HIDDEN, DepthPlan
from engine.project.race.moment import RaceMoment, RaceView
from engine.project.race.race import Race


def moment_of(race: Race, pixels: int = 64) -> RaceMoment:
    return RaceView(race).moment(pixels)


def trainer_of(race: Race, name: str) -> Trainer:
    return next(runner.trainer for runner in race.runners if runner.name == name)


def test_on_xor_no_hidden_layer_fails_and_hidden_layers_learn() -> None:
    race = Race(DepthPlan())
    race.advance(1000)
    found = moment_of(race)
    assert [found[name].n_right for name in (ONE_HIDDEN, TWO_HIDDEN, RBF)] == [4, 4, 4]
    assert found[NO_HIDDEN].n_right is not None
    assert found[NO_HIDDEN].n_right < 4
    assert found[NO_HIDDEN].undecided, "the best line is none: ½ everywhere"
    assert found[NO_HIDDEN].loss_sum == pytest.approx(0.5, abs=1e-6)
    assert found[ONE_HIDDEN].sizes == (2, 4, 1)
    assert found[TWO_HIDDEN].sizes == (2, 4, 4, 1)


def test_one_line_makes_a_half_plane_on_what_it_can_separate() -> None:
    race = Race(DepthPlan(DatasetSpec("and")))
    race.advance(300)
    shape = moment_of(race)[NO_HIDDEN].shape
    assert shape is not None
    assert shape.half_plane


def test_the_counterexample_is_learned_by_one_hidden_layer_in_two_parts() -> None:
    race = Race(COUNTEREXAMPLE)
    race.advance(2000)
    found = moment_of(race)[ONE_HIDDEN]
    assert found.n_right == race.data.n_samples
    assert found.shape is not None
    assert found.shape.parts == 2
    assert not found.shape.convex


def test_the_start_is_that_of_the_seed() -> None:
    race = Race(DepthPlan(seed=7))
    start = race.runners[2].project.start.make_network()
    np.testing.assert_array_equal(start.parameters, Network(start.spec, 7).parameters)
    np.testing.assert_array_equal(trainer_of(race, TWO_HIDDEN).network.parameters, start.parameters)


def test_regions_are_the_networks_answers_on_the_plane() -> None:
    race = Race(DepthPlan(DatasetSpec("moons", n_samples=40)))
    race.advance(5)
    moment = moment_of(race, 16)
    assert moment.plane is not None
    (left, right), (bottom, top) = moment.plane.x_range, moment.plane.y_range
    assert (left < moment.data.inputs[:, 0]).all()
    assert (moment.data.inputs[:, 0] < right).all()
    assert (bottom < moment.data.inputs[:, 1]).all()
    assert (moment.data.inputs[:, 1] < top).all()
    for contender in moment.contenders:
        assert contender.region is not None
        lowest_left = [[left + (right - left) / 32, bottom + (top - bottom) / 32]]
        answer = trainer_of(race, contender.name).network.predict(lowest_left)[0]
        assert contender.region[0, 0] == pytest.approx(answer, rel=1e-12)


def test_several_classes_are_compared_without_a_shape_and_with_numbers() -> None:
    race = Race(DepthPlan(DatasetSpec("blobs", n_samples=60, n_classes=3)))
    race.advance(20)
    moment = RaceView(race).moment(16)
    for contender in moment.contenders:
        assert contender.region is not None
        assert contender.region.shape == (16, 16, 3)
        assert contender.shape is None
        assert contender.numbers is not None
        assert sum(region.share for region in contender.numbers.regions) == pytest.approx(1)


def test_more_than_two_inputs_race_without_regions() -> None:
    race = Race(DepthPlan(DatasetSpec("and3")))
    race.advance(200)
    moment = moment_of(race)
    assert moment.plane is None
    assert all(contender.region is None and contender.shape is None for contender in moment.contenders)
    assert moment[NO_HIDDEN].n_right == 8


def test_an_empty_set_is_refused_with_a_sentence() -> None:
    with pytest.raises(EngineError, match="empty"):
        Race(DepthPlan(DatasetSpec("custom")))


def test_a_network_that_diverges_stands_still_and_the_others_go_on() -> None:
    values = DatasetSpec("custom", inputs=[[0.0, 1.0], [1.0, -1.0], [2.0, 3.0]], targets=[[1e160], [0.0], [5.0]])
    race = Race(replace(DepthPlan(), dataset=values))
    race.advance(3)
    assert moment_of(race)[NO_HIDDEN].diverged
    assert race.is_in_step
    race.advance(3)
    assert race.target == 6


def test_the_rbf_units_stay_where_k_means_has_put_them() -> None:
    race = Race(COUNTEREXAMPLE)
    network = trainer_of(race, RBF).network
    before = network.parameters[: network.spec.n_rbf_parameters].copy()
    race.advance(200)
    np.testing.assert_array_equal(network.parameters[: network.spec.n_rbf_parameters], before)
    assert moment_of(race)[RBF].loss_sum < 15


def test_the_regions_are_of_a_plane_with_one_scale_around_all_samples() -> None:
    race = Race(DepthPlan(DatasetSpec("moons", n_samples=60)))
    plane, inputs = RaceView(race).plane, race.data.raw_inputs
    assert plane is not None
    (left, right), (bottom, top) = plane.x_range, plane.y_range
    assert right - left == pytest.approx(top - bottom)  # each is shown as a square
    assert left < inputs[:, 0].min() < inputs[:, 0].max() < right
    assert bottom < inputs[:, 1].min() < inputs[:, 1].max() < top
