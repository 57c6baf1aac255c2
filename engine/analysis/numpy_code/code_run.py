"""This module runs the NumPy lines of one training step on samples, and keeps what every line computes.

It is the code that notebooks and scripts are exported with; nothing is computed in another way for show.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.numpy_code.numpy_lines import (
    NumpyLines,
    activation_functions,
    loss_functions,
    numpy_lines,
)
from engine.network.fit import check
from engine.network.layer_parameters import layer_parts
from engine.spec.errors import EngineError
from engine.spec.specs import NetworkSpec
from engine.training.run import Run
from engine.training.run_setup import RunSetup
from engine.training.snapshot import Snapshot

Floats = NDArray[np.float64]

PARAMETERS = "parameters"
SECTIONS = ("forward", "loss", "backward", "update")
MOST_WORK = 20_000_000
"""Samples times parameters; more would make the other numbers wait."""
_GRADIENTS = "gradients"
_OF_LAYER = re.compile(r"(gap|net|o|delta|W|b|C|s)(\d+)")


@dataclass(frozen=True, eq=False)
class CodeValue:
    """What a line has computed: its name there, in the lecture's letters, and a copy of the value.

    layer: the layer whose it is, −1 for the inputs; None for what belongs to none. kind: "gap", "net", "o", "delta",
    "W", "b", "C" or "s", by the name; "" for others. of: what it is kept for, such as the velocity of W1; "" for none.
    """

    name: str
    value: Floats
    layer: int | None = None
    kind: str = ""
    of: str = ""


@dataclass(frozen=True, eq=False)
class CodeLine:
    """One line as it stands in the code, in the lecture's letters, and what it has computed.

    section: PARAMETERS for those before the step, whose text leaves their numbers out, else one of SECTIONS.
    """

    text: str
    section: str
    values: tuple[CodeValue, ...] = ()


@dataclass(frozen=True, eq=False)
class CodeRun:
    """One training step of the samples `rows`, line by line."""

    rows: tuple[int, ...]
    lines: tuple[CodeLine, ...]


def code_run(setup: RunSetup, snapshot: Snapshot, rows: Sequence[int], run: Run | None) -> CodeRun:
    """The step on the training samples `rows` at the parameters of `snapshot`.

    `run`, where it stands at that moment, knows what the rule remembers; else the rule begins anew.
    Raises EngineError for too many samples, and where network, data and rule cannot work together.
    """
    if len(rows) * setup.network.n_parameters > MOST_WORK:
        raise EngineError(
            "{samples} samples through this network make too many numbers to show; use fewer samples or units.",
            samples=len(rows),
        )
    check(setup.network, setup.dataset, setup.training)
    network = setup.start.make_network(snapshot.parameters)
    free = (network.trainable & network.connected).astype(np.float64)
    lines = numpy_lines(setup.network, setup.training, not free.all())
    space = _space(setup, snapshot, run, lines, free)
    space["x"], space["d"] = (values[list(rows)].copy() for values in (setup.dataset.inputs, setup.dataset.targets))
    given = [_given(name, space[name]) for name in lines.parameters]
    parts = zip(SECTIONS, (lines.forward, lines.loss, lines.backward, lines.update), strict=True)
    with np.errstate(all="ignore"):
        found = [line for section, part in parts for line in _run(section, part, space, lines.parameters)]
    return CodeRun(tuple(rows), (*given, *found))


def next_batch(setup: RunSetup, snapshot: Snapshot, run: Run | None) -> tuple[int, ...]:
    """The training samples of the next update after `snapshot`, at which `run` stands; None: it is the start.

    Raises EngineError where a new order is drawn before.
    """
    n_samples = setup.dataset.n_samples
    size = min(setup.training.batch_size or n_samples, n_samples)
    if run is not None and _is_at(run, snapshot) and run.position:
        return tuple(map(int, run.order.array[run.position :][:size]))
    if setup.training.shuffle and size < n_samples:
        raise EngineError("A new order of the samples is drawn before the next update; it begins with the next pass.")
    return tuple(range(size))


def _is_at(run: Run, snapshot: Snapshot) -> bool:
    return (run.epoch, run.step) == (snapshot.epoch, snapshot.step)


def _space(setup: RunSetup, snapshot: Snapshot, run: Run | None, lines: NumpyLines, free: Floats) -> dict[str, object]:
    """What the lines find: the functions, the parameters, the settings and what the rule remembers."""
    training, data = setup.training, setup.dataset
    space: dict[str, object] = {"np": np, "inputs": data.inputs, "targets": data.targets}
    exec(activation_functions(setup.network), space)
    exec(loss_functions(training, lines), space)
    arrays = _arrays(setup.network, snapshot.parameters)
    space |= dict(zip(lines.parameters, arrays, strict=True))
    space["parameters"] = arrays
    space["penalised"] = [float(name[0] == "W") for name in lines.parameters]
    space["free"] = _arrays(setup.network, free)
    space |= {"rate": snapshot.learning_rate, "momentum": training.momentum, "l1": training.l1, "l2": training.l2}
    for line in lines.memory:
        exec(line, space)
    if run is not None and _is_at(run, snapshot):
        _remember(space, setup, run, [line.split(" = ")[0] for line in lines.memory])
    return space


def _remember(space: dict[str, object], setup: RunSetup, run: Run, lines: Sequence[str]) -> None:
    """What the rule of `run` keeps between updates under the names `lines`, in place of the start of its memory."""
    state = run.rule
    kept = [name for name in lines if isinstance(space[name], list)]
    for name, vector in zip(kept, (state.memory_1, state.memory_2), strict=False):
        space[name] = _arrays(setup.network, vector.array)
    if "updates" in space:
        space["updates"] = int(state.n_updates)
    if "objective" in space:
        space["objective"] = None if math.isnan(state.objective) else state.objective


def _given(name: str, value: object) -> CodeLine:
    return CodeLine(f"{name} = np.array(...)", PARAMETERS, (_value(name, value),))


def _arrays(network: NetworkSpec, flat: Floats) -> list[Floats]:
    return [np.array(part) for pair in layer_parts(network, flat) for part in pair]


def _run(section: str, lines: Sequence[str], space: dict[str, object], names: Sequence[str]) -> Iterator[CodeLine]:
    """Statement by statement; a line within a loop shows what stands there when the loop has ended."""
    for statement in ast.parse("\n".join(lines)).body:
        text = lines[statement.lineno - 1 : statement.end_lineno]
        skipped = _skipped(statement, space)
        exec("\n".join(text), space)
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.List):
            yield from _list_lines(section, text, space, names)
            continue
        stores = list(_stores(statement))
        for number, line in enumerate(text, start=statement.lineno):
            here = [store for store in stores if store.line == number and number not in skipped]
            yield CodeLine(line, section, tuple(value for store in here for value in store.values(space, names)))


def _skipped(statement: ast.stmt, space: dict[str, object]) -> range:
    """The lines of the branch that will not be run."""
    if not isinstance(statement, ast.If):
        return range(0)
    is_met = eval(compile(ast.Expression(statement.test), "<code>", "eval"), space)
    branch = statement.orelse if is_met else statement.body
    return range(branch[0].lineno, (branch[-1].end_lineno or 0) + 1) if branch else range(0)


def _list_lines(
    section: str, text: Sequence[str], space: Mapping[str, object], names: Sequence[str]
) -> Iterator[CodeLine]:
    """The list of gradients: an entry a line."""
    yield CodeLine(text[0], section)
    for line, value in zip(text[1:-1], _Store(0, _GRADIENTS, _GRADIENTS).values(space, names), strict=True):
        yield CodeLine(line, section, (value,))
    yield CodeLine(text[-1], section)


@dataclass(frozen=True)
class _Store:
    """A line assigns to `name` or changes it in place. of: the list that `name` runs through, "" outside loops."""

    line: int
    name: str
    of: str = ""

    def values(self, space: Mapping[str, object], names: Sequence[str]) -> Iterator[CodeValue]:
        """What stands there now; of a list every entry."""
        value = space.get(self.of or self.name)
        if isinstance(value, list):
            of = "" if self.of == "parameters" else self.of
            yield from (_value(name, array, of) for name, array in zip(names, value, strict=True))
        elif isinstance(value, int | float | np.ndarray):
            yield _value(self.name, value)


def _stores(statement: ast.stmt, lists: Mapping[str, str] | None = None) -> Iterator[_Store]:
    """The stores in a statement and in those within it. lists: within loops, what each variable runs through."""
    if isinstance(statement, ast.For):
        inner = _lists_of(statement)
        for part in statement.body:
            yield from _stores(part, inner)
    elif isinstance(statement, ast.If):
        for part in (*statement.body, *statement.orelse):
            yield from _stores(part, lists)
    else:
        for name in _targets(statement):
            if lists is None or name in lists:  # what else a loop assigns is only for the entry at work
                yield _Store(statement.lineno, name, "" if lists is None else lists[name])


def _targets(statement: ast.stmt) -> Iterator[str]:
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AugAssign):
        targets = [statement.target]
    elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        targets = [keyword.value for keyword in statement.value.keywords if keyword.arg == "out"]
    for target in targets:
        for part in target.elts if isinstance(target, ast.Tuple) else [target]:
            base = part.value if isinstance(part, ast.Subscript) else part
            if isinstance(base, ast.Name):
                yield base.id


def _lists_of(loop: ast.For) -> dict[str, str]:
    """By the loop's variable the list that it runs through."""
    variables = [node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)]
    assert isinstance(loop.iter, ast.Call)
    lists = [argument.id for argument in loop.iter.args if isinstance(argument, ast.Name)]
    return dict(zip(variables, lists, strict=True))


def _value(name: str, value: object, of: str = "") -> CodeValue:
    array = np.array(value, dtype=np.float64)
    array.flags.writeable = False
    match = _OF_LAYER.fullmatch(name)
    if match is None:
        return CodeValue(name, array, of=of)
    return CodeValue(name, array, int(match[2]) - 1, match[1], of)
