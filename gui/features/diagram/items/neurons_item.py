"""One item paints the neurons of a column, each with its map, its bias and its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.analysis.unit_health import LayerHealth
from gui.features.diagram.geometry.diagram_layout import Column
from gui.features.diagram.items.health_badge import badge_text, paint_badge
from gui.features.diagram.items.neuron_frame import NeuronFrame
from gui.features.diagram.maps import LayerMaps
from gui.features.diagram.style import LEVELS, DiagramStyle, levels
from gui.words.network_names import INPUTS

_LEAST_DISC = 0.4
_ELIDED = Qt.TextElideMode.ElideMiddle  # names begin alike: "outlook = rainy", "sepal width"


@dataclass(frozen=True)
class NeuronText:
    """The names of the drawn units, in the order of `Column.shown`, and the words for those not drawn."""

    names: tuple[str, ...]
    more: str


class NeuronsItem(QGraphicsItem):
    """Paints a whole column; `show_maps` and `show_biases` repaint only when something looks different."""

    def __init__(self, column: Column, text: NeuronText, style: DiagramStyle) -> None:
        super().__init__()
        self._column, self._text, self._style = column, text, style
        self._maps: LayerMaps | None = None
        self._levels: NDArray[np.int8] | None = None
        self._badges: dict[int, tuple[str, bool]] = {}
        self._names: dict[int, tuple[QPointF, QStaticText]] = {}
        self._frame = _frame_of(column, style)

    def update_with(self, column: Column, text: NeuronText, style: DiagramStyle) -> None:
        """Show other things; does nothing when nothing is different."""
        if (column, text) == (self._column, self._text) and style is self._style:
            return
        self.prepareGeometryChange()
        if self._maps is not None and (style is not self._style or column.shown != self._column.shown):
            self._maps.choose(column.shown)
            self._maps.paint(style.map_colours)
        self._column, self._text, self._style = column, text, style
        self._names.clear()
        frame = _frame_of(column, style)
        if frame.key != self._frame.key:
            self._frame = frame
        self.update()

    def show_maps(self, maps: LayerMaps | None) -> None:
        """Show the units' answers over the plane; None: blank neurons."""
        if maps is None and self._maps is None:
            return
        if maps is not None:
            maps.choose(self._column.shown)
            if maps.looks_like(self._maps):
                return
            maps.paint(self._style.map_colours)
        self._maps = maps
        self.update()

    def show_biases(self, biases: NDArray[np.float64] | None, span: float) -> None:
        """Show biases (units,) on a scale with ends ±span; None while they are unknown."""
        steps = None if biases is None else levels(biases, span)
        if steps is None and self._levels is None:
            return
        if steps is not None and self._levels is not None and np.array_equal(steps, self._levels):
            return
        self._levels = steps
        self.update()

    def show_health(self, health: LayerHealth | None) -> None:
        """Put a badge on the drawn units that are off or saturated; None while that is not known."""
        texts = {unit: badge_text(health, unit) for unit in self._column.shown}
        badges = {unit: (text, bool(health and health.is_off[unit])) for unit, text in texts.items() if text}
        if badges != self._badges:
            self._badges = badges
            self.update()

    @property
    def badges(self) -> dict[int, str]:
        """What stands on the units that have a badge."""
        return {unit: text for unit, (text, _) in self._badges.items()}

    def boundingRect(self) -> QRectF:
        return self._column.body.adjusted(0, -8 * self._column.scale, 0, 8 * self._column.scale)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for unit in self._column.shown:
            self.paint_unit(painter, unit, on_screen=widget is not None)
        self._paint_summary(painter)

    def paint_unit(self, painter: QPainter, unit: int, on_screen: bool = False) -> None:
        """Paint one drawn unit: its map, its bias and its name; `on_screen` with copies of what never changes."""
        rect = self._column.neuron_rect(unit)
        self._paint_neuron(painter, rect, unit, on_screen)
        if self._column.layer != INPUTS:
            self._paint_bias(painter, unit)
        self._paint_name(painter, rect, unit)
        if unit in self._badges:
            paint_badge(painter, rect, self._column.scale, self._style, self._badges[unit])

    def _paint_neuron(self, painter: QPainter, rect: QRectF, unit: int, on_screen: bool) -> None:
        image = self._image(unit)
        if image is None:
            painter.fillRect(rect, self._style.blank)
        else:
            painter.drawImage(rect, image)
        self._frame.paint(painter, rect, on_screen)

    def _image(self, unit: int) -> QImage | None:
        return None if self._maps is None else self._maps.images.get(unit)

    def _paint_bias(self, painter: QPainter, unit: int) -> None:
        """A node on the corner, set off by a rim of paper: its disc is as large and as strong as the bias."""
        centre, radius = self._column.bias_centre(unit), self._column.bias_radius
        rim = 1.5 * self._column.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.panel)
        painter.drawEllipse(centre, radius + rim, radius + rim)
        painter.setPen(QPen(self._style.muted, self._column.scale))
        painter.drawEllipse(centre, radius, radius)
        disc = radius * self._bias_share(unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.bias_colour(unit))
        painter.drawEllipse(centre, disc, disc)

    def _bias_share(self, unit: int) -> float:
        """How much of its node a unit's bias fills, growing as the width of a connection does."""
        if self._levels is None or unit >= len(self._levels):
            return 1.0
        return _LEAST_DISC + (1 - _LEAST_DISC) * abs(int(self._levels[unit])) / LEVELS

    def bias_colour(self, unit: int) -> QColor:
        """The colour of a unit's bias."""
        if self._levels is None or unit >= len(self._levels):
            return self._style.neutral
        step = int(self._levels[unit])
        return self._style.level_colours[step + LEVELS] if step else self._style.panel

    def _paint_name(self, painter: QPainter, rect: QRectF, unit: int) -> None:
        placed = self._names.get(unit) or self._place_name(rect, unit)
        painter.setFont(self._style.label_font)
        painter.setPen(self._style.text if not self._column.is_hidden else self._style.muted)
        painter.drawStaticText(*placed)

    def _place_name(self, rect: QRectF, unit: int) -> tuple[QPointF, QStaticText]:
        """The name of a unit, laid out once: that takes longer than drawing it."""
        name = self._text.names[self._column.shown.index(unit)]
        placed = _placed(name, self._column, rect, self._style.label_font)
        self._names[unit] = placed
        return placed

    def _paint_summary(self, painter: QPainter) -> None:
        rect = self._column.summary_rect
        if rect is None:
            return
        painter.setBrush(self._style.panel)
        painter.setPen(QPen(self._style.outline, self._column.scale))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setFont(self._style.text_font)
        painter.setPen(self._style.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._text.more)


