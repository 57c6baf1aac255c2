"""Every lesson on stage, step by step: nothing is cut, and no lesson shows what another one had passed through."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from engine.lessons import load_shelf
from gui.features.lessons.lesson_guide import LessonGuide
from gui.toolkit.theme import stage_scale
from tests.helpers.cut_texts import cut_texts
from tests.helpers.small_screen import rest
from tests.helpers.user import User

SHELF = Path(__file__).resolve().parents[4] / "resources" / "lessons"
SMALL = (1280, 720)
Key = Qt.Key


def begins(user: User, qtbot: QtBot, name: str) -> LessonGuide:
    guide = user.window.findChild(LessonGuide)
    assert isinstance(guide, LessonGuide)
    user.window.menus.menu("lessons").aboutToShow.emit()
    user.window.document.undo_stack.setClean()
    user.triggers(f"lesson_{name}")
    qtbot.waitUntil(lambda: guide.lesson is not None and guide.lesson.name == name)
    return guide


def cut_here(user: User, qtbot: QtBot) -> list[str]:
    """What stays cut; a page that has come just now is laid out soon."""
    user.waits_for_views()
    rest()

    def cut() -> list[str]:
        area, text = user.find("scroll_pages"), user.find("lesson_scroll")
        assert isinstance(area, QScrollArea)
        assert isinstance(text, QScrollArea)
        beyond, below = area.horizontalScrollBar().maximum(), text.verticalScrollBar().maximum()
        return [
            *cut_texts(user.window),
            *([f"{beyond} px beyond the right edge"] if beyond else []),
            *([f"{below} px of the step below the lower edge"] if below else []),
        ]

    with contextlib.suppress(WaitedTooLong):
        qtbot.waitUntil(lambda: not cut())
    return cut()


@pytest.mark.usefixtures("_each_language")
def test_nothing_is_cut_in_any_step_of_any_lesson_on_a_small_stage(user: User, qtbot: QtBot) -> None:
    user.presses(Key.Key_F11)
    rest()
    user.window.resize(*SMALL)
    qtbot.waitUntil(lambda: user.window.appearance.themes.theme.scale == stage_scale(SMALL[1]))
    cut = {}
    for lesson in load_shelf(SHELF):
        guide = begins(user, qtbot, lesson.name)
        for place in range(len(lesson.steps)):
            guide.go(place)
            cut[lesson.name, place + 1] = cut_here(user, qtbot)
    assert {step: texts for step, texts in cut.items() if texts} == {}


def test_a_notice_about_a_step_goes_with_it(user: User, qtbot: QtBot) -> None:
    guide = begins(user, qtbot, "xor-run")
    user.presses(Key.Key_Right)
    qtbot.waitUntil(user.window.message_bar.isVisible)  # the lesson pauses the run here
    assert guide.step.pause_at == 1
    user.presses(Key.Key_PageDown)
    assert guide.place == 1
    assert not user.window.message_bar.isVisible()


def test_a_lesson_begins_with_no_sample_on_its_way(user: User, qtbot: QtBot) -> None:
    begins(user, qtbot, "back-propagation")  # which is of one sample
    qtbot.waitUntil(user.action("pass_values").isChecked)
    begins(user, qtbot, "xor-run")  # of the same data
    user.waits_for_views()
    assert not user.action("pass_values").isChecked()
