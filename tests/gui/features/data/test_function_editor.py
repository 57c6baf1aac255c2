"""Functions of one input: picked in the gallery, typed, drawn at once; what is none is said and changes nothing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.toolkit.entries.expression_line import ExpressionLine
from tests.helpers.user import User


def line_of(user: User) -> ExpressionLine:
    line = user.find("function_formula")
    assert isinstance(line, ExpressionLine)
    return line


def writes(qtbot: QtBot, user: User, formula: str) -> None:
    line = line_of(user)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, formula)


def test_the_gallery_offers_the_textbook_function_and_the_curve_is_drawn(user: User) -> None:
    before = user.project
    user.picks_data("function")
    data = user.window.document.dataset
    assert (user.project.dataset.name, data.n_samples, user.sizes[0]) == ("function", 21, 1)
    assert data.targets[:, 0] == pytest.approx(1 + np.sin(np.pi * data.inputs[:, 0] / 4))
    assert user.find("function_editor").isVisible()
    assert user.region.samples.positions[-1].tolist() == pytest.approx([2.0, 2.0])
    assert user.project.network.layers[-1].activation == "linear"
    user.triggers("undo")
    assert user.project == before
    assert not user.find("function_editor").isVisible()


def test_a_formula_that_is_typed_becomes_the_data_and_one_step(qtbot: QtBot, user: User) -> None:
    user.picks_data("function")
    picked = user.project
    writes(qtbot, user, "y = x^2 - 1")
    data = user.window.document.dataset
    assert data.targets[:, 0] == pytest.approx(data.inputs[:, 0] ** 2 - 1)
    user.types("function_high", "3")
    assert user.window.document.dataset.inputs[-1, 0] == 3.0
    user.undoes_everything()
    user.triggers("redo")
    assert user.project == picked


def test_what_is_no_function_is_underlined_and_changes_nothing(qtbot: QtBot, user: User) -> None:
    user.picks_data("function")
    writes(qtbot, user, "x + z")
    message = user.find("function_message")
    assert isinstance(message, QLabel)
    assert "x and z stand here" in message.text()
    assert line_of(user).wrong_stretch() is not None
    assert user.project.dataset.formula == "x ", "the last that was a function"
    writes(qtbot, user, "log(x)")
    assert "no finite value at -2" in message.text()
    writes(qtbot, user, "1/(x + 5)")
    assert not message.isVisible()
    assert user.project.dataset.formula == "1/(x + 5)"


def test_examples_are_a_menu_away(qtbot: QtBot, user: User) -> None:
    user.picks_data("function")
    button = user.find("function_examples")
    menu = button.menu()  # type: ignore[attr-defined]
    menu.actions()[1].trigger()
    assert user.project.dataset.formula == "x^2"
    assert line_of(user).text() == "x^2"
    qtbot.keyClick(line_of(user), Qt.Key.Key_End)
    qtbot.keyClicks(line_of(user), " + 1")
    assert user.project.dataset.formula == "x^2 + 1"
