"""Learning sample by sample in the window: the ledger's tab, the verdict, going back to a step, the typed start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.analysis.frame import Frame
from engine.analysis.separability import Separability, unit_separability
from engine.data.dataset import Dataset
from engine.network.fit import has_ledger
from engine.project.project import Project
from engine.spec.rules import RULE_TABLE
from engine.training.convergence import Cycle, correction_bound, count_corrections, find_cycle
from gui.document import commands
from gui.features.ledger import LedgerPanel
from gui.features.ledger.verdict import Verdict, sentence
from gui.toolkit.background_job import Background
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.window.wiring.wiring import Wiring

if TYPE_CHECKING:
    from engine.training.ledger import LedgerView
    from gui.main_window import MainWindow

TAB = tab_spec(
    "ledger",
    QT_TRANSLATE_NOOP("Tabs", "Ledger"),
    QT_TRANSLATE_NOOP("Tabs", "Every step of the run, and where it leads"),
    fits=lambda project: has_ledger(project.network, project.training),
)
PAUSE_MS = 60
WAY_OUT_UNITS = 4
"""A hidden layer of so many sigmoid units learned XOR from every start that was tried."""
CYCLE_STEPS, COUNTED_STEPS = 80_000, 20_000
"""How far a cycle is looked for, and corrections are counted: a second or so."""


@dataclass(frozen=True)
class _Outlook:
    """What can be said before the run: per unit whether a line exists, and after how many corrections it is found."""

    units: tuple[Separability, ...]
    bounds: tuple[float | None, ...]


@dataclass(frozen=True)
class _Course:
    """What the run itself shows: corrections until step `current`, and where it will have come round."""

    key: tuple[int, int]
    current: int
    counts: tuple[int, ...]
    cycle: Cycle | None


class PerceptronLearningWiring(Wiring):
    """What takes longer than a moment is found out in the background; the tab is there for one-layer rules only."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel = LedgerPanel(window.document, window.appearance.themes, window.appearance.notation, window)
        window.tables.add(TAB, self.panel)
        self._outlooks = Background("perceptra-verdict", self)
        self._courses = Background("perceptra-course", self)
        self._exports = Background("perceptra-ledger-export", self)
        self._outlook: _Outlook | None = None
        self._course: _Course | None = None
        self._asked: tuple[tuple[int, int], int] | None = None
        self._run_id = -1
        self._told_cycle = False
        self._typed = False
        self._connect()
        self._begin(window.document.project)

    def facts(self) -> dict[str, object]:
        return {"ledger.cycle": self._cycle_reached() is not None, "start.typed": self._typed}

    def retranslate(self) -> None:
        self._show_verdict()

    def _connect(self) -> None:
        window, panel = self.window, self.panel
        window.document.changed.connect(self._on_document_changed)
        window.clock.add(self._show_frame, pause_ms=PAUSE_MS)
        window.tables.shown.connect(lambda _name: panel.want_rows())
        window.actions_by_name["export_ledger"].triggered.connect(self.ask_export)
        panel.step_chosen.connect(window.session.seek)
        panel.steps_wanted.connect(window.session.set_ledger_steps)
        panel.start_typed.connect(self._on_panel_start_typed)
        panel.start_refused.connect(window.message_bar.notice)
        panel.hidden_layer_wanted.connect(self._add_hidden_layer)
        panel.export_wanted.connect(self.ask_export)
        self._outlooks.done.connect(self._on_outlooks_done)
        self._courses.done.connect(self._on_courses_done)
        self._exports.done.connect(self._on_exports_done)
        self._exports.failed.connect(window.message_bar.warn)

    # ------------------------------------------------------------------ the project

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self.window.document.is_loading:
            self._typed = False
        if replace(before, run=None) != replace(after, run=None) or self.window.document.is_loading:
            self._begin(after)

    def _begin(self, project: Project) -> None:
        """Another project, or other data, settings or start: find out what can be said before the run."""
        fits = has_ledger(project.network, project.training)
        was_there = self.window.actions_by_name["export_ledger"].isEnabled()
        self.window.actions_by_name["export_ledger"].setEnabled(fits)
        self._outlook, self._asked = None, None
        if not fits:
            self._outlooks.cancel()
            self._courses.cancel()
            self.panel.clear()
            return
        if self.window.document.is_loading or not was_there:
            self._told_cycle = False
        start, data = project.start.first_parameters(), self.window.document.dataset
        self.panel.start.show_start(start)
        self.panel.start.retranslate()
        self._outlooks.submit(lambda _unwanted: _look_ahead(project, data, start))
        self._show_verdict()

    def _on_panel_start_typed(self, parameters: object) -> None:
        self._typed = True
        commands.set_start(self.window.document, np.asarray(parameters))
        self.panel.start.show_start(self.window.document.project.start.first_parameters())

    def _add_hidden_layer(self) -> None:
        commands.add_layer(self.window.document, 0, WAY_OUT_UNITS)

    # ------------------------------------------------------------------ the run

    def _show_frame(self, frame: Frame) -> None:
        self.panel.show_frame(frame)
        if frame.ledger is None or self.panel.view is None:
            return
        if frame.snapshot.run_id != self._run_id:
            self._run_id, self._course, self._told_cycle = frame.snapshot.run_id, None, False
        self._look_at_course(frame.ledger.view)
        self._show_verdict()

    def _look_at_course(self, view: LedgerView) -> None:
        """Let the corrections be counted, or a cycle be found, one job at a time."""
        outlook, key = self._outlook, (self._run_id, view.edition)
        if outlook is None or not outlook.units or self._courses.is_busy or view.length == view.first:
            return
        hopeless = not all(unit.separable for unit in outlook.units)
        asked = (key, 0 if hopeless else view.current)
        if asked != self._asked:
            self._asked = asked
            self._courses.submit(lambda _unwanted: _follow(view, key, hopeless))

    def _on_outlooks_done(self, outlook: _Outlook) -> None:
        self._outlook = outlook
        if self.panel.view is not None:
            self._look_at_course(self.panel.view)
        self._show_verdict()

    def _on_courses_done(self, course: _Course) -> None:
        self._course = course
        if self.panel.view is not None:
            self._look_at_course(self.panel.view)
        self._show_verdict()

    def _cycle_reached(self) -> Cycle | None:
        """The cycle, once the run has gone round it."""
        view, course = self.panel.view, self._course
        if view is None or course is None or course.cycle is None or course.key != (self._run_id, view.edition):
            return None
        return course.cycle if view.current >= course.cycle.again else None

    def _verdict(self) -> Verdict:
        project, view, course = self.window.document.project, self.panel.view, self._course
        is_known = course is not None and view is not None and course.key == (self._run_id, view.edition)
        counts = course.counts if is_known and course is not None and view is not None else ()
        if view is not None and len(view.stretches) > 1:
            counts = ()  # made under several settings, to which no one bound belongs
        return Verdict(
            units=None if self._outlook is None else self._outlook.units,
            bounds=() if self._outlook is None else self._outlook.bounds,
            counts=counts,
            cycle=self._cycle_reached(),
            current=view.current if view is not None else 0,
            is_perceptron=RULE_TABLE[project.training.rule].threshold_units,
            is_masked=bool(_any(project.locked) or _any(project.cut)),
            n_inputs=project.network.n_inputs,
        )

    def _show_verdict(self) -> None:
        verdict = self._verdict()
        self.panel.show_verdict(verdict)
        if verdict.cycle is not None and not self._told_cycle:
            self._told_cycle = True
            if self.panel.isVisible():
                return  # it is said there
            self.window.message_bar.notice(sentence(verdict, self.window.appearance.notation))

    # ------------------------------------------------------------------ the table

    def ask_export(self) -> None:
        """Ask where to write the ledger."""
        self.window.questions.ask_save_table(self.tr("Export the ledger"), self.export)

    def export(self, path: Path) -> None:
        """Write the ledger as it is now to `path`, in the background."""
        view, lecture = self.panel.view, self.window.appearance.notation.is_lecture
        if view is None:
            self.window.message_bar.warn(self.tr("There is no ledger yet; wait a moment."))
            return
        if view.length - view.first > COUNTED_STEPS:
            self.window.message_bar.notice(self.tr("Writing the ledger …"))
        self._exports.submit(lambda unwanted: (path, _save(view, path, lecture, unwanted)))

    def _on_exports_done(self, result: tuple[Path, int]) -> None:
        path, steps = result
        text = self.tr("{steps} steps written to {path}.").format(steps=f"{steps:,}", path=path)
        self.window.message_bar.notice(text)


