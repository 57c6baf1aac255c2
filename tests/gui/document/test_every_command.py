"""Every undoable command against the engine's own edit: the same project, under a name of its own, as one step."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import Network, Project, Remedy, Trainer
from engine.data.datasets.recipe import DatasetSpec
from engine.network.layer_copy import copy_layers
from engine.project import edits
from engine.project.edits import Edit, Shape, bookmarks, rbf, runs, weights
from engine.spec.errors import Text
from gui.document import commands
from gui.document.commands import points
from gui.document.commands import rbf as rbf_commands
from gui.document.document import Document
from gui.toolkit import translation
from tests.helpers.edited_projects import DEEP, DEEP_NOW, MOONS, NOW, OWN, RBF, RBF_NOW, SOME, WEIGHTS, XOR

COPIES = copy_layers(DEEP.network, DEEP_NOW, (1,))


def _trained() -> Project:
    trainer = Trainer(Network(XOR.network), XOR.dataset.build(), XOR.training)
    trainer.run(3)
    kept = [runs.saved_run(XOR, trainer.state(), trainer.data, name=name, when=name) for name in ("first", "second")]
    return runs.with_run(runs.with_run(replace(XOR, notes="none yet"), kept[0]), kept[1])


KEPT = _trained()
FIRST, SECOND = KEPT.runs
PAST = SECOND.state
assert PAST is not None


REMEDY = Remedy("new_start", XOR.network, replace(XOR.training, seed=4), Text("Draw a new start (seed {seed})", seed=4))


class Case(NamedTuple):
    """What the document holds before, the command, the engine's edit of the same, and what undo calls the step."""

    before: Project
    command: Callable[[Document], bool]
    edit: Callable[[Project], Edit]
    text: str


