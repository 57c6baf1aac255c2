"""An edit that ends a run keeps it: undo brings the run back, redo the one that followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine import Network, Project, Trainer
from engine.spec.specs import LayerSpec, NetworkSpec
from engine.training.run import Run
from gui.document import commands
from gui.document.commands.edit_command import EditProjectCommand
from gui.document.document import Document
from gui.session import TrainingSession
from tests.helpers.sessions import WAIT_MS, endless, trained


@pytest.fixture
def document() -> Document:
    return Document(endless())


@pytest.fixture
def session(document: Document) -> Iterator[TrainingSession]:
    session = TrainingSession(document)
    yield session
    session.close()


def makes_epochs(qtbot: QtBot, session: TrainingSession, count: int) -> None:
    for _ in range(count):
        with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
            session.step_epoch()


def rests(qtbot: QtBot, session: TrainingSession, epoch: int) -> None:
    """Until the session stands, paused or at its start, at `epoch`, with the trainer's own snapshot."""

    def stands() -> bool:
        snapshot = session.snapshot
        return session.state in ("idle", "paused") and snapshot is not None and snapshot.epoch == epoch

    qtbot.waitUntil(stands, timeout=WAIT_MS)


def test_undo_brings_the_run_back_to_the_bit(qtbot: QtBot, document: Document, session: TrainingSession) -> None:
    makes_epochs(qtbot, session, 5)
    commands.add_layer(document, 0)
    rests(qtbot, session, 0)
    assert session.state == "idle"
    document.undo_stack.undo()
    rests(qtbot, session, 5)
    assert session.state == "paused"
    makes_epochs(qtbot, session, 5)
    np.testing.assert_array_equal(session.snapshot.parameters, trained(endless(), 10))


def test_redo_brings_back_the_run_that_undo_ended(qtbot: QtBot, document: Document, session: TrainingSession) -> None:
    commands.set_units(document, 0, 6)
    makes_epochs(qtbot, session, 3)
    document.undo_stack.undo()
    rests(qtbot, session, 0)
    makes_epochs(qtbot, session, 2)
    document.undo_stack.redo()
    rests(qtbot, session, 3)
    document.undo_stack.undo()
    rests(qtbot, session, 2)
    np.testing.assert_array_equal(session.snapshot.parameters, trained(endless(), 2))


def test_a_run_that_was_reset_stays_reset(qtbot: QtBot, document: Document, session: TrainingSession) -> None:
    """Undo must not bring back what the user threw away."""
    makes_epochs(qtbot, session, 4)
    commands.set_units(document, 0, 6)
    document.undo_stack.undo()
    rests(qtbot, session, 4)
    session.reset()
    rests(qtbot, session, 0)
    commands.set_units(document, 0, 7)
    document.undo_stack.undo()
    rests(qtbot, session, 0)
    assert session.state == "idle"


def test_edits_that_merge_keep_the_run_before_the_first(
    qtbot: QtBot, document: Document, session: TrainingSession
) -> None:
    makes_epochs(qtbot, session, 3)
    for units in (5, 6, 7, 4):
        commands.set_units(document, 0, units)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    rests(qtbot, session, 3)
    assert document.project.network.sizes == (2, 4, 1)


def test_an_edit_while_training_keeps_a_run_that_goes_on(
    qtbot: QtBot, document: Document, session: TrainingSession
) -> None:
    with qtbot.waitSignal(session.started, timeout=WAIT_MS):
        session.train()
    qtbot.waitUntil(lambda: session.run() is not None and session.run().epoch > 0, timeout=WAIT_MS)
    commands.new_start(document)
    kept_at = document.undo_stack.command(0)._before.run.epoch
    assert session.state == "idle"
    document.undo_stack.undo()
    rests(qtbot, session, kept_at)
    makes_epochs(qtbot, session, 1)
    done = session.snapshot.epoch
    np.testing.assert_array_equal(session.snapshot.parameters, trained(endless(), done))


def test_a_run_is_kept_often_enough_that_undo_loses_little(
    qtbot: QtBot, document: Document, session: TrainingSession
) -> None:
    session.set_speed(500)
    kept: set[int] = set()
    session.train()

    def has_trained() -> bool:
        run, snapshot = session.run(), session.snapshot
        kept.add(0 if run is None else run.epoch)
        return snapshot is not None and snapshot.epoch >= 450

    qtbot.waitUntil(has_trained, timeout=WAIT_MS)
    assert len(kept) >= 4  # the start among them


def test_live_edits_leave_the_run_alone_both_ways(qtbot: QtBot, document: Document, session: TrainingSession) -> None:
    makes_epochs(qtbot, session, 2)
    commands.change_training(document, learning_rate=0.1)
    commands.add_point(document, [0.5, 0.5], 1)
    for _ in range(2):
        document.undo_stack.undo()
    rests(qtbot, session, 2)
    assert document.project == endless()


def test_a_file_loaded_meanwhile_has_a_history_of_its_own(
    qtbot: QtBot, document: Document, session: TrainingSession
) -> None:
    makes_epochs(qtbot, session, 3)
    saved = replace(document.project, run=session.run())
    commands.add_layer(document, 0)
    document.load(saved)
    rests(qtbot, session, 3)
    assert not document.undo_stack.canUndo()
    commands.set_units(document, 0, 9)
    rests(qtbot, session, 0)
    document.undo_stack.undo()
    rests(qtbot, session, 3)
    makes_epochs(qtbot, session, 2)
    np.testing.assert_array_equal(session.snapshot.parameters, trained(endless(), 5))


def _run_of(network: NetworkSpec) -> Run:
    return Trainer(Network(network), Project().dataset.build(), Project().training).state()


def test_only_the_newest_runs_of_large_networks_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    network = NetworkSpec(2, (LayerSpec(100, "tanh"), LayerSpec(100, "tanh"), LayerSpec(1)))
    document = Document(replace(Project(), network=network))
    document.changed.connect(lambda before, _after: document.keep_ended_run(_run_of(before.network)))
    one = EditProjectCommand(document, "x", replace(document.project, run=_run_of(network))).run_bytes
    monkeypatch.setattr("gui.document.commands.edit_command.SAVED_RUN_BYTES", int(3.5 * one))
    for _ in range(10):
        commands.new_start(document)
    steps = [document.undo_stack.command(place) for place in range(10)]
    assert [step.run_bytes > 0 for step in steps] == [False] * 7 + [True] * 3
    for _ in range(10):
        document.undo_stack.undo()
    steps = [document.undo_stack.command(place) for place in range(10)]
    assert sum(step.run_bytes for step in steps) <= 3.5 * one
    assert steps[0].run_bytes > 0, "the runs nearest to the present are the ones kept"
    assert replace(document.project, run=None) == replace(Project(), network=network)
