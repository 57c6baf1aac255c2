"""This module exports the network as a Python script that needs NumPy alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from engine.analysis.numpy_code.numpy_lines import NET_INPUTS, activation_function
from engine.data.preprocessing import NONE, Preprocessing
from engine.data.scaling import Scaling
from engine.export.formula import indented
from engine.export.layers import LayerValues, layers_of
from engine.export.numbers import literal, quoted
from engine.export.preparation import answer_scaling, coding, column_lines, preparation, scaling_words
from engine.export.table_reading import NO_WORDS, import_lines, reading_lines, settings
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec

_HEAD = '''"""A {sizes} network, exported from Perceptra.

predict(inputs) answers a table of samples, one a row, with the columns {inputs};
the columns of the answer are {outputs}.{words}
Run by itself, the script answers the rows of a CSV file, such as the one that was imported; it finds the columns by
their names:

    python THIS_SCRIPT.py samples.csv
"""

{imports}
import numpy as np

INPUTS = {inputs}
OUTPUTS = {outputs}
{settings}'''

_TAIL = """

if __name__ == "__main__":
    if len(sys.argv) > 1:
        try:
            answers = answers_to(sys.argv[1], predict)
        except (OSError, ValueError) as problem:
            sys.exit(str(problem))
    else:
        {example}
    for row in answers:
        print(",".join(repr(float(value)) for value in row))
"""

_NUMBERS_ALONE = {
    "words": "",
    "example": """answers = predict(np.zeros((1, len(INPUTS))))
        print("No file given; the answer to inputs of 0:")""",
}
_WITH_WORDS = {
    "words": " Words stand in a row as they are written, see WORDS.",
    "example": """answers = predict([[WORDS[place][0] if place in WORDS else 0.0 for place in range(len(INPUTS))]])
        print("No file given; the answer to inputs of 0 and the first words:")""",
}

_FEATURES = {
    "exp": "np.exp({0})",
    "log": "np.log({0})",
    "sin": "np.sin({0})",
    "cos": "np.cos({0})",
    "tanh": "np.tanh({0})",
    "sigmoid": "(0.5 + 0.5 * np.tanh(0.5 * {0}))",
    "sqrt": "np.sqrt({0})",
    "relu": "np.maximum({0}, 0.0)",
    "max": "np.maximum({0}, {1})",
    "min": "np.minimum({0}, {1})",
}


def numpy_script(
    spec: NetworkSpec,
    parameters: ArrayLike,
    input_names: tuple[str, ...],
    output_names: tuple[str, ...],
    preprocessing: Preprocessing | None = None,
) -> str:
    """A runnable script whose `predict` gives the network's outputs to within rounding.

    With `preprocessing` it takes the user's columns, called `input_names`, and prepares them as the program does; words
    stand in them as they are written, and the outputs are in the user's units.
    """
    layers = list(layers_of(spec, parameters))
    seen, words = preparation(preprocessing), coding(preprocessing)
    texts = _WITH_WORDS if words else _NUMBERS_ALONE
    names = {"inputs": quoted(input_names), "outputs": quoted(output_names), "words": texts["words"]}
    sizes = "-".join(map(str, spec.sizes))
    head = _HEAD.format(sizes=sizes, imports=import_lines(preprocessing), settings=settings(preprocessing), **names)
    parts = [head + (words or NO_WORDS)]
    parts += [_values(layer) for layer in layers]
    used = dict.fromkeys(layer.activation for layer in layers)
    parts += [NET_INPUTS] if any(ACTIVATIONS[name].is_threshold for name in used) else []
    parts += [activation_function(name) for name in used]
    if seen is not None:
        parts.append(_prepare(seen))
    given = "coded(inputs)" if words else "inputs"
    targets = answer_scaling(preprocessing)
    parts.append(_predict(layers, given if seen is None else f"prepare({given})", targets))
    return "\n".join(parts) + reading_lines(preprocessing) + _TAIL.format(example=texts["example"])


def _values(layer: LayerValues) -> str:
    first, second = ("centres", "widths") if layer.kind == "rbf" else ("weights", "biases")
    return (
        f"{first}_{layer.number} = np.array({literal(layer.weights)})\n"
        f"{second}_{layer.number} = np.array({literal(layer.biases)})\n"
    )


def _prepare(seen: Preprocessing) -> str:
    """What the network sees of the columns, as a function of its own."""
    columns = column_lines(seen, "x[:, {0}]", "x[:, {0}] == {1}", _FEATURES)
    table = "    x = np.asarray(inputs, dtype=float).reshape(-1, len(INPUTS))"
    lines = ["\ndef prepare(inputs):", '    """What the network sees of the columns of a table."""']
    lines += [table, "    seen = np.column_stack([", *indented(columns), "    ])"]
    if seen.scaling != NONE:
        lines += _scaling_numbers(seen.centres, seen.spreads)
        lines.append(f"    seen = (seen - centres) / spreads  # {scaling_words(seen.scaling)}")
    return "\n".join([*lines, "    return seen\n"])


def _scaling_numbers(centres: tuple[float, ...], spreads: tuple[float, ...]) -> list[str]:
    pairs = (("centres", centres), ("spreads", spreads))
    return [f"    {name} = np.array({literal(np.array(values), 8)})" for name, values in pairs]


def _predict(layers: list[LayerValues], given: str, targets: Scaling) -> str:
    lines = ["\ndef predict(inputs):", f"    values = np.asarray({given}, dtype=float)"]
    for layer in layers:
        n = layer.number
        if layer.kind == "rbf":
            lines.append(f"    squares = ((values[:, :, None] - centres_{n}) ** 2).sum(axis=1)")
            lines.append(f"    values = {layer.activation}(squares / (2 * widths_{n}**2))")
        elif ACTIVATIONS[layer.activation].is_threshold:
            lines.append(f"    values = {layer.activation}(net_inputs(values, weights_{n}, biases_{n}))")
        else:
            lines.append(f"    values = {layer.activation}(values @ weights_{n} + biases_{n})")
    if not targets.is_none:
        lines += _scaling_numbers(targets.centres, targets.spreads)
        lines.append(
            f"    values = values * spreads + centres  # {scaling_words(targets.kind, 'the training targets')}"
        )
    lines.append("    return values\n")
    return "\n".join(lines)
