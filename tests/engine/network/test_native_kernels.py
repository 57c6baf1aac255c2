"""Kernels that are compiled by themselves: what they are given, and how they find each other."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import NamedTuple

import numpy as np
import pytest

from engine.network.kernels.jit import Floats, Integers, kernel
from engine.network.kernels.native import NativeKernel
from engine.network.kernels.words import draw, record_dtype


class Count(np.record):
    """A record."""

    calls: int
    total: float


class Inner(NamedTuple):
    """Goes into another tuple."""

    places: Integers
    factor: float


class Given(NamedTuple):
    """One field of each kind."""

    n: int
    inner: Inner
    values: Floats
    count: Count


@kernel
def add_up(inner: Inner, values: Floats, n: int) -> float:
    """Sums chosen values, times a factor."""
    total = 0.0
    for k in range(n):
        total += values[inner.places[k]] * inner.factor
    return total


@kernel
def note(given: Given, rng: np.random.Generator) -> int:
    """Calls the kernel above, and writes into the record."""
    given.count.total = add_up(given.inner, given.values, given.n) + draw(rng)
    given.count.calls += 1
    return given.count.calls


def a_count() -> Count:
    return np.zeros(1, record_dtype(Count))[0]


@pytest.fixture
def given() -> Given:
    return Given(3, Inner(np.array([2, 0, 1]), 0.5), np.array([1.0, 2.0, 4.0]), a_count())


def test_a_kernel_reads_and_writes_what_it_is_given_and_calls_another_that_nobody_has_compiled(given: Given) -> None:
    drawn = np.random.default_rng(7).random(2)
    rng = np.random.default_rng(7)
    named = {each.name: each for each in NativeKernel.ALL}
    assert [note(given, rng), given.count.total] == [1, 3.5 + drawn[0]]
    assert named["add_up"].is_ready
    assert [note(given, rng), given.count.total] == [2, 3.5 + drawn[1]]
    assert add_up(given.inner, given.values, 2) == 2.5


def test_what_goes_wrong_within_a_kernel_is_raised_where_python_called(
    given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    inner = next(each for each in NativeKernel.ALL if each.name == "add_up")
    monkeypatch.setattr(inner._cell, "value", ctypes.cast(inner._way_to_python, ctypes.c_void_p).value)
    monkeypatch.setattr(inner, "ready", interrupted)
    with pytest.raises(KeyboardInterrupt):
        note(given, np.random.default_rng(0))


@pytest.mark.parametrize(
    "values",
    [np.zeros(3, dtype=np.float32), np.zeros(3, dtype=np.int64), np.zeros(6)[::2]],
    ids=["float32", "int64", "every second"],
)
def test_an_array_that_would_be_read_as_another_one_is_refused(given: Given, values: np.ndarray) -> None:
    with pytest.raises(TypeError, match="takes arrays of float64 in C order"):
        add_up(given.inner, values, 1)
    with pytest.raises(TypeError, match="takes arrays of float64 in C order"):
        note(given._replace(values=values), np.random.default_rng(0))


def test_a_record_of_another_kind_is_refused(given: Given) -> None:
    with pytest.raises(TypeError, match="takes a Count here"):
        note(given._replace(count=np.zeros(2)), np.random.default_rng(0))


RUNS = """
import hashlib, sys
import numpy as np
from engine import Dataset, LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.network.kernels.native import NativeKernel
from engine.network.kernels import train as _
if sys.argv[1] == "beforehand":
    for kernel in NativeKernel.ALL:
        kernel.ready()
rng, found = np.random.default_rng(0), hashlib.sha256()
def train(layers, n_inputs=3, n=40, **training):
    inputs, targets = rng.normal(size=(n, n_inputs)), np.eye(layers[-1].units)[rng.integers(0, layers[-1].units, n)]
    network = Network(NetworkSpec(n_inputs, tuple(layers)), seed=1)
    trainer = Trainer(network, Dataset(inputs, targets), TrainingSpec(seed=2, **training))
    trainer.run(epochs=3)
    found.update(network.parameters.tobytes() + network.predict(inputs).tobytes() + repr(trainer.loss).encode())
train([LayerSpec(4), LayerSpec(2)], batch_size=1, shuffle=True)
train([LayerSpec(9, "tanh"), LayerSpec(3, "softmax")], batch_size=8, l2=0.01)
train([LayerSpec(200, "relu"), LayerSpec(50, "softplus"), LayerSpec(3)], batch_size=16, rule="adam")
train([LayerSpec(5, "gaussian", kind="rbf"), LayerSpec(2, "linear")], batch_size=5)
train([LayerSpec(3, "step")], rule="perceptron", batch_size=1)
for rule in ("rprop", "adaptive"):
    train([LayerSpec(4, "bipolar_sigmoid"), LayerSpec(2)], rule=rule, batch_size=None)
print(found.hexdigest(), sum(kernel.is_ready for kernel in NativeKernel.ALL) > 15)
"""


def test_training_gives_the_same_bits_whether_kernels_are_there_beforehand_or_come_when_they_are_called() -> None:
    def said(when: str) -> list[str]:
        done = subprocess.run([sys.executable, "-c", RUNS, when], capture_output=True, text=True, check=True)
        return done.stdout.split()

    assert said("beforehand") == said("as called")
    assert said("as called")[1] == "True"
