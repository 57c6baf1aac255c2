"""Puts runs on the list of those that stay: when they end, when they are given up, and when the user says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from engine.data.datasets.recipe import data_of
from engine.project.edits.runs import next_number, saved_run
from engine.project.project import Project
from engine.project.saved_run import SavedRun
from engine.spec.rules import RULE_TABLE
from engine.spec.training_spec import SETTINGS
from engine.training.run import Run
from engine.training.run_setup import changed_settings
from gui.document import commands
from gui.document.document import Document
from gui.session import TrainingSession
from gui.words.activation_words import activation_name
from gui.words.rule_words import rule_name
from gui.words.setting_texts import layers_text, number

FEWEST_EPOCHS = 100
"""A run that was reset or edited away earlier was a try, no run; one that ended by itself always counts."""
_STEERING = frozenset(name for name, setting in SETTINGS.items() if setting.effect == "steers")


class RunSaver(QObject):
    """Keeps each run once: one that goes on, or comes back by undo, is brought up to date. `declined` says why not."""

    declined = Signal(str)

    def __init__(
        self,
        document: Document,
        session: TrainingSession,
        parent: QObject | None = None,
        clock: Callable[[], str] = lambda: datetime.now().astimezone().isoformat(),
    ) -> None:
        super().__init__(parent)
        self._document, self._session, self._clock = document, session, clock
        self._keys: dict[int, tuple[int, str]] = {}  # of the runs of this project that were kept, by run_id
        self._steered: set[int] = set()
        self._branched: dict[int, int] = {}  # the epoch at which a run left another one, by run_id
        self._era = 0  # counts the projects that were loaded: a run of one is no run of the next
        session.finished.connect(lambda _reason: self._request(self._keep))
        session.run_left.connect(self._on_session_run_left)
        document.changed.connect(self._on_document_changed)

    def keep_present(self) -> None:
        """Keep the present run as an undoable step."""
        self._request(self._keep_as_step)

    def note_branch(self, epoch: int) -> None:
        """Note that the present run is the past of a kept one up to `epoch`."""
        self._branched[self._run_id] = epoch

    def mark_steered(self) -> None:
        """Note that the start of the present run alone does not give it again."""
        self._steered.add(self._run_id)

    def made(self, run: Run) -> SavedRun:
        """The present run, which stands at `run`, as one to keep; the same again where it is kept already."""
        kept = self._made(self._document.project, run, self._run_id)
        runs = self._document.project.runs
        return next((one for one in runs if one.is_same_work(kept)), kept)

    @property
    def is_steered(self) -> bool:
        """Whether the start of the present run alone does not give it again."""
        return self._run_id in self._steered

    @property
    def _run_id(self) -> int:
        snapshot = self._session.snapshot
        return snapshot.run_id if snapshot is not None else -1

    def _request(self, keep: Callable[[Project, Run, int], object]) -> None:
        def answer(run: Run | None) -> None:
            if run is not None and run.epoch > 0:
                keep(self._document.project, run, self._run_id)
            elif keep == self._keep_as_step:
                self.declined.emit(self.tr("There is no run to keep yet: train first."))

        self._session.request_run(answer)

    def _on_session_run_left(self, project: Project, run: Run) -> None:
        if run.epoch < FEWEST_EPOCHS and run.stop_reason is None:
            return
        if run.epoch <= self._branched.get(self._run_id, 0):  # it is a part of a run that stays
            return
        run_id, era = self._run_id, self._era

        def keep() -> None:
            if era == self._era:
                self._keep(project, run, run_id)

        QTimer.singleShot(0, self, keep)  # the edit that ended the run comes first

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self._document.is_loading:
            self._era += 1
            self._keys.clear()
            self._steered.clear()
            return
        steers = before.dataset != after.dataset or _STEERING & changed_settings(before.training, after.training)
        brings_run = after.run is not None and after.run is not before.run  # which the edit is no part of
        snapshot = self._session.snapshot
        if not steers or brings_run or snapshot is None:
            return
        if snapshot.epoch > 0 or self._session.state == "training":
            self._steered.add(snapshot.run_id)

    def _keep(self, project: Project, run: Run, run_id: int) -> None:
        kept = self._made(project, run, run_id)
        runs = self._document.project.runs
        same = next((one for one in runs if one.is_same_work(kept) or self._is_at_rest(one, kept, run_id)), None)
        if same is not None:
            self._keys[run_id] = same.key
            return
        older = next((one for one in runs if self._is_earlier(one, kept, run_id)), None)
        if older is not None:
            kept = replace(kept, number=older.number, when=older.when, name=older.name)
        self._keys[run_id] = kept.key
        self._document.keep_run(kept)

    def _keep_as_step(self, project: Project, run: Run, run_id: int) -> None:
        kept = self._made(project, run, run_id)
        same = next((one for one in project.runs if one.is_same_work(kept)), None)
        if same is not None:
            self.declined.emit(self.tr("This run is on the list already: {name}.").format(name=same.name))
        elif commands.keep_run(self._document, kept):
            self._keys[run_id] = kept.key

    def _is_at_rest(self, one: SavedRun, kept: SavedRun, run_id: int) -> bool:
        """Whether the run was kept as `one` and has not trained since, whatever has been edited."""
        return self._keys.get(run_id) == one.key and one.epoch == kept.epoch

    def _is_earlier(self, one: SavedRun, kept: SavedRun, run_id: int) -> bool:
        """Whether `one` is the same run at an earlier epoch, rather than another one like it."""
        if not one.is_same_setup(kept) or one.epoch > kept.epoch:
            return False
        was_interrupted = one.stop_reason is None and not one.was_steered
        return self._keys.get(run_id) == one.key or was_interrupted

    def _made(self, project: Project, run: Run, run_id: int) -> SavedRun:
        name = default_name(project, next_number(self._document.project))
        kept = saved_run(
            project, run, data_of(project.dataset), name=name, when=self._clock(), was_steered=run_id in self._steered
        )
        return replace(kept, number=next_number(self._document.project))


def default_name(project: Project, index: int) -> str:
    """What a run is called at first, e.g. Run 3: 2-4-1, η 0.5, sigmoid."""
    translate, training = QCoreApplication.translate, project.training
    how = f"η {number(training.learning_rate)}"
    rule = RULE_TABLE[training.rule]
    if not rule.is_plain:
        how = f"{rule_name(rule.name)}, {how}" if rule.uses("learning_rate") else rule_name(rule.name)
    return translate("RunSaver", "Run {number}: {sizes}, {how}, {activation}").format(
        number=index,
        sizes=layers_text(project.network),
        activation=activation_name(project.network.layers[0].activation),
        how=how,
    )
