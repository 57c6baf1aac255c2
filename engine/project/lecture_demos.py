"""This module makes projects of the lecture's worked examples, with the lecture's very numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.data.datasets.lecture import LECTURE_SAMPLES
from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from engine.spec.training_spec import LECTURE_MILESTONES

LECTURE = "lecture"
XOR_RUN = "xor_run"
XOR_STUCK = "xor_stuck"
SOFTMAX_MOONS = "softmax_moons"
XOR_PERCEPTRON = "xor_perceptron"
RBF_XOR, RBF_CURVE = "rbf_xor", "rbf_curve"
AND_BY_HAND, OR_BY_HAND, XOR_BY_HAND = "and_by_hand", "or_by_hand", "xor_by_hand"


def layered(n_inputs: int, *layers: tuple[int, str], initialization: str = "uniform") -> NetworkSpec:
    """A network of dense layers, each given by its units and activation function."""
    specs = tuple(LayerSpec(units, activation, id=index + 1) for index, (units, activation) in enumerate(layers))
    return NetworkSpec(n_inputs, specs, initialization)


def _by_hand(gate: str, parameters: list[float], *hidden: tuple[int, str]) -> Project:
    """Step units whose weights are given, with 0/1 inputs and targets; a single layer can also learn them."""
    training = TrainingSpec() if hidden else TrainingSpec("perceptron", learning_rate=0.1, stop_when_all_right=True)
    return Project(DatasetSpec(gate), layered(2, *hidden, (1, "step")), training, FrozenArray(parameters))


def _lecture() -> Project:
    """Three samples, W(0) = (T, w1, w2, w3) = (0.5, 1, −1, 0), η = 0.1: all right after presentation 12."""
    return Project(
        DatasetSpec(LECTURE_SAMPLES),
        layered(3, (1, "sgn")),
        TrainingSpec("perceptron", learning_rate=0.1, stop_when_all_right=True),
        parameters=FrozenArray([1.0, -1.0, 0.0, -0.5]),
    )


def _xor_run() -> Project:
    """The lecture's back-propagation run on XOR: E over the four samples 0.500, 0.166 and 0.008 after 1, 8,000, 11,050.

    The slides give no start; of random ones within ±0.1 some one in a thousand passes through their three tables.
    There is no target error, which would end the run before the last table.
    """
    return Project(
        DatasetSpec("xor"),
        replace(layered(2, (2, "sigmoid"), (1, "sigmoid")), initial_range=0.1),
        TrainingSpec(learning_rate=0.18, max_epochs=11_050, milestones=LECTURE_MILESTONES),
        parameters=FrozenArray([0.02, -0.07, -0.02, 0.01, -0.06, 0.02, -0.03, -0.01, 0.08]),
    )


def _xor_stuck() -> Project:
    """The same network from a start that leads into a local minimum: (1, 0) and (1, 1) get the same output, ½."""
    return Project(
        DatasetSpec("xor"), layered(2, (2, "sigmoid"), (1, "sigmoid")), TrainingSpec(seed=3, max_epochs=8_000)
    )


def _softmax_moons() -> Project:
    """The lecture's network in code: moons, 200 points, noise 0.2, three tanh units, softmax, the whole set a step."""
    moons = DatasetSpec("moons", noise=0.2).build()
    return Project(
        DatasetSpec("custom", inputs=FrozenArray(moons.inputs), targets=FrozenArray(np.eye(2)[moons.labels()])),
        layered(2, (3, "tanh"), (2, "softmax"), initialization="xavier"),
        TrainingSpec(
            loss="cross_entropy",
            learning_rate=1.0,
            batch_size=None,
            seed=3,
            max_epochs=5_000,
            milestones=(1, 500, 5_000),
        ),
    )


def _and_by_hand() -> Project:
    """0.5·x1 + 0.5·x2 − 0.75 = 0, T = −b = 0.75."""
    return _by_hand("and", [0.5, 0.5, -0.75])


def _or_by_hand() -> Project:
    """x1 + x2 − 0.5 = 0."""
    return _by_hand("or", [1.0, 1.0, -0.5])


def _xor_perceptron() -> Project:
    """One step unit that learns XOR by the perceptron rule, and never will: its weights run in a circle.

    At first one of four is right, and the line crosses the picture. No net input is ever 0.
    """
    return Project(
        DatasetSpec("xor"),
        layered(2, (1, "step")),
        TrainingSpec("perceptron", learning_rate=0.1, max_epochs=None),
        parameters=FrozenArray([0.3, 0.1, -0.35]),
    )


def _xor_by_hand() -> Project:
    """y1 = step(−x1 + x2 + 0.5), y2 = step(x1 − x2 + 0.5), o = step(−y1 − y2 + 1.5)."""
    return _by_hand("xor", [-1.0, 1.0, 1.0, -1.0, 0.5, 0.5, -1.0, -1.0, 1.5], (2, "step"))


def _rbf_xor() -> Project:
    """Two Gaussian units at (0, 0) and (1, 1), σ = d_max / √(2 · 2) = 1/√2: there one line suffices, as in L6."""
    return Project(
        DatasetSpec("xor"),
        _rbf(2, 2),
        TrainingSpec(learning_rate=0.05, target_error=0.005),
        parameters=FrozenArray([0, 1, 0, 1, *[math.sqrt(0.5)] * 2, 0.2, -0.1, 0.1]),
    )


def _rbf_curve() -> Project:
    """A function of one input, 41 samples of sin x + 0.3 sin 3x with a little noise, as a sum of eight bells."""
    x = np.linspace(-3.0, 3.0, 41)
    noise = np.random.default_rng(7).normal(0.0, 0.05, x.size)
    y = np.sin(x) + 0.3 * np.sin(3 * x) + noise
    centres = np.linspace(-3.0, 3.0, 8)
    width = 0.5 * 6.0 / math.sqrt(2 * 8)  # half of d_max / √(2 · units): the bells can be told apart
    return Project(
        DatasetSpec("custom", inputs=FrozenArray(x[:, np.newaxis]), targets=FrozenArray(y[:, np.newaxis])),
        _rbf(1, 8),
        TrainingSpec(learning_rate=0.05, target_error=0.04),
        parameters=FrozenArray([*centres, *[width] * 8, *[0.0] * 9]),
    )


def _rbf(n_inputs: int, units: int) -> NetworkSpec:
    return NetworkSpec(n_inputs, (LayerSpec(units, "gaussian", "rbf", id=1), LayerSpec(1, "linear", id=2)))


LECTURE_DEMOS: dict[str, Callable[[], Project]] = {
    AND_BY_HAND: _and_by_hand,
    OR_BY_HAND: _or_by_hand,
    LECTURE: _lecture,
    XOR_PERCEPTRON: _xor_perceptron,
    XOR_BY_HAND: _xor_by_hand,
    XOR_RUN: _xor_run,
    XOR_STUCK: _xor_stuck,
    SOFTMAX_MOONS: _softmax_moons,
    RBF_XOR: _rbf_xor,
    RBF_CURVE: _rbf_curve,
}
"""In the lecture's order."""
