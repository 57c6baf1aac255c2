"""Ctrl+C, a system that shuts down and a terminal that closes: the work is kept, and no Python error is printed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.project import autosave
from engine.project.demos import demo
from engine.project.file import project_file
from gui.window.autosave.autosave_folder import AutosaveFolder, LostWork
from tests.helpers.programs import started
from tests.helpers.sessions import never_right

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
import main
from gui.main_window import MainWindow

def show(window, shown=MainWindow.show):
    shown(window)
    QTimer.singleShot(0, lambda: act(window))

{act}
MainWindow.show = show
sys.exit(main.main(sys.argv[1:]))
"""
EDIT = """
def act(window):
    window.diagram_view.add_layer_after_selection()
    print("ready", flush=True)
"""
EDIT_AND_TRAIN = """
def act(window):
    window.diagram_view.add_layer_after_selection()
    window.session.started.connect(lambda: print("ready", flush=True))
    window.session.train()
"""
QUESTION = """
def act(window):
    window.diagram_view.add_layer_after_selection()
    window.close()
    assert window.isVisible()
    print("ready", flush=True)
"""
LESSON = """
from engine.project.demos import demo
def act(window):
    window.diagram_view.add_layer_after_selection()
    window.document.set_own_work_aside(None, demo("moons"))
    window.diagram_view.add_layer_after_selection()
    print("ready", flush=True)
"""
NOTHING = """
def act(window):
    print("ready", flush=True)
"""
COMPILING = """
from engine import warm_up
from gui.session import kernel_preparation
from tests.helpers.programs import started
warm_up.is_warm = lambda: False
kernel_preparation._COMMANDS = (("-c", "import time; time.sleep(60)"),)
def act(window):
    window.session._preparation._processes[0].waitForStarted()
    window.diagram_view.add_layer_after_selection()
    print("ready", flush=True)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="these signals are of POSIX systems")


class Ended:
    """How a program ended that was sent a signal."""

    def __init__(self, code: int, errors: str, folder: AutosaveFolder) -> None:
        self.code, self.errors, self.folder = code, errors, folder
        self.left = folder.lost_work()

    def only_work(self) -> LostWork:
        """What the next start offers."""
        (work,) = self.left
        return work


Ends = Callable[..., Ended]


@pytest.fixture
def ends(tmp_path: Path) -> Ends:
    """A function that starts the program, lets it act, and ends it with a signal."""
    home = tmp_path / "home"

    def run(number: signal.Signals, act: str, *arguments: str, to_all: bool = False) -> Ended:
        home_of_it = {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        with started(
            [sys.executable, "-c", PROGRAM.format(act=act), *arguments],
            stderr=subprocess.PIPE, start_new_session=True, env={**os.environ, **home_of_it},
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            (os.killpg if to_all else os.kill)(process.pid, number)
            _output, errors = process.communicate(timeout=100)
        said = [line for line in errors.splitlines() if "propagateSizeHints" not in line]  # Qt's, off screen alone
        (folder,) = {place.parent for place in home.rglob("kept-work/*")} or {home / "kept-work"}
        return Ended(process.returncode, "\n".join(said), AutosaveFolder(folder))

    return run


SIGNALS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.mark.parametrize("number", SIGNALS)
def test_the_work_is_kept_and_nothing_is_complained_about(ends: Ends, number: signal.Signals) -> None:
    ended = ends(number, EDIT)
    assert (ended.code, ended.errors) == (0, "")
    kept = autosave.read_project(ended.only_work().file)
    assert len(kept.network.layers) == len(demo("xor").network.layers) + 1


def test_in_the_middle_of_training_the_run_is_kept_too(ends: Ends) -> None:
    ended = ends(signal.SIGTERM, EDIT_AND_TRAIN)
    assert (ended.code, ended.errors) == (0, "")
    run = autosave.read_project(ended.only_work().file).run
    assert run is not None
    assert (run.epoch, run.step) > (0, 0)


def test_a_question_on_show_holds_nothing_up(ends: Ends) -> None:
    ended = ends(signal.SIGTERM, QUESTION)
    assert (ended.code, ended.errors) == (0, "")
    assert len(autosave.read_project(ended.only_work().file).network.layers) == 3


def test_in_a_lesson_the_users_own_work_is_kept(ends: Ends) -> None:
    ended = ends(signal.SIGHUP, LESSON)
    assert (ended.code, ended.errors) == (0, "")
    kept = autosave.read_project(ended.only_work().file)
    assert kept.dataset == demo("xor").dataset
    assert len(kept.network.layers) == 3


def test_an_opened_file_stays_as_it_is_and_its_lock_goes(ends: Ends, tmp_path: Path) -> None:
    path = tmp_path / "mine.perceptra"
    project_file.save(demo("xor"), path)
    ended = ends(signal.SIGTERM, EDIT, str(path))
    assert ended.only_work().note.path == str(path)
    assert project_file.load(path) == demo("xor")
    assert list(tmp_path.glob(".*.lock")) == []
    assert list(ended.folder.path.glob("*.lock")) == []


def test_a_terminal_tells_the_whole_group_and_no_child_complains(ends: Ends) -> None:
    ended = ends(signal.SIGINT, COMPILING, to_all=True)
    assert (ended.code, ended.errors) == (0, "")
    assert len(ended.left) == 1


def test_where_nothing_was_done_nothing_is_left(ends: Ends) -> None:
    ended = ends(signal.SIGINT, NOTHING)
    assert (ended.code, ended.errors, ended.left) == (0, "", [])


def test_a_picture_that_is_interrupted_ends_with_the_signals_code(ends: Ends, tmp_path: Path) -> None:
    project, file = tmp_path / "never.perceptra", tmp_path / "a.png"
    project_file.save(never_right(), project)  # or the picture may be there before the signal
    ended = ends(signal.SIGINT, NOTHING, str(project), "--screenshot", str(file), "--until-trained")
    assert (ended.code, ended.errors, file.exists()) == (128 + signal.SIGINT, "", False)
