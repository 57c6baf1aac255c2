"""This module makes network, data and training fit each other: the output layer follows the data, the rule the layers.

What can work together at all is said in `engine/network/fit.py`; here stands what to change where it cannot.
"""

from __future__ import annotations

from dataclasses import replace

from engine.data.dataset import Dataset
from engine.project.edits.edit import with_layer
from engine.project.project import Project
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import NetworkSpec, TrainingSpec

FIRING = {name: unit.range for name, unit in ACTIVATIONS.items() if not unit.has_gradient}
"""Activations without a slope, and the two values that they answer."""


def fitted(project: Project, data: Dataset, left_rule: str | None = None) -> Project:
    """`project` with sizes, rule, loss and batch made to fit; what works already stays as it is.

    `left_rule` is the rule before, where the user has chosen another one. Units without a slope become smooth where a
    rule that needs a slope takes the place of one that does not; elsewhere they are set by hand, and stay.
    """
    training, before = project.training, left_rule or project.training.rule
    if not rule_fits(training.rule, project.network, data):
        training = replace(training, rule="gradient_descent")
    network = _fit_layers(replace(project.network, n_inputs=data.n_inputs), training.rule, data)
    if RULE_TABLE[training.rule].gradient:
        network, training = _smooth_or_perceptron(network, training, before, data)
    training = replace(training, loss=_fit_loss(training, network, data), batch_size=_fit_batch(training))
    return replace(project, network=network, training=training)


def fitted_to_new_data(project: Project, before: Dataset, data: Dataset) -> Project:
    """`project`, made for `before`, after its data became `data`: where need be with another output layer."""
    network, training = project.network, project.training
    output = network.layers[-1].activation
    follows_rule = RULE_TABLE[training.rule].one_layer and rule_fits(training.rule, network, data)
    if not follows_rule and _needs_new_output(output, before, data):
        activation, loss = natural_output(data)
        if output in FIRING and data.n_outputs == network.n_outputs and not RULE_TABLE[training.rule].one_layer:
            activation = _firing(data) or activation  # set by hand: stay of that kind
        network = with_layer(network, -1, activation=activation, units=data.n_outputs)
        if "softmax" in (output, activation):
            training = replace(training, loss=loss)
    return fitted(replace(project, network=network, training=training), data)


def natural_output(data: Dataset) -> tuple[str, str]:
    """The output activation and the loss that suit the targets."""
    if data.task == "classes" and data.target_codes == (0.0, 1.0):
        return "softmax", "cross_entropy"
    return ("linear" if data.task == "values" else squashing_output(data)), "squared_error"


def squashing_output(data: Dataset) -> str:
    """The unit that squashes into the range of the targets; linear where none does."""
    return next((name for name in ("sigmoid", "tanh") if reaches(name, data)), "linear")


def reaches(activation: str, data: Dataset) -> bool:
    """Whether an output layer of `activation` can come as near to the targets as one likes."""
    if activation in FIRING:
        return data.task != "values" and data.target_codes == FIRING[activation]
    unit = ACTIVATIONS[activation]
    if unit.compares_units and not (data.task == "classes" and data.target_codes == (0.0, 1.0)):
        return False
    low, high = target_range(data)
    return unit.range[0] <= low and high <= unit.range[1]


def rule_fits(rule: str, network: NetworkSpec, data: Dataset) -> bool:
    """Whether `rule` can train a network of so many layers on such targets, with some output activation."""
    if RULE_TABLE[rule].one_layer and len(network.layers) > 1:
        return False
    return not RULE_TABLE[rule].threshold_units or _firing(data) is not None


def require_rule_fits(rule: str, network: NetworkSpec, data: Dataset) -> None:
    """EngineError where `rule` was asked for and cannot work."""
    if RULE_TABLE[rule].one_layer and len(network.layers) > 1:
        raise EngineError(
            "Training by {rule} is for a single layer, but this network has {layers}; remove the hidden layers first.",
            rule=rule,
            layers=len(network.layers),
        )
    if not rule_fits(rule, network, data):
        raise EngineError(
            "The perceptron rule needs targets of two codes, 0 and 1 or −1 and +1;"
            " change the coding of the targets or choose another rule."
        )


def target_range(data: Dataset) -> tuple[float, float]:
    """The smallest and the largest target that the data have or, being coded, could have."""
    if data.task != "values":
        return data.target_codes
    parts = [part for part in (data.targets, data.test_targets) if part.size]
    return min(float(part.min()) for part in parts), max(float(part.max()) for part in parts)


def _needs_new_output(output: str, before: Dataset, data: Dataset) -> bool:
    """Beside what cannot work: classes come in with softmax, and decisions after real values with a squashing unit."""
    if not reaches(output, data):
        return True
    if before.task == data.task:
        return False
    return data.task == "classes" or (before.task == "values" and not ACTIVATIONS[output].bounded)


def suits_one_layer_rule(activation: str, rule: str, data: Dataset) -> bool:
    """Whether a single layer trained by `rule` can answer through `activation`.

    The perceptron needs units that answer the target codes. Widrow-Hoff brings the net input itself to the targets,
    so an output must be high exactly where the net input passes the middle of the codes.
    """
    if RULE_TABLE[rule].threshold_units:
        return activation == _firing(data)
    unit = ACTIVATIONS[activation]
    symmetric = data.task != "values" and data.middle == 0 and unit.bounded and unit.middle == 0
    return activation == "linear" or (symmetric and reaches(activation, data))


def _firing(data: Dataset) -> str | None:
    """The activation that answers exactly the two target codes; None where there is none."""
    if data.task == "values":
        return None
    return next((name for name, codes in FIRING.items() if codes == data.target_codes), None)


def _fit_layers(network: NetworkSpec, rule: str, data: Dataset) -> NetworkSpec:
    output = network.layers[-1].activation
    if RULE_TABLE[rule].one_layer and not suits_one_layer_rule(output, rule, data):
        output = (_firing(data) if RULE_TABLE[rule].threshold_units else None) or "linear"
    elif ACTIVATIONS[output].compares_units and data.n_outputs < 2:
        output = squashing_output(data)
    return with_layer(network, -1, units=data.n_outputs, activation=output)


def _smooth_or_perceptron(
    network: NetworkSpec, training: TrainingSpec, before: str, data: Dataset
) -> tuple[NetworkSpec, TrainingSpec]:
    """Coming from a rule without gradient, smooth units; a layer of firing units left alone gets the perceptron."""
    if not RULE_TABLE[before].gradient:
        for index, layer in enumerate(network.layers):
            network = with_layer(network, index, activation=_smooth(layer.activation))
    elif len(network.layers) == 1 and network.layers[0].activation in FIRING:
        if suits_one_layer_rule(network.layers[0].activation, "perceptron", data):
            training = replace(training, rule="perceptron")
        else:
            network = with_layer(network, 0, activation=_smooth(network.layers[0].activation))
    return network, training


def _smooth(activation: str) -> str:
    """The smooth unit in place of one without a slope; others stay."""
    return ACTIVATIONS[activation].smooth or activation


def _fit_loss(training: TrainingSpec, network: NetworkSpec, data: Dataset) -> str:
    loss = LOSSES[training.loss]
    if loss.is_unconditional:
        return training.loss
    works = loss.fits_output(network.layers[-1].activation) and loss.fits_targets(*target_range(data))
    return training.loss if works and RULE_TABLE[training.rule].gradient else "squared_error"


def _fit_batch(training: TrainingSpec) -> int | None:
    return {"sample": 1, "set": None}.get(RULE_TABLE[training.rule].batch, training.batch_size)
