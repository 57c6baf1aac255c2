"""The kinds of picture files that a person can choose between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.export.picture import Picture, Sheet, pdf_bytes, png_bytes, svg_bytes


@dataclass(frozen=True)
class PictureFormat:
    """One kind of file: its name (English source), its ending, and what makes its contents."""

    title: str
    suffix: str
    contents: Callable[[Picture, Sheet], bytes]
    is_drawing: bool

    @property
    def filter(self) -> str:
        """What a file dialog filters by."""
        return f"{self.suffix.upper()} (*.{self.suffix})"


FORMATS = (
    PictureFormat(str(QT_TRANSLATE_NOOP("Export", "PNG – picture of pixels")), "png", png_bytes, False),
    PictureFormat(str(QT_TRANSLATE_NOOP("Export", "SVG – drawing, sharp at any size")), "svg", svg_bytes, True),
    PictureFormat(str(QT_TRANSLATE_NOOP("Export", "PDF – drawing, sharp at any size")), "pdf", pdf_bytes, True),
)
