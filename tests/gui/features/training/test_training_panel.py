"""The training panel: settings are typed, refused, undone and followed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets import DatasetSpec
from engine.project.project import Project
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from gui.document import commands
from gui.document.document import Document
from gui.features.training.training_panel import TrainingPanel
from gui.toolkit import translation
from gui.toolkit.entries.choice_box import ChoiceBox
from gui.toolkit.entries.count_box import CountBox
from gui.toolkit.entries.number_box import NumberBox
from gui.toolkit.theme import ThemeManager
from gui.words.notation import Notation

LEFT = Qt.MouseButton.LeftButton


def _find(panel: TrainingPanel, name: str) -> Any:
    widget = panel.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def _type(qtbot: QtBot, box: QWidget, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    box.setFocus()
    box.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(box, text)
    if end is not None:
        qtbot.keyClick(box, end)


def _refused(box: ChoiceBox) -> set[object]:
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    return {name for row, name in enumerate(box.names()) if not model.item(row).isEnabled()}


def test_typing_a_rate_is_one_step(qtbot: QtBot, document: Document, training_panel: TrainingPanel) -> None:
    _type(qtbot, _find(training_panel, "learning_rate"), "0.05")
    assert document.project.training.learning_rate == 0.05
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project.training.learning_rate == 0.5
    assert _find(training_panel, "learning_rate").text() == "0.5"


def test_a_comma_is_a_point(qtbot: QtBot, document: Document, training_panel: TrainingPanel) -> None:
    _type(qtbot, _find(training_panel, "learning_rate"), "0,125")
    assert document.project.training.learning_rate == 0.125


@pytest.mark.parametrize(
    ("rate", "text"), [(0.5, "0.5"), (1.0, "1"), (1e-6, "0.000001"), (0.18, "0.18"), (5000.1, "5000.1")]
)
def test_rates_are_shown_without_noise(
    document: Document, training_panel: TrainingPanel, rate: float, text: str
) -> None:
    commands.change_training(document, learning_rate=rate)
    assert _find(training_panel, "learning_rate").text() == text


def test_what_was_typed_counts_when_something_else_is_clicked(
    qtbot: QtBot, document: Document, training_panel: TrainingPanel
) -> None:
    button = QToolButton(training_panel)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    seen: list[float] = []
    button.clicked.connect(lambda: seen.append(document.project.training.learning_rate))
    button.show()
    _type(qtbot, _find(training_panel, "learning_rate"), "0.2", end=None)
    assert document.project.training.learning_rate == 0.5, "not while typing"
    qtbot.mouseClick(button, LEFT)
    assert seen == [0.2]


def test_arrows_step_a_rate_through_one_two_five(
    qtbot: QtBot, document: Document, training_panel: TrainingPanel
) -> None:
    box = _find(training_panel, "learning_rate")
    box.setFocus()
    values = []
    for _ in range(3):
        qtbot.keyClick(box, Qt.Key.Key_Down)
        values.append(document.project.training.learning_rate)
    assert values == [0.2, 0.1, 0.05]


def test_the_wheel_leaves_a_box_without_focus_alone(
    qtbot: QtBot, document: Document, training_panel: TrainingPanel
) -> None:
    before = document.project
    for name in ("learning_rate", "batch_size", "rule"):
        box = _find(training_panel, name)
        _find(training_panel, "shuffle").setFocus()
        centre = QPointF(box.rect().center())
        event = QWheelEvent(
            centre,
            box.mapToGlobal(centre),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
        assert not event.isAccepted(), name
    assert document.project == before


def test_special_values_read_as_words_and_mean_them(
    qtbot: QtBot, document: Document, training_panel: TrainingPanel
) -> None:
    batch, error, epochs = (_find(training_panel, name) for name in ("batch_size", "target_error", "max_epochs"))
    assert isinstance(batch, CountBox)
    assert isinstance(error, NumberBox)
    assert error.text() == "off"
    batch.setValue(0)
    assert batch.text() == "whole set"
    assert document.project.training.batch_size is None
    epochs.setValue(epochs.maximum())
    assert epochs.text() == "no limit"
    assert document.project.training.max_epochs is None
    error.setValue(0.01)
    assert document.project.training.target_error == 0.01
    error.setValue(error.minimum())
    assert document.project.training.target_error is None


def test_emptying_a_box_means_its_word(qtbot: QtBot, document: Document, training_panel: TrainingPanel) -> None:
    commands.change_training(document, target_error=0.01)
    for name in ("target_error", "max_epochs", "batch_size"):
        box = _find(training_panel, name)
        box.setFocus()
        box.selectAll()
        qtbot.keyClick(box, Qt.Key.Key_Delete)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    training = document.project.training
    assert (training.target_error, training.max_epochs, training.batch_size) == (None, None, None)


def test_words_can_be_typed(qtbot: QtBot, document: Document, training_panel: TrainingPanel) -> None:
    _type(qtbot, _find(training_panel, "max_epochs"), "no limit")
    _type(qtbot, _find(training_panel, "batch_size"), "whole set")
    assert document.project.training.max_epochs is None
    assert document.project.training.batch_size is None


def test_nonsense_is_not_taken(qtbot: QtBot, document: Document, training_panel: TrainingPanel) -> None:
    before = document.project
    for text in ("-3", "abc", "0"):
        _type(qtbot, _find(training_panel, "batch_size" if text == "-3" else "momentum"), text)
    assert document.project.training.momentum == before.training.momentum
    _type(qtbot, _find(training_panel, "learning_rate"), "0")
    assert document.project.training.learning_rate > 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("momentum", 0.9),
        ("l1", 0.001),
        ("l2", 1e-5),
        ("learning_rate_decay", 0.01),
        ("seed", 7),
        ("evaluate_every", 10),
        ("max_epochs", 500),
    ],
)
def test_every_number_reaches_the_project_and_undo_reaches_the_box(
    document: Document, training_panel: TrainingPanel, name: str, value: float
) -> None:
    box = _find(training_panel, name)
    before = box.value()
    box.setValue(value)
    assert getattr(document.project.training, name) == value
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert box.value() == before
    assert document.undo_stack.canRedo(), "following undo must not push a step"


@pytest.mark.parametrize("name", ["shuffle", "stop_when_all_right"])
def test_check_boxes_reach_the_project(document: Document, training_panel: TrainingPanel, name: str) -> None:
    box = _find(training_panel, name)
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    assert getattr(document.project.training, name) is True
    document.undo_stack.undo()
    assert not box.isChecked()


def test_the_start_is_drawn_as_chosen(document: Document, training_panel: TrainingPanel) -> None:
    _find(training_panel, "initial_range").setValue(0.1)
    assert document.project.network.initial_range == 0.1
    scheme = _find(training_panel, "initialization")
    scheme.setCurrentIndex(scheme.names().index("xavier"))
    assert document.project.network.initialization == "xavier"
    assert not _find(training_panel, "initial_range").isEnabled()


def test_new_start_takes_the_next_seed(qtbot: QtBot, document: Document, training_panel: TrainingPanel) -> None:
    qtbot.mouseClick(_find(training_panel, "new_start"), LEFT)
    assert document.project.training.seed == 1
    assert _find(training_panel, "seed").value() == 1


def test_rules_that_cannot_work_are_muted_and_say_what_they_need(
    document: Document, training_panel: TrainingPanel
) -> None:
    rule = _find(training_panel, "rule")
    assert _refused(rule) == {"perceptron", "widrow_hoff"}
    model = rule.model()
    assert "single layer" in model.item(rule.names().index("perceptron")).toolTip()
    commands.remove_layer(document, 0)
    assert _refused(rule) == set()
    rule.setCurrentIndex(rule.names().index("perceptron"))
    assert document.project.training.rule == "perceptron"
    assert document.project.network.layers[-1].activation == "step"


def test_cross_entropy_is_muted_where_targets_are_bipolar(document: Document, training_panel: TrainingPanel) -> None:
    loss = _find(training_panel, "loss")
    assert _refused(loss) == set()
    commands.set_dataset(document, DatasetSpec("xor", target_coding=(-1.0, 1.0)))
    assert _refused(loss) == {"cross_entropy"}


def test_a_rule_for_the_whole_set_brings_its_batch(document: Document, training_panel: TrainingPanel) -> None:
    rule = _find(training_panel, "rule")
    rule.setCurrentIndex(rule.names().index("rprop"))
    assert document.project.training.rule == "rprop"
    assert document.project.training.batch_size is None
    assert document.undo_stack.count() == 1
    assert not _find(training_panel, "batch_size").isEnabled()
    assert not _find(training_panel, "learning_rate").isEnabled()
    assert not _find(training_panel, "momentum").isEnabled()
    assert not _find(training_panel, "learning_rate_decay").isEnabled()
    document.undo_stack.undo()
    assert _find(training_panel, "batch_size").isEnabled()
    assert rule.name() == "gradient_descent"


def test_a_refused_choice_shows_again_what_is(
    document: Document, training_panel: TrainingPanel, noticed: list[str]
) -> None:
    rule = _find(training_panel, "rule")
    rule.setCurrentIndex(rule.names().index("perceptron"))
    assert document.project.training.rule == "gradient_descent"
    assert rule.name() == "gradient_descent"
    assert len(noticed) == 1


def test_a_loaded_project_is_shown_without_a_step(document: Document, training_panel: TrainingPanel) -> None:
    network = NetworkSpec(2, (LayerSpec(1, "sgn"),))
    training = TrainingSpec(rule="perceptron", learning_rate=0.1, max_epochs=None, target_error=0.25, l1=0.0)
    document.load(Project(DatasetSpec("and", target_coding=(-1.0, 1.0)), network, training))
    assert _find(training_panel, "rule").name() == "perceptron"
    assert _find(training_panel, "learning_rate").text() == "0.1"
    assert _find(training_panel, "max_epochs").text() == "no limit"
    assert _find(training_panel, "target_error").text() == "0.25"
    assert document.undo_stack.count() == 0
    assert document.project.training == training


def test_labels_follow_the_notation(training_panel: TrainingPanel, notation: Notation) -> None:
    assert _find(training_panel, "learning_rate_caption").text() == "Learning rate"
    notation.set_lecture(True)
    assert _find(training_panel, "learning_rate_caption").text() == "Learning rate η"
    assert _find(training_panel, "learning_rate").accessibleName() == "Learning rate η"


def test_rarely_used_settings_unfold(qtbot: QtBot, training_panel: TrainingPanel) -> None:
    penalty = _find(training_panel, "l2")
    assert not penalty.isVisible()
    qtbot.mouseClick(_find(training_panel, "training_more"), LEFT)
    assert penalty.isVisible()


def test_controls_have_names_for_people_and_for_tests(training_panel: TrainingPanel) -> None:
    names = (
        "rule loss learning_rate momentum batch_size initialization initial_range seed new_start"
        " target_error max_epochs stop_when_all_right shuffle l1 l2 evaluate_every"
    )
    for name in names.split():
        assert _find(training_panel, name).accessibleName(), name
        assert _find(training_panel, name).toolTip(), name


def test_language_and_theme_change_while_the_panel_is_open(
    document: Document, training_panel: TrainingPanel, themes: ThemeManager
) -> None:
    application = QApplication.instance()
    assert application is not None
    caption = _find(training_panel, "learning_rate_caption")
    translation.install(application, "zh_CN")
    QApplication.processEvents()
    assert caption.text() == "学习率"
    assert _find(training_panel, "target_error").text() == "关闭"
    themes.set_presentation(True)
    themes.set_dark(True)
    assert document.undo_stack.count() == 0
    translation.install(application, "en")
    QApplication.processEvents()
    assert caption.text() == "Learning rate"
    assert _find(training_panel, "target_error").text() == "off"
