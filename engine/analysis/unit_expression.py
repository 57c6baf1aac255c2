"""This module writes a unit of a network, or a small network as a whole, as an expression with its present numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.expression.errors import ExpressionError
from engine.expression.operations import GRAPH_FUNCTIONS
from engine.expression.parser import parse
from engine.expression.tokens import MAX_LENGTH
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.losses import CROSS_ENTROPY, LOSSES
from engine.spec.specs import NetworkSpec

if TYPE_CHECKING:
    from engine.network.network import Network

Floats = NDArray[np.float64]


@dataclass
class NamedExpression:
    """An expression and the values of its variables."""

    text: str
    values: dict[str, float] = field(default_factory=dict)


def unit_expression(
    network: Network, inputs: Floats, targets: Floats, unit: tuple[int, int], loss: str
) -> NamedExpression:
    """Unit (layer, unit) for one sample, inputs (n_inputs,) and targets (n_outputs,); of an output unit its error.

    What feeds it are variables. Raises EngineError for a unit without a gradient and one with too many inputs.
    """
    layer, index = unit
    trace = network.trace(inputs[np.newaxis])
    feeding = inputs if layer == 0 else trace.activations[layer - 1][0]
    letter = "x" if layer == 0 else "y"
    names = [f"{letter}{k + 1}" for k in range(len(feeding))]
    found = NamedExpression("", dict(zip(names, map(float, feeding), strict=True)))
    net = _net(network, (layer, index), names, "", found)
    activation = network.spec.layers[layer].activation
    if ACTIVATIONS[activation].compares_units:
        output = _softmax_share(net, trace.net_inputs[layer][0], index, found)
    else:
        output = _form(activation, net)
    if layer < len(network.spec.layers) - 1:
        found.text = f"y = {output}"
    else:
        found.values["d"] = float(targets[index])
        found.text = f"E = {_error(output, 'd', network.spec, loss)}"
    return _checked(found)


def network_expression(network: Network, inputs: Floats, targets: Floats, loss: str) -> NamedExpression:
    """The error of one sample as an expression of all parameters; as in `unit_expression` else.

    Raises EngineError for a network that is too large for one expression.
    """
    spec = network.spec
    found = NamedExpression("", {f"x{k + 1}": float(value) for k, value in enumerate(inputs)})
    outputs = [f"x{k + 1}" for k in range(len(inputs))]
    for layer, each in enumerate(spec.layers):
        marks = [_mark(spec, layer, unit) for unit in range(each.units)]
        nets = [_net(network, (layer, unit), outputs, mark, found) for unit, mark in enumerate(marks)]
        if sum(map(len, nets)) > MAX_LENGTH:
            raise _too_large()
        if ACTIVATIONS[each.activation].compares_units:
            outputs = [_softmax(net, [*nets[:unit], *nets[unit + 1 :]]) for unit, net in enumerate(nets)]
        else:
            outputs = [_form(each.activation, net) for net in nets]
    single = len(outputs) == 1
    errors = []
    for unit, output in enumerate(outputs):
        target = "d" if single else f"d{unit + 1}"
        found.values[target] = float(targets[unit])
        errors.append(_error(output, target, spec, loss))
    found.text = f"E = {' + '.join(errors)}"
    return _checked(found)


def _net(network: Network, unit: tuple[int, int], feeding: Sequence[str], mark: str, found: NamedExpression) -> str:
    """What goes into f; notes the values of its parameters in `found`. mark: tells units apart in the names."""
    layer, index = unit
    weights, biases = network.weights[layer], network.biases[layer]
    is_rbf = network.spec.layers[layer].kind == "rbf"
    letter, other = ("c", "s") if is_rbf else ("w", "b")
    names = [f"{letter}{mark}{k + 1}" for k in range(len(feeding))]
    found.values |= {name: float(value) for name, value in zip(names, weights[:, index], strict=True)}
    found.values[f"{other}{mark}"] = float(biases[index])
    if is_rbf:
        squares = " + ".join(f"({x} - {c})^2" for x, c in zip(feeding, names, strict=True))
        return f"({squares}) / (2 * {other}{mark}^2)"
    products = [f"{w}*{x if x.isalnum() else f'({x})'}" for w, x in zip(names, feeding, strict=True)]
    return " + ".join([*products, f"{other}{mark}"])


def _mark(spec: NetworkSpec, layer: int, unit: int) -> str:
    """The last layer's single unit has no mark; others are called a, b …, with the layer's number from the third on."""
    if layer == len(spec.layers) - 1 and spec.layers[layer].units == 1:
        return ""
    letter = chr(ord("a") + unit) if unit < 26 else f"u{unit}"
    return letter if layer == 0 else f"{letter}{layer + 1}_"


def _form(activation: str, net: str) -> str:
    if not ACTIVATIONS[activation].has_gradient:
        raise EngineError(
            "A unit with {activation} is no computation graph: it has no gradient.",
            activation=activation,
        )
    return ACTIVATIONS[activation].expression.format(net=net)


def _softmax_share(net: str, nets: Floats, unit: int, found: NamedExpression) -> str:
    """The unit's share; the net inputs of the other units are variables."""
    others = {f"z{k + 1}": float(value) for k, value in enumerate(nets) if k != unit}
    found.values |= others
    return _softmax(net, list(others))


def _softmax(own: str, others: Sequence[str]) -> str:
    return f"softmax({', '.join([own, *others])})"


def _error(output: str, target: str, spec: NetworkSpec, loss: str) -> str:
    """The unit's part of the sample's error."""
    if LOSSES[loss].code != CROSS_ENTROPY:
        return f"0.5 * ({target} - {output})^2"
    if ACTIVATIONS[spec.layers[-1].activation].compares_units:
        return f"-{target} * log({output})"
    return f"-({target} * log({output}) + (1 - {target}) * log(1 - {output}))"


def _checked(found: NamedExpression) -> NamedExpression:
    try:
        parse(found.text, GRAPH_FUNCTIONS)
    except ExpressionError as error:
        raise _too_large() from error
    return found


def _too_large() -> EngineError:
    return EngineError("This makes too large a computation graph; take one unit with fewer inputs.")
