"""A drag of the mouse is one step, however often it edits, and leaves nothing behind where it is given up."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from engine import Project
from engine.project import edits
from engine.project.edits import Edit
from gui.document import commands
from gui.document.commands.gesture_step import GestureStep
from gui.document.document import Document
from tests.helpers.edited_projects import OWN


def _moved(x: float) -> Callable[[Project], Edit]:
    return lambda project: edits.move_point(project, 10, (x, 0.2))


def _steps(document: Document) -> list[str]:
    return [document.undo_stack.text(index) for index in range(document.undo_stack.count())]


def test_a_gesture_is_one_step_from_its_beginning_to_its_end(qtbot: QtBot) -> None:
    document = Document(OWN)
    gesture = GestureStep(document, "Drag")
    assert all(gesture.apply(_moved(x)) for x in (0.5, 0.7, 0.9))
    assert document.project == edits.move_point(OWN, 10, (0.9, 0.2)).project
    assert _steps(document) == ["Drag"]
    document.undo_stack.undo()
    assert document.project == OWN


def test_two_gestures_are_two_steps(qtbot: QtBot) -> None:
    document = Document(OWN)
    for x in (0.5, 0.7):
        GestureStep(document, "Drag").apply(_moved(x))
    assert _steps(document) == ["Drag", "Drag"]


def test_a_gesture_given_up_leaves_nothing_to_undo_or_redo(qtbot: QtBot) -> None:
    document = Document(OWN)
    commands.remove_point(document, 2)
    before = document.project
    gesture = GestureStep(document, "Drag")
    gesture.apply(_moved(0.5))
    gesture.take_back()
    assert document.project == before
    assert (_steps(document), document.undo_stack.canRedo()) == (["Remove a point"], False)


def test_a_gesture_is_not_taken_back_from_under_a_later_step(qtbot: QtBot) -> None:
    document = Document(OWN)
    gesture = GestureStep(document, "Drag")
    gesture.apply(_moved(0.5))
    commands.remove_point(document, 2)
    after = document.project
    gesture.take_back()
    assert (document.project, _steps(document)) == (after, ["Drag", "Remove a point"])


def test_a_gesture_that_changed_nothing_takes_nothing_back(qtbot: QtBot) -> None:
    document = Document(OWN)
    GestureStep(document, "Drag").take_back()
    assert (document.project, _steps(document)) == (OWN, [])
