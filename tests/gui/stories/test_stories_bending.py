"""Bending weights in the whole window: region and error follow, training respects locks and cuts, undo is exact."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine import Network
from gui.features.diagram.geometry.target import Target
from tests.helpers.bending import drags, waits_for_diagram
from tests.helpers.user import LEFT, User

WAIT_MS = 20_000


@pytest.fixture(autouse=True)
def _shown(user: User, qtbot: QtBot) -> None:
    waits_for_diagram(user, qtbot)


def test_region_and_error_follow_a_dragged_weight_truthfully(user: User, qtbot: QtBot) -> None:
    window = user.window
    drags(user, qtbot, 90, layer=1, unit=0, input=2)
    qtbot.waitUntil(lambda: window.session.snapshot is not None, timeout=WAIT_MS)
    start = user.project.parameters
    assert start is not None
    network = Network(user.project.network, parameters=start.array)
    data = window.document.dataset
    expected = network.loss(data.inputs, data.targets) * data.n_samples
    qtbot.waitUntil(lambda: abs(user.value("error_label") - expected) < 1e-12, timeout=WAIT_MS)
    assert window.document.undo_stack.count() == 1
    view = window.diagram_view
    qtbot.waitUntil(lambda: np.array_equal(view.shown.values.parameters, start.array), timeout=WAIT_MS)


def test_a_drag_in_training_pauses_and_undo_brings_the_run_back(user: User, qtbot: QtBot) -> None:
    session = user.window.session
    user.trains_until(epoch=20)
    waits_for_diagram(user, qtbot)
    epoch, trained = session.snapshot.epoch, session.snapshot.parameters.copy()
    drags(user, qtbot, 60, layer=0, unit=1, input=0)
    assert session.state == "paused"
    start = user.project.parameters
    assert start is not None
    changed = start.array != trained
    assert np.flatnonzero(changed).tolist() == [1]
    user.waits_for_views()
    assert user.value("epoch_label") == epoch
    user.triggers("undo")
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.epoch == epoch, timeout=WAIT_MS)
    assert np.array_equal(session.snapshot.parameters, trained)


def test_escape_in_a_drag_brings_the_run_back(user: User, qtbot: QtBot) -> None:
    session, view = user.window.session, user.window.diagram_view
    user.trains_until(epoch=20)
    waits_for_diagram(user, qtbot)
    trained = session.snapshot.parameters.copy()
    at = view.position_of("connection", layer=0, unit=1, input=0)
    qtbot.mousePress(view.viewport(), LEFT, pos=at)
    to = (at - QPoint(0, 50)).toPointF()
    move = QMouseEvent(
        QEvent.Type.MouseMove, to, view.viewport().mapToGlobal(to), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), move)
    assert user.project.parameters is not None
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at - QPoint(0, 50))
    assert user.project.parameters is None
    qtbot.waitUntil(lambda: np.array_equal(session.snapshot.parameters, trained), timeout=WAIT_MS)
    assert not user.action("redo").isEnabled()


def test_training_leaves_locked_and_cut_weights_alone_and_undo_takes_all_back(user: User, qtbot: QtBot) -> None:
    session, before = user.window.session, user.project
    user.clicks_diagram("neuron", layer=0, unit=1)
    user.triggers("lock_weights")
    user.clicks_diagram("connection", layer=1, unit=0, input=3)
    user.triggers("cut_connections")
    user.waits_for_views()
    locked, cut = user.project.locked, user.project.cut
    assert locked is not None
    assert cut is not None
    start = session.snapshot.parameters.copy()
    assert start[cut.array].tolist() == [0.0]
    user.trains_to(50)
    waits_for_diagram(user, qtbot)
    now = session.snapshot.parameters
    assert np.array_equal(now[locked.array], start[locked.array])
    assert now[cut.array].tolist() == [0.0]
    free = ~locked.array & ~cut.array
    free[11] = False  # the bias of the neuron whose only way out is cut
    free[[3, 7]] = False  # and the weights into it
    assert (now[free] != start[free]).all()
    user.clicks_diagram("connection", layer=1, unit=0, input=3)
    user.triggers("cut_connections")
    restored = user.project.parameters
    assert restored is not None
    assert restored.array[15] == Network(before.network, seed=before.training.seed).parameters[15]
    user.undoes_everything()
    assert user.project == before


def test_a_new_start_keeps_what_is_locked(user: User) -> None:
    user.clicks_diagram("connection", layer=0, unit=1, input=0)
    user.triggers("lock_weights")
    start = user.project.parameters
    assert start is not None
    user.triggers("new_start")
    after = user.project.parameters
    assert after is not None
    assert after.array[1] == start.array[1]
    assert (np.delete(after.array, 1) != np.delete(start.array, 1)).all()
    assert user.window.diagram_view.selected == Target("connection", 0, 1, 0)


def test_what_bends_weights_is_greyed_out_where_none_are_selected(user: User, qtbot: QtBot) -> None:
    names = ("lock_weights", "randomise_weights", "zero_weights", "negate_weights", "scale_weights", "cut_connections")

    def possible() -> list[bool]:
        return [user.action(name).isEnabled() for name in names]

    assert not any(possible())
    user.clicks_diagram("bias", layer=0, unit=1)
    assert possible() == [True] * 5 + [False]
    user.clicks_diagram("layer", layer=0)
    assert all(possible())
    user.triggers("make_rbf")
    assert possible() == [True] * 5 + [False]  # its lines are coordinates of centres
    user.triggers("undo")
    assert all(possible())
    user.presses(Qt.Key.Key_Escape)
    assert not any(possible())


def test_delete_says_why_a_bias_stays(user: User) -> None:
    before, said = user.project, []
    user.window.document.noticed.connect(said.append)
    user.clicks_diagram("bias", layer=0, unit=1)
    user.presses(Qt.Key.Key_Delete)
    assert user.project == before
    assert said == ["A bias, a centre or a width goes only with its neuron."]
