"""This module makes example projects: for each data set a network and settings that learn it."""

from __future__ import annotations

from engine.data.datasets.gates import LOGIC_GATES
from engine.data.datasets.lecture import LECTURE_SAMPLES
from engine.data.datasets.real import REAL_TEST_SHARE
from engine.data.datasets.recipe import FUNCTION, DatasetSpec, names
from engine.data.preprocessing import NONE as NO_SCALING
from engine.data.preprocessing import STANDARDISE
from engine.project.lecture_demos import LECTURE, LECTURE_DEMOS, layered
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.specs import TrainingSpec

DATA_DEMOS: tuple[str, ...] = tuple(names())
"""One for each data set."""

DEMOS: tuple[str, ...] = (*LECTURE_DEMOS, *DATA_DEMOS)
"""The names that `demo` knows: every data set, and the lecture's worked examples."""

_CURVED_GATES = ("xor", "xnor", "parity3")  # no line separates these


def demo(name: str) -> Project:
    """The example project called `name`. Raises EngineError where there is none.

    Gates that a line separates come with one step unit and the perceptron rule, the others with a hidden layer.
    Those that can be learned stop by themselves, most of them when their goal is met.
    """
    if name in LECTURE_DEMOS or name == LECTURE_SAMPLES:
        return LECTURE_DEMOS[LECTURE if name == LECTURE_SAMPLES else name]()
    if name in LOGIC_GATES:
        return _curved_gate(name) if name in _CURVED_GATES else _straight_gate(name)
    if name == FUNCTION:
        return _function()
    if name in _POINT_SETS:
        return _POINT_SETS[name]
    if name in _REAL_SETS:
        return _REAL_SETS[name]
    raise EngineError("There is no example called {name!r}; choose one of {names}.", name=name, names=", ".join(DEMOS))


def _straight_gate(name: str) -> Project:
    spec = DatasetSpec(name)
    training = TrainingSpec("perceptron", learning_rate=0.1, stop_when_all_right=True)
    return Project(spec, layered(_gate_inputs(name), (1, "step")), training)


def _curved_gate(name: str) -> Project:
    """Sigmoid units, sample by sample, as in the lecture; the summed error 0.02 stands for outputs near 0 and 1."""
    n_inputs = _gate_inputs(name)
    hidden = 4 if n_inputs == 2 else 6
    return Project(
        DatasetSpec(name), layered(n_inputs, (hidden, "sigmoid"), (1, "sigmoid")), TrainingSpec(target_error=0.02)
    )


def _gate_inputs(name: str) -> int:
    return len(LOGIC_GATES[name]).bit_length() - 1


def _function() -> Project:
    """The textbook's y = 1 + sin(πx/4); the summed error 0.002 over 21 samples means a hundredth off on average."""
    return Project(
        DatasetSpec(FUNCTION, n_samples=21),
        layered(1, (4, "tanh"), (1, "linear"), initialization="xavier"),
        TrainingSpec("adam", learning_rate=0.01, batch_size=None, target_error=0.002),
    )


def _points(spec: DatasetSpec, *hidden: int, outputs: tuple[int, str] = (1, "sigmoid"), rate: float) -> Project:
    """Tanh layers and Adam on the whole set: one update an epoch, so that the figure takes shape before the eyes.

    The rates make it last some 500 to 2,000 epochs; the summed cross-entropy 4 over 200 samples means outputs near
    the targets all over the figure.
    """
    layers = (*((units, "tanh") for units in hidden), outputs)
    return Project(
        spec,
        layered(2, *layers, initialization="xavier"),
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


def _classes(name: str, sizes: tuple[int, int, int], rate: float, goal: float, scaling: str = NO_SCALING) -> Project:
    """Softmax and Adam on the whole set; every fifth sample of each class is kept for testing.

    The goals are summed cross-entropies that 1,000 epochs reach from most starts: no further, as the test error of
    such small sets soon rises again.
    """
    n_inputs, units, classes = sizes
    return Project(
        DatasetSpec(name, test_share=REAL_TEST_SHARE, stratified=True, scaling=scaling),
        layered(n_inputs, (units, "tanh"), (classes, "softmax"), initialization="xavier"),
        TrainingSpec("adam", "cross_entropy", rate, batch_size=None, target_error=goal),
    )


_REAL_SETS: dict[str, Project] = {
    "iris": _classes("iris", (4, 6, 3), 0.01, 7.0),
    "wine": _classes("wine", (13, 6, 3), 0.003, 2.0, STANDARDISE),  # the columns are of very different size
    "digits": _classes("digits", (64, 24, 10), 0.005, 20.0),
}
