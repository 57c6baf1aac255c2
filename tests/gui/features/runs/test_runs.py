from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLineEdit, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from engine.project.project import Project
from gui.features.runs.feature import RunsFeature
from gui.features.runs.runs_model import colour_of
from gui.main_window import MainWindow
from tests.helpers.user import LEFT, TRAINING_MS, User


@pytest.fixture
def pupil(qtbot: QtBot) -> Iterator[User]:
    """A user before runs of 150 epochs that begin and end quickly, the tab of the runs in front."""
    project = Project()
    window = MainWindow(replace(project, training=replace(project.training, max_epochs=150)))
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.session.set_speed(None)
    window.tables.show_table("runs")
    someone = User(qtbot, window)
    someone.waits_for_views()
    yield someone
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()


def runs_to_the_end(qtbot: QtBot, user: User) -> None:
    with qtbot.waitSignal(user.window.session.finished, timeout=TRAINING_MS):
        user.triggers("train")
    user.waits_for_views()


def table(user: User) -> QTableView:
    found = user.find("runs_table")
    assert isinstance(found, QTableView)
    return found


def selects(qtbot: QtBot, user: User, *rows: int) -> None:
    """Click the first row, and the others with Ctrl."""
    view = table(user)
    view.selectionModel().clearSelection()
    for place, row in enumerate(rows):
        at = view.visualRect(view.model().index(row, 0)).center()
        modifier = Qt.KeyboardModifier.ControlModifier if place else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(view.viewport(), LEFT, modifier, pos=at)


def cell(user: User, row: int, column: int) -> str:
    model = table(user).model()
    return str(model.index(row, column).data())


def changes_rate_and_runs(qtbot: QtBot, user: User, rate: float) -> None:
    user.triggers("reset")
    user.types("learning_rate", str(rate))
    runs_to_the_end(qtbot, user)


