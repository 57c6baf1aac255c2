"""Edits while there is a run: what goes on live, what resets and says so, and files that bring a run along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine import Network, Project, Trainer
from engine.data.datasets.recipe import DatasetSpec
from engine.project.edit_effect import EditEffect, effect_of
from engine.spec.specs import LayerSpec
from engine.training.run import Run
from gui.document import commands
from gui.session import TrainingSession
from tests.helpers.sessions import WAIT_MS, MakeSession, endless, trained


def _trains(qtbot: QtBot, session: TrainingSession, epochs: int = 20) -> None:
    session.train()
    start = session.snapshot.epoch
    qtbot.waitUntil(lambda: session.snapshot.epoch > start + epochs, timeout=WAIT_MS)


def _pauses(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.pause()


def test_settings_change_while_it_trains(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    run_id = session.snapshot.run_id
    with qtbot.assertNotEmitted(session.was_reset):
        commands.change_training(session.document, learning_rate=0.125, momentum=0.2, l2=1e-4, batch_size=2)
        qtbot.waitUntil(lambda: session.snapshot.learning_rate == 0.125, timeout=WAIT_MS)
    assert session.state == "training"
    assert session.snapshot.run_id == run_id
    before = session.snapshot.epoch
    qtbot.waitUntil(lambda: session.snapshot.epoch > before, timeout=WAIT_MS)


def test_a_settings_change_acts_as_in_the_trainer_itself(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    for _ in range(7):
        session.step_epoch()
    qtbot.waitUntil(lambda: session.snapshot.epoch == 7, timeout=WAIT_MS)
    commands.change_training(session.document, learning_rate=0.1)
    for _ in range(3):
        session.step_epoch()
    qtbot.waitUntil(lambda: session.snapshot.epoch == 10, timeout=WAIT_MS)
    network = Network(endless().network, seed=0)
    trainer = Trainer(network, endless().dataset.build(), endless().training)
    trainer.run(epochs=7)
    trainer.use_training(session.document.project.training)
    trainer.run(epochs=3)
    assert np.array_equal(session.snapshot.parameters, network.parameters)


def test_points_are_added_moved_and_removed_while_it_trains(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    run_id = session.snapshot.run_id
    commands.add_point(session.document, (0.5, 0.5), 1)
    qtbot.waitUntil(lambda: session.snapshot.n_samples == 5, timeout=WAIT_MS)
    commands.move_point(session.document, 4, (0.5, 0.6))
    commands.remove_point(session.document, 4)
    qtbot.waitUntil(lambda: session.snapshot.n_samples == 4, timeout=WAIT_MS)
    before = session.snapshot.epoch
    qtbot.waitUntil(lambda: session.snapshot.epoch > before, timeout=WAIT_MS)
    assert session.state == "training"
    assert session.snapshot.run_id == run_id


def test_a_flood_of_edits_does_not_pile_up(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    commands.add_point(session.document, (0.0, 0.5), 1)
    for i in range(300):
        commands.move_point(session.document, 4, (i / 300, 0.5))
        commands.change_training(session.document, learning_rate=0.1 + i / 1000)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.pause()
    assert session.snapshot.learning_rate == pytest.approx(0.1 + 299 / 1000)
    assert session.snapshot.n_samples == 5


def test_a_structural_edit_while_training_resets_and_says_so(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    run_id = session.snapshot.run_id
    with qtbot.waitSignal(session.was_reset, timeout=WAIT_MS) as told:
        commands.add_layer(session.document, 0, 3)
    assert "network was changed" in told.args[0]
    assert session.state == "idle"
    qtbot.waitUntil(lambda: session.snapshot.run_id > run_id, timeout=WAIT_MS)
    assert session.snapshot.epoch == 0
    assert len(session.snapshot.parameters) == session.document.project.network.n_parameters
    _trains(qtbot, session)


@pytest.mark.parametrize(
    ("change", "word"),
    [({"seed": 5}, "start"), ({"rule": "adam"}, "rule"), ({"loss": "cross_entropy"}, "error")],
)
def test_what_ends_a_run_names_itself(
    qtbot: QtBot, make_session: MakeSession, change: dict[str, object], word: str
) -> None:
    session = make_session()
    session.step_sample()
    with qtbot.waitSignal(session.was_reset, timeout=WAIT_MS) as told:
        commands.change_training(session.document, **change)
    assert word in told.args[0]
    qtbot.waitUntil(lambda: session.snapshot.epoch == 0 and session.snapshot.step == 0, timeout=WAIT_MS)
    assert session.state == "idle"


def test_without_a_run_nothing_is_said(qtbot: QtBot, session: TrainingSession) -> None:
    with qtbot.assertNotEmitted(session.was_reset, wait=50):
        commands.add_layer(session.document, 0, 3)
        commands.change_training(session.document, seed=3)
        commands.set_dataset(session.document, DatasetSpec("blobs", n_classes=3))
    n_parameters = session.document.project.network.n_parameters
    qtbot.waitUntil(lambda: len(session.snapshot.parameters) == n_parameters, timeout=WAIT_MS)
    assert session.snapshot.n_samples == session.document.dataset.n_samples
    assert session.state == "idle"


def test_undoing_a_structural_edit_stands_at_the_old_start(qtbot: QtBot, session: TrainingSession) -> None:
    start = session.snapshot.parameters
    commands.set_units(session.document, 0, 7)
    session.document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.snapshot.run_id == 3, timeout=WAIT_MS)
    assert np.array_equal(session.snapshot.parameters, start)


def test_new_data_for_a_finished_run_make_it_go_on(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless(stop_when_all_right=True))
    with qtbot.waitSignal(session.finished, timeout=WAIT_MS):
        session.train()
    reached = session.snapshot.epoch
    commands.set_dataset(session.document, DatasetSpec("and"))
    with qtbot.waitSignal(session.finished, timeout=WAIT_MS) as told:
        session.train()
    assert told.args == ["all_right"]
    assert session.snapshot.epoch > reached


def test_an_impossible_live_edit_stops_with_a_sentence_and_can_be_mended(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    project = replace(endless(), dataset=DatasetSpec("custom", inputs=[[0.0, 0.0], [1.0, 1.0]], targets=[[0.0], [1.0]]))
    session = make_session(project)
    _trains(qtbot, session)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        commands.remove_point(session.document, 0)
        commands.remove_point(session.document, 0)
    assert "empty" in told.args[0]
    epoch = session.snapshot.epoch
    session.document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.state == "paused", timeout=WAIT_MS)
    _trains(qtbot, session)
    assert session.snapshot.epoch > epoch


def _run_at(project: Project, epochs: int, steps: int = 0) -> Run:
    network = Network(project.network, seed=project.training.seed)
    trainer = Trainer(network, project.dataset.build(), project.training)
    trainer.run(epochs=epochs)
    trainer.advance(steps)
    return trainer.state()


def test_a_project_with_a_run_is_taken_up_where_it_stood(qtbot: QtBot, make_session: MakeSession) -> None:
    project = endless(shuffle=True, momentum=0.3)
    session = make_session(replace(project, run=_run_at(project, 40, steps=2)))
    assert session.state == "paused"
    assert (session.snapshot.epoch, session.snapshot.step) == (40, 2)
    session.step_epoch()
    session.step_epoch()
    qtbot.waitUntil(lambda: session.snapshot.epoch == 42, timeout=WAIT_MS)
    assert np.array_equal(session.snapshot.parameters, trained(project, 42))


def test_opening_a_file_takes_up_its_run_and_reset_leaves_it(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    project = replace(Project(), dataset=DatasetSpec("and"))
    with qtbot.assertNotEmitted(session.was_reset):
        session.document.load(replace(project, run=_run_at(project, 9)), Path("and.perceptra"))
    assert session.state == "paused"
    qtbot.waitUntil(lambda: session.snapshot.epoch == 9, timeout=WAIT_MS)
    assert not session.document.is_modified
    session.reset()
    qtbot.waitUntil(lambda: session.snapshot.epoch == 0, timeout=WAIT_MS)
    assert session.document.is_modified
    assert session.run() is None


def test_a_finished_run_from_a_file_is_finished(qtbot: QtBot, make_session: MakeSession) -> None:
    project = replace(Project(), training=replace(Project().training, max_epochs=30))
    session = make_session(replace(project, run=_run_at(project, 30)))
    assert session.state == "finished"
    with qtbot.waitSignal(session.finished, timeout=WAIT_MS):
        session.train()
    assert session.snapshot.epoch == 60


def test_the_run_for_saving_is_exact_at_rest(qtbot: QtBot, session: TrainingSession) -> None:
    session.step_sample()
    qtbot.waitUntil(lambda: session.snapshot.step == 1 and session.state == "paused", timeout=WAIT_MS)
    got: list[Run | None] = []
    session.request_run(got.append)
    assert got == [session.run()]
    assert got[0] is not None
    assert got[0].position == 1
    assert np.array_equal(got[0].parameters.array, session.snapshot.parameters)


def test_a_run_asked_for_in_training_is_consistent_and_training_goes_on(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    got: list[Run | None] = []
    session.request_run(got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=WAIT_MS)
    run = got[0]
    assert run is not None
    assert session.state == "training"
    network = Network(endless().network, seed=0)
    trainer = Trainer(network, endless().dataset.build(), endless().training)
    trainer.restore(run)
    trainer.advance(trainer.updates_per_epoch - run.step)
    assert np.array_equal(network.parameters, trained(endless(), run.epoch + 1))


def test_a_run_asked_for_before_an_edit_is_the_one_of_the_edited_project(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    got: list[Run | None] = []
    session.request_run(got.append)
    commands.add_layer(session.document, 0, 3)
    qtbot.waitUntil(lambda: bool(got), timeout=WAIT_MS)
    assert got == [None]


def test_saving_while_it_trains_leaves_the_document_modified(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    _trains(qtbot, session)
    session.document.saved_as(Path("xor.perceptra"))
    assert session.document.is_modified
    _pauses(qtbot, session)
    session.document.saved_as(Path("xor.perceptra"))
    assert not session.document.is_modified
    session.step_sample()
    assert session.document.is_modified


def test_effects_of_edits() -> None:
    project = Project()
    data = project.dataset.build()
    training = project.training
    tanh = replace(project.network, layers=(LayerSpec(4, "tanh"), LayerSpec(1)))
    cases = {
        EditEffect.NONE: project,
        EditEffect.LIVE: replace(project, training=replace(training, learning_rate=1.0)),
        EditEffect.NETWORK: replace(project, network=tanh),
        EditEffect.START: replace(project, parameters=np.zeros(17)),
        EditEffect.RULE: replace(project, training=replace(training, rule="adam")),
        EditEffect.LOSS: replace(project, training=replace(training, loss="cross_entropy")),
    }
    for effect, after in cases.items():
        assert effect_of(project, after, data, data) is effect
    three = DatasetSpec("majority3")
    after = replace(project, dataset=three)
    assert effect_of(project, after, data, three.build()) is EditEffect.COLUMNS
