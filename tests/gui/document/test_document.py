"""The document: one value, its undo history, its data, and whether something would be lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from engine import Network, Trainer, TrainingSpec
from engine.data.datasets.recipe import DatasetSpec
from engine.project.edits.runs import saved_run
from engine.project.project import Project
from engine.spec.errors import EngineError
from gui.document.commands import change_training, edit_project
from gui.document.document import Document


def test_a_new_document_holds_the_default_project_and_its_data(qtbot: QtBot) -> None:
    document = Document()
    assert document.project == Project()
    assert document.dataset.targets.tolist() == [[0], [1], [1], [0]]
    assert not document.is_modified


def test_data_are_built_once_and_again_after_they_changed(qtbot: QtBot) -> None:
    document = Document()
    first = document.dataset
    change_training(document, learning_rate=0.1)
    assert document.dataset is first
    edit_project(document, "And", replace(document.project, dataset=DatasetSpec("and")))
    assert document.dataset.targets.tolist() == [[0], [0], [0], [1]]


def test_undo_and_redo_restore_the_very_values(qtbot: QtBot) -> None:
    document = Document()
    before = document.project
    change_training(document, learning_rate=0.1)
    after = document.project
    document.undo_stack.undo()
    assert document.project is before
    document.undo_stack.redo()
    assert document.project is after


def test_loading_begins_a_new_history_and_is_no_edit(qtbot: QtBot) -> None:
    document = Document()
    change_training(document, learning_rate=0.1)
    loading = []
    document.changed.connect(lambda *_: loading.append(document.is_loading))
    project = replace(Project(), dataset=DatasetSpec("or"))
    with qtbot.waitSignals([document.changed, document.path_changed, document.modified_changed]):
        document.load(project, Path("or.perceptra"))
    assert loading == [True]
    assert document.project == project
    assert not document.undo_stack.canUndo()
    assert not document.is_modified
    assert not document.is_loading


def test_a_project_whose_data_cannot_be_built_changes_nothing(qtbot: QtBot) -> None:
    document = Document()
    change_training(document, learning_rate=0.1)
    kept = document.project
    with pytest.raises(EngineError):
        document.load(replace(Project(), dataset=DatasetSpec("no such data")))
    assert document.project is kept
    assert document.undo_stack.canUndo()


def test_edits_make_it_modified_until_saved_or_undone(qtbot: QtBot) -> None:
    document = Document()
    told: list[bool] = []
    document.modified_changed.connect(told.append)
    change_training(document, learning_rate=0.1)
    document.saved_as(Path("mine.perceptra"))
    document.undo_stack.undo()
    document.undo_stack.redo()
    assert told == [True, False, True, False]


def test_a_run_that_went_on_makes_a_saved_project_modified(qtbot: QtBot) -> None:
    document = Document()
    document.mark_run_changed()
    assert not document.is_modified, "the run of an unsaved project comes out the same again"
    document.saved_as(Path("mine.perceptra"))
    assert not document.is_modified
    document.mark_run_changed()
    assert document.is_modified
    assert not document.has_edits
    document.saved_as(Path("mine.perceptra"))
    assert not document.is_modified


def test_saving_tells_path_and_saved(qtbot: QtBot) -> None:
    document = Document()
    with qtbot.waitSignals([document.path_changed, document.saved]):
        document.saved_as(Path("mine.perceptra"))
    assert document.path == Path("mine.perceptra")


def test_own_samples_are_the_document_s_data(qtbot: QtBot) -> None:
    spec = DatasetSpec("custom", inputs=np.eye(2), targets=np.array([[0.0], [1.0]]))
    document = Document(replace(Project(), dataset=spec))
    assert np.array_equal(document.dataset.inputs, np.eye(2))


def test_own_work_waits_while_a_lesson_has_the_window(tmp_path: Path) -> None:
    document = Document(Project(training=TrainingSpec(seed=5)))
    document.saved_as(tmp_path / "mine.perceptra")
    edit_project(document, "Set the seed", Project(training=TrainingSpec(seed=6)))
    mine = document.project
    run = Trainer(Network(mine.network), mine.dataset.build(), mine.training).state()

    document.set_own_work_aside(run, Project(training=TrainingSpec(seed=1)))
    assert document.has_own_work_aside
    assert (document.path, document.is_modified) == (None, False)
    assert not document.undo_group.canUndo()
    edit_project(document, "Set the seed", Project(training=TrainingSpec(seed=2)))
    document.set_own_work_aside(None, Project(training=TrainingSpec(seed=3)))  # the lesson's next step
    assert not document.undo_group.canUndo()

    document.bring_own_work_back()
    assert document.project == replace(mine, run=run)
    assert document.path == tmp_path / "mine.perceptra"
    assert document.is_modified
    document.undo_group.undo()
    assert document.project.training.seed == 5


def test_bringing_back_what_never_waited_changes_nothing() -> None:
    document = Document()
    edit_project(document, "Set the seed", Project(training=TrainingSpec(seed=6)))
    document.bring_own_work_back()
    assert document.project.training.seed == 6
    assert document.undo_group.canUndo()


def test_a_run_that_is_kept_is_no_step_of_undo_but_something_to_save(qtbot: QtBot) -> None:
    document = Document()
    document.saved_as(Path("mine.perceptra"))
    trainer = Trainer(Network(document.project.network), document.dataset, document.project.training)
    trainer.run(2)
    kept = saved_run(document.project, trainer.state(), trainer.data, name="first", when="now")
    document.keep_run(kept)
    assert document.project.runs == (kept,)
    assert not document.undo_stack.canUndo()
    assert document.is_modified


def test_a_document_that_is_deleted_tells_nobody_of_its_history(qtbot: QtBot) -> None:
    document, told = Document(), list[int]()
    change_training(document, learning_rate=0.25)
    for history in (document.undo_stack, document.undo_group):
        history.indexChanged.connect(told.append)
    shiboken6.delete(document)
    assert told == []
