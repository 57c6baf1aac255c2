"""The threads: frames, what happens when one fails, kernels compiled ahead, and how it all ends."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine import Network, Project, warm_up
from engine.analysis.frame import Frame
from engine.data.plane import Plane
from engine.training import live_run
from gui.document import commands
from gui.document.document import Document
from gui.session import TrainingSession, frame_builder, frame_worker, kernel_preparation
from gui.session.mailbox import FrameMailbox
from tests.helpers.sessions import WAIT_MS, MakeSession, endless

PLANE = Plane(0, 1, (-0.5, 1.5), (-0.5, 1.5), (0.0, 0.0))


def _frame_where(qtbot: QtBot, session: TrainingSession, wanted: Callable[[Frame], bool]) -> Frame:
    """The first frame that is as wanted."""
    found: list[Frame] = []

    def look() -> bool:
        frame = session.take_frame()
        if frame is not None and wanted(frame):
            found.append(frame)
        return bool(found)

    qtbot.waitUntil(look, timeout=WAIT_MS)
    return found[0]


def test_an_idle_session_shows_its_start(qtbot: QtBot, session: TrainingSession) -> None:
    session.set_plane(PLANE)
    frame = _frame_where(qtbot, session, lambda frame: frame.plane is not None)
    network = Network(Project().network, seed=0)
    rows, columns, _ = frame.plane.region.shape
    assert frame.snapshot.epoch == 0
    assert np.array_equal(frame.outputs, network.predict(Project().dataset.build().inputs))
    assert np.array_equal(frame.plane.region.reshape(-1, 1), network.predict(PLANE.inputs(columns, rows)))
    assert [len(maps) for maps in frame.plane.maps] == [4, 1]


def test_a_frame_is_taken_once(qtbot: QtBot, session: TrainingSession) -> None:
    frame = _frame_where(qtbot, session, lambda _: True)
    assert session.take_frame() is not frame


def test_no_frame_is_made_in_the_place_of_one_that_the_window_has_not_taken_yet(
    qtbot: QtBot, make_session: MakeSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Frame] = []
    build = frame_builder.FrameBuilder.build

    def note(*arguments: Any) -> Frame:
        made.append(build(*arguments))
        return made[-1]

    monkeypatch.setattr(frame_builder.FrameBuilder, "build", note)
    monkeypatch.setattr(frame_worker, "_UNTAKEN_S", WAIT_MS / 1000)
    session = make_session(endless())
    session.train()
    qtbot.waitUntil(lambda: len(made) > 0 and session.snapshot.epoch > 5_000, timeout=WAIT_MS)
    assert len(made) == 1
    assert session.take_frame() is made[0]
    qtbot.waitUntil(lambda: len(made) == 2, timeout=WAIT_MS)
    assert made[1].snapshot.epoch > 5_000


def test_frames_take_a_share_of_a_core_and_waiting_for_a_turn_is_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    mailbox = FrameMailbox()
    rests: list[float] = []
    monkeypatch.setattr(mailbox, "rest", rests.append)
    thread = frame_worker.FrameThread(mailbox, lambda _what: None)
    thread._leave_time(spent=0.030, worked=0.030)
    thread._leave_time(spent=0.040, worked=0.030)
    thread._leave_time(spent=0.200, worked=0.030)
    assert rests == pytest.approx([0.020, 0.010, 0.0])


def test_a_plane_for_other_inputs_is_left_out(qtbot: QtBot, session: TrainingSession) -> None:
    _frame_where(qtbot, session, lambda _: True)
    session.set_plane(Plane(0, 2, (0.0, 1.0), (0.0, 1.0), (0.0, 0.0, 0.0)))
    frame = _frame_where(qtbot, session, lambda _: True)
    assert frame.plane is None
    assert len(frame.outputs) == 4


def test_at_rest_the_last_frame_is_the_last_snapshot_as_finely_as_possible(
    qtbot: QtBot, make_session: MakeSession
) -> None:
    session = make_session(endless())
    session.set_plane(PLANE)
    session.train()
    _frame_where(qtbot, session, lambda frame: frame.snapshot.epoch > 1_000)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.pause()
    finest = frame_builder.DETAILS[0][0]

    def is_last(frame: Frame) -> bool:
        assert frame.plane is not None
        return frame.snapshot is session.snapshot and frame.plane.region.shape[:2] == (finest, finest)

    frame = _frame_where(qtbot, session, is_last)
    assert frame.curve.epochs[-1] == session.snapshot.epoch


def test_frames_of_an_earlier_run_are_dropped(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    session.train()
    _frame_where(qtbot, session, lambda frame: frame.snapshot.epoch > 100)
    session.reset()
    frame = _frame_where(qtbot, session, lambda _: True)
    assert frame.snapshot.epoch == 0
    assert frame.snapshot.run_id == session.snapshot.run_id


def test_frames_follow_the_network(qtbot: QtBot, session: TrainingSession) -> None:
    session.set_plane(PLANE)
    commands.set_units(session.document, 0, 6)
    frame = _frame_where(qtbot, session, lambda frame: frame.plane is not None)
    assert frame.network == session.document.project.network
    assert len(frame.plane.maps[0]) == 6


def test_closing_while_it_trains_leaves_no_thread(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(endless())
    session.set_plane(PLANE)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > 100, timeout=WAIT_MS)
    session.close()
    session.close()
    assert session.is_settled, "no report comes any more"
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("perceptra")]


def test_a_closed_session_does_nothing_more(qtbot: QtBot, session: TrainingSession) -> None:
    session.close()
    with qtbot.assertNotEmitted(session.state_changed, wait=30):
        session.train()
        session.step_epoch()
        session.pause()
        session.reset()
        commands.add_layer(session.document, 0, 3)
    got: list[object] = []
    session.request_run(got.append)
    assert got == [None]


def test_a_session_that_is_deleted_unclosed_ends_its_threads(qtbot: QtBot) -> None:
    document = Document(endless())
    session = TrainingSession(document)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.epoch > 10, timeout=WAIT_MS)
    with qtbot.waitSignal(session.destroyed, timeout=WAIT_MS):
        session.deleteLater()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("perceptra")]


def test_a_session_closed_at_once_never_started_a_thread(qtbot: QtBot) -> None:
    session = TrainingSession(Document())
    session.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("perceptra")]


def test_an_unforeseen_error_in_the_trainer_is_told_logged_and_survived(
    qtbot: QtBot, make_session: MakeSession, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    session = make_session(endless())
    with monkeypatch.context() as broken:
        broken.setattr(live_run.LiveRun, "advance", lambda *_: 1 // 0)
        with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
            session.train()
    assert "ZeroDivisionError" in told.args[0]
    assert any(record.levelno == logging.ERROR for record in caplog.records)
    session.train()
    qtbot.waitUntil(lambda: session.snapshot.epoch > 10, timeout=WAIT_MS)


def test_an_unforeseen_error_in_a_picture_is_told_once_and_survived(
    qtbot: QtBot, make_session: MakeSession, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    session = make_session(endless())
    _frame_where(qtbot, session, lambda _: True)
    told: list[str] = []
    session.failed.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr(frame_builder.FrameBuilder, "_frame", lambda *_: 1 // 0)
        for _ in range(3):
            with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
                session.step_epoch()
        qtbot.waitUntil(lambda: bool(told), timeout=WAIT_MS)
    session.step_epoch()
    _frame_where(qtbot, session, lambda frame: frame.snapshot.epoch == 4)
    assert len(told) == 1
    assert session.state == "paused"
    assert caplog.records


def _prepares_with(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(warm_up, "is_warm", lambda: False)
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", (("-c", program),))


def test_train_pressed_while_kernels_compile_starts_when_they_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _prepares_with(monkeypatch, "import engine")
    session = TrainingSession(Document(endless()))
    assert session.preparing
    with qtbot.waitSignals([session.prepared, session.started], timeout=WAIT_MS, order="strict"):
        session.train()
    assert not session.preparing
    session.close()


def test_pause_while_kernels_compile_takes_train_back(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    _prepares_with(monkeypatch, "import time; time.sleep(60)")
    session = TrainingSession(Document())
    session.train()
    with qtbot.waitSignal(session.paused):
        session.pause()
    assert session.state == "idle"
    session.close()
    assert not session.preparing


def test_a_failed_preparation_is_logged_and_training_works(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _prepares_with(monkeypatch, "raise SystemExit('no compiler here')")
    session = TrainingSession(Document(endless()))
    with qtbot.waitSignal(session.prepared, timeout=WAIT_MS):
        session.train()
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.epoch > 10, timeout=WAIT_MS)
    assert "no compiler here" in caplog.text
    session.close()


def test_a_preparation_that_cannot_start_is_no_obstacle(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _prepares_with(monkeypatch, "")
    monkeypatch.setattr(kernel_preparation.sys, "executable", "/no/such/python")
    session = TrainingSession(Document())
    qtbot.waitUntil(lambda: not session.preparing, timeout=WAIT_MS)
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_epoch()
    assert "could not start" in caplog.text
    session.close()


def test_making_a_session_loads_no_compiler_into_the_window_s_thread() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([])\n"
        "from gui.document.document import Document\n"
        "from gui.session import TrainingSession\n"
        "session = TrainingSession(Document())\n"
        "assert session.snapshot.epoch == 0\n"
        "session.close()\n"
        "print(sorted({'numba', 'scipy'} & set(sys.modules)))\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
