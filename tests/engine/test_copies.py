"""Copies, also in other processes, are whole: vector and views are one memory, and a run goes on with the same bits."""

from __future__ import annotations

import copy
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import engine
from engine import Dataset, DatasetSpec, EngineError, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec, datasets

SPEC = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(1)))
WAYS: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda value: pickle.loads(pickle.dumps(value)),
}


def marked() -> Network:
    network = Network(SPEC, seed=3)
    network.trainable[2] = network.connected[5] = False
    return network


def check_whole(network: Network) -> None:
    """Vector and views are one memory."""
    network.parameters[:] = np.arange(13)
    assert network.weights[0].tolist() == [[0, 1, 2], [3, 4, 5]]
    assert network.biases[1].tolist() == [12]
    network.weights[1][0, 0] = -1
    assert network.parameters[9] == -1
    assert network.predict([[1, 2]]) == pytest.approx(Network(SPEC, parameters=network.parameters).predict([[1, 2]]))


@pytest.mark.parametrize("way", [*WAYS, "its own copy"])
def test_a_copied_network_is_whole_and_of_its_own(way: str) -> None:
    network = marked()
    copied = network.copy() if way == "its own copy" else WAYS[way](network)
    assert copied.parameters.tobytes() == network.parameters.tobytes()
    assert copied.trainable.tolist() == network.trainable.tolist()
    assert copied.connected.tolist() == network.connected.tolist()
    assert type(copied) is Network
    assert copied.spec == SPEC
    before = network.parameters.tobytes()
    copied.connected = np.ones(13, dtype=bool)
    check_whole(copied)
    copied.trainable[:] = False
    assert network.parameters.tobytes() == before
    assert network.trainable.sum() == network.connected.sum() == 12


def test_what_is_assigned_is_copied_into_the_memory_that_a_trainer_trains() -> None:
    network, other = Network(SPEC, seed=0), Network(SPEC, seed=1)
    data, training = datasets.logic_gate("xor"), TrainingSpec()
    trainer, alone = Trainer(network, data, training), Trainer(other, data, training)
    start = other.parameters.copy()
    network.parameters = start
    start[:] = np.nan  # a copy, and what becomes of the given array is no matter
    del start
    trainer.run(epochs=50)
    alone.run(epochs=50)
    assert network.parameters.tobytes() == other.parameters.tobytes()


def test_weights_and_biases_are_tuples_that_can_be_written_to() -> None:
    network = Network(SPEC, seed=0)
    assert isinstance(network.weights, tuple)
    assert isinstance(network.biases, tuple)
    network.parameters *= 0.0
    network.weights[0] += 1.0
    network.biases[0] = [7, 8, 9]
    network.weights = (network.weights[0], [[1], [2], [3]])
    assert network.parameters.tolist() == [1, 1, 1, 1, 1, 1, 7, 8, 9, 1, 2, 3, 0]


def test_the_shape_of_what_is_shown_is_not_that_of_the_memory() -> None:
    network = Network(SPEC, seed=0)
    network.parameters.shape = (13, 1)
    network.trainable.shape = (13, 1)
    assert network.parameters.shape == network.trainable.shape == (13,)
    with pytest.raises(ValueError, match="does not own its data"):
        network.parameters.resize(5, refcheck=False)


@pytest.mark.parametrize("way", WAYS)
def test_a_copied_trainer_goes_on_with_the_same_bits_on_a_network_of_its_own(way: str) -> None:
    data = datasets.make("moons", n_samples=40, noise=0.1, seed=1)
    settings = TrainingSpec("adam", batch_size=7, shuffle=True, learning_rate=0.01, max_epochs=None)
    trainer = Trainer(marked(), data, settings, keeps_moments=True)
    trainer.run(epochs=3)
    trainer.step()
    copied = WAYS[way](trainer)
    stood_at = trainer.network.parameters.tobytes()
    copied.run(epochs=5)
    assert trainer.network.parameters.tobytes() == stood_at
    trainer.run(epochs=5)
    assert copied.network.parameters.tobytes() == trainer.network.parameters.tobytes()
    assert copied.state() == trainer.state()
    assert copied.history.losses.tolist() == trainer.history.losses.tolist()


@pytest.mark.parametrize("way", WAYS)
def test_a_copied_data_set_is_as_it_was_and_read_only(way: str) -> None:
    names = {"input_names": ("width", "height"), "target_names": ("kind",)}
    own = {
        "inputs": [[0, 1], [2, 3], [5, 4]],
        "targets": [[0], [1], [1]],
        "test_inputs": [[1, 1]],
        "test_targets": [[0]],
    }
    data = DatasetSpec("custom", **own, **names, features=("x1·x2",), scaling="standardise").build()
    curve = Dataset([[0.0], [1.0]], [0.0, 1.0], is_function=True)
    for original in (data, curve):
        copied = WAYS[way](original)
        for name in ("inputs", "targets", "test_inputs", "test_targets", "raw_inputs"):
            array = getattr(copied, name)
            assert array.tobytes() == getattr(original, name).tobytes()
            assert not array.flags.writeable
        assert copied.task == original.task
        assert copied.target_codes == original.target_codes
        assert copied.input_names == original.input_names
        assert copied.raw_input_names == original.raw_input_names


def test_an_error_comes_out_of_another_process_with_its_values() -> None:
    with pytest.raises(EngineError) as caught:
        NetworkSpec(0, (LayerSpec(1),))
    back = pickle.loads(pickle.dumps(caught.value))
    assert str(back) == str(caught.value)
    assert back.text.template == caught.value.text.template
    assert str(back.text.values["value"]) == "0"


SWEEP = """
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec, datasets


def attempt(network):
    trainer = Trainer(network, datasets.logic_gate("xor"), TrainingSpec(stop_when_all_right=True, max_epochs=3_000))
    trainer.run()
    return network, trainer


if __name__ == "__main__":
    starts = [Network(NetworkSpec(2, (LayerSpec(4), LayerSpec(1))), seed=seed) for seed in range(6)]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        for network, trainer in pool.map(attempt, starts):
            print(network.parameters.tobytes().hex(), trainer.stop_reason, trainer.epoch)
            network.weights[0][0, 0] = 42.0
            assert network.parameters[0] == 42.0 != trainer.network.parameters[0]
"""


def test_a_sweep_over_seeds_in_processes_gives_the_bits_of_one_process(tmp_path: Path) -> None:
    script = tmp_path / "sweep.py"
    script.write_text(SWEEP, encoding="utf-8")
    paths = {"PYTHONPATH": str(Path(engine.__file__).parents[1])}
    run = subprocess.run(
        [sys.executable, script], env=os.environ | paths, capture_output=True, text=True, check=False, timeout=100
    )
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    for seed, line in enumerate(lines):
        trainer = Trainer(
            Network(NetworkSpec(2, (LayerSpec(4), LayerSpec(1))), seed=seed),
            datasets.logic_gate("xor"),
            TrainingSpec(stop_when_all_right=True, max_epochs=3_000),
        )
        trainer.run()
        assert line.split() == [trainer.network.parameters.tobytes().hex(), "all_right", str(trainer.epoch)]
    assert len(lines) == 6
