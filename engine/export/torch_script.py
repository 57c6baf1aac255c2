"""This module exports the network as a script for PyTorch: a module that can be moved and trained further."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from engine.data.preprocessing import NONE, Preprocessing
from engine.data.scaling import NOT_SCALED
from engine.export.formula import indented
from engine.export.layers import LayerValues, layers_of
from engine.export.numbers import literal, quoted
from engine.export.preparation import coding, column_lines, preparation, scaling_words
from engine.export.table_reading import IMPORTS, NO_WORDS, SETTINGS, reading_lines
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from engine.spec.ties import tie_share_formula

_HEAD = '''"""A {sizes} network, exported from Perceptra as a PyTorch module in float64.

Network()(inputs) answers a tensor of samples, one a row, with the columns {inputs};
the columns of the answer are {outputs}.{note} Run by itself, the script
answers the rows of a CSV file, such as the one that was imported; it finds the columns by their names:

    python THIS_SCRIPT.py samples.csv
"""

{imports}
import torch
from torch import nn

INPUTS = {inputs}
OUTPUTS = {outputs}
{settings}{words}
'''

_CLASS = """

class Network(nn.Module):
    def __init__(self):
        super().__init__()
"""

_PREDICT = '''

def predict(rows, network=None):
    """The answer of `network`, or of a new one, to rows of cells{words}."""
    network = network or Network()
    first = next(network.parameters())
    with torch.no_grad():
        return network(torch.tensor({cells}, dtype=first.dtype, device=first.device))
'''

_MAIN = """

if __name__ == "__main__":
    if len(sys.argv) > 1:
        try:
            answers = answers_to(sys.argv[1])
        except (OSError, ValueError) as problem:
            sys.exit(str(problem))
    else:
        answers = predict({example})
        print("No file given; the answer to inputs of 0{and_words}:")
    for row in answers:
        print(",".join(repr(float(value)) for value in row))
