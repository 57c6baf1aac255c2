"""Undoable edits: every change of the document goes through one of these functions.

May import the document, and `toolkit` and `words`.
"""

from gui.document.commands.bookmarks import remove_bookmark, set_bookmark
from gui.document.commands.data import (
    add_point,
    move_point,
    remove_point,
    set_dataset,
    set_real_set,
    set_shape,
    set_test_samples,
    set_truth_table,
)
from gui.document.commands.edit_command import EditProjectCommand, edit_project
from gui.document.commands.rows import add_row, move_rows, paste, remove_points, set_cell
from gui.document.commands.runs import (
    branch_run,
    delete_runs,
    keep_run,
    keep_runs,
    open_start,
    rename_run,
    restore_run,
    set_notes,
)
from gui.document.commands.structure import (
    add_layer,
    change_network,
    cut_layers,
    duplicate_layers,
    move_layer,
    paste_layers,
    remove_layer,
    remove_layers,
    remove_units,
    set_activation,
    set_hidden_layers,
    set_units,
)
from gui.document.commands.training import begin_anew, change_training, new_start, set_start, take_remedy
from gui.document.commands.weights import negate, randomise, scale, set_cut, set_locked, set_value, set_values, zero

__all__ = [
    "EditProjectCommand",
    "add_layer",
    "add_point",
    "add_row",
    "begin_anew",
    "branch_run",
    "change_network",
    "change_training",
    "cut_layers",
    "delete_runs",
    "duplicate_layers",
    "edit_project",
    "keep_run",
    "keep_runs",
    "move_layer",
    "move_point",
    "move_rows",
    "negate",
    "new_start",
    "open_start",
    "paste",
    "paste_layers",
    "randomise",
    "remove_bookmark",
    "remove_layer",
    "remove_layers",
    "remove_point",
    "remove_points",
    "remove_units",
    "rename_run",
    "restore_run",
    "scale",
    "set_activation",
    "set_bookmark",
    "set_cell",
    "set_cut",
    "set_dataset",
    "set_hidden_layers",
    "set_locked",
    "set_notes",
    "set_real_set",
    "set_shape",
    "set_start",
    "set_test_samples",
    "set_truth_table",
    "set_units",
    "set_value",
    "set_values",
    "take_remedy",
    "zero",
]
