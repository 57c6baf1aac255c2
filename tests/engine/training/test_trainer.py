"""A run goes on with the same bits however it is cut, and ends where and why it should."""

from __future__ import annotations

import math
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.dataset import Dataset
from engine.network.network import Network
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

XOR = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])
SPEC = NetworkSpec(2, (LayerSpec(4), LayerSpec(1)))


def points(n=23, n_test=0, seed=0):
    rng = np.random.default_rng(seed)
    inputs, tests = rng.normal(size=(n, 2)), rng.normal(size=(n_test, 2))
    labels = [(rows[:, :1] * rows[:, 1:] > 0).astype(float) for rows in (inputs, tests)]
    return Dataset(inputs, labels[0], tests, labels[1])


def make(data=XOR, spec=SPEC, start=1, **settings):
    return Trainer(Network(spec, seed=start), data, TrainingSpec(**settings))


def bits(trainer):
    """Everything that a run has come to, as bytes."""
    run = trainer.state()
    vectors = (run.parameters, run.rule.memory_1, run.rule.memory_2, run.finished, run.last_finite)
    numbers = (run.rule.learning_rate, run.rule.n_updates, run.rule.objective, *astuple(run.evaluation))
    parts = (*vectors, run.order, run.curve, FrozenArray([*numbers, run.n_evaluations, run.last_finite_epoch]))
    return (
        run.epoch,
        run.step,
        run.position,
        run.rng_state,
        run.stop_reason,
        trainer.loss,
        *(part.array.tobytes() for part in parts),
    )


@st.composite
def runs(draw):
    """Settings, and the lengths of the pieces that a run is cut into."""
    rule = draw(st.sampled_from(["gradient_descent", "nesterov", "adam", "rprop", "adaptive"]))
    whole = rule in {"rprop", "adaptive"}
    chosen = {
        "rule": rule,
        "learning_rate": 0.1,
        "batch_size": None if whole else draw(st.sampled_from([1, 4, 23, None])),
        "momentum": draw(st.sampled_from([0.0, 0.9])),
        "shuffle": draw(st.booleans()),
        "seed": draw(st.integers(0, 3)),
        "evaluate_every": draw(st.sampled_from([1, 3])),
        "l2": draw(st.sampled_from([0.0, 0.01])),
        "learning_rate_decay": draw(st.sampled_from([0.0, 0.03])),
    }
    return chosen, draw(st.lists(st.integers(1, 60), min_size=1, max_size=12)), draw(st.sampled_from([0, 7]))


@settings(max_examples=60)
@given(runs())
def test_a_run_has_the_same_bits_however_it_is_cut(case):
    chosen, pieces, n_test = case
    data = points(n_test=n_test)
    whole, cut, moved = (make(data, **chosen) for _ in range(3))
    whole.advance(sum(pieces))
    for updates in pieces:
        assert cut.advance(updates) == updates
        cut.snapshot()
        moved.advance(updates)
        state = moved.state()
        moved = make(data, start=9, **chosen)
        moved.restore(state)
    assert bits(cut) == bits(whole)
    assert bits(moved) == bits(whole)


@pytest.mark.parametrize("shuffle", [False, True])
def test_steps_and_epochs_and_chunks_come_to_the_same(shuffle):
    data = points()
    by_run, by_steps, by_chunk = (make(data, batch_size=5, shuffle=shuffle) for _ in range(3))
    by_run.run(epochs=20)
    for _ in range(20 * by_steps.updates_per_epoch):
        by_steps.step()
    by_chunk.advance(20 * by_chunk.updates_per_epoch)
    assert by_run.updates_per_epoch == 5
    assert by_run.epoch == 20
    assert bits(by_run) == bits(by_steps) == bits(by_chunk)


def test_a_network_large_enough_for_blas_has_the_same_bits_however_it_is_cut():
    spec = NetworkSpec(2, (LayerSpec(48, "tanh"), LayerSpec(48, "tanh"), LayerSpec(1)))
    whole, cut = (make(points(150), spec, batch_size=40, shuffle=True) for _ in range(2))
    whole.run(epochs=15)
    for updates in (1, 2, 3, 54):
        cut.advance(updates)
    assert bits(cut) == bits(whole)


