"""The quiet line about a run that does not learn: its words, its ways out, its evidence; silent while it learns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from engine import Finding, Network, Remedy, Trainer, diagnose
from engine.analysis.diagnosis.finding import FIGURES, KINDS
from engine.data import datasets
from engine.data.datasets.recipe import DatasetSpec
from engine.project.demos import demo
from engine.project.project import Project
from engine.spec.frozen_array import FrozenArray
from engine.spec.specs import LayerSpec, NetworkSpec, TrainingSpec
from gui.features.diagnosis import diagnosis_watch
from gui.features.diagnosis.diagnosis_dialog import DiagnosisDialog
from gui.features.diagnosis.texts import FIGURE_WORDS, KIND_WORDS
from gui.toolkit.theme import ThemeManager
from tests.helpers.user import User

Opens = Callable[[Project], User]
STUCK = Project(
    network=NetworkSpec(2, (LayerSpec(2, id=1), LayerSpec(1, id=2))), training=TrainingSpec(seed=3, max_epochs=8000)
)
WAIT_MS = 20_000


class Reader:
    """Reads the line and the dialog of one window, and clicks in them."""

    def __init__(self, user: User, qtbot: QtBot) -> None:
        self.user, self._qtbot = user, qtbot

    def trains_to_the_end(self) -> None:
        """At full speed, until the run ends; then the notice about that is dismissed."""
        self.user.triggers("unlimited")
        self.user.triggers("train")
        self._qtbot.waitUntil(lambda: self.user.window.session.state in ("finished", "failed"), timeout=WAIT_MS)
        if self.line and self.user.window.session.state == "finished":
            self.user.clicks("message_dismiss")

    @property
    def line(self) -> str:
        """What the message line says; "" while it is hidden."""
        label = self.user.find("message_text")
        assert isinstance(label, QLabel)
        return label.text() if label.isVisible() else ""

    @property
    def offers(self) -> list[str]:
        """What its buttons say."""
        buttons = [self.user.find(name) for name in ("message_offer", "message_offer_2", "message_offer_3")]
        return [button.text() for button in buttons if isinstance(button, QPushButton) and button.isVisible()]

    def waits_for(self, beginning: str) -> None:
        """Until the line begins so."""
        self._qtbot.waitUntil(lambda: self.line.startswith(beginning), timeout=WAIT_MS)

    @property
    def dialog(self) -> QDialog | None:
        """The dialog with the evidence, while it is open."""
        dialog = self.user.window.findChild(QDialog, "diagnosis_dialog")
        return dialog if isinstance(dialog, QDialog) and dialog.isVisible() else None

    def is_told_on_request(self, offers: list[str]) -> bool:
        """Whether one click tells the cause, with these offers: the class is to find it first."""
        assert self.offers == ["Tell me"]
        self.user.clicks("message_offer")
        return self.offers == offers

    def clicks_in_dialog(self, name: str) -> None:
        """Click a button of the dialog."""
        assert self.dialog is not None
        button = self.dialog.findChild(QAbstractButton, name)
        assert button is not None
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def chosen_rows(self) -> set[int]:
        """The rows of the table of samples that are marked."""
        table = self.user.find("sample_table")
        assert isinstance(table, QTableView)
        return {index.row() for index in table.selectionModel().selectedIndexes()}


def test_a_stuck_run_is_explained_and_mended_by_one_click(opens: Opens, qtbot: QtBot) -> None:
    user = opens(STUCK)
    reader, window = Reader(user, qtbot), user.window
    assert not user.action("diagnosis").isEnabled()
    reader.trains_to_the_end()
    reader.waits_for("In a local minimum: no progress since epoch 1,")
    assert "(1, 0), (1, 1) get 0.49, and 2 hidden units are flat there, f′ ≈ 0.0005." in reader.line
    assert reader.offers == ["Draw a new start (seed 5)", "Take 4 units in hidden layer 1", "Why?"]
    assert "gradient descent stays" in user.find("message_text").toolTip()

    user.clicks("message_offer_3")
    assert reader.dialog is not None
    shown = [label.text() for label in reader.dialog.findChildren(QLabel)]
    assert {"3, 4", "1.1, 1.2", "0.491, 0.492"} <= set(shown)
    assert reader.chosen_rows == {2, 3}
    assert window.error_plot.stretch_band.stretch == (1320, 8000)
    assert window.focus.annotations.emphasis == {(0, 0), (0, 1)}
    reader.clicks_in_dialog("finding_1_point_out")
    assert reader.chosen_rows == set()
    assert window.focus.annotations is None
    reader.dialog.close()
    assert window.error_plot.stretch_band.stretch is None

    user.triggers("presentation")
    assert reader.is_told_on_request(["Draw a new start (seed 5)", "Why?"])  # in large type
    user.triggers("presentation")

    # The line would tell the answer; How often is about other runs than this one.
    for away, back in (("hide_answer", "hide_answer"), ("page_how_often", "page_workbench")):
        user.triggers(away)
        assert not reader.line
        user.triggers(back)
        assert reader.line.startswith("In a local minimum")
    user.triggers("language_zh_CN")
    assert reader.line.startswith("陷入局部极小点：从第 1,320 次迭代起没有进展；(1, 0), (1, 1) 的输出是 0.49")
    user.triggers("language_en")

    user.clicks("message_offer")
    assert user.project.training.seed == 5
    assert window.document.undo_stack.undoText() == "Draw a new start (seed 5)"
    qtbot.waitUntil(lambda: window.session.state == "idle", timeout=WAIT_MS)
    assert "local minimum" not in reader.line
    assert not user.action("diagnosis").isEnabled()
    reader.trains_to_the_end()
    assert window.session.snapshot.n_right == 4

    user.triggers("undo")
    qtbot.waitUntil(lambda: user.action("diagnosis").isEnabled(), timeout=WAIT_MS)
    user.clicks("message_dismiss")  # that the run came back
    reader.waits_for("In a local minimum")
    user.clicks("message_dismiss")
    assert not reader.line
    user.triggers("diagnosis")
    assert reader.dialog is not None
    reader.clicks_in_dialog("finding_1_remedy_2")
    assert user.sizes == (2, 4, 1)
    assert reader.dialog is None


def test_a_diverged_run_offers_a_rate_beside_the_way_back(user: User, qtbot: QtBot) -> None:
    reader = Reader(user, qtbot)
    user.picks_data("function")
    qtbot.waitUntil(lambda: user.project.network.layers[-1].activation == "linear")
    user.types("learning_rate", "20")
    reader.trains_to_the_end()
    qtbot.waitUntil(lambda: len(reader.offers) == 3, timeout=WAIT_MS)
    assert reader.line.startswith("Training diverged")
    assert [reader.offers[0], reader.offers[2]] == ["Go back", "Why?"]
    assert reader.offers[1].startswith("Lower the learning rate to ")
    user.clicks("message_offer_2")
    assert user.project.training.learning_rate == float(reader_rate(user))
    reader.trains_to_the_end()
    assert np.isfinite(user.window.session.snapshot.loss)
    assert user.window.session.state == "finished"


def test_a_remedy_can_be_taken_while_training_goes_on(opens: Opens, qtbot: QtBot) -> None:
    user = opens(Project(dataset=DatasetSpec("and"), training=TrainingSpec(learning_rate=1e-6, max_epochs=None)))
    reader, window = Reader(user, qtbot), user.window
    user.triggers("unlimited")
    user.trains_until(epoch=300)
    reader.waits_for("Learning rate too small")
    user.starts_training()
    run_id = window.session.snapshot.run_id
    user.clicks("message_offer")
    assert user.project.training.learning_rate > 0.01
    assert "too small" not in reader.line  # at once
    assert window.session.state == "training"
    qtbot.waitUntil(lambda: window.session.snapshot.n_right == 4, timeout=WAIT_MS)
    assert window.session.snapshot.run_id == run_id
    user.pauses()
    user.triggers("undo")
    assert user.project.training.learning_rate == 1e-6


def test_the_line_leaves_with_the_plateau_and_with_the_run(
    opens: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lecture's run of XOR: its error stands until epoch 5,000 or so, and is small at 10,000."""
    monkeypatch.setattr(diagnosis_watch, "ASK_EVERY_MS", 50)
    lecture = demo("xor_run")
    user = opens(replace(lecture, training=replace(lecture.training, max_epochs=None)))
    reader, session = Reader(user, qtbot), user.window.session
    session.pause_at(3000)
    user.triggers("unlimited")
    user.triggers("train")
    reader.waits_for("On a plateau")
    assert session.snapshot.epoch == 3000
    user.triggers("reset")
    qtbot.waitUntil(lambda: session.state == "idle", timeout=WAIT_MS)
    assert not reader.line
    user.triggers("train")
    reader.waits_for("On a plateau")
    session.pause_at(None)
    user.triggers("train")
    qtbot.waitUntil(lambda: not reader.line, timeout=WAIT_MS)
    assert session.state == "training"
    user.pauses()


