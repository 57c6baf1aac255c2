"""The adjustment shows what the rule remembers, and the update that it makes with it is the one that follows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from engine import TrainingSpec
from engine.project.demos import demo
from tests.gui.conftest import Opens
from tests.helpers.user import LEFT, TRAINING_MS, User

SYMBOL, FORMULA, NUMBERS, VALUE, AFTER = range(5)


def steps_of(user: User) -> QTableView:
    view = user.find("step_table")
    assert isinstance(view, QTableView)
    return view


def column(user: User, number: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[object]:
    model = steps_of(user).model()
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


def values(user: User, number: int = VALUE) -> list[object]:
    return column(user, number, Qt.ItemDataRole.UserRole)


def goes_on(user: User, qtbot: QtBot, action: str) -> None:
    qtbot.waitUntil(lambda: steps_of(user).model().rowCount() > 0, timeout=TRAINING_MS)
    with qtbot.waitSignal(user.window.session.paused, timeout=TRAINING_MS):
        user.triggers(action)


def test_adam_shows_its_moments_and_makes_the_step_that_it_shows(opens: Opens, qtbot: QtBot) -> None:
    user = opens(replace(demo("xor_run"), training=TrainingSpec("adam", learning_rate=0.1)))
    user.triggers("notation_lecture")
    user.triggers("page_inside")
    goes_on(user, qtbot, "step_epoch")
    user.clicks("step_6")
    qtbot.waitUntil(lambda: column(user, SYMBOL)[:2] == ["η", "t"] and values(user)[1] == 5, timeout=TRAINING_MS)
    assert column(user, SYMBOL)[2:8] == ["g(w₁₁)", "m(w₁₁)", "v(w₁₁)", "m′(w₁₁)", "v′(w₁₁)", "Δw₁₁"]
    run = user.window.session.run()
    assert run is not None
    network = user.project.network
    last = network.n_parameters - 3  # w₁₁, w₂₁ and the threshold of the output
    m, v = (memory.array[last] for memory in (run.rule.memory_1, run.rule.memory_2))
    g, found_m, found_v, new_m, new_v, change = values(user)[2:8]
    assert (found_m, found_v) == (m, v)
    assert (new_m, new_v) == pytest.approx((0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g), rel=1e-12)  # type: ignore[operator]
    root = np.sqrt(new_v / (1 - 0.999**5)) + 1e-8  # type: ignore[operator]
    assert change == pytest.approx(-0.1 * new_m / (1 - 0.9**5) / root, rel=1e-9)  # type: ignore[operator]
    threshold = column(user, SYMBOL).index("m′(T₁ᵒ)")
    assert values(user)[threshold - 3] == pytest.approx(user.window.clock.newest.steps.passage.deltas[1][0])  # type: ignore[union-attr]

    steps = steps_of(user)
    steps.scrollTo(steps.model().index(7, 0))
    qtbot.mouseClick(steps.viewport(), LEFT, pos=steps.visualRect(steps.model().index(7, 0)).center())
    view = user.find("formula_view")
    qtbot.waitUntil(lambda: view.is_typeset, timeout=TRAINING_MS)  # type: ignore[attr-defined]
    assert r"\sqrt{" in view.latex  # type: ignore[attr-defined]
    qtbot.mouseClick(view, LEFT, pos=view.places()[1][1].center().toPoint())  # type: ignore[attr-defined]
    assert steps.currentIndex().row() == 5, "m′ stands above"

    user.clicks("inside_practice")
    asked = steps.model().rowCount() - 2 - 2 * network.n_parameters
    assert column(user, VALUE)[:3] == ["0.1000", "5", ""], "what is given stays on show"
    assert "" not in column(user, VALUE)[3:5], "so does what the updates before have left"
    assert f"of {asked} are right" in user.find("step_sentence").toolTip()
    assert not steps.model().flags(steps.model().index(0, VALUE)) & Qt.ItemFlag.ItemIsEditable
    assert steps.model().flags(steps.model().index(2, VALUE)) & Qt.ItemFlag.ItemIsEditable
    user.clicks("inside_practice")
    told = {symbol: after for symbol, after in zip(column(user, SYMBOL), values(user, AFTER), strict=True) if after}
    goes_on(user, qtbot, "step_sample")
    weights, thresholds = (
        user.window.session.snapshot.parameters[last:-1],
        -user.window.session.snapshot.parameters[-1:],
    )
    assert [told["Δw₁₁"], told["Δw₂₁"], told["ΔT₁ᵒ"]] == [*weights, *thresholds], "to the bit"


@pytest.mark.parametrize(
    ("training", "symbols", "says"),
    [
        (TrainingSpec("rprop", batch_size=None), ["g(w₁₁)", "g₀(w₁₁)", "s(w₁₁)", "s′(w₁₁)", "Δw₁₁"], "4 samples"),
        (
            TrainingSpec("adaptive", batch_size=None, momentum=0.5),
            ["η", "μ", "η′", "g(w₁₁)", "v(w₁₁)", "v′(w₁₁)", "Δw₁₁"],
            "4 samples",
        ),
        (TrainingSpec(momentum=0.5, l2=0.01), ["v(w₁₁)", "Δw₁₁", "v(w₂₁)", "Δw₂₁"], "by η"),
    ],
)
def test_every_rule_shows_what_it_goes_by(
    opens: Opens, qtbot: QtBot, training: TrainingSpec, symbols: list[str], says: str
) -> None:
    user = opens(replace(demo("xor_run"), training=training))
    user.triggers("notation_lecture")
    user.window.tables.show_table("steps")
    goes_on(user, qtbot, "step_epoch")
    user.clicks("step_6")
    qtbot.waitUntil(lambda: column(user, SYMBOL)[: len(symbols)] == symbols, timeout=TRAINING_MS)
    assert says in user.find("step_sentence").toolTip()
    if training.momentum and training.rule == "gradient_descent":
        velocity = user.window.session.run().rule.memory_1.array[-3]  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: f"0.5·({velocity:.4g})".replace("-", "−") in str(column(user, NUMBERS)[1]))
        assert values(user)[0] == velocity
        assert str(column(user, FORMULA)[1]) == "η·δ₁ᵒ·y₁ + μ·v − η·λ₂·w₁₁"
    if training.rule == "adaptive":
        change = column(user, NUMBERS)[6]
        assert change == str(change).strip("()"), "a number that stands alone has no brackets"
    for action in ("step_epoch", "step_sample"):
        told = values(user, AFTER)
        goes_on(user, qtbot, action)
        qtbot.waitUntil(lambda told=told: values(user, AFTER) != told, timeout=TRAINING_MS)
