"""The decision region: its card, its tools, and a neuron's map in its place while that neuron is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction

from engine.data.dataset import Dataset
from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.decision_region.decision_region_plot import DecisionRegionPlot
from gui.features.decision_region.painting.actions import SELECTED, TOOLS
from gui.features.decision_region.painting.tools import Tool
from gui.features.decision_region.rbf.rbf_overlay import RbfOverlay
from gui.features.feature import Feature
from gui.toolkit.containers.card import CardSpec
from gui.toolkit.export import Offer
from gui.toolkit.labels.cover import Cover
from gui.toolkit.marked_parts import NO_SAMPLES
from gui.toolkit.theme import ThemeManager

if TYPE_CHECKING:
    from gui.features.decision_region.hidden_space.hidden_space_view import HiddenSpaceView

LOOK_AFTER_MS = 120  # the region does not flicker when the mouse only crosses neurons


def _title(data: Dataset) -> str:
    is_curve = data.n_raw_inputs == 1
    title = QT_TRANSLATE_NOOP("Cards", "Function curve") if is_curve else QT_TRANSLATE_NOOP("Cards", "Decision region")
    return str(title)


CARD = CardSpec("region", _title)


class DecisionRegionFeature(Feature):
    """Fills Data ▸ Paint and Data ▸ Selected samples; their keys, single letters, belong to the plot alone."""

    actions = (*TOOLS, *SELECTED)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.plot = DecisionRegionPlot(context.document, context.themes, context.notation)
        context.clock.add(self.plot.show_frame)
        RbfOverlay(context, self.plot)
        cover = Cover(self.plot.views, context.hidden_answer, context.themes)
        self.plot.canvas.said_instead = lambda: cover.accessibleName() if context.hidden_answer.is_on else ""
        self.plot.set_probe(context.probe)  # of both, the plot asks the one that came last first
        self._painting = self.plot.painting
        self._hidden_space: HiddenSpaceView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AFTER_MS)
        context.cards.add(CARD, self.plot, self.plot.classes)
        context.cards.add_button(CARD.name, self.plot.tools, quiet=True)
        self._connect()
        self._connect_painting()

    def _connect(self) -> None:
        context = self.context
        self.plot.plane_changed.connect(context.session.set_plane)
        self._timer.timeout.connect(self._look_closely)
        context.focus.close_unit_told.connect(self._on_focus_close_unit_told)
        context.marked_samples.changed.connect(self.plot.samples.show_marked)
        context.actions["pass_values"].triggered.connect(self._on_pass_values_triggered)
        context.document.changed.connect(self._on_document_changed)

    def pictures(self) -> list[Offer]:
        view, title = self._hidden_space, QCoreApplication.translate("Pictures", "Hidden space")
        return [] if view is None else [Offer("hidden_space", title, view.picture, view.caption)]

    def make_hidden_space(self, themes: ThemeManager) -> HiddenSpaceView:
        """The view of what a layer makes of the samples, for a page; it asks for its numbers while it is on show."""
        from gui.features.decision_region.hidden_space.hidden_space_view import HiddenSpaceView

        context = self.context
        view = HiddenSpaceView(context.document, themes, context.notation, lambda: self.plot.reading, context.window)
        self._hidden_space = view
        Cover(view.pictures, context.hidden_answer, themes)
        context.clock.add(view.show_frame)
        if context.clock.newest is not None:
            view.show_frame(context.clock.newest)
        view.choice_changed.connect(lambda: context.session.want_hidden(view.choice))
        view.hovered.connect(self.plot.hovered)
        view.marked.connect(context.marked_samples.mark)
        view.show_marked(context.marked_samples.indices)
        context.marked_samples.changed.connect(view.show_marked)
        context.focus.neuron_changed.connect(lambda: view.show_neuron(context.focus.neuron))
        return view

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.dataset != after.dataset:
            self.plot.samples.show_marked(NO_SAMPLES)

    def _on_pass_values_triggered(self, on: bool) -> None:
        """Without any sample to pass through, pass a point of the plane."""
        data = self.context.document.dataset
        if on and data.n_samples + data.n_test_samples == 0:
            self.context.probe.set_point(self.plot.plane.fixed)

    def _on_focus_close_unit_told(self) -> None:
        if self.context.focus.close_unit != self.plot.unit_view.unit:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_closely(self) -> None:
        unit = self.context.focus.close_unit
        self.context.session.set_close_unit(unit)
        self.plot.look_at(unit)

    def _connect_painting(self) -> None:
        painting = self._painting
        for tool in Tool:
            action = self._action(f"tool_{tool.value}", "paint")
            action.triggered.connect(lambda _checked=False, tool=tool: painting.use(tool))
        for spec in SELECTED:
            action = self._action(spec.name, "selected_samples")
            do = getattr(painting.selected, spec.name.removeprefix("samples_"))
            action.triggered.connect(lambda _checked=False, do=do: do())
        painting.tool_changed.connect(self._show_possible)
        painting.selection_changed.connect(self._show_possible)
        self._show_possible()

    def _action(self, name: str, menu: str) -> QAction:
        action = self.context.actions[name]
        self.context.menus(menu).addAction(action)
        self.context.window.removeAction(action)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.plot.addAction(action)
        return action

    def _show_possible(self) -> None:
        painting, actions = self._painting, self.context.actions
        for spec, tool in zip(TOOLS, Tool, strict=True):
            actions[spec.name].setEnabled(painting.can_use(tool))
        actions[f"tool_{painting.tool.value}"].setChecked(True)
        for name in ("samples_select_none", "samples_remove"):
            actions[name].setEnabled(len(painting.strokes.selection) > 0)
