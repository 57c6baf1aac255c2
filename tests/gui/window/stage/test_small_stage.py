"""A small stage beside a lesson has the letters of the stage, and room for what belongs together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.features.decision_region.boundary.equation_strip import LEAST_TYPE, EquationRow, fitting_text
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.theme import stage_scale
from tests.helpers.small_screen import rest
from tests.helpers.user import User

SHELF = Path(__file__).resolve().parents[4] / "resources" / "lessons"
SMALL = (1280, 720)


def goes_on_a_small_stage(user: User, qtbot: QtBot, lesson: str) -> None:
    user.presses(Qt.Key.Key_F11)
    rest()
    user.window.resize(*SMALL)
    qtbot.waitUntil(lambda: user.window.appearance.themes.theme.scale == stage_scale(SMALL[1]))
    assert user.opens_file(SHELF / lesson)
    qtbot.waitUntil(lambda: user.find("lesson_panel").isVisible())
    user.waits_for_views()
    rest()


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def test_the_network_of_look_inside_is_not_scaled_down_beside_a_lesson(user: User, qtbot: QtBot) -> None:
    goes_on_a_small_stage(user, qtbot, "12-look-inside.toml")
    view = user.window.diagram_view
    assert view.viewport().width() < 450
    assert view.transform().m11() == pytest.approx(1)
    user.clicks("step_3")
    room = view.shown.layout.title_rect.width()
    assert QFontMetricsF(view.diagram_scene.diagram_style.text_font).horizontalAdvance("3 · Compute outputs") <= room


def test_the_seven_steps_stand_in_one_row(user: User, qtbot: QtBot) -> None:
    goes_on_a_small_stage(user, qtbot, "12-look-inside.toml")
    middles = {place(user.find(f"step_{name}")).center().y() for name in ("back", *"1234567", "forth")}
    middles.add(place(user.find("step_sample")).center().y())
    assert max(middles) - min(middles) <= 1


def test_fields_of_long_names_are_whole_in_the_computation_graph(user: User, qtbot: QtBot) -> None:
    goes_on_a_small_stage(user, qtbot, "07-computation-graph.toml")
    presets, area = user.find("graph_presets"), user.find("scroll_variables")
    assert isinstance(presets, QComboBox)
    assert isinstance(area, QScrollArea)
    presets.setCurrentIndex(presets.findData("neuron"))
    presets.activated.emit(presets.currentIndex())
    rest()
    fields = [field for field in area.findChildren(NumberBox) if field.isVisible()]
    assert len(fields) == 6
    assert all(place(field).right() < place(area.viewport()).right() for field in fields)


def test_an_axis_and_its_sign_stay_in_one_row(user: User, qtbot: QtBot) -> None:
    goes_on_a_small_stage(user, qtbot, "12-look-inside.toml")
    user.clicks("inside_part_hidden")
    rest()
    for axis in ("x", "y", "z"):
        box = user.find(f"hidden_{axis}_unit")
        sign = next(part for part in box.parentWidget().children() if isinstance(part, QWidget) and part is not box)  # type: ignore[union-attr]
        assert place(sign).center().y() == pytest.approx(place(box).center().y(), abs=1)
        assert place(sign).right() < place(box).left()


def test_the_equation_of_a_plane_is_whole_in_letters_of_the_stage(user: User, qtbot: QtBot) -> None:
    goes_on_a_small_stage(user, qtbot, "02-boundary.toml")
    for _ in range(4):
        user.presses(Qt.Key.Key_PageDown)
    user.waits_for_views()
    row, theme = user.find("region_equation_1"), user.window.appearance.themes.theme
    assert isinstance(row, EquationRow)
    qtbot.waitUntil(lambda: "x₃" in row.text)
    font, equation = QFont(user.window.font()), row.equation
    assert equation is not None
    font.setPixelSize(theme.letters(13))
    room = row.width() - QFontMetrics(font).horizontalAdvance("o  ") - theme.px(2) - 2
    text = fitting_text(equation, font, room, theme.letters(LEAST_TYPE))
    assert text in equation.briefs
    assert "x₂" in text
    assert "x₃" in text
    assert font.pixelSize() >= theme.letters(0)
