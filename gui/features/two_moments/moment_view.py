"""This module shows one of two moments: the region with the samples, and a map for every unit below it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.analysis.two_moments import Answers, TwoMoments
from engine.data.dataset import Dataset
from gui.toolkit.drawing.colour_scale import diverging_indices, diverging_table
from gui.toolkit.drawing.contour import finite
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.drawing.region_picture import paint_samples, region_border, region_image, to_pixels
from gui.toolkit.drawing.unit_scale import layer_scales
from gui.toolkit.plots.plane_axes import margins, paint_axes
from gui.toolkit.theme import Theme
from gui.words.network_names import neuron_name
from gui.words.notation import Notation
from gui.words.number_text import few_figures
from gui.words.plot_names import axis_name

CHANGED = 0.1
"""Of its scale: a unit whose answers differ by more on average stands out."""
_MOST_ROWS = 4
_SIDE, _GAP = 46, 8
_FEW = 30
_RINGS = {True: (9.0, 2.2), False: (5.0, 1.4)}
"""Radius and width of the rings around few samples, and around many."""


@dataclass(frozen=True, eq=False)
class Shown:
    """What a view shows: both moments, whether the second one, and what the answers mean."""

    moments: TwoMoments
    is_second: bool
    data: Dataset

    @property
    def answers(self) -> Answers:
        """Those of the moment on show."""
        return self.moments.second if self.is_second else self.moments.first

    def change(self, layer: int, unit: int) -> float | None:
        """How much the unit's answers have changed, as a share of its scale; None where that cannot be said."""
        if not self.moments.units:
            return None
        maps = self.answers.trace.maps[layer]
        scale = layer_scales(self.answers.moment.network, layer, maps, self.data)[unit]
        return float(self.moments.units[layer][unit]) / (2 * scale.span or 1.0)

    def has_changed(self, layer: int, unit: int) -> bool:
        """Whether the unit stands out."""
        change = self.change(layer, unit)
        return change is not None and change >= CHANGED

    @property
    def has_changed_units(self) -> bool:
        """Whether any unit stands out."""
        sizes = map(len, self.moments.units)
        return any(self.has_changed(layer, unit) for layer, size in enumerate(sizes) for unit in range(size))


