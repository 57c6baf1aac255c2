"""What seldom changes is copied on the screen: painted anew only when it looks different or stands otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.features.diagram.items.still_copy import StillCopy

RECT = QRectF(2, 3, 20, 10)


class Picture:
    """A rectangle, and how often it was painted."""

    def __init__(self) -> None:
        self.colour, self.times = "red", 0
        self.copy = StillCopy(self.draw)

    def draw(self, painter: QPainter) -> None:
        self.times += 1
        painter.fillRect(RECT, QColor(self.colour))

    def shown(self, zoom: float = 1.0, across: float = 0.0, on_screen: bool = True) -> QImage:
        image = QImage(100, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.translate(across, 0)
        painter.scale(zoom, zoom)
        before = painter.worldTransform()
        self.copy.paint(painter, RECT, on_screen)
        assert painter.worldTransform() == before
        painter.end()
        return image


@pytest.fixture
def picture(qtbot: QtBot) -> Picture:
    return Picture()


@pytest.mark.parametrize(("zoom", "across"), [(1.0, 0.0), (1.5, 7.0), (0.75, 3.25)])
def test_the_copy_looks_as_what_was_painted(picture: Picture, zoom: float, across: float) -> None:
    shown = [picture.shown(zoom, across) for _ in range(4)]
    assert picture.times == 1
    assert all(image == shown[0] for image in shown[1:])
    assert picture.shown(zoom, across, on_screen=False) == shown[0]
    assert picture.shown(zoom, across + 2.0) != shown[0]
    assert picture.times == 2, "scrolled by whole pixels it is the same"


def test_what_looks_different_is_painted_anew(picture: Picture) -> None:
    for _ in range(3):
        picture.shown()
    picture.colour = "blue"
    picture.copy.forget()
    assert [picture.shown().pixelColor(10, 8).name() for _ in range(3)] == ["#0000ff"] * 3
    times = picture.times
    picture.shown(zoom=1.25)
    assert picture.times == times + 1


def test_there_is_no_copy_far_in_or_on_paper(picture: Picture) -> None:
    for _ in range(3):
        picture.shown(zoom=3.0)
        picture.shown(on_screen=False)
    assert picture.times == 6
