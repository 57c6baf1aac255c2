"""Edits of a project as pure functions: a project in, the edited project and notes on what followed out.

An edit that cannot work raises EngineError and changes nothing. One that changes the network's shape ends the run;
the parameters and masks of the layers that it leaves alone stay (`engine/project_edits_structure.py`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from engine.dataset import Dataset
from engine.errors import EngineError
from engine.frozen_array import FrozenArray
from engine.project import Project
from engine.project_edits_base import Edit, Note, check_index, data_of, notes_between, with_layer, with_layer_ids
from engine.project_edits_data import set_dataset, set_real_set, set_truth_table
from engine.project_edits_fit import FIRING, fitted, reaches, suits_one_layer_rule
from engine.project_edits_points import (
    add_point,
    add_points,
    jitter,
    move_point,
    move_points,
    remove_point,
    remove_points,
    set_points_class,
    surplus,
    thin_out,
)
from engine.project_edits_rbf import make_dense, make_rbf, with_placed_centres
from engine.project_edits_rows import add_row, move_rows, paste, set_cell
from engine.project_edits_shape import Shape, set_shape, set_test_samples, shape_of
from engine.project_edits_structure import (
    add_layer,
    insert_layers,
    move_layer,
    remove_layer,
    remove_layers,
    remove_units,
    set_hidden_layers,
    set_units,
)
from engine.project_edits_training import set_network, set_training
from engine.rbf_widths import check_widths
from engine.rules import RULE_TABLE

__all__ = [
    "Edit",
    "Note",
    "Shape",
    "add_layer",
    "add_point",
    "add_points",
    "add_row",
    "insert_layers",
    "jitter",
    "move_layer",
    "move_point",
    "move_points",
    "move_rows",
    "paste",
    "remove_layer",
    "remove_layers",
    "remove_point",
    "remove_points",
    "remove_units",
    "set_activation",
    "set_cell",
    "set_dataset",
    "set_hidden_layers",
    "set_network",
    "set_parameters",
    "set_points_class",
    "set_real_set",
    "set_shape",
    "set_test_samples",
    "set_training",
    "set_truth_table",
    "set_units",
    "shape_of",
    "surplus",
    "thin_out",
]


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
        place = int(np.flatnonzero(~np.isfinite(start.array))[0])
        raise EngineError(
            "Weights and biases must be finite; number {number} is {value}.", number=place + 1, value=start.array[place]
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
