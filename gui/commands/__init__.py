"""Undoable edits: every change of the document goes through one of these functions."""

from gui.commands.data import add_point, move_point, remove_point, set_dataset, set_truth_table
from gui.commands.edit_command import EditProjectCommand, edit_project
from gui.commands.network import add_layer, change_network, remove_layer, set_activation, set_units
from gui.commands.training import change_training, new_start
from gui.commands.weights import negate, randomise, scale, set_cut, set_locked, set_value, zero

__all__ = [
    "EditProjectCommand",
    "add_layer",
    "add_point",
    "change_network",
    "change_training",
    "edit_project",
    "move_point",
    "negate",
    "new_start",
    "randomise",
    "remove_layer",
    "remove_point",
    "scale",
    "set_activation",
    "set_cut",
    "set_dataset",
    "set_locked",
    "set_truth_table",
    "set_units",
    "set_value",
    "zero",
]
