"""Shaping data in the window with mouse and keys: features, scaling, split, noise; one step of Undo."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.project.edits import move_point, set_dataset
from engine.project.project import Project
from gui.features.shaping.shape_dialog import ShapeDialog
from gui.toolkit.entries.choice_box import ChoiceBox
from tests.gui.conftest import Opens
from tests.helpers.user import LEFT, User
from tests.helpers.widgets import part

SPACE = Qt.Key.Key_Space


def opened(qtbot: QtBot, user: User) -> ShapeDialog:
    user.clicks("shape_button")
    *_, dialog = user.window.findChildren(ShapeDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def text(dialog: ShapeDialog, name: str) -> str:
    label = part(dialog, QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def ready(dialog: ShapeDialog) -> bool:
    return part(dialog, QPushButton, "shape_ok").isEnabled()


def checks(qtbot: QtBot, dialog: ShapeDialog, name: str) -> None:
    """Click on a check box itself, however short its text is in the language in force."""
    box = part(dialog, QCheckBox, name)
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def ticks(qtbot: QtBot, dialog: ShapeDialog, row: int) -> None:
    """Click on a feature's row, beside its box."""
    dialog.features.scrollToItem(dialog.features.item(row))
    place = dialog.features.visualItemRect(dialog.features.item(row)).center()
    qtbot.mouseClick(dialog.features.viewport(), LEFT, pos=place)


def confirms(qtbot: QtBot, dialog: ShapeDialog) -> None:
    """Click OK, and wait until what was asked for is worked out."""
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(part(dialog, QPushButton, "shape_ok"), LEFT)


def writes(qtbot: QtBot, box: QAbstractSpinBox, number: str) -> None:
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, number)


def circles() -> Project:
    return set_dataset(Project(), DatasetSpec("circles", n_samples=100)).project


@pytest.mark.usefixtures("_each_language")
def test_features_scaling_and_split_are_chosen_and_are_one_step(qtbot: QtBot, opens: Opens) -> None:
    user = opens(circles())
    before = user.project
    dialog = opened(qtbot, user)
    ticks(qtbot, dialog, 0)
    ticks(qtbot, dialog, 1)
    checks(qtbot, dialog, "shape_keeps_inputs")
    scaling = part(dialog, ChoiceBox, "shape_scaling")
    scaling.setFocus()
    qtbot.keyClick(scaling, Qt.Key.Key_Down)
    checks(qtbot, dialog, "shape_stratified")
    writes(qtbot, dialog.fields.test_share, "20")
    qtbot.keyClick(dialog.fields.test_share, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: ready(dialog) and "40, 1: 40" in text(dialog, "shape_split"))
    assert "10, 1: 10" in text(dialog, "shape_split")
    assert "x₁²′ = (x₁² − " in text(dialog, "shape_result")
    assert user.project is before, "nothing changes until OK"
    confirms(qtbot, dialog)
    spec = user.project.dataset
    assert (spec.features, spec.keeps_inputs, spec.scaling) == (("x1^2", "x2^2"), False, "standardise")
    assert (spec.test_share, spec.stratified) == (0.2, True)
    assert user.sizes == (2, 4, 1)
    assert "x₁²′" in user.find("data_seen_note").toolTip()
    user.triggers("undo")
    assert user.project == before


def test_a_feature_of_ones_own_has_a_live_map_and_is_added_by_enter(qtbot: QtBot, opens: Opens) -> None:
    user = opens(circles())
    dialog = opened(qtbot, user)
    line = dialog.formula.line
    line.setFocus()
    qtbot.keyClicks(line, "x1")
    picture = part(dialog, QLabel, "shape_formula_map").grab().toImage()
    left, right = QColor(picture.pixel(3, 18)), QColor(picture.pixel(picture.width() - 4, 18))
    assert left.red() > left.blue(), "x₁ is low at the left, which is orange"
    assert right.blue() > right.red(), "and high at the right, which is blue"
    qtbot.keyClicks(line, "^4 + x2^4")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    assert dialog.isVisible()
    assert dialog.features.chosen == ("x1^4 + x2^4",)
    assert dialog.features.currentItem().text() == "x₁⁴ + x₂⁴"
    confirms(qtbot, dialog)
    assert user.project.dataset.features == ("x1^4 + x2^4",)
    assert user.window.document.dataset.input_names == ("x1", "x2", "x₁⁴ + x₂⁴")


