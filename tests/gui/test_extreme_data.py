"""Numbers at the ends of what a computer can hold: the window opens, trains, zooms, and says nothing false."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec
from tests.gui.conftest import Opens
from tests.helpers.user import User

CORNERS = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]])
SEVEN = np.random.default_rng(0).random((12, 7)) * 2 - 1

INPUTS = {
    "of the smallest numbers": CORNERS * 1e-322,
    "of the very smallest": CORNERS * 5e-324,
    "side by side": 1 + CORNERS * 3e-16,
    "of the largest numbers": (CORNERS * 2 - 1) * 1.7e308,
    "of both": CORNERS * [1e-322, 1e308],
    "one column": CORNERS[:, 1:] * 1e308,
    "seven columns": SEVEN * 1e308,
    "seven tiny columns": SEVEN * 1e-322,
}


def project_of(inputs: np.ndarray) -> Project:
    """Inputs before four units; every other sample is 1."""
    wanted = np.arange(len(inputs))[:, np.newaxis] % 2
    layers = (LayerSpec(4, "sigmoid"), LayerSpec(1, "sigmoid"))
    return Project(
        dataset=DatasetSpec("custom", inputs=inputs, targets=wanted.astype(float)),
        network=NetworkSpec(inputs.shape[1], layers),
    )


def turns_wheel(view: QWidget, notches: int) -> None:
    """Up zooms in, down zooms out."""
    middle = QPointF(view.rect().center())
    for _ in range(abs(notches)):
        event = QWheelEvent(
            middle, view.mapToGlobal(middle), QPoint(), QPoint(0, 120 if notches > 0 else -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
    QApplication.processEvents()


@pytest.mark.parametrize("kind", INPUTS)
def test_every_tab_and_zoom_is_drawn(opens: Opens, kind: str) -> None:
    user = opens(project_of(INPUTS[kind]))
    user.trains_until(epoch=3)
    for name in user.window.tables.names:
        user.window.tables.show_table(name)
        QApplication.processEvents()
    for notches in (60, -150, 300):
        turns_wheel(user.region.viewport(), notches)
        user.window.grab()
        for low, high in user.region.canvas.getViewBox().viewRange():
            assert np.isfinite([low, high]).all()
            assert low < high


def test_a_network_with_finite_answers_is_not_said_to_have_diverged(opens: Opens, qtbot: QtBot) -> None:
    """15·10³⁰⁷ is a number at every sample, but 15·(1.3 + 1.3)·10³⁰⁷ in a corner of the plane is none: ∞ − ∞."""
    project = project_of(CORNERS[:3] * 1e307)
    network = replace(project.network, layers=(LayerSpec(4, "relu"), LayerSpec(1, "linear")))
    start = np.array([15.0] * 8 + [0.0] * 4 + [1e-3, -1e-3] * 2 + [0.5])
    user = opens(replace(project, network=network, parameters=FrozenArray(start)))
    qtbot.waitUntil(lambda: user.window.clock.newest is not None and user.window.clock.newest.plane is not None)
    assert np.isfinite(user.window.sample_panel.frame.outputs).all()
    assert user.region.hint.text() == "The inputs on this plane are too large for outputs that are finite numbers."


def test_the_error_plot_zooms_out_to_the_run_and_not_to_infinity(user: User) -> None:
    user.trains_until(epoch=30)
    plot = user.window.error_plot
    last = user.value("epoch_label")
    for logarithmic in (False, True):
        plot.bar.log_button.setChecked(logarithmic)
        home = plot.canvas.getViewBox().viewRange()
        turns_wheel(plot.viewport(), -400)
        (first, end), (low, high) = plot.canvas.getViewBox().viewRange()
        assert first == pytest.approx(0, abs=1e-9)
        assert last < end <= 5 * home[0][1]
        assert high - low <= 5 * (home[1][1] - home[1][0])
        turns_wheel(plot.viewport(), 400)
        (first, end), (low, high) = plot.canvas.getViewBox().viewRange()
        assert first < end
        assert low < high


def test_pictures_without_room_are_drawn_too(user: User) -> None:
    """Splitters can push a card to nothing."""
    for page in user.window.pages.names:
        user.window.pages.show_page(page)
        QApplication.processEvents()
        for view in user.window.findChildren(QWidget):
            if view.isVisible() and view.objectName() and not view.isWindow():
                view.resize(0, 0)
        QApplication.processEvents()
        user.window.grab()
