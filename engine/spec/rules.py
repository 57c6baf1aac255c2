"""The training rules: what each needs of the network and the data.

perceptron            ΔW = η (d − o) x, sample by sample (Rosenblatt 1958)
widrow_hoff           ΔW = η (d − net) x, sample by sample (Widrow and Hoff 1960)
gradient_descent      velocity = momentum · velocity − η · gradient; then added
adaptive              gradient descent on the whole set whose η grows by 5 % while the loss falls; a step that raises
                      the loss by more than 4 % is taken back, η shrinks by 30 % and the velocity becomes 0
rprop                 every parameter has a step size of its own, led by the gradient's sign (Riedmiller and Braun 1993;
                      without backtracking, the gradient zeroed on a change of sign: Igel and Hüsken 2000, iRprop−)
adam                  moments of the gradient with bias correction (Kingma and Ba 2015)

The momentum counts for gradient_descent and adaptive. The penalties, l1 · sign(w) + l2 · w added to the gradient of
every weight (none of a bias), that is l1 Σ|w| + ½ l2 Σw² beside the loss, count for every rule but perceptron and
widrow_hoff. They are no part of the reported loss.

The formulas are in `engine/network/kernels/update.py`. A further rule is an entry here and a branch there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError, Text
from engine.spec.losses import check_loss, check_targets

if TYPE_CHECKING:
    from engine.data.dataset import Dataset
    from engine.spec.specs import NetworkSpec, TrainingSpec

PERCEPTRON, WIDROW_HOFF, GRADIENT_DESCENT, ADAPTIVE, RPROP, ADAM = range(6)


@dataclass(frozen=True)
class Rule:
    """What a rule needs. `batch`: "sample" (size 1), "set" (the whole set) or "any"."""

    code: int
    batch: str = "any"
    one_layer: bool = False
    threshold_units: bool = False
    gradient: bool = True


RULE_TABLE: dict[str, Rule] = {
    "perceptron": Rule(PERCEPTRON, batch="sample", one_layer=True, threshold_units=True, gradient=False),
    "widrow_hoff": Rule(WIDROW_HOFF, batch="sample", one_layer=True, gradient=False),
    "gradient_descent": Rule(GRADIENT_DESCENT),
    "adaptive": Rule(ADAPTIVE, batch="set"),
    "rprop": Rule(RPROP, batch="set"),
    "adam": Rule(ADAM),
}

RULES: tuple[str, ...] = tuple(RULE_TABLE)
"""The names of the rules, in the order in which the window lists them."""


def check(network: NetworkSpec, data: Dataset, training: TrainingSpec) -> None:
    """Raises EngineError with a sentence that says what to change where these three cannot work together."""
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
    for place, layer in enumerate(network.layers):
        if not ACTIVATIONS[layer.activation].has_gradient:
            values = {"what": what, "activation": layer.activation, "number": place + 1}
            if len(network.layers) == 1:
                raise EngineError(
                    "{what} needs a gradient, and {activation} units have none; choose sigmoid or tanh, or train one "
                    "layer by the perceptron rule.",
                    **values,
                )
            if place == len(network.layers) - 1:
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
