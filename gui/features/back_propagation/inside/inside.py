"""This module connects the page "Look inside" with the steps, the diagram and the frames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.analysis.numpy_code.code_run import CodeValue
from engine.network.back_propagation import ADJUST
from engine.network.layer_parameters import parameter_index
from engine.spec.errors import EngineError
from gui.document import commands
from gui.features.back_propagation.inside.code_sentences import line_parts, line_step
from gui.features.back_propagation.inside.page_part import BATCH, CHECK, CODE, OF_A_LAYER, PARTS, STEPS, PagePart
from gui.features.back_propagation.steps.origins import FIRST, LAST, SettingOrigin, Source
from gui.features.back_propagation.steps.step_panel import Part, StepPanel
from gui.features.back_propagation.tabs import PAGE
from gui.features.context import WindowContext
from gui.toolkit.annotations import PartKey
from gui.toolkit.containers.home import Home
from gui.toolkit.containers.tabbed_card import TabSpec
from gui.toolkit.theme import ThemeManager
from gui.words.error_text import error_text
from gui.words.network_names import parameter_name

if TYPE_CHECKING:
    from gui.features.back_propagation.inside.page import InsidePage

Lend = Callable[[QWidget | None], object]
"""Puts the diagram into a room, or, for None, back to where it stands otherwise."""


class Inside(QObject):
    """The page, once it is made. `changed`: another part of it is in front, or another row or line.

    The diagram and the panels of `homes`, of which the steps are one, come to the page while it is on show: what was
    selected stays so. `further` parts are made when they are first shown.
    """

    changed = Signal()

    def __init__(
        self,
        context: WindowContext,
        steps: StepPanel,
        homes: Mapping[TabSpec, Home],
        *,
        lend: Lend,
        further: Iterable[PagePart],
        themes: ThemeManager,
    ) -> None:
        super().__init__(context.window)
        self._context, self._steps, self._homes, self._lend, self._themes = context, steps, homes, lend, themes
        self._further = {part.name: part for part in further}
        self._unmade = dict(self._further)
        self._page: InsidePage | None = None
        self._lines_seen: set[str] = set()
        self._is_on_show = False
        context.pages.shown.connect(self._on_pages_shown)
        context.document.changed.connect(lambda _before, _after: self._offer_what_fits())

    @property
    def part(self) -> str:
        """The name of the part of the microscope in front; "" while another page is on show."""
        return self._page.part if self._page is not None and self._is_on_show else ""

    @property
    def is_about_a_step(self) -> bool:
        """Whether the part in front goes with the step of a sample."""
        return bool(self.part) and self.part not in OF_A_LAYER

    def show_large(self, part: str) -> None:
        """Bring the page to the front, with a part of the microscope."""
        self._context.pages.show_page(PAGE.name)
        if self._page is not None:
            self._page.show_part(part)

    @property
    def n_lines_seen(self) -> int:
        """How many lines of the code were looked at since the project was opened."""
        return len(self._lines_seen)

    @property
    def has_agreed(self) -> bool:
        """Whether the gradient has been checked, and agrees, while the check is in front."""
        return self._page is not None and self.part == CHECK and self._page.check.agrees

    def forget(self) -> None:
        """Another project is opened: nothing of it has been looked at."""
        self._lines_seen = set()
        if self._page is not None:
            self._page.practice.setChecked(False)

    @property
    def code_takes(self) -> str:
        """On which samples the code in front is to run, as `CodePanel.takes`; "" while no code is in front."""
        return self._page.code.takes if self._page is not None and self.part == CODE else ""

    @property
    def emphasis(self) -> frozenset[PartKey]:
        """The parts of the diagram that the chosen row or line is about."""
        page = self._page
        if page is None:
            return frozenset()
        line = page.code.line
        if self.part == CODE:
            return frozenset() if line is None else line_parts(line, self._context.document.project.network)
        key = page.check.key if self.part == CHECK else self._steps.key
        return frozenset([key]) if key and key[0] >= 0 else frozenset()

    def show_frame(self, frame: Frame) -> None:
        """Show what the lines of the code compute at the moment of `frame`."""
        if self._page is None or self.part != CODE:
            return
        if isinstance(frame.code, EngineError):
            self._page.code.show_problem(error_text(frame.code))
        elif frame.code is not None:
            self._page.code.show_run(frame.code)
        elif self.code_takes == BATCH and self._context.session.state == "training":
            self._page.code.show_problem(
                QCoreApplication.translate("Inside", "Pause the training: then it is known which samples come next.")
            )

    def refresh(self) -> None:
        """Show the formula and the check of what the steps show now."""
        page = self._page
        if page is None or not self.part:
            return
        part = self._part_of_line(page) if self.part in (CODE, CHECK) else None
        page.formula.show_row(self._steps.row_in_letters(page.formula.figures, part))
        if self.part == CHECK:
            self._check(page)

    def _offer_what_fits(self) -> None:
        """Offer the parts that make sense for the project; the steps say themselves why there are none."""
        if self._page is not None and self._is_on_show:
            project = self._context.document.project
            fits = {tab.name: tab.fits for tab in self._homes if tab.name != STEPS}
            fits |= {part.name: part.fits for part in self._further.values()}
            missing = [name for name, does_fit in fits.items() if not does_fit(project)]
            self._page.offer([part for part in PARTS if part not in missing])

    def _check(self, page: InsidePage) -> None:
        if self._context.session.state == "training":
            page.check.show_problem(
                QCoreApplication.translate("Inside", "Pause the training: a gradient is checked where nothing moves.")
            )
        elif self._steps.passage is None:
            page.check.show_problem(self._steps.problem)
        else:
            page.check.check(self._steps.passage, self._steps.symbols())

    def _part_of_line(self, page: InsidePage) -> Part:
        """The row that has the formula of the line: of its first unit or weight, there the first or the last row."""
        if self.part == CHECK:
            return page.check.key, LAST
        line = page.code.line
        value = line.values[0] if line is not None and line.values else None
        if value is None or value.layer is None or value.layer < 0:
            return (), FIRST
        key = (value.layer, 0, 0) if value.kind in ("W", "C") else (value.layer, 0)
        return key, FIRST if value.kind == "net" or value.of == "gradients" else LAST

    def make_page(self) -> InsidePage:
        """Make the page, once."""
        from gui.features.back_propagation.inside.page import InsidePage

        context = self._context
        page = self._page = InsidePage(self._themes, context.notation, context.window)
        page.part_shown.connect(self._on_page_part_shown)
        page.formula.figures_changed.connect(self.refresh)
        page.formula.origin_chosen.connect(self._on_formula_origin_chosen)
        page.code.line_chosen.connect(self._on_code_line_chosen)
        page.code.samples_changed.connect(self.changed)
        page.code.typed.connect(self._on_code_typed)
        page.code.failed.connect(context.messages.warn)
        page.check.chosen.connect(self.changed)
        page.practice.toggled.connect(self._steps.practise)
        return page

    def _on_pages_shown(self, name: str) -> None:
        is_on_show = name == PAGE.name
        if is_on_show == self._is_on_show or self._page is None:
            return
        self._is_on_show = is_on_show
        self._page.practice.setChecked(False)
        self._offer_what_fits()
        self._steps.enlarge(is_on_show)
        for tab, home in self._homes.items():
            home.lend(self._page.rooms[tab.name] if is_on_show else None)
        self._lend(self._page.diagram_room if is_on_show else None)
        self.changed.emit()

    def _on_page_part_shown(self) -> None:
        if self._page is not None and self.part in self._unmade:
            view = self._unmade.pop(self.part).make(self._themes)
            self._page.rooms[self.part].layout().addWidget(view)  # type: ignore[union-attr]
        if self.part == CODE:
            self._on_code_line_chosen()
            return
        if self.part == CHECK:
            self._steps.show_step(ADJUST)  # the gradient's step
        self.changed.emit()

    def _on_formula_origin_chosen(self, origin: Source) -> None:
        """Show the field of the setting, or the row that computes the number: its part of the diagram stands out."""
        if isinstance(origin, SettingOrigin):
            self._context.focus.look_at_setting(origin.name)
        elif self._page is not None:
            self._page.show_part(STEPS)
            self._steps.go_to(origin)

    def _on_code_typed(self, value: CodeValue, numbers: dict[int, float]) -> None:
        """Numbers of an array of parameters were changed: the weights are, in one step of undo."""
        context, parameters = self._context, self._context.parameters
        project = context.document.project
        if parameters is None or value.layer is None:
            return
        first = parameter_index(project.network, value.layer, 0 if value.value.ndim == 2 else None, 0)
        placed = {first + place: number for place, number in numbers.items()}
        names = context.document.dataset.input_names
        name = parameter_name(context.notation, project.network, names, min(placed)) if len(placed) == 1 else value.name
        commands.set_values(context.document, parameters, placed, name)

    def _on_code_line_chosen(self) -> None:
        """Go to the step to which the line belongs: its numbers stand on the diagram."""
        line = self._page.code.line if self._page is not None else None
        if line is not None:
            self._lines_seen.add(line.text)
            if line_step(line) != self._steps.step:
                self._steps.show_step(line_step(line))
        self.changed.emit()
