"""This module edits the network's activations, and its start given number by number."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from engine.data.dataset import Dataset
from engine.data.datasets.recipe import data_of
from engine.network.fit import check_widths
from engine.project.edits.edit import Edit, Note, check_index, notes_between, with_layer, with_layer_ids
from engine.project.edits.fit import FIRING, fitted, reaches, suits_one_layer_rule
from engine.project.edits.rbf import make_dense, make_rbf, with_placed_centres
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.spec.frozen_array import FrozenArray
from engine.spec.rules import RULE_TABLE


def set_activation(project: Project, index: int, name: str) -> Edit:
    """Layer `index` with activation `name`; rule and loss follow where they cannot work with it.

    In the first hidden layer "gaussian" makes an RBF layer, and any other name a dense layer again.
    Beside other layers sgn and step units are set by hand: no rule trains such a network, and a note says so.
    """
    network = with_layer_ids(project.network)
    check_index(index, network.layers)
    if name == network.layers[index].activation:
        return Edit(project)
    if network.layers[index].kind == "rbf":
        return make_dense(project, name)
    if name == "gaussian" and index == 0 and len(network.layers) > 1:
        return make_rbf(project)
    if name == "gaussian":
        raise EngineError("Gaussian units make an RBF layer, which can only be the first hidden layer.")
    asked = replace(project, network=with_layer(network, index, activation=name), run=None)
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
        index = int(np.flatnonzero(~np.isfinite(start.array))[0])
        raise EngineError(
            "Weights and biases must be finite; number {number} is {value}.", number=index + 1, value=start.array[index]
        )
    check_widths(project.network, start.array)
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


def _fitted_edit(asked: Project, chosen: Project) -> Edit:
    data = data_of(chosen.dataset)
    made = fitted(chosen, data)
    return Edit(with_placed_centres(made), notes_between(asked, made, data))


def _is_one_layer_rule_for(activation: str, rule: str, data: Dataset) -> bool:
    return not RULE_TABLE[rule].gradient and suits_one_layer_rule(activation, rule, data)
