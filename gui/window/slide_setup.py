"""Tells how the window stands when a moment is kept as a slide, and lets it stand like this again."""

from __future__ import annotations

from engine.lessons import CARDS
from engine.lessons.slides.slide import Look
from gui.features.context import WindowContext
from gui.features.diagram.diagram_view import DiagramView
from gui.toolkit.containers.pages import WORKBENCH
from gui.window.layout.toggled_part import ToggledPart
from gui.window.layout.workbench import WindowLayout
from gui.window.training.training_bar import TrainingBar

_REASON = "slides"


class SlideSetup:
    """`begin` notes how the window stands, and `end` lets it stand so again, borders among it."""

    def __init__(
        self,
        context: WindowContext,
        workbench: WindowLayout,
        side_panel: ToggledPart,
        bar: TrainingBar,
        diagram: DiagramView,
    ) -> None:
        self._context, self._workbench, self._side_panel, self._bar = context, workbench, side_panel, bar
        self._diagram = diagram
        self._before: Look | None = None
        self._wants_side_panel = True
        context.actions["presentation"].toggled.connect(lambda _on: self._show_side_panel())

    def look(self) -> Look:
        """How the window stands now."""
        context, workbench = self._context, self._workbench
        return Look(
            page=context.pages.current,
            table=context.tabs.current,
            zoomed=workbench.zoomed_card or None,  # type: ignore[arg-type]
            folded=tuple(name for name in CARDS if name in workbench.folded_cards),  # type: ignore[misc]
            side_panel=self._side_panel.is_wanted if self._is_on_stage else self._side_panel.is_shown,
            large_table=context.actions["large_table"].isChecked(),
            epoch=context.session.shown_epoch,
            notation="lecture" if context.notation.is_lecture else "textbook",
            hides_answer=context.actions["hide_answer"].isChecked(),
            diagram_part=self._diagram.part,
        )

    def begin(self) -> None:
        """Note how the window stands, once."""
        if self._before is None:
            self._before = self.look()
            self._workbench.hold_borders(_REASON)

    def show(self, look: Look) -> None:
        """Let the window stand like this; what it does not have, of a newer program's slide, is left as it is."""
        context, workbench = self._context, self._workbench
        page = look.page if look.page in context.pages.names else WORKBENCH
        if context.pages.current != page:
            context.pages.show_page(page)
        context.actions["large_table"].setChecked(look.large_table)
        workbench.fold_cards(look.folded)
        self._wants_side_panel = look.side_panel
        self._show_side_panel()
        if look.table in context.tabs.available:
            context.tabs.show_table(look.table)
        workbench.zoom(look.zoomed or "")
        if look.notation is not None:
            context.notation.set_lecture(look.notation == "lecture")
        context.actions["hide_answer"].setChecked(look.hides_answer)
        self._diagram.show_part(look.diagram_part)
        context.session.show_epoch(look.epoch)

    def clear(self) -> None:
        """Before a lesson, which sets page, table and cards by itself."""
        self._workbench.zoom("")
        self._diagram.show_part(None)
        self._side_panel.let_go(_REASON)

    def end(self) -> None:
        """Let the window stand as it did at `begin`."""
        before, self._before = self._before, None
        if before is not None:
            self.show(before)
            self._side_panel.let_go(_REASON)
            self._workbench.give_borders_back(_REASON)

    def show_place(self, place: str) -> None:
        """Show "3/12" beside the figures, or nothing."""
        self._bar.show_slide(place)

    def _show_side_panel(self) -> None:
        """Neither a slide nor the stage, which has no room for it, changes what the user has chosen."""
        self._side_panel.let_go(_REASON)
        if self._before is None:
            return
        if not self._wants_side_panel:
            self._side_panel.hide_for(_REASON)
        elif not self._is_on_stage:
            self._side_panel.show_for(_REASON)

    @property
    def _is_on_stage(self) -> bool:
        return self._context.actions["presentation"].isChecked()
