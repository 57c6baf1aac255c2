"""The settings of a project that can be varied, for races and for sweeps: what another value of one changes with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from engine.data.datasets.recipe import data_of
from engine.project.edits.fit import rule_fits
from engine.project.edits.network import set_activation
from engine.project.edits.structure import set_hidden_layers, set_units
from engine.project.edits.training import set_network, set_training
from engine.project.project import Project
from engine.spec.rules import RULE_TABLE
from engine.spec.training_spec import SETTINGS

Values = tuple[Any, ...]

ACTIVATIONS_ON_OFFER = ("sigmoid", "tanh", "relu", "leaky_relu", "linear")


@dataclass(frozen=True)
class Variable:
    """A setting that can be varied.

    kind: "number", "count" (a whole number from `least` on) or "choice" of `choices`.
    put: the project with another value of it. usual: the values to begin with. fits: where varying it makes sense.
    """

    kind: str
    put: Callable[[Project, Any], Project]
    usual: Callable[[Project], Values]
    choices: Values = ()
    least: int = 0
    fits: Callable[[Project], bool] = lambda _project: True


def at_its_start(project: Project) -> Project:
    """What of `project` counts where it is trained anew: no run, and nothing that only stands beside it."""
    return replace(project, run=None, runs=(), bookmarks=(), author="", notes="")


def variables_of(project: Project) -> tuple[str, ...]:
    """The settings that can be varied in `project`, in the order in which to offer them."""
    return tuple(name for name, variable in VARIABLES.items() if variable.fits(project))


def _training(name: str) -> Callable[[Project, Any], Project]:
    return lambda project, value: set_training(project, **{name: value}).project


def _put_batch(project: Project, size: float) -> Project:
    return set_training(project, batch_size=int(size) or None).project


def _put_range(project: Project, value: float) -> Project:
    return set_network(project, initial_range=value).project


def _put_activation(project: Project, name: str) -> Project:
    for place, layer in enumerate(project.network.layers[:-1]):
        if layer.kind == "dense":
            project = set_activation(project, place, name).project
    return project


def _put_units(project: Project, units: int) -> Project:
    for place in range(len(project.network.layers) - 1):
        project = set_units(project, place, units).project
    return project


def _put_depth(project: Project, count: int) -> Project:
    hidden = project.network.layers[:-1]
    units, activation = (hidden[0].units, hidden[0].activation) if hidden else (4, None)
    return set_hidden_layers(project, [(units, activation)] * count).project


def _usual_rules(project: Project) -> Values:
    data, known = data_of(project.dataset), ("gradient_descent", "adaptive", "rprop", "adam")
    fitting = [name for name in known if rule_fits(name, project.network, data)]
    return tuple(dict.fromkeys([project.training.rule, *fitting]))


def _usual_batches(project: Project) -> Values:
    """Sample by sample, some, and the whole set."""
    return 1, max(2, min(10, data_of(project.dataset).n_samples // 2)), 0


def _has_hidden(project: Project) -> bool:
    return len(project.network.layers) > 1


def _is_drawn_evenly(project: Project) -> bool:
    return project.network.initialization == "uniform"


def _has_dense_hidden(project: Project) -> bool:
    return any(layer.kind == "dense" for layer in project.network.layers[:-1])


def _is_dense(project: Project) -> bool:
    return not project.network.rbf


def _counts(name: str) -> Callable[[Project], bool]:
    return lambda project: SETTINGS[name].counts_for(RULE_TABLE[project.training.rule])


def _around(value: float) -> Values:
    """Too small, as it is, too large."""
    return tuple(float(f"{value * factor:.3g}") for factor in (0.1, 1, 10))


VARIABLES: dict[str, Variable] = {
    "learning_rate": Variable(
        "number",
        _training("learning_rate"),
        lambda project: _around(project.training.learning_rate),
        fits=_counts("learning_rate"),
    ),
    "momentum": Variable("number", _training("momentum"), lambda _project: (0.0, 0.5, 0.9), fits=_counts("momentum")),
    "rule": Variable("choice", _training("rule"), _usual_rules, choices=tuple(RULE_TABLE)),
    "activation": Variable(
        "choice",
        _put_activation,
        lambda _project: ("sigmoid", "tanh", "relu"),
        choices=ACTIVATIONS_ON_OFFER,
        fits=_has_dense_hidden,
    ),
    "hidden_layers": Variable("count", _put_depth, lambda _project: (0, 1, 2, 3), fits=_is_dense),
    "units": Variable("count", _put_units, lambda _project: (2, 4, 8), least=1, fits=_has_hidden),
    "batch_size": Variable("count", _put_batch, _usual_batches, fits=_counts("batch_size")),
    "learning_rate_decay": Variable(
        "number",
        _training("learning_rate_decay"),
        lambda _project: (0.0, 0.001, 0.01),
        fits=_counts("learning_rate_decay"),
    ),
    "l2": Variable("number", _training("l2"), lambda _project: (0.0, 0.001, 0.01), fits=_counts("l2")),
    "initial_range": Variable("number", _put_range, lambda _project: (0.1, 1.0, 5.0), fits=_is_drawn_evenly),
    "seed": Variable("count", _training("seed"), lambda project: tuple(project.training.seed + k for k in range(6))),
}
"""Every setting that can be varied, by the engine's name."""
