"""A project file that another window or program has open, or has changed, is not overwritten unasked."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.project import Project
from gui.main_window import MainWindow
from tests.helpers.programs import started
from tests.helpers.user import User
from tests.helpers.windows import CRASHING_WINDOW, another, lock_texts, question, saves


@pytest.mark.parametrize("kind", list(lock_texts()))
def test_a_lock_that_nobody_holds_is_no_other_window(user: User, shared: Path, kind: str) -> None:
    shared.with_name(f".{shared.name}.lock").write_bytes(lock_texts()[kind])
    user.opens_file(shared)
    assert "another window" not in user.window.message_bar.text
    assert user.window.document.path == shared


def test_a_file_open_in_another_window_warns_and_asks_before_it_is_overwritten(
    user: User, qtbot: QtBot, others: list[MainWindow], shared: Path
) -> None:
    first = another(others, qtbot)
    User(qtbot, first).opens_file(shared)
    user.opens_file(shared)
    assert "another window" in user.window.message_bar.text
    user.adds_layer(after=-1)
    user.triggers("save")
    user.waits_for_files()
    box = question(user.window, "file_taken")
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert project_file.load(shared) == demo("xor")
    first.document.load(Project())  # the other window goes on with something else
    User(qtbot, first).waits_for_files()
    saves(user, qtbot)
    assert project_file.load(shared).network == user.project.network


@pytest.mark.skipif(os.name != "posix", reason="kill −9 is of POSIX systems")
def test_a_file_open_in_another_program_warns_until_that_is_gone(user: User, qtbot: QtBot, shared: Path) -> None:
    with started([sys.executable, "-c", CRASHING_WINDOW, "Perceptra", str(shared)]) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        user.opens_file(shared)
        assert str(process.pid) in user.window.message_bar.text
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    user.adds_layer(after=-1)
    saves(user, qtbot)  # the lock of a killed process counts for nothing
    assert project_file.load(shared).network == user.project.network


def test_a_file_changed_meanwhile_is_not_overwritten_unasked(user: User, qtbot: QtBot, shared: Path) -> None:
    user.opens_file(shared)
    project_file.save(demo("moons"), shared)
    user.adds_layer(after=-1)
    user.triggers("save")
    user.waits_for_files()
    box = question(user.window, "file_taken")
    assert "changed by another program" in box.text()
    assert project_file.load(shared) == demo("moons")
    with qtbot.waitSignal(user.window.document.saved):
        box.button(QMessageBox.StandardButton.Save).click()
    assert project_file.load(shared).network == user.project.network
    user.adds_layer(after=-1)
    saves(user, qtbot)  # one's own saving is no change by others
    assert project_file.load(shared).network == user.project.network


def test_a_lesson_saved_as_a_file_does_not_make_the_guard_forget_ones_own(
    user: User, qtbot: QtBot, shared: Path, tmp_path: Path
) -> None:
    user.opens_file(shared)
    user.window.document.set_own_work_aside(None, demo("moons"))
    user.window.document.path = tmp_path / "lesson.perceptra"
    saves(user, qtbot)
    project_file.save(demo("spirals"), shared)
    user.window.document.bring_own_work_back()
    user.adds_layer(after=-1)
    user.triggers("save")
    user.waits_for_files()
    question(user.window, "file_taken").button(QMessageBox.StandardButton.Cancel).click()
    assert project_file.load(shared) == demo("spirals")


def test_a_window_that_lives_is_believed_whatever_its_lock_says(
    user: User, qtbot: QtBot, others: list[MainWindow], shared: Path
) -> None:
    User(qtbot, another(others, qtbot)).opens_file(shared)
    shared.with_name(f".{shared.name}.lock").write_bytes(b"")
    user.opens_file(shared)
    assert user.window.message_bar.text.startswith("shared.perceptra is open in another window, too. ")


def test_a_lock_is_gone_with_the_window_and_with_the_project(user: User, qtbot: QtBot, shared: Path) -> None:
    user.opens_file(shared)
    lock = shared.with_name(f".{shared.name}.lock")
    assert lock.exists()
    user.triggers("new")
    qtbot.waitUntil(lambda: not lock.exists())
    user.opens_file(shared)
    qtbot.waitUntil(lock.exists)
    user.window.close()
    qtbot.waitUntil(lambda: not lock.exists())


def test_a_project_in_a_read_only_folder_opens_without_a_lock(user: User, shared: Path) -> None:
    shared.parent.chmod(0o500)
    try:
        user.opens_file(shared)
        assert user.window.document.path == shared
    finally:
        shared.parent.chmod(0o700)
