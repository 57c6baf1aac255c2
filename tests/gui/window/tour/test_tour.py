"""The tour of the first start: it points at the real parts, disturbs nothing and comes by itself only once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.window.tour.tour import Tour
from tests.helpers.programs import started
from tests.helpers.user import User
from tests.helpers.windows import another

KEY = Qt.Key
PARTS = ("button_train", "dataset_gallery", "diagram_view", "decision_region_plot", "")
"""In the order of the stops; the last is the menu of lessons."""


def title(user: User) -> str:
    """The title of the stop on show; "" for none."""
    label = user.find("tour_title")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def place_of(user: User, name: str) -> QRect:
    """Where a part stands in the window."""
    if not name:
        return user.window.menuBar().actionGeometry(user.window.menus.menu("lessons").menuAction())
    part = user.find(name)
    return QRect(part.mapTo(user.window, part.rect().topLeft()), part.size())


@pytest.mark.usefixtures("_each_language")
def test_the_tour_points_at_five_parts_and_covers_none_of_them(user: User, qtbot: QtBot) -> None:
    user.window.diagram_view.setFocus()
    user.triggers("tour")
    titles = []
    for part in PARTS:
        bubble, frame = user.find("tour_bubble"), frame_of(user)
        assert frame.geometry().contains(place_of(user, part))
        assert not bubble.geometry().intersects(place_of(user, part))
        assert user.window.rect().contains(bubble.geometry())
        text = user.find("tour_text")
        assert isinstance(text, QLabel)
        assert text.height() >= text.heightForWidth(text.width()), "no line is cut off"
        titles.append(title(user))
        if part:
            user.presses(KEY.Key_PageDown)
    assert len(set(titles)) == 5
    assert user.window.focusWidget() is user.window.diagram_view, "the keyboard stays where it was"
    assert not user.action("lesson_next").isEnabled()
    user.clicks("tour_next")
    assert title(user) == ""
    assert not frame_of(user).isVisible()


def frame_of(user: User) -> QWidget:
    """The frame round the part that the tour is about: the one that is on show, or any."""
    frames = user.window.findChildren(QWidget, "pointer_frame")
    return next((frame for frame in frames if frame.isVisible()), frames[0])


def test_training_goes_on_under_the_tour_and_esc_ends_it(user: User, qtbot: QtBot) -> None:
    user.triggers("tour")
    user.window.diagram_view.setFocus()
    user.presses(KEY.Key_Space)
    qtbot.waitUntil(lambda: user.value("epoch_label") > 5)
    user.presses(KEY.Key_PageDown)
    user.presses(KEY.Key_PageDown)
    user.clicks("tour_back")
    assert title(user) == "Data"
    user.window.resize(1000, 640)
    qtbot.waitUntil(lambda: frame_of(user).geometry().contains(place_of(user, "dataset_gallery")))
    user.triggers("language_zh_CN")
    assert title(user) == "数据"
    user.triggers("language_en")
    user.window.diagram_view.setFocus()
    user.presses(KEY.Key_Escape)
    assert title(user) == ""
    assert user.window.session.state == "training"
    user.pauses()


def tour(window: MainWindow) -> Tour:
    return next(part for part in window.parts if isinstance(part, Tour))


def test_who_has_seen_it_is_not_asked_again(user: User, qtbot: QtBot, others: list[MainWindow]) -> None:
    tour(user.window).begin_once()
    assert title(user) == "Train"
    user.clicks("tour_skip")
    assert title(user) == ""
    second = User(qtbot, another(others, qtbot))
    tour(second.window).begin_once()
    assert title(second) == ""
    second.triggers("tour")
    assert title(second) == "Train", "Help has it"


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
import main
from gui.main_window import MainWindow

def act(window):
    print("tour" if window.findChild(QWidget, "tour_bubble").isVisible() else "none", flush=True)
    window.close()

def show(window, shown=MainWindow.show):
    shown(window)
    QTimer.singleShot(0, lambda: act(window))

MainWindow.show = show
sys.exit(main.main(sys.argv[1:]))
"""


def test_it_comes_by_itself_when_the_program_starts_for_the_first_time(tmp_path: Path) -> None:
    settings = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with started([sys.executable, "-c", PROGRAM], env=settings) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "tour\n"
        assert program.wait(30) == 0


def test_a_window_of_a_test_or_a_script_does_not_begin_it(user: User) -> None:
    assert title(user) == ""
    assert not user.find("tour_bubble").isVisible()
    assert isinstance(user.find("tour_next"), QPushButton)
