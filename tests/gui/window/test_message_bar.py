"""The message line: notices come at once and go, warnings stay, offers are withdrawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.data.datasets.recipe import DatasetSpec
from engine.project.demos import demo
from gui.document import commands
from gui.toolkit.look import wears
from gui.toolkit.services import message_bar
from gui.toolkit.services.message_bar import MessageBar
from gui.toolkit.theme import stage_scale
from tests.helpers.small_screen import rest
from tests.helpers.user import User

LONG_MS, SHORT_MS = 600_000, 1


class Bench:
    """A message bar in a window of its own; its notices stay until `lets_the_notice_go`."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._monkeypatch = qtbot, monkeypatch
        monkeypatch.setattr(message_bar, "NOTICE_MS", LONG_MS)
        self._stage = QWidget()
        self._stage.resize(900, 200)
        qtbot.addWidget(self._stage)
        self.bar = MessageBar(self._stage)
        with qtbot.waitExposed(self._stage):
            self._stage.show()
        self.taken: list[str] = []

    def warns(self) -> None:
        self.bar.warn("The error is no longer finite.", "Go back", lambda: self.taken.append("back"))

    def notice_for_a_moment(self, text: str, shown_next: str | None) -> None:
        """A notice that leaves at once; waits until `shown_next` stands in its place, or nothing."""
        self._monkeypatch.setattr(message_bar, "NOTICE_MS", SHORT_MS)
        self.bar.notice(text)
        assert self.shown == text
        self._qtbot.waitUntil(lambda: self.shown == shown_next)
        self._monkeypatch.setattr(message_bar, "NOTICE_MS", LONG_MS)

    def clicks(self, name: str) -> None:
        button = self.bar.findChild(QAbstractButton, name)
        assert button is not None
        assert button.isVisible()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def shown(self) -> str | None:
        return self.bar.text if self.bar.isVisible() else None

    @property
    def offer(self) -> str | None:
        button = self.bar.findChild(QPushButton, "message_offer")
        assert button is not None
        return button.text() if button.isVisible() else None


