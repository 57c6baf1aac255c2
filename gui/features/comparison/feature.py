"""The page "Compare": fed with the project and the gallery's data, its runs kept or opened, closed with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.data.datasets import DatasetSpec
from gui.document import commands
from gui.features.comparison.race_choice import ISLANDS, OWN, RaceChoice
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.containers.pages import WORKBENCH, PageSpec
from gui.toolkit.export import Offer
from gui.toolkit.services.actions import spec
from gui.words.dataset_choices import starting_spec, title

if TYPE_CHECKING:
    from gui.features.comparison.page import ComparisonPage
    from gui.features.comparison.worker import RunsFound

PAGE = PageSpec("comparison", shows_run=False)  # its own controls would be mistaken for the training bar
_SETS = ("xor", "and", "or", "circles", "xor_clouds", "moons", "spirals", "checkerboard", "blobs", "iris", "function")
_UNSEEN = {"comparison.epochs": 0, "comparison.counterexample": False, "comparison.parts": 0}


class ComparisonFeature(Feature):
    """The page is made when it is first shown. It has a thread of its own, which ends with the window."""

    actions = (
        spec(
            "page_comparison",
            QT_TRANSLATE_NOOP("Actions", "&Compare"),
            QT_TRANSLATE_NOOP("Actions", "Let two to nine networks or settings race on the same data"),
            "Ctrl+3",
            group="page",
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._page: ComparisonPage | None = None
        self._own: RaceChoice | None = None
        context.document.lesson_loaded.connect(self._on_document_lesson_loaded)
        context.document.brought_back.connect(self._on_document_brought_back)
        context.pages.add_later(PAGE, self._make_page)

    def pictures(self) -> list[Offer]:
        if self._page is None:
            return []
        page = self._page
        return [Offer("comparison", QCoreApplication.translate("Comparison", "Compare"), page.picture, page.caption)]

    def close(self) -> None:
        if self._page is not None:
            self._page.close_down()

    def facts(self) -> dict[str, object]:
        """What has happened on the page, see `ComparisonPage.facts`."""
        return dict(_UNSEEN) if self._page is None else self._page.facts()

    def _on_document_lesson_loaded(self) -> None:
        """A lesson begins with XOR, at rest; what the user compared waits with the rest of the work."""
        if self._page is not None:
            self._own = self._own or self._page.state()
            self._page.restore(RaceChoice())

    def _on_document_brought_back(self) -> None:
        if self._page is not None:
            self._page.restore(self._own or RaceChoice())
        self._own = None

    def _make_page(self) -> ComparisonPage:
        from gui.features.comparison.page import ComparisonPage

        context = self.context
        page = self._page = ComparisonPage(
            context.themes,
            context.notation,
            project=lambda: context.document.project,
            choices=self._choices,
            recipe=self._recipe,
            parent=context.window,
        )
        context.document.changed.connect(lambda *_change: page.follow_project())
        page.runs_found.connect(self._on_page_runs_found)
        return page

    def _on_page_runs_found(self, found: RunsFound) -> None:
        """Take a contender into the workbench, or keep the runs of all; each is one step of undo."""
        document, messages = self.context.document, self.context.messages
        if not found.runs:
            return
        if not found.to_open:
            if commands.keep_runs(document, found.runs):
                messages.notice(self.tr("The runs of all contenders are in the list of runs now."))
            return
        run = found.runs[0]
        if self.context.session.state == "training":
            self.context.session.pause()
        if commands.restore_run(document, run):
            self.context.pages.show_page(WORKBENCH)
            words = self.tr("{name} is in the workbench, as it stood in the race; Train goes on from there.")
            messages.notice(words.format(name=run.name))

    def _choices(self) -> list[tuple[str, str]]:
        translate = QCoreApplication.translate
        own = (OWN, translate("Comparison", "This project's data"))
        return [own, *((name, title(name)) for name in _SETS), (ISLANDS, translate("Comparison", "Two islands"))]

    def _recipe(self, name: str) -> DatasetSpec:
        from engine.project.race.depth import islands

        if name == OWN:
            return self.context.document.project.dataset
        return islands() if name == ISLANDS else starting_spec(name, DatasetSpec())
