"""This module lists sizes of pictures for screens and paper, and the limits of others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSize

from engine.spec.plural import filled
from gui.toolkit.export import Sheet
from gui.toolkit.export.picture import DOTS_PER_INCH

SMALLEST, LARGEST = 16, 10_000  # pixels a side
MOST_PIXELS = 50_000_000  # 200 MB while it is drawn
FINEST = 20.0  # times as large as on screen
OWN = "own"
_DOTS = 300  # an inch, in print
_PRINT = _DOTS / DOTS_PER_INCH


@dataclass(frozen=True)
class Preset:
    """A size by name: `width` in pixels, 0 for that on screen; `height` 0 keeps the proportions of the view."""

    name: str
    title: str
    width: int
    height: int
    scale: float


def _preset(name: str, title: object, width: int = 0, height: int = 0, scale: float = 1.0) -> Preset:
    return Preset(name, str(title), width, height, scale)


def _on_paper(millimetres: float) -> int:
    return round(millimetres / 25.4 * _DOTS)


PRESETS = (
    _preset("screen", QT_TRANSLATE_NOOP("PictureSizes", "As on screen")),
    _preset("screen_2", QT_TRANSLATE_NOOP("PictureSizes", "As on screen, twice as fine"), scale=2.0),
    _preset("slide", QT_TRANSLATE_NOOP("PictureSizes", "Slide, 1920 × 1080"), 1920, 1080, 2.0),
    _preset("slide_4k", QT_TRANSLATE_NOOP("PictureSizes", "Slide, 3840 × 2160"), 3840, 2160, 4.0),
    _preset("column", QT_TRANSLATE_NOOP("PictureSizes", "Column, 85 mm at 300 dpi"), _on_paper(85), scale=_PRINT),
    _preset("page", QT_TRANSLATE_NOOP("PictureSizes", "Page width, 170 mm at 300 dpi"), _on_paper(170), scale=_PRINT),
    _preset(OWN, QT_TRANSLATE_NOOP("PictureSizes", "Own size")),
)  # fmt: skip


def sheet_of(preset: Preset, natural: QSize) -> Sheet:
    """The sheet of a ready size for a view of `natural` size on screen."""
    width = preset.width or round(natural.width() * preset.scale)
    height = preset.height or round(width * natural.height() / max(natural.width(), 1))
    width, height = (min(max(side, SMALLEST), LARGEST) for side in (width, height))
    return Sheet(width, height, preset.scale)


def problem_of(sheet: Sheet) -> str:
    """A sentence where the sheet is too large or has no room for text; "" where all is well."""
    translate = QCoreApplication.translate
    if sheet.width * sheet.height > MOST_PIXELS:
        text = translate(
            "PictureSizes", "This is too large: at most {most} million pixels, for example {side} × {side}."
        )
        return text.format(most=MOST_PIXELS // 1_000_000, side=int(MOST_PIXELS**0.5))
    if min(sheet.units.width(), sheet.units.height()) < 120:
        return translate(
            "PictureSizes", "Text and lines are too large for this size: there is no room for the picture."
        )
    return ""


def size_text(sheet: Sheet, is_drawing: bool) -> str:
    """How large the picture is: in pixels, and on paper."""
    translate = QCoreApplication.translate
    across, down = (side / DOTS_PER_INCH * 25.4 for side in sheet.units.toTuple())
    if is_drawing:
        return translate("PictureSizes", "{across} × {down} mm, sharp at any size").format(
            across=round(across), down=round(down)
        )
    text = translate("PictureSizes", "{width} × {height} pixels, on paper {across} × {down} mm")
    return filled(text, width=sheet.width, height=sheet.height, across=round(across), down=round(down))
