"""A name with half a character in it, as a script or the name of a file may have it, stands in no file's way."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from engine.project.file import project_file
from engine.project.project import MAX_AUTHOR, Project
from gui.features.report.notes_dialog import NotesDialog
from tests.gui.conftest import Opens
from tests.gui.features.report.test_making import is_done, opens_the_dialog, said, saves
from tests.helpers.drawings import pdf_text
from tests.helpers.user import TRAINING_MS, User
from tests.helpers.windows import saves as saves_project

HALF = "Ann \ud83d Li"
WHOLE = "Ann � Li"


def test_a_name_and_notes_from_a_script_are_saved_and_stand_in_the_report(
    qtbot: QtBot, opens: Opens, tmp_path: Path
) -> None:
    user = opens(Project(author=HALF, notes=HALF))
    opens_the_dialog(qtbot, user)
    saves(qtbot, user, tmp_path / "lab.pdf")
    qtbot.waitUntil(lambda: is_done(user) and "lab.pdf" in said(user), timeout=TRAINING_MS)
    page = (tmp_path / "lab.html").read_text(encoding="utf-8")
    assert f'content="{WHOLE}"' in page
    assert f"<p>{WHOLE}</p>" in page
    assert "Ann" in "\n".join(pdf_text((tmp_path / "lab.pdf").read_bytes()))
    user.window.document.path = tmp_path / "a.perceptra"
    saves_project(user, qtbot)
    assert project_file.load(tmp_path / "a.perceptra").author == WHOLE


def test_a_character_that_the_limit_of_the_field_cuts_in_two_is_saved(qtbot: QtBot, user: User, tmp_path: Path) -> None:
    user.triggers("notes")
    field = user.find("notes_author")
    assert isinstance(field, QLineEdit)
    QApplication.clipboard().setText("n" * (MAX_AUTHOR - 1) + "😀")
    field.paste()
    user.window.findChild(NotesDialog).close()
    user.window.document.path = tmp_path / "a.perceptra"
    saves_project(user, qtbot)
    author = project_file.load(tmp_path / "a.perceptra").author
    assert author.rstrip("�") == "n" * (MAX_AUTHOR - 1)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_file_whose_name_is_in_another_encoding_stands_in_the_report(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    user.adds_layer(after=-1)
    user.window.document.path = tmp_path / os.fsdecode(b"caf\xe9.perceptra")
    saves_project(user, qtbot)
    opens_the_dialog(qtbot, user)
    saves(qtbot, user, tmp_path / "lab.pdf")
    qtbot.waitUntil(lambda: is_done(user) and "lab.pdf" in said(user), timeout=TRAINING_MS)
    assert "caf�.perceptra" in (tmp_path / "lab.html").read_text(encoding="utf-8")
