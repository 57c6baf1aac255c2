"""Edits of a project as pure functions: a project in, the edited project and notes on what changed with it out.

An edit that cannot work raises EngineError and changes nothing. One that changes the network's shape ends the run;
the parameters and masks of the layers that it leaves alone stay (`structure.py`).
May import the modules of `project` beside it and what they may import.
"""

from engine.project.edits.data import set_dataset, set_real_set, set_truth_table
from engine.project.edits.edit import Edit, Note
from engine.project.edits.network import set_activation, set_parameters
from engine.project.edits.points import (
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
from engine.project.edits.remedy import take_remedy
from engine.project.edits.rows import add_row, move_rows, paste, set_cell
from engine.project.edits.shape import Shape, set_shape, set_test_samples, shape_of
from engine.project.edits.structure import (
    add_layer,
    insert_layers,
    move_layer,
    remove_layer,
    remove_layers,
    remove_units,
    set_hidden_layers,
    set_units,
)
from engine.project.edits.training import set_network, set_training

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
    "take_remedy",
    "thin_out",
]