def _frame_of(column: Column, style: DiagramStyle) -> NeuronFrame:
    return NeuronFrame(column.size, column.scale, style.outline, style.panel)


def _placed(name: str, column: Column, rect: QRectF, font: QFont) -> tuple[QPointF, QStaticText]:
    """A name left of an input, right of an output, below a hidden neuron where there is room."""
    metrics, scale = QFontMetricsF(font), column.scale
    height = metrics.height()
    middle = rect.center().y() - height / 2
    if column.layer == INPUTS:
        room = rect.left() - 7 * scale - column.body.left()
        text = metrics.elidedText(name, _ELIDED, room)
        place = QPointF(rect.left() - 7 * scale - metrics.horizontalAdvance(text), middle)
    elif column.is_output:
        room = column.body.right() - rect.right() - 7 * scale
        text = metrics.elidedText(name, _ELIDED, room)
        place = QPointF(rect.right() + 7 * scale, middle)
    else:
        text = metrics.elidedText(name, _ELIDED, rect.width() + 40 * scale)
        text = text if column.has_labels_below else ""
        top = rect.bottom() + (15 * scale - height) / 2
        place = QPointF(rect.center().x() - metrics.horizontalAdvance(text) / 2, top)
    return place, _static(text, font)


def _static(text: str, font: QFont) -> QStaticText:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(font=font)
    return static
