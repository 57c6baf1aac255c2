"""Nothing is lost: a crash costs seconds, a minute at most, and nobody's file is overwritten unasked."""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path
from threading import Event, Semaphore
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.project import autosave
from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.project import Project
from gui.document import commands
from gui.main_window import MainWindow
from gui.window.autosave import autosaver as autosaving
from gui.window.autosave.autosave_folder import AutosaveFile, AutosaveFolder
from gui.window.autosave.autosaver import EVERY_MS, REST_MS, Autosaver
from gui.window.autosave.work_recovery import WorkRecovery
from tests.helpers.programs import started
from tests.helpers.user import User
from tests.helpers.windows import CRASHING_WINDOW, another, lock_texts, question

LEFT = Qt.MouseButton.LeftButton


def autosaver(window: MainWindow) -> Autosaver:
    recovery = window.findChild(WorkRecovery)
    assert isinstance(recovery, WorkRecovery)
    assert recovery.autosaver is not None
    return recovery.autosaver


def folder(window: MainWindow) -> AutosaveFolder:
    return autosaver(window)._folder


def files(window: MainWindow) -> list[Path]:
    return sorted(folder(window).path.glob("*.work"))


def keeps(qtbot: QtBot, window: MainWindow) -> Path:
    """Let the minute pass; the file."""
    with qtbot.waitSignal(autosaver(window).kept):
        autosaver(window)._timer.timeout.emit()
    (file,) = files(window)
    return file


def leaves(window: MainWindow, project: Project, when: float, path: Path | None = None) -> None:
    """What a killed window leaves: a file without a lock that counts."""
    place = folder(window).new_file()
    place.keep(project, path, when, None if path is None else autosave.file_state(path))
    place.let_go()


def offer(window: MainWindow) -> QPushButton:
    button = window.message_bar.findChild(QPushButton, "message_offer")
    assert isinstance(button, QPushButton)
    return button


def test_work_is_kept_every_minute(user: User) -> None:
    timer = autosaver(user.window)._timer
    assert timer.isActive()
    assert timer.interval() == EVERY_MS == 60_000


def test_a_small_project_is_kept_soon_after_an_edit_rests(user: User, qtbot: QtBot) -> None:
    with qtbot.waitSignal(autosaver(user.window).kept, timeout=10 * REST_MS):
        user.adds_layer(after=-1)
    (file,) = files(user.window)
    assert autosave.read_project(file) == user.project
    with qtbot.waitSignal(autosaver(user.window).kept, timeout=10 * REST_MS):
        user.undoes_everything()
    assert files(user.window) == []


