"""This module turns what a view can paint into the bytes of a PNG, SVG or PDF file, at any size."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontInfo, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from engine.spec.errors import EngineError
from gui.toolkit.export.drawing_painter import DrawingPainter
from gui.toolkit.export.pdf_letters import with_true_letters
from gui.toolkit.theme import LIGHT, Theme

DOTS_PER_INCH = 96  # of the units that pictures are laid out in
_PDF_DOTS_PER_INCH = 1200
_INCH_M, _INCH_POINTS = 0.0254, 72.0


@dataclass(frozen=True)
class Look:
    """How a picture is coloured: in a theme's colours and sizes, on its paper or on nothing."""

    theme: Theme = LIGHT
    has_paper: bool = True


class Picture(Protocol):
    """One moment of a view, frozen, which paints itself at any size and touches nothing on screen."""

    def picture_title(self) -> str:
        """What the picture shows, for people and screen readers."""
        ...

    def picture_size(self) -> QSize:
        """Its natural size in device-independent pixels, as on screen."""
        ...

    def refined(self) -> Picture:
        """The same, its maps as fine as paper can show; any thread may compute it."""
        ...

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        """Lay everything out for the size of `target` and paint it there.

        The painter may be moved and evenly scaled; text and lines are scaled with it.
        """
        ...


@dataclass(frozen=True)
class Sheet:
    """What a picture is written on: its size in pixels, and how many of them a unit of the layout has.

    A text of 12 units is 12 · scale pixels high. On paper a unit is 1/96 inch, so the same sheet is as large in a PNG
    (which says so) as in an SVG or PDF. The file names its author where there is one.
    """

    width: int
    height: int
    scale: float = 1.0
    look: Look = Look()
    author: str = ""

    @property
    def units(self) -> QSizeF:
        """The size of the layout."""
        return QSizeF(self.width / self.scale, self.height / self.scale)


def image_of(picture: Picture, sheet: Sheet) -> QImage:
    """The picture as pixels, drawn at the size of `sheet` rather than enlarged. Raises EngineError without memory."""
    image = QImage(sheet.width, sheet.height, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise EngineError("There is not enough memory for a picture of this size; choose a smaller one.")
    image.fill(Qt.GlobalColor.transparent)
    image.setText("Title", picture.picture_title())
    if sheet.author:
        image.setText("Author", sheet.author)
    painter = QPainter(image)
    painter.scale(sheet.scale, sheet.scale)
    _paint(picture, painter, sheet.look, sheet.units)
    painter.end()
    dots = round(DOTS_PER_INCH * sheet.scale / _INCH_M)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def png_bytes(picture: Picture, sheet: Sheet) -> bytes:
    """A PNG file. Raises EngineError where that cannot be."""
    return png_of(image_of(picture, sheet))


def png_of(image: QImage) -> bytes:
    """The PNG file of an image; any thread may call it. Raises EngineError where that cannot be."""
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes
        raise EngineError("The picture could not be written; choose a smaller size.")
    return _bytes(buffer)


def svg_bytes(picture: Picture, sheet: Sheet) -> bytes:
    """An SVG file of lines, areas and text; only what is a colour map, such as a region, is an image in it."""
    units, buffer = sheet.units, _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # with clipping
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(units.toSize())
    generator.setViewBox(QRectF(0, 0, units.width(), units.height()))
    generator.setTitle(picture.picture_title())
    painter = DrawingPainter(generator)
    _paint(picture, painter, sheet.look, sheet.units)
    painter.end()
    return _in_pixels(_bytes(buffer), units)


def pdf_bytes(picture: Picture, sheet: Sheet) -> bytes:
    """A PDF file of one page as large as the picture; lines, areas and text as in the SVG."""
    units, buffer = sheet.units, _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DOTS_PER_INCH)
    points = units * (_INCH_POINTS / DOTS_PER_INCH)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(picture.picture_title())
    writer.setAuthor(sheet.author)
    writer.setCreator("Perceptra")
    scale = _PDF_DOTS_PER_INCH / DOTS_PER_INCH
    page = QSizeF(writer.width() / scale, writer.height() / scale)  # Qt has rounded it to points
    painter = DrawingPainter(writer)
    painter.scale(scale, scale)
    _paint(picture, painter, sheet.look, page)
    painter.end()
    return with_true_letters(_bytes(buffer))


def _paint(picture: Picture, painter: QPainter, look: Look, units: QSizeF) -> None:
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    picture.paint_picture(painter, QRectF(0, 0, units.width(), units.height()), look)


def _in_pixels(svg: bytes, units: QSizeF) -> bytes:
    """Qt writes the size in millimetres, rounded; a browser's pixel is 1/96 inch, too.

    Of a list of fonts Qt writes the first, whether it is there or not: all are named, the one in use first.
    """
    sized = f'width="{units.width():g}" height="{units.height():g}"'.encode()
    svg = re.sub(rb'width="[\d.]+mm" height="[\d.]+mm"', sized, svg, count=1)
    wanted = QFont().families()
    fonts = ", ".join(dict.fromkeys((QFontInfo(QFont()).family(), *wanted, "sans-serif"))).encode()
    return re.sub(rb'font-family="[^"]+"', b'font-family="' + fonts + b'"', svg)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())


@dataclass(frozen=True)
class Offer:
    """A view that can be drawn: its fixed name, its title, and what takes its picture as it is now (None: nothing).

    caption: what stands below it in a lab report, in the language in force; None where it does not belong there, as
    what is no longer about the project.
    """

    name: str
    title: str
    take: Callable[[], Picture | None]
    caption: Callable[[], str | None] = lambda: None
