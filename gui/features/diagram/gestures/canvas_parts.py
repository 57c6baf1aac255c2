"""The parts of the canvas that gestures work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from gui.features.diagram.accessibility import Accessibility
from gui.features.diagram.diagram_scene import DiagramScene
from gui.features.diagram.editing.building import Building
from gui.features.diagram.editing.weight_editing import WeightEditing
from gui.features.diagram.geometry.hit import target_at
from gui.features.diagram.geometry.selection import Selection
from gui.features.diagram.geometry.target import Target
from gui.features.diagram.pan_zoom_view import PanZoomView
from gui.features.diagram.shown_network import ShownNetwork


@dataclass(frozen=True, eq=False)
class CanvasParts:
    """The view scrolls, the scene draws what is shown, and `press` does what a button on the canvas is for."""

    view: PanZoomView
    scene: DiagramScene
    shown: ShownNetwork
    selection: Selection
    building: Building
    weights: WeightEditing
    accessibility: Accessibility
    press: Callable[[Target], None]

    def target_at(self, point: QPointF) -> Target | None:
        """What is at a point of the viewport."""
        return target_at(self.view.scene_point(point), self.shown.layout, self.scene.curves)