def test_a_large_project_waits_for_its_minute(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    user.adds_layer(after=-1)
    assert autosaver(user.window)._rest.isActive()
    autosaver(user.window)._rest.stop()
    monkeypatch.setattr(autosaving, "SMALL_NUMBERS", 10)
    user.adds_layer(after=-1)
    assert not autosaver(user.window)._rest.isActive()


def test_at_a_logout_the_work_is_kept_before_the_system_gets_its_answer(user: User) -> None:
    user.adds_layer(after=-1)
    user.trains_until(epoch=3)
    user.starts_training()
    user.window.keep_before_the_system_ends()
    (file,) = files(user.window)
    kept = autosave.read_project(file)
    assert kept.network == user.project.network
    assert kept.run is not None
    assert kept.run.epoch >= 3
    user.pauses()  # a logout may be called off, and the window works on


def test_what_was_only_opened_begins_no_rest(user: User, shared: Path) -> None:
    user.opens_file(shared)
    assert not autosaver(user.window)._rest.isActive()


def test_nothing_is_kept_where_nothing_was_done(user: User) -> None:
    autosaver(user.window).keep()
    assert not folder(user.window).path.exists()


def test_a_writing_under_way_is_finished_when_newer_work_is_to_be_kept(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes, goes_on, write = Semaphore(0), Event(), AutosaveFile.keep
    written: list[Project] = []

    def slowly(file: AutosaveFile, project: Project, *rest: Any) -> None:
        writes.release()
        goes_on.wait(30)
        write(file, project, *rest)
        if not rest[-1]():
            written.append(project)

    monkeypatch.setattr(AutosaveFile, "keep", slowly)
    user.adds_layer(after=-1)
    first = user.project
    autosaver(user.window).keep()
    qtbot.waitUntil(lambda: writes.acquire(blocking=False))
    user.adds_layer(after=-1)
    for _ in range(3):
        autosaver(user.window).keep()
        QCoreApplication.processEvents()
    goes_on.set()
    qtbot.waitUntil(lambda: len(written) == 2 and not autosaver(user.window)._writer.is_busy)
    assert written == [first, user.project]


def test_an_edit_and_the_run_are_kept(user: User, qtbot: QtBot) -> None:
    user.adds_layer(after=-1)
    user.trains_until(epoch=3)
    kept = autosave.read_project(keeps(qtbot, user.window))
    assert kept.network == user.project.network
    assert kept.run is not None
    assert kept.run == user.window.session.run()


def test_the_run_of_a_project_never_saved_is_kept_without_any_edit(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=3)
    assert autosave.read_project(keeps(qtbot, user.window)).run == user.window.session.run()


def test_work_is_kept_before_the_question_whether_to_save_it(user: User, qtbot: QtBot) -> None:
    user.adds_layer(after=-1)
    with qtbot.waitSignal(autosaver(user.window).kept):
        user.triggers("new")
    assert autosave.read_project(files(user.window)[0]) == user.project
    with qtbot.waitSignal(autosaver(user.window).kept):
        question(user.window, "unsaved_changes").button(QMessageBox.StandardButton.Discard).click()
    assert files(user.window) == []  # given up, and so nothing to bring back


def test_what_is_saved_need_not_be_kept(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.adds_layer(after=-1)
    keeps(qtbot, user.window)
    user.window.document.path = tmp_path / "a.perceptra"
    with qtbot.waitSignal(autosaver(user.window).kept):
        user.triggers("save")
    assert files(user.window) == []


def test_a_clean_end_leaves_nothing_even_in_the_middle_of_training(user: User, qtbot: QtBot) -> None:
    user.adds_layer(after=-1)
    keeps(qtbot, user.window)
    user.starts_training()
    autosaver(user.window).keep()
    user.window.document.undo_stack.setClean()
    user.window.close()
    assert list(folder(user.window).path.iterdir()) == []


def test_a_lesson_is_never_kept_in_place_of_the_users_own_work(user: User, qtbot: QtBot) -> None:
    user.adds_layer(after=-1)
    own = user.project
    with qtbot.waitSignal(autosaver(user.window).kept):
        user.window.document.set_own_work_aside(None, demo("moons"))
    commands.new_start(user.window.document)
    autosaver(user.window).keep()
    (file,) = files(user.window)
    assert autosave.read_project(file) == own


def test_trouble_is_told_once_and_the_next_minute_tries_again(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    user.adds_layer(after=-1)
    keeper, told = autosaver(user.window), []
    keeper.failed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for _ in range(2):
            with qtbot.waitSignal(keeper._writer.failed):
                keeper.keep()
    assert len(told) == 1
    text = user.window.message_bar.text
    assert text.startswith("Until you save, a crash would cost your work: Work cannot be kept in ")
    assert text.endswith("no space left on the disk. Make room on that disk, or save the project on another one.")
    assert "folder or name" not in text
    assert autosave.read_project(keeps(qtbot, user.window)) == user.project


def test_a_place_where_no_folder_can_be_made_is_told(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    autosaver(user.window)._folder = AutosaveFolder(tmp_path / "file" / "kept-work")
    user.adds_layer(after=-1)
    autosaver(user.window).keep()
    qtbot.waitUntil(lambda: "kept-work" in user.window.message_bar.text)


def test_a_window_that_remembers_nothing_keeps_and_offers_nothing(user: User, others: list[MainWindow]) -> None:
    leaves(user.window, demo("moons"), 1.0)
    window = MainWindow(remembers=False)
    others.append(window)
    recovery = window.findChild(WorkRecovery)
    assert isinstance(recovery, WorkRecovery)
    assert recovery.autosaver is None
    QCoreApplication.processEvents()
    assert window.message_bar.isHidden()


def test_the_newest_work_is_offered_and_the_others_are_listed(
    user: User, qtbot: QtBot, others: list[MainWindow]
) -> None:
    leaves(user.window, demo("moons"), 1000.0)
    leaves(user.window, demo("spirals"), 3000.0)
    (folder(user.window).path / "damaged.work").write_text("nonsense")
    window = another(others, qtbot)
    qtbot.waitUntil(lambda: offer(window).isVisible())
    assert "Bring work back" in window.message_bar.text
    qtbot.mouseClick(offer(window), LEFT)
    User(qtbot, window).waits_for_files()
    assert window.document.project == demo("spirals")
    assert window.document.is_modified
    window.menus.menu("file").aboutToShow.emit()
    menu = window.menus.menu("kept_work")
    menu.aboutToShow.emit()
    assert menu.menuAction().isVisible()
    assert [action.objectName() for action in menu.actions() if "kept_work_1" in action.objectName()]
    assert not any("kept_work_2" in action.objectName() for action in menu.actions())


def test_the_work_of_a_window_that_still_runs_is_not_offered(
    user: User, qtbot: QtBot, others: list[MainWindow]
) -> None:
    user.adds_layer(after=-1)
    keeps(qtbot, user.window)
    assert folder(another(others, qtbot)).lost_work() == []


@pytest.mark.parametrize("kind", list(lock_texts()))
def test_a_lock_that_nobody_holds_hides_no_kept_work(user: User, kind: str) -> None:
    leaves(user.window, demo("moons"), 1000.0)
    (file,) = files(user.window)
    file.with_name(f"{file.name}.lock").write_bytes(lock_texts()[kind])
    menu = user.window.menus.menu("kept_work")
    menu.aboutToShow.emit()
    user.triggers("kept_work_1")
    user.waits_for_files()
    assert user.project == demo("moons")


def test_work_kept_under_a_clock_before_1970_is_offered(user: User) -> None:
    leaves(user.window, demo("moons"), -86_400.0 * 365)
    menu = user.window.menus.menu("kept_work")
    menu.aboutToShow.emit()
    assert "69" in user.action("kept_work_1").text()
    user.triggers("kept_work_1")
    user.waits_for_files()
    assert user.project == demo("moons")


def test_work_brought_back_belongs_to_its_file_again_and_is_kept_on(
    user: User, qtbot: QtBot, others: list[MainWindow], tmp_path: Path
) -> None:
    path = tmp_path / "a.perceptra"
    project_file.save(demo("xor"), path)
    leaves(user.window, demo("moons"), 1000.0, path)
    window = another(others, qtbot)
    qtbot.waitUntil(lambda: offer(window).isVisible())
    with qtbot.waitSignal(autosaver(window).kept):
        qtbot.mouseClick(offer(window), LEFT)
    assert window.document.path == path
    assert project_file.load(path) == demo("xor")  # nothing is written before the user says so
    (file,) = files(window)
    assert autosave.read_project(file) == demo("moons")
    window.files.save()
    qtbot.waitUntil(lambda: files(window) == [])
    assert project_file.load(path).network == demo("moons").network


def test_thrown_away_work_is_gone(user: User) -> None:
    leaves(user.window, demo("moons"), 1000.0)
    menu = user.window.menus.menu("kept_work")
    menu.aboutToShow.emit()
    user.triggers("kept_work_clear")
    question(user.window, "throw_work_away").button(QMessageBox.StandardButton.Discard).click()
    assert files(user.window) == []


@pytest.mark.skipif(os.name != "posix", reason="kill −9 is of POSIX systems")
def test_after_kill_9_in_the_middle_of_training_work_and_run_are_offered(user: User, qtbot: QtBot) -> None:
    window = user.window
    for _repeat in range(2):
        killed_window(window, times_kept=3)
        (left,) = folder(window).lost_work()
        window.findChild(WorkRecovery)._bring_back(left)
        user.waits_for_files()
        assert len(user.sizes) == 4
        run = window.document.project.run
        assert run is not None
        assert run.epoch > 0
        window.document.load(Project())
        qtbot.waitUntil(lambda: files(window) == [])


def killed_window(window: MainWindow, times_kept: int) -> None:
    with started([sys.executable, "-c", CRASHING_WINDOW, QCoreApplication.applicationName()]) as process:
        assert process.stdout is not None
        for _ in range(times_kept):
            assert process.stdout.readline() == "kept\n"
        assert folder(window).lost_work() == []  # it still runs
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
