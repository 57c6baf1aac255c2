"""Every key has one owner, wherever the focus is: a walk over every focusable widget with every documented key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.project.demos import demo
from engine.project.edits import set_dataset
from engine.project.project import Project
from gui.features.lessons.lesson_menu import SHELF
from gui.window.keyboard.keyboard_page import key_text
from gui.window.keyboard.view_keys import VIEW_KEYS
from tests.gui.conftest import Opens
from tests.helpers.key_walk import TAB, WINDOW, documented, focusable, hears_only, portable, walk
from tests.helpers.user import User


def with_data(name: str, **settings: object) -> Project:
    return set_dataset(Project(), DatasetSpec(name, **settings)).project  # type: ignore[arg-type]


PROJECTS: dict[str, Callable[[], Project]] = {
    "first start": Project,
    "perceptron": lambda: demo("and_by_hand"),
    "RBF": lambda: demo("rbf_xor"),
    "three inputs": lambda: with_data("and3"),
    "flowers": lambda: with_data("iris", test_share=0.25),
}


def on_all_tabs(user: User) -> Iterator[QWidget]:
    """All that takes the focus, each widget once, with one tab after the other in front."""
    seen: set[QWidget] = set()
    for tab in user.window.tables.names:
        user.window.tables.show_table(tab)
        if user.window.tables.current == tab:
            new = [widget for widget in focusable(user) if widget not in seen]
            seen.update(new)
            yield from new


@pytest.mark.parametrize("make", PROJECTS.values(), ids=PROJECTS)
def test_every_key_on_everything_of_the_workbench(opens: Opens, qtbot: QtBot, make: Callable[[], Project]) -> None:
    user = opens(make())
    user.triggers("tool_lasso")
    for section in ("training_start", "training_stop", "training_more"):
        button = user.find(section)
        assert isinstance(button, QAbstractButton)
        if not button.isChecked():
            user.clicks(section)
    keys = documented(user)
    visited = walk(user, qtbot, on_all_tabs(user), keys, hears_only(user, keys.values()))
    assert {"learning_rate", "seed", "speed", "dataset_gallery", "diagram_view", "region_canvas"} <= visited
    assert {"sample_table", "table_tabs", "rule", "shuffle", "new_start", "error_canvas"} <= visited


def test_every_key_in_a_lesson(user: User, qtbot: QtBot) -> None:
    user.window.open(sorted(SHELF.glob("*.toml"))[0])
    qtbot.waitUntil(lambda: user.find("lesson_panel").isVisible())
    keys = {key: name for key, name in documented(user).items() if user.action(name).isEnabled()}
    assert {"PgDown"} <= set(keys)
    assert {"lesson_scroll", "diagram_view"} <= walk(
        user, qtbot, focusable(user), keys, hears_only(user, keys.values())
    )


def test_page_down_leads_through_a_lesson_from_a_field_and_from_the_editor_on_the_canvas(
    user: User, qtbot: QtBot
) -> None:
    user.window.open(sorted(SHELF.glob("*.toml"))[0])
    qtbot.waitUntil(lambda: user.find("lesson_panel").isVisible())
    guide = next(part.guide for part in user.window.parts if hasattr(part, "guide"))
    user.find("learning_rate").setFocus()
    user.presses(Qt.Key.Key_PageDown)
    assert guide.place == 1
    user.window.diagram_view.setFocus()
    qtbot.mouseDClick(
        user.window.diagram_view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=user.window.diagram_view.position_of("bias", layer=0, unit=0),
    )
    assert user.window.focusWidget().objectName() == "inline_editor"
    user.presses(Qt.Key.Key_PageUp)
    assert guide.place == 0


@pytest.mark.parametrize("page", ["comparison", "how_often", "computation_graph"])
def test_every_key_on_pages_with_a_work_of_their_own(user: User, qtbot: QtBot, page: str) -> None:
    user.triggers(f"page_{page}")
    training = {"train", "step_epoch", "step_sample", "reset", "new_start", "unlimited", "slower", "faster"}
    assert not any(user.action(name).isEnabled() for name in training), "they change what nobody sees"
    keys = {key: name for key, name in documented(user).items() if user.action(name).isEnabled()}
    assert len(keys) > 30
    assert len(walk(user, qtbot, focusable(user), keys, hears_only(user, keys.values()))) > 5
    assert (user.window.session.state, user.window.session.snapshot.epoch) == ("idle", 0)


def test_space_and_the_arrow_are_the_page_s_from_its_lists_and_after_a_click_on_its_buttons(
    user: User, qtbot: QtBot
) -> None:
    user.triggers("page_computation_graph")
    page = user.find("computation_graph_page")
    user.find("graph_presets").setFocus()
    user.presses(Qt.Key.Key_Space)
    assert page.done == 1  # type: ignore[attr-defined]
    user.clicks("graph_step")
    assert page.done == 2  # type: ignore[attr-defined]
    user.presses(Qt.Key.Key_Space)
    assert page.done == 3  # type: ignore[attr-defined]
    user.triggers("page_comparison")
    comparison = user.find("comparison_page")
    user.clicks("comparison_reset_button")
    user.presses(Qt.Key.Key_Space)
    assert comparison.is_training  # type: ignore[attr-defined]
    user.find("comparison_data").setFocus()
    user.presses(Qt.Key.Key_Space)
    assert not comparison.is_training  # type: ignore[attr-defined]


def test_a_click_gives_no_button_the_focus(user: User) -> None:
    for page in ("comparison", "how_often", "computation_graph", "workbench"):
        user.triggers(f"page_{page}")
    for tab in user.window.tables.names:
        user.window.tables.show_table(tab)
    buttons = user.window.findChildren(QAbstractButton)
    assert len(buttons) > 80
    click = Qt.FocusPolicy.ClickFocus.value
    taking = [button.objectName() for button in buttons if button.focusPolicy().value & click]
    assert [name for name in taking if name] == []


def test_space_trains_after_a_click_on_a_button_and_presses_the_one_that_tab_has_led_to(
    user: User, qtbot: QtBot
) -> None:
    user.find("learning_rate").setFocus()
    user.clicks("new_start")
    seed = user.project.training.seed
    user.window.workbench.setFocus()
    user.clicks("stop_when_all_right")
    user.presses(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.window.session.state == "training")
    user.pauses()
    assert user.project.training.seed == seed
    user.find("new_start").setFocus(TAB)
    user.presses(Qt.Key.Key_Space)
    assert user.project.training.seed != seed
    assert user.window.session.state != "training"


def test_a_number_that_enter_has_taken_is_typed_no_more(user: User, qtbot: QtBot) -> None:
    user.types("learning_rate", "0.25")
    user.presses(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.window.session.state == "training")
    user.presses(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.window.session.state == "paused")
    epoch = user.window.session.snapshot.epoch
    user.presses(Qt.Key.Key_Right)
    user.presses(Qt.Key.Key_5)
    user.presses(Qt.Key.Key_Space)
    assert user.window.session.state == "paused"
    assert user.window.session.snapshot.epoch == epoch


class _ClaimsAsOnX11(QObject):
    """Under X11, Qt's fields ask for Ctrl+U, to empty them, and for more such keys; off screen they do not."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return False


