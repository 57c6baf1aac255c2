"""Recent projects come back by one choice; what is dropped on the window is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from engine.data.importing import SUFFIXES
from engine.project.demos import demo
from engine.project.file import project_file
from gui.toolkit.services.settings import WindowSettings
from gui.window.files.recent_files import MOST, RecentFiles
from tests.helpers.user import User


@pytest.fixture
def moons(tmp_path: Path) -> Path:
    path = tmp_path / "moons & stars.perceptra"
    project_file.save(demo("moons"), path)
    return path


def recent(user: User) -> list[QAction]:
    user.window.menus.menu("file").aboutToShow.emit()
    menu = user.window.menus.menu("recent")
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if action.objectName()[14:].isdigit()]


def drop(user: User, path: Path) -> bool:
    """Drag the file over the window and let it go there; whether it was taken."""
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(QPointF(600, 400).toPoint(), copy, mime, left, none)
    enter.ignore()
    QGuiApplication.sendEvent(user.window, enter)
    if enter.isAccepted():
        QGuiApplication.sendEvent(user.window, QDropEvent(QPointF(600, 400), copy, mime, left, none))
    return enter.isAccepted()


def test_the_list_is_bounded_newest_first_and_without_doubles(tmp_path: Path) -> None:
    files = RecentFiles(WindowSettings(lasting=False))
    for number in range(MOST + 3):
        files.add(tmp_path / f"{number}.perceptra")
    files.add(tmp_path / "5.perceptra")
    assert [path.stem for path in files.paths] == ["5", "11", "10", "9", "8", "7", "6", "4", "3"]


@pytest.mark.parametrize("damage", ["{", "3", '{"a": 1}', "[" * 100_000, "[1, null]"])
def test_damaged_settings_count_as_no_recent_files(damage: str) -> None:
    settings = WindowSettings(lasting=False)
    settings.remember("recent_files", damage)
    assert RecentFiles(settings).paths == []


def test_an_opened_project_can_be_opened_again_from_the_menu(user: User, moons: Path) -> None:
    assert recent(user) == []
    assert not user.window.menus.menu("recent").menuAction().isEnabled()
    user.opens_file(moons)
    user.triggers("new")
    (entry,) = recent(user)
    assert entry.text() == "&1  moons && stars"
    entry.trigger()
    user.waits_for_files()
    assert user.window.document.path == moons
    assert user.project == demo("moons")


def test_a_file_that_is_gone_leaves_the_list_with_a_sentence(user: User, moons: Path) -> None:
    user.opens_file(moons)
    user.triggers("new")
    moons.unlink()
    before = user.project
    recent(user)[0].trigger()
    user.waits_for_files()
    assert moons.name in user.window.message_bar.text
    assert str(moons.parent) in user.window.message_bar.text
    assert user.project == before
    assert recent(user) == []


def test_the_list_can_be_cleared(user: User, moons: Path) -> None:
    user.opens_file(moons)
    recent(user)
    user.triggers("recent_clear")
    assert recent(user) == []
    assert moons.exists()


def test_a_dropped_project_is_opened(user: User, moons: Path) -> None:
    assert drop(user, moons)
    user.waits_for_files()
    assert user.window.document.path == moons


def test_a_dropped_project_does_not_push_unsaved_changes_aside(user: User, moons: Path) -> None:
    user.adds_layer(after=-1)
    assert drop(user, moons)
    assert user.window.document.path is None
    box = user.window.findChild(QMessageBox, "unsaved_changes")
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Discard).click()
    user.waits_for_files()
    assert user.window.document.path == moons


def test_a_dropped_table_of_any_kind_is_shown_before_anything_changes(user: User, tmp_path: Path) -> None:
    before = user.project
    for suffix in SUFFIXES:
        table = tmp_path / f"mine.{suffix.upper()}"
        table.write_bytes(b"")
        assert drop(user, table)
        preview = user.waits_for_preview()
        assert table.name in preview.windowTitle()
        preview.findChild(QPushButton, "import_cancel").click()
    assert user.project is before


def test_a_dropped_table_becomes_the_data_when_it_is_imported(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("x1,x2,d\n0,0,0\n1,1,1\n0.5,1,1\n", encoding="utf-8")
    assert drop(user, table)
    button = user.waits_for_preview().findChild(QPushButton, "import_button")
    qtbot.waitUntil(button.isEnabled)
    button.click()
    assert user.window.document.dataset.n_samples == 3


def test_what_cannot_be_opened_is_not_taken(user: User, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"")
    assert not drop(user, picture)
