"""This module exports the network as a script for PyTorch: a float64 module that can be trained further."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from engine.data.preprocessing import NONE, Preprocessing
from engine.data.scaling import Scaling
from engine.export.formula import indented
from engine.export.layers import LayerValues, layers_of
from engine.export.numbers import literal, quoted
from engine.export.preparation import coding, column_lines, preparation, scaling_words
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from engine.spec.ties import tie_share_formula

_HEAD = '''"""A {sizes} network, exported from Perceptra as a PyTorch module in float64.

Network()(inputs) answers a tensor of samples, one a row, with the columns {inputs};
the columns of the answer are {outputs}.{note}
"""

import torch
from torch import nn

INPUTS = {inputs}
OUTPUTS = {outputs}
{words}

class Network(nn.Module):
    def __init__(self):
        super().__init__()
'''

_TAIL = """        return values
{predict}

if __name__ == "__main__":
    print({example})
"""

_PREDICT = '''

def predict(rows):
    """The network's answer to rows of cells, words as they are written."""
    with torch.no_grad():
        return Network()(torch.tensor(coded(rows), dtype=torch.float64))
'''
_NUMBERS_ALONE = {"note": "", "predict": "", "example": "Network()(torch.zeros(1, len(INPUTS), dtype=torch.float64))"}
_WITH_WORDS = {
    "note": " For words the tensor holds their places in WORDS;\npredict(rows) takes rows of cells with the words as"
    " they are written.",
    "predict": _PREDICT,
    "example": "predict([[WORDS[place][0] if place in WORDS else 0.0 for place in range(len(INPUTS))]])",
}

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
    words = coding(preprocessing)
    texts = _WITH_WORDS if words else _NUMBERS_ALONE
    names = {"inputs": quoted(input_names), "outputs": quoted(output_names), "note": texts["note"], "words": words}
    parts = [_HEAD.format(sizes="-".join(map(str, spec.sizes)), **names)]
    parts += [_parameters(layer) for layer in layers]
    seen = preparation(preprocessing)
    if seen is not None:
        parts.append(_prepare(seen))
    parts += [_NET_INPUTS] if any(ACTIVATIONS[layer.activation].is_threshold for layer in layers) else []
    parts.append("\n    def forward(self, values):\n")
    if seen is not None:
        parts.append("        values = self.prepare(values)\n")
    parts += [_forward(layer) for layer in layers]
    if preprocessing is not None and not preprocessing.targets.is_none:
        parts.append(_in_units(preprocessing.targets))
    return "".join(parts) + _TAIL.format(**texts)


def _in_units(targets: Scaling) -> str:
    """The outputs brought into the user's units."""
    lines = [
        f"        {name} = torch.tensor({literal(np.array(values), 12)}, dtype=torch.float64)\n"
        for name, values in (("centres", targets.centres), ("spreads", targets.spreads))
    ]
    remark = scaling_words(targets.kind, "the training targets")
    return "".join([*lines, f"        values = values * spreads + centres  # {remark}\n"])


def _prepare(seen: Preprocessing) -> str:
    """What the network sees of the columns, as a method of its own."""
    columns = column_lines(seen, "x[:, {0}]", "(x[:, {0}] == {1}).double()", _FEATURES)
    lines = ["", "    @staticmethod", "    def prepare(x):", '        """What the network sees of the columns."""']
    lines += ["        seen = torch.stack([", *(f"    {line}" for line in indented(columns)), "        ], dim=1)"]
    if seen.scaling != NONE:
        for name, values in (("centres", seen.centres), ("spreads", seen.spreads)):
            numbers = literal(np.array(values), 12)
            lines.append(f"        {name} = torch.tensor({numbers}, dtype=torch.float64)")
        lines.append(f"        seen = (seen - centres) / spreads  # {scaling_words(seen.scaling)}")
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
