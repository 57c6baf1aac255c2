"""The learning rate that becomes smaller from pass to pass: η / (1 + decay · t) after t passes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.network.kernels import memory_layout
from engine.network.network import Network
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.training.trainer import Trainer

RNG = np.random.default_rng(4)
DATA = Dataset(RNG.normal(size=(10, 3)), RNG.normal(size=(10, 2)))
SPEC = NetworkSpec(3, (LayerSpec(4, "tanh"), LayerSpec(2, "linear")))
FORMS = {"loops": 10**12, "blas": 0}  # multiplications from which on BLAS is used


def trainer_with(**settings) -> Trainer:
    return Trainer(Network(SPEC, seed=3), DATA, TrainingSpec(**{"batch_size": None, "learning_rate": 0.4, **settings}))


@pytest.mark.parametrize("form", FORMS)
def test_every_pass_steps_at_its_own_rate(form, monkeypatch):
    monkeypatch.setattr(memory_layout, "_BLAS_FROM", FORMS[form])
    monkeypatch.setattr(memory_layout, "_BLAS_ROWS", 1)
    network, velocity = Network(SPEC, seed=3), np.zeros(SPEC.n_parameters)
    for epoch in range(25):
        velocity = 0.5 * velocity - 0.4 / (1 + 0.1 * epoch) * network.gradient(DATA.inputs, DATA.targets)
        network.parameters[:] += velocity
    trainer = trainer_with(momentum=0.5, learning_rate_decay=0.1)
    trainer.run(epochs=25)
    np.testing.assert_allclose(trainer.network.parameters, network.parameters, rtol=1e-10)


def test_the_rate_stays_within_a_pass_and_a_snapshot_shows_that_of_the_next_update():
    trainer = trainer_with(batch_size=3, learning_rate_decay=0.25)
    rates = []
    for _ in range(2 * trainer.updates_per_epoch):
        rates.append(trainer.snapshot().learning_rate)
        trainer.step()
    assert rates == [0.4] * 4 + [0.4 / 1.25] * 4
    trainer.run(epochs=1)
    assert trainer.snapshot().learning_rate == 0.4 / 1.75


@pytest.mark.parametrize(("rule", "batch"), [("adaptive", None), ("rprop", None)], ids=["adaptive", "rprop"])
def test_rules_that_find_their_own_steps_have_the_same_bits_with_a_decay(rule, batch):
    plain, decaying = (trainer_with(rule=rule, batch_size=batch, learning_rate_decay=d) for d in (0.0, 0.5))
    for trainer in (plain, decaying):
        trainer.run(epochs=30)
    assert np.array_equal(plain.network.parameters, decaying.network.parameters)
    assert plain.learning_rate == decaying.learning_rate


def test_the_perceptron_rule_keeps_its_rate():
    data = Dataset([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1])
    network = Network(NetworkSpec(2, (LayerSpec(1, "step"),)), seed=1)
    trainer = Trainer(network, data, TrainingSpec("perceptron", learning_rate=0.1, learning_rate_decay=0.5))
    trainer.run(epochs=5)
    assert trainer.learning_rate == 0.1


def test_settings_that_change_on_the_way_count_at_once():
    trainer = trainer_with(batch_size=3, learning_rate_decay=0.5)
    trainer.advance(2 * trainer.updates_per_epoch + 1)  # within the third pass
    settings = trainer.training
    assert trainer.learning_rate == 0.4 / 2
    trainer.use_training(replace(settings, momentum=0.3))
    assert trainer.learning_rate == 0.4 / 2
    trainer.use_training(replace(settings, learning_rate=0.8))
    assert trainer.learning_rate == 0.8 / 2
    trainer.use_training(replace(settings, learning_rate_decay=0.25))
    assert trainer.learning_rate == 0.4 / 1.5
    trainer.use_training(replace(settings, learning_rate_decay=0.0))
    assert trainer.learning_rate == 0.4
    trainer.use_training(replace(settings, rule="adam"))
    assert trainer.learning_rate == 0.4 / 2
    trainer.run(epochs=2)
    assert trainer.learning_rate == 0.4 / (1 + 0.5 * 4)


def test_a_run_that_diverged_falls_back_to_the_rate_of_that_pass():
    trainer = trainer_with(learning_rate=1e8, learning_rate_decay=1e-3, momentum=0.9)
    trainer.run(epochs=400)
    assert trainer.stop_reason == "diverged"
    assert trainer.learning_rate == pytest.approx(1e8 / (1 + 1e-3 * trainer.epoch), rel=1e-15)
