"""Three views share the room of the region plot: the map, the inputs in space, and the hidden plane beside them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.analysis.hidden_plane import has_hidden_plane
from engine.spec.activations import ACTIVATIONS
from engine.spec.specs import NetworkSpec
from gui.document.document import Document
from gui.features.decision_region.hidden.hidden_room import HiddenRoom
from gui.features.decision_region.mouse.region_parts import RegionParts
from gui.features.decision_region.painting.tool_options import ToolOptions
from gui.features.decision_region.painting.tool_strip import ToolStrip
from gui.features.decision_region.painting.tools import Tool
from gui.features.decision_region.preprocessing_note import PreprocessingNote
from gui.features.decision_region.slices.slice_controls import SliceControls
from gui.features.decision_region.space.space_view import SpaceView
from gui.toolkit.containers.later import Later
from gui.toolkit.theme import ThemeManager

ROOM_FOR_TWO = 460  # pixels across, times the theme's scale; with less, one view takes the other's room


@dataclass(frozen=True, eq=False)
class Controls:
    """The rows above the views, which are shown only with some of them."""

    slice_controls: Later[SliceControls]
    tools: ToolStrip
    tool_options: Later[ToolOptions]


class RegionViews(QWidget):
    """Lays the views out side by side where there is room, else shows the one that was asked for."""

    def __init__(
        self,
        document: Document,
        themes: ThemeManager,
        parts: RegionParts,
        *,
        hidden: HiddenRoom,
        space: SpaceView,
        controls: Controls,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document, self._themes = document, themes
        self._parts, self._hidden, self._space, self._controls = parts, hidden, space, controls
        self._had_room: bool | None = None
        self.setObjectName("region_pictures")
        self._network: NetworkSpec | None = None
        self._hidden_asked: bool | None = None
        self._space_asked = False
        self._map = QWidget(self)
        column = QVBoxLayout(self._map)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(parts.canvas, 1)
        column.addWidget(space, 1)
        column.addWidget(PreprocessingNote(document, themes, self._map))
        column.addWidget(parts.lines.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._map, 1)
        row.addWidget(hidden, 1)
        space.hide()
        parts.painting.tool_changed.connect(self._arrange)

    @property
    def has_hidden(self) -> bool:
        """Whether the network has a hidden plane."""
        return self._network is not None and has_hidden_plane(self._network)

    @property
    def has_space(self) -> bool:
        """Whether the data have three inputs."""
        return self._document.dataset.n_raw_inputs == 3

    @property
    def shows_slice(self) -> bool:
        """Whether the map is a slice through more inputs than two."""
        return self._document.dataset.n_raw_inputs > 2 and not (self.has_space and self._space_asked)

    @property
    def has_room_for_two(self) -> bool:
        """Whether two views stand side by side."""
        return self.width() >= ROOM_FOR_TWO * self._themes.theme.scale

    @property
    def is_hidden_wanted(self) -> bool:
        """Whether the hidden plane is on: as asked for, else where it is set by hand and takes nothing's place."""
        if self._network is None or not self.has_hidden:
            return False
        by_hand = not ACTIVATIONS[self._network.layers[-2].activation].has_gradient
        return by_hand and self.has_room_for_two if self._hidden_asked is None else self._hidden_asked

    def show_frame(self, frame: Frame) -> None:
        """Show `frame` in the lines and in the views beside the map."""
        self._parts.lines.show_frame(frame)
        self._hidden.show_frame(frame)
        self._space.show_frame(frame)

    def show_switches(self) -> None:
        """Offer what this network has."""
        parts, switches = self._parts, self._parts.classes.switches
        self._follow(self._document.project.network)
        switches.show_state(switches.hidden, self.has_hidden, self.is_hidden_wanted)
        switches.show_state(switches.space, self.has_space, self._space_asked)
        switches.show_state(switches.lines, parts.lines.is_available, parts.lines.is_shown)

    def _follow(self, network: NetworkSpec) -> None:
        if self._network is not None and has_hidden_plane(self._network) != has_hidden_plane(network):
            self._hidden_asked = None
        self._network = network
        self._arrange()

    def show_hidden(self, on: bool) -> None:
        """Show the hidden plane, or not."""
        self._hidden_asked = on
        self._arrange()

    def show_space(self, on: bool) -> None:
        """Show the inputs in space instead of a slice, or the slice again."""
        self._space_asked = on
        self._arrange()
        self.show_legend()

    def show_legend(self) -> None:
        """Explain the marks that are in use."""
        data, in_components = self._document.dataset, self._parts.slicing.shows_components
        off_slice, projected = self.shows_slice and not in_components, self.shows_slice and in_components
        self._parts.classes.show_legend(data.task != "values", data.n_test_samples > 0, off_slice, projected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_room()

    def _follow_room(self) -> None:
        if self.has_room_for_two != self._had_room:
            self._had_room = self.has_room_for_two
            self.show_switches()

    def _arrange(self) -> None:
        hidden = self.is_hidden_wanted
        in_space = self.has_space and self._space_asked
        self._show(self._parts.canvas, not in_space)
        self._show(self._space, in_space)
        self._show(self._controls.slice_controls, self.shows_slice)
        self._show(self._map, not hidden or self.has_room_for_two)
        can_paint = not in_space and (not hidden or self.has_room_for_two)
        self._show(self._controls.tools, can_paint)
        self._show(self._controls.tool_options, can_paint and self._parts.painting.tool is not Tool.POINT)
        self._show(self._hidden, hidden)

    def _show(self, widget: QWidget, on: bool) -> None:
        if widget.isHidden() == on:
            widget.setVisible(on)
