"""Pen, spotlight and black screen, by key on stage and by menu, through real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.features.stage_tools import ink
from gui.toolkit.theme import LIGHT
from tests.helpers.user import LEFT, User

Key = Qt.Key
AT = QPoint(500, 300)
END = AT + QPoint(120, 0)
PAPER = QPoint(500, 622)  # below the rows of the samples nothing is drawn


def picture(user: User) -> QImage:
    return user.window.grab().toImage()


def colour(user: User, at: QPoint) -> QColor:
    return picture(user).pixelColor(at)


def draws(user: User, qtbot: QtBot, start: QPoint = AT, end: QPoint = END) -> None:
    layer = user.window.childAt(start)
    qtbot.mousePress(layer, LEFT, pos=start)
    qtbot.mouseMove(layer, end)
    qtbot.mouseRelease(layer, LEFT, pos=end)


def on_stage(user: User) -> None:
    user.triggers("presentation")
    user.window.decision_region_plot.setFocus()


def test_the_letters_are_the_region_s_until_the_window_is_on_stage(user: User) -> None:
    user.window.decision_region_plot.setFocus()
    user.presses(Key.Key_B)
    assert user.action("tool_brush").isChecked()
    user.presses(Key.Key_D)
    user.presses(Key.Key_L)
    assert not any(user.action(name).isChecked() for name in ("pen", "spotlight", "black_screen"))
    user.presses(Key.Key_P)
    on_stage(user)
    user.presses(Key.Key_B)
    assert user.action("black_screen").isChecked()
    assert user.action("tool_point").isChecked()
    user.presses(Key.Key_B)
    for key, name in ((Key.Key_D, "pen"), (Key.Key_L, "spotlight")):
        user.presses(key)
        assert user.action(name).isChecked()
        user.presses(key)
        assert not user.action(name).isChecked()


def test_a_letter_that_is_typed_on_stage_is_text(user: User) -> None:
    on_stage(user)
    user.triggers("side_panel")
    user.find("learning_rate").setFocus()
    for key in (Key.Key_D, Key.Key_L, Key.Key_B):
        user.presses(key)
    assert not any(user.action(name).isChecked() for name in ("pen", "spotlight", "black_screen"))


def test_ink_lies_over_everything_and_never_comes_into_the_project(user: User, qtbot: QtBot) -> None:
    before, project = picture(user), user.project
    user.triggers("pen")
    draws(user, qtbot)
    draws(user, qtbot, QPoint(300, 10), QPoint(400, 10))  # across the menu bar
    for at in (AT + QPoint(60, 0), QPoint(350, 10)):
        assert colour(user, at) == QColor(LIGHT.wrong)
    assert user.project is project
    assert not user.window.document.is_modified
    user.presses(Key.Key_Escape)
    assert not user.action("pen").isChecked()
    assert picture(user) == before


def test_with_the_pen_put_down_its_ink_is_there_and_the_mouse_works_below(user: User, qtbot: QtBot) -> None:
    user.triggers("ink_stays")
    user.triggers("pen")
    draws(user, qtbot)
    qtbot.mouseClick(user.window.childAt(AT), Qt.MouseButton.RightButton, pos=AT)
    assert not user.action("pen").isChecked()
    assert colour(user, AT + QPoint(60, 0)) == QColor(LIGHT.wrong)
    assert user.window.childAt(AT) is not user.find("ink_layer")
    user.presses(Key.Key_Escape)
    assert colour(user, AT + QPoint(60, 0)) != QColor(LIGHT.wrong)


def test_ink_fades_unless_it_stays(user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ink, "SECONDS", 0.0)
    monkeypatch.setattr(ink, "FADING_SECONDS", 0.01)
    user.triggers("pen")
    user.triggers("ink_stays")
    draws(user, qtbot)
    assert colour(user, AT + QPoint(60, 0)) == QColor(LIGHT.wrong)
    user.triggers("ink_stays")
    qtbot.waitUntil(lambda: colour(user, AT + QPoint(60, 0)) != QColor(LIGHT.wrong))
    user.triggers("pen")
    qtbot.waitUntil(lambda: not user.find("ink_layer").isVisible())


def is_lit(user: User, at: QPoint) -> bool:
    """The light theme's panels and window are nearly white, and dimmed by two thirds below a layer."""
    return colour(user, at).lightness() > 200


def test_the_spotlight_follows_the_pointer_and_the_wheel_sizes_it(user: User) -> None:
    handle, near, far = user.window.windowHandle(), PAPER + QPoint(100, 0), PAPER + QPoint(200, 0)
    assert is_lit(user, near)
    assert is_lit(user, far)
    user.triggers("spotlight")
    QTest.mouseMove(handle, PAPER)
    assert is_lit(user, near)
    assert not is_lit(user, far)
    wheel = QWheelEvent(PAPER, PAPER, QPoint(), QPoint(0, 480), LEFT.NoButton, Qt.KeyboardModifier.NoModifier,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(handle, wheel)
    assert is_lit(user, far)
    QTest.mouseMove(handle, PAPER - QPoint(400, 0))
    assert not is_lit(user, far)
    user.presses(Key.Key_Escape)
    assert is_lit(user, far)


def test_below_the_spotlight_everything_can_be_clicked(user: User) -> None:
    user.triggers("spotlight")
    button = user.find("new_start")
    seed = user.project.training.seed
    QTest.mouseClick(user.window.windowHandle(), LEFT, pos=button.mapTo(user.window, button.rect().center()))
    assert user.project.training.seed != seed


def test_any_key_ends_the_black_screen_and_does_nothing_else(user: User) -> None:
    user.find("sample_table").setFocus()
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_A, Key.Key_PageDown, Key.Key_F11):
        user.triggers("black_screen")
        shown = picture(user)
        assert {shown.pixelColor(x, y).name() for x in range(0, 1280, 40) for y in range(0, 720, 40)} == {"#000000"}
        assert "black" in user.window.focusWidget().accessibleName(), key
        user.presses(Key.Key_Shift)
        assert user.action("black_screen").isChecked(), key
        user.presses(key)
        assert not user.action("black_screen").isChecked(), key
        assert not user.find("black_screen").isVisible(), key
        assert user.window.focusWidget() is user.find("sample_table"), key
        assert user.window.session.state == "idle", key
        assert user.window.session.snapshot.epoch == 0, key
        assert not user.action("presentation").isChecked(), key


def test_a_click_ends_the_black_screen_and_training_goes_on_below(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    user.triggers("black_screen")
    epoch = user.window.session.snapshot.epoch
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch > epoch)
    qtbot.mouseClick(user.window.childAt(AT), LEFT, pos=AT)
    assert not user.action("black_screen").isChecked()
    user.pauses()
