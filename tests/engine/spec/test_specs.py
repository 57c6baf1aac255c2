"""The values that describe a network and its training refuse nonsense, and say what would work."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest

from engine.spec.errors import EngineError
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec

ONE = (LayerSpec(1),)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: LayerSpec(0), "1 to 256"),
        (lambda: LayerSpec(257), "1 to 256"),
        (lambda: LayerSpec(2.5), "whole number"),
        (lambda: LayerSpec(True), "whole number"),
        (lambda: LayerSpec(2, "sigmoidal"), "sigmoid"),
        (lambda: LayerSpec(2, kind="convolution"), "dense"),
        (lambda: NetworkSpec(0, ONE), "number of inputs"),
        (lambda: NetworkSpec(2, ()), "1 to 12 layers"),
        (lambda: NetworkSpec(2, ONE * 13), "1 to 12 layers"),
        (lambda: NetworkSpec(2, (LayerSpec(2, "softmax"), LayerSpec(1))), "output layer"),
        (lambda: NetworkSpec(2, (LayerSpec(1, "softmax"),)), "two outputs"),
        (lambda: NetworkSpec(2, ONE, initialization="random"), "xavier"),
        (lambda: NetworkSpec(2, ONE, initial_range=-1.0), "0 or more"),
        (lambda: NetworkSpec(2, ONE, initial_range=math.inf), "0 or more"),
        (lambda: TrainingSpec(rule="newton"), "gradient_descent"),
        (lambda: TrainingSpec(loss="hinge"), "cross_entropy"),
        (lambda: TrainingSpec(learning_rate=math.nan), "learning rate"),
        (lambda: TrainingSpec(learning_rate=-0.1), "learning rate"),
        (lambda: TrainingSpec(learning_rate="fast"), "learning rate"),
        (lambda: TrainingSpec(momentum=1.0), "below 1"),
        (lambda: TrainingSpec(l1=-1), "L1"),
        (lambda: TrainingSpec(l2=math.inf), "L2"),
        (lambda: TrainingSpec(batch_size=0), "batch size"),
        (lambda: TrainingSpec(max_epochs=0), "limit of epochs"),
        (lambda: TrainingSpec(target_error=-1.0), "target error"),
        (lambda: TrainingSpec(seed=-1), "seed"),
        (lambda: TrainingSpec(evaluate_every=0), "evaluations"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(make, words):
    with pytest.raises(EngineError, match=words) as caught:
        make()
    assert str(caught.value).endswith(".")


def test_specs_are_equal_by_content_and_layer_ids_are_no_content():
    assert NetworkSpec(2, (LayerSpec(3, id=1),)) == NetworkSpec(2, [LayerSpec(3, id=7)])
    assert NetworkSpec(2, (LayerSpec(3),)) != NetworkSpec(2, (LayerSpec(4),))


def test_the_number_of_parameters_counts_weights_and_biases():
    spec = NetworkSpec(2, (LayerSpec(4), LayerSpec(3), LayerSpec(1)))
    assert spec.sizes == (2, 4, 3, 1)
    assert spec.n_parameters == 3 * 4 + 5 * 3 + 4 * 1


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
