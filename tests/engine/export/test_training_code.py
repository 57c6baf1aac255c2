"""Notebooks and scripts that train: run, they come to the engine's own weights."""

from __future__ import annotations

import contextlib
import io
import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine import DatasetSpec, EngineError, LayerSpec, NetworkSpec, TrainingSpec
from engine.analysis.numpy_code.numpy_lines import numpy_lines
from engine.data.dataset import Dataset
from engine.export import notebook, torch_training_script, training_script
from engine.export.training_code import cells
from engine.network.network_start import NetworkStart
from engine.spec.activations import ACTIVATIONS
from engine.spec.frozen_array import freeze
from engine.spec.rules import RULES
from engine.training.run_setup import RunSetup
from engine.training.trainer import Trainer

XOR, AND = DatasetSpec("xor").build(), DatasetSpec("and").build()
IRIS = DatasetSpec("iris", scaling="standardise").build()
SMALL = NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(1, "sigmoid")))


def setup_of(network: NetworkSpec, data: Dataset, training: TrainingSpec, **start: Any) -> RunSetup:
    return RunSetup(NetworkStart(network, training.seed, **start), data, training)


def trained(setup: RunSetup, passes: int) -> Trainer:
    trainer = Trainer(setup.start.make_network(), setup.dataset, setup.training)
    trainer.run(epochs=passes)
    return trainer


def executed(code: str) -> tuple[dict[str, Any], str]:
    space: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(code, space)
    return space, out.getvalue()


def flat(space: dict[str, Any]) -> Any:
    return np.concatenate([values.ravel() for values in space["parameters"]])


RUNS: dict[str, tuple[NetworkSpec, Dataset, TrainingSpec]] = {
    "sample by sample": (SMALL, XOR, TrainingSpec(momentum=0.5)),
    "shuffled batches": (SMALL, XOR, TrainingSpec(batch_size=3, shuffle=True, seed=7, learning_rate_decay=0.01)),
    "penalties": (SMALL, XOR, TrainingSpec(l1=0.001, l2=0.01)),
    "nesterov": (SMALL, XOR, TrainingSpec("nesterov", momentum=0.5)),
    "adam": (SMALL, XOR, TrainingSpec("adam", learning_rate=0.01, batch_size=2)),
    "rprop": (SMALL, XOR, TrainingSpec("rprop", batch_size=None, l2=0.001)),
    "adaptive": (SMALL, XOR, TrainingSpec("adaptive", batch_size=None, momentum=0.5, l2=1e-6)),
    "widrow_hoff": (NetworkSpec(2, (LayerSpec(1, "linear"),)), AND, TrainingSpec("widrow_hoff", learning_rate=0.1)),
    "perceptron": (NetworkSpec(2, (LayerSpec(1, "step"),)), AND, TrainingSpec("perceptron", learning_rate=0.1)),
    "classes": (
        NetworkSpec(4, (LayerSpec(6, "relu"), LayerSpec(3, "softmax"))),
        IRIS,
        TrainingSpec(loss="cross_entropy", learning_rate=0.05, batch_size=10),
    ),
    "rbf": (
        NetworkSpec(4, (LayerSpec(6, "gaussian", "rbf"), LayerSpec(3, "softmax"))),
        IRIS,
        TrainingSpec(learning_rate=0.05, batch_size=10, l1=0.001),
    ),
}


@pytest.mark.parametrize("kind", RUNS)
def test_the_notebook_trains_to_the_engine_s_weights(kind: str) -> None:
    setup = setup_of(*RUNS[kind])
    trainer = trained(setup, 40)
    text = notebook(setup, 40, trainer.network.parameters)
    book = json.loads(text)
    code = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    space, printed = executed("\n".join(code))
    np.testing.assert_allclose(flat(space), trainer.network.parameters, rtol=1e-12, atol=1e-13)
    assert space["curve"][-1] == pytest.approx(trainer.loss, rel=1e-11)
    told = re.search(r"largest difference from the weights in Perceptra: (\S+)", printed)
    assert told is not None
    assert float(told[1]) == np.abs(flat(space) - trainer.network.parameters).max()
    assert text == notebook(setup, 40, trainer.network.parameters)


def test_the_textbooks_letters_change_names_and_no_number() -> None:
    network, data, training = RUNS["adam"]
    codes = [training_script(setup_of(network, data, training), 5, None, lecture) for lecture in (True, False)]
    (lecture, _), (textbook, _) = map(executed, codes)
    np.testing.assert_array_equal(flat(lecture), flat(textbook))
    np.testing.assert_array_equal(lecture["net2"], textbook["z2"])
    np.testing.assert_array_equal(lecture["o1"], textbook["a1"])
    np.testing.assert_array_equal(lecture["d"], textbook["t"])
    assert "delta2 = (t - a2) * (a2 * (1.0 - a2))" in codes[1]
    assert not {"net1", "o1", "d"} & set(textbook)


def test_every_rule_is_tried() -> None:
    assert {training.rule for _, _, training in RUNS.values()} == set(RULES)


@pytest.mark.parametrize("kind", ["perceptron", "rprop"])
def test_where_sums_are_exact_the_weights_are_the_same_to_the_bit(kind: str) -> None:
    network, data, training = RUNS[kind]
    setup = setup_of(network, data, replace(training, learning_rate=0.25))  # of Rprop only the gradients' signs count
    space, _ = executed(training_script(setup, 30))
    np.testing.assert_array_equal(flat(space), trained(setup, 30).network.parameters)


def test_one_pass_sample_by_sample_is_within_a_few_units_of_rounding() -> None:
    setup = setup_of(*RUNS["sample by sample"])
    space, _ = executed(training_script(setup, 1))
    expected = trained(setup, 1).network.parameters
    assert (np.abs(flat(space) - expected) <= 4 * np.spacing(np.abs(expected).max())).all()


