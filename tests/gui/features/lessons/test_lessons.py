"""Lessons in the window: begun from a file, followed with mouse and keys, left with one's own work as it was."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.document.commands import change_training
from gui.features.lessons.lesson_panel import LessonPanel
from tests.helpers.user import User

LESSON = """format = "perceptra-lesson"
version = 1
name = "try"
title = { en = "A try", zh_CN = "试一试" }
summary = { en = "Short.", zh_CN = "短。" }
start = { demo = "xor" }

[[steps]]
title = { en = "Set", zh_CN = "设" }
text = { en = "Choose **AND**.", zh_CN = "选 **AND**。" }
hide = ["error"]
lock = ["learning_rate"]
point_at = "dataset_gallery"
notation = "lecture"
hint = { en = "It is the second picture.", zh_CN = "第二个图。" }

[[steps.checks]]
kind = "data"
name = "and"
says = { en = "AND is chosen", zh_CN = "已选 AND" }

[[steps]]
title = { en = "Guess", zh_CN = "猜" }
text = { en = "Guess, then press Train.", zh_CN = "先猜，再训练。" }
start = { demo = "or" }

[[steps.checks]]
kind = "all_right"
says = { en = "All right", zh_CN = "全对" }

[steps.question]
predict = true
text = { en = "Will it learn?", zh_CN = "能学会吗？" }
explain = { en = "A line separates OR.", zh_CN = "一条线就能分开。" }
answers = [
    { text = { en = "No", zh_CN = "不能" } },
    { text = { en = "Yes", zh_CN = "能" }, right = true },
]
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "try.toml"
    path.write_text(LESSON, encoding="utf-8")
    return path


def begin(user: User, qtbot: QtBot, path: Path) -> LessonPanel:
    assert user.opens_file(path)
    panel = user.window.findChild(LessonPanel, "lesson_panel")
    assert isinstance(panel, LessonPanel)
    qtbot.waitUntil(panel.isVisible)
    return panel


def reads(panel: QWidget, words: str) -> bool:
    return any(words in label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_step_sets_the_window_up_and_leaving_puts_everything_back(user: User, qtbot: QtBot, lesson: Path) -> None:
    window = user.window
    change_training(window.document, learning_rate=0.125)
    mine = window.document.project
    panel = begin(user, qtbot, lesson)
    assert window.document.project.network.sizes == (2, 4, 1)
    assert window.document.project != mine
    assert not window.error_plot.isVisible()
    assert not window.findChild(QWidget, "learning_rate").isEnabled()
    assert window.appearance.notation.is_lecture
    assert reads(panel, "**AND**")

    qtbot.mouseClick(panel.findChild(QWidget, "lesson_close"), Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert window.document.project == mine
    assert window.document.undo_group.canUndo()
    assert window.error_plot.isVisible()
    assert window.findChild(QWidget, "learning_rate").isEnabled()
    assert not window.appearance.notation.is_lecture


def test_a_check_is_ticked_when_its_sentence_comes_true(user: User, qtbot: QtBot, lesson: Path) -> None:
    panel = begin(user, qtbot, lesson)
    qtbot.waitUntil(lambda: reads(panel, "○"))
    assert not reads(panel, "✓")
    user.picks_data("and")
    qtbot.waitUntil(lambda: reads(panel, "✓"))


def test_page_down_and_page_up_walk_and_each_step_brings_its_start(user: User, qtbot: QtBot, lesson: Path) -> None:
    panel = begin(user, qtbot, lesson)
    qtbot.keyClick(user.window, Qt.Key.Key_PageDown)
    assert user.window.document.project.dataset.name == "or"
    assert reads(panel, "Guess, then press Train.")
    qtbot.keyClick(user.window, Qt.Key.Key_PageUp)
    assert user.window.document.project.dataset.name == "xor"


def test_a_prediction_is_judged_only_after_the_run(user: User, qtbot: QtBot, lesson: Path) -> None:
    panel = begin(user, qtbot, lesson)
    qtbot.mouseClick(panel.findChild(QPushButton, "lesson_next"), Qt.MouseButton.LeftButton)
    user.window.session.reset()
    yes = panel.findChild(QRadioButton, "lesson_answer_2")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton, pos=yes.rect().center())
    qtbot.waitUntil(lambda: reads(panel, "Noted.") or reads(panel, "Right."))
    user.window.session.train()
    qtbot.waitUntil(lambda: reads(panel, "Right. A line separates OR."), timeout=20_000)
    assert not yes.isEnabled()


def test_progress_is_remembered_by_the_window(user: User, qtbot: QtBot, lesson: Path) -> None:
    begin(user, qtbot, lesson)
    qtbot.keyClick(user.window, Qt.Key.Key_PageDown)
    user.window.document.bring_own_work_back()
    panel = begin(user, qtbot, lesson)
    assert reads(panel, "Guess, then press Train.")


def test_a_broken_lesson_is_named_and_changes_nothing(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(LESSON.replace('kind = "data"', 'kind = "dta"'), encoding="utf-8")
    before = user.window.document.project
    assert not user.opens_file(path)
    assert "broken.toml, line 18, field steps.1.checks.1.kind" in user.window.message_bar.text
    assert user.window.document.project == before


def test_a_lesson_file_can_be_dropped_on_the_window(user: User, qtbot: QtBot, lesson: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(lesson))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(600, 400).toPoint(), copy, mime, left, none)
    QGuiApplication.sendEvent(user.window, enter)
    assert enter.isAccepted()
    QGuiApplication.sendEvent(user.window, QDropEvent(QPointF(600, 400), copy, mime, left, none))
    panel = user.window.findChild(LessonPanel, "lesson_panel")
    qtbot.waitUntil(panel.isVisible)


def test_new_during_a_lesson_concerns_the_users_own_work(user: User, qtbot: QtBot, lesson: Path) -> None:
    panel = begin(user, qtbot, lesson)
    user.picks_data("and")
    user.window.files.new()  # nothing of the user's own is lost, so nothing is asked
    assert not panel.isVisible()
    assert user.window.document.project == Project()
    assert not user.window.document.has_own_work_aside


@pytest.mark.parametrize("page", ["workbench", "computation_graph", "comparison"])
def test_a_lesson_leaves_the_window_as_wide_as_it_was(user: User, qtbot: QtBot, lesson: Path, page: str) -> None:
    user.triggers(f"page_{page}")
    width = user.window.width()
    begin(user, qtbot, lesson)
    user.waits_for_views()
    assert user.window.width() == width


def test_all_columns_stand_beside_a_lesson_when_asked_for(user: User, qtbot: QtBot, lesson: Path) -> None:
    begin(user, qtbot, lesson)
    user.triggers("side_panel")
    user.window.resize(1280, 720)
    columns = [user.find(f"splitter_{name}") for name in ("left", "middle", "right")]
    qtbot.waitUntil(lambda: all(column.isVisible() for column in columns))
    workbench = user.window.workbench
    edges = [(column.mapTo(workbench, column.rect().topLeft()).x(), column.width()) for column in columns]
    for (left, width), (following, _) in pairwise(edges):
        assert left + width <= following
    assert edges[-1][0] + edges[-1][1] <= workbench.width()
    assert user.window.width() == 1280
    user.window.document.bring_own_work_back()
