"""This module styles plots: colours and fonts of the theme, axes that keep their width."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gui.toolkit.export.drawing_painter import searchable_font
from gui.toolkit.theme import Theme
from gui.words.number_text import grouped
from gui.words.plot_names import shortened
from gui.words.plot_numbers import tick_text

TICK_PIXELS = 11
LABEL_PIXELS = 12


def font_of(theme: Theme, pixels: float = TICK_PIXELS) -> QFont:
    """The application's font at `pixels`, scaled."""
    font = QFont()
    font.setPixelSize(theme.letters(pixels))
    return font


def _label_font(theme: Theme) -> QFont:
    """Scene text is written in its own font, whatever the painter of a file would have."""
    return searchable_font(font_of(theme, LABEL_PIXELS))


def make_pen(view: Any, colour: str | QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen for items of the view box `view`, `width` device-independent pixels wide at every zoom.

    pyqtgraph's pens count the screen's own pixels, of which a sharp screen has more.
    """
    widget = view.getViewWidget()
    ratio = widget.devicePixelRatioF() if widget is not None else 1.0
    pen: QPen = pg.mkPen(QColor(colour), width=width * ratio, style=style)
    return pen


def _room(theme: Theme, pixels: float) -> int:
    """The room that letters take which need `pixels` at scale 1."""
    return round(pixels * theme.letters(TICK_PIXELS) / TICK_PIXELS)


_WORD_LETTERS = {"left": 8, "bottom": 12}
_LETTER = 0.4  # the width of a letter, in heights of a line


class PlotAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis whose numbers have a real minus sign, grouped thousands and powers of ten."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self._line_height = float(TICK_PIXELS)
        self._words: tuple[str, ...] = ()
        self._theme: Theme | None = None
        self.enableAutoSIPrefix(False)

    def paint(self, painter: QPainter, *arguments: Any) -> None:
        if self._exportOpts is False:
            super().paint(painter, *arguments)
            return
        # pyqtgraph plays a recording, which Qt scales to the resolution of what it is played on
        painter.save()
        painter.setFont(self.style["tickFont"])
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            self.drawPicture(painter, *specs)
        painter.restore()

    def pen(self) -> QPen:
        return self._printable(super().pen())

    def tickPen(self) -> QPen:
        return self._printable(super().tickPen())

    def _printable(self, pen: QPen) -> QPen:
        """On paper a pen counts units of the layout."""
        pen.setCosmetic(self._exportOpts is False)
        return pen

    def show_words(self, words: tuple[str, ...]) -> None:
        """Write these words at 0, 1, … in the place of numbers; none: numbers again."""
        if words != self._words:
            self._words = words
            self._set_room()
            self.picture = None
            self.update()

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        if self._words:
            letters = _WORD_LETTERS[self.orientation]
            return [shortened(self._words[round(value)], letters) for value in values]
        if self.logMode:
            return [tick_text(10.0**value) for value in values]
        most = 1e12 if self.orientation == "bottom" else 1e5
        if spacing >= 1 and all(abs(value) < most for value in values):
            return [grouped(round(value)) for value in values]
        places = max(0, 1 - math.floor(math.log10(spacing)))
        return [tick_text(round(value, places)) for value in values]

    def _word_places(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """The places of the words within an axis of `size` pixels, every second or third where they are many."""
        first, last = max(math.ceil(low), 0), min(math.floor(high), len(self._words) - 1)
        longest = min(max(map(len, self._words)), _WORD_LETTERS[self.orientation])
        room = self._line_height * (1 if self.orientation == "left" else 1 + _LETTER * longest)
        step = max(1, math.ceil((high - low) * room / max(size, 1.0)))
        return [(float(step), [float(place) for place in range(first, last + 1) if place % step == 0])]

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        if self._words:
            return self._word_places(low, high, size)
        if self.logMode:
            return _decades(low, high, size)
        levels = list(super().tickValues(low, high, size))
        if self.orientation == "bottom" or high <= low or not levels:
            return levels
        spacing, values = levels[0]
        each = next((k for k in (1, 2, 4, 5) if k * spacing / (high - low) * size >= self._line_height), 10)
        if each == 1:
            return levels
        # On a low plot, more numbers would be written over each other.
        return [(each * spacing, [value for value in values if round(value / spacing) % each == 0])]

    def apply_theme(self, theme: Theme) -> None:
        """Colours, fonts and the room that the numbers get."""
        self._line_height = 1.3 * theme.letters(TICK_PIXELS)
        self.setPen(pg.mkPen(theme.hairline if not theme.dark else theme.muted, width=1))
        self.setTextPen(pg.mkPen(theme.muted))
        self.setTickPen(pg.mkPen(theme.grid if not theme.dark else theme.hairline, width=1))
        self.setStyle(tickFont=font_of(theme), tickLength=-theme.px(4), autoExpandTextSpace=False,
                      tickTextOffset=theme.px(4), tickTextWidth=_room(theme, 34), tickTextHeight=_room(theme, 14),
                      textFillLimits=[(0, 0.6), (2, 0.35), (5, 0.12)])  # fmt: skip
        self.label.setFont(_label_font(theme))
        self.label.setDefaultTextColor(pg.mkColor(theme.text))
        self._theme = theme
        self._set_room()

    def _set_room(self) -> None:
        """Words beside a plot need more than numbers."""
        if self._theme is None:
            return
        if self.orientation == "left":
            self.setWidth(_room(self._theme, 80 if self._words else 58))
        else:
            self.setHeight(_room(self._theme, 31) + self._theme.px(4))


def _decades(low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
    """Ticks of a logarithmic axis: whole decades, with 2 and 5 between them where there are few."""
    step = max(1, math.ceil((high - low) / max(1.0, size / 26)))
    decades = range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1)
    major = [float(decade) for decade in decades if decade % step == 0]
    between = [math.floor(low) + k + math.log10(m) for k in range(math.ceil(high - low) + 1) for m in (2, 5)]
    minor = [value for value in between if low - 1e-9 <= value <= high + 1e-9] if high - low <= 2.5 else []
    return [(float(step), major), (0.3, minor)]


def make_plot_axes() -> dict[str, PlotAxis]:
    """Axes for `PlotWidget(axisItems=…)`."""
    return {side: PlotAxis(side) for side in ("left", "bottom")}


def set_axis_label(axis: PlotAxis, text: str, theme: Theme) -> None:
    """Write `text` beside the axis; as plain text, whatever characters it holds."""
    axis.setLabel("x")  # shows the label and lays it out
    axis.label.setPlainText(text)
    axis.label.setFont(_label_font(theme))
    axis.label.setDefaultTextColor(pg.mkColor(theme.text))
    axis.resizeEvent(None)


def style_plot(plot: Any, theme: Theme) -> None:
    """Give a `PlotWidget` the theme's background, axes and fonts."""
    plot.setBackground(theme.panel)
    for side in ("left", "bottom"):
        plot.getAxis(side).apply_theme(theme)
    plot.getPlotItem().layout.setContentsMargins(theme.px(2), theme.px(6), theme.px(10), theme.px(2))


def strip_plot(plot: Any) -> None:
    """Switch off what pyqtgraph brings along and the window does in its own way: buttons, menus, automatic ranges."""
    plot.hideButtons()
    plot.setMenuEnabled(False)
    plot.getViewBox().disableAutoRange()
