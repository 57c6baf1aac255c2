"""Painting with the whole window: while training goes on, by menu and keys, undone and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.features.decision_region.painting.tools import KEYS, Tool
from tests.helpers.user import LEFT, User


def strokes(user: User, qtbot: QtBot, *places: tuple[float, float], release: bool = True) -> None:
    view = user.region.viewport()
    points: list[QPoint] = [user.region.position_of(*place) for place in places]
    qtbot.mousePress(view, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(view, point)
    if release:
        qtbot.mouseRelease(view, LEFT, pos=points[-1])


def test_samples_brushed_on_while_training_are_learned_by_the_same_run(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch > 10)
    run = user.window.session.snapshot.run_id
    user.triggers("tool_brush")
    strokes(user, qtbot, (0.2, 0.8), (0.5, 0.9), (0.8, 0.8))
    count = user.window.document.dataset.n_samples
    epoch = user.window.session.snapshot.epoch
    assert count > 10
    assert user.window.session.state == "training"
    qtbot.waitUntil(lambda: user.window.session.snapshot.n_samples == count)
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch > epoch + 5)
    assert user.window.session.snapshot.run_id == run
    user.pauses()


def test_spray_and_eraser_work_while_training_goes_on(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    user.triggers("tool_spray")
    strokes(user, qtbot, (0.5, 0.9), release=False)
    qtbot.waitUntil(lambda: user.window.document.dataset.n_samples > 20)
    qtbot.mouseRelease(user.region.viewport(), LEFT, pos=user.region.position_of(0.5, 0.9))
    user.triggers("tool_eraser")
    user.region.painting.set_spread(55)  # of pixels: less than to the corners
    strokes(user, qtbot, (0.5, 0.9), (0.52, 0.9))
    assert user.window.document.dataset.n_samples == 4
    assert user.window.session.state == "training"
    user.undoes_everything()
    assert user.project.dataset.name == "xor"
    user.pauses()


def test_esc_gives_back_the_run_that_a_new_class_has_ended(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=30)
    epoch, before = user.window.session.snapshot.epoch, user.project
    user.clicks("region_class_3")
    user.triggers("tool_brush")
    strokes(user, qtbot, (0.5, 0.5), (0.6, 0.6), release=False)
    qtbot.waitUntil(lambda: user.sizes == (2, 4, 3))
    qtbot.keyClick(user.region.canvas, Qt.Key.Key_Escape)
    assert user.sizes == (2, 4, 1)
    assert user.project.dataset == before.dataset
    user.waits_for_views()
    assert user.value("epoch_label") == epoch
    assert not user.action("undo").isEnabled()
    assert not user.action("redo").isEnabled()


def test_every_tool_has_a_key_in_the_plot_and_an_entry_in_the_menu(user: User, qtbot: QtBot) -> None:
    user.region.canvas.setFocus()
    for tool in reversed(Tool):
        action = user.action(f"tool_{tool.value}")
        assert action.shortcut() == QKeySequence(KEYS[tool])
        qtbot.keyClicks(user.region.canvas, KEYS[tool].lower())
        assert user.region.painting.tool is tool
        assert action.isChecked()
        user.triggers("tool_lasso")
        user.triggers(f"tool_{tool.value}")
        assert user.region.painting.tool is tool


def test_the_keys_of_the_tools_do_nothing_elsewhere(user: User, qtbot: QtBot) -> None:
    for view in (user.window.diagram_view, user.find("sample_table"), user.find("dataset_gallery")):
        view.setFocus()
        qtbot.keyClicks(view, "bse")
        assert user.region.painting.tool is Tool.POINT


def test_samples_can_be_edited_by_menu_and_keys_alone(user: User, qtbot: QtBot) -> None:
    user.region.canvas.setFocus()
    qtbot.keyClick(user.region.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert len(user.region.painting.strokes.selection) == 4
    assert user.region.painting.tool is Tool.LASSO
    before = user.window.document.dataset.inputs
    qtbot.keyClicks(user.region.canvas, "j")
    assert (user.window.document.dataset.inputs != before).all()
    user.triggers("samples_thin_out")
    assert user.window.document.dataset.n_samples == 2
    user.triggers("samples_invert")
    assert not user.action("samples_remove").isEnabled()
    user.triggers("samples_select_all")
    user.triggers("samples_remove")
    assert user.window.document.dataset.n_samples == 0
    user.undoes_everything()
    assert user.project.dataset.name == "xor"


def test_with_a_brush_in_hand_lines_and_units_are_not_taken_by_mistake(user: User, qtbot: QtBot) -> None:
    user.triggers("make_rbf")
    assert user.project.network.rbf
    parameters = user.project.parameters
    user.triggers("tool_brush")
    strokes(user, qtbot, (0, 0), (0.3, 0.3), (1, 1))
    assert user.project.parameters == parameters
    assert user.window.document.dataset.n_samples > 10


@pytest.mark.parametrize("name", ["xor", "moons", "parity3"])
def test_one_stroke_turns_any_data_into_own_samples(user: User, qtbot: QtBot, name: str) -> None:
    user.picks_data(name)
    count = user.window.document.dataset.n_samples
    user.triggers("tool_brush")
    strokes(user, qtbot, (0.4, 0.4), (0.6, 0.6))
    assert user.project.dataset.name == "custom"
    assert user.window.document.dataset.n_samples > count + 5
    user.undoes_everything()
    assert user.project.dataset.name == "xor"
