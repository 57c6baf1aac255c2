"""RBF networks: the tab where they are fitted, the circles on the plane, and the command that makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.analysis.frame import Frame
from engine.project.project import Project
from gui.document.commands import rbf as commands
from gui.features.decision_region.rbf.rbf_editor import RbfEditor
from gui.features.rbf.rbf_panel import RbfPanel
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from gui.main_window import MainWindow

TAB = tab_spec(
    "rbf",
    QT_TRANSLATE_NOOP("Tabs", "RBF"),
    QT_TRANSLATE_NOOP("Tabs", "Centres, widths and output weights"),
    fits=lambda project: project.network.rbf,
)


class RbfWiring(Wiring):
    """The tab is there while the network has an RBF layer, and comes to the front when it gets one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        document, themes = window.document, window.appearance.themes
        self.panel = RbfPanel(document, themes, window)
        self.editor = RbfEditor(document, window.decision_region_plot, themes, self._current, self)
        self._moved = False  # whether a centre or width was changed by hand since the project was opened
        window.tables.add(TAB, self.panel)
        if document.project.network.rbf:
            window.tables.show_table(TAB.name)
        self._connect()

    def facts(self) -> dict[str, object]:
        return {"rbf.moved": self._moved}

    def _connect(self) -> None:
        window, panel = self.window, self.panel
        document = window.document
        document.changed.connect(self._on_document_changed)
        window.clock.add(self._show_frame, pause_ms=30)
        self.editor.moved.connect(self._on_editor_moved)
        self.editor.hovered.connect(window.decision_region_plot.hovered)
        window.actions_by_name["make_rbf"].triggered.connect(lambda _checked=False: commands.make_rbf(document))
        panel.place_wanted.connect(self._on_panel_place_wanted)
        panel.widths_wanted.connect(self._on_panel_widths_wanted)
        panel.solve_wanted.connect(self._on_panel_solve_wanted)
        panel.trained_chosen.connect(self._on_panel_trained_chosen)
        panel.circles_toggled.connect(self.editor.set_visible)

    def _current(self) -> NDArray[np.float64] | None:
        """The parameters as the window shows them; before the first moment of a run, its start."""
        project, snapshot = self.window.document.project, self.window.session.snapshot
        if snapshot is not None and len(snapshot.parameters) == project.network.n_parameters:
            return snapshot.parameters
        return None if project.parameters is None else project.parameters.array

    def _asked(self) -> NDArray[np.float64] | None:
        """The parameters for a button that needs them; where there are none yet, a notice says so."""
        current = self._current()
        if current is None:
            self.window.message_bar.notice(self.tr("There are no weights yet; add a sample, or wait a moment."))
        return current

    def _show_frame(self, frame: Frame) -> None:
        if frame.network == self.window.document.project.network and frame.network.rbf:
            self.editor.show_parameters(frame.snapshot.parameters)

    def _on_editor_moved(self) -> None:
        self._moved = True

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self.window.document.is_loading:
            self._moved = False
        if before.network == after.network:
            return
        tables = self.window.tables
        if after.network.rbf and not before.network.rbf and tables.current != "runs":  # restoring one of several there
            tables.show_table(TAB.name)
        if after.parameters is not None:
            self.editor.show_parameters(after.parameters.array)
        self.editor.redraw()

    def _on_panel_place_wanted(self, centres_by: str, widths_by: str, factor: float) -> None:
        current = self._asked()
        if current is not None:
            commands.place(self.window.document, current, centres_by, widths_by, factor)

    def _on_panel_widths_wanted(self, widths_by: str, factor: float) -> None:
        current = self._asked()
        if current is not None:
            commands.set_widths(self.window.document, current, widths_by, factor)

    def _on_panel_solve_wanted(self) -> None:
        current = self._asked()
        if current is not None:
            commands.solve_output(self.window.document, current)

    def _on_panel_trained_chosen(self, everything: bool) -> None:
        current = self._asked()
        if current is not None:
            commands.set_trained(self.window.document, current, everything)
