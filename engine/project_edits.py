"""Edits of a project as pure functions: a project in, the edited project and notes on what followed out.

An edit that cannot work raises EngineError and changes nothing. One that changes the network's shape drops the
start, the masks and the run, which belonged to the old shape.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from engine.dataset import Dataset
from engine.errors import EngineError
from engine.frozen_array import FrozenArray
from engine.project import Project
from engine.project_edits_base import Edit, Note, data_of, fresh_id, notes_between, with_layer, with_layer_ids
from engine.project_edits_data import add_point, move_point, remove_point, set_dataset, set_truth_table
from engine.project_edits_fit import FIRING, fitted, reaches, suits_one_layer_rule
from engine.project_edits_training import set_network, set_training
from engine.rules import RULE_TABLE
from engine.specs import LayerSpec, NetworkSpec

__all__ = [
    "Edit",
    "Note",
    "add_layer",
    "add_point",
    "move_point",
    "remove_layer",
    "remove_point",
    "set_activation",
    "set_dataset",
    "set_network",
    "set_parameters",
    "set_training",
    "set_truth_table",
    "set_units",
]


def add_layer(project: Project, index: int, units: int = 3, activation: str | None = None) -> Edit:
    """A new hidden layer at place `index` (0 to the number of layers - 1); the output layer stays last.

    Without `activation` it takes after its neighbours. A rule for single layers gives way to gradient descent.
    """
    layers = with_layer_ids(project.network).layers
    if not 0 <= index < len(layers):
        raise EngineError(
            "A hidden layer can stand at places 0 to {last}; {index} is none of them.",
            last=len(layers) - 1,
            index=index,
        )
    layer = LayerSpec(units, activation or _neighbours_activation(layers, index), id=fresh_id(layers))
    return _restructured(project, replace(project.network, layers=(*layers[:index], layer, *layers[index:])))


def remove_layer(project: Project, index: int) -> Edit:
    """The network without hidden layer `index`."""
    layers = with_layer_ids(project.network).layers
    _check_index(index, layers)
    if index == len(layers) - 1:
        raise EngineError("The output layer cannot be removed; it gives the network's answer.")
    return _restructured(project, replace(project.network, layers=(*layers[:index], *layers[index + 1 :])))


def set_units(project: Project, index: int, units: int) -> Edit:
    """Hidden layer `index` with that many units."""
    network = with_layer_ids(project.network)
    _check_index(index, network.layers)
    if units == network.layers[index].units:
        return Edit(project)
    if index == len(network.layers) - 1:
        raise EngineError(
            "The output layer has as many units as the data have target columns, {outputs}; choose other "
            "data to change it.",
            outputs=network.n_outputs,
        )
    return _restructured(project, with_layer(network, index, units=units))


def set_activation(project: Project, index: int, name: str) -> Edit:
    """Layer `index` with activation `name`; rule and loss follow where they cannot work with it.

    Beside other layers sgn and step units are set by hand: no rule trains such a network, and a note says so.
    """
    network = with_layer_ids(project.network)
    _check_index(index, network.layers)
    asked = replace(project, network=with_layer(network, index, activation=name), run=None)
    if name == project.network.layers[index].activation:
        return Edit(project)
    edit = _fitted_edit(asked, asked) if index < len(network.layers) - 1 else _set_output_activation(asked, name)
    if name in FIRING and len(network.layers) > 1:
        by_hand = Note("by_hand", {"layer": index, "activation": name, "n_layers": len(network.layers)})
        return Edit(edit.project, (*edit.notes, by_hand))
    return edit


def set_parameters(project: Project, values: ArrayLike | FrozenArray | None) -> Edit:
    """The start given number by number, flat as in `Network.parameters`; None draws it from the seed again."""
    if values is None:
        return Edit(replace(project, parameters=None, run=None))
    start = FrozenArray(values)
    wanted = project.network.n_parameters
    if start.array.shape != (wanted,):
        raise EngineError(
            "This network has {wanted} weights and biases; got numbers of shape {shape}.",
            wanted=wanted,
            shape=start.array.shape,
        )
    if not np.isfinite(start.array).all():
        place = int(np.flatnonzero(~np.isfinite(start.array))[0])
        raise EngineError(
            "Weights and biases must be finite; number {number} is {value}.", number=place + 1, value=start.array[place]
        )
    return Edit(project if start == project.parameters else replace(project, parameters=start, run=None))


def _set_output_activation(asked: Project, name: str) -> Edit:
    data = data_of(asked.dataset)
    rule = asked.training.rule
    if name in FIRING:
        if not reaches(name, data):
            low, high = FIRING[name]
            raise EngineError(
                "{activation} units answer {low:g} or {high:g}; code the targets so first.",
                activation=name,
                low=low,
                high=high,
            )
        if len(asked.network.layers) == 1 and not _is_one_layer_rule_for(name, rule, data):
            rule = "perceptron"
    elif RULE_TABLE[rule].one_layer and not suits_one_layer_rule(name, rule, data):
        rule = "gradient_descent"
    return _fitted_edit(asked, replace(asked, training=replace(asked.training, rule=rule)))


def _restructured(project: Project, network: NetworkSpec) -> Edit:
    asked = replace(project, network=network, parameters=None, locked=None, cut=None, run=None)
    return _fitted_edit(asked, asked)


def _fitted_edit(asked: Project, chosen: Project) -> Edit:
    data = data_of(chosen.dataset)
    made = fitted(chosen, data)
    return Edit(made, notes_between(asked, made, data))


def _neighbours_activation(layers: tuple[LayerSpec, ...], index: int) -> str:
    if len(layers) > 1:
        return layers[max(index - 1, 0)].activation
    return "sigmoid" if layers[-1].activation in ("sigmoid", "step") else "tanh"


def _is_one_layer_rule_for(activation: str, rule: str, data: Dataset) -> bool:
    return not RULE_TABLE[rule].gradient and suits_one_layer_rule(activation, rule, data)


def _check_index(index: int, layers: tuple[LayerSpec, ...]) -> None:
    if not 0 <= index < len(layers):
        raise EngineError("There is no layer {index}; the layers are 0 to {last}.", index=index, last=len(layers) - 1)
