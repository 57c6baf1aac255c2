"""This module writes the training of a network as a function for PyTorch, by PyTorch's own optimizers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.export.training_code.cells import data_lines, free_parameters, has_schedule, passes_of, values_of
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.losses import CROSS_ENTROPY, LOSSES
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import MIN_WIDTH, NetworkSpec, TrainingSpec
from engine.training.run_setup import RunSetup

_OPTIMIZERS = {
    "gradient_descent": "torch.optim.SGD(network.parameters(), lr={rate!r}, momentum={momentum!r})",
    "nesterov": "torch.optim.SGD(network.parameters(), lr={rate!r}, momentum={momentum!r}, nesterov={is_nesterov})",
    "adam": "torch.optim.Adam(network.parameters(), lr={rate!r})",
    "rprop": "torch.optim.Rprop(network.parameters(), lr={memory!r}, etas=(0.5, 1.2), step_sizes=(1e-6, 50.0))",
}
"""In Python, PyTorch's optimizer that updates as the rule does."""

_TRAIN = '''

def mean_error(network, values, targets):
    """{formula} for what the network sees of the samples, its mean over them."""
    net = network.net(values)
    return {loss} / len(values)


def train(network, passes={passes}):
    """Trains on from where the network stands; returns the mean error after each pass.{remark}"""
    first = next(network.parameters())
    kind = {{"dtype": first.dtype, "device": first.device}}
    values, wanted = (torch.tensor(rows.tolist(), **kind) for rows in (inputs, targets))
    optimizer = {optimizer}
    curve = []
    for epoch in range(passes):
'''


def torch_training(setup: RunSetup, passes: int = 0) -> str:
    """In Python: the training samples, and `train`, which trains a `Network` of `torch_script` for so many passes.

    Raises EngineError for a rule that none of PyTorch's optimizers goes by, and for data that are too large.
    """
    network, training, data = setup.network, setup.training, setup.dataset
    rule = RULE_TABLE[training.rule]
    if rule.name not in _OPTIMIZERS:
        raise EngineError(
            "PyTorch has no optimizer for the rule {rule}; export the notebook or the script that trains in NumPy.",
            rule=rule.name,
        )
    optimizer = _OPTIMIZERS[rule.name].format(
        rate=training.learning_rate,
        momentum=training.momentum,
        is_nesterov=training.momentum > 0,
        memory=rule.memory_start,
    )
    head = _TRAIN.format(
        formula=LOSSES[training.loss].formula,
        loss=_loss(network, training),
        passes=passes_of(training, passes),
        remark=_remark(training),
        optimizer=optimizer,
    )
    batch = min(training.batch_size or data.n_samples, data.n_samples)
    return (
        f"\n\n{data_lines(data)}\n{head}"
        + "".join(f"        {line}\n" for line in _pass(setup, batch))
        + "    return curve\n"
    )


def _remark(training: TrainingSpec) -> str:
    remarks = [" The order of the samples is PyTorch's own."] if training.shuffle else []
    if has_schedule(training) and training.momentum:
        remarks.append(" PyTorch's momentum follows a falling learning rate at once.")
    return "".join(remarks)


def _loss(network: NetworkSpec, training: TrainingSpec) -> str:
    output = ACTIVATIONS[network.layers[-1].activation]
    if LOSSES[training.loss].code != CROSS_ENTROPY:
        return f"0.5 * ((targets - {output.torch.format(net='net')}) ** 2).sum()"
    if output.compares_units:
        return "-(targets * torch.log_softmax(net, dim=1)).sum()"
    return 'nn.functional.binary_cross_entropy_with_logits(net, targets, reduction="sum")'


def _pass(setup: RunSetup, batch: int) -> list[str]:
    """The lines of one pass."""
    training, network = setup.training, setup.network
    lines = []
    if has_schedule(training):
        lines += [
            "for group in optimizer.param_groups:",
            f"    group['lr'] = {training.learning_rate!r} / (1.0 + {training.learning_rate_decay!r} * epoch)",
        ]
    order = "randperm" if training.shuffle else "arange"
    lines += [
        f"order = torch.{order}(len(values))",
        f"for batch in order.split({batch}):",
        "    loss = mean_error(network, values[batch], wanted[batch])",
        *(f"    {line}" for line in _penalties(training)),
        "    optimizer.zero_grad()",
        "    loss.backward()",
        *(f"    {line}" for line in _held(setup)),
        "    optimizer.step()",
    ]
    if network.layers[0].kind == "rbf":
        lines.append(f"    network.widths_1.data.clamp_(min={MIN_WIDTH!r})")
    return [*lines, "with torch.no_grad():", "    curve.append(float(mean_error(network, values, wanted)))"]


def _penalties(training: TrainingSpec) -> list[str]:
    if not RULE_TABLE[training.rule].uses("l1") or not (training.l1 or training.l2):
        return []
    return [
        "for layer in network.children():",
        f"    loss = loss + {training.l1!r} * layer.weight.abs().sum() + {training.l2 / 2!r} * (layer.weight**2).sum()",
    ]


def _held(setup: RunSetup) -> list[str]:
    """What keeps locked and cut parameters where they are: they have no gradient."""
    free = free_parameters(setup)
    if free is None:
        return []
    arrays = values_of(setup.network, free)
    lines = []
    for number, layer in enumerate(setup.network.layers, start=1):
        weights, biases = arrays[2 * number - 2 : 2 * number]
        if layer.kind == "rbf":
            pairs = ((f"centres_{number}", weights), (f"widths_{number}", biases))
        else:
            pairs = ((f"layer_{number}.weight", weights.T), (f"layer_{number}.bias", biases))
        for name, values in pairs:
            if not values.all():
                lines.append(
                    f"network.{name}.grad *= torch.tensor({_flags(values)}, device=first.device)  # 0: locked or cut"
                )
    return lines


def _flags(values: NDArray[np.float64]) -> str:
    return str(values.astype(int).tolist())
