"""This module makes the remedies of a diagnosis out of what was measured; `Trials` chooses among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from engine.analysis.diagnosis.measurements import Measurements
from engine.analysis.diagnosis.remedy import Remedy
from engine.analysis.diagnosis.unit_slopes import switches_off
from engine.data.scaling import NONE, STANDARDISE
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import Text
from engine.spec.losses import LOSSES
from engine.spec.specs import MAX_UNITS, LayerSpec, NetworkSpec, TrainingSpec
from engine.spec.value_checks import LARGEST_SEED

_STARTS = 8
_LEAST_SHARE = 1e-6
_ROUND = (1.0, 2.0, 5.0)


def new_starts(of: Measurements, network: NetworkSpec | None = None) -> Iterator[Remedy]:
    """The same again from the seeds that follow."""
    for step in range(1, _STARTS + 1):
        seed = (of.training.seed + step) % (LARGEST_SEED + 1)
        label = Text("Draw a new start (seed {seed})", seed=seed)
        yield Remedy("new_start", network or of.spec, replace(of.training, seed=seed), label)


def smaller_rates(of: Measurements) -> Iterator[Remedy]:
    """The run from its start with three tenths of the learning rate, a tenth and so on; none if the rate is unused."""
    for factor in (0.3, 0.1, 0.03, 0.01, 0.001, 1e-4) if of.rule.uses("learning_rate") else ():
        rate = round_number(of.training.learning_rate * factor)
        yield _with_rate(of, rate, Text("Lower the learning rate to {rate:g}", rate=rate), goes_on=False)


def larger_rates(of: Measurements, most: float) -> Iterator[Remedy]:
    """The run goes on with a learning rate ten times as large, a hundred times and so on, up to `most`; or none.

    A rate that has decayed to nothing, or to 0, is taken for a millionth of `most`.
    """
    rate = max(of.trainer.learning_rate, _LEAST_SHARE * most) if of.rule.uses("learning_rate") else np.inf
    while (rate := rate * 10.0) <= 1.0001 * most:
        chosen = round_number(rate)
        yield _with_rate(of, chosen, Text("Raise the learning rate to {rate:g}", rate=chosen), goes_on=True)


def _with_rate(of: Measurements, rate: float, label: Text, goes_on: bool) -> Remedy:
    training = replace(
        of.training, learning_rate=rate, learning_rate_decay=0.0 if goes_on else of.training.learning_rate_decay
    )
    return Remedy("learning_rate", of.spec, training, label, goes_on=goes_on)


def without_momentum(of: Measurements) -> Remedy:
    """The run from its start without momentum."""
    return Remedy("momentum", of.spec, replace(of.training, momentum=0.0), Text("Train without momentum"))


def smaller_penalties(of: Measurements) -> Iterator[Remedy]:
    """The run from its start with a hundredth of the penalty on large weights, and without it."""
    for factor in (0.01, 0.0):
        training = replace(of.training, l1=factor * of.training.l1, l2=factor * of.training.l2)
        label = Text("Train with a hundredth of the penalty") if factor else Text("Train without penalty")
        yield Remedy("penalty", of.spec, training, label)


def quicker_rules(of: Measurements) -> Iterator[Remedy]:
    """The run from its start by rules that cross flat stretches sooner."""
    if of.rule.uses("momentum") and of.training.momentum < 0.9 and of.rule.gradient:
        training = replace(of.training, momentum=0.9)
        yield Remedy("momentum", of.spec, training, Text("Train with momentum 0.9"), goes_on=True)
    rprop = replace(of.training, rule="rprop", batch_size=None)
    adam = replace(of.training, rule="adam", learning_rate=0.02)
    for training in (adam, rprop):
        if training.rule != of.training.rule:
            yield Remedy("rule", of.spec, training, Text("Train by {rule}", rule=training.rule))


def smaller_starts(of: Measurements) -> Iterator[Remedy]:
    """Starts from smaller weights."""
    for scheme, width in (("uniform", 1.0), ("uniform", 0.5), ("xavier", 1.0)):
        network = replace(of.spec, initialization=scheme, initial_range=width)
        if scheme == "uniform":
            label = Text("Draw a start from −{width:g} … {width:g}", width=width)
        else:
            label = Text("Draw a start that suits the number of inputs (Xavier)")
        yield Remedy("initialization", network, of.training, label)


def drawn_starts(of: Measurements) -> Iterator[Remedy]:
    """Starts whose weights differ, from the seed of the run and those that follow."""
    network = replace(of.spec, initialization="uniform", initial_range=of.spec.initial_range or 1.0)
    yield Remedy("initialization", network, of.training, Text("Draw a start at random"))
    for start in new_starts(of, network):
        label = Text("Draw a start at random (seed {seed})", seed=start.training.seed)
        yield replace(start, kind="initialization", label=label)


def scaled_inputs(of: Measurements) -> Remedy | None:
    """Standardised inputs; None where they are scaled already."""
    if of.data.preprocessing.scaling != NONE:
        return None
    return Remedy("scale_inputs", of.spec, of.training, Text("Scale the inputs"), scaling=STANDARDISE)


def cross_entropy(of: Measurements) -> Remedy | None:
    """The cross-entropy as error; None where it does not fit outputs and targets."""
    loss, low, high = LOSSES["cross_entropy"], float(of.data.targets.min()), float(of.data.targets.max())
    if not (loss.fits_output(of.spec.layers[-1].activation) and loss.fits_targets(low, high) and of.rule.gradient):
        return None
    training = replace(of.training, loss="cross_entropy")
    if training.target_error is not None:
        training = replace(training, target_error=None, stop_when_all_right=of.data.task != "values")
    return Remedy("loss", of.spec, training, Text("Train with the cross-entropy as error"))


def other_output(of: Measurements) -> Iterator[Remedy]:
    """Output units that can answer the targets."""
    low, high = float(of.data.targets.min()), float(of.data.targets.max())
    for name in ("sigmoid", "tanh", "linear"):
        entry = ACTIVATIONS[name]
        if entry.range[0] <= low and high <= entry.range[1]:
            label = Text("Take {activation} units for the output layer", activation=name)
            network = _with_layer(of.spec, -1, activation=name)
            for training in dict.fromkeys((of.training, _gentler(of.training, name))):
                yield Remedy("output", network, training, label)


def _gentler(training: TrainingSpec, output: str) -> TrainingSpec:
    """`training` with a rate that linear units bear: their slope is four times that of a sigmoid."""
    if output != "linear" or training.learning_rate <= 0.05:
        return training
    return replace(training, learning_rate=0.05)


def other_hidden(of: Measurements, activation: str) -> Remedy:
    """The hidden layers that switch off with another activation."""
    network = of.spec
    for index, layer in enumerate(of.spec.layers[:-1]):
        if switches_off(layer.activation):
            network = _with_layer(network, index, activation=activation)
    label = Text("Take {activation} units for the hidden layers", activation=activation)
    return Remedy("hidden_activation", network, of.training, label)


def wider(of: Measurements, layer: int, units: tuple[int, ...]) -> Iterator[Remedy]:
    """So many units in a hidden layer."""
    for count in units:
        if of.spec.layers[layer].units < count <= MAX_UNITS:
            network = _with_layer(of.spec, layer, units=count)
            label = Text("Take {units} units in hidden layer {number}", number=layer + 1, units=count)
            yield Remedy("units", network, of.training, label)


def hidden_layers(of: Measurements, units: tuple[int, ...] = (4, 8, 16)) -> Iterator[Remedy]:
    """A hidden layer before the output layer, and a rule that can train it."""
    output = of.spec.layers[-1]
    if not ACTIVATIONS[output.activation].has_gradient:
        output = replace(output, activation=ACTIVATIONS[output.activation].smooth)
    hidden = "sigmoid" if output.activation in ("sigmoid", "softmax") else "tanh"
    training = of.training if of.rule.gradient else replace(of.training, rule="gradient_descent", learning_rate=0.5)
    if not ACTIVATIONS[output.activation].bounded:
        training = _gentler(training, output.activation)
    first_id = 1 + max(layer.id for layer in of.spec.layers)
    for count in units:
        layers = (*of.spec.layers[:-1], LayerSpec(count, hidden, id=first_id), output)
        network = replace(of.spec, layers=layers, initialization="uniform", initial_range=of.spec.initial_range or 1.0)
        yield Remedy("hidden_layer", network, training, Text("Add a hidden layer of {units} units", units=count))


def left_out(of: Measurements, samples: tuple[int, ...]) -> Remedy:
    """The run without some samples."""
    label = Text("Leave out {count} samples", count=len(samples))
    return Remedy("leave_out", of.spec, of.training, label, without=samples)


def calmer_steps(of: Measurements) -> Remedy | None:
    """Steps along the gradient of the whole set; None where the run makes them already."""
    size = of.training.batch_size
    if not of.rule.uses("batch_size") or size is None or size >= of.data.n_samples:
        return None
    return Remedy("batch_size", of.spec, replace(of.training, batch_size=None), Text("Train on the whole set at once"))


def changes(of: Measurements, remedy: Remedy) -> bool:
    """Whether it is more than to begin again from a start drawn as before."""
    is_same = remedy.network == of.spec and remedy.training == of.training
    return not is_same or bool(remedy.scaling or remedy.without)


def round_number(value: float) -> float:
    """The nearest of 1, 2, 5, 10 … on a logarithmic scale."""
    power = 10.0 ** np.floor(np.log10(value))
    near = min((*_ROUND, 10.0), key=lambda digit: abs(np.log(value / (digit * power))))
    return float(f"{near * power:.6g}")


def _with_layer(network: NetworkSpec, index: int, **changes: object) -> NetworkSpec:
    layers = list(network.layers)
    layers[index] = replace(layers[index], **changes)  # type: ignore[arg-type]
    return replace(network, layers=tuple(layers))
