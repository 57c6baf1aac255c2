"""This module exports the network as a script for PyTorch: a module that can be moved and trained further."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from engine.data.preprocessing import NONE, Preprocessing
from engine.export.formula import indented
from engine.export.layers import LayerValues, layers_of
from engine.export.numbers import literal, quoted
from engine.export.preparation import answer_scaling, coding, column_lines, preparation, scaling_words
from engine.export.table_reading import NO_WORDS, import_lines, reading_lines, settings
from engine.export.training_code.torch_training import torch_training
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from engine.spec.ties import tie_share_formula
from engine.training.run_setup import RunSetup

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
    network = Network()
{training}    if len(sys.argv) > 1:
        try:
            answers = answers_to(sys.argv[1], lambda rows: predict(rows, network))
        except (OSError, ValueError) as problem:
            sys.exit(str(problem))
    else:
        answers = predict({example}, network)
        print("No file given; the answer to inputs of 0{and_words}:")
    for row in answers:
        print(",".join(repr(float(value)) for value in row))
"""

_TRAINED = """    curve = train(network)
    print(f"trained for {len(curve)} passes; mean error {curve[-1]!r}", file=sys.stderr)
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

_NET = '''
    def net(self, values):
        """What goes into the output units, for what the network sees of the samples."""
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
    "relu": "torch.relu({0})",
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
    return _script(spec, parameters, (input_names, output_names), preprocessing)


def torch_training_script(setup: RunSetup, passes: int = 0) -> str:
    """The same with the start of `setup`, from which it trains, with `train` and the training samples.

    Raises EngineError for a rule that none of PyTorch's optimizers goes by, and for data that are too large.
    """
    data, training = setup.dataset, torch_training(setup, passes)
    names = data.raw_input_names, data.target_names
    return _script(setup.network, setup.start.first_parameters(), names, data.preprocessing, training)


def _script(
    spec: NetworkSpec,
    parameters: ArrayLike,
    columns: tuple[tuple[str, ...], tuple[str, ...]],
    preprocessing: Preprocessing | None,
    training: str = "",
) -> str:
    layers = list(layers_of(spec, parameters))
    words = coding(preprocessing)
    texts = _WITH_WORDS if words else _NUMBERS_ALONE
    names = {"inputs": quoted(columns[0]), "outputs": quoted(columns[1]), "note": texts["note"]}
    sizes = "-".join(map(str, spec.sizes))
    imports = import_lines(preprocessing) + ("\nimport numpy as np" if training else "")
    parts = [
        _HEAD.format(sizes=sizes, imports=imports, settings=settings(preprocessing), words=words or NO_WORDS, **names)
    ]
    parts += [_values(layer) for layer in layers]
    parts.append(_network(layers, preprocessing))
    parts += [_PREDICT.format(**texts), training]
    return "".join(parts) + reading_lines(preprocessing) + _MAIN.format(**texts, training=_TRAINED if training else "")


def _network(layers: list[LayerValues], preprocessing: Preprocessing | None) -> str:
    """The class."""
    seen = preparation(preprocessing)
    targets = answer_scaling(preprocessing)
    parts = [_CLASS, *map(_layer, layers)]
    if seen is not None and seen.scaling != NONE:
        parts += _buffers("input", seen.centres, seen.spreads)
    if not targets.is_none:
        parts += _buffers("target", targets.centres, targets.spreads)
    if seen is not None:
        parts.append(_prepare(seen))
    parts += [_NET_INPUTS] if any(ACTIVATIONS[layer.activation].is_threshold for layer in layers) else []
    parts += [_NET, *map(_activated, layers[:-1]), f"        return {_net(layers[-1])}\n"]
    parts.append(f"\n    def forward(self, inputs):\n        values = {'self.prepare(inputs)' if seen else 'inputs'}\n")
    parts.append(f"        values = {ACTIVATIONS[layers[-1].activation].torch.format(net='self.net(values)')}\n")
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


def _activated(layer: LayerValues) -> str:
    return f"        values = {ACTIVATIONS[layer.activation].torch.format(net=_net(layer))}\n"


def _net(layer: LayerValues) -> str:
    """The net inputs of a layer."""
    first, second = _names(layer)
    name = f"self.layer_{layer.number}"
    if layer.kind == "rbf":
        return f"((values[:, :, None] - self.{first}) ** 2).sum(dim=1) / (2 * self.{second} ** 2)"
    return f"self.net_inputs({name}, values)" if ACTIVATIONS[layer.activation].is_threshold else f"{name}(values)"


def _names(layer: LayerValues) -> tuple[str, str]:
    first, second = ("centres", "widths") if layer.kind == "rbf" else ("weights", "biases")
    return f"{first}_{layer.number}", f"{second}_{layer.number}"