def _look_ahead(project: Project, data: Dataset, start: np.ndarray) -> _Outlook:
    units = tuple(unit_separability(data))
    if not RULE_TABLE[project.training.rule].threshold_units or _any(project.locked) or _any(project.cut):
        return _Outlook(units, (None,) * len(units))
    low, high = data.target_codes
    step, n_outputs = project.training.learning_rate * (high - low), data.n_outputs
    bounds = tuple(
        correction_bound(data.inputs, data.targets[:, place] > data.middle, start[place::n_outputs], step)
        if unit.separable
        else None
        for place, unit in enumerate(units)
    )
    return _Outlook(units, bounds)


def _follow(view: LedgerView, key: tuple[int, int], hopeless: bool) -> _Course:
    if hopeless:
        return _Course(key, view.current, (), find_cycle(view, CYCLE_STEPS))
    counts = count_corrections(view, COUNTED_STEPS)
    return _Course(key, view.current, () if counts is None else tuple(int(count) for count in counts), None)


def _save(view: LedgerView, path: Path, lecture: bool, unwanted: Callable[[], bool]) -> int:
    from engine.export.ledger_csv import save_ledger  # brings the kernels along

    return save_ledger(view, path, lecture, unwanted)


def _any(mask: object) -> bool:
    return mask is not None and bool(np.any(np.asarray(mask)))
