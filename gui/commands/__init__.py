"""Undoable edits: every change of the document goes through one of these functions."""

from gui.commands.data import add_point, move_point, remove_point, set_dataset, set_truth_table
from gui.commands.edit_command import EditProjectCommand, edit_project
from gui.commands.network import add_layer, change_network, remove_layer, set_activation, set_units
from gui.commands.training import change_training, new_start

__all__ = [
    "EditProjectCommand",
    "add_layer",
    "add_point",
    "change_network",
    "change_training",
    "edit_project",
    "move_point",
    "new_start",
    "remove_layer",
    "remove_point",
    "set_activation",
    "set_dataset",
    "set_truth_table",
    "set_units",
]
