"""A number in the formula leads to the row and part of the diagram, or to the setting, that it comes from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from engine.project.demos import demo
from gui.document.commands import change_training
from gui.features.back_propagation.inside.drawn_parts import find_parts
from gui.words.number_text import bracketed
from tests.gui.conftest import Opens
from tests.helpers.user import LEFT, TRAINING_MS, User


def steps_of(user: User) -> QTableView:
    view = user.find("step_table")
    assert isinstance(view, QTableView)
    return view


def formula_of(user: User, qtbot: QtBot) -> QWidget:
    view = user.find("formula_view")
    qtbot.waitUntil(lambda: view.is_typeset, timeout=TRAINING_MS)  # type: ignore[attr-defined]
    return view


def selects(user: User, qtbot: QtBot, step: int, row: int) -> None:
    user.clicks(f"step_{step}")
    steps = steps_of(user)
    qtbot.mouseClick(steps.viewport(), LEFT, pos=steps.visualRect(steps.model().index(row, 0)).center())


def clicks_number(user: User, qtbot: QtBot, place: int, hint: str = "a click goes there") -> None:
    """The number at `place`, from left to right and line to line, of the formula on show."""
    view = formula_of(user, qtbot)
    at: QPoint = view.places()[place][1].center().toPoint()  # type: ignore[attr-defined]
    qtbot.mouseMove(view, at)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert view.accessibleDescription().endswith(hint)
    qtbot.mouseClick(view, LEFT, pos=at)


def shown(user: User) -> tuple[str, str, object]:
    """The step, the quantity of the selected row, and what stands out on the diagram."""
    steps = steps_of(user)
    sentence = user.find("step_sentence").text()
    quantity = str(steps.model().index(steps.currentIndex().row(), 0).data())
    return sentence[0], quantity, set(user.window.focus.annotations.emphasis)


def comes_to_field(user: User, qtbot: QtBot, name: str) -> None:
    """The workbench, and on it the field, whole and ready to be typed over."""
    field = user.find(name)
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect(), timeout=TRAINING_MS)
    assert user.window.pages.current == "workbench"
    assert field.hasFocus()
    qtbot.keyClicks(field, "0.125")
    user.presses(Qt.Key.Key_Return)
    assert getattr(user.project.training, name) == 0.125


def test_a_click_on_a_number_goes_to_the_step_that_computes_it(run: User, qtbot: QtBot) -> None:
    run.triggers("notation_lecture")
    run.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(run).model().rowCount() > 0, timeout=TRAINING_MS)
    selects(run, qtbot, 6, 1)  # Δw₂₁ = η·δ₁ᵒ·y₂
    clicks_number(run, qtbot, 1)
    assert shown(run) == ("5", "δ₁ᵒ", {(1, 0)})
    clicks_number(run, qtbot, 1)  # (d₁ − o₁)·o₁·(1 − o₁)
    assert shown(run) == ("3", "o₁", {(1, 0)})
    clicks_number(run, qtbot, 0)  # f(net₁ᵒ)
    assert shown(run) == ("3", "net₁ᵒ", {(1, 0)})
    formula_of(run, qtbot)
    run.find("formula_view").setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):  # w₁₁·y₁ + …
        run.presses(key)
    assert shown(run) == ("3", "y₁", {(0, 0)})
    run.find("formula_view").setFocus(Qt.FocusReason.TabFocusReason)
    clicks_number(run, qtbot, 0)  # f(net₁ʸ)
    clicks_number(run, qtbot, 4)  # v₁₁·x₁ + v₂₁·x₂ − T₁ʸ
    assert shown(run) == ("1", "T₁ʸ", {(0, 0)})

    run.clicks("inside_part_check")
    checks = run.find("check_table")
    assert isinstance(checks, QTableView)
    qtbot.waitUntil(lambda: checks.model().rowCount() > 0, timeout=TRAINING_MS)
    qtbot.mouseClick(checks.viewport(), LEFT, pos=checks.visualRect(checks.model().index(0, 0)).center())
    clicks_number(run, qtbot, 2)  # Δv₁₁ = η·δ₁ʸ·x₁
    assert steps_of(run).isVisible(), "the row stands among the steps"
    assert shown(run)[:2] == ("2", "x₁")


def test_the_sum_of_softmax_stands_there_in_numbers_that_lead_to_the_net_inputs(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("iris"))
    user.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(user).model().rowCount() > 0, timeout=TRAINING_MS)
    nets = [user.window.clock.newest.steps.passage.net_inputs[1][unit] for unit in range(3)]  # type: ignore[union-attr]
    selects(user, qtbot, 3, 13)  # ŷ₁, below the net inputs and outputs of six hidden units and z₁ of its layer
    powers = [f"e^{bracketed(net)}" for net in nets]
    assert f"{powers[0]} / ({' + '.join(powers)})" in formula_of(user, qtbot).text  # type: ignore[attr-defined]
    clicks_number(user, qtbot, 2)
    assert shown(user) == ("3", "z₂⁽²⁾", {(1, 1)})


def test_numbers_of_an_rbf_unit_lead_to_centre_and_width(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("rbf_xor"))
    user.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(user).model().rowCount() > 0, timeout=TRAINING_MS)
    selects(user, qtbot, 3, 0)  # ‖x − c₁‖² / 2σ₁²
    clicks_number(user, qtbot, 1)
    assert shown(user)[:2] == ("1", "c₁₁")
    selects(user, qtbot, 3, 0)
    clicks_number(user, qtbot, 4)
    assert shown(user)[:2] == ("1", "σ₁")


@pytest.mark.parametrize(("name", "place"), [("learning_rate", 0), ("momentum", 3), ("l1", 6), ("l2", 6)], ids=str)
def test_a_setting_in_a_formula_leads_to_its_field(run: User, qtbot: QtBot, name: str, place: int) -> None:
    """Δw = η·δ·y + μ·v − η·λ₂·w; the field of a penalty stands in a part of the panel that is folded."""
    penalty = {name: 0.01} if name in ("l1", "l2") else {}
    assert change_training(run.window.document, momentum=0.5, **penalty)
    run.triggers("step_epoch")
    run.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(run).model().rowCount() > 0, timeout=TRAINING_MS)
    selects(run, qtbot, 6, 3)
    clicks_number(run, qtbot, place, "a setting of training: a click goes to its field")
    comes_to_field(run, qtbot, name)


@pytest.mark.parametrize(
    ("rule", "number", "quantity"),
    [
        ("gradient_descent", (3, 4), "v(w₂₁)"),
        ("adam", (7, 2), "t"),
        ("adam", (5, 0), "m(w₁₁)"),
        ("rprop", (3, 0), "s(w₁₁)"),
    ],
)
def test_what_earlier_updates_have_left_stands_in_a_row_of_its_own(
    run: User, qtbot: QtBot, rule: str, number: tuple[int, int], quantity: str
) -> None:
    """Row and place of a number in Δw = η·δ·y + μ·v, Δw = −η·(m′/(1 − 0.9ᵗ))/…, m′ = 0.9·m + 0.1·g and s′ = 1.2·s."""
    row, place = number
    run.triggers("notation_lecture")
    assert change_training(run.window.document, rule=rule, momentum=0.5)
    run.triggers("step_epoch")
    run.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(run).model().rowCount() > 0, timeout=TRAINING_MS)
    selects(run, qtbot, 6, row)
    clicks_number(run, qtbot, place)
    assert shown(run)[:2] == ("6", quantity)


def test_a_field_is_found_where_the_side_panel_is_hidden(run: User, qtbot: QtBot) -> None:
    run.triggers("side_panel")
    run.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(run).model().rowCount() > 0, timeout=TRAINING_MS)
    selects(run, qtbot, 6, 1)
    clicks_number(run, qtbot, 0, "a click goes to its field")
    comes_to_field(run, qtbot, "learning_rate")


@pytest.mark.parametrize("row", [0, 1], ids=["what the rule goes by", "the change of a weight"])
def test_the_rate_of_a_rule_with_a_memory_leads_to_its_field(run: User, qtbot: QtBot, row: int) -> None:
    """Of Adam's η = 0.4 and Δw = −0.4·(m′/(1 − 0.9ᵗ))/…, the number of the rate."""
    assert change_training(run.window.document, rule="adam")
    run.triggers("page_inside")
    qtbot.waitUntil(lambda: steps_of(run).model().rowCount() > 0, timeout=TRAINING_MS)
    first = formula_of(run, qtbot)
    run.clicks("step_6")
    assert first.text.startswith("g("), "before a row is chosen, what is computed stands there"  # type: ignore[attr-defined]
    selects(run, qtbot, 6, 7 if row else 0)
    clicks_number(run, qtbot, 0, "a click goes to its field")
    comes_to_field(run, qtbot, "learning_rate")


@pytest.mark.parametrize("fill", ["#fa0001", "#222222"])
def test_a_marked_number_is_found_in_the_drawing_and_has_the_colour_of_the_others(fill: str) -> None:
    """Two letters beside each other are one number; the same mark further off is a second place."""
    glyph = '<path d="M {0} 2 L {1} 2 Q {1} 5 {1} 12 Z " fill="' + fill + '" />'
    glyphs = "".join(glyph.format(x, x + 6) for x in (10, 18, 90))
    placed = find_parts(f'<svg viewBox="-1 -3 100 20">{glyphs}</svg>', "#222222")
    assert placed.parts == (((1, (11, 5, 14, 10)), (1, (91, 5, 6, 10))) if fill == "#fa0001" else ())
    assert placed.svg.count('fill="#222222"') == 3