def reader_rate(user: User) -> str:
    """The rate in the name of the last undo step."""
    return user.window.document.undo_stack.undoText().rpartition(" ")[2]


def test_the_dialog_follows_a_run_whose_causes_change(qtbot: QtBot) -> None:
    equal = NetworkSpec(2, (LayerSpec(3), LayerSpec(1)), initialization="zeros")
    before = _findings(Network(equal), 6000)
    dead = Network(NetworkSpec(2, (LayerSpec(3, "relu"), LayerSpec(1))), seed=1)
    dead.biases[0][:] = -9.0
    dialog = DiagnosisDialog(before, ThemeManager())
    qtbot.addWidget(dialog)
    pointed_out: list[Finding] = []
    dialog.pointed_out.connect(pointed_out.append)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.point_out_first()
    dialog.point_out_first()  # asked for again, it stays
    after = _findings(dead, 1000)
    dialog.show_findings(after)
    assert [finding.kind for finding in pointed_out] == ["symmetric", "dead_units"]
    qtbot.waitUntil(lambda: dialog.findChild(QLabel, "finding_1_title").text() == "Units that are off")
    taken: list[Remedy] = []
    dialog.taken.connect(taken.append)
    button = dialog.findChild(QPushButton, "finding_1_remedy_1")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == [after[0].remedies[0]]


