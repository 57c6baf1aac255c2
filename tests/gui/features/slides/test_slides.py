"""A lecture as slides: moments are kept and shown again, with lessons among them, and the user's own work waits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.lessons.slides import slide_file
from engine.lessons.slides.slide import Look, Slide
from engine.project.demos import demo
from gui.document.commands import change_training
from gui.features.slides.slide_list import SlideList
from gui.main_window import MainWindow
from gui.window.autosave.slide_keeping import SlideKeeping
from tests.helpers.user import User
from tests.helpers.windows import another, question

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def keeps_moment(user: User, qtbot: QtBot) -> None:
    before = len(names(user, qtbot))
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    user.presses(KEY.Key_F5, CTRL)
    qtbot.waitUntil(lambda: len(names(user, qtbot)) == before + 1)


def dialog(user: User, qtbot: QtBot) -> QDialog:
    found = user.window.findChild(QDialog, "slides_dialog")
    if found is None:
        user.triggers("slides")
        found = user.window.findChild(QDialog, "slides_dialog")
    assert isinstance(found, QDialog)
    qtbot.waitUntil(found.isVisible)
    return found


def slide_list(user: User, qtbot: QtBot) -> QListWidget:
    found = dialog(user, qtbot).findChild(QListWidget, "slides_list")
    assert isinstance(found, QListWidget)
    return found


def names(user: User, qtbot: QtBot) -> list[str]:
    rows = slide_list(user, qtbot)
    return [str(rows.item(row).data(Qt.ItemDataRole.EditRole)) for row in range(rows.count())]


def presses_button(user: User, qtbot: QtBot, name: str) -> None:
    button = dialog(user, qtbot).findChild(QPushButton, f"slides_{name}")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, LEFT)


def adds_lesson(user: User, qtbot: QtBot, name: str) -> None:
    before = len(names(user, qtbot))
    menu = dialog(user, qtbot).findChild(QMenu, "slides_lessons")
    menu.aboutToShow.emit()
    entry = menu.findChild(QAction, f"slides_lesson_{name}")
    assert entry is not None
    entry.trigger()
    qtbot.waitUntil(lambda: len(names(user, qtbot)) == before + 1)


def place(user: User) -> str:
    return str(user.find("slide_label").property("value") or "")


def test_a_moment_is_kept_and_shown_again_while_ones_own_work_waits(user: User, qtbot: QtBot) -> None:
    window = user.window
    user.trains_until(epoch=20)
    keeps_moment(user, qtbot)
    first = window.session.snapshot.epoch
    user.triggers("reset")
    user.picks_data("and")
    window.workbench.zoom("region")
    window.tables.show_table("evaluation")
    window.actions_by_name["side_panel"].trigger()
    keeps_moment(user, qtbot)
    window.actions_by_name["side_panel"].trigger()
    window.workbench.zoom("")
    window.tables.show_table("samples")
    change_training(window.document, learning_rate=0.125)
    mine = window.document.project
    assert names(user, qtbot) == [f"XOR, epoch {first}", "AND, epoch 0"]
    assert slide_list(user, qtbot).item(1).text() == "2  AND, epoch 0"
    window.activateWindow()

    user.presses(KEY.Key_F5, SHIFT)
    qtbot.waitUntil(lambda: place(user) == "1/2")
    assert window.document.project.dataset.name == "xor"
    qtbot.waitUntil(lambda: user.value("epoch_label") == first)
    user.adds_layer(after=-1)  # the class plays with it
    user.presses(KEY.Key_PageDown)
    assert place(user) == "2/2"
    assert window.document.project.dataset.name == "and"
    assert window.workbench.zoomed_card == "region"
    assert window.tables.current == "evaluation"
    assert not user.action("side_panel").isChecked()
    assert not user.action("lesson_next").isEnabled()
    user.presses(KEY.Key_PageUp)
    assert user.sizes == (2, 4, 1), "what was kept, not what was made of it"
    assert window.workbench.zoomed_card == ""
    assert window.tables.current == "samples"
    assert user.action("side_panel").isChecked()

    user.triggers("lesson_leave")
    assert window.document.project == mine
    assert window.document.undo_group.canUndo()
    assert place(user) == ""
    assert not user.action("lesson_previous").isEnabled()


def test_a_slide_keeps_its_notation_and_whether_the_answer_is_hidden(user: User, qtbot: QtBot) -> None:
    notation, hides = user.window.appearance.notation, user.action("hide_answer").isChecked
    keeps_moment(user, qtbot)
    notation.set_lecture(True)
    user.triggers("hide_answer")
    keeps_moment(user, qtbot)
    user.triggers("hide_answer")
    notation.set_lecture(False)
    user.window.activateWindow()

    user.presses(KEY.Key_F5, SHIFT)
    qtbot.waitUntil(lambda: place(user) == "1/2")
    assert not notation.is_lecture
    user.presses(KEY.Key_PageDown)
    assert notation.is_lecture
    assert hides()
    user.presses(KEY.Key_PageUp)
    assert not notation.is_lecture
    assert not hides()
    user.presses(KEY.Key_PageDown)
    user.triggers("lesson_leave")
    assert not notation.is_lecture
    assert not hides()


def test_a_slide_keeps_the_part_of_the_network_that_was_zoomed_to(user: User, qtbot: QtBot) -> None:
    view = user.window.diagram_view

    def seen() -> tuple[float, float, float]:
        view.settle()
        return view.part or (1.0, 0.5, 0.5)

    keeps_moment(user, qtbot)
    view.zoom(3.0, view.position_of("neuron", layer=0, unit=3).toPointF())
    kept = seen()
    assert kept[0] == pytest.approx(3.0)
    keeps_moment(user, qtbot)
    view.fit()
    user.window.activateWindow()

    user.presses(KEY.Key_F5, SHIFT)
    qtbot.waitUntil(lambda: place(user) == "1/2")
    assert view.is_fitted
    user.presses(KEY.Key_PageDown)
    assert seen() == pytest.approx(kept, abs=0.02)
    user.presses(KEY.Key_F11)
    qtbot.waitUntil(lambda: user.window.height() == 1080)
    assert seen() == pytest.approx(kept, abs=0.05)
    assert view.rect().contains(view.position_of("neuron", layer=0, unit=3))
    view.zoom(0.5)
    user.presses(KEY.Key_PageUp)
    assert view.is_fitted
    user.triggers("lesson_leave")
    assert view.is_fitted


def test_a_past_moment_of_the_run_is_on_show_again(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=30)
    user.window.session.show_epoch(7)
    qtbot.waitUntil(lambda: user.value("epoch_label") == 7)
    keeps_moment(user, qtbot)
    user.window.session.show_epoch(None)
    user.triggers("reset")
    user.waits_for_views()
    assert user.value("epoch_label") == 0
    user.triggers("slides_show")
    qtbot.waitUntil(lambda: user.value("epoch_label") == 7)
    assert user.window.session.snapshot.epoch >= 30, "the run is there to its end"
    user.triggers("lesson_leave")
    user.waits_for_views()
    assert user.value("epoch_label") == 0


def test_page_down_goes_through_a_lesson_between_slides_on_stage_as_off(user: User, qtbot: QtBot) -> None:
    window = user.window
    keeps_moment(user, qtbot)
    adds_lesson(user, qtbot, "look-inside")
    user.picks_data("or")
    keeps_moment(user, qtbot)
    assert [name.partition(",")[0] for name in names(user, qtbot)] == ["XOR", "Look inside", "OR"]
    dialog(user, qtbot).close()
    borders = window.workbench.save_state()
    mine = window.document.project
    window.activateWindow()
    user.presses(KEY.Key_F11)
    user.triggers("slides_show")
    qtbot.waitUntil(lambda: place(user) == "1/3")
    panel = user.find("lesson_panel")
    shown = [(place(user), panel.isVisible())]
    while user.action("lesson_next").isEnabled():
        user.presses(KEY.Key_PageDown)
        shown.append((place(user), panel.isVisible()))
    assert shown[0] == ("1/3", False)
    assert shown[-1] == ("3/3", False)
    n_steps = len(shown) - 2
    assert shown[1:-1] == [("2/3", True)] * n_steps
    assert n_steps >= 4
    assert window.document.project.dataset.name == "or"
    user.presses(KEY.Key_PageUp)
    assert user.find("lesson_next").text() == "Next", "not Finish: another slide follows"
    back = [(place(user), panel.isVisible())]
    while user.action("lesson_previous").isEnabled():
        user.presses(KEY.Key_PageUp)
        back.append((place(user), panel.isVisible()))
    assert back == shown[-2::-1], "from the lesson's last step to its first"
    user.triggers("lesson_leave")
    user.presses(KEY.Key_F11)
    assert window.document.project == mine
    assert window.workbench.save_state() == borders


def test_slides_are_named_ordered_and_deleted_and_each_is_taken_back(user: User, qtbot: QtBot) -> None:
    for data in ("xor", "and", "or"):
        user.picks_data(data)
        keeps_moment(user, qtbot)
    rows = slide_list(user, qtbot)
    rows.window().activateWindow()
    qtbot.waitUntil(rows.window().isActiveWindow)
    rows.setFocus()
    rows.setCurrentRow(0)
    qtbot.keyClick(rows, KEY.Key_F2)
    editor = rows.findChild(QWidget, "qt_editing_window") or next(
        child for child in rows.viewport().children() if child.metaObject().className() == "QExpandingLineEdit"
    )
    qtbot.keyClicks(editor, "Begin")
    qtbot.keyClick(editor, KEY.Key_Return)
    slides = user.window.findChild(SlideList)
    qtbot.waitUntil(lambda: slides.slides[0].name == "Begin")
    named = names(user, qtbot)
    presses_button(user, qtbot, "down")
    assert names(user, qtbot) == [named[1], "Begin", named[2]]
    assert rows.currentRow() == 1
    qtbot.keyClick(rows, KEY.Key_Down, ALT)
    assert names(user, qtbot) == [named[1], named[2], "Begin"]
    assert rows.model().moveRow(QModelIndex(), 2, QModelIndex(), 0), "as a drag does it"
    qtbot.waitUntil(lambda: slides.slides[0].name == "Begin")
    presses_button(user, qtbot, "undo")
    assert names(user, qtbot) == [named[1], named[2], "Begin"]
    rows.setCurrentRow(2)
    qtbot.keyClick(rows, KEY.Key_Delete)
    assert names(user, qtbot) == named[1:]
    for before in ([named[1], named[2], "Begin"], [named[1], "Begin", named[2]], named):
        presses_button(user, qtbot, "undo")
        assert names(user, qtbot) == before
    qtbot.keyClick(rows, KEY.Key_Z, CTRL)
    assert names(user, qtbot)[0].startswith("XOR")
    assert not user.window.document.has_edits or user.project.dataset.name == "or", "the project's steps are its own"


def test_slides_taken_off_while_they_are_shown_do_not_confuse_the_walk(user: User, qtbot: QtBot) -> None:
    for data in ("xor", "and", "or"):
        user.picks_data(data)
        keeps_moment(user, qtbot)
    rows = slide_list(user, qtbot)
    rows.setCurrentRow(1)
    presses_button(user, qtbot, "show_from")
    qtbot.waitUntil(lambda: place(user) == "2/3")
    presses_button(user, qtbot, "delete")
    assert place(user) == ""
    assert user.project.dataset.name == "and"
    user.triggers("lesson_next")
    assert (place(user), user.project.dataset.name) == ("2/2", "or")
    presses_button(user, qtbot, "undo")
    assert place(user) == "3/3"
    user.triggers("lesson_previous")
    assert (place(user), user.project.dataset.name) == ("2/3", "and")


def lecture(folder: Path) -> Path:
    path = folder / "lecture 3.perceptra-slides"
    slides = [Slide("One", demo("moons"), Look(zoomed="error")), Slide("Two", demo("and"))]
    slide_file.save(slides, path)
    return path


def test_slides_are_saved_opened_and_kept_between_starts(
    user: User, qtbot: QtBot, tmp_path: Path, others: list[MainWindow]
) -> None:
    window, path = user.window, tmp_path / "mine.perceptra-slides"
    keeps_moment(user, qtbot)
    presses_button(user, qtbot, "save")
    (asked,) = (box for box in window.findChildren(QFileDialog) if box.isVisible())
    asked.fileSelected.emit(str(path))
    asked.close()
    qtbot.waitUntil(lambda: not dialog(user, qtbot).isWindowModified())
    assert [slide.name for slide in slide_file.load(path)] == names(user, qtbot)
    keeps_moment(user, qtbot)  # never saved
    change_training(window.document, learning_rate=0.125)
    mine = window.document.project

    assert user.opens_file(lecture(tmp_path))
    box = question(window, "unsaved_changes")
    assert "mine" in box.text()
    qtbot.mouseClick(box.button(box.StandardButton.Save), LEFT)
    qtbot.waitUntil(lambda: names(user, qtbot) == ["One", "Two"])
    assert len(slide_file.load(path)) == 2
    qtbot.waitUntil(lambda: place(user) == "1/2")
    assert window.document.project.dataset.name == "moons"
    assert window.workbench.zoomed_card == "error"
    user.triggers("lesson_leave")
    assert window.document.project == mine
    assert window.workbench.zoomed_card == ""

    second = another(others, qtbot)  # the first has its list still
    assert second.findChild(SlideKeeping)
    assert not names(User(qtbot, second), qtbot)
    dialog(user, qtbot)
    keeps_moment(user, qtbot)
    window.document.undo_stack.setClean()
    window.close()
    third = User(qtbot, another(others, qtbot))
    qtbot.waitUntil(lambda: len(names(third, qtbot)) == 3)
    assert names(third, qtbot)[:2] == ["One", "Two"]
    assert dialog(third, qtbot).isWindowModified()
    assert "lecture 3" in dialog(third, qtbot).windowTitle()


def test_a_broken_file_of_slides_changes_nothing(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    keeps_moment(user, qtbot)
    path = tmp_path / "half.perceptra-slides"
    path.write_bytes(lecture(tmp_path).read_bytes()[:400])
    assert not user.opens_file(path)
    assert "half.perceptra-slides is no file of slides" in user.window.message_bar.text
    assert len(names(user, qtbot)) == 1
    assert not user.window.document.has_own_work_aside


def test_slides_become_a_lesson_and_what_it_cannot_hold_is_said(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    assert user.opens_file(lecture(tmp_path))
    presses_button(user, qtbot, "export")
    (asked,) = (box for box in user.window.findChildren(QFileDialog) if box.isVisible())
    path = tmp_path / "lesson.toml"
    asked.fileSelected.emit(str(path))
    asked.close()
    qtbot.waitUntil(lambda: "cannot hold everything" in user.window.message_bar.text)
    assert "slide 1: all cards in the place of one alone" in user.window.message_bar.text
    assert user.opens_file(path)
    qtbot.waitUntil(user.find("lesson_panel").isVisible)
    assert user.project.dataset.name == "moons"


@pytest.mark.usefixtures("_each_language")
def test_the_list_reads_well_in_both_languages(user: User, qtbot: QtBot) -> None:
    for button in dialog(user, qtbot).findChildren(QPushButton):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()
        assert button.toolTip()
    assert slide_list(user, qtbot).accessibleName()
    assert dialog(user, qtbot).findChild(QWidget, "slides_hint").geometry().topLeft() != QPoint()
