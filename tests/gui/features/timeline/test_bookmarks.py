"""Bookmarks on the timeline: set, found again, undone, saved, printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from engine import Project, TrainingSpec
from engine.project.bookmarks import MAX_NOTE, MOST_BOOKMARKS, Bookmark
from engine.project.edits.bookmarks import set_bookmark
from engine.project.file.project_file import decode_project, encode
from engine.spec.errors import EngineError
from tests.gui.conftest import Opens
from tests.gui.features.timeline.test_timeline import looks_at, slider, trains_to_the_end, waits_for
from tests.helpers.user import User


@pytest.fixture
def trained(opens: Opens, qtbot: QtBot) -> User:
    return trains_to_the_end(opens(Project(training=TrainingSpec(max_epochs=1_300))), qtbot)


def bookmarks_here(user: User, qtbot: QtBot, note: str) -> None:
    """Ask for a bookmark, type the note and press Enter."""
    user.triggers("bookmark")
    dialog = next(one for one in user.window.findChildren(QInputDialog, "bookmark_dialog") if one.isVisible())
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, note)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def menu_of(user: User) -> QMenu:
    """The menu of the bookmarks, filled as when it opens."""
    menu = user.window.findChild(QMenu, "timeline_bookmarks_menu")
    assert menu is not None
    menu.aboutToShow.emit()
    return menu


def chooses(user: User, text: str) -> None:
    action = next(action for action in menu_of(user).actions() if action.text().startswith(text))
    action.trigger()


def test_a_bookmark_is_seen_on_the_timeline_and_leads_back_to_its_moment(trained: User, qtbot: QtBot) -> None:
    looks_at(trained, qtbot, 417)
    timeline = slider(trained)
    before = timeline.grab().toImage()
    bookmarks_here(trained, qtbot, "here it bends")
    assert trained.project.bookmarks == (Bookmark(417, "here it bends"),)
    after = timeline.grab().toImage()
    foot = round(timeline.x_of(417)) - 3, timeline.height() - 3  # type: ignore[attr-defined]
    assert before.pixel(*foot) != after.pixel(*foot)
    trained.triggers("back_to_now")
    waits_for(trained, qtbot, 1_300)
    chooses(trained, "Epoch 417 · here it bends")
    waits_for(trained, qtbot, 417)


def test_bookmarks_are_changed_and_removed_and_each_is_a_step_of_undo(trained: User, qtbot: QtBot) -> None:
    looks_at(trained, qtbot, 417)
    bookmarks_here(trained, qtbot, "first")
    bookmarks_here(trained, qtbot, "second")
    assert [mark.note for mark in trained.project.bookmarks] == ["second"]
    chooses(trained, "Remove the bookmark here")
    assert trained.project.bookmarks == ()
    for notes in (["second"], ["first"], []):
        trained.triggers("undo")
        assert [mark.note for mark in trained.project.bookmarks] == notes
    assert trained.value("epoch_label") == 417  # the moment on show stays, and so does the run
    assert trained.window.session.snapshot.epoch == 1_300


def test_bookmarks_are_in_the_file(trained: User, qtbot: QtBot) -> None:
    looks_at(trained, qtbot, 417)
    bookmarks_here(trained, qtbot, "here it bends")
    assert decode_project(encode(trained.project), "marks.perceptra").bookmarks == trained.project.bookmarks


def test_notes_are_tidied_and_too_many_bookmarks_are_refused() -> None:
    project = set_bookmark(Project(), 3, "  two   words \n" + "x" * 300).project
    assert project.bookmarks[0].note.startswith("two words x")
    assert len(project.bookmarks[0].note) == MAX_NOTE
    for epoch in range(MOST_BOOKMARKS):
        project = set_bookmark(project, epoch, "").project
    assert [mark.epoch for mark in project.bookmarks] == list(range(MOST_BOOKMARKS))
    with pytest.raises(EngineError, match="remove one first"):
        set_bookmark(project, 1_000, "")
    for wrong in (-1, 0.5):
        with pytest.raises(EngineError):
            Bookmark(wrong)  # type: ignore[arg-type]
