"""The units of an RBF layer on the region plot of the window: they follow the project and its run."""

from __future__ import annotations

from engine.analysis.frame import Frame
from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.features.decision_region.rbf.rbf_editor import RbfEditor


class RbfOverlay(RbfEditor):
    """Takes the newest parameters from the frames and from edits; `context.rbf_circles` shows and hides it."""

    def __init__(self, context: WindowContext, plot: DecisionRegionPlot) -> None:
        super().__init__(context.document, plot, context.themes, lambda: context.parameters, context.window)
        self._context = context
        context.document.changed.connect(self._on_document_changed)
        context.clock.add(self._show_frame)
        context.rbf_circles.shown_changed.connect(self.set_visible)
        self.moved.connect(context.rbf_circles.moved)
        self.hovered.connect(plot.hovered)

    def _show_frame(self, frame: Frame) -> None:
        if frame.network == self._context.document.project.network and frame.network.rbf:
            self.show_parameters(frame.snapshot.parameters)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.network == after.network:
            return
        if after.parameters is not None:
            self.show_parameters(after.parameters.array)
        self.redraw()
