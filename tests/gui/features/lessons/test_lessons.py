"""Lessons in the window: begun from a file, followed with mouse and keys, left with one's own work as it was."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from engine.lessons.facts import FACTS
from engine.project.project import Project
from gui.document.commands import change_training
from gui.features.lessons.lesson_panel import LessonPanel
from gui.toolkit import translation
from gui.toolkit.look import wears
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


TICKS = """format = "perceptra-lesson"
version = 1
name = "ticks"
title = { en = "Ticks", zh_CN = "勾" }
summary = { en = "Short.", zh_CN = "短。" }
start = { demo = "and_by_hand" }

[[steps]]
title = { en = "Both at once", zh_CN = "同时" }
text = { en = "Do.", zh_CN = "做。" }

[[steps.checks]]
kind = "data"
name = "or"
says = { en = "OR is chosen", zh_CN = "已选 OR" }

[[steps.checks]]
kind = "all_right"
says = { en = "All four rows are right", zh_CN = "四行全部正确" }

[[steps.checks]]
kind = "updates"
says = { en = "A step was made", zh_CN = "已走一步" }

[[steps]]
title = { en = "One line", zh_CN = "一行" }
text = { en = "Do.", zh_CN = "做。" }
pause_at = 7

[[steps.checks]]
kind = "data"
name = "or"
says = { en = "OR is chosen and all are right", zh_CN = "已选 OR，且全部正确" }

[[steps.checks]]
kind = "all_right"
"""


@pytest.fixture
def ticks(tmp_path: Path) -> Path:
    path = tmp_path / "ticks.toml"
    path.write_text(TICKS, encoding="utf-8")
    return path


def lines(panel: QWidget) -> dict[str, bool]:
    """The lines of the checks that can be read, and whether each is ticked."""
    labels = [label.text() for label in panel.findChild(QWidget, "lesson_checks").findChildren(QLabel)]
    return {text: mark == "✓" for mark, text in zip(labels[::2], labels[1::2], strict=True)}


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


def test_a_tick_goes_when_its_sentence_is_true_no_longer(user: User, qtbot: QtBot, ticks: Path) -> None:
    panel = begin(user, qtbot, ticks)
    user.triggers("side_panel")
    qtbot.waitUntil(
        lambda: lines(panel) == {"OR is chosen": False, "All four rows are right": True, "A step was made": False}
    )
    user.picks_data("or")  # the line of AND is wrong for OR
    qtbot.waitUntil(
        lambda: lines(panel) == {"OR is chosen": True, "All four rows are right": False, "A step was made": False}
    )
    user.triggers("step_sample")
    qtbot.waitUntil(lambda: lines(panel)["A step was made"])
    user.triggers("reset")
    user.picks_data("and")
    qtbot.waitUntil(
        lambda: lines(panel) == {"OR is chosen": False, "All four rows are right": True, "A step was made": True}
    )
    assert not wears(panel.findChild(QPushButton, "lesson_next"), "primary")  # never all of it at the same moment


def test_a_step_is_passed_when_all_of_it_is_true_together(user: User, qtbot: QtBot, ticks: Path) -> None:
    panel = begin(user, qtbot, ticks)
    user.triggers("side_panel")
    user.picks_data("or")
    user.trains_until(right=4)
    following = panel.findChild(QPushButton, "lesson_next")
    qtbot.waitUntil(lambda: wears(following, "primary"))
    user.picks_data("xor")
    qtbot.waitUntil(lambda: not lines(panel)["OR is chosen"])
    assert wears(following, "primary")  # what was reached stays reached


def test_checks_that_belong_together_are_one_line(user: User, qtbot: QtBot, ticks: Path) -> None:
    panel = begin(user, qtbot, ticks)
    user.triggers("side_panel")
    qtbot.keyClick(user.window, Qt.Key.Key_PageDown)
    user.picks_data("or")
    qtbot.waitUntil(lambda: user.value("accuracy_label") == 0.5)
    qtbot.waitUntil(lambda: lines(panel) == {"OR is chosen and all are right": False})  # the old ones go late
    user.trains_until(right=4)
    qtbot.waitUntil(lambda: lines(panel) == {"OR is chosen and all are right": True})


def test_the_window_tells_every_fact_that_a_lesson_may_ask_for(user: User) -> None:
    assert set(user.window.facts()) == set(FACTS)


def test_training_pauses_where_the_step_asks_and_goes_on_when_asked_to(user: User, qtbot: QtBot, ticks: Path) -> None:
    begin(user, qtbot, ticks)
    user.triggers("side_panel")
    user.picks_data("xor")  # for one unit, it has no end of its own
    qtbot.keyClick(user.window, Qt.Key.Key_PageDown)
    user.triggers("unlimited")
    user.starts_training()
    qtbot.waitUntil(lambda: user.window.session.state == "paused")
    user.waits_for_views()
    assert user.value("epoch_label") == 7
    assert "pauses the run at epoch 7" in user.window.message_bar.text
    user.trains_until(epoch=100)
    user.window.document.bring_own_work_back()
    user.trains_until(epoch=20)
    assert user.value("epoch_label") >= 20  # what the lesson asked for is gone with it


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


@pytest.mark.usefixtures("_each_language")
def test_a_misspelt_word_is_named_with_its_own_line_in_the_windows_language(
    user: User, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "typo.toml"
    path.write_text(LESSON.replace("hint = {", "hin = {"), encoding="utf-8")
    user.window.open(path)
    says = {
        "en": "typo.toml, line 15, field steps.1.hin: there is no 'hin' (did you mean hint?).",
        "zh_CN": "typo.toml 第 15 行，字段 steps.1.hin：没有 'hin'（您是不是想写 hint？）。",
    }
    begins = says[translation.current_language()]
    qtbot.waitUntil(lambda: user.window.message_bar.text.startswith(begins))


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
    begin(user, qtbot, lesson)  # its first step points at the gallery, which stands in the side panel
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