class MomentView(QWidget):
    """Paints a `Shown`; in the second of both what has changed is hatched, ringed and framed."""

    def __init__(self, name: str, notation: Notation, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._notation, self._theme = notation, theme
        self._shown: Shown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        self._theme = theme
        self.update()

    def show_moment(self, shown: Shown | None) -> None:
        """Show this; None for nothing."""
        self._shown = shown
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(360))

    def region_area(self) -> QRectF:
        """The square of the region, above the maps."""
        left, below = margins(self._theme)
        room = self.height() - below - self._maps_height()
        side = max(min(self.width() - left, room) - 4, 40)
        return QRectF((self.width() - left - side) // 2 + left, 2, side, side)

    def map_area(self, row: int, unit: int) -> QRectF:
        """Where the map of a unit stands, in a row of maps; the rows are the layers, the last ones of many."""
        side, step = self._theme.px(_SIDE), self._map_step()
        top = self.height() - self._maps_height() + row * step
        return QRectF(margins(self._theme)[0] + unit * (side + self._theme.px(_GAP)), top, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self), self._shown
        if shown is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_region(painter, shown)
        self._paint_maps(painter, shown)

    # ------------------------------------------------------------------ the region

    def _paint_region(self, painter: QPainter, shown: Shown) -> None:
        theme, area, trace = self._theme, self.region_area(), shown.answers.trace
        plane, region = trace.plane, finite(trace.region)
        painter.drawImage(area, region_image(region, shown.data, theme))
        if shown.is_second:
            painter.drawImage(area, _hatched(shown.moments.changed, theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if plane.y_axis is not None:
            transform = to_pixels(plane, area)
            painter.setPen(QPen(QColor(theme.text), 1.6 * theme.scale))
            painter.drawPath(transform.map(region_border(region, shown.data, plane)))
            if plane.oblique is None and shown.data.n_raw_inputs == 2:
                paint_samples(painter, shown.data, transform, theme)
                self._ring(painter, shown, transform)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawRect(area)
        axes = (plane.x_axis, plane.y_axis)
        names = ["" if axis is None else axis_name(shown.data, plane, axis, self._notation) for axis in axes]
        paint_axes(painter, area, plane, names, theme)

    def _ring(self, painter: QPainter, shown: Shown, to_pixels: QTransform) -> None:
        """Ring the samples that have come right or gone wrong since the first moment."""
        if not shown.is_second:
            return
        theme = self._theme
        radius, width = (theme.scale * size for size in _RINGS[shown.data.n_samples <= _FEW])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for samples, colour in ((shown.moments.newly_right, theme.right), (shown.moments.newly_wrong, theme.wrong)):
            painter.setPen(QPen(QColor(colour), width))
            for sample in samples:
                x, y = map(float, shown.data.raw_inputs[sample])
                painter.drawEllipse(to_pixels.map(QPointF(x, y)), radius, radius)

    # ------------------------------------------------------------------ the maps

    def _rows(self) -> list[int]:
        """The layers that have a row of maps."""
        if self._shown is None:
            return []
        layers = list(range(len(self._shown.answers.trace.maps)))
        return layers[-_MOST_ROWS:]

    def _map_step(self) -> int:
        return self._theme.px(_SIDE) + self.fontMetrics().height() + self._theme.px(4)

    def _maps_height(self) -> int:
        return len(self._rows()) * self._map_step() + self._theme.px(4)

    def _paint_maps(self, painter: QPainter, shown: Shown) -> None:
        room = self.width() - margins(self._theme)[0]
        most = max(1, int(room // (self._theme.px(_SIDE) + self._theme.px(_GAP))))
        for row, layer in enumerate(self._rows()):
            maps = shown.answers.trace.maps[layer]
            scales = layer_scales(shown.answers.moment.network, layer, maps, shown.data)
            for unit in range(min(len(maps), most)):
                area = self.map_area(row, unit)
                indices = diverging_indices(maps[unit], scales[unit].middle, scales[unit].span)
                painter.drawImage(area, image_of(diverging_table(self._theme)[indices[::-1]]))
                self._paint_frame(painter, shown, area, (layer, unit))
                if unit == most - 1 and len(maps) > most:
                    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"+{len(maps) - most + 1}")

    def _paint_frame(self, painter: QPainter, shown: Shown, area: QRectF, unit: tuple[int, int]) -> None:
        """A frame and the unit's name; a thick one, and the change, where it stands out."""
        theme, change = self._theme, shown.change(*unit) if shown.is_second else None
        is_marked = shown.is_second and shown.has_changed(*unit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent if is_marked else theme.hairline), 2.4 if is_marked else 1))
        painter.drawRect(area)
        layers = len(shown.answers.moment.network.layers)
        painter.setPen(QColor(theme.accent if is_marked else theme.muted))
        height = self.fontMetrics().height()
        below = QRectF(area.left(), area.bottom() + 1, area.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, neuron_name(self._notation, (), *unit, layers))
        if is_marked and change is not None:
            text = f"Δ {few_figures(change, most=2)}"
            inside = QRectF(area.left(), area.bottom() - height, self.fontMetrics().horizontalAdvance(text) + 6, height)
            painter.fillRect(inside, QColor(theme.panel))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, text)


def _hatched(changed: NDArray[np.bool_], theme: Theme) -> QImage:
    """Where something has changed, hatched in the colour of text, else nothing; four pixels for each of the region."""
    rows, columns = (4 * side for side in changed.shape)
    image = QImage(columns, rows, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(image.rect(), QBrush(QColor(theme.text), Qt.BrushStyle.BDiagPattern))
    painter.end()
    mask = np.repeat(np.repeat(changed[::-1], 4, axis=0), 4, axis=1)
    alpha = QImage(np.ascontiguousarray(mask * np.uint8(255)).data, columns, rows, columns, QImage.Format.Format_Alpha8)
    painter.begin(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, alpha.copy())
    painter.end()
    return image
