"""This module varies one or two settings of a project, so that the same starts can be tried with each of their values.

What an edit in the window changes along with a setting changes here too: a rule brings its batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from engine.data.datasets.recipe import data_of
from engine.project.edits.fit import rule_fits
from engine.project.edits.structure import set_units
from engine.project.project import Project
from engine.project.variables import VARIABLES
from engine.spec.activations import ACTIVATIONS
from engine.spec.errors import EngineError
from engine.spec.rules import RULE_TABLE
from engine.spec.specs import INITIAL_RANGE, MAX_UNITS
from engine.spec.training_spec import SETTINGS

Value = float | str

UNITS, ACTIVATION, RULE = "units", "activation", "rule"
CHOICES = (ACTIVATION, RULE)
"""Settings whose values are names; those of the others are numbers."""
MOST_VALUES = 12
"""Of one setting."""
MOST_STARTS = 200_000
"""Of all cells together: what is known of each start is kept until the next trial."""
_AROUND = (0.2, 0.5, 1.0, 2.0, 5.0)


@dataclass(frozen=True)
class Axis:
    """A setting that is varied, and the values that it takes; batch size 0 is the whole set.

    name: "learning_rate", "momentum", "batch_size", "initial_range", "rule", "activation" (of all hidden layers) or
        "units" (of hidden layer `layer`, counted from 0).
    """

    name: str
    values: tuple[Value, ...]
    layer: int = 0

    @property
    def setting(self) -> str:
        """What tells the setting from all others: its name, of units with the number of the layer."""
        return f"{self.name}_{self.layer + 1}" if self.name == UNITS else self.name


@dataclass(frozen=True)
class Cell:
    """One value of each axis, and the project that has them; None where that cannot be, with the reason."""

    values: tuple[Value, ...]
    project: Project | None
    problem: EngineError | None = None


def axes_for(project: Project) -> tuple[Axis, ...]:
    """The settings of `project` that can be varied, each with values to begin with, the present one among them."""
    training, network = project.training, project.network
    axes = (
        Axis("learning_rate", _around(training.learning_rate)),
        Axis("momentum", _with(training.momentum, (0.0, 0.3, 0.6, 0.9))),
        *(Axis(UNITS, _with(layer.units, (1, 2, 3, 4, 6, 8)), i) for i, layer in enumerate(network.layers[:-1])),
        Axis("batch_size", _batch_sizes(project)),
        Axis("initial_range", _around(network.initial_range)),
        Axis(ACTIVATION, _activations()),
        Axis(RULE, _rules(project)),
    )
    return tuple(axis for axis in axes if VARIABLES[axis.name].fits(project))


def check_axis(axis: Axis) -> None:
    """Raises EngineError where its values are too many, none, or not allowed."""
    if not 1 <= len(axis.values) <= MOST_VALUES:
        raise EngineError(
            "A setting can be varied through 1 to {limit} values; got {count}.",
            limit=MOST_VALUES,
            count=len(axis.values),
        )
    for value in axis.values:
        _check(axis.name, value)


def cells_of(project: Project, axes: Sequence[Axis]) -> tuple[Cell, ...]:
    """A cell for each combination of values, those of the last axis changing fastest; `project` alone without an axis.

    Raises EngineError as `check_axis`.
    """
    for axis in axes:
        check_axis(axis)
    return tuple(_cell(project, axes, values) for values in product(*(axis.values for axis in axes)))


def check_count(cells: Sequence[Cell], n_starts: int) -> None:
    """Raises EngineError where so many starts in each of `cells` would be too many together."""
    if n_starts * len(cells) > MOST_STARTS:
        raise EngineError(
            "{n_starts} starts for each of {cells} combinations are {count} together; try at most {limit}.",
            n_starts=n_starts,
            cells=len(cells),
            count=n_starts * len(cells),
            limit=MOST_STARTS,
        )


def varied(project: Project, axis: Axis, value: Value) -> Project:
    """`project` with one value of `axis`, and what that brings along. Raises EngineError where it cannot work."""
    if axis.name == UNITS:
        return set_units(project, axis.layer, int(value)).project
    return VARIABLES[axis.name].put(project, value)


def _cell(project: Project, axes: Sequence[Axis], values: tuple[Value, ...]) -> Cell:
    try:
        for axis, value in zip(axes, values, strict=True):
            project = varied(project, axis, value)
    except EngineError as problem:
        return Cell(values, None, problem)
    return Cell(values, project)


def _setting_value(name: str, value: Value) -> object:
    if name == "batch_size":
        return int(value) or None
    return value


def _check(name: str, value: Value) -> None:
    if name == UNITS:
        if not (float(value).is_integer() and 1 <= float(value) <= MAX_UNITS):
            raise EngineError("A layer has 1 to {limit} units; got {value}.", limit=MAX_UNITS, value=value)
    elif name == "batch_size" and not (float(value).is_integer() and float(value) >= 0):
        raise EngineError("A batch has a whole number of samples, 0 for the whole set; got {value}.", value=value)
    elif name == "initial_range":
        INITIAL_RANGE.check(value)
    elif name in SETTINGS:
        SETTINGS[name].check(_setting_value(name, value))


def _around(value: float) -> tuple[float, ...]:
    return tuple(float(f"{value * factor:.6g}") for factor in _AROUND)


def _with(value: float, others: Sequence[float]) -> tuple[float, ...]:
    return tuple(sorted({*others, value}))


def _batch_sizes(project: Project) -> tuple[int, ...]:
    """One sample, some, and last the whole set."""
    count = data_of(project.dataset).n_samples
    some = {size for size in (1, 2, 4, 8, 16, 32) if size < count}
    return (*sorted(some | {project.training.batch_size or 1}), 0)


def _activations() -> tuple[str, ...]:
    return tuple(
        name
        for name, unit in ACTIVATIONS.items()
        if unit.has_gradient and not unit.compares_units and not unit.is_radial
    )


def _rules(project: Project) -> tuple[str, ...]:
    data = data_of(project.dataset)
    return tuple(name for name in RULE_TABLE if rule_fits(name, project.network, data))
