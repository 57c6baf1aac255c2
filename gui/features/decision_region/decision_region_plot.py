"""The decision region shows what the network answers everywhere, and the samples, which the mouse edits."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.network.plane_trace import PlaneTrace
from engine.project.edits.points import MAX_CLASSES
from engine.project.project import Project
from gui.document.document import Document
from gui.features.decision_region.boundary.boundary_lines import BoundaryLines
from gui.features.decision_region.class_bar import ClassBar
from gui.features.decision_region.editing.point_editor import REACH, PointEditor
from gui.features.decision_region.hidden.hidden_room import HiddenRoom
from gui.features.decision_region.mouse.probing import Probing
from gui.features.decision_region.mouse.region_menu import RegionMenu
from gui.features.decision_region.mouse.region_mouse import RegionMouse
from gui.features.decision_region.mouse.region_parts import RegionParts
from gui.features.decision_region.neuron_map_view import NeuronMapView
from gui.features.decision_region.output_reading import (
    Reading,
    can_place_points,
    has_output_choice,
    n_shown_classes,
    reading_of,
)
from gui.features.decision_region.painting.painting import Painting
from gui.features.decision_region.painting.tool_options import ToolOptions
from gui.features.decision_region.painting.tool_strip import ToolStrip
from gui.features.decision_region.plane_watch import PlaneWatch
from gui.features.decision_region.printed.region import PrintedRegion, RegionSetting, printed_frame
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.region_hint import RegionHint
from gui.features.decision_region.region_scene import RegionScene, wrong_samples
from gui.features.decision_region.region_views import Controls, RegionViews
from gui.features.decision_region.slices.plane_choice import is_edit_of_samples
from gui.features.decision_region.slices.slice_controls import SliceControls
from gui.features.decision_region.slices.slice_row import SliceRow
from gui.features.decision_region.slices.slicing import Slicing, chosen_sample
from gui.features.decision_region.space.space_view import SpaceView
from gui.toolkit.containers.later import Later
from gui.toolkit.probe import Probe
from gui.toolkit.theme import Theme, ThemeManager
from gui.toolkit.view import View
from gui.words.class_marks import class_names
from gui.words.notation import Notation
from gui.words.plot_names import output_name
from gui.words.plot_sentences import region_sentence

NARROWEST = 200  # pixels across; less is no picture


class DecisionRegionPlot(View, QWidget):
    """Shows filled map, border and samples of a plane of the input space; for one input the function's curve.

    `plane` is the rectangle on screen; `plane_changed` tells of a new one, 60 times a second at most.
    `hovered` says in one sentence what is under the mouse, "" when it leaves.
    """

    hovered = Signal(str)
    plane_changed = Signal(object)  # Plane

    def __init__(
        self, document: Document, themes: ThemeManager, notation: Notation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("decision_region_plot")
        self._document, self._themes, self._notation = document, themes, notation
        self._data: Dataset = document.dataset
        self._reading = reading_of(self._data)
        self.slicing = Slicing(self._data, self)
        self._frame: Frame | None = None
        self._probing: Probing | None = None
        self._is_stale = False
        self._build()
        self._connect()
        self.follow_themes(themes)
        self._load_data(keep_view=False)
        self._watch = PlaneWatch(self._parts, self)
        self._watch.changed.connect(self.plane_changed)

    @property
    def plane(self) -> Plane:
        """The rectangle of the input space on screen."""
        return self._parts.plane

    @property
    def reading(self) -> Reading:
        """How the outputs are read, of several the one that was chosen."""
        return self._reading

    @property
    def slice_controls(self) -> SliceControls:
        """What chooses the plane among more inputs than two."""
        return self._slices.content

    def viewport(self) -> QWidget:
        """The widget that takes the mouse events; `position_of` counts in its pixels."""
        return self.canvas.mouse_area()

    def position_of(self, x1: float, x2: float) -> QPoint:
        """The pixel of the viewport at (x1, x2) of the plane; for one input x2 is the height."""
        return self.canvas.pixel_at(x1, x2).toPoint()

    def show_frame(self, frame: Frame) -> None:
        """Draw `frame`, unless it belongs to another network; while hidden, draw it when shown."""
        if frame.network != self._document.project.network:
            return
        self._frame = frame
        self.views.show_frame(frame)
        if self.isVisible():
            self._draw_frame(frame)
        else:
            self._is_stale = True

    def picture(self) -> PrintedRegion | None:
        """The region as it is now, for paper; None before the first frame of this network."""
        frame, data = self._frame, self._data
        if frame is None or frame.network != self._document.project.network:
            return None
        heights, lines = tuple(self.canvas.getViewBox().viewRange()[1]), self.lines.is_shown
        look = (heights, self._reading, self.classes.hard_button.isChecked(), lines, self.canvas.has_equal_scales)
        return printed_frame(frame, RegionSetting(frame.network, data, self.plane, *look), self._notation, self.size())

    def set_probe(self, probe: Probe) -> None:
        """Show where `probe` stands, and let the mouse place and drag it."""
        self._probing = Probing(probe, self._document, self.editor, plane=lambda: self.plane)
        self._probing.apply_theme(self._themes.theme)
        self.canvas.take_gestures_first_from(self._mouse.begin_turning)
        probe.changed.connect(self._offer_sample)

    def look_at(self, unit: tuple[int, int] | None) -> None:
        """Show the map of a unit (layer, unit) instead of the region; None: the region again."""
        if self.unit_view.look_at(unit, self._document.project.network):
            self.scene.clear()
            self._label_axes()
            self._redraw()

    def reset_view(self) -> None:
        """Show the data with some room around them."""
        self._parts.reset_view()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Decision region"))
        self.canvas.sentence = lambda: region_sentence(None if self._frame is None else self._frame.snapshot)
        self.canvas.setAccessibleName(self.tr("Decision region"))
        self.canvas.setAccessibleDescription(
            self.tr(
                "Click to add a point, drag to move it, right-click it for more, Delete to remove it."
                " The wheel zooms, a drag with the middle button or Ctrl moves the view, Home resets it."
                " The keys B, S, E and A take brush, spray, eraser and lasso, P the point again."
            )
            + " "
            + self.lines.keys_sentence()
        )
        self.views.show_switches()

    def apply_theme(self, theme: Theme) -> None:
        rows = (self.classes, self.tools)
        for part in (self.scene, self.painting, *rows, self.hint, self.lines, self.unit_view.caption):
            part.apply_theme(theme)
        self.editor.reach = REACH * theme.scale
        self._layout.setContentsMargins(theme.px(8), theme.px(2), theme.px(2), theme.px(2))
        self._label_axes()
        self._show_samples()
        self._redraw()
        self.views.show_switches()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # moved to another screen
            self.apply_theme(self._themes.theme)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale and self._frame is not None:
            self._draw_frame(self._frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._slices.leave_room(self.height())

    def _build(self) -> None:
        theme = self._themes.theme
        self.classes = ClassBar(theme, self)
        self._slices = SliceRow(self._data, self.slicing, self._themes, self._notation, self)
        self.canvas = RegionCanvas()
        self.canvas.setObjectName("region_canvas")
        self.canvas.setMinimumSize(NARROWEST, 110)
        self.scene = RegionScene(self.canvas, theme)
        self.samples = self.scene.samples
        self.editor = PointEditor(
            self._document,
            self.canvas,
            self.samples,
            plane=lambda: self.plane,
            label=lambda: self.classes.chosen_class,
        )
        shown = (self.samples, lambda: self._reading)
        self.painting = Painting(self._document, self.editor, *shown, rng=np.random.default_rng(0))
        self.tools = ToolStrip(self.painting, self)
        options = Later(lambda parent: ToolOptions(self.painting, self._themes, parent), self)
        self.lines = BoundaryLines(self._document, self.canvas, theme, self._notation, lambda: self.plane)
        self.hint = RegionHint(self.viewport(), self._data)
        self.unit_view = NeuronMapView(self.viewport(), theme, self._notation)
        self._parts = RegionParts(self.canvas, self.slicing, self.classes, self.editor, self.painting, self.lines)
        self._mouse = RegionMouse(self._document, self._notation, self._parts, self.scene, self.unit_view)
        self.canvas.take_gestures_from(self._mouse.begin)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        for widget in (self.classes, self.tools, options, self._slices):
            self._layout.addWidget(widget)
        shared = (self._document, self._themes, self._notation)
        self.hidden = HiddenRoom(*shared, behind=self.canvas, parent=self)
        self.space = SpaceView(*shared, lines=self.lines, reading=lambda: self._reading, parent=self)
        self.views = RegionViews(
            self._document,
            self._themes,
            self._parts,
            hidden=self.hidden,
            space=self.space,
            controls=Controls(self._slices, self.tools, options),
            parent=self,
        )
        self._layout.addWidget(self.views, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_document_changed)
        self._notation.changed.connect(self._on_notation_changed)
        self.canvas.pointed_at.connect(self._mouse.move_to)
        self.canvas.left.connect(self._mouse.leave)
        for moved in (self.canvas.pointed_at, self.canvas.left):
            moved.connect(self._tell_hovered)
        self.canvas.double_clicked.connect(self._mouse.double_click)
        self.canvas.key_pressed.connect(self._mouse.press_key)
        self.editor.menu_wanted.connect(self._pop_up_menu)
        self.editor.selection_changed.connect(self._show_selection)
        self.editor.selection_changed.connect(self._offer_sample)
        self.painting.selection_changed.connect(self._show_selection)
        self.classes.class_chosen.connect(self.painting.class_chosen)
        self.classes.hard_toggled.connect(self._redraw)
        self.classes.output_chosen.connect(self._on_classes_output_chosen)
        self._slices.plane_chosen.connect(self._on_slices_plane_chosen)
        self._slices.slice_moved.connect(self._on_slices_slice_moved)
        self.slicing.found.connect(self._on_slices_plane_chosen)
        self.lines.availability_changed.connect(self.views.show_switches)
        self.classes.switches.lines.toggled.connect(self.lines.show)
        self.classes.switches.hidden.toggled.connect(self.views.show_hidden)
        self.classes.switches.space.toggled.connect(self.views.show_space)
        for view in (self.hidden, self.space):
            view.hovered.connect(self.hovered)

    def _load_data(self, keep_view: bool) -> None:
        before, self._data = self._data, self._document.dataset
        data = self._data
        same_shape = (before.n_raw_inputs, before.n_outputs) == (data.n_raw_inputs, data.n_outputs)
        keep_view = self.slicing.take(data, keep_view) and keep_view
        self._reading = reading_of(data, self._reading.column if same_shape else 0)
        if not same_shape:
            self.scene.clear()
        if keep_view and same_shape and before.target_codes == data.target_codes and before.task == data.task:
            self.hint.show_data(data)  # a point moves many times a second: what is above the plot stays
            self.views.show_legend()
        else:
            self._show_controls()
        if not keep_view:
            self.reset_view()
        self._show_samples()
        self._offer_sample()
        self._redraw()
        self.lines.redraw()

    def _show_controls(self) -> None:
        data = self._data
        names = class_names(data) if n_shown_classes(data) else ()
        can_place = can_place_points(data) and not self.slicing.shows_components
        can_add_class = can_place and data.task != "values" and data.n_classes < MAX_CLASSES
        self.classes.show_classes(names, can_place, can_add_class)
        self.classes.want(self.classes.hard_button, data.n_raw_inputs > 1)  # a curve has no sides to paint
        outputs = [output_name(k, data.n_outputs, self._notation) for k in range(data.n_outputs)]
        self.classes.show_outputs(tuple(outputs) if has_output_choice(data) else (), self._reading.column)
        self.views.show_legend()
        self.views.show_switches()
        self._slices.show_data(data)
        self._label_axes()
        self.hint.show_data(data)

    def _label_axes(self) -> None:
        self.scene.label_axes(self._data, self.plane, self._reading, self._notation)
        if self.unit_view.unit is not None:
            self.scene.name_output(self.unit_view.name(self._document.project.network), self.plane)

    def _show_samples(self) -> None:
        self.samples.show_samples(self._data, self.plane, self._reading, self._themes.theme)
        self._show_selection()
        if self._probing is not None:
            self._probing.apply_theme(self._themes.theme)
        self.classes.show_share(len(self.samples.drawn), self.samples.n_samples)

    def _redraw(self) -> None:
        self.scene.drawn = None
        if self._frame is not None and self.isVisible():
            self._draw_frame(self._frame)
        self._is_stale = self._frame is not None and not self.isVisible()

    def _draw_frame(self, frame: Frame) -> None:
        self._is_stale = False
        if frame.network != self._document.project.network:
            return
        trace, reading = self.unit_view.picture(frame, self._reading, self._data)
        if trace is not None and trace is not self.scene.drawn and self._fits(trace):
            self.scene.draw(trace, reading, self.classes.hard_button.isChecked())
            self.hint.show_trace(trace, frame)
        if self._probing is not None:
            self._probing.show_frame(frame)
        wrong = wrong_samples(self._data, frame)
        if wrong is not None:
            self.samples.show_misses(wrong)
        if self._mouse.is_inside and not self.canvas.is_dragging:
            self._tell_hovered()

    def _fits(self, trace: PlaneTrace) -> bool:
        """Whether `trace` shows the axes and outputs that are on screen, not those of a moment ago."""
        n_shown = self._data.n_outputs if self.unit_view.unit is None else 1
        return trace.plane.lies_along(self.plane) and trace.region.shape[2] == n_shown

    # ------------------------------------------------------------------ what happens

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.network != after.network:
            self.views.show_switches()
        if before.dataset == after.dataset:
            return
        old = self._data
        if not self.canvas.is_dragging:
            self.editor.select(None)
        self.painting.follow_data()
        self._load_data(keep_view=self.painting.is_editing or is_edit_of_samples(old, self._document.dataset))
        if old.n_raw_inputs != self._data.n_raw_inputs:
            self._watch.tell()

    def _on_notation_changed(self) -> None:
        self._show_controls()
        self._redraw()

    def _on_classes_output_chosen(self, column: int) -> None:
        self._reading = reading_of(self._data, column)
        self._label_axes()
        self._show_samples()
        self._redraw()

    def _on_slices_plane_chosen(self) -> None:
        self.scene.clear()
        self._show_controls()
        self.reset_view()
        self._show_samples()
        self._watch.expect_change()

    def _on_slices_slice_moved(self) -> None:
        self._show_samples()
        self._redraw()
        self._watch.expect_change()

    def _pop_up_menu(self, position: QPointF) -> None:
        """Offer what can be done with the picture, at `position` of the viewport."""
        removal = self.painting.removal_at(position)
        menu = RegionMenu(self, removal, self.reset_view, self.classes.hard_button, self.canvas)
        self._document.changed.connect(menu.close)  # the sample that it was opened for may be another one now
        if self._probing is not None:
            self._probing.add_to(menu, position)
        self.painting.add_to_menu(menu)
        menu.popup(self.viewport().mapToGlobal(position.toPoint()))

    def _tell_hovered(self) -> None:
        """Say what is under the mouse."""
        self.hovered.emit(self._mouse.sentence(self._frame, self._reading))

    def _show_selection(self) -> None:
        self.samples.show_selection(self.painting.marked)

    def _offer_sample(self) -> None:
        probe = None if self._probing is None else self._probing.probe
        self._slices.show_sample(*chosen_sample(self._data, self.editor.selected, probe))
