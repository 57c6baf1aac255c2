"""A disk that does not answer stops nothing: not the window, not its end; and what is saved is never mixed.

Whoever forces a file to the disk, or takes a lock beside it, waits here until a gate opens.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.files import atomic_write
from engine.project.demos import demo
from engine.project.file import project_file
from gui.window.files.window_lock import WindowLock
from tests.helpers.user import User
from tests.helpers.windows import question

LEFT = Qt.MouseButton.LeftButton
ROOT = Path(__file__).resolve().parents[3]
ENDING = """
import os, sys
from pathlib import Path
from threading import Event
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
import main
from engine.files import atomic_write
from gui.main_window import MainWindow

atomic_write.os.fsync = lambda handle: Event().wait()

def show(window, shown=MainWindow.show):
    shown(window)
    window.document.path = Path(sys.argv[1])
    window.diagram_view.add_layer_after_selection()
    window.files.save()
    watch = QTimer(window)
    watch.timeout.connect(lambda: leave(window))
    watch.start(20)

def leave(window):
    box = window.findChild(QMessageBox, "unsaved_changes")
    if box is not None:
        box.button(QMessageBox.StandardButton.Discard).click()
    elif "Saving" in window.message_bar.text:
        window.saver.cancel()
        window.close()

MainWindow.show = show
code = main.main([])
print("left", flush=True)
sys.exit(code)
"""


class Gate:
    """Closed, it holds up whoever passes; `fault` is raised behind it."""

    def __init__(self) -> None:
        self._open = Event()
        self._open.set()
        self.fault: OSError | None = None

    def close(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def pass_through(self) -> None:
        self._open.wait()
        if self.fault is not None:
            raise self.fault


class Disk:
    """The window's own file, on a disk behind a gate; `written` is what was put in its place, in order."""

    def __init__(self, path: Path, gate: Gate) -> None:
        self.path, self.gate = path, gate
        self.written: list[bytes] = []

    @property
    def layers(self) -> int:
        return len(project_file.load(self.path).network.layers)

    def force(self, handle: int) -> None:
        """Other disks, as that of kept work, answer."""
        spares = self.path.parent.glob("*.tmp")
        if any(os.path.samestat(os.fstat(handle), spare.stat()) for spare in spares):
            self.gate.pass_through()

    def replace(self, spare: str, target: str) -> None:
        if Path(target) == self.path:
            self.written.append(Path(spare).read_bytes())
        os.rename(spare, target)


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    path, gate = tmp_path / "mine.perceptra", Gate()
    project_file.save(demo("xor"), path)
    found = Disk(path, gate)
    monkeypatch.setattr(atomic_write.os, "fsync", found.force)
    monkeypatch.setattr(atomic_write.os, "replace", found.replace)
    yield found
    gate.fault = None
    gate.open()


@pytest.fixture
def student(user: User, disk: Disk) -> User:
    """The user, with that file open and an edit made; the disk stops answering."""
    assert user.opens_file(disk.path)
    user.adds_layer(after=-1)
    disk.gate.close()
    return user


def waits_for_cancel(user: User, qtbot: QtBot) -> QPushButton:
    button = user.find("message_offer")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(lambda: button.isVisible() and user.window.message_bar.text == "Saving mine.perceptra …")
    assert button.text() == "Cancel"
    return button


def left_overs(disk: Disk) -> list[str]:
    return [path.name for path in disk.path.parent.iterdir() if path.name.endswith(".tmp")]


def test_the_window_works_on_says_so_and_a_cancelled_saving_leaves_the_file_as_it_was(
    student: User, qtbot: QtBot, disk: Disk
) -> None:
    student.triggers("save")
    cancel = waits_for_cancel(student, qtbot)
    student.adds_layer(after=-1)
    student.trains_until(epoch=2)
    qtbot.mouseClick(cancel, LEFT)
    assert not student.find("message_bar").isVisible()
    assert student.window.isWindowModified()
    disk.gate.open()
    qtbot.waitUntil(lambda: not left_overs(disk))
    assert (disk.layers, disk.written) == (2, [])
    student.triggers("save")
    student.waits_for_files()
    assert (disk.layers, len(disk.written)) == (4, 1)
    assert not student.window.isWindowModified()


def test_a_disk_that_answers_late_has_what_was_saved_and_later_edits_stay_unsaved(
    student: User, qtbot: QtBot, disk: Disk
) -> None:
    student.triggers("save")
    waits_for_cancel(student, qtbot)
    student.adds_layer(after=-1)
    disk.gate.open()
    student.waits_for_files()
    assert student.window.message_bar.text == f"Saved as {disk.path}."
    assert disk.layers == 3
    assert student.window.isWindowModified()
    student.triggers("save")
    student.waits_for_files()
    assert disk.layers == 4
    assert not student.window.isWindowModified()


def test_edits_taken_back_to_an_earlier_saving_are_unsaved_where_another_came_between(
    student: User, qtbot: QtBot, disk: Disk
) -> None:
    disk.gate.open()
    student.triggers("save")
    student.waits_for_files()
    student.adds_layer(after=-1)
    disk.gate.close()
    student.triggers("save")
    waits_for_cancel(student, qtbot)
    student.triggers("undo")
    disk.gate.open()
    student.waits_for_files()
    assert disk.layers == 4
    assert student.window.isWindowModified()


