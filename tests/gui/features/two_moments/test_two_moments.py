"""A moment is kept, and the one that the timeline leads to stands beside it, with what changed marked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from engine import Trainer
from engine.project.demos import demo
from tests.gui.conftest import Opens
from tests.helpers.user import LEFT, TRAINING_MS, User


def picture_of(view: QWidget) -> QImage:
    return view.grab().toImage()


def colour(picture: QImage, view: QWidget, at: QPoint) -> QColor:
    ratio = view.devicePixelRatioF()
    return picture.pixelColor(round(at.x() * ratio), round(at.y() * ratio))


def looks_at(user: User, qtbot: QtBot, epoch: int) -> int:
    """Click on the timeline near an epoch; the one that is on show then."""
    timeline = user.find("timeline")
    assert isinstance(timeline, QSlider)
    at = QPoint(round(timeline.x_of(epoch)), timeline.height() // 2)  # type: ignore[attr-defined]
    qtbot.mouseClick(timeline, LEFT, pos=at)
    qtbot.waitUntil(lambda: timeline.property("epoch") == timeline.value(), timeout=TRAINING_MS)
    return int(timeline.property("epoch"))


def label(user: User, name: str) -> str:
    found = user.find(name)
    assert isinstance(found, QLabel)
    return found.text()


def test_a_kept_moment_stands_beside_the_one_on_show_with_what_changed_marked(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_run"))
    user.triggers("unlimited")
    user.triggers("train")
    qtbot.waitUntil(lambda: user.window.session.state == "finished", timeout=TRAINING_MS)
    user.waits_for_views()
    kept = looks_at(user, qtbot, 7_200)
    user.triggers("compare_moment")
    qtbot.waitUntil(lambda: label(user, "moment_kept_title").startswith(f"Kept: epoch {kept:,}"), timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: "Hatched: 0 %" in label(user, "moments_changes"), timeout=TRAINING_MS)
    assert "No unit is framed" in label(user, "moments_changes")
    user.triggers("back_to_now")
    qtbot.waitUntil(
        lambda: label(user, "moment_shown_title") == "On show: epoch 11,050 · E 0.006416 · right 4/4",
        timeout=TRAINING_MS,
    )
    project, data = user.project, user.window.document.dataset
    trainer = Trainer(project.start.make_network(), data, project.training)
    trainer.run(kept)
    state = trainer.snapshot()
    error = f"{state.loss_sum:.4g}"
    assert label(user, "moment_kept_title") == f"Kept: epoch {kept:,} · E {error} · right {state.n_right}/4"
    wrong = [k + 1 for k in np.flatnonzero(~data.right(trainer.network.predict(data.inputs)))]  # type: ignore[operator]
    assert wrong, "at 7200 XOR is not learned yet"
    assert f"Now right: {', '.join(map(str, wrong))}." in label(user, "moments_changes")

    now, before = user.find("moment_shown"), user.find("moment_kept")
    ring = QColor(user.window.appearance.themes.theme.right)
    area = now.region_area()  # type: ignore[attr-defined]
    pictures = picture_of(now), picture_of(before)
    plane = user.window.clock.newest.plane.plane  # type: ignore[union-attr]
    x, y = data.raw_inputs[wrong[0] - 1]
    place = QPoint(
        round(area.left() + (x - plane.x_range[0]) / (plane.x_range[1] - plane.x_range[0]) * area.width()),
        round(area.bottom() - (y - plane.y_range[0]) / (plane.y_range[1] - plane.y_range[0]) * area.height()),
    )
    ringed = [any(colour(picture, now, place + QPoint(9 + dx, 0)) == ring for dx in (-1, 0, 1)) for picture in pictures]
    assert ringed == [True, False], "the sample that has come right is ringed in the moment on show"
    accent = QColor(user.window.appearance.themes.theme.accent)
    frames = [colour(each, now, now.map_area(1, 0).topLeft().toPoint()) == accent for each in pictures]  # type: ignore[attr-defined]
    assert frames == [True, False], "the output's map has changed"
    assert "Framed: units" in label(user, "moments_changes")

    user.triggers("language_zh_CN")
    assert label(user, "moment_kept_title").startswith("保留的")
    user.window.document.undo_stack.setClean()
    user.triggers("new")
    qtbot.waitUntil(lambda: not user.find("two_moments").isVisible(), timeout=TRAINING_MS)


def test_while_training_goes_on_the_comparison_follows(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("xor_run"))
    qtbot.waitUntil(lambda: getattr(user.window.clock.newest, "plane", None) is not None, timeout=TRAINING_MS)
    user.triggers("compare_moment")
    qtbot.waitUntil(lambda: label(user, "moment_kept_title").startswith("Kept: epoch 0 "), timeout=TRAINING_MS)
    seen: set[str] = set()
    user.triggers("train")

    def has_moved_on() -> bool:
        seen.add(label(user, "moment_shown_title"))
        return len(seen) >= 4

    qtbot.waitUntil(has_moved_on, timeout=TRAINING_MS)
    user.triggers("train")
    assert label(user, "moment_kept_title").startswith("Kept: epoch 0 ")
