"""Says in a quiet line why the run does not learn, offers the way out, and points out the evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine.analysis.diagnosis.finding import Evidence, Finding
from engine.analysis.diagnosis.remedy import Remedy
from gui.document import commands
from gui.features.context import WindowContext
from gui.features.diagnosis.diagnosis_watch import DiagnosisWatch
from gui.features.diagnosis.texts import finding_sentence
from gui.features.feature import Feature
from gui.toolkit.annotations import Annotations
from gui.toolkit.containers.pages import WORKBENCH
from gui.toolkit.marked_parts import NO_SAMPLES
from gui.toolkit.services.actions import spec
from gui.toolkit.services.messages import Offers, Remark
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from gui.features.diagnosis.diagnosis_dialog import DiagnosisDialog

_ROOMY = 1100
_SAMPLES = "samples"  # the table's tab
_AXES = 2  # of the region plot


class DiagnosisFeature(Feature):
    """The line stays while its cause does. Dismissed, it comes back only with another cause."""

    actions = (
        spec(
            "diagnosis",
            QT_TRANSLATE_NOOP("Actions", "&Why does it not learn?"),
            QT_TRANSLATE_NOOP("Actions", "Show what was measured of a run that does not get on, and what helps"),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._watch = DiagnosisWatch(context, self)
        self._dialog: DiagnosisDialog | None = None
        self._told: tuple[str, ...] = ()
        self._dismissed: tuple[str, ...] = ()
        self._annotations: Annotations | None = None
        self._follows = False  # the dialog tells other causes, because the run has gone on
        self._watch.changed.connect(self._on_watch_changed)
        context.messages.remark_dismissed.connect(self._on_remark_dismissed)
        context.hidden_answer.changed.connect(self._say)
        context.themes.changed.connect(lambda _theme: self._say())
        context.pages.shown.connect(lambda _name: self._say())
        context.actions["diagnosis"].triggered.connect(lambda _checked=False: self.open())
        context.actions["diagnosis"].setEnabled(False)

    def facts(self) -> dict[str, object]:
        """The likeliest cause that was found of the run, "" for none, and whether its evidence is on show."""
        kinds = [finding.kind for finding in self._watch.findings]
        return {"diagnosis.kind": kinds[0] if kinds else "", "diagnosis.open": self._dialog is not None}

    def retranslate(self) -> None:
        self._say()

    def close(self) -> None:
        self._watch.forget()

    def open(self) -> None:
        """Show the evidence, and point it out in the other views."""
        if not self._watch.findings:
            return
        if self._dialog is None:
            from gui.features.diagnosis.diagnosis_dialog import DiagnosisDialog

            self._dialog = DiagnosisDialog(self._watch.findings, self.context.themes, self.context.window)
            self._dialog.taken.connect(self._take)
            self._dialog.pointed_out.connect(self._point_out)
            self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.point_out_first()

    # ------------------------------------------------------------------ saying

    def _on_watch_changed(self) -> None:
        self.context.actions["diagnosis"].setEnabled(bool(self._watch.findings))
        kinds = tuple(finding.kind for finding in self._watch.findings)
        if not kinds:
            self._dismissed = ()
            if self._dialog is not None:
                self._dialog.close()
        if kinds != self._told:  # other digits of the same causes are no news
            self._told = kinds
            self._say()
            if self._dialog is not None and kinds:
                self._follows = True
                self._dialog.show_findings(self._watch.findings)
                self._follows = False

    def _say(self) -> None:
        findings, is_hidden = self._watch.findings, self.context.hidden_answer.is_on
        is_wanted = self.context.pages.shows_run and not is_hidden  # elsewhere it would be taken for what stands there
        is_said = findings and is_wanted and self._told != self._dismissed
        self.context.messages.remark(self._remark(findings[0]) if is_said else None)
        if is_said and self.context.session.can_recover:  # a warning says already that it diverged
            self.context.messages.offer_more(self._offers(findings[0], most=1))

    def _remark(self, finding: Finding) -> Remark:
        return Remark(
            finding_sentence(finding),
            error_text(finding.why),
            self._offers(finding, most=2 if self._has_room else 1),
            self.tr("The program has found out why this run does not learn. Find it yourself first."),
            self.tr("Tell me"),
        )

    @property
    def _has_room(self) -> bool:
        """Whether the line has room for two remedies beside its sentence; the dialog has all."""
        return self.context.themes.theme.scale == 1 and self.context.window.width() >= _ROOMY

    def _offers(self, finding: Finding, most: int) -> Offers:
        """The likeliest remedies, and the evidence."""
        remedies = [(error_text(each.label), partial(self._take, each)) for each in finding.remedies[:most]]
        return (*remedies, (self.tr("Why?"), self.open))

    def _on_remark_dismissed(self) -> None:
        self._dismissed = self._told

    # ------------------------------------------------------------------ the ways out

    def _take(self, remedy: Remedy) -> None:
        """Do it, as one step of Undo; a run that was under way goes on, or begins anew, with it."""
        context = self.context
        was_training = context.session.state == "training"
        if not commands.take_remedy(context.document, remedy):
            context.session.reset()
        if was_training:
            context.session.train()

    # ------------------------------------------------------------------ the evidence

    def _on_dialog_finished(self) -> None:
        self._dialog = None
        self._point_out(None)

    def _point_out(self, finding: Finding | None) -> None:
        context = self.context
        evidence = None if finding is None else finding.evidence
        context.marked_epochs.mark(None if evidence is None else evidence.epochs)
        samples = NO_SAMPLES if evidence is None else np.array(evidence.samples, dtype=np.intp)
        context.marked_samples.mark(samples)
        self._annotate(evidence)
        if evidence is not None and not self._follows:
            self._lead_to(evidence)

    def _lead_to(self, evidence: Evidence) -> None:
        """Show the page where units, samples and curve stand, as a person asked for it.

        Samples of more inputs than the region plot has axes are marked in their table alone, which comes to the front.
        """
        context = self.context
        if context.pages.current != WORKBENCH:
            context.pages.show_page(WORKBENCH)
        if evidence.samples and context.document.dataset.n_raw_inputs > _AXES and context.tabs.current != _SAMPLES:
            context.tabs.show_table(_SAMPLES)

    def _annotate(self, evidence: Evidence | None) -> None:
        focus = self.context.focus
        if focus.annotations is self._annotations:
            self._annotations = Annotations(emphasis=frozenset(evidence.units)) if evidence and evidence.units else None
            focus.set_annotations(self._annotations)
