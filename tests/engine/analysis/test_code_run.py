"""The code view's lines compute what the engine computes: every net input, output, δ, gradient, and the update."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine import DatasetSpec, EngineError, LayerSpec, NetworkSpec, TrainingSpec
from engine.analysis.numpy_code import code_run as module
from engine.analysis.numpy_code.code_run import CodeRun, code_run, next_batch
from engine.analysis.numpy_code.numpy_lines import numpy_lines
from engine.data.dataset import Dataset
from engine.network.network_start import NetworkStart
from engine.spec.activations import ACTIVATIONS
from engine.spec.frozen_array import freeze
from engine.spec.rules import RULES
from engine.training.run_setup import RunSetup
from engine.training.snapshot import Snapshot
from engine.training.trainer import Trainer

XOR, AND = DatasetSpec("xor").build(), DatasetSpec("and").build()
IRIS = DatasetSpec("iris", scaling="standardise").build()
SMALL = NetworkSpec(2, (LayerSpec(3, "tanh"), LayerSpec(2, "bipolar_sigmoid"), LayerSpec(1, "sigmoid")))
CLOSE = {"rtol": 1e-12, "atol": 1e-12}
RULE_RUNS: dict[str, tuple[NetworkSpec, Dataset, TrainingSpec]] = {
    "perceptron": (NetworkSpec(2, (LayerSpec(1, "step"),)), AND, TrainingSpec("perceptron", learning_rate=0.1)),
    "widrow_hoff": (NetworkSpec(2, (LayerSpec(1, "linear"),)), AND, TrainingSpec("widrow_hoff", learning_rate=0.1)),
    "gradient_descent": (SMALL, XOR, TrainingSpec(momentum=0.5, l1=0.001, l2=0.01, learning_rate_decay=0.1)),
    "nesterov": (SMALL, XOR, TrainingSpec("nesterov", momentum=0.5)),
    "adaptive": (SMALL, XOR, TrainingSpec("adaptive", batch_size=None, momentum=0.5, l2=1e-6)),
    "rprop": (SMALL, XOR, TrainingSpec("rprop", batch_size=None)),
    "adam": (SMALL, XOR, TrainingSpec("adam", learning_rate=0.01, batch_size=2)),
}


def snapshot_of(trainer: Trainer) -> Snapshot:
    state = trainer.state()
    return Snapshot(
        run_id=1,
        epoch=state.epoch,
        step=state.step,
        parameters=trainer.network.parameters.copy(),
        loss=0.0,
        loss_sum=0.0,
        accuracy=None,
        n_right=None,
        n_samples=4,
        test_loss=None,
        test_accuracy=None,
        learning_rate=state.rule.learning_rate,
    )


def values_of(run: CodeRun) -> dict[str, Any]:
    """Every value by its name, of gradients and memories by both names; of what changes twice, the last."""
    return {" of ".join(filter(None, (v.of, v.name))): v.value for line in run.lines for v in line.values}


def flat(values: dict[str, Any], network: NetworkSpec, of: str = "") -> Any:
    names = module.numpy_lines(network, TrainingSpec()).parameters
    return np.concatenate([values[f"{of}{name}"].ravel() for name in names])


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
@pytest.mark.parametrize("output", ["sigmoid", "softmax"])
def test_forwards_and_backwards_every_array_is_the_engine_s(loss: str, output: str) -> None:
    hidden = [name for name, entry in ACTIVATIONS.items() if entry.has_gradient and name != "softmax"]
    data = IRIS if output == "softmax" else Dataset(IRIS.inputs, IRIS.targets[:, :1])
    rows = (0, 60, 120, 7)
    x, d = data.inputs[list(rows)], data.targets[list(rows)]
    for name in hidden:
        first = LayerSpec(3, name, "rbf" if ACTIVATIONS[name].is_radial else "dense")
        network = NetworkSpec(4, (first, LayerSpec(3, "tanh"), LayerSpec(data.n_outputs, output)))
        setup = RunSetup(NetworkStart(network, 3), data, TrainingSpec(loss=loss, batch_size=4))
        trainer = Trainer(setup.start.make_network(), data, setup.training)
        found = values_of(code_run(setup, snapshot_of(trainer), rows, trainer.state()))
        net = trainer.network
        trace, deltas = net.trace(x), net.deltas(x, d, loss)
        for layer in range(3):
            np.testing.assert_allclose(found[f"net{layer + 1}"], trace.net_inputs[layer], err_msg=name, **CLOSE)
            np.testing.assert_allclose(found[f"o{layer + 1}"], trace.activations[layer], err_msg=name, **CLOSE)
            np.testing.assert_allclose(found[f"delta{layer + 1}"], deltas[layer], err_msg=name, **CLOSE)
        np.testing.assert_allclose(found["loss"] / len(rows), net.loss(x, d, loss), err_msg=name, **CLOSE)
        gradient = flat(found, network, "gradients of ")
        np.testing.assert_allclose(gradient, net.gradient(x, d, loss), err_msg=name, **CLOSE)


@pytest.mark.parametrize("rule", RULES)
def test_amid_a_run_the_update_is_the_next_one_of_the_trainer(rule: str) -> None:
    """With what the rule remembers, locks and cuts; the next sample, batch or set in turn."""
    network, data, training = RULE_RUNS[rule]
    mask = np.arange(network.n_parameters) % 4 == 1
    for fixed in ({}, {"locked": freeze(mask, "bool"), "cut": freeze(np.roll(mask, 1), "bool")}):
        setup = RunSetup(NetworkStart(network, 1, **fixed), data, training)
        trainer = Trainer(setup.start.make_network(), data, training)
        for _ in range(6):
            state = trainer.state()
            batch = min(training.batch_size or 4, 4)
            rows = tuple(int(row) for row in state.order.array[state.position :][:batch])
            found = values_of(code_run(setup, snapshot_of(trainer), rows, state))
            trainer.step()
            np.testing.assert_allclose(flat(found, network), trainer.network.parameters, err_msg=rule, **CLOSE)


def test_the_lines_are_those_of_the_exports_each_with_its_layer_and_what_is_not_run_shows_nothing() -> None:
    network, data, training = RULE_RUNS["adaptive"]
    setup = RunSetup(NetworkStart(network, 1), data, training)
    trainer = Trainer(setup.start.make_network(), data, training)
    trainer.run(epochs=3)
    run = code_run(setup, snapshot_of(trainer), (0, 1, 2, 3), trainer.state())
    lines = numpy_lines(network, training)
    given = [f"{name} = np.array(...)" for name in lines.parameters]
    exported = [*lines.forward, *lines.loss, *lines.backward, *lines.update]
    assert [line.text for line in run.lines] == given + exported
    np.testing.assert_array_equal(flat(values_of(CodeRun((), run.lines[:6])), network), trainer.network.parameters)
    by_text = {line.text: line for line in run.lines}
    (net,) = by_text["net2 = o1 @ W2 + b2"].values
    assert (net.kind, net.layer, net.value.shape) == ("net", 1, (4, 2))
    (part,) = by_text["    -(o0.T @ delta1) * share,"].values
    assert (part.name, part.of, part.layer, part.value.shape) == ("W1", "gradients", 0, (2, 3))
    assert by_text["    objective = objective_of(inputs, targets)"].values == (), "the objective is known already"
    grows = any(line.values for line in run.lines if "rate *= 1.05" in line.text)
    shrinks = any(line.values for line in run.lines if "rate *= 0.7" in line.text)
    assert grows != shrinks
    assert [v.name for v in by_text["    p += u"].values] == ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert {v.of for line in run.lines for v in line.values if line.section == "backward"} == {"", "gradients"}


def test_too_many_samples_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WORK", 10)
    setup = RunSetup(NetworkStart(SMALL, 1), XOR, TrainingSpec())
    trainer = Trainer(setup.start.make_network(), XOR, setup.training)
    with pytest.raises(EngineError, match="fewer samples"):
        code_run(setup, snapshot_of(trainer), (0, 1), None)


def test_what_the_engine_cannot_train_has_no_code() -> None:
    network = NetworkSpec(2, (LayerSpec(2, "step"), LayerSpec(1, "sigmoid")))
    setup = RunSetup(NetworkStart(network, 1), XOR, TrainingSpec())
    trainer = Trainer(RunSetup(NetworkStart(SMALL, 1), XOR, TrainingSpec()).start.make_network(), XOR, TrainingSpec())
    with pytest.raises(EngineError, match="gradient"):
        code_run(setup, snapshot_of(trainer), (0,), None)


def test_the_next_batch_is_that_of_the_run_and_unknown_before_a_new_order_is_drawn() -> None:
    training = TrainingSpec(batch_size=2, shuffle=True, seed=3)
    setup = RunSetup(NetworkStart(SMALL, 1), XOR, training)
    trainer = Trainer(setup.start.make_network(), XOR, training)
    with pytest.raises(EngineError, match="new order"):
        next_batch(setup, snapshot_of(trainer), None)
    trainer.step()
    state = trainer.state()
    assert next_batch(setup, snapshot_of(trainer), state) == tuple(state.order.array[2:])
    trainer.step()
    with pytest.raises(EngineError, match="new order"):
        next_batch(setup, snapshot_of(trainer), trainer.state())
    in_order = RunSetup(setup.start, XOR, TrainingSpec(batch_size=3))
    assert next_batch(in_order, snapshot_of(trainer), None) == (0, 1, 2)


@pytest.mark.parametrize("rule", RULE_RUNS)
def test_nothing_that_a_person_or_a_file_says_stands_in_the_lines_that_are_run(rule: str) -> None:
    network, data, training = RULE_RUNS[rule]
    called = Dataset(data.inputs, data.targets, input_names=["exit()", "__import__('os')"], target_names=["__name__"])
    start = NetworkStart(network, seed=1)
    snapshot = snapshot_of(Trainer(start.make_network(), data, training))
    plain, hostile = (code_run(RunSetup(start, it, training), snapshot, (0,), None) for it in (data, called))
    assert [line.text for line in hostile.lines] == [line.text for line in plain.lines]
    assert not any("__" in line.text or "import" in line.text for line in hostile.lines)
