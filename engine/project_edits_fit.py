"""Keep network, data and training fit for each other: the output layer follows the data, the rule what it can train.

What can work together at all is said in `engine/rules.py`; here stands what to change where it cannot.
"""

from __future__ import annotations

from dataclasses import replace

from engine.dataset import Dataset
from engine.errors import EngineError
from engine.project import Project
from engine.project_edits_base import with_layer
from engine.specs import NetworkSpec, TrainingSpec

ONE_LAYER_RULES = ("perceptron", "widrow_hoff")
WHOLE_SET_RULES = ("adaptive", "rprop")
FIRING = {"step": (0.0, 1.0), "sgn": (-1.0, 1.0)}
"""Activations without a slope, and the two values that they answer."""

_SMOOTH = {"step": "sigmoid", "sgn": "tanh"}
_RANGES = {
    "sigmoid": (0.0, 1.0),
    "softmax": (0.0, 1.0),
    "gaussian": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "bipolar_sigmoid": (-1.0, 1.0),
    "relu": (0.0, float("inf")),
}


def fitted(project: Project, data: Dataset) -> Project:
    """`project` with sizes, rule, loss and batch made to fit; what works already stays as it is."""
    network = replace(project.network, n_inputs=data.n_inputs)
    network = with_layer(network, -1, units=data.n_outputs)
    training = project.training
    if not rule_fits(training.rule, network, data):
        training = replace(training, rule="gradient_descent")
    network = _fit_activations(network, training.rule, data)
    training = replace(training, loss=_fit_loss(training, network, data), batch_size=_fit_batch(training))
    return replace(project, network=network, training=training)


def fitted_to_new_data(project: Project, before: Dataset, data: Dataset) -> Project:
    """`project`, made for `before`, after its data became `data`: where need be with another output layer."""
    network, training = project.network, project.training
    output = network.layers[-1].activation
    if training.rule in ONE_LAYER_RULES and rule_fits(training.rule, network, data):
        if output in FIRING:
            network = with_layer(network, -1, activation=_firing(data) or output)
        elif not reaches(output, data):
            network = with_layer(network, -1, activation=natural_output(data)[0])
    elif _needs_new_output(output, before, data):
        activation, loss = natural_output(data)
        network = with_layer(network, -1, activation=activation)
        if "softmax" in (output, activation):
            training = replace(training, loss=loss)
    return fitted(replace(project, network=network, training=training), data)


def natural_output(data: Dataset) -> tuple[str, str]:
    """The output activation and the loss that suit the targets."""
    low, high = target_range(data)
    if data.task == "values":
        return "linear", "squared_error"
    if data.task == "classes" and data.target_codes == (0.0, 1.0):
        return "softmax", "cross_entropy"
    if low >= 0 and high <= 1:
        return "sigmoid", "squared_error"
    return ("tanh" if low >= -1 and high <= 1 else "linear"), "squared_error"


def reaches(activation: str, data: Dataset) -> bool:
    """Whether an output layer of `activation` can come as near to the targets as one likes."""
    if activation in FIRING:
        return data.task != "values" and data.target_codes == FIRING[activation]
    if activation == "softmax" and not (data.task == "classes" and data.target_codes == (0.0, 1.0)):
        return False
    low, high = target_range(data)
    least, most = _RANGES.get(activation, (-float("inf"), float("inf")))
    return least <= low and high <= most


def rule_fits(rule: str, network: NetworkSpec, data: Dataset) -> bool:
    """Whether `rule` can train a network of so many layers on such targets, with some output activation."""
    if rule in ONE_LAYER_RULES and len(network.layers) > 1:
        return False
    return rule != "perceptron" or _firing(data) is not None


def require_rule_fits(rule: str, network: NetworkSpec, data: Dataset) -> None:
    """EngineError where `rule` was asked for and cannot work."""
    if rule in ONE_LAYER_RULES and len(network.layers) > 1:
        raise EngineError(
            f"The rule {rule} trains a single layer, but this network has {len(network.layers)};"
            " remove the hidden layers first."
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
    return data.task == "classes" or (before.task == "values" and output not in _RANGES)


def _firing(data: Dataset) -> str | None:
    """The activation that answers exactly the two target codes; None where there is none."""
    if data.task == "values":
        return None
    return next((name for name, codes in FIRING.items() if codes == data.target_codes), None)


def _fit_activations(network: NetworkSpec, rule: str, data: Dataset) -> NetworkSpec:
    if rule == "perceptron":
        wanted = _firing(data) or network.layers[-1].activation
        return with_layer(network, -1, activation=wanted)
    for index, layer in enumerate(network.layers):
        if layer.activation in FIRING and rule not in ONE_LAYER_RULES:
            network = with_layer(network, index, activation=_SMOOTH[layer.activation])
    if network.layers[-1].activation == "softmax" and (data.n_outputs < 2 or rule in ONE_LAYER_RULES):
        network = with_layer(network, -1, activation=natural_one_layer_output(data))
    return network


def natural_one_layer_output(data: Dataset) -> str:
    """What stands in for softmax: the squashing unit for the targets' codes."""
    low, high = target_range(data)
    if low >= 0 and high <= 1:
        return "sigmoid"
    return "tanh" if low >= -1 and high <= 1 else "linear"


def _fit_loss(training: TrainingSpec, network: NetworkSpec, data: Dataset) -> str:
    if training.loss != "cross_entropy":
        return training.loss
    low, high = target_range(data)
    works = network.layers[-1].activation in ("sigmoid", "softmax") and low >= 0 and high <= 1
    return "cross_entropy" if works and training.rule not in ONE_LAYER_RULES else "squared_error"


def _fit_batch(training: TrainingSpec) -> int | None:
    if training.rule in ONE_LAYER_RULES:
        return 1
    return None if training.rule in WHOLE_SET_RULES else training.batch_size