"""

_NUMBERS_ALONE = {"note": "", "words": "", "cells": "rows", "example": "[[0.0] * len(INPUTS)]", "and_words": ""}
_WITH_WORDS = {
    "note": " For words the tensor holds their places in WORDS;\npredict(rows) takes rows of cells with the words as"
    " they are written.",
    "words": ", words as they are written",
    "cells": "coded(rows)",
    "example": "[[WORDS[place][0] if place in WORDS else 0.0 for place in range(len(INPUTS))]]",
    "and_words": " and the first words",
}

_NET_INPUTS = f'''
    @staticmethod
    def net_inputs(layer, values):
        """What goes into the units; 0 where only rounding keeps it from 0: there a unit fires."""
        nets = layer(values)
        sizes = nn.functional.linear(values.abs(), layer.weight.abs(), layer.bias.abs())
        rounding = {tie_share_formula("torch.finfo(nets.dtype).eps", "layer.in_features")}
        return torch.where(nets.abs() <= rounding * sizes, torch.zeros_like(nets), nets)
'''

_LIKE = "torch.as_tensor({}, dtype=x.dtype, device=x.device)"
_FEATURES = {
    "exp": "torch.exp({0})",
    "log": "torch.log({0})",
    "sin": "torch.sin({0})",
    "cos": "torch.cos({0})",
    "tanh": "torch.tanh({0})",
    "sigmoid": "torch.sigmoid({0})",
    "sqrt": "torch.sqrt({0})",
    "max": f"torch.maximum({_LIKE.format('{0}')}, {_LIKE.format('{1}')})",
    "min": f"torch.minimum({_LIKE.format('{0}')}, {_LIKE.format('{1}')})",
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
    names = {"inputs": quoted(input_names), "outputs": quoted(output_names), "note": texts["note"]}
    sizes = "-".join(map(str, spec.sizes))
    parts = [_HEAD.format(sizes=sizes, imports=IMPORTS, settings=SETTINGS, words=words or NO_WORDS, **names)]
    parts += [_values(layer) for layer in layers]
    parts.append(_network(layers, preprocessing))
    parts.append(_PREDICT.format(**texts))
    return "".join(parts) + reading_lines() + _MAIN.format(**texts)


def _network(layers: list[LayerValues], preprocessing: Preprocessing | None) -> str:
    """The class."""
    seen = preparation(preprocessing)
    targets = NOT_SCALED if preprocessing is None else preprocessing.targets
    parts = [_CLASS, *map(_layer, layers)]
    if seen is not None and seen.scaling != NONE:
        parts += _buffers("input", seen.centres, seen.spreads)
    if not targets.is_none:
        parts += _buffers("target", targets.centres, targets.spreads)
    if seen is not None:
        parts.append(_prepare(seen))
    parts += [_NET_INPUTS] if any(ACTIVATIONS[layer.activation].is_threshold for layer in layers) else []
    parts += [
        "\n    def forward(self, inputs):\n",
        f"        values = {'self.prepare(inputs)' if seen else 'inputs'}\n",
    ]
    parts += [_forward(layer) for layer in layers]
    remark = "" if targets.is_none else f"  # {scaling_words(targets.kind, 'the training targets')}"
    in_units = "values" if targets.is_none else f"values * self.target_spreads + self.target_centres{remark}"
    return "".join([*parts, f"        return {in_units}\n"])


def _buffers(name: str, centres: tuple[float, ...], spreads: tuple[float, ...]) -> list[str]:
    """Constants that follow the module where it is moved or converted."""
    return [
        f'        self.register_buffer("{name}_{what}", torch.tensor({literal(np.array(values), 12)}, '
        "dtype=torch.float64))\n"
        for what, values in (("centres", centres), ("spreads", spreads))
    ]


def _prepare(seen: Preprocessing) -> str:
    """What the network sees of the columns, as a method of its own."""
    columns = column_lines(seen, "x[:, {0}]", "(x[:, {0}] == {1}).to(x.dtype)", _FEATURES)
    lines = ["", "    def prepare(self, x):", '        """What the network sees of the columns."""']
    lines += ["        seen = torch.stack([", *(f"    {line}" for line in indented(columns)), "        ], dim=1)"]
    if seen.scaling != NONE:
        lines.append(
            f"        seen = (seen - self.input_centres) / self.input_spreads  # {scaling_words(seen.scaling)}"
        )
    return "\n".join([*lines, "        return seen", ""])


def _values(layer: LayerValues) -> str:
    """The layer's numbers, the weights (n_inputs, units): PyTorch has them the other way round."""
    return "".join(
        f"{name} = torch.tensor({literal(values)}, dtype=torch.float64)\n"
        for name, values in zip(_names(layer), (layer.weights, layer.biases), strict=True)
    )


def _layer(layer: LayerValues) -> str:
    first, second = _names(layer)
    if layer.kind == "rbf":
        return "".join(f"        self.{name} = nn.Parameter({name}.clone())\n" for name in (first, second))
    n_inputs, units = layer.weights.shape
    name = f"self.layer_{layer.number}"
    return (
        f"        {name} = nn.Linear({n_inputs}, {units}, dtype=torch.float64)\n"
        f"        {name}.weight = nn.Parameter({first}.T.clone())\n"
        f"        {name}.bias = nn.Parameter({second}.clone())\n"
    )


def _forward(layer: LayerValues) -> str:
    first, second = _names(layer)
    name = f"self.layer_{layer.number}"
    if layer.kind == "rbf":
        squares = f"((values[:, :, None] - self.{first}) ** 2).sum(dim=1)"
        net = f"{squares} / (2 * self.{second} ** 2)"
    elif ACTIVATIONS[layer.activation].is_threshold:
        net = f"self.net_inputs({name}, values)"
    else:
        net = f"{name}(values)"
    return f"        values = {ACTIVATIONS[layer.activation].torch.format(net=net)}\n"


def _names(layer: LayerValues) -> tuple[str, str]:
    first, second = ("centres", "widths") if layer.kind == "rbf" else ("weights", "biases")
    return f"{first}_{layer.number}", f"{second}_{layer.number}"
