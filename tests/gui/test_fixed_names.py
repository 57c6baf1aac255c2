"""The names that tests and users' scripts rely on, as the description of the window fixes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListView,
    QMenuBar,
    QSlider,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, LayerSpec, NetworkSpec, Project, TrainingSpec
from engine.data import datasets
from engine.project.demos import demo
from engine.spec.losses import LOSSES
from engine.spec.rules import RULES
from gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
NAME = Qt.ItemDataRole.UserRole
WAIT_MS = 25_000
Opens = Callable[..., MainWindow]

ACTIONS = (
    *("train", "step_epoch", "step_sample", "reset", "undo", "redo", "new", "open", "save", "save_as"),
    *("language_en", "language_zh_CN", "presentation"),
)
WIDGETS: dict[str, type | tuple[type, ...]] = {
    "diagram_view": QWidget,
    "data_panel": QWidget,
    "dataset_gallery": QListView,
    "training_panel": QWidget,
    "decision_region_plot": QWidget,
    "error_plot": QWidget,
    "sample_table": QTableView,
    "page_switcher": QWidget,
    **dict.fromkeys(
        ("learning_rate", "momentum", "l1", "l2", "initial_range", "max_epochs", "target_error"),
        (QDoubleSpinBox, QSpinBox),
    ),
    "batch_size": QSpinBox,
    "seed": QSpinBox,
    "shuffle": QCheckBox,
    "rule": QComboBox,
    "loss": QComboBox,
    "speed": QSlider,
    "epoch_label": QLabel,
    "error_label": QLabel,
    "accuracy_label": QLabel,
}


@pytest.fixture
def opens(qtbot: QtBot) -> Iterator[Opens]:
    """Opens a window on a project, shown at 1280×720, as soon as its start is known."""
    windows = []

    def open_window(project: Project | None = None) -> MainWindow:
        window = MainWindow() if project is None else MainWindow(project)
        windows.append(window)
        window.resize(1280, 720)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_window
    for window in windows:
        window.document.undo_stack.setClean()
        window.close()
        window.deleteLater()


def find(window: MainWindow, name: str) -> Any:
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Until training rests and the figures show the newest snapshot."""
    session = window.session

    def shown() -> bool:
        snapshot = session.snapshot
        return (
            session.state != "training"
            and snapshot is not None
            and (find(window, "epoch_label").property("value") == snapshot.epoch)
            and (find(window, "error_label").property("value") == snapshot.loss_sum)
        )

    qtbot.waitUntil(shown, timeout=WAIT_MS)


def test_everything_has_its_name_and_type(opens: Opens) -> None:
    window = opens()
    assert window.objectName() == "main_window"
    for name in ACTIONS:
        assert window.findChild(QAction, f"action_{name}") is not None, name
    for name, kind in WIDGETS.items():
        assert isinstance(find(window, name), kind), name
        assert len(window.findChildren(QWidget, name)) == 1, name
    assert window.findChild(QAction, "action_train").isCheckable()


def _is_inside(widget: QWidget) -> bool:
    """Whether Qt made `widget` as a part of another control, such as a drop-down list's list or a table's corner."""
    parents = []
    while (widget := widget.parentWidget()) is not None:
        parents.append(widget)
    return any(isinstance(parent, QComboBox | QAbstractSpinBox | QTableView | QMenuBar) for parent in parents)


def test_every_control_has_a_name_of_its_own(opens: Opens) -> None:
    window = opens()
    kinds = (QAbstractSpinBox, QComboBox, QCheckBox, QAbstractButton, QSlider, QListView, QTableView)
    everything = [widget for kind in kinds for widget in window.findChildren(kind)]
    controls = {widget for widget in everything if not (widget.objectName().startswith("qt_") or _is_inside(widget))}
    names = [widget.objectName() for widget in controls]
    assert "" not in names, [type(widget).__name__ for widget in controls if not widget.objectName()]
    assert len(names) == len(set(names))
    spoken = {widget: QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) for widget in controls}
    assert [widget.objectName() for widget, text in spoken.items() if widget.isVisible() and not text] == []


def test_lists_hold_the_engines_names(opens: Opens) -> None:
    window = opens()
    rule, loss, gallery = (find(window, name) for name in ("rule", "loss", "dataset_gallery"))
    assert [rule.itemData(row, NAME) for row in range(rule.count())] == list(RULES)
    assert [loss.itemData(row, NAME) for row in range(loss.count())] == list(LOSSES)
    assert rule.currentData(NAME) == "gradient_descent"
    assert loss.currentData(NAME) == "squared_error"
    model = gallery.model()
    offered = [model.index(row, 0).data(NAME) for row in range(model.rowCount())]
    assert set(datasets.LOGIC_GATES) <= set(offered)
    assert {"circles", "xor_clouds", "blobs", "moons", "spirals", "checkerboard"} <= set(offered)
    assert gallery.currentIndex().data(NAME) == "xor"