def has_colour(picture: QImage, colour: str) -> bool:
    wanted = QColor(colour).rgb()
    return any(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


def test_a_run_that_ends_is_kept_with_its_figures_and_the_same_run_again_is_not_kept_twice(
    qtbot: QtBot, pupil: User
) -> None:
    runs_to_the_end(qtbot, pupil)
    (kept,) = pupil.project.runs
    snapshot = pupil.window.session.snapshot
    assert snapshot is not None
    assert (kept.epoch, kept.figures.loss_sum, kept.stop_reason) == (150, snapshot.loss_sum, "max_epochs")
    assert cell(pupil, 0, 0) == "Run 1: 2-4-1, η 0.5, sigmoid"
    assert not pupil.action("undo").isEnabled()  # as training itself, keeping is no step
    pupil.triggers("reset")
    runs_to_the_end(qtbot, pupil)
    assert len(pupil.project.runs) == 1


def test_a_run_that_goes_on_is_brought_up_to_date(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    runs_to_the_end(qtbot, pupil)
    assert [(run.number, run.epoch) for run in pupil.project.runs] == [(1, 300)]


def test_a_longer_run_that_is_reset_is_kept_and_a_short_try_is_not(qtbot: QtBot, pupil: User) -> None:
    for _ in range(3):
        pupil.triggers("step_epoch")
    qtbot.waitUntil(lambda: pupil.window.session.snapshot.epoch == 3, timeout=TRAINING_MS)
    pupil.triggers("reset")
    pupil.types("max_epochs", "100000")
    pupil.trains_until(epoch=120)
    pupil.triggers("reset")
    qtbot.waitUntil(lambda: len(pupil.project.runs) == 1)
    (kept,) = pupil.project.runs
    assert kept.epoch >= 120
    assert kept.stop_reason is None


def test_keep_adds_even_a_short_run_as_one_step_of_undo(qtbot: QtBot, pupil: User) -> None:
    pupil.triggers("step_epoch")
    qtbot.waitUntil(lambda: pupil.window.session.snapshot.epoch == 1, timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: pupil.window.session.run() is not None)
    pupil.clicks("keep_run")
    qtbot.waitUntil(lambda: [run.epoch for run in pupil.project.runs] == [1])
    pupil.triggers("keep_run")
    assert len(pupil.project.runs) == 1  # it is there already
    pupil.triggers("undo")
    assert pupil.project.runs == ()


def test_comparing_runs_marks_what_differs_and_draws_each_in_its_colour(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    changes_rate_and_runs(qtbot, pupil, 2)
    selects(qtbot, pupil, 0, 1)
    chart = pupil.find("runs_chart")
    picture = chart.grab().toImage()
    theme = pupil.window.appearance.themes.theme
    colours = {colour_of(run, theme) for run in pupil.project.runs}
    assert len(colours) == 2
    assert all(has_colour(picture, colour) for colour in colours)
    pupil.clicks("runs_settings")
    settings = pupil.find("runs_settings_table")
    assert isinstance(settings, QTableView)
    rows = [[str(settings.model().index(row, column).data()) for column in range(3)] for row in range(2)]
    assert rows[0] == ["≠ Learning rate η", "0.5", "2"]
    assert not rows[1][0].startswith("≠")


def test_the_logarithmic_scale_draws_another_picture(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    before = pupil.find("runs_chart").grab().toImage()
    pupil.clicks("runs_log")
    assert pupil.find("runs_chart").grab().toImage() != before


def test_restore_brings_everything_back_to_the_bit_as_one_step(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    ended = pupil.window.session.snapshot
    assert ended is not None
    start = pupil.project
    pupil.picks_data("moons")
    pupil.adds_layer(after=0)
    runs_to_the_end(qtbot, pupil)
    elsewhere = pupil.project
    selects(qtbot, pupil, 1)
    pupil.clicks("runs_restore")
    qtbot.waitUntil(lambda: pupil.window.session.snapshot.epoch == 150, timeout=TRAINING_MS)
    assert (pupil.project.dataset, pupil.project.network) == (start.dataset, start.network)
    assert np.array_equal(pupil.window.session.snapshot.parameters, ended.parameters)
    assert pupil.window.session.state == "finished"
    pupil.triggers("undo")
    assert (pupil.project.dataset, pupil.project.network) == (elsewhere.dataset, elsewhere.network)
    assert len(pupil.project.runs) == 2


def test_going_to_and_fro_between_runs_of_different_data_adds_none_and_leaves_each_as_it_was(
    qtbot: QtBot, pupil: User
) -> None:
    runs_to_the_end(qtbot, pupil)
    pupil.picks_data("iris")
    pupil.types("max_epochs", "110")
    runs_to_the_end(qtbot, pupil)
    kept = pupil.project.runs
    assert len(kept) == 2
    for row in (1, 0, 1, 0):  # the newest stands on top
        selects(qtbot, pupil, row)
        pupil.clicks("runs_restore")
        pupil.waits_for_views()
        assert pupil.value("epoch_label") == kept[1 - row].epoch
    qtbot.wait(50)  # what a run that was left may still bring
    assert pupil.project.runs == kept


def test_the_list_stays_in_front_when_a_run_of_an_rbf_network_comes_back(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    pupil.triggers("make_rbf")
    runs_to_the_end(qtbot, pupil)
    pupil.window.tables.show_table("runs")
    for row, is_rbf in ((1, False), (0, True)):
        selects(qtbot, pupil, row)
        pupil.clicks("runs_restore")
        assert pupil.project.network.rbf == is_rbf
        assert pupil.window.tables.current == "runs"


def test_a_run_is_renamed_in_place_and_deleted_by_key_both_undoable(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    changes_rate_and_runs(qtbot, pupil, 2)
    selects(qtbot, pupil, 1)
    view = table(pupil)
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "the slow one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    names = ["the slow one", "Run 2: 2-4-1, η 2, sigmoid"]
    qtbot.waitUntil(lambda: [run.name for run in pupil.project.runs] == names)
    selects(qtbot, pupil, 0, 1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert pupil.project.runs == ()
    pupil.triggers("undo")
    assert [run.name for run in pupil.project.runs] == names


def test_undo_of_an_older_edit_never_takes_a_run_away_that_was_kept_since(qtbot: QtBot, pupil: User) -> None:
    pupil.types("learning_rate", "1")
    runs_to_the_end(qtbot, pupil)
    pupil.triggers("undo")
    assert pupil.project.training.learning_rate == 0.5
    assert len(pupil.project.runs) == 1


def test_a_run_whose_settings_changed_on_the_way_says_so(qtbot: QtBot, pupil: User) -> None:
    pupil.triggers("step_epoch")
    qtbot.waitUntil(lambda: pupil.window.session.snapshot.epoch == 1, timeout=TRAINING_MS)
    pupil.types("learning_rate", "1")
    runs_to_the_end(qtbot, pupil)
    assert pupil.project.runs[0].was_steered
    hint = str(table(pupil).model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "changed while it trained" in hint


def test_a_run_without_its_end_is_restored_to_its_start_and_the_message_says_so(qtbot: QtBot, pupil: User) -> None:
    runs_to_the_end(qtbot, pupil)
    document = pupil.window.document
    document.keep_run(replace(pupil.project.runs[0], state=None))
    selects(qtbot, pupil, 0)
    pupil.clicks("runs_restore")
    qtbot.waitUntil(lambda: pupil.window.session.snapshot.epoch == 0, timeout=TRAINING_MS)
    assert "at its start" in pupil.window.message_bar.text


def test_the_runs_speak_chinese_at_once(qtbot: QtBot, pupil: User) -> None:
    from PySide6.QtWidgets import QApplication

    from gui.toolkit.translation import install

    runs_to_the_end(qtbot, pupil)
    app = QApplication.instance()
    assert app is not None
    install(app, "zh_CN")
    button: Any = pupil.find("runs_restore")
    assert isinstance(button, QToolButton)
    assert button.toolTip()
    assert pupil.window.findChild(RunsFeature) is not None


def test_all_tables_can_be_reached_where_their_tabs_have_no_room(qtbot: QtBot, pupil: User) -> None:
    pupil.window.resize(1280, 720)
    button = pupil.find("table_list")
    qtbot.waitUntil(button.isVisible)
    menu = button.menu()  # type: ignore[attr-defined]
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions()]
    assert {"Samples", "Runs"} <= set(titles)
    menu.actions()[titles.index("Samples")].trigger()
    assert pupil.window.tables.current == "samples"


def test_a_panel_too_narrow_for_all_buttons_shows_the_list_alone_and_never_cuts_their_words(
    qtbot: QtBot, pupil: User
) -> None:
    buttons = {name: pupil.find(name) for name in ("runs_restore", "runs_delete", "runs_curves", "runs_settings")}
    pupil.window.appearance.themes.set_presentation(True)
    for width in (1280, 1920):
        pupil.window.resize(width, 720)
        qtbot.wait(50)
        assert buttons["runs_restore"].isVisible()
        assert buttons["runs_settings"].isVisible() == (width == 1920)
        for button in buttons.values():
            assert not button.isVisible() or button.width() >= button.minimumSizeHint().width()
