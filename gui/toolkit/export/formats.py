"""This module lists the kinds of picture files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.toolkit.export.picture import Picture, Sheet, image_of, pdf_bytes, png_of, svg_bytes


@dataclass(frozen=True)
class PictureFormat:
    """One kind of file: its name (English source), its ending, and what makes its contents.

    draw: paints, in the thread of the window, and returns what makes the file of it, which any thread may call.
    """

    title: str
    suffix: str
    draw: Callable[[Picture, Sheet], Callable[[], bytes]]
    is_drawing: bool

    @property
    def filter(self) -> str:
        """What a file dialog filters by."""
        return f"{self.suffix.upper()} (*.{self.suffix})"


def _pixels(picture: Picture, sheet: Sheet) -> Callable[[], bytes]:
    return partial(png_of, image_of(picture, sheet))


def _drawing(make: Callable[[Picture, Sheet], bytes]) -> Callable[[Picture, Sheet], Callable[[], bytes]]:
    def draw(picture: Picture, sheet: Sheet) -> Callable[[], bytes]:
        payload = make(picture, sheet)
        return lambda: payload

    return draw


FORMATS = (
    PictureFormat(str(QT_TRANSLATE_NOOP("Export", "PNG – picture of pixels")), "png", _pixels, False),
    PictureFormat(
        str(QT_TRANSLATE_NOOP("Export", "SVG – drawing, sharp at any size")), "svg", _drawing(svg_bytes), True
    ),
    PictureFormat(
        str(QT_TRANSLATE_NOOP("Export", "PDF – drawing, sharp at any size")), "pdf", _drawing(pdf_bytes), True
    ),
)
