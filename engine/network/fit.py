"""This module checks whether network, data and training fit together; each check says what to change."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError, Text
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE, Rule
from engine.spec.specs import MIN_WIDTH, NetworkSpec, TrainingSpec
from engine.spec.value_checks import check_choice, check_kind

Floats = NDArray[np.float64]


def check(network: NetworkSpec, data: Dataset, training: TrainingSpec) -> None:
    """Raises EngineError with a sentence that says what to change where these three cannot work together."""
    check_kind("The data", data, Dataset)
    check_kind("The training", training, TrainingSpec)
    _check_data(network, data)
    check_loss(network, training.loss)
    for targets in (data.targets, data.test_targets):
        check_targets(training.loss, targets)
    rule = RULE_TABLE[training.rule]
    _check_layers(network, training.rule, rule)
    _check_batch(data, training, rule)
    if rule.threshold_units:
        _check_codes(network, data)


def has_ledger(network: NetworkSpec, training: TrainingSpec) -> bool:
    """Whether runs of such a network have a ledger: those by the rules for one layer, sample by sample."""
    return RULE_TABLE[training.rule].one_layer and len(network.layers) == 1


def check_gradient(network: NetworkSpec, what: Text) -> None:
    """Raises EngineError where a layer of `network` has no gradient; `what` needs it."""
    for index, layer in enumerate(network.layers):
        if not ACTIVATIONS[layer.activation].has_gradient:
            values = {"what": what, "activation": layer.activation, "number": index + 1}
            if len(network.layers) == 1:
                raise EngineError(
                    "{what} needs a gradient, and {activation} units have none; choose sigmoid or tanh, or train one "
                    "layer by the perceptron rule.",
                    **values,
                )
            if index == len(network.layers) - 1:
                raise EngineError(
                    "{what} needs a gradient, and the {activation} units of the output layer have none; "
                    "choose sigmoid or tanh for it, or set the weights by hand.",
                    **values,
                )
            raise EngineError(
                "{what} needs a gradient, and the {activation} units of hidden layer {number} have none; "
                "choose sigmoid or tanh for it, or set the weights by hand.",
                **values,
            )


def check_loss(network: NetworkSpec, loss: str) -> None:
    """Raises EngineError where `loss` is unknown or cannot be computed from the outputs of `network`."""
    check_choice(Text("loss"), loss, LOSSES)
    activation = network.layers[-1].activation
    if not LOSSES[loss].fits_output(activation):
        raise EngineError(
            "The cross-entropy needs sigmoid or softmax outputs, but the output layer is {activation}; "
            "change the output activation or choose the squared error.",
            activation=activation,
        )


def check_targets(loss: str, targets: Floats) -> None:
    """Raises EngineError where `targets` hold values that `loss` has no meaning for."""
    if targets.size and not LOSSES[loss].fits_targets(float(targets.min()), float(targets.max())):
        raise EngineError(
            "The cross-entropy needs targets between 0 and 1, but they run from {low:g} to {high:g}; code "
            "the targets as 0 and 1 or choose the squared error.",
            low=targets.min(),
            high=targets.max(),
        )


def check_widths(network: NetworkSpec, parameters: Floats) -> None:
    """Raises EngineError where an RBF unit's width, among the flat `parameters`, is below the smallest one."""
    if not network.rbf:
        return
    widths = parameters[network.n_rbf_parameters - network.layers[0].units : network.n_rbf_parameters]
    for unit, width in enumerate(widths):
        if not width >= MIN_WIDTH:
            raise EngineError(
                "The width of an RBF unit must be {least:g} or more; that of unit {unit} would be {width:g}.",
                least=MIN_WIDTH,
                unit=unit + 1,
                width=float(width),
            )


def _check_data(network: NetworkSpec, data: Dataset) -> None:
    if data.n_samples == 0:
        raise EngineError("The data set is empty; add at least one training sample.")
    if data.n_inputs != network.n_inputs:
        raise EngineError(
            "The network has {inputs} inputs but the data has {data_inputs} input columns; give the network "
            "as many inputs as there are columns.",
            inputs=network.n_inputs,
            data_inputs=data.n_inputs,
        )
    if data.n_outputs != network.n_outputs:
        raise EngineError(
            "The output layer has {outputs} units but the data has {data_outputs} target columns; give the "
            "output layer one unit for each column.",
            outputs=network.n_outputs,
            data_outputs=data.n_outputs,
        )


def _check_layers(network: NetworkSpec, name: str, rule: Rule) -> None:
    if rule.one_layer and len(network.layers) > 1:
        raise EngineError(
            "Training by {rule} is for one layer, but the network has {layers};"
            " remove the hidden layers or choose gradient descent.",
            rule=name,
            layers=len(network.layers),
        )
    activation = network.layers[-1].activation
    if rule.threshold_units and ACTIVATIONS[activation].has_gradient:
        raise EngineError(
            "Training by {rule} needs sgn or step units, but the layer is {activation};"
            " change the activation or choose gradient descent.",
            rule=name,
            activation=activation,
        )
    if rule.gradient:
        check_gradient(network, Text("Training by {rule}", rule=name))


def _check_batch(data: Dataset, training: TrainingSpec, rule: Rule) -> None:
    size = data.n_samples if training.batch_size is None else min(training.batch_size, data.n_samples)
    if rule.batch == "sample" and size != 1:
        raise EngineError("Training by {rule} goes sample by sample; set the batch size to 1.", rule=training.rule)
    if rule.batch == "set" and size != data.n_samples:
        raise EngineError(
            "Training by {rule} needs the whole set in one batch; set the batch size to whole set.", rule=training.rule
        )


def _check_codes(network: NetworkSpec, data: Dataset) -> None:
    activation = ACTIVATIONS[network.layers[-1].activation]
    codes = (activation.low, activation.high)
    outside = [value for rows in (data.targets, data.test_targets) for value in rows.flat if value not in codes]
    if outside:
        raise EngineError(
            "{activation} units answer {low:g} or {high:g}, so the perceptron rule can never reach a target "
            "of {target:g}; code the targets as {low:g} and {high:g} or choose {other} units.",
            activation=activation.name,
            low=codes[0],
            high=codes[1],
            target=outside[0],
            other="step" if activation.name == "sgn" else "sgn",
        )
