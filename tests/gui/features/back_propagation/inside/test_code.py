"""The code on the page "Look inside": every line shows what the engine computes, and a number in it is the weight."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from engine import TrainingSpec
from engine.analysis.numpy_code.numpy_lines import in_textbook_letters, numpy_lines
from engine.project.demos import demo
from tests.gui.conftest import Opens
from tests.gui.features.back_propagation.inside.tables import (
    CODE,
    SHAPE,
    TIP,
    VALUE,
    arrays_in,
    clicks_row,
    column,
    network_of,
    opens_page,
    table,
)
from tests.helpers.user import LEFT, TRAINING_MS, User


def test_each_line_of_the_code_shows_what_the_engine_computes_and_lights_up_its_parts(run: User, qtbot: QtBot) -> None:
    window, project = run.window, run.project
    opens_page(run, qtbot)
    run.clicks("inside_part_code")
    code = table(run, "code_table")
    qtbot.waitUntil(lambda: code.model().rowCount() > 0, timeout=TRAINING_MS)
    lines = numpy_lines(project.network, project.training)
    given = [f"{name} = np.array(...)" for name in lines.parameters]
    exported = [*given, *lines.forward, *lines.loss, *lines.backward, *lines.update]
    assert column(code, CODE) == [in_textbook_letters(line) for line in exported]
    run.triggers("notation_lecture")
    assert column(code, CODE) == exported
    samples = run.find("code_samples")
    assert isinstance(samples, QComboBox)
    samples.setFocus()
    run.presses(Qt.Key.Key_Down)
    run.presses(Qt.Key.Key_Down)
    net1 = exported.index("net1 = o0 @ W1 + b1")
    qtbot.waitUntil(lambda: column(code, SHAPE)[net1] == "4 × 2", timeout=TRAINING_MS)
    data = window.document.dataset

    def agrees() -> bool:
        """With the network where it stands now."""
        network = network_of(run)
        trace, deltas = network.trace(data.inputs), network.deltas(data.inputs, data.targets)
        gradient = network.gradient(data.inputs, data.targets)
        wanted = {
            "net1 =": trace.net_inputs[0],
            "o2 =": trace.activations[1],
            "delta2 =": deltas[1],
            "delta1 =": deltas[0],
            "    -(o0.T": gradient[:4],
        }
        tips = dict(zip(column(code, CODE), column(code, VALUE, TIP), strict=True))
        found = {start: arrays_in(tips[line]) for start in wanted for line in tips if line.startswith(start)}
        return all(np.allclose(found[start], wanted[start].ravel(), rtol=1e-12, atol=1e-12) for start in wanted)

    assert agrees()
    with qtbot.waitSignal(window.session.paused, timeout=TRAINING_MS):
        run.triggers("step_epoch")
    qtbot.waitUntil(agrees, timeout=TRAINING_MS)

    clicks_row(qtbot, code, net1)
    hidden = {(0, 0), (0, 1)}
    assert hidden <= window.focus.annotations.emphasis
    assert (1, 0) not in window.focus.annotations.emphasis
    assert not window.focus.annotations.neurons, "one sample's numbers are not those of all"
    while code.currentIndex().row() < exported.index("delta2 = (d - o2) * (o2 * (1.0 - o2))"):
        run.clicks("code_forth")
    assert window.focus.annotations.emphasis == {(1, 0)}
    assert run.find("code_sentence").text().endswith("δ = −∂E/∂net of layer 2.")
    assert run.find("formula_view").text.startswith("δ₁ᵒ = (d₁ − o₁)·o₁·(1 − o₁)")  # type: ignore[attr-defined]
    run.clicks("code_copy")
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("\n".join(exported[len(given) :]) + "\n")
    space: dict[str, np.ndarray] = {"np": np}  # type: ignore[dict-item]
    exec(copied.split("o0 = x")[0], space)
    parameters = [space[name].ravel() for name in lines.parameters]
    np.testing.assert_array_equal(np.concatenate(parameters), network_of(run).parameters)


def test_where_nothing_has_a_gradient_the_code_still_runs(opens: Opens, qtbot: QtBot) -> None:
    user = opens(demo("lecture"))
    user.triggers("page_inside")
    steps = table(user, "step_table")
    qtbot.waitUntil(lambda: "gradient" in steps.hint, timeout=TRAINING_MS)  # type: ignore[attr-defined]
    user.clicks("inside_part_code")
    code = table(user, "code_table")
    qtbot.waitUntil(lambda: code.model().rowCount() > 0, timeout=TRAINING_MS)
    assert "delta1 = t - a1" in column(code, CODE)


def test_the_code_of_the_next_batch_makes_the_very_next_update(opens: Opens, qtbot: QtBot) -> None:
    """Adam with what it remembers, two of the four samples at a time."""
    user = opens(replace(demo("xor"), training=TrainingSpec("adam", learning_rate=0.1, batch_size=2)))
    opens_page(user, qtbot)
    user.clicks("inside_part_code")
    code, samples = table(user, "code_table"), user.find("code_samples")
    samples.setFocus()
    user.presses(Qt.Key.Key_Down)
    data = user.window.document.dataset
    for rows in ((0, 1), (2, 3), (0, 1)):
        inputs = data.inputs[list(rows)].ravel()

        def is_next(inputs: np.ndarray = inputs) -> bool:
            tips = column(code, VALUE, TIP)
            return bool(tips) and np.array_equal(arrays_in(str(tips[column(code, CODE).index("a0 = x")])), inputs)

        qtbot.waitUntil(is_next, timeout=TRAINING_MS)
        told = re.split(r"\n(?=[Wb]\d)", str(column(code, VALUE, TIP)[-1]))
        expected = {each.split(" = ")[0]: arrays_in(each) for each in told}
        with qtbot.waitSignal(user.window.session.paused, timeout=TRAINING_MS):
            user.triggers("step_sample")
        network = network_of(user)
        for layer in range(2):
            weights, biases = network.weights[layer], network.biases[layer]
            np.testing.assert_allclose(expected[f"W{layer + 1}"], weights.ravel(), rtol=1e-12)
            np.testing.assert_allclose(expected[f"b{layer + 1}"], biases, rtol=1e-12)
    user.window.session.train()
    qtbot.waitUntil(lambda: code.model().rowCount() == 0, timeout=TRAINING_MS)  # nobody could read it
    user.window.session.pause()
    qtbot.waitUntil(lambda: code.model().rowCount() > 0, timeout=TRAINING_MS)


def test_a_number_typed_in_the_code_is_the_weight(run: User, qtbot: QtBot) -> None:
    run.triggers("notation_lecture")
    opens_page(run, qtbot)
    run.clicks("inside_part_code")
    code, window = table(run, "code_table"), run.window
    qtbot.waitUntil(lambda: code.model().rowCount() > 0, timeout=TRAINING_MS)
    with qtbot.waitSignal(window.session.paused, timeout=TRAINING_MS):
        run.triggers("step_epoch")
    before = network_of(run).parameters.copy()
    qtbot.waitUntil(lambda: f"{before[0]:.4g}".replace("-", "−") in column(code, VALUE)[0], timeout=TRAINING_MS)
    assert column(code, CODE)[:2] == ["W1 = np.array(...)", "b1 = np.array(...)"]

    def types(row: int, old: str, new: str) -> None:
        at = code.visualRect(code.model().index(row, VALUE)).center()
        qtbot.mouseClick(code.viewport(), LEFT, pos=at)
        qtbot.mouseDClick(code.viewport(), LEFT, pos=at)
        field = run.window.focusWidget()
        assert isinstance(field, QLineEdit)
        assert old in field.text()
        field.selectAll()
        qtbot.keyClicks(field, field.text().replace(old, new))
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: run.window.focusWidget() is code)

    types(0, f"{before[1]:.4g}", "1.25")
    after = before.copy()
    after[1] = 1.25
    np.testing.assert_array_equal(run.project.parameters.array, after, "all digits of the others stay")  # type: ignore[union-attr]
    assert run.action("undo").text().endswith("Set v₁₂")
    qtbot.waitUntil(lambda: "1.25" in column(code, VALUE)[0], timeout=TRAINING_MS)
    assert window.focus.annotations.emphasis == {(0, unit, source) for unit in (0, 1) for source in (0, 1)}
    assert run.find("formula_view").text.startswith("v₁₁ = ")  # type: ignore[attr-defined]
    run.triggers("undo")
    np.testing.assert_array_equal(network_of(run).parameters, before)
    assert not run.action("undo").isEnabled(), "one step"

    types(1, "[", "[1, ")
    assert "numbers alone" in run.find("message_text").text()
    np.testing.assert_array_equal(network_of(run).parameters, before)