def test_run_first_finishes_a_pass_begun_by_step():
    trainer, other = make(), make()
    trainer.step()
    trainer.run(epochs=3)
    other.run(epochs=3)
    assert trainer.epoch == 3
    assert bits(trainer) == bits(other)


def test_shuffling_presents_every_sample_once_a_pass_in_a_new_order():
    trainer = make(points(), shuffle=True, batch_size=1, learning_rate=0.0)
    orders = set()
    for _ in range(5):
        trainer.step()
        orders.add(tuple(trainer.state().order.array))
        trainer.advance(22)
    assert len(orders) == 5
    assert all(sorted(order) == list(range(23)) for order in orders)


def test_the_order_comes_from_the_training_seed():
    parameters = []
    for seed in (0, 0, 1):
        trainer = make(points(), shuffle=True)
        trainer.use_training(TrainingSpec(shuffle=True, seed=seed))
        trainer.run(epochs=2)
        parameters.append(trainer.network.parameters.tobytes())
    assert parameters[0] == parameters[1] != parameters[2]


def test_the_loss_is_that_of_the_last_finished_pass():
    trainer = make(points(), batch_size=5, evaluate_every=4)
    network = trainer.network
    start = network.loss(trainer.data.inputs, trainer.data.targets)
    assert trainer.loss == pytest.approx(start, rel=1e-13)
    trainer.step()
    assert trainer.loss == pytest.approx(start, rel=1e-13)
    trainer.run(epochs=6)
    after = network.loss(trainer.data.inputs, trainer.data.targets)
    assert trainer.loss == pytest.approx(after, rel=1e-13)
    trainer.step()
    assert trainer.loss == pytest.approx(after, rel=1e-13)
    assert trainer.history.epochs.tolist() == [4]


def test_the_history_holds_the_loss_after_every_pass():
    trainer, other = make(points(n_test=5)), make(points(n_test=5))
    trainer.run(epochs=6)
    losses, tests = [], []
    for _ in range(6):
        other.run(epochs=1)
        losses.append(other.network.loss(other.data.inputs, other.data.targets))
        tests.append(other.network.loss(other.data.test_inputs, other.data.test_targets))
    assert trainer.history.epochs.tolist() == [1, 2, 3, 4, 5, 6]
    np.testing.assert_allclose(trainer.history.losses, losses, rtol=1e-13)
    np.testing.assert_allclose(trainer.history.test_losses, tests, rtol=1e-13)
    assert trainer.curve().test_last.tolist() == trainer.history.test_losses.tolist()


def test_without_a_test_set_there_are_no_test_losses():
    trainer = make()
    trainer.run(epochs=2)
    assert trainer.history.test_losses.tolist() == []
    assert trainer.snapshot().test_loss is None


def test_a_snapshot_belongs_to_its_parameters_also_within_a_pass():
    trainer = make(points(n_test=9), batch_size=5)
    trainer.run(epochs=2)
    trainer.step()
    shot = trainer.snapshot(run_id=7)
    data, network = trainer.data, trainer.network
    assert (shot.run_id, shot.epoch, shot.step) == (7, 2, 1)
    assert shot.parameters.tobytes() == network.parameters.tobytes()
    assert shot.loss == pytest.approx(network.loss(data.inputs, data.targets), rel=1e-13)
    assert shot.loss_sum == pytest.approx(23 * shot.loss)
    assert shot.test_loss == pytest.approx(network.loss(data.test_inputs, data.test_targets), rel=1e-13)
    assert shot.n_right == data.right(network.predict(data.inputs)).sum()
    assert shot.accuracy == pytest.approx(shot.n_right / 23)
    right = data.right(network.predict(data.test_inputs), data.test_targets)
    assert shot.test_accuracy == pytest.approx(right.mean())
    with pytest.raises(ValueError, match="read-only"):
        shot.parameters[0] = 1.0


