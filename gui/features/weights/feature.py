"""This feature shows weights, activations and gradients on the page "Look inside"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.analysis.frame import Frame
from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.weights.history_work import HistoryWork, Wanted
from gui.toolkit.annotations import Annotations, PartKey
from gui.toolkit.export import Offer
from gui.toolkit.theme import ThemeManager

if TYPE_CHECKING:
    from gui.features.weights.weights_view import WeightsView


class WeightsFeature(Feature):
    """Asks for the course of the run only while the view is on show."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._view: WeightsView | None = None
        self._work = HistoryWork(self)
        self._work.due.connect(self._ask)

    def make_view(self, themes: ThemeManager) -> WeightsView:
        """The view for the page, which shows it first when somebody wants it."""
        from gui.features.weights.weights_view import WeightsView

        context = self.context
        view = self._view = WeightsView(context.document, themes, context.notation, context.window)
        context.clock.add(self._show_frame)
        context.focus.neuron_changed.connect(lambda: view.show_neuron(context.focus.neuron))
        view.shown_changed.connect(self._on_view_shown_changed)
        view.pointed.connect(self._point_out)
        context.document.changed.connect(self._on_document_changed)
        self._work.found.connect(view.show_history)
        self._work.failed.connect(view.show_problem)
        return view

    def pictures(self) -> list[Offer]:
        view = self._view
        if view is None:
            return []
        return [
            Offer("weights", view.weights_title(), view.print_weights, view.weights_caption),
            Offer("weights_course", view.course_title(), view.print_course, view.course_caption),
        ]

    def close(self) -> None:
        self._work.stop()

    def _show_frame(self, frame: Frame) -> None:
        if self._view is not None:
            self._view.show_frame(frame)

    def _point_out(self, part: PartKey) -> None:
        self.context.focus.point_out(Annotations(emphasis=frozenset([part])) if part else None)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if before.network != after.network:
            self._work.forget()

    def _on_view_shown_changed(self) -> None:
        view, newest = self._view, self.context.clock.newest
        if view is None or not view.isVisible():
            self._work.stop()
            self._point_out(())
            return
        if newest is not None:
            view.show_frame(newest)
        self._work.start()

    def _ask(self) -> None:
        """Want the history of the run up to the present, also while a past moment is on show."""
        session, document = self.context.session, self.context.document
        project, snapshot, run = document.project, session.snapshot, session.run()
        if session.preparing or snapshot is None or len(snapshot.parameters) != project.network.n_parameters:
            return
        moments, marks = (None, ()) if run is None else (run.moments, run.marks)
        self._work.ask(
            Wanted(
                snapshot.run_id,
                project.network,
                document.dataset,
                project.training.loss,
                moments,
                marks,
                snapshot.epoch,
                snapshot.parameters,
            )
        )
