"""The seven steps in the window: what a student reads is what a student computes, and the step is really made."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableView
from pytestqt.qtbot import QtBot

from engine import Project
from engine.network.back_propagation import back_propagation
from engine.network.network import Network
from engine.project.demos import demo
from gui.words.number_text import exact
from tests.gui.conftest import Opens
from tests.helpers.user import TRAINING_MS, User

VALUE, AFTER = 3, 4


def table(user: User) -> QTableView:
    view = user.find("step_table")
    assert isinstance(view, QTableView)
    return view


def values(user: User, column: int = VALUE) -> list[float]:
    model = table(user).model()
    return [model.index(row, column).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def texts(user: User, column: int) -> list[str]:
    model = table(user).model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def opens_steps(user: User, qtbot: QtBot) -> None:
    user.window.tables.show_table("steps")
    qtbot.waitUntil(lambda: table(user).model().rowCount() > 0, timeout=TRAINING_MS)


def chooses_sample(user: User, sample: int, qtbot: QtBot) -> None:
    box = user.find("step_sample")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(sample)
    box.activated.emit(sample)
    qtbot.waitUntil(lambda: box.currentIndex() == sample, timeout=TRAINING_MS)
    user.clicks("step_2")
    wanted = [*user.window.document.dataset.inputs[sample], *user.window.document.dataset.targets[sample]]
    qtbot.waitUntil(lambda: values(user) == wanted, timeout=TRAINING_MS)


def passage_of(user: User, sample: int):
    data, project = user.window.document.dataset, user.project
    network = Network(project.network, parameters=user.window.session.snapshot.parameters)
    return back_propagation(network, data.inputs[sample], data.targets[sample], project.training)


def test_every_number_of_the_seven_steps_is_what_a_student_computes_by_hand(run: User, qtbot: QtBot) -> None:
    """x = (1, 0), d = 1, in the lecture's notation, from the nine numbers of the start by the formulas alone."""
    run.triggers("notation_lecture")
    opens_steps(run, qtbot)
    chooses_sample(run, 2, qtbot)
    v11, v12, v21, v22, b1, b2, w1, w2, b = demo("xor_run").parameters.array
    eta = 0.18

    def f(net: float) -> float:
        return 1 / (1 + np.exp(-net))

    net1, net2 = v11 + b1, v12 + b2
    y1, y2 = f(net1), f(net2)
    net = w1 * y1 + w2 * y2 + b
    o = f(net)
    delta = (1 - o) * o * (1 - o)
    delta1, delta2 = delta * w1 * y1 * (1 - y1), delta * w2 * y2 * (1 - y2)
    changes = [
        eta * delta * y1,
        eta * delta * y2,
        -eta * delta,
        eta * delta1,
        eta * delta2,
        0,
        0,
        -eta * delta1,
        -eta * delta2,
    ]
    start = [w1, w2, -b, v11, v12, v21, v22, -b1, -b2]
    expected = {
        1: [v11, v12, v21, v22, -b1, -b2, w1, w2, -b],
        2: [1, 0, 1],
        3: [net1, y1, net2, y2, net, o],
        4: [1 - o, 0.5 * (1 - o) ** 2],
        5: [delta, delta1, delta2],
        6: changes,
    }
    for step, numbers in expected.items():
        run.clicks(f"step_{step}")
        np.testing.assert_allclose(values(run), numbers, rtol=1e-10, atol=1e-16, err_msg=f"step {step}")
    np.testing.assert_allclose(values(run, AFTER), np.add(start, changes), rtol=1e-10)
    assert texts(run, 0) == ["Δw₁₁", "Δw₂₁", "ΔT₁ᵒ", "Δv₁₁", "Δv₁₂", "Δv₂₁", "Δv₂₂", "ΔT₁ʸ", "ΔT₂ʸ"]
    assert texts(run, 1)[0] == "η·δ₁ᵒ·y₁"
    tooltip = table(run).model().index(0, VALUE).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == exact(values(run)[0])