CASES: dict[str, Case] = {
    "set_bookmark": Case(
        XOR, lambda d: commands.set_bookmark(d, 3, "here"),
        lambda p: bookmarks.set_bookmark(p, 3, "here"), "Bookmark at epoch 3",
    ),
    "remove_bookmark": Case(
        bookmarks.set_bookmark(XOR, 3, "here").project, lambda d: commands.remove_bookmark(d, 3),
        lambda p: bookmarks.remove_bookmark(p, 3), "Remove the bookmark at epoch 3",
    ),
    "branch_run": Case(
        replace(KEPT, runs=(FIRST,)), lambda d: commands.branch_run(d, SECOND, PAST),
        lambda p: runs.branch_run(p, SECOND, PAST), "Go on from epoch 3",
    ),
    "set_dataset": Case(
        XOR, lambda d: commands.set_dataset(d, DatasetSpec("and")),
        lambda p: edits.set_dataset(p, DatasetSpec("and")), "Choose other data",
    ),
    "set_dataset, the same set": Case(
        MOONS, lambda d: commands.set_dataset(d, replace(MOONS.dataset, noise=0.3)),
        lambda p: edits.set_dataset(p, replace(MOONS.dataset, noise=0.3)), "Change the data settings",
    ),
    "set_dataset, other own samples": Case(
        OWN, lambda d: commands.set_dataset(d, DatasetSpec("custom", inputs=np.eye(2), targets=[[0.0], [1.0]])),
        lambda p: edits.set_dataset(p, DatasetSpec("custom", inputs=np.eye(2), targets=[[0.0], [1.0]])),
        "Choose other data",
    ),
    "set_dataset, named": Case(
        XOR, lambda d: commands.set_dataset(d, DatasetSpec("or"), "Take OR"),
        lambda p: edits.set_dataset(p, DatasetSpec("or")), "Take OR",
    ),
    "set_real_set": Case(
        XOR, lambda d: commands.set_real_set(d, DatasetSpec("iris"), "Take the flowers"),
        lambda p: edits.set_real_set(p, DatasetSpec("iris")), "Take the flowers",
    ),
    "add_point": Case(
        XOR, lambda d: commands.add_point(d, (0.3, 0.4), 1),
        lambda p: edits.add_point(p, (0.3, 0.4), 1), "Add a point",
    ),
    "move_point": Case(
        OWN, lambda d: commands.move_point(d, 10, (0.9, 0.2)),
        lambda p: edits.move_point(p, 10, (0.9, 0.2)), "Move a point",
    ),
    "remove_point": Case(
        OWN, lambda d: commands.remove_point(d, 2), lambda p: edits.remove_point(p, 2), "Remove a point"
    ),
    "set_truth_table": Case(
        XOR, lambda d: commands.set_truth_table(d, (1, 1, 0, 1)),
        lambda p: edits.set_truth_table(p, (1, 1, 0, 1)), "Edit the truth table",
    ),
    "set_activation": Case(
        DEEP, lambda d: commands.set_activation(d, 1, "leaky_relu"),
        lambda p: edits.set_activation(p, 1, "leaky_relu"), "Set the activation of layer 2 to leaky ReLU",
    ),
    "change_network, initialization": Case(
        XOR, lambda d: commands.change_network(d, initialization="he"),
        lambda p: edits.set_network(p, initialization="he"), "Change how the start is drawn",
    ),
    "change_network, initial range": Case(
        XOR, lambda d: commands.change_network(d, initial_range=0.25),
        lambda p: edits.set_network(p, initial_range=0.25), "Change the initial range",
    ),
    "points.remove_points": Case(
        OWN, lambda d: points.remove_points(d, [1, 10]), lambda p: edits.remove_points(p, [1, 10]), "Remove points"
    ),
    "points.set_points_class": Case(
        OWN, lambda d: points.set_points_class(d, [0, 1, 2, 3], 1),
        lambda p: edits.set_points_class(p, [0, 1, 2, 3], 1), "Change the class of points",
    ),
    "points.jitter": Case(
        OWN, lambda d: points.jitter(d, [0, 4], 0.1, np.random.default_rng(2)),
        lambda p: edits.jitter(p, [0, 4], 0.1, np.random.default_rng(2)), "Jitter points",
    ),
    "points.jitter, values": Case(
        edits.set_dataset(XOR, DatasetSpec("custom", inputs=np.eye(3)[:, :2], targets=[[0.3], [1.7], [0.5]])).project,
        lambda d: points.jitter(d, [0, 1], 0.1, np.random.default_rng(2), 0.5),
        lambda p: edits.jitter(p, [0, 1], 0.1, np.random.default_rng(2), 0.5), "Jitter points",
    ),
    "points.thin_out": Case(
        OWN, lambda d: points.thin_out(d, [3, 4]), lambda p: edits.remove_points(p, [3, 4]), "Thin out points"
    ),
    "rbf.make_rbf": Case(XOR, rbf_commands.make_rbf, rbf.make_rbf, "Make an RBF network"),
    "rbf.place": Case(
        RBF, lambda d: rbf_commands.place(d, RBF_NOW, "kmeans", "neighbours", 1.5),
        lambda p: rbf.place(p, RBF_NOW, "kmeans", "neighbours", 1.5), "Place the centres",
    ),
    "rbf.set_widths": Case(
        RBF, lambda d: rbf_commands.set_widths(d, RBF_NOW, "neighbours", 1.5),
        lambda p: rbf.set_widths(p, RBF_NOW, "neighbours", 1.5), "Set the widths",
    ),
    "rbf.solve_output": Case(
        RBF, lambda d: rbf_commands.solve_output(d, RBF_NOW),
        lambda p: rbf.solve_output(p, RBF_NOW), "Solve for the output weights",
    ),
    "rbf.set_trained, output": Case(
        RBF, lambda d: rbf_commands.set_trained(d, RBF_NOW, False),
        lambda p: rbf.set_trained(p, RBF_NOW, False), "Train the output only",
    ),
    "rbf.set_trained, everything": Case(
        rbf.set_trained(RBF, RBF_NOW, False).project, lambda d: rbf_commands.set_trained(d, RBF_NOW, True),
        lambda p: rbf.set_trained(p, RBF_NOW, True), "Train everything",
    ),
    "rbf.move_centre": Case(
        RBF, lambda d: rbf_commands.move_centre(d, RBF_NOW, 2, (0.1, 0.7), 1),
        lambda p: rbf.move_centre(p, RBF_NOW, 2, (0.1, 0.7)), "Move centre 3",
    ),
    "rbf.set_width": Case(
        RBF, lambda d: rbf_commands.set_width(d, RBF_NOW, 2, 0.7, 1),
        lambda p: rbf.set_width(p, RBF_NOW, 2, 0.7), "Set width 3",
    ),
    "set_cell": Case(
        OWN, lambda d: commands.set_cell(d, 10, 1, "0.75"), lambda p: edits.set_cell(p, 10, 1, "0.75"), "Edit a sample"
    ),
    "add_row": Case(OWN, lambda d: commands.add_row(d, 10, 1), lambda p: edits.add_row(p, 10), "Add a sample"),
    "paste": Case(
        OWN, lambda d: commands.paste(d, "1\t0\n3\t1", [4, 5], 1),
        lambda p: edits.paste(p, "1\t0\n3\t1", [4, 5], 1), "Paste samples",
    ),
    "remove_points": Case(
        OWN, lambda d: commands.remove_points(d, [1, 10]), lambda p: edits.remove_points(p, [1, 10]), "Remove samples"
    ),
    "move_rows, to test": Case(
        OWN, lambda d: commands.move_rows(d, [1, 2], True),
        lambda p: edits.move_rows(p, [1, 2], True), "Keep samples for testing",
    ),
    "move_rows, to train": Case(
        OWN, lambda d: commands.move_rows(d, [10], False),
        lambda p: edits.move_rows(p, [10], False), "Train on test samples",
    ),
    "keep_run": Case(XOR, lambda d: commands.keep_run(d, FIRST), lambda p: Edit(runs.with_run(p, FIRST)), "Keep a run"),
    "keep_runs": Case(
        XOR, lambda d: commands.keep_runs(d, [FIRST, SECOND]),
        lambda p: Edit(runs.with_new_runs(p, [FIRST, SECOND])), "Keep 2 runs",
    ),
    "open_start": Case(
        XOR, lambda d: commands.open_start(d, XOR, 7, PAST),
        lambda p: runs.open_start(p, XOR, 7, PAST), "Open the start of seed 7",
    ),
    "restore_run": Case(
        replace(KEPT, network=DEEP.network), lambda d: commands.restore_run(d, SECOND),
        lambda p: runs.restore_run(p, SECOND), "Restore second",
    ),
    "rename_run": Case(
        KEPT, lambda d: commands.rename_run(d, FIRST.key, "the best"),
        lambda p: runs.rename_run(p, FIRST.key, "the best"), "Rename a run",
    ),
    "delete_runs, one": Case(
        KEPT, lambda d: commands.delete_runs(d, [SECOND.key]),
        lambda p: runs.delete_runs(p, [SECOND.key]), "Delete a run",
    ),
    "delete_runs, two": Case(
        KEPT, lambda d: commands.delete_runs(d, [FIRST.key, SECOND.key]),
        lambda p: runs.delete_runs(p, [FIRST.key, SECOND.key]), "Delete 2 runs",
    ),
    "set_notes": Case(
        KEPT, lambda d: commands.set_notes(d, "Ada", "It learns.", 1),
        lambda p: runs.set_notes(p, "Ada", "It learns."), "Write notes",
    ),
    "set_shape": Case(
        MOONS, lambda d: commands.set_shape(d, Shape(test_share=0.5, scaling="standardise")),
        lambda p: edits.set_shape(p, Shape(test_share=0.5, scaling="standardise")), "Shape the data",
    ),
    "set_test_samples": Case(
        OWN, lambda d: commands.set_test_samples(d, np.eye(2), [[0.0], [1.0]], "second.csv"),
        lambda p: edits.set_test_samples(p, np.eye(2), [[0.0], [1.0]]), "Take test data from second.csv",
    ),
    "set_start": Case(
        XOR, lambda d: commands.set_start(d, NOW), lambda p: edits.set_parameters(p, NOW), "Type the start weights"
    ),
    "add_layer": Case(
        DEEP, lambda d: commands.add_layer(d, 1, 6, DEEP_NOW),
        lambda p: edits.add_layer(p, 1, 6, current=DEEP_NOW), "Add a layer of 6 units",
    ),
    "remove_layer": Case(
        DEEP, lambda d: commands.remove_layer(d, 1, DEEP_NOW),
        lambda p: edits.remove_layer(p, 1, DEEP_NOW), "Remove hidden layer 2",
    ),
    "remove_layers": Case(
        DEEP, lambda d: commands.remove_layers(d, [0, 2], DEEP_NOW),
        lambda p: edits.remove_layers(p, [0, 2], DEEP_NOW), "Remove 2 layers",
    ),
    "cut_layers": Case(
        DEEP, lambda d: commands.cut_layers(d, [1], DEEP_NOW),
        lambda p: edits.remove_layers(p, [1], DEEP_NOW), "Cut out layers",
    ),
    "move_layer": Case(
        DEEP, lambda d: commands.move_layer(d, 0, 2, DEEP_NOW),
        lambda p: edits.move_layer(p, 0, 2, DEEP_NOW), "Move hidden layer 1 to place 3",
    ),
    "set_units": Case(
        DEEP, lambda d: commands.set_units(d, 1, 7, DEEP_NOW),
        lambda p: edits.set_units(p, 1, 7, DEEP_NOW), "Give layer 2 7 units",
    ),
    "remove_units, one": Case(
        DEEP, lambda d: commands.remove_units(d, {1: [2]}, DEEP_NOW),
        lambda p: edits.remove_units(p, {1: [2]}, DEEP_NOW), "Remove a unit",
    ),
    "remove_units, some": Case(
        DEEP, lambda d: commands.remove_units(d, {0: [0], 1: [1, 2]}, DEEP_NOW),
        lambda p: edits.remove_units(p, {0: [0], 1: [1, 2]}, DEEP_NOW), "Remove 3 units",
    ),
    "paste_layers": Case(
        DEEP, lambda d: commands.paste_layers(d, 2, COPIES, DEEP_NOW),
        lambda p: edits.insert_layers(p, 2, COPIES, DEEP_NOW), "Paste layers",
    ),
    "duplicate_layers": Case(
        DEEP, lambda d: commands.duplicate_layers(d, 2, COPIES, DEEP_NOW),
        lambda p: edits.insert_layers(p, 2, COPIES, DEEP_NOW), "Duplicate layers",
    ),
    "set_hidden_layers": Case(
        DEEP, lambda d: commands.set_hidden_layers(d, [(5, "tanh"), (2, None)], DEEP_NOW),
        lambda p: edits.set_hidden_layers(p, [(5, "tanh"), (2, None)], DEEP_NOW), "Take over a ready network",
    ),
    "change_training": Case(
        XOR, lambda d: commands.change_training(d, learning_rate=0.25),
        lambda p: edits.set_training(p, learning_rate=0.25), "Set the learning rate to 0.25",
    ),
    "change_training, two at once": Case(
        XOR, lambda d: commands.change_training(d, learning_rate=0.25, momentum=0.5),
        lambda p: edits.set_training(p, learning_rate=0.25, momentum=0.5), "Change the training settings",
    ),
    "new_start": Case(XOR, commands.new_start, lambda p: edits.set_training(p, seed=1), "New start"),
    "take_remedy": Case(
        XOR, lambda d: commands.take_remedy(d, REMEDY),
        lambda p: edits.take_remedy(p, REMEDY), "Draw a new start (seed 4)",
    ),
    "set_value": Case(
        XOR, lambda d: commands.set_value(d, NOW, 3, 0.75, "w₁₄"),
        lambda p: weights.set_value(p, NOW, 3, 0.75), "Set w₁₄",
    ),
    "set_values": Case(
        XOR, lambda d: commands.set_values(d, NOW, {3: 0.75, 5: -0.5}, "w₁₄, w₂₁"),
        lambda p: weights.set_some(p, NOW, {3: 0.75, 5: -0.5}), "Set w₁₄, w₂₁",
    ),
    "set_locked": Case(
        XOR, lambda d: commands.set_locked(d, NOW, SOME, True, "layer 1"),
        lambda p: weights.set_locked(p, NOW, SOME, True), "Lock layer 1",
    ),
    "set_locked, unlock": Case(
        weights.set_locked(XOR, NOW, np.ones(17, bool), True).project,
        lambda d: commands.set_locked(d, NOW, SOME, False, "layer 1"),
        lambda p: weights.set_locked(p, NOW, SOME, False), "Unlock layer 1",
    ),
    "set_cut": Case(
        XOR, lambda d: commands.set_cut(d, NOW, WEIGHTS, True, "w₁₄"),
        lambda p: weights.set_cut(p, NOW, WEIGHTS, True), "Cut w₁₄",
    ),
    "set_cut, restore": Case(
        weights.set_cut(XOR, NOW, np.arange(17) < 8, True).project,
        lambda d: commands.set_cut(d, NOW, WEIGHTS, False, "w₁₄"),
        lambda p: weights.set_cut(p, NOW, WEIGHTS, False), "Restore w₁₄",
    ),
    "randomise": Case(
        XOR, lambda d: commands.randomise(d, NOW, SOME, "w₁₄", np.random.default_rng(4)),
        lambda p: weights.randomise(p, NOW, SOME, np.random.default_rng(4)), "Randomise w₁₄",
    ),
    "zero": Case(
        XOR, lambda d: commands.zero(d, NOW, SOME, "w₁₄"), lambda p: weights.zero(p, NOW, SOME), "Set w₁₄ to zero"
    ),
    "negate": Case(
        XOR, lambda d: commands.negate(d, NOW, SOME, "w₁₄"), lambda p: weights.negate(p, NOW, SOME), "Negate w₁₄"
    ),
    "scale": Case(
        XOR, lambda d: commands.scale(d, NOW, SOME, 0.5, "w₁₄"),
        lambda p: weights.scale(p, NOW, SOME, 0.5), "Multiply w₁₄ by 0.5",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_command_is_the_engines_edit_as_one_named_step(qtbot: QtBot, name: str) -> None:
    case = CASES[name]
    document = Document(case.before)
    assert case.command(document) is True
    assert document.project == case.edit(case.before).project
    assert document.project != case.before
    assert [document.undo_stack.text(place) for place in range(document.undo_stack.count())] == [case.text]
    document.undo_stack.undo()
    assert document.project == case.before


NAMED_BY_THE_CALLER = {"set_dataset, named", "set_real_set"}


@pytest.mark.parametrize("name", sorted(CASES.keys() - NAMED_BY_THE_CALLER))
def test_a_step_has_a_name_in_chinese(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    translation.install(qapp, "zh_CN")
    case = CASES[name]
    document = Document(case.before)
    case.command(document)
    assert re.search("[\u4e00-\u9fff]", document.undo_stack.undoText())


def test_a_run_that_begins_anew_is_one_named_step(qtbot: QtBot) -> None:
    document = Document(replace(XOR, run=PAST))
    commands.begin_anew(document)
    assert document.project == XOR
    assert document.undo_stack.undoText() == "Begin anew"
    document.undo_stack.undo()
    assert document.project.run == PAST


def test_every_command_is_held_here() -> None:
    held = {name.partition(",")[0] for name in CASES}
    assert set(commands.__all__) - held == {"EditProjectCommand", "begin_anew", "edit_project"}
    assert {name for name in dir(rbf_commands) if f"rbf.{name}" in held} >= {"make_rbf", "place", "set_width"}
