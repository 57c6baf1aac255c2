"""The timeline: every moment of a run in every view, back to now, playing back, and going on from a past moment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QSlider, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from engine import LayerSpec, NetworkSpec, Trainer, TrainingSpec
from engine.data.datasets.recipe import DatasetSpec, data_of
from engine.project.project import Project
from tests.gui.conftest import Opens
from tests.helpers.user import LEFT, TRAINING_MS, User

NOW = 1_300
SPIRALS = Project(
    dataset=DatasetSpec("moons", n_samples=30, test_share=0.2),
    network=NetworkSpec(2, (LayerSpec(5, "tanh"), LayerSpec(1))),
    training=TrainingSpec(learning_rate=0.1, shuffle=True, momentum=0.5, max_epochs=NOW),
)
XOR = Project(training=TrainingSpec(max_epochs=NOW))


@pytest.fixture
def trained(opens: Opens, qtbot: QtBot) -> User:
    """A user whose run has made `NOW` epochs, as fast as can be."""
    return trains_to_the_end(opens(SPIRALS), qtbot)


def trains_to_the_end(user: User, qtbot: QtBot) -> User:
    user.triggers("unlimited")
    user.triggers("train")
    qtbot.waitUntil(lambda: user.window.session.state == "finished", timeout=TRAINING_MS)
    user.waits_for_views()
    return user


def slider(user: User) -> QSlider:
    found = user.find("timeline")
    assert isinstance(found, QSlider)
    return found


def says(user: User) -> str:
    label = user.find("timeline_text")
    assert isinstance(label, QLabel)
    return label.text()


def looks_at(user: User, qtbot: QtBot, epoch: int) -> None:
    """Press where the epoch stands, then walk with the arrow keys to exactly it."""
    timeline = slider(user)
    x = round(timeline.x_of(epoch))  # type: ignore[attr-defined]
    qtbot.mouseClick(timeline, LEFT, pos=QPoint(x, timeline.height() // 2))
    qtbot.waitUntil(timeline.hasFocus, timeout=TRAINING_MS)
    for _ in range(abs(timeline.value() - epoch)):
        qtbot.keyClick(timeline, Qt.Key.Key_Right if timeline.value() < epoch else Qt.Key.Key_Left)
    waits_for(user, qtbot, epoch)


def waits_for(user: User, qtbot: QtBot, epoch: int) -> None:
    qtbot.waitUntil(lambda: slider(user).property("epoch") == epoch, timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: "≈" not in says(user), timeout=TRAINING_MS)


def trainer_at(project: Project, epoch: int) -> Trainer:
    """A second opinion: an engine that trains the project to that epoch."""
    trainer = Trainer(
        project.start.make_network(), data_of(project.dataset), replace(project.training, max_epochs=None)
    )
    trainer.run(epoch)
    return trainer


def weights_on_show(user: User) -> np.ndarray:
    return np.array(user.window.diagram_view.shown.values.parameters)


def table_errors(user: User) -> list[float]:
    view = user.find("sample_table")
    assert isinstance(view, QTableView)
    column = user.window.sample_panel._model.columns.error
    model = view.model()
    return [model.index(row, column).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


@pytest.mark.parametrize("project", [SPIRALS, XOR, replace(XOR, training=replace(XOR.training, rule="adam"))])
def test_every_view_shows_the_moment_and_it_is_what_a_run_to_that_epoch_is(
    opens: Opens, qtbot: QtBot, project: Project
) -> None:
    user = trains_to_the_end(opens(project), qtbot)
    for epoch in (417, 0, 1_299, 3, 418):
        looks_at(user, qtbot, epoch)
        expected = trainer_at(project, epoch)
        snapshot = expected.snapshot()
        assert np.array_equal(weights_on_show(user), snapshot.parameters)
        assert user.value("epoch_label") == epoch
        assert user.value("error_label") == snapshot.loss_sum
        assert user.value("accuracy_label") == snapshot.accuracy
        n_train = user.window.document.dataset.n_samples
        assert sum(table_errors(user)[:n_train]) == pytest.approx(snapshot.loss_sum, rel=1e-9)
        assert user.window.error_plot.moment_line.epoch == epoch
        assert says(user) == f"epoch {epoch:,} of {NOW:,}"


def test_back_to_now_shows_the_present_again(trained: User, qtbot: QtBot) -> None:
    present = weights_on_show(trained)
    assert says(trained) == "epoch 1,300, now"
    assert not trained.find("button_back_to_now").isEnabled()
    looks_at(trained, qtbot, 40)
    trained.clicks("button_back_to_now")
    waits_for(trained, qtbot, NOW)
    assert np.array_equal(weights_on_show(trained), present)
    assert trained.window.error_plot.moment_line.epoch is None
    assert slider(trained).value() == slider(trained).maximum() == NOW
    assert not trained.find("button_back_to_now").isEnabled()


def test_keys_and_wheel_lead_through_the_run(trained: User, qtbot: QtBot) -> None:
    timeline = slider(trained)
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    waits_for(trained, qtbot, 0)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    waits_for(trained, qtbot, 1)
    turn_wheel(timeline, 120)
    waits_for(trained, qtbot, 1 + NOW // 100)
    turn_wheel(timeline, -120, Qt.KeyboardModifier.ControlModifier)
    waits_for(trained, qtbot, NOW // 100)
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    waits_for(trained, qtbot, NOW)
    assert says(trained) == "epoch 1,300, now"


def turn_wheel(timeline: QSlider, angle: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(timeline.rect().center())
    event = QWheelEvent(
        at, timeline.mapToGlobal(at), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(timeline, event)


def test_a_click_on_the_large_curve_goes_there(trained: User, qtbot: QtBot) -> None:
    canvas = trained.window.error_plot.canvas
    area = canvas.picture_area()
    at = QPointF(area.left() + 0.3 * area.width(), area.center().y())
    expected = round(canvas.epoch_at(at))
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at.toPoint())
    qtbot.waitUntil(lambda: slider(trained).property("epoch") != NOW, timeout=TRAINING_MS)
    assert abs(slider(trained).property("epoch") - expected) <= 10
    assert slider(trained).value() == slider(trained).property("epoch")


def test_training_goes_on_meanwhile_and_the_past_moment_stays_on_show(opens: Opens, qtbot: QtBot) -> None:
    user = opens(replace(SPIRALS, training=replace(SPIRALS.training, max_epochs=None)))
    user.triggers("unlimited")
    user.starts_training()
    qtbot.waitUntil(lambda: slider(user).maximum() > 200, timeout=TRAINING_MS)
    slider(user).setValue(100)
    waits_for(user, qtbot, 100)
    before = slider(user).maximum()
    qtbot.waitUntil(lambda: slider(user).maximum() > before + 100, timeout=TRAINING_MS)
    assert (slider(user).value(), user.value("epoch_label")) == (100, 100)
    assert np.array_equal(weights_on_show(user), trainer_at(SPIRALS, 100).network.parameters)
    user.triggers("back_to_now")
    qtbot.waitUntil(lambda: user.value("epoch_label") >= before, timeout=TRAINING_MS)
    user.pauses()


def test_train_leads_back_to_now_and_says_so(trained: User, qtbot: QtBot) -> None:
    looks_at(trained, qtbot, 40)
    trained.triggers("step_epoch")
    waits_for(trained, qtbot, NOW + 1)
    assert "goes on from now, not from epoch 40" in trained.window.message_bar.text
    expected = trainer_at(SPIRALS, NOW + 1).network.parameters
    assert np.array_equal(weights_on_show(trained), expected)


def test_going_on_from_a_past_moment_keeps_the_old_run_and_undo_brings_it_back(trained: User, qtbot: QtBot) -> None:
    present = weights_on_show(trained)
    looks_at(trained, qtbot, 417)
    trained.clicks("button_branch")
    waits_for(trained, qtbot, 417)
    session = trained.window.session
    qtbot.waitUntil(lambda: session.snapshot.epoch == 417 and trained.window.shows_newest(), timeout=TRAINING_MS)
    assert says(trained) == "epoch 417, now"
    assert [run.epoch for run in trained.project.runs] == [NOW]
    assert len(trained.window.error_plot.earlier_runs.lines) == 1
    for _ in range(3):
        trained.triggers("step_epoch")
    waits_for(trained, qtbot, 420)
    assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, 420).network.parameters)
    looks_at(trained, qtbot, 200)  # the past of the branch is that of the old run
    assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, 200).network.parameters)
    trained.triggers("undo")
    waits_for(trained, qtbot, NOW)
    assert np.array_equal(weights_on_show(trained), present)
    looks_at(trained, qtbot, 900)
    assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, 900).network.parameters)
    trained.triggers("redo")
    qtbot.waitUntil(lambda: session.snapshot.epoch == 420 and trained.window.shows_newest(), timeout=TRAINING_MS)
    assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, 420).network.parameters)


def test_a_weight_that_is_set_at_a_past_moment_is_set_there_and_undo_brings_the_run_back(
    trained: User, qtbot: QtBot
) -> None:
    present = weights_on_show(trained)
    looks_at(trained, qtbot, 417)
    then = weights_on_show(trained)
    trained.window.diagram_view.setFocus()
    trained.triggers("select_all")
    trained.triggers("negate_weights")
    session = trained.window.session
    qtbot.waitUntil(lambda: session.snapshot.epoch == 417 and trained.window.shows_newest(), timeout=TRAINING_MS)
    assert np.array_equal(weights_on_show(trained), -then)
    assert says(trained) == "epoch 417, now"
    looks_at(trained, qtbot, 416)
    assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, 416).network.parameters)
    assert [run.epoch for run in trained.project.runs] == [NOW]
    trained.triggers("undo")
    waits_for(trained, qtbot, NOW)
    assert np.array_equal(weights_on_show(trained), present)


def test_after_an_edit_of_a_setting_both_parts_of_the_run_can_be_looked_at(trained: User, qtbot: QtBot) -> None:
    trained.types("learning_rate", "0.4")
    for _ in range(2):
        trained.triggers("step_epoch")
    waits_for(trained, qtbot, NOW + 2)
    expected = trainer_at(SPIRALS, NOW)
    looks_at(trained, qtbot, 700)
    assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, 700).network.parameters)
    expected.use_training(replace(SPIRALS.training, learning_rate=0.4, max_epochs=None))
    expected.run(1)
    looks_at(trained, qtbot, NOW + 1)
    assert np.array_equal(weights_on_show(trained), expected.network.parameters)


def test_after_save_and_open_every_moment_is_still_there(trained: User, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "run.perceptra"
    trained.window.document.path = path
    trained.triggers("save")
    qtbot.waitUntil(path.exists, timeout=TRAINING_MS)
    qtbot.waitUntil(lambda: not trained.window.document.is_modified, timeout=TRAINING_MS)
    assert trained.opens_file(path)
    waits_for(trained, qtbot, NOW)
    for epoch in (417, 1_299, 0):
        looks_at(trained, qtbot, epoch)
        assert np.array_equal(weights_on_show(trained), trainer_at(SPIRALS, epoch).network.parameters)


def test_how_much_memory_the_recording_takes_is_shown_and_chosen(opens: Opens, qtbot: QtBot) -> None:
    large = NetworkSpec(2, (LayerSpec(30, "tanh"), LayerSpec(10, "tanh"), LayerSpec(1)))
    user = opens(replace(SPIRALS, network=large, training=replace(SPIRALS.training, max_epochs=900)))
    trains_to_the_end(user, qtbot)
    button = user.find("button_timeline_speed")
    assert isinstance(button, QToolButton)
    recording = user.find("timeline_recording_menu")
    assert isinstance(recording, QMenu)

    def recorded() -> str:
        button.menu().popup(button.mapToGlobal(QPoint(0, 0)))
        recording.popup(QPoint(0, 0))
        return recording.actions()[0].text()

    def kept() -> float:
        run = user.window.session.run()
        assert run is not None
        assert run.moments is not None
        return run.moments.nbytes / 1e6

    before = kept()
    assert before > 4
    assert recorded().endswith(f"{before:.3g} of 64 MB")
    assert recording.actions()[1].text() == "A saved project holds up to 1 MB of them"
    entry = next(action for action in recording.actions() if action.text() == "Up to 4 MB of memory")
    qtbot.mouseClick(recording, LEFT, pos=recording.actionGeometry(entry).center())
    qtbot.waitUntil(lambda: kept() <= 4, timeout=TRAINING_MS)
    assert user.window.session.state == "finished"
    assert recorded().endswith(f"{kept():.3g} of 4 MB")
    recording.close()
    button.menu().close()
    looks_at(user, qtbot, 450)
    np.testing.assert_array_equal(weights_on_show(user), trainer_at(user.project, 450).network.parameters)
    user.triggers("save_as")
    dialog = user.window.findChild(QFileDialog)
    assert dialog is not None
    assert "up to 1 MB" in dialog.windowTitle()
    dialog.close()
    user.triggers("new")
    assert user.window.findChildren(QAction, "timeline_budget_4")[0].isChecked(), "later runs as well"


def test_every_button_of_the_strip_has_a_frame_and_can_be_hit(trained: User, qtbot: QtBot) -> None:
    looks_at(trained, qtbot, 417)
    strip = trained.find("timeline_bar")
    buttons = [button for button in strip.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == 5
    picture = strip.grab().toImage()
    for button in buttons:
        assert button.width() >= 24
        assert button.height() >= 24
        edge = button.mapTo(strip, QPoint(0, button.height() // 2))
        assert picture.pixel(edge) != picture.pixel(edge - QPoint(3, 0)), button.objectName()


def test_without_a_run_there_is_nothing_to_play_or_to_go_on_from(opens: Opens, qtbot: QtBot) -> None:
    user = opens(XOR)
    user.waits_for_views()
    user.triggers("timeline_play")
    assert "train first" in user.window.message_bar.text
    assert not user.action("timeline_play").isChecked()
    assert not user.action("branch").isEnabled()


@pytest.mark.usefixtures("_each_language")
def test_the_strip_has_names_and_fits_in_both_languages(trained: User, qtbot: QtBot) -> None:
    looks_at(trained, qtbot, 417)
    names = ("button_timeline_play", "button_timeline_speed", "button_bookmarks", "button_back_to_now", "button_branch")
    for name in ("timeline", *names):
        assert trained.find(name).accessibleName()
    for name in ("button_back_to_now", "button_branch"):
        button = trained.find(name)
        assert isinstance(button, QToolButton)
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.defaultAction().iconText())
    label = trained.find("timeline_text")
    assert label.width() >= label.sizeHint().width()