def test_the_step_that_is_made_is_the_one_that_was_shown_and_the_next_sample_follows(run: User, qtbot: QtBot) -> None:
    opens_steps(run, qtbot)
    button = run.find("step_apply")
    for sample in range(4):
        chooses_sample(run, sample, qtbot)
        told = passage_of(run, sample).new_parameters
        qtbot.waitUntil(lambda: button.text() == "Make the step", timeout=TRAINING_MS)
        with qtbot.waitSignal(run.window.session.paused, timeout=TRAINING_MS):
            run.clicks("step_apply")
        np.testing.assert_allclose(run.window.session.snapshot.parameters, told, rtol=0, atol=1e-15)
        assert run.window.probe.sample == (sample + 1) % 4
    assert run.window.session.snapshot.epoch == 1


def test_another_sample_than_the_one_in_turn_leads_there_first(run: User, qtbot: QtBot) -> None:
    opens_steps(run, qtbot)
    chooses_sample(run, 3, qtbot)
    button = run.find("step_apply")
    assert isinstance(button, QAbstractButton)
    qtbot.waitUntil(lambda: button.text() == "To sample 1", timeout=TRAINING_MS)
    run.clicks("step_apply")
    qtbot.waitUntil(lambda: button.text() == "Make the step", timeout=TRAINING_MS)
    assert run.window.probe.sample == 0
    assert run.window.session.snapshot.step == 0


def test_arrows_in_the_table_and_buttons_go_through_the_steps(run: User, qtbot: QtBot) -> None:
    opens_steps(run, qtbot)
    view = table(run)
    view.setFocus()
    for _ in range(8):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    last = run.find("step_7")
    assert isinstance(last, QAbstractButton)
    assert last.isChecked()
    assert not run.find("step_forth").isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    run.clicks("step_back")
    fifth = run.find("step_5")
    assert isinstance(fifth, QAbstractButton)
    assert fifth.isChecked()


def test_the_diagram_shows_the_numbers_of_the_step_while_the_tab_is_in_front(run: User, qtbot: QtBot) -> None:
    opens_steps(run, qtbot)
    given = []
    run.window.diagram_view.set_annotations = given.append  # what the diagram is told
    run.clicks("step_5")
    deltas = given[-1].neurons
    assert set(deltas) == {(0, 0), (0, 1), (1, 0)}
    assert deltas[1, 0][0].startswith("δ ")
    run.clicks("step_6")
    assert set(given[-1].connections) == {(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0), (1, 0, 1)}
    table(run).selectRow(0)
    assert given[-1].emphasis == {(1, 0, 0)}
    run.window.tables.show_table("samples")
    assert given[-1] is None


def test_a_choice_in_the_list_is_the_windows_probe(run: User, qtbot: QtBot) -> None:
    opens_steps(run, qtbot)
    chooses_sample(run, 1, qtbot)
    assert run.window.probe.sample == 1
    assert run.window.probe.inputs == (0.0, 1.0)
    run.window.probe.set_point((0.3, 0.4))
    qtbot.waitUntil(lambda: table(run).model().rowCount() == 0, timeout=TRAINING_MS)


@pytest.mark.parametrize("name", ["softmax_moons", "spirals", "blobs", "moons"])
def test_any_network_can_be_gone_through(opens: Opens, qtbot: QtBot, name: str) -> None:
    user = opens(demo(name))
    opens_steps(user, qtbot)
    told = passage_of(user, 0)
    user.clicks("step_5")
    np.testing.assert_allclose(values(user), np.concatenate(told.deltas[::-1]), rtol=1e-12)
    for step in range(1, 8):
        user.clicks(f"step_{step}")
        assert all(text is not None for column in range(5) for text in texts(user, column)[:60])


def test_thresholds_have_no_seven_steps(opens: Opens) -> None:
    user = opens(demo("lecture"))
    bar = user.find("table_tabs")
    shown = [bar.tabText(place) for place in range(bar.count()) if bar.isTabVisible(place)]
    assert "Step by step" not in shown
    assert "Matrices" not in shown
    assert "Functions" in shown


def test_a_batch_is_said_to_be_one(opens: Opens, qtbot: QtBot) -> None:
    project = Project()
    user = opens(replace(project, training=replace(project.training, batch_size=None)))
    opens_steps(user, qtbot)
    user.clicks("step_6")
    assert "4 samples at once" in user.find("step_sentence").toolTip()
