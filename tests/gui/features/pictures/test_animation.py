"""The run as an animated GIF: the moments that were asked for, as long as was asked for, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from gui.features.pictures.animation_frames import frames_of
from gui.features.pictures.gif import GifWriter, shared_palette
from tests.helpers.drawings import pixels_of
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton
EVEN = np.arange(0, 2400, 10)


@pytest.mark.parametrize("early", [False, True])
@pytest.mark.parametrize(("seconds", "per_second"), [(8.0, 12), (2.5, 30), (0.5, 1), (60, 1)])
def test_an_animation_lasts_as_long_as_asked_from_first_to_last_moment(
    seconds: float, per_second: int, early: bool
) -> None:
    frames = frames_of(EVEN, seconds, per_second, early)
    assert sum(frame.hundredths for frame in frames) == round(100 * seconds)
    assert min(frame.hundredths for frame in frames) >= 2
    assert frames[0].index == 0
    assert frames[-1].index == len(EVEN) - 1
    indices = [frame.index for frame in frames]
    assert indices == sorted(set(indices))


def test_more_of_the_beginning_spends_more_time_there() -> None:
    halfway = len(EVEN) // 2
    early, even = (
        sum(frame.hundredths for frame in frames_of(EVEN, 10, 10, early) if frame.index < halfway)
        for early in (True, False)
    )
    assert even == pytest.approx(500, abs=20)
    assert early > 800


def test_a_run_of_one_moment_is_one_frame() -> None:
    assert [(frame.index, frame.hundredths) for frame in frames_of(np.array([7]), 3, 10, True)] == [(0, 300)]


def test_a_gif_has_one_palette_and_its_frames_are_what_was_given(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    ramp = np.linspace(0, 255, 96).astype(np.uint8)
    frames = []
    for step in range(5):
        pixels = np.full((64, 96, 3), 253, dtype=np.uint8)
        pixels[20:40, :, 0] = ramp
        pixels[20 + 2 * step, 10 + step : 60] = rng.integers(0, 256, 3)
        frames.append(Image.fromarray(pixels))
    frames.insert(3, frames[2])  # one that changes nothing
    with (tmp_path / "film.gif").open("wb") as file:
        writer = GifWriter(file, (96, 64), shared_palette(frames), loops=True)
        for frame in frames:
            writer.add(frame, 7)
        writer.close()
    film: Any
    with Image.open(tmp_path / "film.gif") as film:
        assert (film.n_frames, film.size, film.info["loop"]) == (6, (96, 64), 0)
        for place, frame in enumerate(frames):
            film.seek(place)
            assert film.info["duration"] == 70
            shown = np.asarray(film.convert("RGB")).astype(int)
            assert shown[0, 0].tolist() == [253, 253, 253]  # the paper, exactly
            assert np.abs(shown - np.asarray(frame).astype(int)).mean() < 3


class AnimationUser:
    """A user before the dialog of the animation."""

    def __init__(self, user: User, qtbot: QtBot) -> None:
        self.user, self.qtbot = user, qtbot

    @property
    def dialog(self) -> Any:
        dialog = self.user.window.findChild(QDialog, "animation_dialog")
        assert dialog is not None
        return dialog

    def part(self, kind: type[Any], name: str) -> Any:
        return self.dialog.findChild(kind, f"animation_{name}")

    def opens(self) -> None:
        self.user.triggers("save_animation")
        self.qtbot.waitUntil(lambda: self.user.window.findChild(QDialog, "animation_dialog") is not None)

    def picks(self, field: str, value: str) -> None:
        box = self.part(QComboBox, field)
        box.setCurrentIndex(box.findData(value))

    def types(self, field: str, text: str) -> None:
        box = self.dialog.findChild(object, f"animation_{field}")
        box.setFocus()
        box.selectAll()
        self.qtbot.keyClicks(box, text)
        box.interpretText()  # as leaving the field does

    def begins(self, path: Path) -> None:
        self.qtbot.mouseClick(self.part(QPushButton, "save"), LEFT)
        asking = self.dialog.findChild(QFileDialog)
        assert asking is not None
        asking.selectFile(str(path))
        asking.accept()

    def waits_for(self, path: Path) -> None:
        self.qtbot.waitUntil(lambda: str(path) in self.part(QLabel, "about").text(), timeout=30_000)


@pytest.fixture
def films(user: User, qtbot: QtBot) -> AnimationUser:
    user.trains_until(epoch=120)
    qtbot.waitUntil(lambda: user.window.error_plot.picture() is not None)
    return AnimationUser(user, qtbot)


def contents_of(path: Path) -> tuple[int, int, int | None, np.ndarray]:
    """Frames, hundredths of a second together, the number of repetitions (0: for ever), the last frame."""
    film: Any
    with Image.open(path) as film:
        total = 0
        for place in range(film.n_frames):
            film.seek(place)
            total += film.info["duration"] // 10
        return film.n_frames, total, film.info.get("loop"), np.asarray(film.convert("RGB")).astype(int)


@pytest.mark.parametrize("what", ["both", "diagram"])
def test_the_last_frame_shows_the_run_as_it_stands(films: AnimationUser, tmp_path: Path, what: str) -> None:
    films.opens()
    films.picks("shows", what)
    films.types("seconds", "1")
    films.types("width", "300")
    path = tmp_path / "run.gif"
    films.begins(path)
    films.waits_for(path)
    n_frames, hundredths, loop, last = contents_of(path)
    assert 2 <= n_frames <= 12
    assert hundredths == 100
    assert loop == 0
    dialog, epochs = films.dialog, films.dialog._epochs
    assert epochs[-1] == films.user.window.session.snapshot.epoch
    order, show = dialog.order, dialog._offer.make()
    image = QImage(order.size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(order.scale, order.scale)
    computed = show.compute(len(epochs) - 1)
    for part in range(show.n_parts):
        whole = image.rect().toRectF()
        whole.setSize(whole.size() / order.scale)
        show.paint(part, painter, whole, order.look, computed)
    painter.end()
    show.close()
    assert np.abs(pixels_of(image)[..., 2::-1] - last).mean() < 5
    assert [file.name for file in tmp_path.iterdir()] == ["run.gif"]


def test_it_can_be_made_while_training_goes_on_and_does_not_hold_it_up(films: AnimationUser, tmp_path: Path) -> None:
    films.user.types("max_epochs", "50000000")
    films.user.window.session.set_speed(None)
    films.user.starts_training()
    films.opens()
    films.types("seconds", "1")
    films.types("width", "300")
    assert not films.dialog.isModal()
    begun = films.user.window.session.snapshot.epoch
    films.begins(tmp_path / "run.gif")
    films.waits_for(tmp_path / "run.gif")
    assert films.user.window.session.state == "training"
    assert films.user.window.session.snapshot.epoch > begun
    assert contents_of(tmp_path / "run.gif")[1] == 100


def test_cancel_leaves_no_file_and_the_old_one_as_it_was(films: AnimationUser, tmp_path: Path) -> None:
    path = tmp_path / "run.gif"
    path.write_bytes(b"old")
    films.opens()
    films.types("seconds", "20")
    films.dialog._begin(path)
    progress = films.part(QProgressBar, "progress")
    films.qtbot.waitUntil(lambda: progress.isVisible() and progress.value() > 0, timeout=20_000)
    cancel = films.part(QPushButton, "cancel")
    assert cancel.text() == "Cancel"
    films.qtbot.mouseClick(cancel, LEFT)
    films.qtbot.waitUntil(lambda: [file.name for file in tmp_path.iterdir()] == ["run.gif"])
    assert path.read_bytes() == b"old"
    assert films.dialog.isVisible()
    assert films.part(QPushButton, "save").isEnabled()
    films.qtbot.mouseClick(cancel, LEFT)
    films.qtbot.waitUntil(lambda: films.user.window.findChild(QDialog, "animation_dialog") is None)


def test_closing_the_window_ends_the_making_and_leaves_no_file(films: AnimationUser, tmp_path: Path) -> None:
    films.opens()
    films.dialog._begin(tmp_path / "run.gif")
    films.user.window.document.undo_stack.setClean()
    films.user.window.close()
    films.qtbot.waitUntil(lambda: not list(tmp_path.iterdir()))


def test_a_place_that_cannot_be_written_is_told(films: AnimationUser, tmp_path: Path) -> None:
    films.opens()
    films.dialog._begin(tmp_path / "missing" / "run.gif")
    films.qtbot.waitUntil(lambda: "run.gif could not be saved" in films.part(QLabel, "about").text(), timeout=20_000)
    assert films.part(QPushButton, "save").isEnabled()


def test_without_a_run_it_says_so(user: User, qtbot: QtBot) -> None:
    user.triggers("save_animation")
    qtbot.waitUntil(lambda: "train first" in user.window.message_bar.text)
    assert user.window.findChild(QDialog, "animation_dialog") is None


def test_what_was_chosen_is_there_the_next_time(films: AnimationUser) -> None:
    films.opens()
    films.picks("shows", "diagram")
    films.picks("spacing", "even")
    films.types("seconds", "3.5")
    films.qtbot.mouseClick(films.part(QPushButton, "cancel"), LEFT)
    films.qtbot.waitUntil(lambda: films.user.window.findChild(QDialog, "animation_dialog") is None)
    films.opens()
    choice = films.dialog.choice
    assert (choice.shows, choice.spacing, choice.seconds) == ("diagram", "even", 3.5)


def test_fast_clicks_ask_once_where_and_tab_goes_from_top_to_bottom(user: User, qtbot: QtBot) -> None:
    user.trains_until(epoch=30)
    film = AnimationUser(user, qtbot)
    film.opens()
    order = ("shows", "seconds", "per_second", "width", "spacing", "colours", "loops")
    film.dialog.findChild(object, "animation_shows").setFocus()
    for name in order:
        assert film.dialog.focusWidget().objectName() == f"animation_{name}"
        qtbot.keyClick(film.dialog.focusWidget(), Qt.Key.Key_Tab)
    for _ in range(5):
        film.part(QPushButton, "save").click()
    (asked,) = film.dialog.findChildren(QFileDialog)
    asked.reject()
    film.dialog.reject()
