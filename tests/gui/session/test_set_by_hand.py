"""Networks that no rule can train: shown as they stand, refused when training is asked for."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.analysis.frame import Frame
from engine.data.plane import Plane
from engine.project.demos import demo
from engine.project.edits import set_parameters
from gui.document.commands.push import push
from gui.session import TrainingSession
from tests.helpers.sessions import WAIT_MS, MakeSession

PLANE = Plane(0, 1, (-0.5, 1.5), (-0.5, 1.5), (0.0, 0.0))


def frame_of(qtbot: QtBot, session: TrainingSession) -> Frame:
    """The next picture with a plane."""
    frames: list[Frame] = []

    def taken() -> bool:
        frame = session.take_frame()
        if frame is not None and frame.plane is not None:
            frames.append(frame)
        return bool(frames)

    qtbot.waitUntil(taken, timeout=WAIT_MS)
    return frames[-1]


def test_step_units_in_a_hidden_layer_are_drawn_without_training(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(demo("xor_by_hand"))
    session.set_plane(PLANE)
    frame = frame_of(qtbot, session)
    assert frame.outputs.ravel().tolist() == [0, 1, 1, 0]
    assert frame.snapshot.n_right == 4
    assert frame.plane is not None
    assert [plane.shape[0] for plane in frame.plane.maps] == [2, 1]
    assert set(np.unique(frame.plane.region)) == {0.0, 1.0}
    assert session.state == "idle"


def test_an_edit_of_a_weight_is_drawn_too(qtbot: QtBot, make_session: MakeSession) -> None:
    session = make_session(demo("xor_by_hand"))
    session.set_plane(PLANE)
    frame_of(qtbot, session)
    values = demo("xor_by_hand").parameters.array.copy()
    values[-1] = 5.0
    push(session.document, "", lambda project: set_parameters(project, values))
    assert frame_of(qtbot, session).outputs.ravel().tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize("order", ["train", "step_epoch", "step_sample"])
def test_training_is_refused_with_the_layer_and_a_way_out(qtbot: QtBot, make_session: MakeSession, order: str) -> None:
    session = make_session(demo("xor_by_hand"))
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        getattr(session, order)()
    assert "hidden layer 1" in told.args[0]
    assert "sigmoid" in told.args[0]
    assert session.state == "failed"
    assert not session.can_recover