def test_what_trains_on_while_it_is_saved_stays_unsaved(student: User, qtbot: QtBot, disk: Disk) -> None:
    student.triggers("reset")
    student.starts_training()
    student.triggers("save")
    waits_for_cancel(student, qtbot)
    student.pauses()
    disk.gate.open()
    student.waits_for_files()
    assert student.window.isWindowModified()
    student.triggers("save")
    student.waits_for_files()
    assert not student.window.isWindowModified()
    run = project_file.load(disk.path).run
    assert run is not None
    assert run.epoch == student.value("epoch_label")


def test_saved_ten_times_fast_the_newest_state_is_what_stays(student: User, qtbot: QtBot, disk: Disk) -> None:
    student.triggers("save")
    waits_for_cancel(student, qtbot)
    for index in range(10):
        student.sets_units(0, 5 + index)
        student.triggers("save")
    qtbot.waitUntil(lambda: student.window.session.is_settled)  # else the last waits for its run, and comes too late
    disk.gate.open()
    student.waits_for_files()
    units = [project_file.decode_project(raw, "a").network.layers[0].units for raw in disk.written]
    assert units == [3, 14]
    assert student.window.findChild(QMessageBox, "file_taken") is None
    assert project_file.load(disk.path).network == student.project.network
    assert not student.window.isWindowModified()
    assert "another" not in student.window.message_bar.text  # one's own lock and one's own writing are no stranger's


def test_a_new_name_saved_twice_fast_is_no_strangers_file(user: User, disk: Disk) -> None:
    """The second saving begins while the lock that the first one earned is being taken."""
    user.adds_layer(after=-1)
    user.window.files._save_to(disk.path, None, overwrites=True)
    user.window.files._save_to(disk.path, None)
    user.waits_for_files()
    assert user.window.findChild(QMessageBox, "file_taken") is None
    assert disk.layers == 3


def test_two_names_saved_fast_are_two_files(student: User, qtbot: QtBot, disk: Disk, tmp_path: Path) -> None:
    student.triggers("save")
    student.window.files._save_to(tmp_path / "copy.perceptra", None)
    disk.gate.open()
    student.waits_for_files()
    assert project_file.load(tmp_path / "copy.perceptra").network == project_file.load(disk.path).network
    assert student.window.document.path == tmp_path / "copy.perceptra"


def test_closing_waits_for_the_saving_and_asks_nothing(student: User, qtbot: QtBot, disk: Disk) -> None:
    student.triggers("save")
    student.window.close()
    student.window.close()
    waits_for_cancel(student, qtbot)
    assert student.window.isVisible()
    assert student.window.findChild(QMessageBox, "unsaved_changes") is None
    disk.gate.open()
    qtbot.waitUntil(lambda: not student.window.isVisible())
    assert disk.layers == 3


def test_closing_asks_where_the_saving_it_waits_for_is_cancelled(student: User, qtbot: QtBot, disk: Disk) -> None:
    student.triggers("save")
    student.window.close()
    qtbot.mouseClick(waits_for_cancel(student, qtbot), LEFT)
    box = question(student.window, "unsaved_changes")
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Discard), LEFT)
    qtbot.waitUntil(lambda: not student.window.isVisible())
    disk.gate.open()
    qtbot.waitUntil(lambda: not left_overs(disk))
    assert disk.layers == 2


def test_a_saving_that_fails_late_says_why_and_nothing_counts_as_saved(student: User, qtbot: QtBot, disk: Disk) -> None:
    student.triggers("save")
    waits_for_cancel(student, qtbot)
    student.triggers("new")  # waits, too
    disk.gate.fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    disk.gate.open()
    student.waits_for_files()
    text = student.window.message_bar.text
    assert text.startswith("mine.perceptra could not be saved in ")
    assert "no space left on the disk" in text
    question(student.window, "unsaved_changes").button(QMessageBox.StandardButton.Cancel).click()
    assert student.window.isWindowModified()
    assert (disk.layers, left_overs(disk)) == (2, [])


def test_a_lock_that_takes_its_time_holds_nothing_up_and_goes_with_the_window(
    user: User, qtbot: QtBot, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    gate.close()

    def take(lock: WindowLock, taken: object = WindowLock.take) -> bool:
        if disk.path.name in str(lock._path):
            gate.pass_through()
        return taken(lock)  # type: ignore[operator]

    monkeypatch.setattr(WindowLock, "take", take)
    user.window.open(disk.path)
    qtbot.waitUntil(lambda: user.window.document.path == disk.path)
    user.adds_layer(after=-1)
    user.triggers("save")
    waits_for_cancel(user, qtbot)
    gate.open()
    user.waits_for_files()
    assert disk.layers == 3
    lock = disk.path.with_name(f".{disk.path.name}.lock")
    assert lock.exists()
    gate.close()
    user.triggers("new")  # lets the lock go, and takes none
    gate.open()
    user.waits_for_files()
    assert not lock.exists()


def test_the_window_closes_and_the_program_ends_while_a_disk_does_not_answer(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDING, str(tmp_path / "mine.perceptra")],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")},
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (0, "left\n"), ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "mine.perceptra").exists()
