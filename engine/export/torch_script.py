"""This module exports the network as a script for PyTorch: a float64 module that can be trained further."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from engine.data.preprocessing import NONE, Preprocessing
from engine.export.formula import indented, python_formula, scaling_words
from engine.export.layers import LayerValues, layers_of
from engine.export.numbers import literal, quoted, remark
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from engine.spec.ties import tie_share_formula

_HEAD = '''"""A {sizes} network, exported from Perceptra as a PyTorch module in float64.

Network()(inputs) answers a tensor of samples, one a row, with the columns {inputs};
the columns of the answer are {outputs}.
"""

import torch
from torch import nn

INPUTS = {inputs}
OUTPUTS = {outputs}


class Network(nn.Module):
    def __init__(self):
        super().__init__()
'''

_TAIL = """        return values


if __name__ == "__main__":
    print(Network()(torch.zeros(1, len(INPUTS), dtype=torch.float64)))
"""

_NET_INPUTS = f'''
    @staticmethod
    def net_inputs(values, weights, biases):
        """What goes into the units; 0 where only rounding keeps it from 0: there a unit fires."""
        nets = values @ weights + biases
        sizes = values.abs() @ weights.abs() + biases.abs()
        rounding = {tie_share_formula("torch.finfo(nets.dtype).eps", "len(weights)")}
        return torch.where(nets.abs() <= rounding * sizes, torch.zeros_like(nets), nets)
'''

_NUMBERS = "torch.as_tensor({}, dtype=torch.float64)"
_FEATURES = {
    "exp": "torch.exp({0})",
    "log": "torch.log({0})",
    "sin": "torch.sin({0})",
    "cos": "torch.cos({0})",
    "tanh": "torch.tanh({0})",
    "sigmoid": "torch.sigmoid({0})",
    "sqrt": "torch.sqrt({0})",
    "max": f"torch.maximum({_NUMBERS.format('{0}')}, {_NUMBERS.format('{1}')})",
    "min": f"torch.minimum({_NUMBERS.format('{0}')}, {_NUMBERS.format('{1}')})",
}


def torch_script(
    spec: NetworkSpec,
    parameters: ArrayLike,
    input_names: tuple[str, ...],
    output_names: tuple[str, ...],
    preprocessing: Preprocessing | None = None,
) -> str:
    """A script that defines `Network`, a torch.nn.Module with the network's outputs to within rounding.

    With `preprocessing` it takes the user's columns, called `input_names`, and prepares them as the program does.
    """
    layers = list(layers_of(spec, parameters))
    names = {"inputs": quoted(input_names), "outputs": quoted(output_names)}
    parts = [_HEAD.format(sizes="-".join(map(str, spec.sizes)), **names)]
    parts += [_parameters(layer) for layer in layers]
    seen = None if preprocessing is None or preprocessing.is_plain else preprocessing
    if seen is not None:
        parts.append(_prepare(seen))
    parts += [_NET_INPUTS] if any(ACTIVATIONS[layer.activation].is_threshold for layer in layers) else []
    parts.append("\n    def forward(self, values):\n")
    if seen is not None:
        parts.append("        values = self.prepare(values)\n")
    parts += [_forward(layer) for layer in layers]
    return "".join(parts) + _TAIL


def _prepare(seen: Preprocessing) -> str:
    """What the network sees of the columns, as a method of its own."""
    kept = [f"x[:, {index}]" for index in range(seen.n_kept)]
    derived = [python_formula(feature, "x[:, {0}]", _FEATURES) for feature in seen.parsed]
    columns = [f"{text},  # {remark(name)}" for text, name in zip(kept + derived, seen.feature_names, strict=True)]
    lines = ["", "    @staticmethod", "    def prepare(x):", '        """What the network sees of the columns."""']
    lines += ["        seen = torch.stack([", *(f"    {line}" for line in indented(columns)), "        ], dim=1)"]
    if seen.scaling != NONE:
        for name, values in (("centres", seen.centres), ("spreads", seen.spreads)):
            numbers = literal(np.array(values), 12)
            lines.append(f"        {name} = torch.tensor({numbers}, dtype=torch.float64)")
        lines.append(f"        seen = (seen - centres) / spreads  # {scaling_words(seen)}")
    return "\n".join([*lines, "        return seen", ""])


def _parameters(layer: LayerValues) -> str:
    first, second = _names(layer)
    return "".join(
        f"        self.{name} = nn.Parameter(torch.tensor({literal(values, 12)}, dtype=torch.float64))\n"
        for name, values in ((first, layer.weights), (second, layer.biases))
    )


def _forward(layer: LayerValues) -> str:
    first, second = _names(layer)
    if layer.kind == "rbf":
        squares = f"((values[:, :, None] - self.{first}) ** 2).sum(dim=1)"
        net = f"{squares} / (2 * self.{second} ** 2)"
    elif ACTIVATIONS[layer.activation].is_threshold:
        net = f"self.net_inputs(values, self.{first}, self.{second})"
    else:
        net = f"values @ self.{first} + self.{second}"
    return f"        values = {ACTIVATIONS[layer.activation].torch.format(net=net)}\n"


def _names(layer: LayerValues) -> tuple[str, str]:
    first, second = ("centres", "widths") if layer.kind == "rbf" else ("weights", "biases")
    return f"{first}_{layer.number}", f"{second}_{layer.number}"