def test_special_values_mean_what_they_read(opens: Opens) -> None:
    window = opens()
    batch, epochs, target = (find(window, name) for name in ("batch_size", "max_epochs", "target_error"))
    batch.setValue(0)
    assert window.document.project.training.batch_size is None
    assert batch.text() == "whole set"
    epochs.setValue(epochs.maximum())
    assert window.document.project.training.max_epochs is None
    assert epochs.text() == "no limit"
    target.setValue(0.25)
    assert window.document.project.training.target_error == 0.25
    target.setValue(target.minimum())
    assert window.document.project.training.target_error is None
    assert target.text() == "off"


def test_fields_write_what_they_are_called(opens: Opens) -> None:
    window = opens()
    for name in ("learning_rate", "momentum", "l1", "l2"):
        find(window, name).setValue(0.125)
        assert getattr(window.document.project.training, name) == 0.125
    find(window, "seed").setValue(7)
    find(window, "initial_range").setValue(0.25)
    find(window, "shuffle").click()
    project = window.document.project
    assert (project.training.seed, project.network.initial_range, project.training.shuffle) == (7, 0.25, True)
    rule = find(window, "rule")
    rule.setCurrentIndex(rule.findData("adam", NAME))
    assert window.document.project.training.rule == "adam"
    loss = find(window, "loss")
    loss.setCurrentIndex(loss.findData("cross_entropy", NAME))
    assert window.document.project.training.loss == "cross_entropy"


def test_the_figures_are_the_snapshots(qtbot: QtBot, opens: Opens) -> None:
    window = opens()
    settle(qtbot, window)
    assert window.session.state == "idle"
    with qtbot.waitSignal(window.session.paused, timeout=WAIT_MS):
        window.session.step_epoch()
    settle(qtbot, window)
    snapshot = window.session.snapshot
    assert snapshot.epoch == 1
    assert find(window, "epoch_label").property("value") == 1
    assert find(window, "error_label").property("value") == snapshot.loss_sum
    assert find(window, "accuracy_label").property("value") == snapshot.accuracy
    assert snapshot.loss_sum == pytest.approx(4 * snapshot.loss)
    assert snapshot.parameters.shape == (window.document.project.network.n_parameters,)
    assert isinstance(snapshot.run_id, int)


def test_speed_is_unlimited_at_its_maximum(qtbot: QtBot, opens: Opens) -> None:
    window = opens(replace(Project(), training=TrainingSpec(max_epochs=50_000)))
    speed = find(window, "speed")
    speed.setValue(speed.maximum())
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS) as finished:
        window.session.train()
    assert finished.args == ["max_epochs"]
    assert window.session.snapshot.epoch == 50_000


def test_the_session_tells_its_states(qtbot: QtBot, opens: Opens) -> None:
    window = opens(replace(Project(), training=TrainingSpec(max_epochs=None)))
    session = window.session
    with qtbot.waitSignal(session.started, timeout=WAIT_MS):
        session.train()
    assert session.state == "training"
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.pause()
    assert session.state == "paused"
    with qtbot.waitSignal(session.paused, timeout=WAIT_MS):
        session.step_sample()
    session.reset()
    assert session.state == "idle"
    qtbot.waitUntil(lambda: session.snapshot.epoch == 0, timeout=WAIT_MS)


def test_training_that_cannot_work_fails_with_a_sentence(qtbot: QtBot, opens: Opens) -> None:
    window = opens(replace(Project(), training=TrainingSpec("perceptron")))
    with qtbot.waitSignal(window.session.failed, timeout=WAIT_MS) as failed:
        window.session.train()
    assert window.session.state == "failed"
    assert failed.args[0].endswith(".")


def test_train_is_checked_while_training(qtbot: QtBot, opens: Opens) -> None:
    window = opens(replace(Project(), training=TrainingSpec(max_epochs=None)))
    train = window.findChild(QAction, "action_train")
    with qtbot.waitSignal(window.session.started, timeout=WAIT_MS):
        train.trigger()
    assert train.isChecked()
    with qtbot.waitSignal(window.session.paused, timeout=WAIT_MS):
        train.trigger()
    assert not train.isChecked()
    assert window.session.state == "paused"


def _line() -> Project:
    inputs = np.linspace(-1, 1, 9)[:, np.newaxis]
    spec = DatasetSpec("custom", inputs=inputs, targets=np.sin(3 * inputs))
    return Project(spec, NetworkSpec(1, (LayerSpec(5, "tanh"), LayerSpec(1, "linear"))), TrainingSpec(max_epochs=20))


def _ten_classes() -> Project:
    angle = np.arange(30) * 2 * np.pi / 30
    inputs = np.column_stack([np.cos(angle), np.sin(angle)])
    spec = DatasetSpec("custom", inputs=inputs, targets=np.eye(10)[np.arange(30) % 10])
    training = TrainingSpec("adam", "cross_entropy", 0.01, batch_size=None, max_epochs=20)
    return Project(spec, NetworkSpec(2, (LayerSpec(8, "tanh"), LayerSpec(10, "softmax"))), training)


