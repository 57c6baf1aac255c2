"""Turns what a view paints into the bytes of a PNG or SVG file."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator


class Picture(Protocol):
    """A view that can paint what it shows at any size."""

    def picture_title(self) -> str:
        """What the picture shows, for people and screen readers."""
        ...

    def picture_size(self) -> QSize:
        """Its natural size in device-independent pixels, as on screen."""
        ...

    def paint_picture(self, painter: QPainter, target: QRectF) -> None:
        """Paint everything as on screen, paper included, into `target`."""
        ...


def png_of(picture: Picture, scale: float = 1.0) -> bytes:
    """A PNG file `scale` times as large as on screen, drawn at that size rather than enlarged."""
    size = picture.picture_size()
    image = QImage(
        max(round(size.width() * scale), 1), max(round(size.height() * scale), 1), QImage.Format.Format_ARGB32
    )
    image.fill(Qt.GlobalColor.transparent)
    image.setText("Title", picture.picture_title())
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(picture, painter, size)
    painter.end()
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes, PySide6 itself text
        raise ValueError("the picture is too large to be written")
    return _bytes(buffer)


def svg_of(picture: Picture) -> bytes:
    """An SVG file of lines, areas and text; only what is an image on screen, such as a map, is one in it."""
    size = picture.picture_size()
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(picture.picture_title())
    painter = QPainter(generator)
    _paint(picture, painter, size)
    painter.end()
    return _in_pixels(_bytes(buffer), size)


def _paint(picture: Picture, painter: QPainter, size: QSize) -> None:
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    picture.paint_picture(painter, QRectF(0, 0, size.width(), size.height()))


def _in_pixels(svg: bytes, size: QSize) -> bytes:
    """Qt writes the size in millimetres of a screen of 72 dots an inch; a browser's pixel is what it has on screen."""
    sized = f'width="{size.width()}" height="{size.height()}"'.encode()
    return re.sub(rb'width="[\d.]+mm" height="[\d.]+mm"', sized, svg, count=1)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
