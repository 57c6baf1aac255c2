"""Sets the window up for a lesson's step, and puts everything back afterwards."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget

from engine.lessons import CARDS, Step
from gui.features.context import WindowContext
from gui.toolkit.containers.pages import WORKBENCH
from gui.window.layout.body import WindowBody
from gui.window.layout.toggled_part import ToggledPart
from gui.window.layout.workbench import WindowLayout
from gui.window.pointer_frame import PointerFrame

_CARDS = frozenset(CARDS)
_IN_SIDE_PANEL = frozenset({"data", "training"})
NARROW = 1600  # at the usual type

_DIAGNOSIS = "diagnosis"  # among what a step hides; no card


class LessonSetup:
    """Shows, hides, locks and points at parts of the window by their names, as a step asks for."""

    def __init__(
        self,
        context: WindowContext,
        body: WindowBody,
        workbench: WindowLayout,
        *,
        side_panel: ToggledPart,
        palette: ToggledPart,
        bar: QToolBar,
    ) -> None:
        self._context, self._body, self._workbench, self._bar = context, body, workbench, bar
        self._side_panel, self._palette = side_panel, palette
        self._pointer = PointerFrame(context.themes.theme, context.window)
        context.themes.changed.connect(self._pointer.apply_theme)
        self._locked: list[QWidget | QAction] = []
        self._notation_before: bool | None = None

    # ------------------------------------------------------------------ room

    def add_panel(self, panel: QWidget) -> None:
        """Place the lesson's panel beside the pages, hidden until `make_room`."""
        self._body.set_lesson(panel)

    def make_room(self, *, is_quiet: bool) -> None:
        """On a narrow window, and in a lesson that `is_quiet`, it has the left column's room; F9 brings that back."""
        self._workbench.hold_borders("lesson")
        if is_quiet or self._context.window.width() < NARROW * self._context.themes.theme.scale:
            self._side_panel.hide_for("lesson")
        self._palette.hide_for("lesson")
        self._body.show_lesson(True)

    def give_room_back(self) -> None:
        """Hide the lesson's panel; the columns are as they were."""
        self._body.show_lesson(False)
        self._side_panel.let_go("lesson")
        self._palette.let_go("lesson")
        self._workbench.give_borders_back("lesson")

    # ------------------------------------------------------------------ one step

    def unknown_names(self, step: Step) -> list[str]:
        """What the step locks or points at, but the window does not have."""
        controls = [*step.lock, *([step.point_at] if step.point_at else [])]
        unknown = [name for name in controls if self._find(name) is None]
        unknown += [name for name in (step.page,) if name and name not in self._context.pages.names]
        return unknown + [name for name in (step.table,) if name and name not in self._context.tabs.names]

    def set_up(self, step: Step) -> None:
        """Make the window what `step` asks for."""
        context = self._context
        self._unlock()
        context.actions["large_table"].setChecked(False)
        self._workbench.hide_cards([name for name in step.hide if name != _DIAGNOSIS])
        context.messages.fold_remarks("lesson", _DIAGNOSIS in step.hide)
        self._workbench.fold_cards(_folded(step))
        page = step.page if step.page in context.pages.names else WORKBENCH
        if context.pages.current != page:
            context.pages.show_page(page)
        if step.table in context.tabs.names:
            context.tabs.show_table(step.table)
        self._set_notation(step.notation)
        self.lock(step)
        target = self._widget(step.point_at) if step.point_at else None
        points_there = target is not None and self._workbench.is_in_side_panel(target)
        self._open_side_panel(points_there or bool(_IN_SIDE_PANEL.intersection(step.need)))
        if target is not None:
            self._body.reveal(target)
        if target is not None and self._workbench.is_behind_zoomed(target):
            self._workbench.zoom("")
        self._pointer.point_at(target)

    def lock(self, step: Step) -> None:
        """Lock what `step` locks; again after an edit, since panels free their controls."""
        for name in step.lock:
            control = self._find(name)
            if control is not None and control.isEnabled():
                control.setEnabled(False)
                self._locked.append(control)

    def clear(self) -> None:
        """Put everything back."""
        self._unlock()
        self._open_side_panel(False)
        self._workbench.hide_cards(())
        self._context.messages.fold_remarks("lesson", False)
        self._workbench.fold_cards(())
        self._pointer.point_at(None)
        if self._notation_before is not None:
            self._context.notation.set_lecture(self._notation_before)
            self._notation_before = None

    def _open_side_panel(self, wanted: bool) -> None:
        """Open it for a step that points at something in it, and close it again with the step."""
        if wanted:
            self._side_panel.show_for("step")
        else:
            self._side_panel.let_go("step")

    def _set_notation(self, name: str | None) -> None:
        notation = self._context.notation
        if name is None:
            return
        if self._notation_before is None:
            self._notation_before = notation.is_lecture
        notation.set_lecture(name == "lecture")

    def _unlock(self) -> None:
        for control in self._locked:
            control.setEnabled(True)
        self._locked = []

    def _find(self, name: str) -> QWidget | QAction | None:
        window = self._context.window
        widget = window.findChild(QWidget, name)
        if isinstance(widget, QWidget):
            return widget
        action = window.findChild(QAction, name)
        return action if isinstance(action, QAction) else None

    def _widget(self, name: str) -> QWidget | None:
        """The control called `name`; of an action its button in the bar."""
        found = self._find(name)
        if isinstance(found, QAction):
            return self._bar.widgetForAction(found)
        return found


def _folded(step: Step) -> frozenset[str]:
    """What the step does not need; a side panel that is opened by hand shows all of it."""
    if not step.need:
        return frozenset()
    kept = () if _IN_SIDE_PANEL.intersection(step.need) else _IN_SIDE_PANEL
    return _CARDS.difference(step.need, kept)