@pytest.mark.parametrize("rule", RULES)
def test_locked_and_cut_parameters_stay(rule: str) -> None:
    network, data, training = next(run for run in RUNS.values() if run[2].rule == rule)
    locked = np.arange(network.n_parameters) % 3 == 0
    setup = setup_of(network, data, training, locked=freeze(locked, "bool"), cut=freeze(locked[::-1], "bool"))
    space, _ = executed(training_script(setup, 5))
    np.testing.assert_allclose(flat(space), trained(setup, 5).network.parameters, rtol=1e-12, atol=1e-13)
    np.testing.assert_array_equal(flat(space)[locked], setup.start.first_parameters()[locked])


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
@pytest.mark.parametrize(
    "hidden", [name for name, entry in ACTIVATIONS.items() if entry.has_gradient and name != "softmax"]
)
def test_the_lines_have_every_slope(hidden: str, output: str, loss: str) -> None:
    first = LayerSpec(3, hidden, "rbf" if ACTIVATIONS[hidden].is_radial else "dense")
    data = IRIS if output == "softmax" else Dataset(IRIS.inputs, IRIS.targets[:, :1])
    network = NetworkSpec(4, (first, LayerSpec(3, "tanh"), LayerSpec(data.n_outputs, output)))
    setup = setup_of(network, data, TrainingSpec(loss=loss, learning_rate=0.1, batch_size=50))
    space, _ = executed(training_script(setup, 3))
    np.testing.assert_allclose(flat(space), trained(setup, 3).network.parameters, rtol=1e-12, atol=1e-13)


def test_a_step_of_a_small_network_is_some_fifteen_lines() -> None:
    lines = numpy_lines(SMALL, TrainingSpec(momentum=0.5))
    assert len([*lines.forward, *lines.loss, *lines.backward, *lines.update]) <= 18
    assert "delta1 = (delta2 @ W2.T) * (1.0 - o1 * o1)" in lines.backward


def test_large_data_are_packed_to_the_bit_and_too_large_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(5)
    data = Dataset(rng.normal(size=(1200, 6)), rng.normal(size=(1200, 1)), input_names=("a", "b\nc", "d") * 2)
    setup = setup_of(NetworkSpec(6, (LayerSpec(1, "linear"),)), data, TrainingSpec(learning_rate=0.01))
    script = training_script(setup, 1)
    assert len(script) < 200_000
    space, _ = executed(script)
    np.testing.assert_array_equal(space["inputs"], data.inputs)
    np.testing.assert_array_equal(space["targets"], data.targets)
    monkeypatch.setattr(cells, "MOST_NUMBERS", 8399)
    with pytest.raises(EngineError, match="The training samples are 8400 numbers; up to 8399 can be written"):
        training_script(setup, 1)


def test_a_run_that_has_not_begun_takes_a_usual_number_of_passes() -> None:
    setup = setup_of(SMALL, XOR, TrainingSpec(max_epochs=12))
    space, printed = executed(training_script(setup))
    assert len(space["curve"]) == 13
    assert "largest difference" not in printed


TORCH = ("sample by sample", "penalties", "nesterov", "adam", "rprop", "classes", "rbf")


@pytest.mark.parametrize("kind", TORCH)
def test_the_torch_script_trains_to_the_engine_s_answers(kind: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    setup = setup_of(*RUNS[kind])
    trainer = trained(setup, 20)
    space: dict[str, Any] = {"__name__": "exported"}
    exec(torch_training_script(setup, 20), space)
    network = space["Network"]()
    curve = space["train"](network)
    assert curve[-1] == pytest.approx(trainer.loss, rel=1e-10)
    answers = network(torch.tensor(setup.dataset.raw_inputs.tolist(), dtype=torch.float64)).tolist()
    np.testing.assert_allclose(answers, trainer.network.predict(setup.dataset.inputs), rtol=0, atol=1e-12)


OPTIMIZERS = {
    "sample by sample": "torch.optim.SGD(network.parameters(), lr=0.5, momentum=0.5)",
    "nesterov": "torch.optim.SGD(network.parameters(), lr=0.5, momentum=0.5, nesterov=True)",
    "adam": "torch.optim.Adam(network.parameters(), lr=0.01)",
    "rprop": "torch.optim.Rprop(network.parameters(), lr=0.1, etas=(0.5, 1.2), step_sizes=(1e-6, 50.0))",
}


@pytest.mark.parametrize("kind", TORCH)
def test_the_torch_script_that_trains_holds_start_samples_and_settings(kind: str) -> None:
    network, data, training = RUNS[kind]
    locked = np.arange(network.n_parameters) % 3 == 0
    setup = setup_of(network, data, training, locked=freeze(locked, "bool"))
    script = torch_training_script(setup, 20)
    compile(script, "exported", "exec")
    assert all(repr(float(value)) in script for value in setup.start.first_parameters())
    assert all(repr(float(value)) in script for value in data.inputs.ravel())
    assert OPTIMIZERS.get(kind, "torch.optim.SGD") in script
    assert "order.split(10)" in script or data is XOR
    assert "# 0: locked or cut" in script
    assert ("clamp_(min=" in script) == (kind == "rbf")
    assert "# 0: locked or cut" not in torch_training_script(setup_of(network, data, training), 20)


@pytest.mark.parametrize("kind", ["perceptron", "widrow_hoff", "adaptive"])
def test_rules_that_pytorch_does_not_have_are_said(kind: str) -> None:
    with pytest.raises(EngineError, match="PyTorch has no optimizer for the rule"):
        torch_training_script(setup_of(*RUNS[kind]), 20)
