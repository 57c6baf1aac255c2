"""What users do, from the first click to the last, through the real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QTableView
from pytestqt.qtbot import QtBot

from engine import DatasetSpec, Network, Trainer
from engine.project.file import project_file
from engine.project.project import Project
from gui.document import commands
from gui.main_window import MainWindow
from gui.words.number_text import four_figures
from tests.helpers.user import User


def test_first_start_learns_xor_with_one_click(user: User) -> None:
    assert user.project == Project()
    assert user.sizes == (2, 4, 1)
    user.window.training_bar.speed.setValue(user.window.training_bar.speed.maximum())
    user.trains_until(right=4)
    assert user.value("accuracy_label") == 1.0
    snapshot = user.window.session.snapshot
    assert user.value("error_label") == snapshot.loss_sum
    network = Network(user.project.network)
    network.parameters[:] = snapshot.parameters
    data = user.project.dataset.build()
    assert network.loss(data.inputs, data.targets) * 4 == pytest.approx(snapshot.loss_sum, rel=1e-12)


def test_the_window_trains_the_very_bits_that_the_engine_trains(user: User) -> None:
    user.trains_until(epoch=40)
    snapshot = user.window.session.snapshot
    alone = Network(user.project.network, seed=user.project.training.seed)
    trainer = Trainer(alone, user.project.dataset.build(), user.project.training)
    trainer.run(epochs=snapshot.epoch)
    for _ in range(snapshot.step):
        trainer.step()
    assert np.array_equal(alone.parameters, snapshot.parameters)


def test_building_a_2_3_2_1_by_hand_and_training_it(user: User) -> None:
    start = user.project
    user.removes_layer(0)
    assert user.sizes == (2, 1), "no hidden layer: the perceptron"
    user.adds_layer(after=-1, units=3)
    user.adds_layer(after=0, units=2)
    assert user.sizes == (2, 3, 2, 1)
    user.trains_to(20)
    assert user.window.session.snapshot.parameters.size == user.project.network.n_parameters
    user.undoes_everything()
    assert user.project == start
    assert user.sizes == (2, 4, 1)


def test_adding_moving_and_removing_points_while_training(user: User) -> None:
    user.starts_training()
    user.adds_point(0.5, 0.5, label=1)
    assert user.project.dataset.build().n_samples == 5
    user.drags_point((0.5, 0.5), (0.5, 0.25))
    moved = user.project.dataset.build().inputs[4]
    assert moved == pytest.approx([0.5, 0.25], abs=0.02)
    assert user.window.session.state == "training", "points change while it runs"
    user.removes_point(float(moved[0]), float(moved[1]))
    assert user.project.dataset.build().n_samples == 4
    assert user.window.session.state == "training"
    user.pauses()
    user.undoes_everything()
    assert user.project == Project()


def test_other_data_bring_their_output_layer_and_say_so(user: User) -> None:
    user.picks_data("and")
    assert user.project.dataset.name == "and"
    assert user.sizes == (2, 4, 1)
    user.picks_data("blobs")
    user.types("n_classes", "3")
    output = user.project.network.layers[-1]
    assert (output.units, output.activation) == (3, "softmax")
    assert user.project.training.loss == "cross_entropy"
    assert "softmax" in user.window.message_bar.text
    user.trains_until(epoch=3)
    user.triggers("undo")
    assert user.project.network.layers[-1].units == 1


def test_the_learning_rate_changes_while_training_goes_on(user: User) -> None:
    user.starts_training()
    user.types("learning_rate", "0.25")
    assert user.project.training.learning_rate == 0.25
    assert user.window.session.state == "training"
    user.pauses()
    assert user.window.session.snapshot.learning_rate == 0.25


def test_language_and_theme_switch_during_training(user: User, qtbot: QtBot) -> None:
    user.starts_training()
    user.triggers("language_zh_CN")
    qtbot.waitUntil(lambda: user.action("reset").text() == "重置(&R)")
    user.triggers("theme_dark")
    user.triggers("presentation")
    assert user.window.session.state == "training"
    user.triggers("language_en")
    qtbot.waitUntil(lambda: user.action("reset").text() == "&Reset")
    user.triggers("theme_light")
    user.triggers("presentation")
    user.pauses()


def test_closing_while_training_ends_everything(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    user = User(qtbot, window)
    user.starts_training()
    window.close()
    assert not window.isVisible()
    assert window.session.state != "training"


def test_closing_with_unsaved_edits_asks_first_and_cancel_keeps_the_window(user: User, qtbot: QtBot) -> None:
    user.adds_layer(after=-1)
    user.window.close()
    assert user.window.isVisible()
    box = user.window.findChild(QMessageBox, "unsaved_changes")
    assert box is not None
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    assert user.window.isVisible()
    assert user.sizes == (2, 3, 4, 1)


def test_steps_clicked_ten_times_fast_are_ten_steps(user: User, qtbot: QtBot) -> None:
    for _ in range(10):
        user.triggers("step_epoch")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 10)
    for _ in range(3):
        user.triggers("step_sample")
    qtbot.waitUntil(lambda: user.window.session.snapshot.step == 3)
    user.triggers("reset")
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0)
    user.waits_for_views()
    assert user.value("epoch_label") == 0


def test_space_trains_but_not_from_a_field(user: User, qtbot: QtBot) -> None:
    user.window.activateWindow()
    user.find("learning_rate").setFocus()
    user.presses(Qt.Key.Key_Space)
    assert user.window.session.state == "idle"
    user.window.diagram_view.setFocus()
    user.presses(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.window.session.state == "training")
    user.window.centralWidget().setFocus()
    user.presses(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.window.session.state == "paused")


def test_a_run_survives_save_close_and_reopen_to_the_bit(user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.trains_until(epoch=30)
    before = user.window.session.snapshot
    path = tmp_path / "xor.perceptra"
    user.window.document.path = path
    user.triggers("save")
    qtbot.waitUntil(path.exists)
    assert project_file.load(path).network == user.project.network
    other = MainWindow()
    qtbot.addWidget(other)
    assert User(qtbot, other).opens_file(path)
    qtbot.waitUntil(lambda: other.session.snapshot is not None and other.session.snapshot.epoch == before.epoch)
    assert np.array_equal(other.session.snapshot.parameters, before.parameters)
    assert other.session.snapshot.loss == before.loss
    other.close()


def test_a_broken_file_changes_nothing_and_is_named(user: User, tmp_path: Path) -> None:
    path = tmp_path / "broken.perceptra"
    path.write_text("this is no project")
    before = user.project
    assert not user.opens_file(path)
    assert "broken.perceptra" in user.window.message_bar.text
    assert user.project is before


def test_divergence_is_said_in_words_and_can_be_gone_back_from(user: User, qtbot: QtBot) -> None:
    commands.set_dataset(
        user.window.document, DatasetSpec(name="custom", inputs=[[9.0], [8.0]], targets=[[90.0], [10.0]])
    )
    user.types("learning_rate", "50")
    user.triggers("train")
    qtbot.waitUntil(lambda: user.window.session.state == "failed")
    assert "50" in user.window.message_bar.text
    user.clicks("message_offer")
    qtbot.waitUntil(lambda: user.window.session.state == "paused")
    assert np.isfinite(user.window.session.snapshot.parameters).all()


def test_the_sample_table_lists_what_the_network_answers(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=25)
    table = user.find("sample_table")
    assert isinstance(table, QTableView)
    model = table.model()
    assert model.rowCount() == 4
    network = Network(user.project.network)
    network.parameters[:] = user.window.session.snapshot.parameters
    outputs = network.predict(user.project.dataset.build().inputs)[:, 0]

    def texts(row: int) -> list[str]:
        return [str(model.index(row, column).data()) for column in range(model.columnCount())]

    qtbot.waitUntil(lambda: all(four_figures(outputs[row]) in texts(row) for row in range(4)))


def test_undoing_an_edit_brings_the_trained_run_back(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=50)
    trained = user.window.session.snapshot
    user.adds_layer(after=0, units=2)
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == 0)
    user.undoes_everything()
    qtbot.waitUntil(lambda: user.window.session.snapshot.epoch == trained.epoch)
    assert np.array_equal(user.window.session.snapshot.parameters, trained.parameters)
    assert user.window.session.state == "paused"
    user.triggers("redo")
    assert user.sizes == (2, 4, 3, 1)
