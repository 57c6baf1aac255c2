"""The plot draws the filled map of a decision region and its border line as two items."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from engine.network.plane_trace import PlaneTrace
from gui.features.decision_region.output_reading import Reading
from gui.features.decision_region.region_colours import RegionImage, borders, region_image
from gui.toolkit.drawing.contour import segments
from gui.toolkit.drawing.pixmaps import image_of
from gui.toolkit.plots.paper_items import CurveItem
from gui.toolkit.plots.plot_style import make_pen
from gui.toolkit.theme import Theme

MANY_SEGMENTS = 800  # beyond this, thick lines cost more than the rest of the picture: thin ones cost a tenth


class MapItem(pg.GraphicsObject):  # type: ignore[misc]
    """An image of few pixels over a rectangle of the plane, interpolated where it is drawn larger.

    pyqtgraph's own keeps an index a pixel, which Qt looks up in the table again for every pixel of the screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.image: NDArray[np.uint8] = np.empty((0, 0), dtype=np.uint8)  # as of RegionImage
        self._picture = QImage()
        self._rect = QRectF()

    def show_image(self, coloured: RegionImage, rect: QRectF) -> None:
        """Draw `coloured` over `rect`."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.image = coloured.image
        self._picture = image_of(coloured.colours()).convertToFormat(QImage.Format.Format_RGB32)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, *_arguments: Any) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._rect, self._picture)


class RegionLayer:
    """Shows a `PlaneTrace` with two axes; pixel centres lie where `Plane.inputs` says."""

    def __init__(self, view: Any, theme: Theme) -> None:
        self._view = view
        self.image = MapItem()
        self.image.setZValue(-20)
        self.line = CurveItem(connect="pairs", antialias=True, skipFiniteCheck=True)
        self.line.setZValue(-10)
        for item in (self.image, self.line):
            view.addItem(item, ignoreBounds=True)
        self.apply_theme(theme)

    def apply_theme(self, theme: Theme) -> None:
        """Colours and line width; takes effect on the image with the next `show`."""
        self._theme = theme
        self._pens = [make_pen(self._view, theme.text, 1.6 * theme.scale), pg.mkPen(theme.text, width=1.0)]
        self.line.setPen(self._pens[0])

    def show(self, trace: PlaneTrace, reading: Reading, hard: bool) -> None:
        """Draw the region of `trace`."""
        plane = trace.plane
        coloured = region_image(trace.region, reading, hard, self._theme)
        left, bottom = plane.x_range[0], plane.y_range[0]
        self.image.show_image(coloured, QRectF(left, bottom, plane.x_range[1] - left, plane.y_range[1] - bottom))
        x, y = segments(*borders(trace, reading))
        self.line.setData(x, y, pen=self._pens[len(x) > 2 * MANY_SEGMENTS])
        self.image.setVisible(True)

    def clear(self) -> None:
        """Show nothing, because no region belongs to what is on screen."""
        self.image.setVisible(False)
        self.line.setVisible(False)