@pytest.mark.parametrize("activation", ["tanh", "softmax"])
def test_several_columns_are_right_when_the_largest_is(activation):
    rng = np.random.default_rng(0)
    data = Dataset(rng.normal(size=(90, 2)), np.eye(3)[rng.integers(0, 3, 90)])
    spec = NetworkSpec(2, (LayerSpec(6, "tanh"), LayerSpec(3, activation)))
    trainer = make(data, spec, batch_size=None)
    trainer.run(epochs=20)
    assert trainer.snapshot().n_right == data.right(trainer.network.predict(data.inputs)).sum()


def test_real_values_have_no_accuracy():
    trainer = make(Dataset([[0, 0], [1, 1], [2, 0]], [0.5, 0.1, 0.7]))
    trainer.run(epochs=1)
    assert trainer.snapshot().accuracy is None
    assert trainer.snapshot().n_right is None


def test_it_stops_on_the_target_error_of_the_sum_and_goes_on_when_told():
    trainer = make(target_error=0.05)
    trainer.run()
    stopped = trainer.epoch
    assert trainer.stop_reason == "target_error"
    assert 4 * trainer.loss <= 0.05
    assert 4 * trainer.history.losses[-2] > 0.05
    trainer.run()
    assert (trainer.epoch, trainer.stop_reason) == (stopped + 1, "target_error")
    assert trainer.advance(100) == 4


def test_it_stops_when_all_are_right():
    trainer = make(stop_when_all_right=True)
    trainer.run()
    assert trainer.stop_reason == "all_right"
    assert trainer.snapshot().n_right == 4
    assert trainer.snapshot().accuracy == 1.0


def test_max_epochs_ends_a_run_without_a_number_but_not_one_with_a_number():
    trainer = make(max_epochs=10, evaluate_every=4)
    trainer.run()
    assert (trainer.epoch, trainer.stop_reason) == (10, "max_epochs")
    assert trainer.history.epochs.tolist() == [4, 8, 10]
    trainer.run(epochs=7)
    assert (trainer.epoch, trainer.stop_reason) == (17, "max_epochs")
    other = make(max_epochs=10)
    assert other.advance(1000) == 40
    assert other.stop_reason == "max_epochs"


def test_a_stop_rule_holds_within_a_given_number_of_epochs():
    trainer = make(target_error=0.05)
    trainer.run(epochs=10**6)
    assert trainer.stop_reason == "target_error"


def test_a_run_that_nothing_would_end_is_refused():
    with pytest.raises(EngineError, match="number of epochs"):
        make(max_epochs=None).run()


DIVERGING = {"learning_rate": 50.0, "batch_size": 4}
LINEAR = NetworkSpec(2, (LayerSpec(4, "linear"), LayerSpec(1, "linear")))


def test_divergence_ends_the_run_at_the_last_finite_evaluation():
    trainer = make(points(), LINEAR, **DIVERGING)
    trainer.run(epochs=1000)
    assert trainer.stop_reason == "diverged"
    assert np.isfinite(trainer.network.parameters).all()
    assert math.isfinite(trainer.loss)
    epoch = trainer.epoch
    other = make(points(), LINEAR, **DIVERGING)
    other.run(epochs=epoch)
    assert other.stop_reason is None
    assert other.network.parameters.tobytes() == trainer.network.parameters.tobytes()
    assert trainer.loss == other.loss == trainer.snapshot().loss
    trainer.run(epochs=5)
    trainer.step()
    assert (trainer.epoch, trainer.stop_reason) == (epoch, "diverged")


def test_divergence_within_a_pass_is_seen_by_step():
    trainer, whole = make(points(), LINEAR, **DIVERGING), make(points(), LINEAR, **DIVERGING)
    whole.run(epochs=1000)
    for _ in range(10_000):
        trainer.step()
        assert np.isfinite(trainer.network.parameters).all()
        if trainer.stop_reason:
            break
    assert trainer.stop_reason == "diverged"
    assert trainer.network.parameters.tobytes() == whole.network.parameters.tobytes()
    assert trainer.epoch == whole.epoch


