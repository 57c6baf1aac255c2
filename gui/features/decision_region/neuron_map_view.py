"""One neuron's map can take the region's place, with a caption that says whose it is."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.network.plane_trace import PlaneTrace
from engine.spec.specs import NetworkSpec
from gui.features.decision_region.output_reading import Reading
from gui.toolkit.drawing.unit_scale import layer_scales
from gui.toolkit.labels.label_over import LabelOver
from gui.toolkit.theme import Theme
from gui.words.notation import Notation

Unit = tuple[int, int]


class UnitCaption(LabelOver):
    """Says over the top of the map whose it is; the accent says that this is not the usual view."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("region_unit_caption")

    def apply_theme(self, theme: Theme) -> None:
        self.place()


class NeuronMapView:
    """Chooses between the region and the map of the `unit` looked at, (layer, unit) or None."""

    def __init__(self, area: QWidget, theme: Theme, notation: Notation) -> None:
        self.caption = UnitCaption(area)
        self.caption.apply_theme(theme)
        self._notation = notation
        self.unit: Unit | None = None

    def look_at(self, unit: Unit | None, network: NetworkSpec) -> bool:
        """Look at another unit, or at none; whether that is news."""
        is_there = unit is not None and unit[0] < len(network.layers) and unit[1] < network.layers[unit[0]].units
        wanted = unit if is_there else None
        if wanted == self.unit:
            return False
        self.unit = wanted
        self.caption.show_text("" if wanted is None else self._sentence(wanted, network))
        return True

    def name(self, network: NetworkSpec) -> str:
        """The symbol of the unit looked at; "" for none."""
        return "" if self.unit is None else self._notation.neuron(*self.unit, len(network.layers))

    def picture(self, frame: Frame, region: Reading, data: Dataset) -> tuple[PlaneTrace | None, Reading]:
        """What to draw of `frame`, and how to read it: the region as `region` says, or the unit's map.

        Until the frame that was asked for comes, the coarse map that every frame has stands in for the fine one.
        """
        if self.unit is None or frame.plane is None:
            return frame.plane, region
        layer, unit = self.unit
        if layer >= len(frame.network.layers) or unit >= frame.network.layers[layer].units:
            return frame.plane, region
        fine, coarse = frame.unit_map, frame.plane.maps
        if fine is not None and (fine.layer, fine.unit) == self.unit:
            plane, values = fine.plane, fine.values
        elif layer < len(coarse):
            plane, values = frame.plane.plane, coarse[layer][unit]
        else:
            return None, region
        of_layer = coarse[layer] if layer < len(coarse) else values
        scale = layer_scales(frame.network, layer, of_layer, data)[unit]
        low, high = scale.middle - scale.span, scale.middle + scale.span
        reading = Reading(False, 0, scale.middle, scale.span, low, high)
        return PlaneTrace(plane, values[:, :, np.newaxis], ()), reading

    def _sentence(self, unit: Unit, network: NetworkSpec) -> str:
        layer, number = unit
        name = self._notation.neuron(layer, number, len(network.layers))
        if layer == len(network.layers) - 1:
            return QCoreApplication.translate("DecisionRegionPlot", "Map of {name}, output").format(name=name)
        text = QCoreApplication.translate("DecisionRegionPlot", "Map of {name}, hidden layer {layer}")
        return text.format(name=name, layer=layer + 1)
