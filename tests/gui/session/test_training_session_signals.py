"""What a session says to the window: the run that is left, its sentences, the run for saving; and what it orders."""

from __future__ import annotations

import os

import pytest
from pytestqt.qtbot import QtBot

from engine import Project, warm_up
from engine.network import network_start
from engine.training import live_run
from engine.training.run import Run
from gui.document import commands
from gui.document.document import Document
from gui.session import TrainingSession, frame_builder, kernel_preparation, run_start
from gui.session.mailbox import TrainerMailbox
from gui.words import session_messages
from tests.helpers.sessions import WAIT_MS, MakeSession, diverging

ROOT = kernel_preparation.__file__.partition(os.sep + "gui" + os.sep)[0]


def _makes_epochs(qtbot: QtBot, session: TrainingSession, count: int) -> None:
    for _ in range(count):
        with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
            session.step_epoch()


def _left(session: TrainingSession) -> list[tuple[Project, Run]]:
    told: list[tuple[Project, Run]] = []
    session.run_left.connect(lambda project, run: told.append((project, run)))
    return told


def test_a_reset_hands_over_the_run_that_it_leaves(qtbot: QtBot, session: TrainingSession) -> None:
    _makes_epochs(qtbot, session, 3)
    told = _left(session)
    session.reset()
    assert [(project, run.epoch) for project, run in told] == [(session.document.project, 3)]
    session.reset()
    assert len(told) == 1, "the start is no run"


def test_an_edit_hands_over_the_run_with_the_project_that_it_belonged_to(
    qtbot: QtBot, session: TrainingSession
) -> None:
    _makes_epochs(qtbot, session, 3)
    told, before = _left(session), session.document.project
    commands.set_units(session.document, 0, 7)
    assert [(project, run.epoch) for project, run in told] == [(before, 3)]


def test_undoing_the_edit_that_ended_a_run_brings_it_back_and_says_how_far_it_was(
    qtbot: QtBot, session: TrainingSession
) -> None:
    _makes_epochs(qtbot, session, 3)
    reached = session.snapshot.parameters.copy()
    commands.set_units(session.document, 0, 7)
    with qtbot.waitSignal(session.was_reset, timeout=WAIT_MS) as told:
        session.document.undo_stack.undo()
    assert told.args == [session_messages.return_message(3)]
    assert (session.state, session.snapshot.epoch) == ("paused", 3)
    assert session.snapshot.parameters.tolist() == reached.tolist()


def test_undo_without_a_run_brings_none(qtbot: QtBot, session: TrainingSession) -> None:
    commands.set_units(session.document, 0, 7)
    with qtbot.assertNotEmitted(session.was_reset):
        session.document.undo_stack.undo()
    assert session.run() is None


def test_the_sentence_on_a_divergence_names_the_epoch_of_the_numbers_that_are_kept(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(diverging())
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.train()
    project, data = session.document.project, session.document.dataset
    rate, epoch = project.training.learning_rate, session.snapshot.epoch
    assert told.args == [session_messages.divergence_message(project, data, rate, epoch)]


def test_a_crash_of_the_trainer_is_called_one(
    qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_run.LiveRun, "advance", lambda *_: 1 // 0)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.train()
    begin, _, _ = session_messages.crash_message("\0").partition("\0")
    assert told.args[0].startswith(begin)
    assert session.state == "failed"


def test_a_frame_that_fails_is_told_in_words(
    qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame_builder.FrameBuilder, "_frame", lambda *_: 1 // 0)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.step_epoch()
    begin, _, _ = session_messages.frame_failure_message("\0").partition("\0")
    assert told.args[0].startswith(begin)
    assert "ZeroDivisionError" in told.args[0]


def test_a_closed_session_still_gives_its_run(qtbot: QtBot, session: TrainingSession) -> None:
    _makes_epochs(qtbot, session, 2)
    session.close()
    given: list[Run | None] = []
    session.request_run(given.append)
    assert [run.epoch for run in given if run is not None] == [2]


def test_going_to_a_step_is_a_pause_and_drops_the_steps_before_it() -> None:
    mailbox = TrainerMailbox(None)
    mailbox.train()
    mailbox.step("sample", first_pause=False)
    mailbox.seek(5)
    orders = mailbox.take(0)
    assert (orders.hold, orders.train, orders.seek, list(orders.steps)) == (True, False, 5, [])


def test_whoever_asks_for_the_run_asks_once() -> None:
    mailbox = TrainerMailbox(None)
    mailbox.ask_for_run()
    assert [mailbox.take(0).run_wanted for _ in range(2)] == [True, False]


@pytest.mark.parametrize("others", ["", os.sep + "elsewhere"])
def test_kernels_are_compiled_by_this_very_program_with_the_user_s_path_behind_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, others: str
) -> None:
    program = "import os, sys; print('path', os.environ['PYTHONPATH']); sys.exit(3)"
    monkeypatch.setenv("PYTHONPATH", others)
    monkeypatch.setattr(warm_up, "is_warm", lambda: False)
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", (("-c", program),))
    session = TrainingSession(Document())
    qtbot.waitUntil(lambda: not session.preparing, timeout=WAIT_MS)
    session.close()
    path = os.pathsep.join(part for part in (ROOT, others) if part)
    assert caplog.messages == [f"Compiling the kernels ahead ended with exit code 3: path {path}"]


def _cannot_be_drawn(*_: object) -> None:
    raise OverflowError("high - low range exceeds valid bounds")


def test_a_start_that_cannot_be_computed_is_a_failed_run_and_the_next_one_trains(
    qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    _makes_epochs(qtbot, session, 1)
    with monkeypatch.context() as broken:
        broken.setattr(network_start, "draw_parameters", _cannot_be_drawn)
        with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
            commands.change_training(session.document, seed=7)
        assert told.args[0].startswith(
            "This start cannot be computed (its numbers become too large); choose another start"
        )
        assert session.state == "failed"
        for order in (session.train, session.step_epoch, session.pause, session.reset):
            order()
            qtbot.waitUntil(lambda: session.is_settled and session.state == "failed", timeout=WAIT_MS)
        with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
            session.train()
        assert told.args[0].startswith("This start cannot be computed")
    session.reset()
    _makes_epochs(qtbot, session, 2)
    assert (session.state, session.snapshot.epoch) == ("paused", 2)


def test_a_large_start_that_fails_in_the_thread_is_a_failed_run_too(
    qtbot: QtBot, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window leaves starts that take long to the trainer."""
    monkeypatch.setattr(run_start, "start_snapshot", lambda *_: None)
    with monkeypatch.context() as broken:
        broken.setattr(network_start, "draw_parameters", _cannot_be_drawn)
        with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
            commands.change_training(session.document, seed=7)
        assert told.args[0].startswith("This start cannot be computed (its numbers become too large)")
        assert session.state == "failed"
    session.reset()
    _makes_epochs(qtbot, session, 2)
