"""The page of the computation graph, through the window, with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.expression import PRESETS
from gui.features.computation_graph.graph_layout import lay_out
from gui.features.computation_graph.graph_painter import INSET, SMALL, USUAL
from gui.features.computation_graph.page import ComputationGraphPage
from gui.features.computation_graph.step_sentences import gradient_name, value_text
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(user: User) -> ComputationGraphPage:
    user.triggers("page_computation_graph")
    found = user.window.pages.currentWidget()
    assert isinstance(found, ComputationGraphPage)
    return found


def numbers(page: ComputationGraphPage) -> dict[str, tuple[float | None, float | None]]:
    """Value and gradient on show by name."""
    assert page.walk is not None
    moment = page.walk.moment(page.done)
    named = [(node.name, k) for k, node in enumerate(page.walk.graph.nodes) if node.name]
    return {name: (moment.values[k], moment.gradients[k]) for name, k in named}


def types(qtbot: QtBot, page: ComputationGraphPage, text: str) -> None:
    page.line.setFocus()
    page.line.selectAll()
    qtbot.keyClicks(page.line, text)


def button(page: ComputationGraphPage, name: str) -> QToolButton:
    found = page.findChild(QToolButton, f"graph_{name}")
    assert isinstance(found, QToolButton)
    return found


def field(page: ComputationGraphPage, name: str) -> QDoubleSpinBox:
    found = page.findChild(QDoubleSpinBox, f"variable_{name}")
    assert isinstance(found, QDoubleSpinBox)
    return found


def sets_value(qtbot: QtBot, page: ComputationGraphPage, name: str, text: str) -> None:
    box = field(page, name)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def test_the_lectures_example_step_by_step_with_the_mouse(page: ComputationGraphPage, qtbot: QtBot) -> None:
    assert numbers(page) == {"x": (-2, None), "y": (5, None), "q": (None, None), "z": (-4, None), "f": (None, None)}
    seen = []
    for _ in range(5):
        qtbot.mouseClick(button(page, "step"), LEFT)
        seen.append(page.step_text)
    assert "q = x + y = (−2) + 5 = 3" in seen[0]
    assert "f = q × z = 3 × (−4) = −12" in seen[1]
    assert "∂f/∂f = 1" in seen[2]
    assert "∂f/∂q = ∂f/∂f × ∂f/∂q = 1 × (−4) = −4" in seen[3]
    assert "∂f/∂z = ∂f/∂f × ∂f/∂z = 1 × 3 = 3" in seen[3]
    assert "∂f/∂x = ∂f/∂q × ∂q/∂x = (−4) × 1 = −4" in seen[4]
    assert numbers(page) == {"x": (-2, -4), "y": (5, -4), "q": (3, -4), "z": (-4, 3), "f": (-12, 1)}
    assert not button(page, "step").isEnabled()
    qtbot.mouseClick(button(page, "back"), LEFT)
    assert numbers(page)["x"] == (-2, None)
    qtbot.mouseClick(button(page, "reset"), LEFT)
    assert page.done == 0
    qtbot.mouseClick(button(page, "all"), LEFT)
    assert numbers(page)["q"] == (3, -4)


def test_the_whole_way_with_the_keyboard_alone(user: User, qtbot: QtBot) -> None:
    user.window.activateWindow()
    qtbot.keyClick(user.window, Qt.Key.Key_6, CONTROL)
    page = user.window.pages.currentWidget()
    assert isinstance(page, ComputationGraphPage)
    assert user.window.focusWidget() is page.canvas
    user.presses(Qt.Key.Key_Right)
    user.presses(Qt.Key.Key_Space)
    assert page.done == 2
    assert user.window.session.state == "idle", "these keys train elsewhere"
    user.presses(Qt.Key.Key_Left)
    assert page.done == 1
    user.presses(Qt.Key.Key_End)
    assert numbers(page)["x"] == (-2, -4)
    user.presses(Qt.Key.Key_Home)
    assert page.done == 0
    user.presses(Qt.Key.Key_Escape)
    assert user.window.pages.current == "workbench"
    assert user.window.training_bar.isVisible()


def test_edited_values_are_followed_by_everything(page: ComputationGraphPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(page, "all"), LEFT)
    sets_value(qtbot, page, "z", "2")
    assert numbers(page) == {"x": (-2, 2), "y": (5, 2), "q": (3, 2), "z": (2, 3), "f": (6, 1)}
    sets_value(qtbot, page, "x", "-5")
    assert numbers(page)["f"] == (0, 1)
    qtbot.mouseClick(button(page, "back"), LEFT)
    sets_value(qtbot, page, "x", "1.5")
    assert numbers(page)["q"] == (6.5, 2)
    assert numbers(page)["x"] == (1.5, None), "the step stays"


@pytest.mark.parametrize(("text", "variables"), [("x + sin(x)", {"x"}), ("x + sum", {"x", "sum"})])
def test_a_number_being_typed_is_of_the_variable_that_the_expression_then_loses(
    page: ComputationGraphPage, qtbot: QtBot, text: str, variables: set[str]
) -> None:
    types(qtbot, page, "x + s")
    box = field(page, "s")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "7")
    line = QAccessible.queryAccessibleInterface(page.line)
    line.setText(QAccessible.Text.Value, text)  # as dictation does, which takes the focus from nobody
    assert page.line.text() == text
    named = numbers(page)
    assert variables <= set(named)
    assert "s" not in named
    types(qtbot, page, "x + s")
    assert numbers(page)["s"] == (7, None)
    assert numbers(page)["x"] == (-2, None)
    types(qtbot, page, "x + sum")
    assert numbers(page)["sum"] == (1, None)


def test_any_expression_can_be_typed(page: ComputationGraphPage, qtbot: QtBot) -> None:
    types(qtbot, page, "E = sigmoid(w*x) ^ 2")
    assert page.message == ""
    assert field(page, "x").value() == -2, "a variable that stays keeps its value"
    assert field(page, "w").value() == 1
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert page.canvas.hasFocus()
    qtbot.keyClick(page.canvas, Qt.Key.Key_End)
    sigmoid = 1 / (1 + 2.718281828459045**2)
    assert numbers(page)["E"][0] == pytest.approx(sigmoid**2)
    assert numbers(page)["w"][1] == pytest.approx(2 * sigmoid * sigmoid * (1 - sigmoid) * -2)
    assert page.findChild(QComboBox, "graph_presets").currentIndex() == -1


def test_a_bad_expression_is_explained_at_its_character(page: ComputationGraphPage, qtbot: QtBot) -> None:
    before = page.walk
    types(qtbot, page, "(x + y) z")
    assert page.message == "Character 9: an operator is missing before “z”; for a product write ×."
    stretch = page.line.wrong_stretch()
    assert stretch is not None
    wrong = QColor(page._themes.theme.wrong)
    image = page.line.grab().toImage()
    painted = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if all(abs(a - b) < 60 for a, b in zip(image.pixelColor(x, y).getRgb()[:3], wrong.getRgb()[:3], strict=True))
    ]
    assert painted, "the character is underlined"
    assert stretch[0] - 3 <= min(painted)
    assert max(painted) <= stretch[1] + 3
    assert page.walk is not before, "what was typed on the way has been shown"
    assert not button(page, "step").isEnabled()
    types(qtbot, page, "(x + y) * z")
    assert page.message == ""
    assert page.line.wrong_stretch() is None
    assert button(page, "step").isEnabled()


def test_undo_in_the_line_is_the_lines_own(page: ComputationGraphPage, qtbot: QtBot, user: User) -> None:
    page.line.setFocus()
    page.line.end(False)
    qtbot.keyClicks(page.line, " + 1")
    assert page.line.text() == "(x + y) * z + 1"
    before = user.project
    qtbot.keyClick(page.line, Qt.Key.Key_Z, CONTROL)
    assert page.line.text() == "(x + y) * z"
    assert user.project == before
    box = page.findChild(QComboBox, "graph_presets")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.line.text().startswith("E = ")
    qtbot.keyClick(page.line, Qt.Key.Key_Z, CONTROL)
    assert page.line.text() == "(x + y) * z"


def test_every_preset_is_walked_through_to_its_end(page: ComputationGraphPage, qtbot: QtBot) -> None:
    box = page.findChild(QComboBox, "graph_presets")
    for place in range(6):
        box.setCurrentIndex(place)
        box.activated.emit(place)
        assert page.done == 0, place
        page.canvas.setFocus()
        while page.walk is not None and page.done < len(page.walk):
            qtbot.keyClick(page.canvas, Qt.Key.Key_Right)
        assert all(value is not None for value, _ in numbers(page).values()), place
        assert all(gradient is not None for _, gradient in numbers(page).values()), place


def test_the_neuron_preset_shows_the_local_gradient_of_the_sigmoid(page: ComputationGraphPage, qtbot: QtBot) -> None:
    page.show_preset("neuron")
    page.run("all")
    page.canvas.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.canvas, Qt.Key.Key_Left)
    assert "∂q₅/∂q₄ = q₅ × (1 − q₅) = 0.7311 × (1 − 0.7311) = 0.1966" in page.step_text


def test_sums_of_several_consumers_are_written_out(page: ComputationGraphPage) -> None:
    page.show_preset("shared")
    page.run("all")
    page.run("back")
    assert "∂f/∂q₁ = 1 + 0.5403 = 1.540" in page.step_text
    assert "by way of q₂" in page.step_text


def test_what_has_no_value_is_said_at_its_node(page: ComputationGraphPage, qtbot: QtBot) -> None:
    types(qtbot, page, "log(x) * y")
    page.run("all")
    assert page.step_text.endswith("at q: −2 has no logarithm; only positive numbers have one.")
    assert numbers(page)["f"] == (None, None)
    sets_value(qtbot, page, "x", "1")
    assert numbers(page)["f"] == (0, 1), "once it has a value, everything follows"


def test_clicks_on_nodes_lead_to_their_fields_and_steps(page: ComputationGraphPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.canvas, LEFT, pos=page.canvas.position_of("f"))
    assert page.done == 2
    page.run("all")
    qtbot.mouseClick(page.canvas, LEFT, pos=page.canvas.position_of("f"))
    assert page.done == 4
    qtbot.mouseClick(page.canvas, LEFT, pos=page.canvas.position_of("y"))
    assert field(page, "y").hasFocus()


def test_the_picture_is_zoomed_moved_and_fitted(page: ComputationGraphPage, qtbot: QtBot) -> None:
    canvas = page.canvas
    fitted = canvas.position_of("x"), canvas.position_of("f")
    at = QPointF(fitted[0])
    wheel = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert (canvas.position_of("x") - fitted[0]).manhattanLength() <= 1, "what is under the mouse stays there"
    assert canvas.position_of("f").x() > fitted[1].x()
    start = QPoint(8, 8)
    qtbot.mousePress(canvas, LEFT, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(canvas, start + QPoint(15 * step, 10 * step))
    qtbot.mouseRelease(canvas, LEFT, pos=start + QPoint(60, 40))
    assert canvas.position_of("x").x() > fitted[0].x() + 40
    qtbot.mouseClick(button(page, "fit"), LEFT)
    assert (canvas.position_of("x"), canvas.position_of("f")) == fitted


def test_values_and_gradients_are_painted_only_when_they_are_known(page: ComputationGraphPage) -> None:
    def dark_pixels(name: str) -> int:
        at = page.canvas.position_of(name)
        image = page.canvas.grab().toImage()
        ratio = image.devicePixelRatio()
        area = [(x, y) for x in range(at.x() - 50, at.x() + 60) for y in range(at.y() - 12, at.y() + 40)]
        return sum(image.pixelColor(round(x * ratio), round(y * ratio)).lightness() < 128 for x, y in area)

    empty = dark_pixels("q")
    page.run("step")
    page.run("step")
    valued = dark_pixels("q")
    page.run("all")
    assert empty < valued < dark_pixels("q")


def test_the_state_survives_other_pages_and_other_languages(
    page: ComputationGraphPage, user: User, qtbot: QtBot
) -> None:
    types(qtbot, page, "x * y")
    page.run("step")
    user.triggers("page_workbench")
    user.triggers("language_zh_CN")
    user.triggers("theme_dark")
    user.triggers("presentation")
    user.triggers("page_computation_graph")
    assert page.line.text() == "x * y"
    assert page.done == 1
    assert "f = x × y = (−2) × 5 = −10" in page.step_text
    user.triggers("presentation")
    user.triggers("language_en")


def test_all_controls_are_large_enough_and_named(page: ComputationGraphPage) -> None:
    controls = [
        *page.findChildren(QToolButton),
        page.line,
        page.findChild(QComboBox, "graph_presets"),
        field(page, "x"),
    ]
    for control in controls:
        assert isinstance(control, QWidget)
        assert control.height() >= 24, control.objectName()
        assert control.width() >= 24, control.objectName()
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
    assert page.findChild(QLabel, "graph_step_text").accessibleName()
    assert page.canvas.accessibleDescription() == page.step_text


def test_lessons_are_told_how_far_the_walk_has_come(page: ComputationGraphPage, user: User) -> None:
    def facts() -> tuple[object, ...]:
        found = user.window.facts()
        return tuple(found[f"graph.{name}"] for name in ("forward_done", "backward_done", "is_neuron"))

    assert facts() == (False, False, False)
    page.run("step")
    page.run("step")
    assert facts() == (True, False, False)
    page.run("all")
    assert facts() == (True, True, False)
    page.show_preset("neuron")
    assert facts() == (False, False, True)
    page.line.replace_text("log(x - 9)")
    page.run("all")
    assert facts() == (False, False, False), "the forward pass has come to a stop"


def test_numbers_and_names_of_gradients_can_be_read_beside_a_lesson(page: ComputationGraphPage, user: User) -> None:
    user.window.resize(1280, 720)
    user.window.actions_by_name["side_panel"].setChecked(False)
    page.setFixedWidth(1280 - 308)  # what a lesson leaves
    QApplication.processEvents()
    for preset in PRESETS:
        page.show_preset(preset.name)
        page.run("all")
        assert page.walk is not None, preset.name
        graph, moment = page.walk.graph, page.walk.moment(page.done)
        layout = lay_out(graph)
        first, *_, last = (index for index, node in enumerate(graph.nodes) if node.name)
        spread = page.canvas.position_of(graph.nodes[last].name) - page.canvas.position_of(graph.nodes[first].name)
        zoom = spread.x() / (layout.boxes[last].x - layout.boxes[first].x)
        assert zoom * SMALL >= 7.4, preset.name  # pixels
        small, bold = QFont(page.canvas.font()), QFont(page.canvas.font())
        small.setPixelSize(round(SMALL))
        bold.setPixelSize(round(USUAL))
        bold.setBold(True)
        for index, node in enumerate(graph.nodes):
            if node.number is None:
                room = layout.boxes[index].width - 2 * INSET
                for value in (moment.values[index], moment.gradients[index]):
                    assert value is None or QFontMetricsF(bold).horizontalAdvance(value_text(value)) <= room
                assert QFontMetricsF(small).horizontalAdvance(gradient_name(graph, index)) <= room
