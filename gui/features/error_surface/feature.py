"""The page of the error surface: fed with the moment on show, and with the run's past for its path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.project.edits.weights import set_values
from gui.document.commands.push import push
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.containers.pages import PageSpec
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import spec

if TYPE_CHECKING:
    from gui.features.error_surface.page import ErrorSurfacePage, PageState
    from gui.toolkit.error_map.request import Moment

PAGE = PageSpec("error_surface")


class ErrorSurfaceFeature(Feature):
    """The page is made when it is first shown. Its thread ends with the window."""

    actions = (
        spec(
            "page_error_surface",
            QT_TRANSLATE_NOOP("Actions", "&Error surface"),
            QT_TRANSLATE_NOOP("Actions", "The error over two weights or directions, and the path of the run on it"),
            "Ctrl+4",
            group="page",
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._page: ErrorSurfacePage | None = None
        self._n_starts = 0
        self._selected: tuple[int, ...] = ()
        self._own: PageState | None = None
        context.document.lesson_loaded.connect(self._on_document_lesson_loaded)
        context.document.brought_back.connect(self._on_document_brought_back)
        context.pages.add_later(PAGE, self._make_page)
        context.pages.shown.connect(self._on_pages_shown)
        context.clock.add(lambda _frame: self._refresh())
        context.session.state_changed.connect(lambda _state: self._refresh())
        context.session.prepared.connect(self._refresh)
        context.notation.changed.connect(self._refresh)
        context.document.changed.connect(lambda _before, _after: self._on_document_changed())

    def pictures(self) -> list[Offer]:
        if self._page is None:
            return []
        title = QCoreApplication.translate("ErrorSurface", "Error surface")
        return [Offer(PAGE.name, title, self._page.print_picture, self._caption)]

    def _caption(self) -> str | None:
        """Where the run stands on it; nothing where it is of another network or of other data than the project's."""
        page, document = self._page, self.context.document
        picture = None if page is None else page.picture
        if page is None or picture is None or picture.moment.data is not document.dataset:
            return None
        return page.caption() if picture.moment.start == document.project.start else None

    def facts(self) -> dict[str, object]:
        """Whether the surface can be seen, and how often somebody has started from a point of it."""
        return {"surface.starts": self._n_starts}

    def _on_pages_shown(self, _name: str) -> None:
        """Two weights that were selected in the diagram since the page was last on show become its axes."""
        self._refresh()
        page, selected = self._page, self.context.focus.weights
        is_shown = page is not None and self.context.pages.current == PAGE.name
        if page is not None and is_shown and selected != self._selected:
            self._selected = selected
            if len(selected) == 2:
                page.choose_weights(*selected)

    def _on_document_changed(self) -> None:
        if self.context.document.is_loading and self._page is not None:
            self._page.forget_place()
        self._refresh()

    def _on_document_lesson_loaded(self) -> None:
        """A lesson begins with the first axes; what the user had chosen waits with the rest of the work."""
        if self._page is not None:
            self._own = self._own or self._page.state()
            self._page.restore(None)

    def _on_document_brought_back(self) -> None:
        if self._page is not None:
            self._page.restore(self._own)
        self._own = None

    def _refresh(self) -> None:
        """Show the moment that the other views show; nothing while the page is hidden."""
        page, context = self._page, self.context
        if page is None or context.pages.current != PAGE.name:
            return
        from gui.toolkit.error_map.axes import AxisNames

        project = context.document.project
        names = AxisNames(
            context.notation,
            context.notation.is_lecture,
            project.network,
            context.document.dataset.input_names,
            project.cut,
        )
        is_preparing = context.session.preparing  # what needs the kernels would compile them once more
        waits_for = self.tr("The engine is being compiled; the surface comes after that.") if is_preparing else ""
        page.show_moment(None if is_preparing else self._moment(), names, project.training.seed, waits_for)

    def _moment(self) -> Moment | None:
        """The moment on show; None where the network has no error on the data of now."""
        from gui.toolkit.error_map.request import Moment

        context = self.context
        project, snapshot = context.document.project, context.snapshot
        if snapshot is None or len(snapshot.parameters) != project.network.n_parameters:
            return None
        run = context.session.run()
        return Moment(
            project.start,
            snapshot.parameters,
            context.document.dataset,
            project.training.loss,
            snapshot.epoch,
            snapshot.step,
            None if run is None else run.moments,
            () if run is None else run.marks,
        )

    def _start_from(self, values: NDArray[np.float64], name: str) -> None:
        """Give the network these weights, as one step that can be undone."""
        text = QCoreApplication.translate("ErrorSurface", "Start from {place}").format(place=name)
        if push(self.context.document, text, lambda project: set_values(project, values)):
            self._n_starts += 1

    def _make_page(self) -> ErrorSurfacePage:
        from gui.features.error_surface.page import ErrorSurfacePage

        page = self._page = ErrorSurfacePage(self.context.themes, self.context.window)
        page.start_wanted.connect(self._start_from)
        return page
