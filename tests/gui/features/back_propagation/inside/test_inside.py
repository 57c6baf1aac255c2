"""The page "Look inside": what a student reads there is the engine's, in formula, gradient check and practice alike."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSpinBox, QTabBar
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, NetworkSpec, Project, TrainingSpec
from engine.analysis.gradient_check import gradient_check
from engine.project.demos import demo
from engine.spec.frozen_array import freeze
from tests.gui.conftest import Opens
from tests.gui.features.back_propagation.inside.tables import (
    clicks_row,
    column,
    network_of,
    opens_page,
    table,
)
from tests.helpers.user import LEFT, TRAINING_MS, User


def test_formulas_stand_as_mathematics_with_the_engine_s_numbers_beside_the_large_diagram(
    run: User, qtbot: QtBot
) -> None:
    window, before = run.window, run.window.diagram_view.width()
    run.triggers("notation_lecture")
    opens_page(run, qtbot)
    page = run.find("inside_page")
    assert page.isAncestorOf(window.diagram_view)
    assert window.diagram_view.width() > before
    assert run.find("training_bar").isVisible()
    assert run.find("timeline").isVisible()
    view = run.find("formula_view")
    run.clicks("step_6")
    steps = table(run, "step_table")
    clicks_row(qtbot, steps, 1)
    data, network = window.document.dataset, network_of(run)
    x, d = data.inputs[:1], data.targets[:1]
    y2, delta = network.trace(x).activations[0][0, 1], network.deltas(x, d)[1][0, 0]
    assert delta < 0
    numbers = f"0.18·({delta:.4g})·{y2:.4g} = {0.18 * delta * y2:.4g}".replace("-", "−")
    assert view.text == f"Δw₂₁ = η·δ₁ᵒ·y₂ = {numbers}"  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: view.is_typeset, timeout=TRAINING_MS)  # type: ignore[attr-defined]
    assert (1, 0, 1) in window.focus.annotations.emphasis, "the connection stands out on the diagram"
    run.clicks("formula_copy_latex")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(r"\begin{aligned}\Delta w_{21}&=\eta \cdot \delta _{1}^{o}\cdot y_{2}")
    figures = run.find("formula_figures")
    assert isinstance(figures, QSpinBox)
    figures.setValue(17)
    run.clicks("formula_copy_text")
    told = QGuiApplication.clipboard().text().split(" = ")[-1].replace("−", "-")
    assert float(told) == steps.model().index(1, 3).data(Qt.ItemDataRole.UserRole), "every digit"

    run.clicks("inside_part_matrices")
    matrices = table(run, "matrix_table")
    qtbot.waitUntil(lambda: matrices.model().rowCount() == 4, timeout=TRAINING_MS)
    run.clicks("inside_part_functions")
    run.clicks_diagram("neuron", layer=0, unit=1)
    net = network.trace(x).net_inputs[0][0, 1]
    reading = run.find("function_reading")
    qtbot.waitUntil(lambda: reading.text().startswith(f"net₂ʸ = {net:.4g}".replace("-", "−")), timeout=TRAINING_MS)
    assert page.isAncestorOf(reading)

    run.triggers("page_workbench")
    assert not page.isAncestorOf(window.diagram_view)
    assert not page.isAncestorOf(reading)
    assert window.diagram_view.isVisible()
    assert window.diagram_view.width() == before
    assert window.focus.annotations is None
    run.clicks_diagram("more_units", layer=0)
    assert run.sizes == (2, 3, 1)
    run.window.tables.show_table("steps")
    qtbot.waitUntil(lambda: steps.isVisible() and steps.model().rowCount() > 0, timeout=TRAINING_MS)


def test_the_gradient_is_checked_beside_and_says_so_in_both_languages(opens: Opens, qtbot: QtBot) -> None:
    """An RBF network: derivatives by centres and widths."""
    user = opens(demo("rbf_xor"))
    opens_page(user, qtbot)
    assert not user.find("inside_part_matrices").isVisible(), "their formulas are those of weights"
    user.clicks("inside_part_check")
    checks = table(user, "check_table")
    qtbot.waitUntil(lambda: checks.model().rowCount() > 0, timeout=TRAINING_MS)
    data, sample = user.window.document.dataset, user.window.probe.sample
    x, d = data.inputs[sample : sample + 1], data.targets[sample : sample + 1]
    expected = gradient_check(network_of(user), x, d)
    role = Qt.ItemDataRole.UserRole
    np.testing.assert_allclose(column(checks, 1, role), expected.analytic, rtol=0, atol=0)
    np.testing.assert_allclose(column(checks, 2, role), expected.numeric, rtol=0, atol=0)
    assert column(checks, 0)[0] == "∂E/∂c₁₁"
    verdict = user.find("check_verdict")
    assert verdict.text().startswith("They agree")
    clicks_row(qtbot, checks, 0)
    assert user.window.focus.annotations.emphasis == {(0, 0, 0)}
    assert user.find("formula_view").text.startswith("Δc₁₁ = −η·δ₁")  # type: ignore[attr-defined]
    user.window.session.train()
    qtbot.waitUntil(lambda: checks.model().rowCount() == 0, timeout=TRAINING_MS)
    user.window.session.pause()
    qtbot.waitUntil(lambda: checks.model().rowCount() > 0, timeout=TRAINING_MS)
    user.triggers("language_zh_CN")
    qtbot.waitUntil(lambda: verdict.text().startswith("两者一致"), timeout=TRAINING_MS)

    for part in ("steps", "code", "check"):
        user.clicks(f"inside_part_{part}")
        found = [
            widget
            for kind in (QAbstractButton, QAbstractItemView, QComboBox)
            for widget in user.find("inside_page").findChildren(kind)
            if widget.isVisible() and not widget.objectName().startswith("qt_") and widget.objectName()
        ]
        assert len(found) >= 6
        assert [w.objectName() for w in found if not (w.accessibleName() and w.toolTip())] == []
        assert [name for name, count in Counter(w.objectName() for w in found).items() if count > 1] == []
        assert [w.objectName() for w in found if min(w.width(), w.height()) < 24] == []

    layers = (LayerSpec(2, "linear"), LayerSpec(1, "linear"))
    huge = replace(user.project, network=NetworkSpec(2, layers), parameters=freeze(np.full(9, 1e120)), run=None)
    user.window.document.load(huge)
    user.clicks("inside_part_check")
    qtbot.waitUntil(lambda: verdict.isVisible() and verdict.text().startswith("无从比较"), timeout=TRAINING_MS)


def test_without_the_typesetter_the_formula_stays_a_line_of_text(
    run: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ziamath", None)
    opens_page(run, qtbot)
    view = run.find("formula_view")
    qtbot.waitUntil(lambda: bool(view.text), timeout=TRAINING_MS)  # type: ignore[attr-defined]
    with qtbot.waitSignal(view._typesetter.ready, timeout=TRAINING_MS):  # type: ignore[attr-defined]
        run.clicks("step_3")
    assert not view.is_typeset  # type: ignore[attr-defined]
    picture = view.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 200) for y in range(0, 30)}) > 2, "it is still written"


def test_a_published_example_digit_by_digit(opens: Opens, qtbot: QtBot) -> None:
    """Matt Mazur, "A Step by Step Backpropagation Example": a 2-2-2 network, one sample, η = 0.5."""
    layers = (LayerSpec(2, "sigmoid"), LayerSpec(2, "sigmoid"))
    start = [0.15, 0.25, 0.20, 0.30, 0.35, 0.35, 0.40, 0.50, 0.45, 0.55, 0.60, 0.60]
    project = Project(
        network=NetworkSpec(2, layers),
        dataset=DatasetSpec("custom", inputs=freeze([[0.05, 0.10]]), targets=freeze([[0.01, 0.99]])),
        training=TrainingSpec(learning_rate=0.5),
        parameters=freeze(start),
    )
    user = opens(project)
    opens_page(user, qtbot)
    steps = table(user, "step_table")
    published = {
        3: [0.3775, 0.593269992, 0.3925, 0.596884378, 1.105905967, 0.75136507, 1.2249214, 0.772928465],
        4: [-0.74136507, 0.217071535, 0.298371109],
        5: [-0.138498562, 0.038098236],
        6: {0: 0.35891648, 1: 0.511301270, 2: 0.408666186, 3: 0.561370121}
        | {6: 0.149780716, 7: 0.24975114, 8: 0.19956143, 9: 0.29950229},
    }
    for step, numbers in published.items():
        user.clicks(f"step_{step}")
        if isinstance(numbers, dict):
            after = column(steps, 4, Qt.ItemDataRole.UserRole)
            assert {row: after[row] for row in numbers} == pytest.approx(numbers, abs=5e-9)
        else:
            values = column(steps, 3, Qt.ItemDataRole.UserRole)
            assert values[: len(numbers)] == pytest.approx(numbers, abs=5e-9)


def test_values_can_be_typed_and_a_slip_is_named(run: User, qtbot: QtBot) -> None:
    window = run.window
    run.triggers("notation_lecture")
    opens_page(run, qtbot)
    run.clicks("inside_practice")
    run.clicks("step_5")
    steps, sentence = table(run, "step_table"), run.find("step_sentence")
    data, network = window.document.dataset, network_of(run)
    deltas = network.deltas(data.inputs[:1], data.targets[:1])
    miss = data.targets[0, 0] - network.predict(data.inputs[:1])[0, 0]
    assert column(steps, 3) == ["", "", ""]
    assert column(steps, 3, Qt.ItemDataRole.UserRole) == [None] * 3, "nor can they be copied"
    view = run.find("formula_view")
    assert view.text == "δ₁ᵒ = (d₁ − o₁)·o₁·(1 − o₁) = ?"  # type: ignore[attr-defined]
    marks = window.focus.annotations
    assert marks.neurons[1, 0] == (f"→ {data.targets[0, 0] - miss:.4g}", "d 0"), "what is known stands on the diagram"
    assert (1, 0, 0) in marks.connections

    def types(row: int, number: float) -> str:
        steps.setCurrentIndex(steps.model().index(row, 3))
        steps.setFocus()
        text = f"{number:.3g}"
        qtbot.keyClick(steps, text[0])
        field = run.window.focusWidget()
        assert isinstance(field, QLineEdit)
        qtbot.keyClicks(field, text[1:])
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: run.window.focusWidget() is steps)
        return str(steps.model().index(row, 2).data())

    assert types(0, miss) == "✗ f′ is forgotten"
    assert "0 of 3" in sentence.text()
    assert types(0, deltas[1][0, 0]) == "✓ right"
    assert "1 of 3" in sentence.text()
    assert not view.text.endswith("?"), "the formula is no secret then"  # type: ignore[attr-defined]
    assert types(1, -deltas[0][0, 0]) == "✗ the other sign"
    run.clicks("step_6")
    assert types(0, deltas[1][0, 0] * network.trace(data.inputs[:1]).activations[0][0, 0]) == "✗ η is left out"
    threshold = 0.18 * deltas[1][0, 0] * -1
    assert types(2, -threshold) == "✗ the other sign"
    assert types(2, threshold) == "✓ right"
    run.triggers("language_zh_CN")
    assert column(steps, 2)[2] == "✓ 正确"
    with qtbot.waitSignal(window.session.paused, timeout=TRAINING_MS):
        run.triggers("step_sample")
    qtbot.waitUntil(lambda: not any(column(steps, 3)), timeout=TRAINING_MS)  # other numbers, other answers
    run.triggers("page_workbench")
    window.tables.show_table("steps")
    qtbot.waitUntil(lambda: all(column(steps, 3)), timeout=TRAINING_MS)  # the tab shows them as ever


def test_a_double_click_on_a_tab_shows_it_large(run: User, qtbot: QtBot) -> None:
    window = run.window
    bar = run.find("table_tabs")
    assert isinstance(bar, QTabBar)
    for tab, part in (("Matrices", "matrix_table"), ("Step by step", "step_table")):
        index = next(place for place in range(bar.count()) if bar.tabText(place) == tab)
        qtbot.mouseDClick(bar, LEFT, pos=bar.tabRect(index).center())
        assert window.pages.current == "inside", "a double click shows it large"
        assert run.find(part).isVisible()
        run.triggers("page_workbench")
