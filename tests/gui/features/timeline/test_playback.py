"""Playing a run back: to its end and over and over, the button, the speed."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.features.timeline.feature import TimelineFeature
from gui.features.timeline.playback import Playback
from tests.gui.conftest import Opens
from tests.gui.features.timeline.test_timeline import NOW, SPIRALS, says, trains_to_the_end, waits_for
from tests.helpers.user import LEFT, TRAINING_MS, User


@pytest.fixture
def trained(opens: Opens, qtbot: QtBot) -> User:
    return trains_to_the_end(opens(SPIRALS), qtbot)


def playback(user: User) -> Playback:
    return next(part for part in user.window.parts if isinstance(part, TimelineFeature)).playback


def asked_for(user: User, seconds: float) -> list[int]:
    """The moments that are played from now on; every look at the clock finds it so much later."""
    seen: list[int] = []
    looks = itertools.count()
    playback(user)._clock = lambda: seconds * next(looks)
    playback(user).moved.connect(seen.append)
    return seen


def test_the_run_plays_back_from_the_beginning_to_now(trained: User, qtbot: QtBot) -> None:
    seen = asked_for(trained, 0.5)
    trained.clicks("button_timeline_play")
    qtbot.waitUntil(lambda: not trained.action("timeline_play").isChecked(), timeout=TRAINING_MS)
    waits_for(trained, qtbot, NOW)
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert 20 <= len(seen) <= 30
    assert says(trained) == "epoch 1,300, now"


def test_in_a_loop_the_run_begins_again_after_its_last_moment(trained: User, qtbot: QtBot) -> None:
    seen = asked_for(trained, 2.0)
    menu = trained.find("button_timeline_speed").menu()  # type: ignore[attr-defined]
    loop = next(action for action in menu.actions() if action.text() == "Over and over")

    def chooses_loop() -> None:
        menu.popup(QPoint(0, 0))
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(loop).center())

    chooses_loop()
    trained.clicks("button_timeline_play")
    qtbot.waitUntil(lambda: seen.count(NOW) == 2, timeout=TRAINING_MS)
    assert seen[seen.index(NOW) + 1] == 0
    chooses_loop()
    qtbot.waitUntil(lambda: not trained.action("timeline_play").isChecked(), timeout=TRAINING_MS)
    assert seen[-1] == NOW, "no longer in a loop, it stays at the end"
    waits_for(trained, qtbot, NOW)
    assert says(trained) == "epoch 1,300, now"


def test_the_play_button_shows_pause_while_it_plays(trained: User) -> None:
    def symbol() -> QImage:
        button = trained.find("button_timeline_play")
        assert isinstance(button, QToolButton)
        return button.icon().pixmap(16).toImage()

    before = symbol()
    trained.clicks("button_timeline_play")
    assert symbol() != before
    trained.clicks("button_timeline_play")
    assert symbol() == before


def test_the_speed_of_playing_back_stands_on_its_button_and_is_chosen_there(trained: User, qtbot: QtBot) -> None:
    button = trained.find("button_timeline_speed")
    assert isinstance(button, QToolButton)
    assert button.text() == "× 1 ▾"
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, 0)))
    entry = next(action for action in menu.actions() if action.text() == "Speed × 5")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    assert button.text() == "× 5 ▾"
    assert button.accessibleName() == "Speed × 5"
    assert playback(trained).speed == 5
