"""This module paints into files of lines and text so that other programs show every word and can search it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

_STAND_INS = ("tnum", "calt")
"""Font features whose glyphs stand for other letters: a reader of a PDF could neither search nor copy them."""


def searchable_font(font: QFont) -> QFont:
    """`font` with one plain glyph a letter, and no bolder than DemiBold: Qt would write a bolder text twice."""
    plain = QFont(font)
    for feature in _STAND_INS:
        plain.setFeature(QFont.Tag(feature), 0)
    if plain.weight() > QFont.Weight.DemiBold:
        plain.setWeight(QFont.Weight.DemiBold)
    return plain


class DrawingPainter(QPainter):
    """A painter for SVG and PDF files. All text is written in a `searchable_font`.

    Qt cuts text that is higher or wider than its rectangle, and its SVG writer then forgets the clip that was there
    before: everything after such a text is cut at its rectangle. So no text is cut, and clips are set again.
    """

    def __init__(self, device: QSvgGenerator | QPagedPaintDevice) -> None:
        super().__init__(device)
        self.setFont(self.font())

    def setFont(self, font: QFont) -> None:  # type: ignore[override]
        super().setFont(searchable_font(font))

    def drawText(self, *args: Any) -> Any:
        """As QPainter's, but what is longer than its rectangle goes on beyond it."""
        place, *others = args
        if isinstance(place, QRect | QRectF) and others and not isinstance(others[0], str):
            args = (place, int(others[0]) | int(Qt.TextFlag.TextDontClip), *others[1:])
        return super().drawText(*args)

    def restore(self) -> None:
        inner = self.clipPath()
        super().restore()
        if self.hasClipping() and (outer := self.clipPath()) != inner:
            self.setClipPath(outer)
