"""One tool of the region plot is chosen; it decides what a press begins and what keys do."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPolygonF, QTransform
from PySide6.QtWidgets import QMenu

from gui.document.document import Document
from gui.features.decision_region.drag import Drag
from gui.features.decision_region.editing.point_editor import PointEditor
from gui.features.decision_region.output_reading import Reading, can_place_points
from gui.features.decision_region.painting.lasso import LassoLine, MoveSelection
from gui.features.decision_region.painting.overlay import LineOverlay, circle
from gui.features.decision_region.painting.selected_samples import SelectedSamples
from gui.features.decision_region.painting.stroke_canvas import StrokeCanvas
from gui.features.decision_region.painting.strokes import BrushStroke, EraserStroke, SprayStroke
from gui.features.decision_region.painting.tools import Tool
from gui.features.decision_region.region_canvas import RegionCanvas
from gui.features.decision_region.sample_layer import SampleLayer
from gui.toolkit.theme import Theme

_WIDER = 1.2  # how much a key changes the spread


class Painting(QObject):
    """Gives the left button of `canvas` to the chosen tool; with `Tool.POINT` it changes nothing.

    `tool_changed` tells of another tool or spread, `selection_changed` of other selected samples.
    """

    tool_changed = Signal()
    selection_changed = Signal()

    def __init__(
        self,
        document: Document,
        editor: PointEditor,
        samples: SampleLayer,
        reading: Callable[[], Reading],
        *,
        rng: np.random.Generator,
    ) -> None:
        super().__init__(editor)
        self._document, self._editor = document, editor
        self._canvas: RegionCanvas = editor.canvas
        self.tool = Tool.POINT
        self.strokes = StrokeCanvas(
            document, self._canvas, samples, plane=editor.plane, label=editor.label, reading=reading, rng=rng
        )
        self.selected = SelectedSamples(document, editor, self.strokes)
        view = self._canvas.getViewBox()
        self._circle, self._loop, self._outline = (LineOverlay(view, dashed=dashed) for dashed in (False, True, True))
        self._position: QPointF | None = None
        self._connect()

    # ------------------------------------------------------------------ tools

    def can_use(self, tool: Tool) -> bool:
        """Whether `tool` can do anything with these data: not all let new samples be placed by a click."""
        return not tool.paints or can_place_points(self._document.dataset)

    def use(self, tool: Tool) -> None:
        """Choose `tool`."""
        if tool is self.tool or not self.can_use(tool):
            return
        self._canvas.cancel_gesture()
        self.tool = tool
        self._canvas.use_tool(None if tool is Tool.POINT else self._begin)
        if tool is not Tool.LASSO:
            self.selected.select_none()
        self._show_circle()
        self.tool_changed.emit()

    def set_spread(self, spread: int) -> None:
        """The radius of the circle, in pixels at normal type size."""
        self.strokes.strength.spread = spread
        self._show_circle()

    def set_density(self, density: int) -> None:
        """How many samples one click of the brush adds."""
        self.strokes.strength.density = density

    def apply_theme(self, theme: Theme) -> None:
        """Colours and sizes."""
        self.strokes.scale = theme.scale
        for line in (self._circle, self._loop, self._outline):
            line.apply_theme(theme)
        self._show_circle()

    @property
    def is_editing(self) -> bool:
        """Whether the project is being edited by a tool just now."""
        return self.strokes.is_editing

    @property
    def marked(self) -> np.ndarray:
        """Indices of the samples to mark as chosen: those of the lasso, else the point that was clicked."""
        if len(self.strokes.selection):
            return self.strokes.selection.indices
        index = self._editor.selected
        return np.array([] if index is None else [index], dtype=np.intp)

    def follow_data(self) -> None:
        """The data of the document are others; before they are shown."""
        self.selected.follow_data()
        if self.is_editing:
            return
        if self.strokes.is_busy:  # the stroke was undone, or its samples are gone
            self._canvas.forget_gesture()
            self.strokes.drop()
        if not self.can_use(self.tool):
            self.use(Tool.POINT)
        self.tool_changed.emit()

    # ------------------------------------------------------------------ mouse

    def cursor(self, position: QPointF) -> Qt.CursorShape | None:
        """What the mouse looks like there; None where that is no business of a tool."""
        if self.tool is Tool.POINT or not self._canvas.picture_area().contains(position):
            return None
        moves = self.tool is Tool.LASSO and self.selected.grabs(position)
        if (moves or self.tool.paints) and self._is_projected:
            return Qt.CursorShape.ForbiddenCursor
        return Qt.CursorShape.SizeAllCursor if moves else Qt.CursorShape.CrossCursor

    def sentence(self, position: QPointF) -> str:
        """What can be done there with what is selected; "" elsewhere."""
        return self.selected.sentence() if self.tool is Tool.LASSO and self.selected.grabs(position) else ""

    def _begin(self, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier, position: QPointF) -> Drag | None:
        """What a press with the chosen tool begins; None where the press is not meant for it."""
        held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        is_shifted = held == Qt.KeyboardModifier.ShiftModifier
        if not self._canvas.picture_area().contains(position):
            return None
        if self.tool is Tool.LASSO and button == Qt.MouseButton.RightButton and len(self.strokes.selection):
            return MenuClick(self._editor, position)
        if button != Qt.MouseButton.LeftButton or (held and not (is_shifted and self.tool is Tool.LASSO)):
            return None
        if self.tool is Tool.LASSO and (is_shifted or not self.selected.grabs(position)):
            return LassoLine(self, position, more=is_shifted)
        return self._begin_stroke(position)

    def _begin_stroke(self, position: QPointF) -> Drag:
        if self._is_projected and self.tool is not Tool.ERASER:
            self._editor.refuse()
            return Drag(position)
        translate, strokes = QCoreApplication.translate, self.strokes
        text, make = {
            Tool.BRUSH: (translate("Painting", "Brush points"), lambda: BrushStroke(strokes, position)),
            Tool.SPRAY: (translate("Painting", "Spray points"), lambda: SprayStroke(strokes, position)),
            Tool.ERASER: (translate("Painting", "Erase points"), lambda: EraserStroke(strokes, position)),
            Tool.LASSO: (
                translate("Painting", "Move points"),
                lambda: MoveSelection(strokes, position, self.selected.choose_at),
            ),
        }[self.tool]
        return strokes.start(text, make)

    @property
    def _is_projected(self) -> bool:
        """Whether a place of the picture says too little about a sample to put it there."""
        return self._editor.plane().oblique is not None

    def show_loop(self, loop: QPolygonF) -> None:
        path = QPainterPath()
        path.addPolygon(loop)
        self._loop.show_path(path, self._canvas.picture_area().topLeft())

    def choose_inside(self, outline: QPainterPath, *, more: bool) -> None:
        self.selected.choose_inside(outline, more=more)

    def choose_at(self, position: QPointF, *, more: bool) -> None:
        self.selected.choose_at(position, more=more)

    def removal_at(self, position: QPointF) -> tuple[str, Callable[[], object]] | None:
        """What the menu there can remove: the selected samples, or the one under the mouse; its text and the deed."""
        if len(self.strokes.selection):
            return QCoreApplication.translate("Painting", "&Delete the selected samples"), self.selected.remove
        index = self._editor.index_at(position)
        if index is None:
            return None
        return QCoreApplication.translate("Painting", "&Delete this sample"), lambda: self._editor.remove(index)

    def add_to_menu(self, menu: QMenu) -> None:
        """Add what can be done with the selected samples, if there are any."""
        if not len(self.strokes.selection):
            return
        menu.addSeparator()
        for name, text in (
            ("invert", QCoreApplication.translate("Painting", "Invert the selection")),
            ("jitter", QCoreApplication.translate("Painting", "Jitter the selected samples")),
            ("thin_out", QCoreApplication.translate("Painting", "Thin out the selected samples")),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"region_menu_{name}")
            action.triggered.connect(getattr(self.selected, name))

    # ------------------------------------------------------------------ keys

    def press(self, event: QKeyEvent) -> bool:
        """Obey a plain key; False where it is not meant for a tool."""
        key, has_selection = event.key(), bool(len(self.strokes.selection))
        if key == Qt.Key.Key_Escape and self.tool is not Tool.POINT:
            if has_selection:
                self.selected.select_none()
            else:
                self.use(Tool.POINT)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight) and self.tool.has_reach:
            self.strokes.strength.widen(_WIDER if key == Qt.Key.Key_BracketRight else 1 / _WIDER)
            self._show_circle()
            self.tool_changed.emit()
        elif has_selection and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.selected.remove()
        else:
            return False
        return True

    def class_chosen(self, label: int) -> None:
        """A class was chosen by key or button: the selected samples become of it."""
        self.selected.set_class(label)

    # ------------------------------------------------------------------ showing

    def _connect(self) -> None:
        self._canvas.pointed_at.connect(self._on_canvas_pointed_at)
        self._canvas.left.connect(self._on_canvas_left)
        self._canvas.getViewBox().sigRangeChanged.connect(self._show_outline)
        self._canvas.getViewBox().sigResized.connect(self._show_outline)
        self.strokes.carried_on.connect(self._show_outline)
        self.selected.changed.connect(self._on_selected_changed)

    def _on_canvas_pointed_at(self, position: QPointF) -> None:
        self._position = position
        self._show_circle()

    def _on_canvas_left(self) -> None:
        self._position = None
        self._show_circle()

    def _on_selected_changed(self) -> None:
        if len(self.strokes.selection):
            self.use(Tool.LASSO)
        self._show_outline()
        self.selection_changed.emit()

    def _show_circle(self) -> None:
        at, area = self._position, self._canvas.picture_area()
        shown = at is not None and self.tool.has_reach and (self.strokes.is_busy or area.contains(at))
        path = circle(at, self.strokes.reach) if at is not None and shown else QPainterPath()
        self._circle.show_path(path, area.topLeft())

    def _show_outline(self) -> None:
        selection, path = self.strokes.selection, QPainterPath()
        if len(selection) and not selection.outline.isEmpty():
            origin, unit = self._canvas.pixels_at(np.array([[0.0, 0.0], [1.0, 1.0]]) + self.strokes.offset)
            path = QTransform(unit[0] - origin[0], 0, 0, unit[1] - origin[1], *origin).map(selection.outline)
        self._outline.show_path(path, self._canvas.picture_area().topLeft())


class MenuClick(Drag):
    """A click of the right button that asks for the menu."""

    def __init__(self, editor: PointEditor, start: QPointF) -> None:
        super().__init__(start)
        self._editor = editor

    def finish(self, position: QPointF) -> None:
        if not self.is_drag:
            self._editor.menu_wanted.emit(self.start)