@pytest.mark.usefixtures("_each_language")
def test_a_formula_that_cannot_be_read_is_underlined_where_it_is_wrong(qtbot: QtBot, opens: Opens) -> None:
    dialog = opened(qtbot, opens(circles()))
    line = dialog.formula.line
    qtbot.keyClicks(line, "x1 + x9")
    stretch = line.wrong_stretch()
    assert stretch is not None
    assert stretch[1] - stretch[0] == pytest.approx(line.fontMetrics().horizontalAdvance("x9"), abs=2)
    assert "x9" in text(dialog, "shape_formula_message")
    assert "6" in text(dialog, "shape_formula_message"), "the number of the character"
    assert not part(dialog, QPushButton, "shape_formula_add").isEnabled()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter in an unfinished formula does not close the dialog"
    assert line.text() == "x1 + x9"


def test_a_feature_without_a_value_at_a_sample_is_refused_by_its_number(qtbot: QtBot, opens: Opens) -> None:
    user = opens(circles())
    dialog = opened(qtbot, user)
    qtbot.keyClicks(dialog.formula.line, "log(x1)")
    qtbot.keyClick(dialog.formula.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "log(x₁) has no finite value" in text(dialog, "shape_result"))
    assert not ready(dialog)
    qtbot.keyClick(dialog.features, SPACE)  # the row in hand
    qtbot.waitUntil(lambda: ready(dialog))
    assert dialog.features.chosen == ()


def test_everything_can_be_done_by_keys_and_escape_changes_nothing(qtbot: QtBot, opens: Opens) -> None:
    user = opens(circles())
    before = user.project
    user.triggers("shape_data")
    dialog = user.window.findChild(ShapeDialog)
    assert dialog is not None
    dialog.features.setFocus()
    qtbot.keyClick(dialog.features, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.features, SPACE)
    assert dialog.features.chosen == ("x2^2",)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert user.project is before


def test_own_samples_get_noise_once(qtbot: QtBot, opens: Opens) -> None:
    user = opens(move_point(circles(), 0, (0.0, 0.0)).project)
    before = user.window.document.dataset.raw_inputs
    dialog = opened(qtbot, user)
    writes(qtbot, dialog.fields.noise, "0.1")
    confirms(qtbot, dialog)  # at once: the click itself takes up what was typed
    moved = user.window.document.dataset.raw_inputs - before
    assert moved.std() == pytest.approx(0.1, rel=0.25)
    assert opened(qtbot, user).fields.noise.value() == 0.0


def test_input_neurons_show_their_feature_over_the_plane(qtbot: QtBot, opens: Opens) -> None:
    spec = DatasetSpec("circles", n_samples=60, features=("x1", "x1^2"), keeps_inputs=False)
    user = opens(set_dataset(Project(), spec).project)
    view = user.window.diagram_view

    def across(unit: int) -> np.ndarray:
        """Red of the pixels of an input's map, from left to right."""
        picture = view.viewport().grab().toImage()
        centre = view.position_of("neuron", layer=-1, unit=unit)
        row = [picture.pixelColor(centre + QPoint(dx, 0)) for dx in (-12, 0, 12)]
        return np.array([colour.red() - colour.blue() for colour in row])

    qtbot.waitUntil(lambda: across(1)[1] > 60)  # orange in the middle, where x₁² is least
    assert across(1)[0] < across(1)[1] > across(1)[2]
    assert across(0)[0] > across(0)[1] > across(0)[2], "x₁ itself rises from orange to blue"
