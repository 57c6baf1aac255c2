"""F11: the window as a projector shows it, and back to exactly what was."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QMainWindow, QToolBar

from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.diagram.diagram_view import DiagramView
from gui.features.feature import Feature
from gui.toolkit.plots.plot_style import TICK_PIXELS
from gui.toolkit.theme import stage_scale
from gui.window.layout.body import WindowBody
from gui.window.layout.toggled_part import ToggledPart
from gui.window.layout.workbench import WindowLayout
from gui.window.looks.appearance import Appearance
from gui.window.notices.status_line import StatusLine
from gui.window.stage.top_edge import FloatingMenuBar
from gui.window.training.training_bar import TrainingBar

_SETTLE_MS = 300  # that a system may take to give the window the whole screen; meanwhile it has several sizes
_AROUND_PLOTS = 114
"""Pixels for axes, numbers and the scale of colours, off stage."""


class Stage(Feature):
    """Full screen with one slim bar below; menus, tools and buttons come with the mouse. `timeline` shares the bar."""

    def __init__(
        self,
        context: WindowContext,
        window: QMainWindow,
        *,
        appearance: Appearance,
        body: WindowBody,
        workbench: WindowLayout,
        side_panel: ToggledPart,
        bar: TrainingBar,
        timeline: QToolBar,
        diagram: DiagramView,
        hovered: Sequence[SignalInstance],
    ) -> None:
        super().__init__(context)
        self._window, self._appearance, self._workbench = window, appearance, workbench
        self._side_panel, self._bar, self._timeline, self._diagram = side_panel, bar, timeline, diagram
        self._is_on, self._body, self._had_lesson = False, body, False
        self._size_before, self._message_height = window.size(), 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._fit_scale)
        menus = window.menuBar()
        assert isinstance(menus, FloatingMenuBar)
        self._menus = menus
        self._sentence = StatusLine(window)
        self._sentence.setObjectName("stage_hover_text")
        self._sentence.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sentence.setAutoFillBackground(True)
        self._sentence.hide()
        self._menus.came.connect(workbench.show_chrome)
        for told in hovered:
            told.connect(self.show_sentence)
        window.installEventFilter(self)
        workbench.resized.connect(self._arrange)
        context.document.changed.connect(self._on_document_changed)
        context.messages.height_needed.connect(self._on_messages_height_needed)
        context.actions["presentation"].toggled.connect(self._set_on)

    def close(self) -> None:
        self._window.removeEventFilter(self)

    def leave_full_screen(self) -> None:
        """Let the window have its own size, before that is remembered."""
        if self._is_on:
            self._show_full_screen(False)

    def show_sentence(self, sentence: str) -> None:
        """Say what is under the mouse, over the timeline: the line for it is away."""
        self._sentence.show_sentence(sentence)
        self._sentence.setVisible(self._is_on and bool(sentence))
        if self._sentence.isVisible():
            self._sentence.setGeometry(self._timeline.geometry())
            self._sentence.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._is_on:
            self._menus.set_floating(True)
            self._settling.start()
        return False

    def _fit_scale(self) -> None:
        """Go by the window's height, whatever the system has made of the wish for the full screen."""
        height = self._window.height()
        if self._is_on and stage_scale(height) != self.context.themes.theme.scale:
            with self._appearance.in_one_go():
                self._appearance.themes.set_presentation(True, height)
                self._fit_bar()
        self._bar.fit_words()

    def _set_on(self, on: bool) -> None:
        self._is_on = on
        self.show_sentence("")
        self.context.messages.fold_remarks("stage", on)
        if on:
            self._size_before = self._window.size()
            self._had_lesson = self._body.shows_lesson
            self._diagram.remember_room()
            self._workbench.remember_room()
        with self._appearance.in_one_go(finish=self._arrange):
            self._show_full_screen(on)
            self._bar.be_slim(on)
            if on:
                self._make_room(True)  # before the type changes: what is away by then need not change
            self._appearance.themes.set_presentation(on, self._window.height())
            self._fit_bar()
            if not on:
                self._make_room(False)
        self.context.messages.keep_clear_of(*(self._bar.figures if on else ()))
        self._settling.start()

    def _make_room(self, on: bool) -> None:
        self._show_bars(on)
        if on:
            self._side_panel.hide_for("stage")
        else:
            self._side_panel.let_go("stage")
        self._workbench.set_on_stage(on)

    def _show_full_screen(self, on: bool) -> None:
        """Ask for the size, and take it at once: it comes later, and else everything would be laid out twice."""
        window, full, state = self._window, Qt.WindowState.WindowFullScreen, self._window.windowState()
        is_full = on or self.context.actions["full_screen"].isChecked()
        coming = window.screen().size() if is_full else self._size_before
        if window.isVisible():
            window.setWindowState(state | full if is_full else state & ~full)
        grows_slowly = sys.platform == "darwin" or (window.isMaximized() and not is_full)
        if window.windowState() != state and not grows_slowly:
            window.resize(coming)

    def _show_bars(self, on: bool) -> None:
        window = self._window
        self._bar.set_on_stage(on)
        window.removeToolBar(self._bar)
        if on:
            window.insertToolBar(self._timeline, self._bar)
        else:
            window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self._bar)
        self._bar.setVisible(self.context.pages.shows_run)
        window.statusBar().setVisible(not on)
        self._menus.set_floating(on)

    def _on_messages_height_needed(self, pixels: int) -> None:
        self._message_height = pixels
        self._fit_bar()

    def _fit_bar(self) -> None:
        """The bar is as high as a message over it needs, as the status line is off stage, and from the beginning.

        Else the pictures above it would become smaller in the middle of a run.
        """
        needed = max(self.context.messages.usual_height, self._message_height)
        self._timeline.setMinimumHeight(needed if self._is_on else 0)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.network.sizes != after.network.sizes:
            self._arrange()

    def _arrange(self) -> None:
        if self._is_on:
            theme = self.context.themes.theme
            around = round(_AROUND_PLOTS * (theme.letters(TICK_PIXELS) / TICK_PIXELS - 1))
            has_come = self._body.shows_lesson and not self._had_lesson
            share = self._workbench.width() / self._window.width() if has_come else 1.0
            self._workbench.arrange_stage(self._diagram.height_on_stage(), around, share)
