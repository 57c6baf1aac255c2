"""The canvas's colours, pens and fonts are computed once for a theme."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen

from gui.toolkit.drawing.colour_scale import diverging_table
from gui.toolkit.theme import Theme

LEVELS = 16
_FAINTEST = 0.3
_THINNEST = 0.22


class DiagramStyle:
    """Holds what the items draw with. Weights come in 2 · LEVELS + 1 steps, from −LEVELS over 0 to +LEVELS."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self.panel = QColor(theme.panel)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.hairline = QColor(theme.hairline)
        self.accent = QColor(theme.accent)
        self.accent_text = QColor(theme.accent_text)
        self.warning = QColor(theme.warning)
        self.outline = mixed(self.hairline, self.muted, 0.5)
        self.blank = QColor(theme.grid)
        self.name_font = _sized(font, theme.letters(13), QFont.Weight.DemiBold)
        self.text_font = _sized(font, theme.letters(12))
        self.label_font = _sized(font, theme.letters(13))
        self.map_colours = _packed(diverging_table(theme))
        self.neutral = mixed(self.hairline, self.muted, 0.25)
        self.level_colours = [self._level_colour(level) for level in range(-LEVELS, LEVELS + 1)]
        self.level_words = [colour.rgb() for colour in self.level_colours]

    def level_colour(self, level: int) -> QColor:
        """The colour of weight step `level`: even the faintest shows its sign."""
        return self.level_colours[level + LEVELS]

    def level_width(self, level: int, widest: float) -> float:
        """The width of weight step `level`, where the strongest is `widest` wide."""
        share = _THINNEST + (1 - _THINNEST) * abs(level) / LEVELS
        return max(share * widest, self.theme.scale)

    def level_pens(self, widest: float) -> list[QPen]:
        """Pens for all steps, from −LEVELS to +LEVELS."""
        return [
            QPen(
                self.level_colour(level),
                self.level_width(level, widest),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.FlatCap,
            )
            for level in range(-LEVELS, LEVELS + 1)
        ]

    def cut_pen(self) -> QPen:
        """The pen of connections that are cut."""
        pen = QPen(self.muted, 1.2 * self.theme.scale, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4.0, 4.0])
        return pen

    def _level_colour(self, level: int) -> QColor:
        if level == 0:
            return self.neutral
        end = QColor(self.theme.positive if level > 0 else self.theme.negative)
        middle = QColor(self.theme.middle)
        return mixed(middle, end, _FAINTEST + (1 - _FAINTEST) * abs(level) / LEVELS)


def levels(values: NDArray[np.float64], span: float) -> NDArray[np.int8]:
    """The step of each value on a scale with ends ±span: only 0 and NaN are step 0."""
    sizes = np.ceil(np.minimum(np.abs(values / span), 1.0) * LEVELS - 1e-9)
    return np.asarray(np.copysign(np.fmax(sizes, 0.0), values), dtype=np.int8)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`share` of the second colour in the first."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def faded(colour: QColor, alpha: float) -> QColor:
    """The colour with an opacity."""
    copy = QColor(colour)
    copy.setAlphaF(alpha)
    return copy


def _packed(table: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """RGBA rows as the 32-bit words of QImage.Format_RGB32."""
    red, green, blue = (table[:, channel].astype(np.uint32) for channel in range(3))
    return np.asarray(np.uint32(0xFF000000) | (red << np.uint32(16)) | (green << np.uint32(8)) | blue)


def _sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(pixels)
    sized.setWeight(weight)
    return sized
