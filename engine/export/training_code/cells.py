"""This module writes data, network and training loop as cells of plain NumPy: for a notebook, and for a script."""

from __future__ import annotations

import base64
import textwrap
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.numpy_code.numpy_lines import (
    NumpyLines,
    activation_functions,
    has_penalties,
    in_textbook_letters,
    loss_functions,
    numpy_lines,
    parameter_names,
)
from engine.data.dataset import Dataset
from engine.export.numbers import literal, remark
from engine.spec.errors import EngineError
from engine.spec.losses import LOSSES
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import NetworkSpec, TrainingSpec
from engine.spec.training_spec import SETTINGS
from engine.training.run_setup import RunSetup

Floats = NDArray[np.float64]

MOST_NUMBERS = 2_000_000
_WRITTEN_OUT = 6_000
"""Up to so many numbers are written out; more are packed."""
USUAL_PASSES = 1000
"""How many passes a run takes that has none behind it."""


@dataclass(frozen=True)
class Cell:
    """A few sentences, and the code below them."""

    text: str
    code: str


def training_cells(
    setup: RunSetup, passes: int = 0, shown: Floats | None = None, in_lecture_letters: bool = True
) -> list[Cell]:
    """Cells that train the network of `setup` for `passes` passes; 0 for a usual number of them.

    shown: the parameters to which the program came after them, with which the last cell compares.
    in_lecture_letters: whether net inputs, outputs and targets are called net1, o1 and d, or z1, a1 and t.
    Raises EngineError for data that are too large to be written into a file of text.
    """
    network, training, data = setup.network, setup.training, setup.dataset
    lines = numpy_lines(network, training, free_parameters(setup) is not None)
    write = str if in_lecture_letters else in_textbook_letters
    cells = [
        Cell(_title(network, training), "import numpy as np"),
        Cell(_about(data), data_lines(data)),
        Cell("The settings of the training.", _settings(training, data, passes)),
        Cell("The start: weights W and biases b of each layer.", _start(setup, lines)),
        Cell("The activation functions.", activation_functions(network).strip()),
        Cell(f"The summed error of samples: {LOSSES[training.loss].formula}.", write(loss_functions(training, lines))),
        Cell(f"The training: {RULE_TABLE[training.rule].formula}.", write(_loop(training, lines))),
        Cell("The error curve.", _CURVE),
    ]
    if shown is not None:
        cells.append(Cell(_COMPARED, _comparison(network, shown)))
    return cells


def _title(network: NetworkSpec, training: TrainingSpec) -> str:
    sizes = "-".join(map(str, network.sizes))
    return (
        f"A {sizes} network, exported from Perceptra with its data, its start and its training loop in NumPy. It "
        "trains as the program does: by the same formulas, from the same start, with the samples in the same order."
    )


_COMPARED = (
    "The weights to which Perceptra came after as many passes. Its compiled loops add in another order than NumPy and "
    "round a product and a sum at once; so the last digits may differ, and more so the longer the run is. Where all "
    "sums are exact, as in a perceptron with few digits, the weights are the same to the bit. Where a "
    "decision hangs on the last digits, of the adaptive rule near a minimum or of Rprop where units no longer change, "
    "the two can go different ways from there. Where settings, data or weights were changed while Perceptra trained, "
    "this start and these settings alone do not lead there."
)
_CURVE = """try:
    import matplotlib.pyplot as plt
except ImportError:
    print("For the curve, install matplotlib; the mean error went from", curve[0], "to", curve[-1])
else:
    plt.plot(curve)
    plt.xlabel("pass")
    plt.ylabel("mean error")
    plt.show()"""


def _about(data: Dataset) -> str:
    seen = "" if data.preprocessing.is_plain else ", as the network sees them: encoded and scaled as it was asked for"
    return f"The {data.n_samples} training samples, one a row{seen}."


def data_lines(data: Dataset) -> str:
    """In Python: `inputs`, as the network sees them, and `targets`. Raises EngineError for too many of them."""
    if data.inputs.size + data.targets.size > MOST_NUMBERS:
        raise EngineError(
            "The training samples are {count} numbers; up to {limit} can be written into a script or notebook. Export "
            "the network without its training, or take fewer samples.",
            count=data.inputs.size + data.targets.size,
            limit=MOST_NUMBERS,
        )
    names = [
        f"# {what}: {remark(', '.join(columns))}"
        for what, columns in (("inputs", data.input_names), ("targets", data.target_names))
    ]
    arrays = (("inputs", data.inputs), ("targets", data.targets))
    is_packed = data.inputs.size + data.targets.size > _WRITTEN_OUT
    written = [f"{name} = {_packed(array) if is_packed else f'np.array({literal(array)})'}" for name, array in arrays]
    head = ["import base64", "import zlib", ""] if is_packed else []
    return "\n".join([*head, *names, *written])


