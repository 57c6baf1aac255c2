"""The units of an RBF layer are drawn as circles and centres on the plane, or as bells and bars under a curve."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui.features.decision_region.rbf.rbf_handles import RbfHandles
from gui.toolkit.plots.paper_items import CurveItem, MarksItem
from gui.toolkit.plots.plot_style import font_of, make_pen
from gui.toolkit.theme import Theme
from gui.words.notation import subscript

MOST_LABELS = 24
_BELL_POINTS = 161
_BESIDE, _ABOVE = (-0.45, 1.25), (0.5, 1.0)  # of its centre; beside a bar stands the next one

Floats = NDArray[np.float64]


class RbfLayer:
    """Draws `RbfHandles`; every kind of line is one item, however many units there are."""

    def __init__(self, view: Any) -> None:
        self._view = view
        self._bells = self._line(-5)
        self._halo, self._rims = self._line(12), self._line(13)
        self._chosen_halo, self._chosen = self._line(14), self._line(15)
        self.centres = MarksItem()
        self.centres.setZValue(26)
        view.addItem(self.centres, ignoreBounds=True)
        self._labels: list[Any] = []

    def show(self, handles: RbfHandles, theme: Theme, selected: int | None, bells: Floats | None) -> None:
        """Draw every unit, the `selected` one stronger.

        bells (units,): over one input the heights of the bells, what each unit adds to the output.
        """
        ink, paper = QColor(theme.text), QColor(theme.panel)
        paper.setAlpha(170)
        others = [unit for unit in range(handles.units) if unit != selected]
        self._draw(self._halo, handles, others, make_pen(self._view, paper, 3.4 * theme.scale))
        is_dashed = handles.units <= MOST_LABELS and not handles.is_curve  # to be told from the border of the region
        dashes = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
        self._draw(self._rims, handles, others, make_pen(self._view, ink, 1.5 * theme.scale, dashes))
        chosen = [] if selected is None else [selected]
        self._draw(self._chosen_halo, handles, chosen, make_pen(self._view, QColor(theme.panel), 5 * theme.scale))
        self._draw(self._chosen, handles, chosen, make_pen(self._view, theme.accent, 2.6 * theme.scale))
        self._draw_centres(handles, theme, selected)
        self._draw_bells(handles, theme, bells)
        self._draw_labels(handles, theme, selected)

    def clear(self) -> None:
        """Show nothing."""
        for line in (self._bells, self._halo, self._rims, self._chosen_halo, self._chosen):
            line.setData([], [])
        self.centres.setData([], [])
        self._want_labels(0)

    def _line(self, depth: int) -> Any:
        line = CurveItem(antialias=True)
        line.setZValue(depth)
        self._view.addItem(line, ignoreBounds=True)
        return line

    def _draw(self, line: Any, handles: RbfHandles, units: list[int], pen: Any) -> None:
        line.setPen(pen)
        x, y = _joined([handles.outline(unit) for unit in units])
        line.setData(x, y, connect="finite")

    def _draw_centres(self, handles: RbfHandles, theme: Theme, selected: int | None) -> None:
        places = np.array([handles.place(unit) for unit in range(handles.units)]).reshape(-1, 2)
        brushes = [QColor(theme.accent if unit == selected else theme.text) for unit in range(handles.units)]
        pen = make_pen(self._view, theme.panel, 1.2 * theme.scale)
        symbol = "d" if handles.is_curve else "+"
        size = (11 if handles.is_curve else 14) * theme.scale
        self.centres.setData(*places.T, symbol=symbol, size=size, pen=pen, brush=brushes)

    def _draw_bells(self, handles: RbfHandles, theme: Theme, bells: Floats | None) -> None:
        if bells is None or not handles.is_curve:
            self._bells.setData([], [])
            return
        x = np.linspace(*handles.plane.x_range, _BELL_POINTS)
        curves = [
            (x, height * np.exp(-((x - centre) ** 2) / (2 * width**2)))
            for centre, width, height in zip(handles.centres[0], handles.widths, bells, strict=True)
        ]
        self._bells.setPen(make_pen(self._view, theme.muted, 1.2 * theme.scale))
        self._bells.setData(*_joined(curves), connect="finite")

    def _draw_labels(self, handles: RbfHandles, theme: Theme, selected: int | None) -> None:
        paper = QColor(theme.panel)
        paper.setAlpha(190)
        self._want_labels(handles.units if handles.units <= MOST_LABELS else 0)
        for unit, label in enumerate(self._labels):
            label.setText(f"c{subscript(unit + 1)}", color=theme.accent if unit == selected else theme.text)
            label.setFont(font_of(theme, 12))
            label.fill = pg.mkBrush(paper)
            label.setAnchor(_ABOVE if handles.is_curve else _BESIDE)
            label.setPos(*handles.place(unit))

    def _want_labels(self, count: int) -> None:
        while len(self._labels) > count:
            self._view.removeItem(self._labels.pop())
        while len(self._labels) < count:
            label = pg.TextItem()
            label.setZValue(27)
            self._view.addItem(label, ignoreBounds=True)
            self._labels.append(label)


def _joined(lines: list[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """The lines one behind the other with a gap between them."""
    if not lines:
        return np.zeros(0), np.zeros(0)
    gap = np.array([np.nan])
    return (
        np.concatenate([part for x, _ in lines for part in (x, gap)]),
        np.concatenate([part for _, y in lines for part in (y, gap)]),
    )
