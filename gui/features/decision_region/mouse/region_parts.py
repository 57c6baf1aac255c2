"""The parts of the region plot that mouse and keys work with."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from engine.data.plane import Plane
from gui.features.decision_region.boundary.boundary_lines import BoundaryLines
from gui.features.decision_region.boundary.line_places import Grip
from gui.features.decision_region.class_bar import ClassBar
from gui.features.decision_region.editing.point_editor import PointEditor
from gui.features.decision_region.painting.painting import Painting
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.slices.slicing import Slicing


@dataclass(frozen=True, eq=False)
class RegionParts:
    """The canvas shows a plane that `slicing` chooses; on it lie samples, which can be painted, and lines."""

    canvas: RegionCanvas
    slicing: Slicing
    classes: ClassBar
    editor: PointEditor
    painting: Painting
    lines: BoundaryLines

    @property
    def plane(self) -> Plane:
        """The rectangle of the input space on screen."""
        x_range, y_range = (tuple(float(end) for end in ends) for ends in self.canvas.getViewBox().viewRange())
        return self.slicing.plane((x_range[0], x_range[1]), (y_range[0], y_range[1]))

    def reset_view(self) -> None:
        """Show the data with some room around them."""
        self.canvas.show_ranges(*self.slicing.home_view(), equal=self.slicing.can_share_scale)

    def grip_at(self, position: QPointF) -> Grip | None:
        """The line at a pixel of the viewport, or the handle of one.

        Handles of lines come before samples, samples before the rest of a line.
        """
        if self.canvas.has_tool:
            return None
        grip = self.lines.grip_at(position)
        if grip is not None and grip.handle is None and self.editor.index_at(position) is not None:
            return None
        return grip
