"""This module makes the panels of back-propagation and the page "Look inside", and fills what is in front."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from engine.analysis.frame import Frame
from engine.project.project import Project
from gui.features.back_propagation.explanations import Explanations, next_sample
from gui.features.back_propagation.function_panel import FunctionPanel
from gui.features.back_propagation.inside.inside import Inside, Lend
from gui.features.back_propagation.inside.page_part import SAMPLE, PagePart
from gui.features.back_propagation.matrix_panel import MatrixPanel
from gui.features.back_propagation.milestone_panel import MilestonePanel
from gui.features.back_propagation.steps.step_panel import StepPanel
from gui.features.back_propagation.tabs import FUNCTIONS, MATRICES, MILESTONES, STEPS
from gui.features.context import WindowContext
from gui.toolkit.annotations import Annotations, PartKey
from gui.toolkit.containers.home import Home
from gui.toolkit.containers.tabbed_card import TabSpec
from gui.toolkit.theme import ThemeManager


class Panels(QObject):
    """The panels of the tabs, and the page; all are made when the first of them comes to the front.

    Asks for numbers only while what shows them is in front; they come with the frames.
    lend: brings the diagram to the page. further: parts of the page that other features make. themes: those of pages;
    the context has those of the tabs.
    """

    def __init__(self, context: WindowContext, lend: Lend, further: Iterable[PagePart], themes: ThemeManager) -> None:
        super().__init__(context.window)
        self.context = context
        document, notation = context.document, context.notation
        self.steps = StepPanel(document, context.themes, notation, context.window)
        self.matrices = MatrixPanel(context.themes, context.window)
        self.milestones = MilestonePanel(document, context.themes, notation, context.window)
        self.functions = FunctionPanel(document, context.themes, notation, context.window)
        self._frame: Frame | None = None
        panels = {STEPS: self.steps, FUNCTIONS: self.functions, MATRICES: self.matrices}
        homes = {tab: Home(panel, context.window) for tab, panel in panels.items()}
        self.inside = Inside(context, self.steps, homes, lend=lend, further=further, themes=themes)
        self._explanations = Explanations(context, self.steps, self.matrices, self.inside, self)
        self._marked = False
        self._steps_seen: set[int] = set()
        self.by_tab: dict[TabSpec, QWidget] = {**homes, MILESTONES: self.milestones}
        self._connect_context()
        self._connect_panels()
        self._on_focus_neuron_changed()
        if context.clock.newest is not None:
            self._on_clock_frame(context.clock.newest)
            self.milestones.show_frame(context.clock.newest)

    def _connect_context(self) -> None:
        context = self.context
        context.clock.add(self._on_clock_frame)
        context.clock.add(self.milestones.show_frame)
        context.tabs.shown.connect(self._on_tabs_shown)
        context.probe.changed.connect(self._refresh)
        context.document.changed.connect(self._on_document_changed)
        context.session.prepared.connect(self._refresh)
        context.session.state_changed.connect(self._refresh)
        for rested in (context.session.paused, context.session.finished, context.session.failed):
            rested.connect(self._on_session_rested)
        context.focus.neuron_changed.connect(self._on_focus_neuron_changed)
        context.pages.shown.connect(self._on_tabs_shown)
        self.inside.changed.connect(self._on_inside_changed)

    def _connect_panels(self) -> None:
        context = self.context
        self.steps.sample_chosen.connect(self._choose_sample)
        self.steps.apply_wanted.connect(self._on_steps_apply_wanted)
        self.steps.marks_changed.connect(self._show_marks)
        self.steps.part_chosen.connect(self.functions.choose)
        self.milestones.rate_wanted.connect(context.actions["try_starts"].trigger)
        self.milestones.failed.connect(context.messages.warn)

    def facts(self) -> dict[str, object]:
        """What is in front, and what was seen and done since the project was opened."""
        return {
            "inside.part": self.inside.part,
            "steps.seen": len(self._steps_seen),
            "practice.right": self.steps.n_right,
            "code.seen": self.inside.n_lines_seen,
            "check.agrees": self.inside.has_agreed,
        }

    # ------------------------------------------------------------------ what is on show

    def _on_tabs_shown(self, _name: str) -> None:
        self._take_sample()
        self._show_marks()
        self._refresh()

    def _take_sample(self) -> None:
        """Pass the sample whose turn it is through, where what is in front needs one and nothing passes through."""
        context = self.context
        needs_sample = self._explanations.needs_steps or self._explanations.front == FUNCTIONS.name
        if needs_sample and context.probe.inputs is None:
            self._choose_sample(next_sample(context.session.run(), context.document.project) or 0)

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self.context.document.is_loading:
            self._steps_seen = set()
            self.inside.forget()
            QTimer.singleShot(0, self, self._take_sample)  # a lesson may bring something else to the front
        if (before.network, before.dataset) != (after.network, after.dataset):
            self.steps.show_problem("")
            self._explanations.forget()
        self._refresh()

    def _on_clock_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._show_functions(frame)
        self._explanations.take_frame(frame)

    def _on_session_rested(self, *_reason: str) -> None:
        self._explanations.end_step()

    def _show_functions(self, frame: Frame) -> None:
        if self._explanations.front == FUNCTIONS.name:
            self.functions.show_frame(frame)

    def _refresh(self) -> None:
        """Show the moment that the other views show in the tab that is in front."""
        if self._frame is not None:
            self._show_functions(self._frame)
        self._explanations.refresh()

    # ------------------------------------------------------------------ the diagram

    def _show_marks(self) -> None:
        """Write the numbers of the step onto the diagram, and the formula beside it."""
        self.inside.refresh()
        is_on_show = self._explanations.needs_steps
        marks = self.steps.marks() if is_on_show else None
        emphasis = self.inside.emphasis if self.inside.part else _emphasis_of(self.steps.key)
        if marks is None and not (is_on_show and emphasis):
            if self._marked:
                self._marked = False
                self.context.focus.set_annotations(None)
            return
        self._marked = True
        if marks is None or self.inside.code_takes not in ("", SAMPLE):  # one sample's numbers are not those of all
            self.context.focus.set_annotations(Annotations(emphasis=emphasis))
            return
        self._steps_seen.add(self.steps.step)
        self.context.focus.set_annotations(
            Annotations(marks.neurons, marks.connections, marks.biases, emphasis, marks.title)
        )

    def _on_inside_changed(self) -> None:
        self._show_marks()
        self._refresh()

    def _on_focus_neuron_changed(self) -> None:
        if self.context.focus.neuron is not None:
            self.functions.choose(self.context.focus.neuron)

    # ------------------------------------------------------------------ doing

    def _choose_sample(self, sample: int) -> None:
        data = self.context.document.dataset
        if 0 <= sample < data.n_samples:
            inputs, targets = (tuple(map(float, rows[sample])) for rows in (data.raw_inputs, data.targets))
            self.context.probe.set_sample(sample, inputs, targets)

    def _on_steps_apply_wanted(self) -> None:
        """Make the step, and go on with the sample whose turn comes then."""
        session, document = self.context.session, self.context.document
        turn = next_sample(session.run(), document.project)
        self._explanations.await_step()
        session.step_sample()
        n_samples = document.dataset.n_samples
        if turn is not None and document.project.training.batch_size == 1 and n_samples:
            following = next_sample(session.run(), document.project, further=1)
            self._choose_sample((turn + 1) % n_samples if following is None else following)


def _emphasis_of(key: PartKey) -> frozenset[PartKey]:
    """The part of the diagram that a row is about; inputs do not stand out."""
    return frozenset([key]) if key and key[0] >= 0 else frozenset()
