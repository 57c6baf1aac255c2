"""The dialog for pictures in the window: chosen, previewed, saved wholly or not at all, copied, remembered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from gui.features.pictures.preview import Preview
from tests.helpers.drawings import pdf_page, pdf_size, pixels_of, svg_words
from tests.helpers.user import User

LEFT = Qt.MouseButton.LeftButton


class PictureUser:
    """A user before the dialog."""

    def __init__(self, user: User, qtbot: QtBot) -> None:
        self.user, self.qtbot = user, qtbot

    def opens(self, action: str = "save_view") -> None:
        """Choose a menu entry and wait until the picture is as fine as it gets."""
        self.user.triggers(action)
        self.is_ready()

    def is_ready(self) -> None:
        save = self.part(QPushButton, "save")
        self.qtbot.waitUntil(save.isEnabled)

    @property
    def dialog(self) -> QDialog:
        dialog = self.user.window.findChild(QDialog, "picture_dialog")
        assert dialog is not None
        return dialog

    def part(self, kind: type[Any], name: str) -> Any:
        return self.dialog.findChild(kind, f"picture_{name}")

    def picks(self, field: str, value: str) -> None:
        box = self.part(QComboBox, field)
        index = box.findData(value)
        assert index >= 0
        box.setFocus()
        for _ in range(abs(box.currentIndex() - index)):
            self.qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < index else Qt.Key.Key_Up)
        assert box.currentIndex() == index
        self.is_ready()

    def types(self, field: str, text: str) -> None:
        box = self.part(QSpinBox, field)
        box.setFocus()
        box.selectAll()
        self.qtbot.keyClicks(box, text)
        self.qtbot.keyClick(box, Qt.Key.Key_Tab)

    def saves(self, path: Path) -> None:
        self.qtbot.mouseClick(self.part(QPushButton, "save"), LEFT)
        asking = self.dialog.findChild(QFileDialog)
        assert asking is not None
        asking.selectFile(str(path))
        asking.accept()

    @property
    def about(self) -> str:
        return str(self.part(QLabel, "about").text())


@pytest.fixture
def pictures(user: User, qtbot: QtBot) -> PictureUser:
    user.trains_until(epoch=30)
    qtbot.waitUntil(lambda: user.window.error_plot.picture() is not None)
    return PictureUser(user, qtbot)


def test_a_slide_of_the_region_has_the_pixels_of_a_slide(pictures: PictureUser, tmp_path: Path) -> None:
    pictures.opens()
    pictures.picks("view", "region")
    pictures.picks("size", "slide")
    assert "1920 × 1080" in pictures.about
    pictures.saves(tmp_path / "region.png")
    pictures.qtbot.waitUntil((tmp_path / "region.png").exists)
    pictures.qtbot.waitUntil(lambda: "region.png" in pictures.user.window.message_bar.text)
    image = QImage(str(tmp_path / "region.png"))
    assert (image.width(), image.height()) == (1920, 1080)
    assert [file.name for file in tmp_path.iterdir()] == ["region.png"]


def test_the_key_for_the_diagram_opens_the_dialog_on_it(pictures: PictureUser, tmp_path: Path) -> None:
    pictures.opens("save_diagram")
    assert pictures.part(QComboBox, "view").currentData() == "diagram"
    pictures.picks("format", "svg")
    pictures.saves(tmp_path / "network.svg")
    pictures.qtbot.waitUntil((tmp_path / "network.svg").exists)
    assert "Inputs" in svg_words((tmp_path / "network.svg").read_bytes())


def test_a_column_of_the_error_curve_is_a_drawing_85_mm_wide(pictures: PictureUser, tmp_path: Path) -> None:
    pictures.opens()
    pictures.picks("view", "error")
    pictures.picks("format", "pdf")
    pictures.picks("size", "column")
    assert "85 ×" in pictures.about
    assert "drawn" in pictures.about
    pictures.saves(tmp_path / "curve.pdf")
    pictures.qtbot.waitUntil((tmp_path / "curve.pdf").exists)
    pdf = (tmp_path / "curve.pdf").read_bytes()
    assert pdf_size(pdf)[0] == pytest.approx(85 / 25.4 * 72, abs=1)
    assert " l\n" in pdf_page(pdf)


def test_transparent_and_own_size_are_seen_in_the_preview_and_the_file(pictures: PictureUser, tmp_path: Path) -> None:
    pictures.opens()
    pictures.picks("view", "region")
    pictures.types("width", "640")
    pictures.types("height", "480")
    assert pictures.part(QComboBox, "size").currentData() == "own"
    preview = pictures.part(Preview, "preview")
    pictures.qtbot.waitUntil(lambda: preview.image is not None and pixels_of(preview.image)[0, 0, 3] == 255)
    pictures.qtbot.keyClick(pictures.user.find("picture_transparent"), Qt.Key.Key_Space)
    pictures.qtbot.waitUntil(lambda: pixels_of(preview.image)[0, 0, 3] == 0)
    width, height = preview.image.width(), preview.image.height()
    assert width / height == pytest.approx(4 / 3, abs=0.01)
    pictures.saves(tmp_path / "region.png")
    pictures.qtbot.waitUntil((tmp_path / "region.png").exists)
    pixels = pixels_of(QImage(str(tmp_path / "region.png")))
    assert pixels.shape[:2] == (480, 640)
    assert pixels[0, 0, 3] == 0


def test_what_was_chosen_is_there_the_next_time(pictures: PictureUser) -> None:
    pictures.opens()
    pictures.picks("view", "error")
    pictures.picks("format", "pdf")
    pictures.picks("size", "slide")
    pictures.picks("colours", "print")
    pictures.qtbot.mouseClick(pictures.part(QPushButton, "close"), LEFT)
    pictures.qtbot.waitUntil(lambda: pictures.user.window.findChild(QDialog, "picture_dialog") is None)
    pictures.opens()
    chosen = [pictures.part(QComboBox, field).currentData() for field in ("view", "format", "size", "colours")]
    assert chosen == ["error", "pdf", "slide", "print"]


def test_what_is_too_large_is_refused_with_a_sentence(pictures: PictureUser) -> None:
    pictures.opens()
    pictures.types("width", "10000")
    pictures.types("height", "10000")
    assert "million" in pictures.about
    assert not pictures.part(QPushButton, "save").isEnabled()
    pictures.types("height", "400")
    assert "million" not in pictures.about
    assert pictures.part(QPushButton, "save").isEnabled()


def test_a_place_that_cannot_be_written_is_told_and_leaves_the_old_file(pictures: PictureUser, tmp_path: Path) -> None:
    folder = tmp_path / "region.png"
    folder.mkdir()
    pictures.opens()
    dialog: Any = pictures.dialog
    dialog._on_file_selected(dialog._kind, folder)
    pictures.qtbot.waitUntil(lambda: "region.png" in pictures.about)
    assert dialog.isVisible()
    assert list(tmp_path.iterdir()) == [folder]


def test_a_picture_is_copied_as_pixels_and_as_a_drawing(pictures: PictureUser) -> None:
    pictures.opens()
    pictures.picks("view", "region")
    pictures.qtbot.mouseClick(pictures.part(QPushButton, "copy"), LEFT)
    data = QGuiApplication.clipboard().mimeData()
    sheet = (pictures.part(QSpinBox, "width").value(), pictures.part(QSpinBox, "height").value())
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == sheet
    assert "x₁" in svg_words(bytes(data.data("image/svg+xml").data()))
    assert "clipboard" in pictures.about


@pytest.mark.parametrize("name", ["diagram", "region", "error"])
def test_every_view_has_a_menu_to_save_or_copy_its_picture(pictures: PictureUser, name: str) -> None:
    window = pictures.user.window
    button = window.findChild(QToolButton, f"{name}_picture_menu")
    assert button is not None
    assert button.isVisible()
    copy = next(action for action in button.menu().actions() if action.objectName() == f"copy_{name}_picture")
    QGuiApplication.clipboard().clear()
    copy.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    save = next(action for action in button.menu().actions() if action.objectName() == f"save_{name}_picture")
    save.trigger()
    assert pictures.part(QComboBox, "view").currentData() == name


def test_the_view_with_the_focus_is_copied(pictures: PictureUser) -> None:
    window = pictures.user.window
    window.error_plot.canvas.setFocus()
    pictures.user.triggers("copy_view")
    size = window.error_plot.size() * 2
    assert QGuiApplication.clipboard().image().size() == size


def test_a_view_without_anything_to_draw_is_not_offered(user: User, qtbot: QtBot) -> None:
    pictures = PictureUser(user, qtbot)
    pictures.opens()
    views = pictures.part(QComboBox, "view")
    offered = [views.itemData(row) for row in range(views.count())]
    assert offered[:2] == ["diagram", "region"]
    assert "error" not in offered  # there is no curve yet
