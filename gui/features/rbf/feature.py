"""RBF networks: the tab where they are fitted, and the command that makes one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.project.project import Project
from gui.document.commands import rbf as commands
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.rbf.rbf_panel import RbfPanel
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.toolkit.services.actions import spec

TAB = tab_spec(
    "rbf",
    QT_TRANSLATE_NOOP("Tabs", "RBF"),
    QT_TRANSLATE_NOOP("Tabs", "Centres, widths and output weights"),
    fits=lambda project: project.network.rbf,
)
MAKE = spec(
    "make_rbf",
    QT_TRANSLATE_NOOP("Actions", "Make an R&BF network"),
    QT_TRANSLATE_NOOP("Actions", "The first hidden layer gets Gaussian units, with centres where the samples are"),
)


class RbfFeature(Feature):
    """The tab is there while the network has an RBF layer, and comes to the front when it gets one.

    Centres and widths on the region plot belong to the plot; `context.rbf_circles` connects both.
    """

    actions = (MAKE,)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.panel = RbfPanel(context.document, context.themes, context.window)
        self._moved = self._solved = 0
        context.tabs.add(TAB, self.panel)
        if context.document.project.network.rbf:
            context.tabs.show_table(TAB.name)
        self._connect()

    def facts(self) -> dict[str, object]:
        """How often a centre or width was changed by hand, and how often the output weights were solved."""
        return {"rbf.moved": self._moved, "rbf.solved": self._solved}

    def _connect(self) -> None:
        context, panel = self.context, self.panel
        context.document.changed.connect(self._on_document_changed)
        context.actions[MAKE.name].triggered.connect(lambda _checked=False: commands.make_rbf(context.document))
        context.rbf_circles.moved.connect(self._on_rbf_circles_moved)
        panel.circles_toggled.connect(context.rbf_circles.set_shown)
        panel.place_wanted.connect(self._on_panel_place_wanted)
        panel.widths_wanted.connect(self._on_panel_widths_wanted)
        panel.solve_wanted.connect(self._on_panel_solve_wanted)
        panel.trained_chosen.connect(self._on_panel_trained_chosen)

    def _asked(self) -> NDArray[np.float64] | None:
        """The parameters for a button that needs them; where there are none yet, a notice says so."""
        current = self.context.parameters
        if current is None:
            self.context.messages.notice(self.tr("There are no weights yet; add a sample, or wait a moment."))
        return current

    def _on_rbf_circles_moved(self) -> None:
        self._moved += 1

    def _on_document_changed(self, before: Project, after: Project) -> None:
        tabs = self.context.tabs
        if after.network.rbf and not before.network.rbf and tabs.current != "runs":  # restoring one of several there
            tabs.show_table(TAB.name)

    def _on_panel_place_wanted(self, centres_by: str, widths_by: str, factor: float) -> None:
        current = self._asked()
        if current is not None:
            commands.place(self.context.document, current, centres_by, widths_by, factor)

    def _on_panel_widths_wanted(self, widths_by: str, factor: float) -> None:
        current = self._asked()
        if current is not None:
            commands.set_widths(self.context.document, current, widths_by, factor)

    def _on_panel_solve_wanted(self) -> None:
        current = self._asked()
        if current is not None:
            self._solved += 1
            commands.solve_output(self.context.document, current)

    def _on_panel_trained_chosen(self, everything: bool) -> None:
        current = self._asked()
        if current is not None:
            commands.set_trained(self.context.document, current, everything)
