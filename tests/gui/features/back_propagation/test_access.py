"""Every control of the back-propagation tabs can be found, hit, read out and reached, in every size."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from gui.toolkit.theme import stage_scale
from tests.gui.conftest import Opens
from tests.helpers.small_screen import rest
from tests.helpers.user import TRAINING_MS, User

TABS = {
    "steps": "step_panel",
    "functions": "function_panel",
    "matrices": "matrix_panel",
    "milestones": "milestone_panel",
}
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit)


def controls(panel: QWidget) -> list[QWidget]:
    def is_part(widget: QWidget) -> bool:
        return isinstance(widget.parentWidget(), QComboBox | QAbstractItemView) or widget.objectName().startswith("qt_")

    found = [w for w in panel.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]
    return [w for w in found if not is_part(w) and type(w).__name__ != "QHeaderView"]


def test_every_control_has_a_name_words_and_room_for_the_mouse(run: User) -> None:
    for tab, panel in TABS.items():
        run.window.tables.show_table(tab)
        found = controls(run.find(panel))
        assert found, tab
        assert [w for w in found if not (w.objectName() and w.accessibleName() and w.toolTip())] == []
        assert [n for n, count in Counter(w.objectName() for w in found).items() if count > 1] == []
        assert [w.objectName() for w in found if min(w.width(), w.height()) < 24] == []


def test_the_keyboard_reaches_every_control(run: User, qtbot: QtBot) -> None:
    run.window.activateWindow()
    for tab, panel in TABS.items():
        run.window.tables.show_table(tab)
        left = {w.objectName() for w in controls(run.find(panel)) if w.isEnabled()}
        left -= {f"step_{step}" for step in range(2, 8)}  # one of the seven; arrows lead from it to the others
        now: QWidget | None = run.find("table_tabs")
        now.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(len(left) + 20):
            assert now is not None
            qtbot.keyClick(now, Qt.Key.Key_Tab)
            now = QApplication.focusWidget()
            left.discard("" if now is None else now.objectName())
        assert left == set(), tab


def test_arrows_lead_from_one_step_button_to_the_next(run: User, qtbot: QtBot) -> None:
    run.window.tables.show_table("steps")
    first, second = run.find("step_1"), run.find("step_2")
    assert isinstance(second, QAbstractButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert run.find("step_panel").step == 1
    assert run.window.session.snapshot.epoch == 0


@pytest.mark.parametrize("large", [False, True])
def test_the_tabs_fit_into_the_smallest_window(run: User, qtbot: QtBot, large: bool) -> None:
    if large:
        run.triggers("presentation")
        rest()
        run.window.resize(1280, 720)  # as on a small projector
        qtbot.waitUntil(lambda: run.window.appearance.themes.theme.scale == stage_scale(720))
    for tab, name in TABS.items():
        run.window.tables.show_table(tab)
        assert run.window.minimumSizeHint().width() <= 1280, tab
        assert run.window.minimumSizeHint().height() <= 720, tab
        assert run.window.size() == QSize(1280, 720), tab
        parts = controls(run.find(name))
        assert [w.objectName() for w in parts if w.geometry().right() > w.parentWidget().width()] == []


def test_the_step_table_needs_no_sideways_scrolling(run: User, qtbot: QtBot) -> None:
    run.window.tables.show_table("steps")
    view = run.find("step_table")
    assert isinstance(view, QTableView)
    qtbot.waitUntil(lambda: view.model().rowCount() > 0, timeout=TRAINING_MS)
    for step in range(1, 8):
        run.clicks(f"step_{step}")
        assert view.horizontalScrollBar().maximum() == 0


def test_another_network_clears_the_numbers_of_the_one_before(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_run"))
    user.window.tables.show_table("steps")
    view = user.find("step_table")
    assert isinstance(view, QTableView)
    qtbot.waitUntil(lambda: view.model().rowCount() > 0, timeout=TRAINING_MS)
    user.sets_units(0, 3)
    user.clicks("step_1")
    qtbot.waitUntil(lambda: view.model().rowCount() == 13, timeout=TRAINING_MS)