@pytest.fixture
def bench(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(qtbot, monkeypatch)


WARNING = "The error is no longer finite."


def test_a_notice_leaves_by_itself(bench: Bench) -> None:
    bench.notice_for_a_moment("Saved.", shown_next=None)
    assert bench.shown is None


def test_what_is_waited_for_covers_a_warning_until_it_has_come(bench: Bench) -> None:
    bench.warns()
    bench.bar.wait("Reading a …", "Cancel", lambda: bench.taken.append("cancelled"))
    assert (bench.shown, bench.offer) == ("Reading a …", "Cancel")
    bench.notice_for_a_moment("Saved.", shown_next="Reading a …")
    bench.bar.end_wait("Reading another …")
    assert bench.shown == "Reading a …"
    bench.bar.end_wait("Reading a …")
    assert (bench.shown, bench.offer) == (WARNING, "Go back")
    bench.bar.wait("Reading b …", "Cancel", lambda: bench.taken.append("cancelled"))
    bench.clicks("message_dismiss")
    assert bench.shown == WARNING
    bench.bar.wait("Reading c …", "Cancel", lambda: bench.taken.append("cancelled"))
    bench.clicks("message_offer")
    assert bench.shown == WARNING
    bench.clicks("message_offer")
    assert (bench.shown, bench.taken) == (None, ["cancelled", "back"])


def test_a_notice_covers_a_warning_for_its_time_only(bench: Bench) -> None:
    bench.warns()
    assert (bench.shown, bench.offer) == (WARNING, "Go back")
    bench.bar.notice("There must be one unit at least.")
    assert (bench.shown, bench.offer) == ("There must be one unit at least.", None)
    assert not wears(bench.bar, "warning")

    bench.notice_for_a_moment("Saved.", shown_next=WARNING)
    assert bench.offer == "Go back"
    assert wears(bench.bar, "warning")
    bench.clicks("message_offer")
    assert bench.taken == ["back"]
    assert bench.shown is None


def test_a_dismissed_notice_gives_way_to_the_warning_and_a_dismissed_warning_stays_away(bench: Bench) -> None:
    bench.warns()
    bench.bar.notice("Saved.")
    bench.clicks("message_dismiss")
    assert (bench.shown, bench.offer) == (WARNING, "Go back")
    bench.clicks("message_dismiss")
    assert bench.shown is None
    bench.notice_for_a_moment("Saved.", shown_next=None)
    assert bench.taken == []


def test_a_withdrawn_offer_goes_and_does_not_come_back(bench: Bench) -> None:
    bench.warns()
    bench.bar.withdraw_offer()
    assert bench.shown is None

    bench.warns()
    bench.bar.notice("Saved.")
    bench.bar.withdraw_offer()
    assert bench.shown == "Saved."
    bench.notice_for_a_moment("Saved again.", shown_next=None)
    assert bench.taken == []


def test_a_warning_without_an_offer_is_not_withdrawn(bench: Bench) -> None:
    bench.bar.warn("The file is broken.")
    bench.bar.withdraw_offer()
    assert bench.shown == "The file is broken."
    bench.bar.notice("Saved.")
    bench.bar.withdraw_offer()
    bench.notice_for_a_moment("Saved.", shown_next="The file is broken.")
    assert bench.offer is None


def test_going_on_after_a_divergence_withdraws_the_way_back(user: User, qtbot: QtBot) -> None:
    commands.set_dataset(
        user.window.document, DatasetSpec(name="custom", inputs=[[9.0], [8.0]], targets=[[90.0], [10.0]])
    )
    user.types("learning_rate", "50")
    user.triggers("train")
    qtbot.waitUntil(lambda: user.window.session.state == "failed")
    assert user.find("message_offer").isVisible()

    user.triggers("reset")
    qtbot.waitUntil(lambda: user.window.session.state != "failed")
    assert not user.find("message_offer").isVisible()


def test_how_a_run_ended_is_taken_back_when_another_project_comes(user: User, qtbot: QtBot) -> None:
    user.window.files.open_demo("lecture")
    user.starts_training()
    qtbot.waitUntil(lambda: user.window.session.state == "finished", timeout=25_000)
    assert user.window.message_bar.isVisible()
    assert "all samples are right" in user.window.message_bar.text
    user.window.document.load(demo("xor_by_hand"))
    qtbot.waitUntil(lambda: not user.window.message_bar.isVisible())
    user.triggers("train")
    qtbot.waitUntil(lambda: "hidden layer 1" in user.window.message_bar.text)
    assert user.window.message_bar.isVisible()
    user.window.document.load(demo("xor_perceptron"))
    qtbot.waitUntil(lambda: not user.window.message_bar.isVisible())


@pytest.mark.parametrize("action", ["open_table", "save_picture"])
def test_a_question_asked_ten_times_stands_there_once(user: User, action: str) -> None:
    for _ in range(10):
        user.triggers(action)

    dialogs = [dialog for dialog in user.window.findChildren(QFileDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    user.triggers(action)
    again = [dialog for dialog in user.window.findChildren(QFileDialog) if dialog.isVisible()]
    assert len(again) == 1
    again[0].reject()


def test_a_message_on_show_grows_with_the_type(user: User, qtbot: QtBot) -> None:
    user.window.message_bar.notice("Done: the error has reached its target.")
    text = user.find("message_text")
    assert isinstance(text, QLabel)
    user.triggers("presentation")
    qtbot.waitUntil(lambda: text.fontMetrics().height() > 20)
    qtbot.waitUntil(lambda: text.width() >= text.fontMetrics().horizontalAdvance(text.text()))
    assert text.height() >= text.fontMetrics().height()


def test_undo_takes_back_what_the_edit_noted(user: User) -> None:
    bar = user.window.message_bar
    user.picks_data("iris")
    assert "4-6-3" in bar.text
    QApplication.processEvents()  # nobody is quicker
    user.triggers("undo")
    assert bar.isHidden()


@pytest.mark.usefixtures("_each_language")
def test_a_message_covers_no_figure_and_no_axis(user: User) -> None:
    window = user.window
    bars = window.statusBar()
    usual = bars.height()
    for words in (4, 40, 90):
        window.message_bar.warn("word " * words, "Go back", lambda: None)
        cards = [card for card in window.findChildren(QFrame) if card.property("card") and card.isVisible()]
        assert len(cards) >= 4
        QApplication.processEvents()
        taken = window.message_bar.geometry()
        for card in cards:
            at = QRect(card.mapTo(window, QPoint(0, 0)), card.size())
            assert not taken.intersects(at), (words, card.objectName())
        user.clicks("message_dismiss")
        QApplication.processEvents()
        assert bars.height() == usual, words


@pytest.mark.parametrize("words", [4, 40])
def test_on_stage_the_figures_and_the_pictures_stay_in_sight(user: User, qtbot: QtBot, words: int) -> None:
    window = user.window
    user.triggers("presentation")
    qtbot.waitUntil(window.isFullScreen)
    rest()
    timeline = user.find("timeline_bar").height()
    window.message_bar.warn("word " * words, "Go back", lambda: None)
    rest()
    taken = window.message_bar.geometry()
    figures = [user.find(f"{name}_label") for name in ("epoch", "error", "accuracy")]
    cards = [card for card in window.findChildren(QFrame) if card.property("card") and card.isVisible()]
    assert len(cards) >= 3
    for seen in (*figures, *cards):
        place = QRect(seen.mapTo(window, QPoint(0, 0)), seen.size())
        assert not taken.intersects(place), seen.objectName()
    user.clicks("message_dismiss")
    rest()
    assert user.find("timeline_bar").height() == timeline


def test_buttons_of_a_long_message_stand_below_it_where_it_is_lower_so(user: User, qtbot: QtBot) -> None:
    window = user.window
    user.triggers("presentation")
    qtbot.waitUntil(window.isFullScreen)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.appearance.themes.theme.scale == stage_scale(720))
    rest()
    text = (
        "In a local minimum: no progress since epoch 1,320; (1, 0), (1, 1) get 0.49, and 2 hidden units are flat there."
    )
    for words, is_below in ((text, True), ("Done: all samples are right.", False)):
        window.message_bar.warn(words, "Draw a new start (seed 5)", lambda: None)
        rest()
        label, offer = user.find("message_text"), user.find("message_offer")
        assert label.height() >= label.heightForWidth(label.width())
        assert (offer.geometry().top() >= label.geometry().bottom()) == is_below
        assert window.message_bar.rect().contains(offer.geometry())
