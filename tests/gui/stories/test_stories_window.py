"""The window as a whole: every control can be found and read out, nothing jumps or lies, no size breaks it."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTableView,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine import Network
from gui.document import commands
from gui.features.diagram.geometry.target import Target
from gui.window.notices.status_line import StatusLine
from gui.words.number_text import four_figures
from tests.helpers.user import User

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QGraphicsView, QLineEdit,
)  # fmt: skip
LEAST_HIT = 22  # pixels; controls of the tool bar and the panels are higher


def controls(user: User) -> list[QWidget]:
    """Everything on show that a person can use; not the parts that Qt makes inside its own widgets."""

    def is_part(widget: QWidget) -> bool:
        parent = widget.parentWidget()
        return (
            isinstance(widget, QScrollBar | QHeaderView)
            or isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractItemView)
            or widget.objectName().startswith("qt_")
        )

    return [
        w for w in user.window.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible() and not is_part(w)
    ]


def moves_mouse(user: User, qtbot: QtBot, view: QWidget, at: QPoint) -> str:
    """Point at something; what the status line says then."""
    qtbot.mouseMove(view, at)
    label = user.find("hover_text")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize("data", ["xor", "parity3", "blobs"])
def test_every_control_has_a_name_of_its_own_and_words_for_those_who_cannot_see_it(user: User, data: str) -> None:
    user.picks_data(data)
    for section in ("data_more", "training_more"):
        button = user.find(section)
        assert isinstance(button, QAbstractButton)
        if not button.isChecked():
            button.click()
    found = controls(user)
    assert len(found) > 30
    names = Counter(widget.objectName() for widget in found)
    assert [name for name, count in names.items() if count > 1 or not name] == []
    assert [w.objectName() for w in found if not w.accessibleName()] == []
    painted = {"diagram_view", "region_canvas", "error_canvas", "sample_table"}  # these say what is under the mouse
    assert [w.objectName() for w in found if not w.toolTip() and w.objectName() not in painted] == []


def test_controls_are_large_enough_to_hit(user: User) -> None:
    small = [(w.objectName(), w.width(), w.height()) for w in controls(user) if min(w.width(), w.height()) < LEAST_HIT]
    assert small == []


def test_every_action_stands_in_a_menu_and_says_what_it_does(user: User) -> None:
    shown = {action for menu in user.window.menuBar().actions() for action in menu.menu().actions()}
    mine = [action for action in user.window.actions() if action.objectName().startswith("action_")]
    assert len(mine) > 30
    assert [action.objectName() for action in mine if action not in shown] == []
    assert [action.objectName() for action in mine if not action.toolTip() or not action.text()] == []
    keys = Counter(key.toString() for action in mine for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def test_tab_follows_the_reading_order_and_comes_everywhere(user: User, qtbot: QtBot) -> None:
    user.window.activateWindow()
    first = user.find("button_train")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    order = [first]
    for _ in range(100):
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            break
        order.append(now)
    names = [widget.objectName() for widget in order]
    landmarks = [
        "button_train", "button_reset", "speed", "dataset_gallery", "noise", "rule", "learning_rate", "diagram_view",
        "sample_table", "region_class_1", "region_hard_edges", "region_canvas", "error_log_scale", "error_canvas",
    ]  # fmt: skip
    assert [name for name in names if name in landmarks] == landmarks


def test_what_the_window_says_is_what_the_network_answers(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=120)
    snapshot = user.window.session.snapshot
    network = Network(user.project.network)
    network.parameters[:] = snapshot.parameters
    data = user.project.dataset.build()
    outputs = network.predict(data.inputs)
    loss = network.loss(data.inputs, data.targets)
    right = int(data.right(outputs).sum())

    assert (snapshot.loss, snapshot.n_right) == (pytest.approx(loss, rel=1e-12), right)
    assert user.find("error_label").text() == four_figures(snapshot.loss_sum)
    assert user.find("accuracy_label").text() == f"{right}/4"
    qtbot.waitUntil(lambda: four_figures(snapshot.loss) in user.find("summary_train_mean").text())
    assert f"{right} of 4" in user.find("summary_train_right").text()

    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    model = table.model()

    def texts_of(row: int) -> set[str]:
        return {str(model.index(row, column).data()) for column in range(model.columnCount())}

    for row in range(4):
        error = 0.5 * (data.targets[row, 0] - outputs[row, 0]) ** 2
        expected = {four_figures(outputs[row, 0]), four_figures(error)}
        qtbot.waitUntil(lambda row=row, expected=expected: expected <= texts_of(row))

    diagram = user.window.diagram_view
    qtbot.waitUntil(
        lambda: (
            diagram.shown.values is not None and diagram.shown.values.get(Target("bias", 0, 0)) == network.biases[0][0]
        )
    )
    for layer, (weights, biases) in enumerate(zip(network.weights, network.biases, strict=True)):
        for unit in range(weights.shape[1]):
            told = moves_mouse(user, qtbot, diagram.viewport(), diagram.position_of("bias", layer=layer, unit=unit))
            assert f"= {four_figures(biases[unit])}," in told
            for source in range(weights.shape[0]):
                at = diagram.position_of("connection", layer=layer, unit=unit, input=source)
                assert f"= {four_figures(weights[source, unit])}," in moves_mouse(user, qtbot, diagram.viewport(), at)


def test_the_region_reads_what_the_network_answers_there(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=200)
    network = Network(user.project.network)
    network.parameters[:] = user.window.session.snapshot.parameters
    region = user.region
    answers = network.predict(user.project.dataset.build().inputs)[:, 0]
    qtbot.waitUntil(
        lambda: f"ŷ {answers[1]:.2f}" in moves_mouse(user, qtbot, region.viewport(), region.position_of(0, 1))
    )
    for x1, x2 in ((0.5, 0.5), (0.2, 0.9), (-0.1, 0.4), (0.0, 1.0), (1.0, 1.0)):
        told = moves_mouse(user, qtbot, region.viewport(), region.position_of(x1, x2))
        said = float(told.split("ŷ ")[1].split(":")[0])
        assert said == pytest.approx(float(network.predict(np.array([[x1, x2]]))[0, 0]), abs=0.03), told


def test_hovering_a_sample_off_the_slice_reads_its_own_answer(user: User, qtbot: QtBot) -> None:
    user.picks_data("parity3")
    user.trains_until(epoch=60)
    network = Network(user.project.network)
    network.parameters[:] = user.window.session.snapshot.parameters
    data = user.project.dataset.build()
    region = user.region
    outputs = network.predict(data.inputs)[:, 0]

    def agrees() -> bool:
        told = moves_mouse(user, qtbot, region.viewport(), region.position_of(1.0, 1.0))
        number = int(told.split("Sample ")[1].split(":")[0])
        return "x₃" in told and f"ŷ {outputs[number - 1]:.2f}" in told

    qtbot.waitUntil(agrees)


@pytest.mark.parametrize("side_panel", [False, True])
def test_presentation_mode_fits_a_small_projector(user: User, side_panel: bool) -> None:
    user.triggers("presentation")
    QApplication.processEvents()
    user.window.resize(1280, 720)  # the screen of the tests is larger
    if side_panel:
        user.triggers("side_panel")
    QApplication.processEvents()
    assert user.window.size() == QSize(1280, 720)
    assert user.window.minimumSizeHint().width() <= 1280
    bar = user.find("training_bar")
    for name in ("epoch_label", "error_label", "accuracy_label"):
        figure = user.find(name)
        assert figure.isVisible()
        assert figure.mapTo(bar, QPoint(figure.width(), 0)).x() <= bar.width()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_figures_stay_in_sight_at_the_smallest_size(user: User, language: str) -> None:
    user.triggers(f"language_{language}")
    user.window.resize(200, 200)
    QApplication.processEvents()
    bar = user.find("training_bar")
    assert isinstance(bar, QToolBar)
    for name in ("epoch_label", "error_label", "accuracy_label"):
        figure = user.find(name)
        assert figure.isVisible()
        assert figure.mapTo(bar, QPoint(figure.width(), 0)).x() <= bar.width()


def test_no_border_moves_while_the_numbers_grow(user: User, qtbot: QtBot) -> None:
    def places() -> list[tuple[str, QPoint, QSize]]:
        cards = ("diagram_view", "sample_table", "decision_region_plot", "error_plot", "speed", "epoch_label")
        return [(name, user.find(name).mapTo(user.window, QPoint()), user.find(name).size()) for name in cards]

    user.triggers("presentation")
    QApplication.processEvents()
    before = places()
    user.triggers("unlimited")
    user.trains_until(epoch=15_000)
    assert places() == before


def test_a_long_sentence_does_not_widen_the_window(user: User, qtbot: QtBot) -> None:
    commands.set_units(user.window.document, 0, 40)
    user.waits_for_views()
    diagram = user.window.diagram_view
    told = moves_mouse(user, qtbot, diagram.viewport(), diagram.position_of("neuron", layer=1, unit=0))
    assert "sigmoid" in told
    line = user.find("hover_text")
    assert isinstance(line, StatusLine)
    line.show_sentence("an endless sentence " * 40)
    assert line.shown_text().endswith("…")
    assert user.window.minimumSizeHint().width() <= 1280
    QApplication.processEvents()
    assert user.window.width() == 1280


def test_a_message_covers_no_panel_and_leaves_the_status_line_room(user: User) -> None:
    bar = user.window.message_bar
    for mode in (False, True):
        user.action("presentation").setChecked(mode)
        QApplication.processEvents()
        bar.notice("Done: the error has reached its target.")
        assert bar.isVisible()
        lowest = max(user.find(name).mapTo(user.window, QPoint(0, user.find(name).height())).y()
                     for name in ("sample_panel", "error_plot"))  # fmt: skip
        assert bar.y() >= lowest
        assert bar.width() < 0.6 * user.window.width()
        user.clicks("message_dismiss")
        assert not bar.isVisible()
