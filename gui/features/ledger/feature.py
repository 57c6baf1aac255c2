"""Learning sample by sample in the window: the ledger's tab, the verdict, going back to a step, the typed start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.analysis.frame import Frame
from engine.network.fit import has_ledger
from engine.project.project import Project
from engine.spec.plural import filled
from gui.document import commands
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.ledger.verdict import sentence
from gui.features.ledger.verdict_search import COUNTED_STEPS, VerdictSearch
from gui.toolkit.background_job import Background
from gui.toolkit.containers.tabbed_card import tab_spec
from gui.toolkit.services.actions import spec
from gui.words.number_text import grouped

if TYPE_CHECKING:
    from engine.training.ledger import LedgerView
    from gui.features.ledger.ledger_panel import LedgerPanel

TAB = tab_spec(
    "ledger",
    QT_TRANSLATE_NOOP("Tabs", "Ledger"),
    QT_TRANSLATE_NOOP("Tabs", "Every step of the run, and where it leads"),
    fits=lambda project: has_ledger(project.network, project.training),
)
EXPORT = spec(
    "export_ledger",
    QT_TRANSLATE_NOOP("Actions", "E&xport the ledger …"),
    QT_TRANSLATE_NOOP("Actions", "Write every step of a run by the perceptron rule into a table"),
)
WAY_OUT_UNITS = 4
"""A hidden layer of so many sigmoid units learned XOR from every start that was tried."""


class LedgerFeature(Feature):
    """What takes longer than a moment is found out in the background; the tab is there for one-layer rules only.

    The panel is made when its tab first comes to the front.
    """

    actions = (EXPORT,)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.panel: LedgerPanel | None = None
        self._frame: Frame | None = None  # the newest of a run that has a ledger
        context.tabs.add_later(TAB, self._make_panel)
        self._action = context.actions[EXPORT.name]
        self._search = VerdictSearch(self)
        self._exports = Background("perceptra-ledger-export", self)
        self._told_cycle = False
        self._typed = 0
        self._connect()
        self._begin(context.document.project)

    def facts(self) -> dict[str, object]:
        """Whether the run goes in a circle, and how often a start was typed."""
        return {"ledger.cycle": self._search.cycle_reached(self._view) is not None, "start.typed": self._typed}

    def retranslate(self) -> None:
        self._show_verdict()

    def _connect(self) -> None:
        context = self.context
        context.document.changed.connect(self._on_document_changed)
        context.clock.add(self._show_frame)
        self._action.triggered.connect(self.ask_export)
        self._search.found.connect(self._on_search_found)
        self._exports.done.connect(self._on_exports_done)
        self._exports.failed.connect(context.messages.warn)

    def _make_panel(self) -> LedgerPanel:
        from gui.features.ledger.ledger_panel import LedgerPanel

        context = self.context
        panel = self.panel = LedgerPanel(context.document, context.themes, context.notation, context.window)
        context.tabs.shown.connect(lambda _name: panel.want_rows())
        panel.step_chosen.connect(context.session.seek)
        panel.steps_wanted.connect(context.session.set_ledger_steps)
        panel.start_typed.connect(self._on_panel_start_typed)
        panel.start_refused.connect(context.messages.notice)
        panel.hidden_layer_wanted.connect(self._add_hidden_layer)
        panel.export_wanted.connect(self.ask_export)
        panel.start.show_start(context.document.project.start.first_parameters())
        if self._frame is not None:
            panel.show_frame(self._frame)
        self._show_verdict()
        return panel

    @property
    def _view(self) -> LedgerView | None:
        """The ledger of the run, None before it is known."""
        return self._frame.ledger.view if self._frame is not None and self._frame.ledger is not None else None

    # ------------------------------------------------------------------ the project

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if replace(before, run=None) != replace(after, run=None) or self.context.document.is_loading:
            self._begin(after)

    def _begin(self, project: Project) -> None:
        """Another project, or other data, settings or start: find out what can be said before the run."""
        fits = has_ledger(project.network, project.training)
        was_there = self._action.isEnabled()
        self._action.setEnabled(fits)
        if not fits:
            self._search.forget()
            self._search.cancel()
            self._frame = None
            if self.panel is not None:
                self.panel.clear()
            return
        if self.context.document.is_loading or not was_there:
            self._told_cycle = False
        start = project.start.first_parameters()
        if self.panel is not None:
            self.panel.start.show_start(start)
            self.panel.start.retranslate()
        self._search.look_ahead(project, self.context.document.dataset, start)
        self._show_verdict()

    def _on_panel_start_typed(self, parameters: object) -> None:
        self._typed += 1
        commands.set_start(self.context.document, np.asarray(parameters))
        if self.panel is not None:
            self.panel.start.show_start(self.context.document.project.start.first_parameters())

    def _add_hidden_layer(self) -> None:
        commands.add_layer(self.context.document, 0, WAY_OUT_UNITS)

    # ------------------------------------------------------------------ the run

    def _show_frame(self, frame: Frame) -> None:
        if frame.ledger is None or frame.network != self.context.document.project.network:
            return
        self._frame = frame
        if self.panel is not None:
            self.panel.show_frame(frame)
        if self._search.begin_run(frame.snapshot.run_id):
            self._told_cycle = False
        self._search.follow(frame.ledger.view)
        self._show_verdict()

    def _on_search_found(self) -> None:
        if self._view is not None:
            self._search.follow(self._view)
        self._show_verdict()

    def _show_verdict(self) -> None:
        verdict = self._search.verdict(self.context.document.project, self._view)
        if self.panel is not None:
            self.panel.show_verdict(verdict)
        if verdict.cycle is not None and not self._told_cycle:
            self._told_cycle = True
            if self.panel is not None and self.panel.isVisible():
                return  # it is said there
            self.context.messages.notice(sentence(verdict, self.context.notation))

    # ------------------------------------------------------------------ the table

    def ask_export(self) -> None:
        """Ask where to write the ledger."""
        self.context.questions.ask_save_table(self.tr("Export the ledger"), self.export)

    def export(self, path: Path) -> None:
        """Write the ledger as it is now to `path`, in the background."""
        view, lecture = self._view, self.context.notation.is_lecture
        if view is None:
            self.context.messages.warn(self.tr("There is no ledger yet; wait a moment."))
            return
        if view.length - view.first > COUNTED_STEPS:
            self.context.messages.notice(self.tr("Writing the ledger …"))
        self._exports.submit(lambda unwanted: (path, _save(view, path, lecture, unwanted)))

    def _on_exports_done(self, result: tuple[Path, int]) -> None:
        path, steps = result
        text = filled(self.tr("{steps} steps written to {path}."), steps=grouped(steps), path=path)
        self.context.messages.notice(text)


def _save(view: LedgerView, path: Path, lecture: bool, unwanted: Callable[[], bool]) -> int:
    from engine.export.ledger_csv import save_ledger  # brings the kernels along

    return save_ledger(view, path, lecture, unwanted)
