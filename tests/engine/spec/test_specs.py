"""The values that describe a network and its training refuse nonsense, and say what would work."""

from __future__ import annotations

import math
import re
import subprocess
import sys

import numpy as np
import pytest

from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES
from engine.spec.rules import RULES
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec

ONE = (LayerSpec(1),)
RBF = LayerSpec(2, "gaussian", "rbf")
ACTIVATION_NAMES = ", ".join(ACTIVATIONS)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: LayerSpec(0), "The number of units in a layer must be a whole number, from 1 to 256; got 0."),
        (lambda: LayerSpec(257), "The number of units in a layer must be a whole number, from 1 to 256; got 257."),
        (lambda: LayerSpec(2.5), "The number of units in a layer must be a whole number, from 1 to 256; got 2.5."),
        (lambda: LayerSpec(True), "The number of units in a layer must be a whole number, from 1 to 256; got True."),
        (
            lambda: LayerSpec(2, "sigmoidal"),
            f"There is no activation called 'sigmoidal'; choose one of {ACTIVATION_NAMES}.",
        ),
        (
            lambda: LayerSpec(2, kind="convolution"),
            "There is no kind of layer called 'convolution'; choose one of dense, rbf.",
        ),
        (
            lambda: LayerSpec(2, "tanh", "rbf"),
            "The units of an RBF layer are Gaussian, not tanh; make it a dense layer first.",
        ),
        (
            lambda: LayerSpec(2, "gaussian"),
            "Gaussian units have a centre and a width; they make an RBF layer, not a dense one.",
        ),
        (lambda: NetworkSpec(0, ONE), "The number of inputs must be a whole number, 1 or more; got 0."),
        (lambda: NetworkSpec(2, ()), "A network has 1 to 12 layers; got 0."),
        (lambda: NetworkSpec(2, ONE * 13), "A network has 1 to 12 layers; got 13."),
        (
            lambda: NetworkSpec(2, (LayerSpec(2, "softmax"), LayerSpec(1))),
            "softmax compares the units of the output layer; choose another one for hidden layers.",
        ),
        (
            lambda: NetworkSpec(2, (LayerSpec(1, "softmax"),)),
            "softmax needs two outputs or more; use sigmoid for a single output.",
        ),
        *(
            (
                lambda layers=layers: NetworkSpec(2, layers),
                "An RBF layer compares the inputs themselves with its centres, so it must be the first hidden layer; "
                "no layer can stand before it, and it cannot be the output layer.",
            )
            for layers in ((*ONE, RBF), (*ONE, RBF, *ONE), (RBF, RBF, *ONE))
        ),
        (
            lambda: NetworkSpec(2, (RBF,)),
            "An RBF layer cannot be the output layer: add an output layer that weighs what its units answer.",
        ),
        (
            lambda: NetworkSpec(2, ONE, initialization="random"),
            "There is no initialization called 'random'; choose one of uniform, xavier, he, zeros.",
        ),
        (
            lambda: NetworkSpec(2, ONE, initial_range=-1.0),
            "The initial range must be a number, 0 or more; got -1.0.",
        ),
        (
            lambda: NetworkSpec(2, ONE, initial_range=math.inf),
            "The initial range must be a number, 0 or more; got inf.",
        ),
        (
            lambda: TrainingSpec(rule="newton"),
            f"There is no rule called 'newton'; choose one of {', '.join(RULES)}.",
        ),
        (
            lambda: TrainingSpec(loss="hinge"),
            f"There is no loss called 'hinge'; choose one of {', '.join(LOSSES)}.",
        ),
        (lambda: TrainingSpec(learning_rate=math.nan), "The learning rate must be a number, 0 or more; got nan."),
        (lambda: TrainingSpec(learning_rate=-0.1), "The learning rate must be a number, 0 or more; got -0.1."),
        (lambda: TrainingSpec(learning_rate="fast"), "The learning rate must be a number, 0 or more; got 'fast'."),
        (lambda: TrainingSpec(momentum=-0.5), "The momentum must be a number, 0 or more; got -0.5."),
        (lambda: TrainingSpec(momentum=1.0), "The momentum must be below 1, or steps would never fade; got 1."),
        (lambda: TrainingSpec(l1=-1), "The L1 penalty must be a number, 0 or more; got -1."),
        (lambda: TrainingSpec(l2=math.inf), "The L2 penalty must be a number, 0 or more; got inf."),
        (lambda: TrainingSpec(batch_size=0), "The batch size must be a whole number, 1 or more; got 0."),
        (lambda: TrainingSpec(max_epochs=0), "The limit of epochs must be a whole number, 1 or more; got 0."),
        (lambda: TrainingSpec(target_error=-1.0), "The target error must be a number, 0 or more; got -1.0."),
        (lambda: TrainingSpec(seed=-1), "The seed must be a whole number, 0 or more; got -1."),
        (
            lambda: TrainingSpec(evaluate_every=0),
            "The number of passes between two evaluations must be a whole number, 1 or more; got 0.",
        ),
        (
            lambda: TrainingSpec(evaluate_every=2.0),
            "The number of passes between two evaluations must be a whole number, 1 or more; got 2.0.",
        ),
        (lambda: TrainingSpec(milestones=(5, 0)), "The milestone must be a whole number, 1 or more; got 0."),
        (lambda: TrainingSpec(milestones=range(1, 22)), "A run can have 20 milestones; got 21."),
    ],
)
def test_nonsense_is_refused_with_a_sentence(make, sentence):
    with pytest.raises(EngineError, match=f"^{re.escape(sentence)}$"):
        make()


