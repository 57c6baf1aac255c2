"""The kernels are compiled in processes of their own from the very start, and loaded as soon as they are compiled."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from engine import warm_up
from gui.document.document import Document
from gui.session import TrainingSession, kernel_preparation
from gui.session.kernel_preparation import KernelPreparation, started_preparation

_SAYS_READY_AND_STAYS = "import time; print('ready', flush=True); time.sleep(600)"
_FAILS_ONCE_THERE_IS = """
import pathlib, sys, time
while not pathlib.Path(sys.argv[1]).exists():
    time.sleep(0.02)
sys.exit(3)
"""


@pytest.fixture(autouse=True)
def _cold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "is_warm", lambda: False)


def _states(preparation: KernelPreparation) -> list[bool]:
    return [process.state() != QProcess.ProcessState.NotRunning for process in preparation._processes]


def test_one_process_begins_at_once_and_the_other_when_the_window_has_been_made(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", (("-c", "import time; time.sleep(600)"),) * 2)
    preparation = started_preparation(None)
    assert _states(preparation) == [True, False]
    qtbot.waitUntil(lambda: _states(preparation) == [True, True])
    preparation.close()


def test_one_that_is_closed_before_the_event_loop_runs_begins_nothing_more(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", (("-c", "import time; time.sleep(600)"),) * 2)
    preparation = started_preparation(None)
    processes = list(preparation._processes)
    preparation.close()
    qtbot.wait(1)
    assert [process.state() for process in processes] == [QProcess.ProcessState.NotRunning] * 2


def test_a_session_goes_on_with_the_preparation_that_the_application_began(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", (("-c", "import time; time.sleep(600)"),))
    preparation = started_preparation(None)
    session = TrainingSession(Document(), begun=preparation)
    assert session.preparing
    session.close()
    assert not preparation.is_running


def test_a_share_is_loaded_while_the_other_is_still_being_compiled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What was not compiled is not loaded: that would compile it once more, in the window's process."""
    loaded: list[int] = []
    monkeypatch.setattr(warm_up, "load", loaded.append)
    commands = (("-c", _FAILS_ONCE_THERE_IS, str(tmp_path / "mark")), ("-c", _SAYS_READY_AND_STAYS))
    monkeypatch.setattr(kernel_preparation, "_COMMANDS", commands)
    preparation = started_preparation(None)
    qtbot.waitUntil(lambda: bool(loaded))
    assert preparation.is_running
    with qtbot.waitSignal(preparation.finished):
        (tmp_path / "mark").touch()
    preparation.close()
    assert loaded == [1]
