"""Example projects: for each data set a network and settings that learn it, and the lecture's worked example."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.datasets.build import names
from engine.datasets.gates import LOGIC_GATES
from engine.datasets.lecture import LECTURE_SAMPLES
from engine.datasets.spec import DatasetSpec
from engine.errors import EngineError
from engine.frozen_array import FrozenArray
from engine.project import Project
from engine.specs import LECTURE_MILESTONES, LayerSpec, NetworkSpec, TrainingSpec

LECTURE = "lecture"
XOR_RUN = "xor_run"
SOFTMAX_MOONS = "softmax_moons"
AND_BY_HAND, OR_BY_HAND, XOR_BY_HAND = "and_by_hand", "or_by_hand", "xor_by_hand"

DEMOS: tuple[str, ...] = (
    AND_BY_HAND,
    OR_BY_HAND,
    LECTURE,
    XOR_BY_HAND,
    XOR_RUN,
    SOFTMAX_MOONS,
    *names(),
)
"""The names that `demo` knows: every data set, and the lecture's worked examples."""

_CURVED_GATES = ("xor", "xnor", "parity3")  # no line separates these


def demo(name: str) -> Project:
    """The example project called `name`. Raises EngineError where there is none.

    Gates that a line separates come with one step unit and the perceptron rule, the others with a hidden layer.
    Every example that is trained stops by itself, most of them when their goal is met.
    """
    if name in (LECTURE, LECTURE_SAMPLES):
        return _lecture()
    if name in _BY_HAND:
        return _BY_HAND[name]
    if name == XOR_RUN:
        return _xor_run()
    if name == SOFTMAX_MOONS:
        return _softmax_moons()
    if name in LOGIC_GATES:
        return _curved_gate(name) if name in _CURVED_GATES else _straight_gate(name)
    if name in _POINT_SETS:
        return _POINT_SETS[name]
    raise EngineError("There is no example called {name!r}; choose one of {names}.", name=name, names=", ".join(DEMOS))


def _by_hand(gate: str, parameters: list[float], *hidden: tuple[int, str]) -> Project:
    """Step units whose weights are given, with 0/1 inputs and targets; a single layer can also learn them."""
    training = TrainingSpec() if hidden else TrainingSpec("perceptron", learning_rate=0.1, stop_when_all_right=True)
    return Project(DatasetSpec(gate), _network(2, *hidden, (1, "step")), training, FrozenArray(parameters))


def _lecture() -> Project:
    """Three samples, W(0) = (T, w1, w2, w3) = (0.5, 1, −1, 0), η = 0.1: all right after presentation 12."""
    return Project(
        DatasetSpec(LECTURE_SAMPLES),
        _network(3, (1, "sgn")),
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
        replace(_network(2, (2, "sigmoid"), (1, "sigmoid")), initial_range=0.1),
        TrainingSpec(learning_rate=0.18, max_epochs=11_050, milestones=LECTURE_MILESTONES),
        parameters=FrozenArray([0.02, -0.07, -0.02, 0.01, -0.06, 0.02, -0.03, -0.01, 0.08]),
    )


def _softmax_moons() -> Project:
    """The lecture's network in code: moons, 200 points, noise 0.2, three tanh units, softmax, the whole set a step."""
    moons = DatasetSpec("moons", noise=0.2).build()
    return Project(
        DatasetSpec("custom", inputs=FrozenArray(moons.inputs), targets=FrozenArray(np.eye(2)[moons.labels()])),
        _network(2, (3, "tanh"), (2, "softmax"), initialization="xavier"),
        TrainingSpec(loss="cross_entropy", learning_rate=1.0, batch_size=None, seed=3, max_epochs=5_000),
    )


def _straight_gate(name: str) -> Project:
    spec = DatasetSpec(name)
    training = TrainingSpec("perceptron", learning_rate=0.1, stop_when_all_right=True)
    return Project(spec, _network(_gate_inputs(name), (1, "step")), training)


def _curved_gate(name: str) -> Project:
    """Sigmoid units, sample by sample, as in the lecture; the summed error 0.02 stands for outputs near 0 and 1."""
    n_inputs = _gate_inputs(name)
    hidden = 4 if n_inputs == 2 else 6
    return Project(
        DatasetSpec(name), _network(n_inputs, (hidden, "sigmoid"), (1, "sigmoid")), TrainingSpec(target_error=0.02)
    )


def _gate_inputs(name: str) -> int:
    return len(LOGIC_GATES[name]).bit_length() - 1


def _network(n_inputs: int, *layers: tuple[int, str], initialization: str = "uniform") -> NetworkSpec:
    specs = tuple(LayerSpec(units, activation, id=place + 1) for place, (units, activation) in enumerate(layers))
    return NetworkSpec(n_inputs, specs, initialization)


def _points(spec: DatasetSpec, *hidden: int, outputs: tuple[int, str] = (1, "sigmoid"), rate: float) -> Project:
    """Tanh layers and Adam on the whole set: one update an epoch, so that the figure takes shape before the eyes.

    The rates make it last some 500 to 2,000 epochs; the summed cross-entropy 4 over 200 samples means outputs near
    the targets all over the figure.
    """
    layers = (*((units, "tanh") for units in hidden), outputs)
    return Project(
        spec,
        _network(2, *layers, initialization="xavier"),
        TrainingSpec("adam", "cross_entropy", rate, batch_size=None, target_error=4.0),
    )


_POINT_SETS: dict[str, Project] = {
    "circles": _points(DatasetSpec("circles"), 4, rate=0.01),
    "xor_clouds": _points(DatasetSpec("xor_clouds"), 4, rate=0.005),
    "blobs": _points(DatasetSpec("blobs", n_classes=3), 3, outputs=(3, "softmax"), rate=0.003),
    "moons": _points(DatasetSpec("moons"), 8, rate=0.005),
    "spirals": _points(DatasetSpec("spirals"), 16, 16, rate=0.003),
    "checkerboard": _points(DatasetSpec("checkerboard"), 16, 16, rate=0.005),
}

_BY_HAND: dict[str, Project] = {
    AND_BY_HAND: _by_hand("and", [0.5, 0.5, -0.75]),  # T = −b = 0.75
    OR_BY_HAND: _by_hand("or", [1.0, 1.0, -0.5]),
    # y1 = step(−x1 + x2 + 0.5), y2 = step(x1 − x2 + 0.5), o = step(−y1 − y2 + 1.5)
    XOR_BY_HAND: _by_hand("xor", [-1.0, 1.0, 1.0, -1.0, 0.5, 0.5, -1.0, -1.0, 1.5], (2, "step")),
}
