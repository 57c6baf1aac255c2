"""Asks now and then, beside the window, why the run on show does not learn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from engine.analysis.diagnosis.finding import Finding
from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.features.context import WindowContext
from gui.toolkit.background_job import Background

ASK_EVERY_MS = 2_500
"""While it trains; a run that has come to rest is looked at once."""
MOST_SAMPLES = 100_000
"""More take too long to be looked at beside a run."""

_AT_REST = ("paused", "finished", "failed")

Findings = tuple[Finding, ...]


class DiagnosisWatch(QObject):
    """`changed` tells that `findings` are others now: about the run on show, the likeliest first."""

    changed = Signal()

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs = Background("perceptra-diagnosis", self)
        self._asked: tuple[int, int, int] | None = None
        self._since_asked = QElapsedTimer()
        self.findings: Findings = ()
        self._jobs.done.connect(self._on_jobs_done)
        context.clock.add(self._on_frame)
        context.session.state_changed.connect(self._on_session_state_changed)
        context.document.changed.connect(self._on_document_changed)

    def forget(self) -> None:
        """Nothing is known: the run is another one."""
        self._jobs.cancel()
        self._asked = None
        self._tell(())

    def _on_document_changed(self, before: Project, after: Project) -> None:
        """What is kept beside the run, such as notes, does not touch it; undo may bring a run back that rests."""
        if _parts(before) != _parts(after):
            self.forget()
            self._look_at_rest()

    def _on_session_state_changed(self, state: str) -> None:
        if state == "idle":
            self.forget()
        elif state == "training":
            self._since_asked.start()
        else:
            self._look_at_rest()

    def _look_at_rest(self) -> None:
        if self._context.session.state in _AT_REST:
            self._ask()

    def _on_frame(self, _frame: Frame) -> None:
        is_due = self._context.session.state == "training" and self._since_asked.hasExpired(ASK_EVERY_MS)
        if is_due and not self._jobs.is_busy:
            self._since_asked.start()
            self._ask(self.findings)

    def _ask(self, known: Findings = ()) -> None:
        """Look at the run; `known` is true of it for as long as it stands where it stood."""
        session, document = self._context.session, self._context.document
        run, snapshot, project, data = session.run(), session.snapshot, document.project, document.dataset
        if run is None or snapshot is None or session.preparing or data.n_samples > MOST_SAMPLES:
            return
        asked = (snapshot.run_id, run.epoch, run.step)
        if asked != self._asked:
            self._asked = asked
            self._jobs.submit(lambda given_up: (snapshot.run_id, _diagnosed(project, data, run, known, given_up)))

    def _on_jobs_done(self, found: tuple[int, Findings]) -> None:
        run_id, findings = found
        snapshot = self._context.session.snapshot
        if snapshot is not None and snapshot.run_id == run_id:
            self._tell(findings)

    def _tell(self, findings: Findings) -> None:
        if findings != self.findings:
            self.findings = findings
            self.changed.emit()


def _parts(project: Project) -> tuple[object, ...]:
    """What a run depends on."""
    return project.dataset, project.training, project.start


def _diagnosed(project: Project, data: Dataset, run: Run, known: Findings, given_up: Callable[[], bool]) -> Findings:
    from engine.analysis.diagnosis.diagnose import diagnose, stands_still
    from engine.training.trainer import Trainer  # whose kernels take a second to load

    try:
        trainer = Trainer(project.start.make_network(), data, project.training)
        trainer.restore(run)
        if known and stands_still(trainer):
            return known
        return diagnose(trainer, is_cancelled=given_up)
    except EngineError:  # the run belongs to what was there before an edit
        return ()
