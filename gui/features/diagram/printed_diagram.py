"""The diagram on paper: of any network, at any moment, laid out for any size, apart from what is on screen."""

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
from gui.features.diagram.geometry.diagram_layout import Layout, fitting_layout
from gui.features.diagram.geometry.masks import Masks
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.reading_aids import NOTHING_ASKED, Asked, ReadingAids
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
    """An unseen scene on which moments of one network are painted; what reading aids ask of a canvas it has, too."""

    selected: Target | None = None
    hovered_target: Target | None = None

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._aids = ReadingAids(self, notation)
        self._theme: Theme | None = None
        self._scene: DiagramScene | None = None
        self._layout: Layout | None = None
        self._moment: DiagramMoment | None = None

    @property
    def values(self) -> Values | None:
        """The weights and biases on paper."""
        moment = self._moment
        if moment is None or moment.parameters is None:
            return None
        return Values(moment.network, moment.parameters)

    @property
    def input_names(self) -> tuple[str, ...]:
        """What the data set calls its inputs."""
        assert self._moment is not None
        return self._moment.data.input_names

    @property
    def diagram_scene(self) -> DiagramScene:
        """The picture's items."""
        assert self._scene is not None
        return self._scene

    def layout_of(self) -> Layout:
        """Where everything stands, in scene coordinates."""
        assert self._layout is not None
        return self._layout

    def close(self) -> None:
        """Let the scene go."""
        self._scene = self._moment = None

    def paint(self, painter: QPainter, target: QRectF, look: Look, printed: PrintedDiagram) -> None:
        """Paint `printed` into `target`, its caption above it."""
        if look.has_paper:
            painter.fillRect(target, QColor(look.theme.panel))
        painter.save()
        painter.setClipRect(target)
        area = _below(painter, target, look.theme, printed.caption)
        self._show(printed, area, look.theme)
        source = _shaped(self.diagram_scene.sceneRect(), area)
        with self.diagram_scene.in_lines():
            self.diagram_scene.render(painter, area, source, Qt.AspectRatioMode.KeepAspectRatio)
        painter.restore()

    def _show(self, printed: PrintedDiagram, area: QRectF, theme: Theme) -> None:
        moment, asked = printed.moment, printed.asked
        layout = fitting_layout(moment.network.sizes, area.width(), area.height(), theme.scale)
        before, self._moment = self._moment, moment
        if self._scene is None or theme is not self._theme or layout != self._layout:
            self._theme, self._layout = theme, layout
            style = DiagramStyle(theme, QFont())
            if self._scene is None:
                self._scene = DiagramScene(style, self._notation)
            self._scene.show_structure(moment.network, moment.data, layout, style)
            before = None
        if before is None or before.masks is not moment.masks:
            self._scene.show_masks(moment.masks, layout)
        self._scene.show_values(self.values)
        self._scene.show_plane(moment.trace, moment.network, moment.data)
        self.selected = asked.neuron
        self._aids.take_up(asked)


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
