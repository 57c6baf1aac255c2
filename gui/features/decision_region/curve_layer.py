"""With one input the network is a function: a curve for each output, and the threshold."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from engine.data.plane import pixel_centres
from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.output_reading import Reading
from gui.toolkit.plots.paper_items import CurveItem, LevelItem
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.theme import Theme


class CurveLayer:
    """Shows a `PlaneTrace` with one axis."""

    def __init__(self, view: Any, theme: Theme) -> None:
        self._view = view
        self._theme = theme
        self.curves: list[Any] = []
        self.threshold = LevelItem(angle=0, movable=False)
        self.threshold.setZValue(-10)
        view.addItem(self.threshold, ignoreBounds=True)
        self.clear()

    def show(self, trace: PlaneTrace, reading: Reading, theme: Theme) -> None:
        """Draw the outputs along the axis."""
        self._theme = theme
        x = pixel_centres(trace.plane.x_range, trace.region.shape[1])
        columns = range(trace.region.shape[2]) if reading.competing else [reading.column]
        self._want(len(columns))
        for curve, column in zip(self.curves, columns, strict=True):
            colour = theme.class_colour(column) if reading.competing else theme.accent
            curve.setPen(make_pen(self._view, colour, 2.4 * theme.scale))
            curve.setData(x, trace.region[0, :, column], connect="finite")
        self.threshold.setPen(make_pen(self._view, theme.muted, 1.2 * theme.scale, Qt.PenStyle.DashLine))
        self.threshold.setPos(reading.middle)
        self.threshold.setVisible(not reading.competing)

    def clear(self) -> None:
        """Show nothing."""
        self._want(0)
        self.threshold.setVisible(False)

    def _want(self, count: int) -> None:
        while len(self.curves) > count:
            self._view.removeItem(self.curves.pop())
        while len(self.curves) < count:
            curve = CurveItem(antialias=True)
            self._view.addItem(curve, ignoreBounds=True)
            self.curves.append(curve)
