"""On stage (F11) what the audience came to see has the room, and everything is back as it was afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.document import commands
from gui.toolkit.plots.plot_style import font_of
from gui.toolkit.theme import stage_scale
from tests.helpers.small_screen import rest
from tests.helpers.user import User

Key = Qt.Key


def sizes(user: User) -> dict[str, float]:
    """Pixels across a neuron, and of the pictures within the axes, as far as they are on show."""
    window = user.window
    view, columns = window.diagram_view, window.diagram_view.shown.layout.columns
    found = {"neuron": min(column.size for column in columns) * view.transform().m11()}
    for name, plot in (("region", window.decision_region_plot), ("plot", window.error_plot)):
        area = plot.canvas.picture_area()
        if plot.canvas.isVisible():
            found |= {f"{name} across": area.width(), f"{name} up": area.height()}
    return found


def smaller(before: dict[str, float], after: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {name: (size, after[name]) for name, size in before.items() if after[name] < size}


def goes_on_stage(user: User, qtbot: QtBot, size: tuple[int, int]) -> None:
    """F11, on a screen of that size."""
    user.presses(Key.Key_F11)
    rest()
    assert user.window.isFullScreen()
    user.window.resize(*size)
    qtbot.waitUntil(lambda: user.window.appearance.themes.theme.scale == stage_scale(size[1]))
    rest()


def leaves_stage(user: User, size: tuple[int, int]) -> None:
    user.presses(Key.Key_F11)
    rest()
    user.window.resize(*size)
    rest()


def share_of_the_pictures(user: User) -> float:
    window = user.window
    seen = (window.diagram_view, window.decision_region_plot, window.error_plot, window.tables)
    pixels = sum(view.width() * view.height() for view in seen if view.isVisible())
    return pixels / (window.width() * window.height())


def begins_a_lesson(user: User, qtbot: QtBot) -> None:
    menu = user.window.findChild(QMenu, "menu_lessons")
    assert menu is not None
    menu.aboutToShow.emit()
    user.triggers("lesson_limits")  # its first step shows network, region and curve
    qtbot.waitUntil(lambda: user.find("lesson_panel").isVisible())
    rest()


def comes_to(widget: QWidget) -> None:
    """The mouse enters, as from outside."""
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, QPointF(widget.mapToGlobal(middle.toPoint()))))
    rest()


def goes_from(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    rest()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440)])
def test_nothing_to_be_seen_gets_smaller_on_stage(user: User, qtbot: QtBot, size: tuple[int, int]) -> None:
    window, readable = user.window, 20 * min(size[1], 1080) / 1080
    window.resize(*size)
    rest()
    off_stage = sizes(user)
    goes_on_stage(user, qtbot, size)
    on_stage = sizes(user)
    assert smaller(off_stage, on_stage) == {}
    assert on_stage["neuron"] >= 48
    assert on_stage["plot up"] >= 120
    assert share_of_the_pictures(user) >= 0.85
    theme = window.appearance.themes.theme
    legend = user.find("region_more").parentWidget()
    assert legend is not None
    assert font_of(theme).pixelSize() >= readable  # of ticks and of the scale of colours
    for label in (*window.findChildren(QWidget, "epoch_label"), legend, user.find("sample_table")):
        assert label.fontInfo().pixelSize() >= readable, label

    commands.set_units(window.document, 0, 8)
    rest()
    eight_on_stage = sizes(user)
    assert eight_on_stage["neuron"] >= 48
    leaves_stage(user, size)
    assert smaller(sizes(user), eight_on_stage) == {}
    user.triggers("undo")
    rest()
    assert sizes(user) == off_stage

    begins_a_lesson(user, qtbot)
    in_lesson = sizes(user)
    goes_on_stage(user, qtbot, size)
    lesson_on_stage = sizes(user)
    assert smaller(in_lesson, lesson_on_stage) == {}
    assert lesson_on_stage["neuron"] >= 48
    assert lesson_on_stage["plot up"] >= 120


def test_a_table_without_room_folds_to_its_tabs_and_can_be_brought_large(user: User, qtbot: QtBot) -> None:
    goes_on_stage(user, qtbot, (1280, 720))
    assert user.find("sample_table").isVisible()
    commands.set_units(user.window.document, 0, 8)
    rest()
    assert not user.find("sample_table").isVisible()
    assert user.find("table_tabs").isVisible()
    assert sizes(user)["neuron"] >= 48
    user.presses(Key.Key_4)
    rest()
    assert user.find("sample_table").isVisible()
    assert not user.window.diagram_view.isVisible()
    user.presses(Key.Key_Escape)
    rest()
    assert not user.find("sample_table").isVisible()
    user.triggers("undo")
    rest()
    assert user.find("sample_table").isVisible()


def test_the_chrome_is_away_and_comes_with_the_mouse(user: User, qtbot: QtBot) -> None:
    window, menus = user.window, user.window.menuBar()
    normal = window.size()
    goes_on_stage(user, qtbot, (1280, 720))
    for view in (window.diagram_view, *window.workbench.cards.values()):  # wherever the pointer was left before
        goes_from(view)
    for name in ("button_reset", "button_new_start"):
        assert window.findChild(QWidget, name) is None
    gone = ("speed", "hover_text", "button_branch", "button_bookmarks",
            "network_palette", "region_tools", "region_picture_menu", "data_panel")  # fmt: skip
    assert [name for name in gone if user.find(name).isVisible()] == []
    there = ("button_train", "button_step_epoch", "button_step_sample", "epoch_label", "error_label", "accuracy_label",
             "timeline", "button_timeline_play")  # fmt: skip
    assert [name for name in there if not user.find(name).isVisible()] == []
    middles = [user.find(name).mapTo(window, user.find(name).rect().center()).y() for name in there]
    assert max(middles) - min(middles) <= 2  # they share one line
    assert not menus.isVisible()

    room = window.diagram_view.size()
    menus.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # they come to where the pointer is, and stay as long as it
    comes_to(user.find("top_edge"))
    assert menus.isVisible()
    assert menus.height() >= 20
    assert user.find("region_tools").isVisible()
    assert user.find("network_palette").isVisible()
    assert window.diagram_view.size() == room  # they lie over the pictures
    menus.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    goes_from(menus)
    qtbot.waitUntil(lambda: not menus.isVisible())
    assert not user.find("region_tools").isVisible()

    plain = window.diagram_view.viewport().grab().toImage()
    comes_to(window.workbench.cards["diagram"])
    comes_to(window.diagram_view)
    with_buttons = window.diagram_view.viewport().grab().toImage()
    assert with_buttons != plain
    assert user.find("network_palette").isVisible()
    assert window.diagram_view.size() == room
    goes_from(window.diagram_view)
    goes_from(window.workbench.cards["diagram"])
    assert window.diagram_view.viewport().grab().toImage() == plain

    user.region.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert user.find("region_tools").isVisible()  # for those who come by key

    leaves_stage(user, (normal.width(), normal.height()))
    assert not window.isFullScreen()
    assert window.size() == normal
    assert menus.isVisible()
    back = ("button_reset", "button_new_start", "speed", "button_branch", "network_palette", "data_panel")
    assert [name for name in back if not user.find(name).isVisible()] == []
    assert user.find("training_bar").mapTo(window, QPoint()).y() < 100


@pytest.mark.usefixtures("_each_language")
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["small", "large"])
def test_steps_are_named_on_a_large_stage_until_other_figures_need_the_room(
    user: User, qtbot: QtBot, size: tuple[int, int]
) -> None:
    goes_on_stage(user, qtbot, size)
    steps = [user.find(f"button_step_{what}") for what in ("epoch", "sample")]

    def named() -> bool:
        """Whether the words stand there; the timeline, and a message over it, has its room with them as without."""
        rest()
        assert user.find("timeline_bar").width() >= 0.16 * size[0]
        return all(step.width() > step.fontMetrics().horizontalAdvance(step.accessibleName()) for step in steps)

    assert named() == (size[0] > 1280)
    user.window.training_bar.show_snapshot(replace(user.window.session.snapshot, test_accuracy=0.975), 4)
    user.window.training_bar.show_slide("10/12")
    assert not named()


def test_another_theme_is_as_large_on_stage(user: User, qtbot: QtBot) -> None:
    def letters() -> dict[str, int]:
        labels = user.window.findChildren(QLabel)
        seen = {label.objectName(): label.fontInfo().pixelSize() for label in labels if label.isVisible()}
        return seen | {"sample_table": user.find("sample_table").fontInfo().pixelSize()}

    goes_on_stage(user, qtbot, (1920, 1080))
    before, room = letters(), sizes(user)
    user.triggers("theme_dark")
    rest()
    assert letters() == before
    assert sizes(user) == room


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_message_of_two_lines_moves_nothing_on_stage(user: User, qtbot: QtBot, size: tuple[int, int]) -> None:
    goes_on_stage(user, qtbot, size)
    bar, before = user.window.message_bar, sizes(user)
    bar.notice("The training that belongs to this network is back as it was after epoch 11,050.", "Back to now")
    rest()
    text = user.find("message_text")
    assert text.heightForWidth(text.width()) > 1.8 * text.fontMetrics().height()
    assert sizes(user) == before
    assert bar.y() >= user.find("timeline_bar").y()


def letters_of_tables(user: User) -> dict[tuple[str, str], int]:
    """Brings every table to the front, and reads how large the letters are in all that is there already."""
    found = {}
    for name in user.window.tables.available:
        user.window.tables.show_table(name)
        user.waits_for_views()
        for part in user.find("tables").findChildren(QWidget):
            if part.isVisible():
                found[name, part.objectName()] = part.fontInfo().pixelSize()
    return found


def test_a_table_that_is_made_on_stage_has_the_letters_of_the_others(user: User, qtbot: QtBot) -> None:
    off_stage = user.find("tables").fontInfo().pixelSize()
    goes_on_stage(user, qtbot, (1280, 720))
    made_there = letters_of_tables(user)
    assert len({table for table, _ in made_there}) >= 6
    leaves_stage(user, (1280, 720))
    goes_on_stage(user, qtbot, (1280, 720))
    dressed = letters_of_tables(user)
    other = {part: (size, dressed[part]) for part, size in made_there.items() if dressed.get(part, size) != size}
    assert other == {}
    assert user.find("tables").fontInfo().pixelSize() > off_stage


def test_leaving_the_stage_in_or_after_a_lesson_opens_the_side_panel_as_the_user_had_it(
    user: User, qtbot: QtBot
) -> None:
    panel = user.find("data_panel")
    goes_on_stage(user, qtbot, (1280, 720))
    begins_a_lesson(user, qtbot)
    user.triggers("lesson_leave")
    qtbot.waitUntil(lambda: not user.find("lesson_panel").isVisible())
    assert not panel.isVisible()
    begins_a_lesson(user, qtbot)
    leaves_stage(user, (1280, 720))
    assert not panel.isVisible()
    user.triggers("lesson_leave")
    qtbot.waitUntil(panel.isVisible)


def test_borders_moved_by_hand_are_where_they_were(user: User, qtbot: QtBot) -> None:
    window = user.window
    splitter = user.find("splitter_right")
    splitter.setSizes([300, 260])  # type: ignore[attr-defined]
    rest()
    before = window.decision_region_plot.size()
    assert before != QSize()
    goes_on_stage(user, qtbot, (1920, 1080))
    leaves_stage(user, (1280, 720))
    assert window.decision_region_plot.size() == before
