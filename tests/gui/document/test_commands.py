"""The undoable edits: one step each, named, and undone to the very same value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits import Edit
from engine.project.project import Project
from gui.document import commands
from gui.document.commands import edit_command
from gui.document.commands.push import push
from gui.document.document import Document

NOW, SOME = np.linspace(-1, 1, 17), np.arange(17) == 3  # of a 2-4-1 network
EDITS: dict[str, Callable[[Document], bool]] = {
    "add_layer": lambda document: commands.add_layer(document, 0, units=2),
    "remove_layer": lambda document: commands.remove_layer(document, 0),
    "set_units": lambda document: commands.set_units(document, 0, 7),
    "set_activation": lambda document: commands.set_activation(document, 0, "tanh"),
    "set_dataset": lambda document: commands.set_dataset(document, DatasetSpec("moons")),
    "change_training": lambda document: commands.change_training(document, momentum=0.5),
    "change_network": lambda document: commands.change_network(document, initial_range=0.1),
    "add_point": lambda document: commands.add_point(document, (0.3, 0.4), 1),
    "move_point": lambda document: commands.move_point(document, 2, (0.9, 0.2)),
    "remove_point": lambda document: commands.remove_point(document, 2),
    "set_truth_table": lambda document: commands.set_truth_table(document, (1, 1, 0, 1)),
    "new_start": commands.new_start,
    "set_value": lambda document: commands.set_value(document, NOW, 3, 0.75, "w₁₄"),
    "set_locked": lambda document: commands.set_locked(document, NOW, SOME, True, "w₁₄"),
    "set_cut": lambda document: commands.set_cut(document, NOW, SOME, True, "w₁₄"),
    "randomise": lambda document: commands.randomise(document, NOW, SOME, "w₁₄"),
    "zero": lambda document: commands.zero(document, NOW, SOME, "w₁₄"),
    "negate": lambda document: commands.negate(document, NOW, SOME, "w₁₄"),
    "scale": lambda document: commands.scale(document, NOW, SOME, 2.0, "w₁₄"),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_one_named_step_that_undo_takes_back(document: Document, name: str) -> None:
    before = document.project
    assert EDITS[name](document) is True
    after = document.project
    assert after != before
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText()
    assert "{" not in document.undo_stack.undoText()
    document.undo_stack.undo()
    assert document.project == before
    document.undo_stack.redo()
    assert document.project == after


def test_names_say_what_was_done(document: Document) -> None:
    commands.add_layer(document, 0, units=5)
    assert document.undo_stack.undoText() == "Add a layer of 5 units"
    commands.set_activation(document, 0, "leaky_relu")
    assert document.undo_stack.undoText() == "Set the activation of layer 1 to leaky ReLU"
    commands.change_training(document, learning_rate=0.25)
    assert document.undo_stack.undoText() == "Set the learning rate to 0.25"
    commands.change_training(document, rule="adam", learning_rate=0.01)
    assert document.undo_stack.undoText() == "Change the training settings"


def test_an_edit_that_changes_nothing_is_no_step(document: Document) -> None:
    assert commands.change_training(document, learning_rate=0.5) is False
    assert commands.set_units(document, 0, 4) is False
    assert document.undo_stack.count() == 0


def test_an_edit_that_cannot_work_says_why_and_changes_nothing(qtbot: QtBot, document: Document) -> None:
    before = document.project
    with qtbot.waitSignal(document.noticed) as told:
        assert commands.remove_layer(document, 1) is False
    assert "output layer" in told.args[0]
    assert document.project is before
    assert document.undo_stack.count() == 0


def test_what_followed_by_itself_is_told(qtbot: QtBot, document: Document) -> None:
    with qtbot.waitSignal(document.noticed) as told:
        commands.set_dataset(document, DatasetSpec("blobs", n_classes=3))
    assert "3 softmax units because the data have 3 classes" in told.args[0]
    assert document.project.network.n_outputs == 3


def test_a_rule_that_needs_another_batch_says_so(qtbot: QtBot, document: Document) -> None:
    with qtbot.waitSignal(document.noticed) as told:
        commands.change_training(document, rule="rprop")
    assert told.args[0] == "A batch now is the whole set, as Rprop needs it."


def test_an_edit_without_consequences_says_nothing(qtbot: QtBot, document: Document) -> None:
    with qtbot.assertNotEmitted(document.noticed):
        commands.set_units(document, 0, 3)


def test_a_drag_is_one_step(document: Document) -> None:
    before = document.project
    for i in range(1, 20):
        commands.change_training(document, learning_rate=0.5 + i / 10)
    assert document.undo_stack.count() == 1
    assert document.project.training.learning_rate == 2.4
    document.undo_stack.undo()
    assert document.project == before


def test_a_dragged_point_is_one_step_and_another_point_another(document: Document) -> None:
    commands.add_point(document, (0.1, 0.1), 1)
    for i in range(5):
        commands.move_point(document, 4, (0.1 + i / 10, 0.1), gesture=1)
    commands.move_point(document, 0, (0.0, -0.1), gesture=2)
    assert document.undo_stack.count() == 3
    commands.move_point(document, 0, (0.0, -0.2), gesture=3)
    assert document.undo_stack.count() == 4, "two drags of one point are two steps"
    document.undo_stack.undo()


def test_a_drag_back_to_where_it_began_leaves_no_step(document: Document) -> None:
    for rate in (0.6, 0.7, 0.5):
        commands.change_training(document, learning_rate=rate)
    assert document.undo_stack.count() == 0
    assert document.project == Project()


def test_separate_changes_of_one_setting_are_separate_steps(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(edit_command.time, "monotonic", lambda: now[0])
    commands.change_training(document, learning_rate=0.3)
    now[0] += edit_command.MERGE_WITHIN_S + 0.1
    commands.change_training(document, learning_rate=0.1)
    assert document.undo_stack.count() == 2


def test_steps_of_different_kinds_do_not_merge(document: Document) -> None:
    commands.change_training(document, learning_rate=0.3)
    commands.change_training(document, momentum=0.3)
    commands.edit_project(document, "Rename", replace(document.project, dataset=DatasetSpec("or")))
    assert document.undo_stack.count() == 3


def nudge(document: Document, position: int, value: float) -> bool:
    return commands.set_value(document, NOW, position, value, "w", is_nudge=True)


def test_quick_nudges_of_one_weight_are_one_step(document: Document) -> None:
    before = document.project
    for value in (0.5, 0.6, 0.7):
        assert nudge(document, 3, value)
    assert document.undo_stack.count() == 1
    assert document.project.parameters is not None
    assert document.project.parameters.array[3] == 0.7
    document.undo_stack.undo()
    assert document.project == before


def test_nudges_of_two_weights_or_after_a_pause_are_two_steps(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(edit_command.time, "monotonic", lambda: now[0])
    nudge(document, 3, 0.5)
    nudge(document, 4, 0.5)
    assert document.undo_stack.count() == 2
    now[0] += edit_command.MERGE_WITHIN_S + 0.1
    nudge(document, 4, 0.6)
    assert document.undo_stack.count() == 3


def test_a_typed_weight_is_a_step_of_its_own(document: Document) -> None:
    nudge(document, 3, 0.5)
    commands.set_value(document, NOW, 3, 0.6, "w")
    commands.set_value(document, NOW, 3, 0.7, "w")
    nudge(document, 3, 0.8)
    assert document.undo_stack.count() == 4


def test_a_dragged_weight_is_one_step_however_long_it_takes(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(edit_command.time, "monotonic", lambda: now[0])
    for value in (0.5, 0.6):
        commands.set_value(document, NOW, 3, value, "w", gesture=1)
        now[0] += 10 * edit_command.MERGE_WITHIN_S
    assert document.undo_stack.count() == 1
    commands.set_value(document, NOW, 3, 0.7, "w", gesture=2)
    assert document.undo_stack.count() == 2, "another drag is another step"
    nudge(document, 3, 0.8)
    assert document.undo_stack.count() == 3, "a nudge is no part of a drag"


def test_quick_changes_of_a_layer_s_units_are_one_step(document: Document) -> None:
    before = document.project
    for units in (5, 6, 7):
        assert commands.set_units(document, 0, units)
    assert document.undo_stack.count() == 1
    assert document.project.network.sizes == (2, 7, 1)
    document.undo_stack.undo()
    assert document.project == before


def test_units_of_two_layers_or_after_a_pause_are_two_steps(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(edit_command.time, "monotonic", lambda: now[0])
    commands.add_layer(document, 1)
    commands.set_units(document, 0, 5)
    commands.set_units(document, 1, 5)
    assert document.undo_stack.count() == 3
    now[0] += edit_command.MERGE_WITHIN_S + 0.1
    commands.set_units(document, 1, 6)
    assert document.undo_stack.count() == 4
    document.undo_stack.undo()
    assert document.project.network.sizes == (2, 5, 5, 1)


def test_data_that_cannot_be_built_are_refused_before_anything_changes(qtbot: QtBot, document: Document) -> None:
    before, data = document.project, document.dataset
    nobody_knows = replace(before, dataset=DatasetSpec("no such data"))
    with qtbot.assertNotEmitted(document.changed), qtbot.waitSignal(document.noticed) as told:
        assert push(document, "Load data", lambda _project: Edit(nobody_knows)) is False
    assert "no such data" in told.args[0]
    assert document.project is before
    assert document.dataset is data
    assert document.undo_stack.count() == 0


def test_a_new_start_takes_the_next_seed_and_replaces_given_numbers(document: Document) -> None:
    numbers = [0.1] * document.project.network.n_parameters
    commands.edit_project(document, "By hand", replace(document.project, parameters=numbers))
    commands.new_start(document)
    assert document.project.training.seed == 1
    assert document.project.parameters is None


def test_every_note_of_the_engine_has_its_sentence(qtbot: QtBot) -> None:
    from engine.project.edits import Note
    from gui.words.edit_notes import sentence_of

    values = {
        "inputs": 3, "units": 2, "activation": "tanh", "previous": "step", "loss": "squared_error", "task": "columns",
        "n_classes": 2, "rule": "adam", "layer": 0, "batch_size": None, "name": "xor", "seed": 4,
    }  # fmt: skip
    for kind in ("inputs", "output_layer", "hidden_layer", "own_samples", "start"):
        assert sentence_of(Note(kind, values)).endswith(".")
    for kind, name in (("rule", "rprop"), ("batch_size", "adam"), ("loss", "cross_entropy")):
        assert sentence_of(Note(kind, values | {"previous": name})).endswith(".")


def test_another_error_measure_is_said_also_beside_another_output_layer() -> None:
    document = Document()
    noticed: list[str] = []
    document.noticed.connect(noticed.append)
    commands.set_dataset(document, DatasetSpec("blobs", n_classes=3))
    assert document.project.training.loss == "cross_entropy"
    assert "3 softmax units" in noticed[0]
    assert "the cross-entropy" in noticed[0]


def test_one_input_is_one() -> None:
    document = Document()
    noticed: list[str] = []
    document.noticed.connect(noticed.append)
    commands.set_dataset(document, DatasetSpec("custom", inputs=[[0.0], [1.0]], targets=[[0.3], [1.7]]))
    assert noticed[0].startswith("The network now has one input")
