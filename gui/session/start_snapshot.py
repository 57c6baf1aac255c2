"""The start of a run at once, without the kernels: they take a second to load, and the first time longer to compile.

The trainer's own snapshot replaces this one as soon as it is there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.initialization import draw_parameters
from engine.spec.specs import NetworkSpec
from engine.training.milestones import from_table
from engine.training.run import Run
from engine.training.snapshot import Snapshot

Floats = NDArray[np.float64]

MOST_WORK = 1_000_000
"""Samples times parameters that take a few milliseconds; more is left to the trainer."""


def start_snapshot(run_id: int, project: Project, data: Dataset, run: Run | None = None) -> Snapshot | None:
    """The start of `project` on `data`, or where its saved `run` stood.

    None where that is too much to compute here, or they do not fit each other.
    """
    network = project.network
    n_rows = data.n_samples + data.n_test_samples
    if data.n_samples == 0 or n_rows * network.n_parameters > MOST_WORK:
        return None
    if (data.n_inputs, data.n_outputs) != (network.n_inputs, network.n_outputs):
        return None
    parameters = start_parameters(project) if run is None else run.parameters.array.copy()
    if parameters.shape != (network.n_parameters,):
        return None
    parameters.flags.writeable = False
    loss_sum, right = _judge(project, parameters, data, data.inputs, data.targets)
    test_sum, test_right = _judge(project, parameters, data, data.test_inputs, data.test_targets)
    rate = project.training.learning_rate
    if run is not None:
        rate, evaluation = run.rule.learning_rate, run.evaluation
        if run.position == 0 and evaluation.epoch == run.epoch:  # the kernels' sums, to the last bit
            loss_sum, test_sum = evaluation.loss_sum, evaluation.test_loss_sum
    n_test = data.n_test_samples
    return Snapshot(
        run_id=run_id,
        epoch=0 if run is None else run.epoch,
        step=0 if run is None else run.step,
        parameters=parameters,
        loss=loss_sum / data.n_samples,
        loss_sum=loss_sum,
        accuracy=None if right is None else right / data.n_samples,
        n_right=right,
        n_samples=data.n_samples,
        test_loss=test_sum / n_test if n_test else None,
        test_accuracy=test_right / n_test if n_test and test_right is not None else None,
        learning_rate=rate,
        milestones=() if run is None else from_table(run.milestones, data.n_outputs),
    )


def start_parameters(project: Project) -> Floats:
    """The parameters, flat, where training of `project` starts: given by number or drawn from the seed."""
    if project.parameters is not None:
        parameters = project.parameters.array.copy()
    else:
        parameters = draw_parameters(project.network, np.random.default_rng(project.training.seed))
    if project.cut is not None:
        parameters[project.cut.array] = 0.0
    return parameters


def _judge(
    project: Project, parameters: Floats, data: Dataset, inputs: Floats, targets: Floats
) -> tuple[float, int | None]:
    """Summed loss, and how many rows are right (None for real-valued targets)."""
    with np.errstate(all="ignore"):
        net_inputs, outputs = _forward(project.network, parameters, inputs)
        loss_sum = float(_losses(project, net_inputs, outputs, targets).sum())
    right = data.right(outputs, targets)
    return loss_sum, None if right is None else int(right.sum())


def _forward(network: NetworkSpec, parameters: Floats, inputs: Floats) -> tuple[Floats, Floats]:
    """Net inputs and outputs of the last layer."""
    place, net_inputs, outputs = 0, inputs, inputs
    for layer, n_inputs in zip(network.layers, network.sizes, strict=False):
        end = place + n_inputs * layer.units
        weights, biases = parameters[place:end].reshape(n_inputs, layer.units), parameters[end : end + layer.units]
        net_inputs = outputs @ weights + biases
        outputs = ACTIVATIONS[layer.activation].function(net_inputs)
        place = end + layer.units
    return net_inputs, outputs


def _losses(project: Project, net_inputs: Floats, outputs: Floats, targets: Floats) -> Floats:
    """The loss of each term, see engine/spec/losses.py; logarithms are taken of net inputs, so that none overflows."""
    if project.training.loss == "squared_error":
        return np.asarray((targets - outputs) ** 2 / 2)
    if project.network.layers[-1].activation == "softmax":
        largest = net_inputs.max(axis=1, keepdims=True) if len(net_inputs) else 0.0
        total = largest + np.log(np.exp(net_inputs - largest).sum(axis=1, keepdims=True))
        return np.asarray(targets * (total - net_inputs))
    return np.asarray(np.logaddexp(0.0, net_inputs) - targets * net_inputs)
