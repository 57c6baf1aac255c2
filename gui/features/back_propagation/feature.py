"""This feature shows back-propagation in tabs – steps, matrices, milestones, functions … – and on "Look inside"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from gui.features.back_propagation.inside.page_part import PagePart
from gui.features.back_propagation.tabs import FUNCTIONS, MATRICES, MILESTONES, PAGE, STEPS
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.export import Offer
from gui.toolkit.export.picture import Picture
from gui.toolkit.services.actions import spec
from gui.toolkit.theme import ThemeManager

if TYPE_CHECKING:
    from gui.features.back_propagation.panels import Panels

_NOTHING_DONE: dict[str, object] = {
    "inside.part": "",
    "steps.seen": 0,
    "practice.right": 0,
    "code.seen": 0,
    "check.agrees": False,
}
"""The facts while no panel has come to the front yet."""


class BackPropagationFeature(Feature):
    """The panels and the page are made when the first of them comes to the front.

    lend: brings the diagram to the page. further: parts of the page that other features make. themes: those of pages;
    the context has those of the tabs.
    """

    actions = (
        spec(
            "page_inside",
            QT_TRANSLATE_NOOP("Actions", "Look &inside"),
            QT_TRANSLATE_NOOP("Actions", "One training step under the microscope: formulas, code, gradient check"),
            "Ctrl+2",
            group="page",
        ),
    )

    def __init__(
        self,
        context: WindowContext,
        lend: Callable[[QWidget | None], object],
        further: Iterable[PagePart],
        themes: ThemeManager,
    ) -> None:
        super().__init__(context)
        self._of_page = lend, further, themes
        self._made: Panels | None = None
        for tab in (STEPS, FUNCTIONS, MATRICES, MILESTONES):
            context.tabs.add_later(tab, lambda tab=tab: self._panels.by_tab[tab])  # type: ignore[misc]
        context.pages.add_later(PAGE, self._make_page)
        context.tabs.page_wanted.connect(self._on_tabs_page_wanted)

    def pictures(self) -> list[Offer]:
        return [Offer("functions", self.tr("Activation functions"), self._picture_of_functions)]

    def facts(self) -> dict[str, object]:
        """What is in front, and what was seen and done since the project was opened."""
        return _NOTHING_DONE if self._made is None else self._made.facts()

    @property
    def _panels(self) -> Panels:
        """The panels, made now if they were not."""
        if self._made is None:
            from gui.features.back_propagation.panels import Panels

            self._made = Panels(self.context, *self._of_page)
            self._made.milestones.export_wanted.connect(self._on_milestones_export_wanted)
        return self._made

    def _make_page(self) -> QWidget:
        return self._panels.inside.make_page()

    def _on_tabs_page_wanted(self, part: str) -> None:
        self._panels.inside.show_large(part)

    def _picture_of_functions(self) -> Picture:
        return self._panels.functions.picture()

    def _on_milestones_export_wanted(self) -> None:
        export = self._panels.milestones.export
        self.context.questions.ask_save_table(self.tr("Save the table"), lambda path: export(str(path)))
