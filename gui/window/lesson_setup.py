"""Sets the window up for a lesson's step, and puts everything back afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from engine.lessons import Step
from gui.toolkit.containers.pages import WORKBENCH
from gui.window.pointer_frame import PointerFrame

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class Stage:
    """Shows, hides, locks and points at parts of the window by their names, as a step asks for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._pointer = PointerFrame(window.appearance.themes.theme, window)
        window.appearance.themes.changed.connect(self._pointer.apply_theme)
        self._locked: list[QWidget | QAction] = []
        self._notation_before: bool | None = None

    def unknown_names(self, step: Step) -> list[str]:
        """What the step locks or points at, but the window does not have."""
        controls = [*step.lock, *([step.point_at] if step.point_at else [])]
        unknown = [name for name in controls if self._find(name) is None]
        unknown += [name for name in (step.page,) if name and name not in self._window.pages.names]
        return unknown + [name for name in (step.table,) if name and name not in self._window.tables.names]

    def set_up(self, step: Step) -> None:
        """Make the window what `step` asks for."""
        window = self._window
        self._unlock()
        window.actions_by_name["large_table"].setChecked(False)
        window.workbench.hide_cards(step.hide)
        page = step.page if step.page in window.pages.names else WORKBENCH
        if window.pages.current != page:
            window.pages.show_page(page)
        if step.table in window.tables.names:
            window.tables.show_table(step.table)
        self._set_notation(step.notation)
        self.lock(step)
        self._pointer.point_at(self._widget(step.point_at) if step.point_at else None)

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
        self._window.workbench.hide_cards(())
        self._pointer.point_at(None)
        if self._notation_before is not None:
            self._window.appearance.notation.set_lecture(self._notation_before)
            self._notation_before = None

    def _set_notation(self, name: str | None) -> None:
        notation = self._window.appearance.notation
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
        widget = self._window.findChild(QWidget, name)
        if isinstance(widget, QWidget):
            return widget
        action = self._window.findChild(QAction, name)
        return action if isinstance(action, QAction) else None

    def _widget(self, name: str) -> QWidget | None:
        """The control called `name`; of an action its button in the bar."""
        found = self._find(name)
        if isinstance(found, QAction):
            return self._window.training_bar.widgetForAction(found)
        return found