def test_the_limits_themselves_are_allowed():
    assert LayerSpec(1).units == 1
    assert LayerSpec(np.int64(256)).units == 256
    assert len(NetworkSpec(1, ONE * 12).layers) == 12
    assert NetworkSpec(1, (LayerSpec(2, "softmax"),), initial_range=0).initial_range == 0
    assert NetworkSpec(1, (RBF, LayerSpec(2, "softmax"))).rbf
    training = TrainingSpec(
        learning_rate=0, momentum=0, l1=0, l2=0, batch_size=1, max_epochs=1, target_error=0, seed=0, evaluate_every=1,
        milestones=range(1, 21),
    )  # fmt: skip
    assert training.milestones == tuple(range(1, 21))
    assert TrainingSpec(batch_size=None, max_epochs=None, target_error=None, momentum=0.999).batch_size is None


def test_milestones_stand_in_rising_order_once_each():
    assert TrainingSpec(milestones=[30, 1, 30, 7]).milestones == (1, 7, 30)


def test_specs_are_equal_by_content_and_layer_ids_are_no_content():
    assert NetworkSpec(2, (LayerSpec(3, id=1),)) == NetworkSpec(2, [LayerSpec(3, id=7)])
    assert NetworkSpec(2, (LayerSpec(3),)) != NetworkSpec(2, (LayerSpec(4),))


def test_the_number_of_parameters_counts_weights_and_biases():
    spec = NetworkSpec(2, (LayerSpec(4), LayerSpec(3), LayerSpec(1)))
    assert spec.sizes == (2, 4, 3, 1)
    assert spec.n_parameters == 3 * 4 + 5 * 3 + 4 * 1
    assert (spec.rbf, spec.n_rbf_parameters, spec.n_outputs) == (False, 0, 1)


def test_the_first_parameters_of_an_rbf_network_are_centres_and_widths():
    spec = NetworkSpec(3, (LayerSpec(4, "gaussian", "rbf"), LayerSpec(2)))
    assert (spec.rbf, spec.n_rbf_parameters) == (True, 3 * 4 + 4)


def test_importing_the_engine_loads_no_compiler():
    code = (
        "import sys, engine, engine.spec.specs, engine.spec.rules, "
        "engine.training.run, engine.training.snapshot, engine.warm_up;"
        "engine.LayerSpec(2); engine.warm_up.is_warm();"
        "print([m for m in ('numba', 'scipy', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_public_names_are_all_there():
    import engine

    assert all(getattr(engine, name) is not None for name in engine.__all__)
    assert set(engine.__all__) <= set(dir(engine))
    with pytest.raises(AttributeError, match="Perceptron"):
        engine.Perceptron  # noqa: B018
