"""A drive that does not answer stops nothing: not the window, not the next file, not the end of the program.

A named pipe stands for it: whoever opens one waits until somebody writes to it.
"""

from __future__ import annotations

import contextlib
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.project import autosave
from engine.project.demos import demo
from engine.project.file import project_file
from gui.features.network_files.feature import NetworkFilesFeature
from gui.window.autosave.work_recovery import WorkRecovery
from tests.gui.window.test_recent_files import drop, recent
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton
ROOT = Path(__file__).resolve().parents[3]
CLOSING = """
import os, sys
from types import SimpleNamespace
from PySide6.QtCore import QTimer
import main
from engine.files import text_file
from gui.main_window import MainWindow

text_file.stat = SimpleNamespace(S_ISREG=lambda mode: True)
os.mkfifo(sys.argv[1])

def show(window, shown=MainWindow.show):
    shown(window)
    watch = QTimer(window)
    watch.timeout.connect(lambda: "Reading" in window.message_bar.text and window.close())
    watch.start(20)

MainWindow.show = show
code = main.main(sys.argv[1:])
print("left", flush=True)
sys.exit(code)
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX systems")
Drive = Callable[[str], Path]


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drive]:
    """A function that makes a file of a drive that does not answer."""
    made: list[Path] = []

    def make(name: str) -> Path:
        os.mkfifo(tmp_path / name)
        made.append(tmp_path / name)
        return made[-1]

    def stat_of(path: Path, *, follow_symlinks: bool = True, known: Callable[..., os.stat_result] = Path.stat) -> Any:
        """Such a drive says that there is a file, of a size that its content does not exceed."""
        status = known(path, follow_symlinks=follow_symlinks)
        if not stat.S_ISFIFO(status.st_mode):
            return status
        return SimpleNamespace(st_mode=stat.S_IFREG | 0o644, st_size=100_000, st_mtime_ns=status.st_mtime_ns)

    monkeypatch.setattr(Path, "stat", stat_of)
    yield make
    for path in made:
        answers(path, b"")


def answers(path: Path, content: bytes) -> None:
    """Let the drive answer whoever waits for the file."""
    with contextlib.suppress(OSError):  # nobody does any more
        handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        os.set_blocking(handle, True)
        with open(handle, "wb") as pipe:
            pipe.write(content)


def opens_project(user: User, path: Path) -> None:
    user.window.open(path)


def drops(user: User, path: Path) -> None:
    assert drop(user, path)


def loads_weights(user: User, path: Path) -> None:
    user.window.findChild(NetworkFilesFeature).load(path)


WAYS: dict[str, tuple[str, Callable[[User, Path], None]]] = {
    "a project": ("theirs.perceptra", opens_project),
    "a project that is dropped": ("theirs.perceptra", drops),
    "a lesson": ("theirs.toml", opens_project),
    "a lesson that is dropped": ("theirs.toml", drops),
    "weights": ("theirs.npz", loads_weights),
    "weights of a script": ("theirs.py", loads_weights),
}


def waits_for_message(user: User, qtbot: QtBot, name: str) -> QPushButton:
    """Until it is said that the file is being read; the button that cancels it."""
    text, button = user.find("message_text"), user.find("message_offer")
    assert isinstance(text, QLabel)
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: text.isVisible() and text.text() == f"Reading {name} …" and button.isVisible())
    return button


@pytest.mark.parametrize("way", list(WAYS))
def test_the_window_works_on_says_so_and_offers_to_cancel(user: User, qtbot: QtBot, drive: Drive, way: str) -> None:
    name, opens = WAYS[way]
    path = drive(name)
    opens(user, path)
    cancel = waits_for_message(user, qtbot, name)
    assert cancel.text() == "Cancel"
    user.adds_layer(after=-1)
    assert len(user.sizes) == 4
    before = user.project
    qtbot.mouseClick(cancel, LEFT)
    assert not user.find("message_bar").isVisible()
    answers(path, project_file.encode(demo("moons")))
    user.trains_until(epoch=2)
    assert user.project.network == before.network
    assert user.project.dataset == before.dataset


def test_a_drive_that_answers_late_brings_its_project(user: User, qtbot: QtBot, drive: Drive) -> None:
    path = drive("theirs.perceptra")
    user.window.open(path)
    waits_for_message(user, qtbot, path.name)
    answers(path, project_file.encode(demo("moons")))
    user.waits_for_files()
    assert user.project == demo("moons")
    assert not user.find("message_bar").isVisible()


def test_what_was_edited_meanwhile_is_not_pushed_aside(user: User, qtbot: QtBot, drive: Drive) -> None:
    path = drive("theirs.perceptra")
    user.window.open(path)
    user.adds_layer(after=-1)
    edited = user.project
    answers_once_read(path, qtbot, user)
    box = user.window.findChild(QMessageBox, "unsaved_changes")
    assert isinstance(box, QMessageBox)
    assert user.project is edited
    box.button(QMessageBox.StandardButton.Discard).click()
    assert user.project == demo("moons")


def answers_once_read(path: Path, qtbot: QtBot, user: User) -> None:
    waits_for_message(user, qtbot, path.name)
    answers(path, project_file.encode(demo("moons")))
    user.waits_for_files()


def test_another_file_is_opened_though_the_first_never_answers(
    user: User, qtbot: QtBot, drive: Drive, tmp_path: Path
) -> None:
    path = drive("theirs.perceptra")
    project_file.save(demo("moons"), tmp_path / "mine.perceptra")
    user.window.open(path)
    waits_for_message(user, qtbot, path.name)
    assert user.opens_file(tmp_path / "mine.perceptra")
    assert user.project == demo("moons")
    answers(path, project_file.encode(demo("spirals")))
    user.trains_until(epoch=2)
    assert user.project.dataset == demo("moons").dataset


def test_a_new_project_ends_the_wish_for_another(user: User, qtbot: QtBot, drive: Drive) -> None:
    path = drive("theirs.perceptra")
    user.window.open(path)
    waits_for_message(user, qtbot, path.name)
    user.triggers("new")
    assert not user.find("message_bar").isVisible()
    answers(path, project_file.encode(demo("spirals")))
    user.trains_until(epoch=2)
    assert user.project.dataset == demo("xor").dataset


def test_a_recent_file_on_such_a_drive_can_be_cancelled(
    user: User, qtbot: QtBot, tmp_path: Path, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.perceptra"
    project_file.save(demo("moons"), path)
    user.opens_file(path)
    user.triggers("new")
    gate = drive("gate")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "is_file", lambda _path: not gate.read_bytes())
        recent(user)[0].trigger()
        qtbot.mouseClick(waits_for_message(user, qtbot, path.name), LEFT)
    assert user.project.dataset == demo("xor").dataset
    recent(user)[0].trigger()
    user.waits_for_files()
    assert user.project == demo("moons")


def test_kept_work_on_such_a_drive_can_be_cancelled(user: User, qtbot: QtBot, drive: Drive) -> None:
    recovery = user.window.findChild(WorkRecovery)
    place = recovery._folder.new_file()
    place.keep(demo("moons"), None, 1000.0, None)
    place.let_go()
    user.window.menus.menu("kept_work").aboutToShow.emit()
    content = place.file.read_bytes()
    place.file.unlink()
    pipe = drive("pipe")
    pipe.rename(place.file)
    user.triggers("kept_work_1")
    qtbot.mouseClick(waits_for_message(user, qtbot, "untitled"), LEFT)
    assert user.project.dataset == demo("xor").dataset
    answers(place.file, b"")
    place.file.unlink()
    place.file.write_bytes(content)
    user.triggers("kept_work_1")
    user.waits_for_files()
    assert user.project == demo("moons") == autosave.read_project(place.file)


def test_a_table_on_such_a_drive_can_be_cancelled(user: User, drive: Drive) -> None:
    assert drop(user, drive("theirs.csv"))
    preview = user.waits_for_preview()
    preview.findChild(QPushButton, "import_cancel").click()
    preview.deleteLater()
    user.adds_layer(after=-1)
    assert len(user.sizes) == 4


def test_the_window_closes_and_the_program_ends_while_a_drive_does_not_answer(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CLOSING, str(tmp_path / "theirs.perceptra")],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (0, "left\n"), ended.stderr
    assert "Traceback" not in ended.stderr
