"""Stories of building in the window, by mouse and key alone: a network from the smallest canvas and back to the bit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from gui.features.diagram.geometry.target import Target
from tests.helpers.user import LEFT, User

Key = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def drags(user: User, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    viewport = user.window.diagram_view.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    for step in range(1, 7):
        qtbot.mouseMove(viewport, start + (end - start) * step / 6)
    qtbot.mouseRelease(viewport, LEFT, pos=end)


def presses(user: User, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(user.window.diagram_view, key, modifier)


def test_a_2_3_3_1_from_the_smallest_canvas_and_everything_undone_to_the_bit(user: User, qtbot: QtBot) -> None:
    view = user.window.diagram_view
    first = user.project
    qtbot.mouseClick(user.find("ready_network_perceptron"), LEFT)
    assert user.sizes == (2, 1)
    user.adds_layer(after=-1)
    user.adds_layer(after=0)
    assert user.sizes == (2, 3, 3, 1)
    user.clicks_diagram("units", layer=1)
    viewport, at = view.viewport(), view.position_of("units", layer=1)
    qtbot.mouseDClick(viewport, LEFT, pos=at)
    editor = user.find("inline_editor")
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Key.Key_Return)
    assert user.sizes == (2, 3, 5, 1)
    user.trains_to(60)
    trained = user.window.session.snapshot.parameters.copy()
    drags(user, qtbot, view.position_of("layer", layer=1), view.position_of("layer", layer=0))
    assert user.sizes == (2, 5, 3, 1)
    user.waits_for_views()
    user.triggers("undo")
    user.waits_for_views()
    assert user.sizes == (2, 3, 5, 1)
    assert np.array_equal(user.window.session.snapshot.parameters, trained), "undo brings the run back"
    user.undoes_everything()
    assert user.project == first
    assert user.sizes == (2, 4, 1)


def test_what_training_learned_stays_where_the_structure_stays(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=100)
    learned = user.window.session.snapshot.parameters.copy()
    view = user.window.diagram_view
    qtbot.waitUntil(lambda: np.array_equal(view.shown.values.parameters, learned))
    user.clicks_diagram("neuron", layer=0, unit=1)
    presses(user, qtbot, Key.Key_Delete)
    assert user.sizes == (2, 3, 1)
    user.waits_for_views()
    now = user.window.session.snapshot
    assert now.epoch == 0
    assert np.array_equal(now.parameters[:9].reshape(3, 3), np.delete(learned[:12].reshape(3, 4), 1, axis=1))
    assert np.array_equal(now.parameters[9:], np.delete(learned[12:], 1))


def test_a_layer_goes_by_keys_from_one_place_to_another(user: User, qtbot: QtBot) -> None:
    user.adds_layer(after=0, units=2)
    user.clicks_diagram("layer", layer=0)
    presses(user, qtbot, Key.Key_X, CTRL)
    assert user.sizes == (2, 2, 1)
    presses(user, qtbot, Key.Key_V, CTRL)
    assert user.sizes == (2, 4, 2, 1), "after the inputs, which are selected since the layer went"
    presses(user, qtbot, Key.Key_D, CTRL)
    assert user.sizes == (2, 4, 4, 2, 1)
    user.undoes_everything()
    assert user.sizes == (2, 4, 1)


def test_the_clipboards_keys_belong_to_text_elsewhere(user: User, qtbot: QtBot) -> None:
    user.clicks_diagram("layer", layer=0)
    field = user.find("learning_rate")
    field.setFocus()
    for key in (Key.Key_A, Key.Key_X, Key.Key_V, Key.Key_D):
        qtbot.keyClick(field, key, CTRL)
    assert user.sizes == (2, 4, 1)


def test_the_palette_can_be_put_away_and_leaves_the_stage_to_a_presentation(user: User, qtbot: QtBot) -> None:
    palette = user.window.network_palette
    assert palette.isVisible()
    assert len([chip for chip in palette.findChildren(QToolButton) if chip.isVisible()]) == 5
    user.triggers("presentation")
    qtbot.mouseMove(user.find("error_plot"))  # on stage the palette is there while the mouse rests on the network
    qtbot.waitUntil(lambda: not palette.isVisible())
    user.triggers("presentation")
    QApplication.processEvents()
    assert palette.isVisible()
    user.triggers("palette")
    assert not palette.isVisible()


def test_the_selection_is_told(user: User, qtbot: QtBot) -> None:
    view = user.window.diagram_view
    user.clicks_diagram("neuron", layer=0, unit=0)
    assert "a₁" in view.accessibleDescription()
    presses(user, qtbot, Key.Key_A, CTRL)
    assert view.accessibleDescription() == "Selected: neurons: 7."
    view.select(Target("layer", 0))
    assert "Hidden layer 1" in view.accessibleDescription()