def test_ctrl_u_in_a_number_field_sets_the_speed_and_ctrl_z_takes_back_what_is_typed_first(
    user: User, qtbot: QtBot
) -> None:
    field = user.find("learning_rate")
    assert isinstance(field, QAbstractSpinBox)
    user.window.workbench.setFocus()
    field.installEventFilter(_ClaimsAsOnX11(field))
    field.setFocus()
    user.presses(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "0.5"
    assert user.find("speed").value() == user.find("speed").maximum()  # type: ignore[attr-defined]
    user.window.workbench.setFocus()
    user.types("learning_rate", "0.25")
    qtbot.keyClicks(field, "7")
    user.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert user.project.training.learning_rate == 0.25
    assert float(field.text()) == 0.25
    user.presses(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert user.project.training.learning_rate == 0.5


def test_keys_in_an_open_list_are_the_list_s(user: User, qtbot: QtBot) -> None:
    box = user.find("rule")
    assert isinstance(box, QComboBox)
    box.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        popup = QApplication.activePopupWidget()
        qtbot.keyClick(popup.focusWidget() or popup, key)
    box.hidePopup()
    assert (user.window.session.state, user.window.session.snapshot.epoch) == ("idle", 0)


def test_up_and_down_walk_through_the_tabs(user: User) -> None:
    tabs = user.window.tables
    first = tabs.current
    user.find("table_tabs").setFocus(TAB)
    user.presses(Qt.Key.Key_Down)
    second = tabs.current
    assert second != first
    user.presses(Qt.Key.Key_Up)
    user.presses(Qt.Key.Key_Up)
    assert tabs.current == first


def test_the_help_lists_every_key_that_is_declared(user: User) -> None:
    user.triggers("keyboard")
    dialog = user.window.findChild(QDialog, "help_keyboard")
    assert dialog is not None
    browser = dialog.findChild(QTextBrowser)
    assert browser is not None
    text = browser.toPlainText()
    for spec in user.window.actions_by_name.specs:
        for keys in user.action(spec.name).shortcuts():
            assert key_text(keys) in text, spec.name
    for group in VIEW_KEYS:
        for row in group.rows:
            assert str(row.hint) in text
            for key in row.keys.split():
                assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown, key
                assert key_text(key) in text
        assert group.views
    dialog.close()


def test_no_two_commands_have_the_same_key(user: User) -> None:
    keys = [
        portable(keys)
        for name in user.window.actions_by_name.specs
        for keys in user.action(name.name).shortcuts()
        if user.action(name.name).shortcutContext() == WINDOW
    ]
    assert len(set(keys)) == len(keys)


def test_after_enter_or_escape_in_a_cell_nothing_is_open_and_the_keys_are_the_window_s(
    user: User, qtbot: QtBot
) -> None:
    table = user.find("sample_table")
    assert isinstance(table, QAbstractItemView)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
        table.setFocus()
        table.setCurrentIndex(table.model().index(1, 1))
        user.presses(Qt.Key.Key_F2)
        entry = table.findChild(QLineEdit, "sample_entry")
        assert entry is not None
        assert entry.hasFocus()
        qtbot.keyClicks(entry, "0.25")
        qtbot.keyClick(entry, key)
        qtbot.waitUntil(lambda: table.state() == QAbstractItemView.State.NoState)
        assert table.hasFocus()
        assert table.currentIndex() == table.model().index(1, 1)
        user.presses(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: user.window.session.state == "training")
        user.pauses()
        user.undoes_everything()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_enter_or_escape_a_kept_run_s_name_is_typed_no_more(user: User, qtbot: QtBot, key: Qt.Key) -> None:
    user.trains_until(epoch=5)
    user.triggers("keep_run")
    qtbot.waitUntil(lambda: len(user.project.runs) == 1)
    user.window.tables.show_table("runs")
    table = user.find("runs_table")
    assert isinstance(table, QAbstractItemView)
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    user.presses(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(user.window.focusWidget(), QLineEdit))
    qtbot.keyClicks(user.window.focusWidget(), "first")
    qtbot.keyClick(user.window.focusWidget(), key)
    qtbot.waitUntil(table.hasFocus)
    assert table.state() == QAbstractItemView.State.NoState
    assert (user.project.runs[0].name == "first") == (key == Qt.Key.Key_Return)
    user.presses(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.window.session.state == "training")
    user.pauses()