def _findings(network: Network, epochs: int) -> tuple[Finding, ...]:
    trainer = Trainer(network, datasets.logic_gate("xor"), TrainingSpec())
    trainer.run(epochs=epochs)
    return diagnose(trainer)


def test_every_kind_and_figure_has_its_words() -> None:
    told_otherwise = {"output", "is_exact", "units", "largest_input", "smallest_input"}  # in the sentence
    assert set(KIND_WORDS) == set(KINDS)
    assert set(FIGURE_WORDS) == FIGURES - told_otherwise


def test_a_folded_remark_tells_nothing_until_it_is_asked(qtbot: QtBot) -> None:
    from gui.toolkit.services.message_bar import MessageBar
    from gui.toolkit.services.messages import Remark

    stage = QWidget()
    stage.resize(900, 200)
    qtbot.addWidget(stage)
    bar, taken = MessageBar(stage), []
    with qtbot.waitExposed(stage):
        stage.show()
    button = bar.findChild(QPushButton, "message_offer")
    assert button is not None

    def clicks() -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    bar.fold_remarks("lesson", True)
    bar.remark(Remark("The cause.", "Why.", (("Mend", lambda: taken.append("mended")),), "There is one.", "Tell"))
    assert (bar.text, button.text()) == ("There is one.", "Tell")
    clicks()
    assert (bar.text, button.text(), taken) == ("The cause.", "Mend", [])
    clicks()
    assert taken == ["mended"]
    bar.warn("Trouble.")
    assert bar.text == "Trouble."
    dismiss = bar.findChild(QAbstractButton, "message_dismiss")
    assert dismiss is not None
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert bar.text == "The cause."
    with qtbot.waitSignal(bar.remark_dismissed):
        qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_the_click_leads_from_another_page_to_contradicting_samples_and_leaves_them_out(
    opens: Opens, qtbot: QtBot
) -> None:
    plane = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [1.0, 1.0], [0.0, 1.0]])
    inputs = FrozenArray(np.column_stack([plane, plane[:, 0]]))  # of three inputs the region shows no sample's place
    targets = FrozenArray([[0.0], [1.0], [1.0], [0.0], [1.0], [0.0]])
    own = DatasetSpec("custom", inputs=inputs, targets=targets)
    network = NetworkSpec(3, (LayerSpec(6, id=1), LayerSpec(1, id=2)))
    user = opens(Project(own, network, TrainingSpec(max_epochs=4000)))
    reader = Reader(user, qtbot)
    user.window.tables.show_table("evaluation")
    user.triggers("page_error_surface")
    reader.trains_to_the_end()
    reader.waits_for("Samples contradict each other: 4 samples")
    user.clicks("message_offer_2")
    assert user.window.pages.current == "workbench"
    assert user.find("sample_table").isVisible()
    assert reader.chosen_rows == {1, 3, 4, 5}
    before = user.project
    assert reader.dialog is not None
    reader.clicks_in_dialog("finding_1_remedy_1")
    assert user.window.document.dataset.n_samples == 4
    reader.trains_to_the_end()
    assert user.window.session.snapshot.n_right == 4
    user.triggers("undo")
    assert user.project.dataset == before.dataset


def test_a_target_out_of_reach_is_told_whole_and_mended_in_one_step_of_undo(opens: Opens, qtbot: QtBot) -> None:
    network = NetworkSpec(1, (LayerSpec(6, "tanh", id=1), LayerSpec(1, "sigmoid", id=2)))
    training = TrainingSpec(learning_rate=0.1, max_epochs=1000)
    user = opens(Project(DatasetSpec("function"), network, training))
    reader = Reader(user, qtbot)
    reader.trains_to_the_end()
    reader.waits_for("Desired outputs out of reach: 100 samples have desired outputs outside 0 … 1")
    user.clicks("message_offer_2")
    dialog = reader.dialog
    assert dialog is not None
    area = dialog.findChild(QScrollArea, "scroll_diagnosis_findings")
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width(), "a long list of samples cuts nothing at the right"
    assert user.window.focus.annotations.emphasis == {(1, 0)}
    user.clicks("message_offer")
    assert user.project.network.layers[-1].activation == "linear"
    user.triggers("undo")
    assert user.project.network == network
    assert user.project.training == training
