"""One card over the whole workbench: by its title, by F5 and by digits, and back to what was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gui.features.lessons.lesson_menu import SHELF
from gui.toolkit.look import wears
from tests.helpers.user import LEFT, User

Key = Qt.Key
VIEWS = {
    "data": "data_panel", "training": "training_panel", "diagram": "diagram_view", "samples": "sample_table",
    "region": "decision_region_plot", "error": "error_plot",
}  # fmt: skip


def on_show(user: User) -> set[str]:
    return {card for card, view in VIEWS.items() if user.find(view).isVisible()}


def borders(user: User) -> list[list[int]]:
    splitters = [user.find(f"splitter_{name}") for name in ("whole", "left", "middle", "right")]
    return [splitter.sizes() for splitter in splitters]  # type: ignore[attr-defined]


def places(user: User) -> dict[str, QRect]:
    """Once all that is due is laid out."""
    for _ in range(12):
        QCoreApplication.processEvents()
    return {
        name: QRect(view.mapTo(user.window, QPoint()), view.size())
        for name, view in ((name, user.find(view)) for name, view in VIEWS.items())
    }


def double_clicks_title(user: User, qtbot: QtBot, card: str) -> None:
    if card == "samples":
        bar = user.find("table_tabs")
        assert isinstance(bar, QTabBar)
        qtbot.mouseDClick(bar, LEFT, pos=bar.tabRect(0).center())
        qtbot.mouseRelease(bar, LEFT)  # qtbot leaves the button down
        return
    frame: QWidget | None = user.find(VIEWS[card])
    while frame is not None and not frame.property("card"):
        frame = frame.parentWidget()
    assert frame is not None
    heading = next(label for label in frame.findChildren(QLabel) if wears(label, "heading"))
    qtbot.mouseDClick(heading, LEFT, pos=heading.rect().center())
    qtbot.mouseRelease(heading, LEFT)


@pytest.mark.parametrize("card", VIEWS)
def test_a_double_click_on_its_title_shows_a_card_alone_and_esc_puts_every_border_back(
    user: User, qtbot: QtBot, card: str
) -> None:
    user.find("splitter_whole").setSizes([320, 500, 440])  # type: ignore[attr-defined]
    user.find("splitter_right").setSizes([420, 190])  # type: ignore[attr-defined]
    before, sizes = places(user), borders(user)
    double_clicks_title(user, qtbot, card)
    assert on_show(user) == {card}
    frame = user.window.workbench
    assert places(user)[card].width() > 0.9 * frame.width()
    user.presses(Key.Key_Escape)
    assert on_show(user) == set(VIEWS)
    assert borders(user) == sizes
    qtbot.waitUntil(lambda: places(user) == before)
    double_clicks_title(user, qtbot, card)
    double_clicks_title(user, qtbot, card)
    assert (on_show(user), borders(user)) == (set(VIEWS), sizes)


def test_f5_takes_the_card_that_mouse_or_keyboard_came_to_last(user: User, qtbot: QtBot) -> None:
    plot = user.find("error_plot")
    QTest.mouseMove(user.window.windowHandle(), plot.mapTo(user.window, plot.rect().center()))
    qtbot.waitUntil(plot.underMouse)
    user.presses(Key.Key_F5)
    assert on_show(user) == {"error"}
    user.presses(Key.Key_F5)
    assert on_show(user) == set(VIEWS)
    user.find("learning_rate").setFocus()
    user.presses(Key.Key_F5)
    assert on_show(user) == {"training"}
    user.types("learning_rate", "0.25")
    assert user.project.training.learning_rate == 0.25
    user.presses(Key.Key_F5)
    assert on_show(user) == set(VIEWS)


def test_digits_walk_through_pictures_and_tables_while_one_is_zoomed(user: User) -> None:
    user.window.workbench.setFocus()
    user.presses(Key.Key_2)
    assert on_show(user) == set(VIEWS), "no card is zoomed yet"
    user.presses(Key.Key_F5)
    for key, card in ((Key.Key_2, "region"), (Key.Key_3, "error"), (Key.Key_4, "samples"), (Key.Key_1, "diagram")):
        user.presses(key)
        assert on_show(user) == {card}
    user.presses(Key.Key_5)
    assert user.window.tables.current == "evaluation"
    assert user.find("evaluation_panel").isVisible()
    user.presses(Key.Key_9)
    user.presses(Key.Key_Escape)
    assert on_show(user) == set(VIEWS) - ({"samples"} if user.window.tables.current != "samples" else set())


def test_off_stage_digits_stay_with_the_region_and_the_table_that_have_the_focus(user: User) -> None:
    user.find("region_canvas").setFocus()
    user.presses(Key.Key_F5)
    user.presses(Key.Key_1)
    assert on_show(user) == {"region"}
    assert user.find("region_class_1").isChecked()  # type: ignore[attr-defined]
    user.triggers("presentation")
    user.presses(Key.Key_3)
    assert on_show(user) == {"error"}
    assert user.window.focusWidget() is user.window.workbench, "Space would press whatever Qt had handed the focus to"
    user.triggers("presentation")
    user.presses(Key.Key_4)
    table = user.find("sample_table")
    assert isinstance(table, QAbstractItemView)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    user.presses(Key.Key_1)
    assert on_show(user) == {"samples"}
    assert user.window.focusWidget().objectName() == "sample_entry"
    user.presses(Key.Key_Escape)
    assert on_show(user) == {"samples"}, "Esc was for what is typed"
    user.presses(Key.Key_Escape)
    assert on_show(user) == {"samples"}, "Esc was for the row"
    user.presses(Key.Key_Escape)
    assert on_show(user) == set(VIEWS)


def test_esc_leads_back_from_whatever_has_the_focus(user: User) -> None:
    for view in (
        *("diagram_view", "region_canvas", "error_canvas"),
        *("learning_rate", "rule", "dataset_gallery", "table_tabs"),
    ):
        user.find(view).setFocus()
        user.presses(Key.Key_F5)
        assert len(on_show(user)) == 1, view
        assert user.find(view).hasFocus(), view
        user.presses(Key.Key_Escape)
        assert on_show(user) == set(VIEWS), view


def test_esc_first_ends_a_selection_in_the_view(user: User) -> None:
    user.clicks_diagram("neuron", layer=0, unit=0)
    user.presses(Key.Key_F5)
    user.presses(Key.Key_Escape)
    assert (on_show(user), user.window.diagram_view.selected) == ({"diagram"}, None)
    user.presses(Key.Key_Escape)
    assert on_show(user) == set(VIEWS)


def test_on_stage_a_digit_zooms_at_once_and_borders_are_those_of_before(user: User, qtbot: QtBot) -> None:
    user.triggers("presentation")
    qtbot.waitUntil(lambda: user.window.size() == user.window.screen().size())
    qtbot.waitUntil(lambda: borders(user)[0][0] == 0)  # the side panel has gone
    whole, _hidden, *columns = borders(user)
    user.find("region_canvas").setFocus()
    user.presses(Key.Key_1)
    assert on_show(user) == {"diagram"}
    user.presses(Key.Key_Escape)
    assert (borders(user)[0], borders(user)[2:]) == (whole, columns)


def test_no_button_of_a_card_alone_is_cut(user: User, qtbot: QtBot) -> None:
    for card in ("diagram_view", "region_canvas", "error_canvas"):
        user.find(card).setFocus()
        user.presses(Key.Key_F5)
        places(user)
        cut = [
            button.objectName()
            for button in user.window.workbench.findChildren(QAbstractButton)
            if button.isVisible() and not button.parentWidget().rect().contains(button.geometry())
        ]
        assert cut == []
        user.presses(Key.Key_Escape)


def test_type_and_marks_grow_with_the_room_in_every_table_and_shrink_again(user: User, qtbot: QtBot) -> None:
    def heights() -> tuple[int, int, int]:
        table = user.find("sample_table")
        assert isinstance(table, QAbstractItemView)
        return (QFontMetrics(table.font()).height(), table.visualRect(table.model().index(0, 0)).height(),
                user.window.decision_region_plot.canvas.getAxis("bottom").height())  # type: ignore[attr-defined]  # fmt: skip

    usual = heights()
    user.window.workbench.setFocus()
    user.presses(Key.Key_F5)
    user.presses(Key.Key_4)
    letters, row, _ = heights()
    assert letters > 1.3 * usual[0]
    assert row > 1.3 * usual[1]
    user.presses(Key.Key_2)
    qtbot.waitUntil(lambda: heights()[2] > 1.2 * usual[2])
    user.presses(Key.Key_Escape)
    qtbot.waitUntil(lambda: heights() == usual)


def test_a_tab_that_comes_to_the_front_after_the_theme_changed_is_as_large_as_the_others(user: User) -> None:
    user.window.tables.show_table("runs")
    user.window.tables.show_table("samples")
    user.window.set_theme("dark")
    user.window.workbench.setFocus()
    user.presses(Key.Key_F5)
    user.presses(Key.Key_4)
    user.window.tables.show_table("runs")
    table = user.find("runs_table")
    assert isinstance(table, QAbstractItemView)
    assert table.verticalHeader().defaultSectionSize() >= 30  # type: ignore[attr-defined]
    user.window.set_theme("light")


def test_training_undo_and_a_restart_do_not_notice(user: User, qtbot: QtBot) -> None:
    user.types("learning_rate", "0.25")
    user.starts_training()
    user.window.workbench.setFocus()
    user.presses(Key.Key_F5)
    epoch = user.window.session.snapshot.epoch
    qtbot.waitUntil(lambda: user.value("epoch_label") > epoch)
    assert user.window.session.state == "training"
    user.pauses()
    saved = user.window.workbench.save_state()
    user.presses(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert user.project.training.learning_rate == 0.5
    user.presses(Key.Key_Escape)
    assert user.window.workbench.save_state() == saved
    assert not user.action("zoom_card").isChecked()


def test_a_lesson_that_points_at_a_card_behind_ends_the_zoom(user: User, qtbot: QtBot) -> None:
    user.window.open(sorted(SHELF.glob("*.toml"))[0])
    qtbot.waitUntil(lambda: user.find("lesson_panel").isVisible())
    user.window.workbench.setFocus()
    user.presses(Key.Key_F5)
    user.presses(Key.Key_3)
    assert len(on_show(user)) == 1
    pointer = user.find("pointer_frame")
    while not pointer.isVisible():
        assert len(on_show(user)) == 1
        user.presses(Key.Key_PageDown)
    assert len(on_show(user)) > 1


def test_the_large_table_ends_the_zoom(user: User) -> None:
    user.window.workbench.setFocus()
    user.presses(Key.Key_F5)
    user.triggers("large_table")
    assert on_show(user) == {"samples", "region", "error"}
    user.triggers("large_table")
    assert on_show(user) == set(VIEWS)


def test_there_is_nothing_to_zoom_on_other_pages(user: User) -> None:
    user.triggers("page_comparison")
    assert not user.action("zoom_card").isEnabled()
    user.triggers("page_workbench")
    assert user.action("zoom_card").isEnabled()