def test_a_diverged_run_goes_on_from_a_restored_state_at_a_smaller_rate():
    trainer = make(points(), LINEAR, **DIVERGING)
    start = trainer.state()
    trainer.run(epochs=1000)
    trainer.restore(start)
    trainer.use_training(TrainingSpec(learning_rate=0.01, batch_size=4))
    trainer.run(epochs=20)
    assert trainer.stop_reason is None
    assert trainer.epoch == 20


def test_a_start_that_is_not_finite_is_refused():
    network = Network(SPEC)
    network.parameters[0] = np.inf
    with pytest.raises(EngineError, match="not finite"):
        Trainer(network, XOR, TrainingSpec())


def test_settings_change_while_it_runs():
    trainer, other = make(learning_rate=0.5), make(learning_rate=0.5)
    for each in (trainer, other):
        each.run(epochs=3)
    trainer.use_training(TrainingSpec(learning_rate=0.1, momentum=0.5))
    trainer.step()
    gradient = other.network.gradient(XOR.inputs[:1], XOR.targets[:1])
    velocity = other.state().rule.memory_1.array * 0.5 - 0.1 * gradient
    np.testing.assert_allclose(trainer.network.parameters, other.network.parameters + velocity, rtol=1e-13)
    assert trainer.learning_rate == 0.1


def test_settings_that_cannot_work_change_nothing():
    trainer = make()
    with pytest.raises(EngineError, match="whole set"):
        trainer.use_training(TrainingSpec(rule="rprop", batch_size=2))
    trainer.run(epochs=1)
    assert trainer.training.rule == "gradient_descent"
    assert trainer.epoch == 1


def test_another_rule_starts_with_an_empty_memory():
    trainer = make(momentum=0.9)
    trainer.run(epochs=5)
    trainer.use_training(TrainingSpec(rule="rprop", batch_size=None))
    assert not trainer.state().rule.memory_1.array.any()
    assert (trainer.state().rule.memory_2.array == 0.1).all()


def test_data_change_while_it_runs():
    trainer = make(points(23), batch_size=5, shuffle=True)
    trainer.advance(8)
    trainer.use_data(points(31, n_test=4, seed=1))
    shot = trainer.snapshot()
    assert (shot.epoch, shot.step, shot.n_samples) == (1, 0, 31)
    assert shot.test_loss is not None
    trainer.run(epochs=2)
    assert trainer.epoch == 3
    assert np.isnan(trainer.history.test_losses[0])
    assert np.isfinite(trainer.history.test_losses[1:]).all()


def test_moved_points_do_not_disturb_the_begun_pass():
    trainer = make(points(23), batch_size=5)
    trainer.advance(8)
    trainer.use_data(points(23, seed=1))
    assert trainer.state().position == 15
    trainer.advance(2)
    assert trainer.epoch == 2


def test_parameters_may_be_changed_by_hand_between_calls():
    trainer = make()
    trainer.run(epochs=2)
    trainer.network.connected[0] = False
    trainer.network.trainable[1] = False
    kept = trainer.network.parameters[1]
    trainer.run(epochs=2)
    assert trainer.network.parameters[0] == 0.0
    assert trainer.network.parameters[1] == kept


def test_a_run_of_another_network_or_data_set_is_refused():
    state = make().state()
    with pytest.raises(EngineError, match="another network"):
        make(spec=NetworkSpec(2, (LayerSpec(3), LayerSpec(1)))).restore(state)
    with pytest.raises(EngineError, match="another data set"):
        make(points()).restore(state)


def test_more_evaluations_than_fit_one_call_are_all_recorded():
    trainer = make(max_epochs=None)
    trainer.run(epochs=20_000)
    assert trainer.epoch == 20_000
    assert trainer.history.total == 20_000
    assert trainer.history.epochs[-3000:].tolist()[-1] == 20_000
    cut = make(max_epochs=None)
    for _ in range(8):
        cut.advance(10_000)
    assert bits(cut) == bits(trainer)
