"""The kinds of picture files that a person can choose between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.export.picture import Picture, png_of, svg_of


@dataclass(frozen=True)
class PictureFormat:
    """One kind of file: its filter in the dialog (English source), its ending, and what makes its contents."""

    title: str
    suffix: str
    contents: Callable[[Picture], bytes]


FORMATS = (
    PictureFormat(str(QT_TRANSLATE_NOOP("Export", "Drawing that stays sharp at any size (*.svg)")), "svg", svg_of),
    PictureFormat(
        str(QT_TRANSLATE_NOOP("Export", "Picture, twice as fine as on screen (*.png)")), "png", partial(png_of, scale=2)
    ),
    PictureFormat(str(QT_TRANSLATE_NOOP("Export", "Picture as on screen (*.png)")), "png", png_of),
    PictureFormat(
        str(QT_TRANSLATE_NOOP("Export", "Picture for print, four times as fine (*.png)")),
        "png",
        partial(png_of, scale=4),
    ),
)