def _packed(array: Floats) -> str:
    """An array as text that NumPy unpacks to the same bits."""
    text = base64.b64encode(zlib.compress(np.ascontiguousarray(array, dtype="<f8").tobytes())).decode()
    rows = "\n".join(f'    "{row}"' for row in textwrap.wrap(text, 110))
    return f'np.frombuffer(zlib.decompress(base64.b64decode(\n{rows}\n)), dtype="<f8").reshape({array.shape})'


def passes_of(training: TrainingSpec, passes: int) -> int:
    """`passes`, or a usual number of them for 0."""
    return passes or min(training.max_epochs or USUAL_PASSES, USUAL_PASSES)


def _settings(training: TrainingSpec, data: Dataset, passes: int) -> str:
    rule = RULE_TABLE[training.rule]
    batch = min(training.batch_size or data.n_samples, data.n_samples)
    values: dict[str, float] = {
        "passes": passes_of(training, passes),
        "batch_size": batch,
        "learning_rate": training.learning_rate,
    }
    if rule.uses("momentum"):
        values["momentum"] = training.momentum
    if has_schedule(training):
        values["learning_rate_decay"] = training.learning_rate_decay
    if has_penalties(training):
        values |= {"l1": training.l1, "l2": training.l2}
    if training.shuffle:
        values["seed"] = training.seed
    return "\n".join(f"{name} = {value!r}" for name, value in values.items())


def _start(setup: RunSetup, lines: NumpyLines) -> str:
    network = setup.network
    rows = _arrays(lines.parameters, values_of(network, setup.start.first_parameters()))
    rows.append(f"parameters = [{', '.join(lines.parameters)}]")
    if has_penalties(setup.training):
        rows.append(f"penalised = {[float(name[0] == 'W') for name in lines.parameters]}  # weights, no biases")
    free = free_parameters(setup)
    if free is not None:
        names = [f"free_{name}" for name in lines.parameters]
        rows += ["# 0 for what is locked or cut", *_arrays(names, values_of(network, free))]
        rows.append(f"free = [{', '.join(names)}]")
    return "\n".join(rows)


def _arrays(names: Sequence[str], values: Sequence[Floats]) -> list[str]:
    return [f"{name} = np.array({literal(array)})" for name, array in zip(names, values, strict=True)]


def values_of(network: NetworkSpec, parameters: Floats) -> list[Floats]:
    """The flat vector as the arrays that `parameter_names` names."""
    parts: list[Floats] = []
    first = 0
    for n_inputs, layer in zip(network.sizes, network.layers, strict=False):
        for shape in ((n_inputs, layer.units), (layer.units,)):
            last = first + int(np.prod(shape))
            parts.append(parameters[first:last].reshape(shape))
            first = last
    return parts


def _loop(training: TrainingSpec, lines: NumpyLines) -> str:
    rows = [*lines.memory, "rate = learning_rate", "order = np.arange(len(inputs))"]
    rows += ["rng = np.random.default_rng([seed, 1])"] if training.shuffle else []
    rows += ["curve = [loss_of(inputs, targets) / len(inputs)]", "for epoch in range(passes):"]
    if has_schedule(training):
        rows.append("    rate = learning_rate / (1.0 + learning_rate_decay * epoch)")
    if training.shuffle:
        rows += [
            "    for k in range(len(order) - 1, 0, -1):",
            "        other = int(rng.random() * (k + 1))",
            "        order[k], order[other] = order[other], order[k]",
        ]
    rows += ["    for first in range(0, len(order), batch_size):"]
    rows += ["        batch = order[first : first + batch_size]", "        x, d = inputs[batch], targets[batch]"]
    for title, part in (("forward", lines.forward), ("backward", lines.backward), ("update", lines.update)):
        rows += [f"        # {title}", *(f"        {line}" for line in part)]
    rows += ["    curve.append(loss_of(inputs, targets) / len(inputs))", 'print("mean error:", curve[-1])']
    return "\n".join(rows)


def _comparison(network: NetworkSpec, shown: Floats) -> str:
    names = [f"shown_{name}" for name in parameter_names(network)]
    rows = _arrays(names, values_of(network, shown))
    pairs = f"zip(parameters, [{', '.join(names)}])"
    rows.append(f"difference = max(np.abs(p - q).max() for p, q in {pairs})")
    rows.append('print("largest difference from the weights in Perceptra:", difference)')
    return "\n".join(rows)


def has_schedule(training: TrainingSpec) -> bool:
    """Whether the learning rate changes from pass to pass."""
    decay = SETTINGS["learning_rate_decay"]
    return training.learning_rate_decay > 0 and decay.counts_for(RULE_TABLE[training.rule])


def free_parameters(setup: RunSetup) -> Floats | None:
    """Flat, 0 for parameters that are locked or cut and 1 for the others; None where all are free."""
    free = np.ones(setup.network.n_parameters)
    for fixed in (setup.start.locked, setup.start.cut):
        if fixed is not None:
            free[fixed.array] = 0.0
    return None if free.all() else free
