"""The diagram is painted on paper: any network at any moment, laid out for any size."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace, trace_plane
from engine.spec.specs import NetworkSpec
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.geometry.diagram_layout import fitting_layout
from gui.features.diagram.masks import Masks
from gui.features.diagram.reading_aids import NOTHING_ASKED, Asked, ReadingAids
from gui.features.diagram.shown_network import ShownNetwork
from gui.features.diagram.style import DiagramStyle
from gui.features.diagram.values import Values
from gui.toolkit.export.picture import Look
from gui.toolkit.theme import Theme
from gui.words.notation import Notation

FINE, COARSE = 96, 24
"""Pixels a side of the neurons' maps: on paper, and of those of large networks."""
_LARGE = 20_000  # parameters
_NATURAL = QSize(640, 400)
_CAPTION = 12


@dataclass(frozen=True, eq=False)
class DiagramMoment:
    """A network with its flat `parameters` (None while they are unknown) and its neurons' maps (None: blank)."""

    network: NetworkSpec
    data: Dataset
    parameters: NDArray[np.float64] | None
    trace: PlaneTrace | None
    masks: Masks

    @property
    def values(self) -> Values | None:
        """The weights and biases; None while they are unknown."""
        return None if self.parameters is None else Values(self.network, self.parameters)

    def with_fine_maps(self, plane: Plane | None = None) -> DiagramMoment:
        """The same with maps for paper, over `plane` or that of the maps it has; any thread may compute it."""
        over = plane or (None if self.trace is None else self.trace.plane)
        if over is None or self.parameters is None:
            return self
        pixels = FINE if self.network.n_parameters <= _LARGE else COARSE
        from engine.network.network import Network  # loads the kernels

        network = Network(self.network, parameters=np.array(self.parameters))
        return replace(self, trace=trace_plane(network, over, 1, pixels, self.data.preprocessing))


@dataclass(frozen=True, eq=False)
class PrintedDiagram:
    """A picture of a moment; `asked`: the numbers written onto it. `caption` stands above it, "" for none."""

    moment: DiagramMoment
    notation: Notation
    asked: Asked = NOTHING_ASKED
    caption: str = ""
    size: QSize = _NATURAL

    def picture_title(self) -> str:
        sizes = "-".join(str(size) for size in self.moment.network.sizes)
        return QCoreApplication.translate("Diagram", "Neural network {sizes}").format(sizes=sizes)

    def picture_size(self) -> QSize:
        return self.size

    def refined(self) -> PrintedDiagram:
        return replace(self, moment=self.moment.with_fine_maps())

    def paint_picture(self, painter: QPainter, target: QRectF, look: Look) -> None:
        paper = DiagramPaper(self.notation)
        paper.paint(painter, target, look, self)
        paper.close()


class DiagramPaper:
    """Paints moments of one network on a scene of its own, apart from what is on screen."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._theme: Theme | None = None
        self._scene: DiagramScene | None = None
        self._shown: ShownNetwork | None = None
        self._aids: ReadingAids | None = None

    def close(self) -> None:
        """Drop the scene."""
        self._scene = self._shown = self._aids = None

    def paint(self, painter: QPainter, target: QRectF, look: Look, printed: PrintedDiagram) -> None:
        """Paint `printed` into `target`, its caption above it."""
        if look.has_paper:
            painter.fillRect(target, QColor(look.theme.panel))
        painter.save()
        painter.setClipRect(target)
        area = _below(painter, target, look.theme, printed.caption)
        scene = self._show(printed, area, look.theme)
        source = _shaped(scene.sceneRect(), area)
        with scene.in_lines():
            scene.render(painter, area, source, Qt.AspectRatioMode.KeepAspectRatio)
        painter.restore()

    def _show(self, printed: PrintedDiagram, area: QRectF, theme: Theme) -> DiagramScene:
        moment = printed.moment
        layout = fitting_layout(moment.network.sizes, area.size(), theme.scale)
        if self._scene is None or self._shown is None or self._aids is None:
            self._scene = DiagramScene(DiagramStyle(theme, QFont()), self._notation)
            self._shown = ShownNetwork(self._notation, moment.network, moment.data, layout, moment.masks)
            self._aids = ReadingAids(self._shown, self._scene)
        scene, shown = self._scene, self._shown
        has_new_structure = theme is not self._theme or layout != shown.layout
        has_new_masks = has_new_structure or moment.masks is not shown.masks
        if has_new_structure:
            self._theme, shown.layout = theme, layout
            scene.show_structure(moment.network, moment.data, layout, DiagramStyle(theme, QFont()))
        shown.network, shown.data, shown.masks = moment.network, moment.data, moment.masks
        shown.values, shown.trace = moment.values, moment.trace
        if has_new_masks:
            scene.show_masks(moment.masks, shown.layout)
        scene.show_values(shown.values)
        scene.show_plane(moment.trace, moment.network, moment.data)
        self._aids.take_up(printed.asked)
        return scene


def _below(painter: QPainter, target: QRectF, theme: Theme, caption: str) -> QRectF:
    """Write `caption` into the top of `target`; returns what is left."""
    if not caption:
        return target
    font = QFont()
    font.setPixelSize(theme.px(_CAPTION))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    margin = theme.px(6)
    row = QRectF(target.left() + margin, target.top() + margin, target.width() - 2 * margin, theme.px(20))
    row.setHeight(max(row.height(), QFontMetricsF(font).height()))
    painter.drawText(row, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), caption)
    return target.adjusted(0, row.height() + margin, 0, 0)


def _shaped(scene: QRectF, area: QRectF) -> QRectF:
    """`scene` with room added on two sides, so that it has the shape of `area`."""
    wide = max(scene.width(), scene.height() * area.width() / max(area.height(), 1e-6))
    high = max(scene.height(), scene.width() * area.height() / max(area.width(), 1e-6))
    around = QRectF(0, 0, wide, high)
    around.moveCenter(scene.center())
    return around
