"""The engine as a library: its names, what its objects say of themselves, and a sentence for every misuse."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import engine
from engine import (
    Dataset,
    DatasetSpec,
    EngineError,
    LayerSpec,
    Network,
    NetworkSpec,
    Project,
    Trainer,
    TrainingSpec,
    datasets,
    error_surface,
    gradient_check,
    importing,
    load_project,
    save_project,
    success_rate,
)

SPEC = NetworkSpec(2, (LayerSpec(2), LayerSpec(1)))
INPUTS, TARGETS = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
XOR = Dataset(INPUTS, TARGETS)
NAN, INF = float("nan"), float("inf")


def trainer(**settings: Any) -> Trainer:
    return Trainer(Network(SPEC, seed=0), XOR, TrainingSpec(**settings))


def test_dir_shows_the_public_names_and_each_is_there() -> None:
    code = "import engine; print(*dir(engine)); print(*[getattr(engine, name) is None for name in dir(engine)])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split("\n")
    assert shown[0].split() == sorted(engine.__all__)
    assert {"Network", "Trainer", "Dataset", "History", "datasets", "importing", "load_project"} <= set(dir(engine))
    assert set(shown[1].split()) == {"False"}
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = engine.Nothing


def test_type_checkers_are_told_that_the_engine_has_types() -> None:
    spec = importlib.util.find_spec("engine")
    assert spec is not None
    assert spec.origin is not None
    assert (Path(spec.origin).parent / "py.typed").is_file()


def test_a_layer_of_which_only_the_kind_is_said_has_the_activation_of_that_kind() -> None:
    assert LayerSpec(4, kind="rbf") == LayerSpec(4, "gaussian", "rbf")
    assert LayerSpec(4) == LayerSpec(4, "sigmoid", "dense")


def test_a_network_tells_its_layers_and_what_is_locked_and_cut() -> None:
    network = Network(SPEC)
    assert repr(network) == "<Network 2-2-1 (sigmoid, sigmoid): 9 parameters>"
    network.trainable[:3], network.connected[4] = False, False
    assert repr(network) == "<Network 2-2-1 (sigmoid, sigmoid): 9 parameters, 3 locked, 1 cut>"
    assert repr(network.trace(INPUTS)) == "<Trace of 4 samples through layers of 2-1 units>"


def test_a_trainer_and_its_history_tell_how_far_they_are() -> None:
    run = trainer(max_epochs=7)
    assert repr(run) == "<Trainer 2-2-1 by gradient_descent on 4 samples: epoch 0>"
    assert repr(run.history) == "<History: no evaluations>"
    run.run()
    assert repr(run) == "<Trainer 2-2-1 by gradient_descent on 4 samples: epoch 7, stopped: max_epochs>"
    first, last = (f"{loss:.4g}" for loss in (run.history.losses[0], run.loss))
    assert repr(run.history) == f"<History: 7 evaluations, loss {first} after epoch 1 to {last} after epoch 7>"


def test_a_data_set_tells_its_size_and_kind() -> None:
    assert repr(XOR) == "<Dataset 4 samples: 2 inputs, 1 outputs (binary 0/1)>"
    curve = Dataset([[0.0], [1.0]], [0.5, 0.7], [[2.0]], [0.1])
    assert repr(curve) == "<Dataset 2 samples, 1 test samples: 1 inputs, 1 outputs (values)>"


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "layers that are numbers": (lambda: NetworkSpec(2, (3, 1)), "Layer 1 must be a LayerSpec; got 3"),
    "one layer alone": (lambda: NetworkSpec(2, LayerSpec(1)), "layers must be a list"),
    "epochs in words": (lambda: trainer().run(epochs="many"), "whole number, 0 or more; got 'many'"),
    "epochs below 0": (lambda: trainer().run(-5), "whole number, 0 or more; got -5"),
    "half an epoch": (lambda: trainer().run(2.5), "got 2.5"),
    "too many epochs": (lambda: trainer().run(2**70), "from 0 to 9007199254740992"),
    "half an update": (lambda: trainer().advance(0.5), "number of updates"),
    "a limit beyond all kernels": (lambda: TrainingSpec(max_epochs=2**70), "from 1 to 999999999"),
    "a short vector": (lambda: setattr(Network(SPEC), "parameters", [1.0]), "9 parameters"),
    "a short mask": (lambda: setattr(Network(SPEC), "trainable", [True]), r"`trainable` .* got the shape \(1,\)"),
    "a long mask": (lambda: setattr(Network(SPEC), "connected", [True] * 10), "`connected`"),
    "a mask of numbers": (lambda: setattr(Network(SPEC), "connected", np.arange(9)), "True or False"),
    "weights of another shape": (lambda: setattr(Network(SPEC), "weights", [[1], [2]]), r"the shape \(2, 2\)"),
    "weights of one layer too few": (lambda: setattr(Network(SPEC), "weights", [np.eye(2)]), "has 2 layers"),
    "a layer that is not there": (lambda: Network(SPEC).weights.__setitem__(2, np.eye(2)), "layers 0 to 1"),
    "NaN to predict": (lambda: Network(SPEC).predict([[0, 1], [NAN, 0]]), "hold nan in row 2, column 1"),
    "infinity to trace": (lambda: Network(SPEC).trace([[0, INF]]), "hold inf in row 1, column 2"),
    "NaN targets": (lambda: Network(SPEC).loss(INPUTS, [[NAN]] * 4), "targets hold nan"),
    "NaN inputs of a gradient": (lambda: Network(SPEC).gradient([[NAN, 0]], [[0]]), "inputs hold nan"),
    "complex inputs": (lambda: Network(SPEC).predict(np.array([[1j, 0]])), "complex"),
    "predictions in one row": (lambda: XOR.right(TARGETS), "table with 1 column, "),
    "predictions of fewer samples": (lambda: XOR.right([[1.0]]), "There is 1 row of predictions but 4 of targets"),
    "names in one text": (lambda: Dataset(INPUTS, TARGETS, input_names="ab"), "must be a list"),
    "codes upside down": (lambda: Dataset(INPUTS, TARGETS, target_codes=(1, 0)), "low one first"),
    "a seed below 0": (lambda: Network(SPEC, seed=-1), "seed must be a whole number"),
    "a path that is none": (lambda: load_project(None), "named by a text or a path"),
    "saving what is no project": (lambda: save_project(SPEC, "x.perceptra"), "must be a Project"),
    "a text in place of a table": (lambda: importing.convert("a,b", importing.Plan(())), "must be a RawTable"),
    "a flag in words": (lambda: TrainingSpec(shuffle="yes"), "shuffle must be True or False"),
    "locks of another length": (lambda: Project(locked=[True, False]).start, "17 parameters, and so has locked"),
}


@pytest.mark.parametrize("misuse", REFUSED)
def test_misuse_gets_a_sentence(misuse: str) -> None:
    attempt, words = REFUSED[misuse]
    with pytest.raises(EngineError, match=words):
        attempt()


class Odd:
    """What nobody expects; it cannot even be shown."""

    def __repr__(self) -> str:
        raise RuntimeError


JUNK = [None, "many", -5, 2.5, NAN, INF, [], {}, Odd(), b"x", 1j, 2**70, 10**5000, True, (1, 2), [[1]], len]
JUNK += [np.array([1, 2]), Fraction(1, 2), np.array(["2020-01-01"], "datetime64[D]")]


def assigned(**values: Any) -> object:
    network = Network(SPEC, seed=0)
    for name, value in values.items():
        setattr(network, name, value)
    network.predict(INPUTS)
    return Trainer(network, XOR, TrainingSpec()).run(epochs=2)


def trained(**settings: object) -> object:
    run = trainer(**settings)
    run.run(epochs=1)
    return run.step()


def opened(**parts: object) -> object:
    project = Project(**parts)
    return project.run_setup(project.dataset.build()).start.make_network()


def built(**settings: object) -> object:
    return DatasetSpec(**settings).build()


def swept(**settings: Any) -> object:
    return list(success_rate(**settings))


def places(function: Callable[..., object], *names: str, **others: object) -> dict[str, Callable[[Any], object]]:
    """One call a name: what is given stands at that name, beside the others."""
    return {f"{function.__name__} {name}": lambda it, name=name: function(**(others | {name: it})) for name in names}


NETWORK, PAIR = Network(SPEC, seed=0), {"inputs": INPUTS, "targets": [[0], [1], [1], [0]]}
SURFACE = {"network": NETWORK, "data": XOR, "loss": "squared_error", "first": 0, "second": 1, "extent": 1.0, "n": 3}
SWEEP = {"spec": SPEC, "data": XOR, "training": TrainingSpec(max_epochs=1), "seeds": [0], "executor": None}
FACE: dict[str, Callable[[Any], object]] = {
    **places(LayerSpec, "units", "activation", "kind", units=2),
    **places(NetworkSpec, "n_inputs", "layers", "initialization", "initial_range", n_inputs=2, layers=SPEC.layers),
    "one of the layers": lambda it: NetworkSpec(2, (it,)),
    **places(Network, "spec", "seed", "parameters", spec=SPEC),
    **places(assigned, "parameters", "trainable", "connected", "weights", "biases"),
    **places(NETWORK.predict, "inputs"),
    **places(NETWORK.trace, "inputs"),
    **places(NETWORK.deltas, "inputs", "targets", "loss", **PAIR),
    **places(NETWORK.loss, "inputs", "targets", "loss", **PAIR),
    **places(NETWORK.gradient, "inputs", "targets", "loss", **PAIR),
    **places(Dataset, "inputs", "targets", "test_inputs", "input_names", "target_names", "target_codes", **PAIR),
    **places(Dataset, "preprocessing", "is_function", **PAIR),
    **places(XOR.right, "predictions", "targets", predictions=PAIR["targets"]),
    **places(XOR.labels, "targets"),
    **places(datasets.logic_gate, "name", "input_coding", "target_coding", name="xor"),
    **places(datasets.make, "name", "n_samples", "noise", "seed", "n_classes", "target_coding", name="blobs"),
    **places(datasets.load_table, "path"),
    **places(built, *(field.name for field in fields(DatasetSpec))),
    **{
        f"own {place}": call
        for place, call in places(built, *PAIR, "test_inputs", "test_targets", name="custom").items()
    },
    **{f"function {place}": call for place, call in places(built, "formula", "interval", name="function").items()},
    **places(trained, *(field.name for field in fields(TrainingSpec))),
    **places(opened, *(field.name for field in fields(Project))),
    **places(Trainer, "network", "data", "training", network=NETWORK.copy(), data=XOR, training=TrainingSpec()),
    "run": lambda it: trainer(max_epochs=1).run(it),
    "advance": lambda it: trainer(max_epochs=1).advance(it),
    "use_training": lambda it: trainer().use_training(it),
    "use_data": lambda it: trainer().use_data(it),
    "restore": lambda it: trainer().restore(it),
    "snapshot": lambda it: trainer().snapshot(it),
    **places(gradient_check, "network", "inputs", "targets", "loss", network=NETWORK, **PAIR),
    **places(error_surface, "network", "data", "loss", "first", "second", "extent", "n", **SURFACE),
    **places(swept, *SWEEP, **SWEEP),
    **places(load_project, "path"),
    **places(save_project, "project", path="never.perceptra"),
    **places(importing.read_table, "path"),
    **places(importing.suggested_plan, "table"),
    "convert": lambda it: importing.convert(it, it),
}


def refusal(attempt: Callable[[Any], object], value: object) -> str:
    """What the engine says; nothing where it takes the value."""
    try:
        attempt(value)
    except EngineError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("place", FACE)
def test_whatever_is_given_is_taken_or_refused_with_a_sentence(place: str) -> None:
    sentences = [sentence for value in JUNK if (sentence := refusal(FACE[place], value))]
    assert len(sentences) > 3
    assert all(10 < len(sentence) < 600 for sentence in sentences)