def _largest() -> Project:
    layers = (*(LayerSpec(256, "relu") for _ in range(11)), LayerSpec(1))
    return Project(DatasetSpec("xor"), NetworkSpec(2, layers, "he"), TrainingSpec(batch_size=None, max_epochs=2))


def _own_points() -> Project:
    spec = DatasetSpec("custom", inputs=[[0, 0], [1, 1], [0, 1]], targets=[[0], [1], [1]], test_share=0.34)
    return replace(Project(), dataset=spec, training=TrainingSpec(max_epochs=20))


def _perceptron() -> Project:
    return Project(DatasetSpec("xor"), NetworkSpec(2, (LayerSpec(1),)), TrainingSpec(max_epochs=20))


PROJECTS = {
    "one input": _line,
    "ten classes": _ten_classes,
    "largest network": _largest,
    "own points": _own_points,
    "no hidden layer": _perceptron,
    "columns": lambda: demo("majority3"),
    "the lecture": lambda: demo("lecture"),
}


@pytest.mark.parametrize("make", PROJECTS.values(), ids=PROJECTS.keys())
def test_any_project_opens_trains_and_is_shown(qtbot: QtBot, opens: Opens, make: Callable[[], Project]) -> None:
    project = make()
    window = opens(project)
    assert window.document.project == project
    assert window.session.state == "idle"
    settle(qtbot, window)
    find(window, "speed").setValue(find(window, "speed").maximum())
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.session.train()
    settle(qtbot, window)
    snapshot = window.session.snapshot
    assert snapshot.epoch >= 1
    assert np.isfinite(snapshot.parameters).all()
    assert find(window, "accuracy_label").property("value") == snapshot.accuracy
    assert find(window, "sample_table").model().rowCount() == project.dataset.build().n_samples + (
        project.dataset.build().n_test_samples
    )
    window.session.reset()
    assert window.session.state == "idle"


def test_an_empty_data_set_opens_and_says_what_is_missing(qtbot: QtBot, opens: Opens) -> None:
    window = opens(replace(Project(), dataset=DatasetSpec("custom")))
    assert window.session.state == "idle"
    with qtbot.waitSignal(window.session.failed, timeout=WAIT_MS) as failed:
        window.session.train()
    assert "empty" in failed.args[0]
    region = window.decision_region_plot
    qtbot.mouseClick(region.viewport(), LEFT, pos=region.position_of(0.5, 0.5))
    assert window.document.dataset.n_samples == 1
    with qtbot.waitSignal(window.session.started, timeout=WAIT_MS):
        window.session.train()
    window.session.pause()
    qtbot.waitUntil(lambda: window.session.state != "training", timeout=WAIT_MS)
    assert window.session.snapshot.n_samples == 1


PAINTED = [
    ("neuron", {"layer": 0, "unit": 2}),
    ("neuron", {"layer": -1, "unit": 1}),
    ("neuron", {"layer": 1, "unit": 0}),
    ("connection", {"layer": 0, "unit": 3, "input": 1}),
    ("bias", {"layer": 0, "unit": 0}),
    ("add_layer", {"layer": 0}),
    ("add_layer", {"layer": 1}),
    ("remove_layer", {"layer": 0}),
    ("more_units", {"layer": 0}),
    ("fewer_units", {"layer": 0}),
    ("activation", {"layer": 0}),
    ("activation", {"layer": 1}),
]


def test_painted_things_are_found_in_the_viewport(opens: Opens) -> None:
    view = opens().diagram_view
    for kind, place in PAINTED:
        at = view.position_of(kind, **place)
        assert isinstance(at, QPoint), (kind, place)
        assert view.viewport().rect().contains(at), (kind, place)


def test_clicks_on_painted_things_do_what_they_say(qtbot: QtBot, opens: Opens) -> None:
    window = opens()
    view = window.diagram_view

    def click(kind: str, **place: int) -> tuple[int, ...]:
        qtbot.mouseClick(view.viewport(), LEFT, pos=view.position_of(kind, **place))
        return window.document.project.network.sizes

    assert click("more_units", layer=0) == (2, 5, 1)
    assert click("fewer_units", layer=0) == (2, 4, 1)
    assert len(click("add_layer", layer=1)) == 4
    assert click("remove_layer", layer=1) == (2, 4, 1)
    assert click("remove_layer", layer=0) == (2, 1)
    assert len(click("add_layer", layer=0)) == 3


def test_points_of_the_region_are_found_in_the_viewport(opens: Opens) -> None:
    region = opens().decision_region_plot
    low, high = region.position_of(0, 0), region.position_of(1, 1)
    assert region.viewport().rect().contains(low)
    assert region.viewport().rect().contains(high)
    assert low.x() < high.x()
    assert low.y() > high.y()  # the y axis points up
