"""Two moments of a hand-set network differ exactly where a person says that they do."""

from __future__ import annotations

import numpy as np

from engine import DatasetSpec, LayerSpec, NetworkSpec, Trainer, TrainingSpec
from engine.analysis.two_moments import Moment, two_moments
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.network import Network

PLANE = Plane(0, 1, (0.0, 1.0), (0.0, 1.0), (0.0, 0.0))
ONE_UNIT = NetworkSpec(2, (LayerSpec(1, "step"),))
PIXELS = (20, 10)


def moment(network: NetworkSpec, parameters: list[float], epoch: int = 0) -> Moment:
    return Moment(network, np.array(parameters), epoch)


def test_a_line_that_moves_changes_the_strip_between_both_places() -> None:
    """x₁ ≥ 0.25, then x₁ ≥ 0.75: half the square answers otherwise, and half of the unit's map."""
    data = Dataset([[0.5, 0.5], [0.9, 0.1], [0.1, 0.9]], [[0], [1], [0]])
    found = two_moments(
        moment(ONE_UNIT, [1, 0, -0.25]), moment(ONE_UNIT, [1, 0, -0.75]), data, PLANE, "squared_error", PIXELS
    )
    assert found.share == 0.5
    assert found.changed[:, 5:15].all()
    assert not found.changed[:, :5].any()
    np.testing.assert_array_equal(found.units[0], [0.5])
    assert (found.newly_right, found.newly_wrong) == ((0,), ())
    assert (found.first.n_right, found.second.n_right) == (2, 3)
    assert (found.first.loss_sum, found.second.loss_sum) == (0.5, 0.0)


def test_classes_and_real_values_and_another_network() -> None:
    data = DatasetSpec("iris").build()
    network = NetworkSpec(4, (LayerSpec(3, "softmax"),))
    start = Network(network, seed=0).parameters
    plane = Plane(2, 3, (1.0, 7.0), (0.0, 2.5), (5.8, 3.0, 0.0, 0.0))
    found = two_moments(Moment(network, start, 0), Moment(network, start, 5), data, plane, "cross_entropy", PIXELS)
    assert found.share == 0
    assert not found.newly_right + found.newly_wrong
    other = NetworkSpec(4, (LayerSpec(2), LayerSpec(3, "softmax")))
    wider = Moment(other, Network(other, seed=1).parameters, 0)
    assert two_moments(Moment(network, start, 0), wider, data, plane, "cross_entropy", PIXELS).units == ()

    values = Dataset([[0, 0], [1, 1], [0, 1]], [[0.0], [10.0], [4.0]])
    linear = NetworkSpec(2, (LayerSpec(1, "linear"),))
    found = two_moments(moment(linear, [0, 0, 2]), moment(linear, [2, 0, 2]), values, PLANE, "squared_error", PIXELS)
    assert found.first.right is None
    np.testing.assert_array_equal(found.changed[0], np.arange(20) >= 10)  # 2·x₁ is above a tenth of 10 from 0.5 on


def test_of_a_run_the_answers_are_those_of_the_trainer() -> None:
    data = DatasetSpec("xor").build()
    spec = NetworkSpec(2, (LayerSpec(4), LayerSpec(1)))
    trainer = Trainer(Network(spec, seed=3), data, TrainingSpec())
    moments = []
    for epochs in (0, 400):
        trainer.run(epochs)
        moments.append(Moment(spec, trainer.network.parameters.copy(), trainer.epoch))
    found = two_moments(*moments, data, PLANE, "squared_error", PIXELS)  # type: ignore[misc]
    assert found.second.loss_sum == trainer.snapshot().loss_sum
    assert [len(each) for each in found.units] == [4, 1]
    assert all((each > 0).all() for each in found.units)
