from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.features.report.notes_dialog import NotesDialog
from tests.helpers.user import User


def dialog(user: User) -> NotesDialog:
    found = user.window.findChild(NotesDialog)
    assert found is not None
    return found


def test_what_is_typed_stands_in_the_project_before_the_dialog_closes_and_is_one_step(qtbot: QtBot, user: User) -> None:
    user.triggers("notes")
    author, notes = user.find("notes_author"), user.find("notes_text")
    assert isinstance(author, QLineEdit)
    assert isinstance(notes, QPlainTextEdit)
    qtbot.keyClicks(author, "Ann Li")
    qtbot.keyClicks(notes, "It stops")
    qtbot.waitUntil(lambda: user.project.notes == "It stops")
    qtbot.keyClick(notes, Qt.Key.Key_Return)
    qtbot.keyClicks(notes, "at once.")
    dialog(user).close()  # without waiting: nothing typed is lost
    assert (user.project.author, user.project.notes) == ("Ann Li", "It stops\nat once.")
    user.triggers("undo")
    assert (user.project.author, user.project.notes) == ("", "")


def test_the_name_is_proposed_for_the_next_project(qtbot: QtBot, user: User) -> None:
    user.triggers("notes")
    qtbot.keyClicks(user.find("notes_author"), "Ann Li")
    dialog(user).close()
    user.window.document.undo_stack.setClean()
    user.triggers("new")
    assert user.project.author == ""
    qtbot.waitUntil(lambda: user.window.findChild(QDialog, "notes_dialog") is None)
    user.triggers("notes")
    field = user.find("notes_author")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Ann Li"


def test_training_goes_on_while_notes_are_written(qtbot: QtBot, user: User) -> None:
    user.starts_training()
    user.triggers("notes")
    qtbot.keyClicks(user.find("notes_text"), "while it runs")
    qtbot.waitUntil(lambda: user.project.notes == "while it runs")
    assert user.window.session.state == "training"
    dialog(user).close()
    user.pauses()


def test_undo_while_the_notes_are_open_shows_in_them(qtbot: QtBot, user: User) -> None:
    user.triggers("notes")
    notes = user.find("notes_text")
    assert isinstance(notes, QPlainTextEdit)
    qtbot.keyClicks(notes, "first")
    qtbot.waitUntil(lambda: user.project.notes == "first")
    user.triggers("undo")
    assert notes.toPlainText() == ""
    dialog(user).close()


def test_what_was_just_typed_is_in_the_project_as_soon_as_another_window_is_in_front(qtbot: QtBot, user: User) -> None:
    user.triggers("notes")
    qtbot.waitUntil(dialog(user).isActiveWindow)
    qtbot.keyClicks(user.find("notes_text"), "at the last moment")
    user.window.activateWindow()
    qtbot.waitUntil(lambda: not dialog(user).isActiveWindow())
    assert user.project.notes == "at the last moment"
    dialog(user).close()
