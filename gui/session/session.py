"""The training session: the window's way to order training and to get its results. It lives in the GUI thread.

Nothing here waits or computes. Orders go into a mailbox; the trainer thread obeys them between two short chunks and
sends rare reports back. The window asks for moments and frames itself. Two numbers hide the delay of the threads:
`run_id` tells which run a result belongs to, and the number of an order tells whether a report knows of it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.project.edit_effect import EditEffect
from engine.project.project import Project
from engine.training.run import Run
from engine.training.run_setup import HandEdit, LiveEdit, TrainingStep
from engine.training.snapshot import Snapshot
from gui.document.document import BY_HAND, Change, Document
from gui.session.frame_requests import FrameRequests
from gui.session.hand_edits import moment_after, taken_over
from gui.session.kernel_preparation import KernelPreparation, started_preparation
from gui.session.mailbox import FrameMailbox, TrainerMailbox
from gui.session.messages import Report
from gui.session.run_data import RunData
from gui.session.run_end import failure_text, resting_state
from gui.session.run_start import prepared
from gui.session.shown_run import ShownRun
from gui.session.standing import Standing
from gui.session.threads import SessionThreads, once_painted
from gui.words.error_text import error_text
from gui.words.session_messages import crash_message, frame_failure_message, reset_message, return_message

DEFAULT_EPOCHS_PER_SECOND = 500.0
_SLOWEST = 1e-3


class TrainingSession(QObject, FrameRequests):
    """Trains the document's project in a thread of its own. All methods return at once.

    state: "idle" (at the start), "training", "paused", "finished" or "failed". `paused` also tells that ordered
    steps are done. After "max_epochs", `train` goes on for as many epochs again; after a goal was reached it goes on
    until paused or until another rule stops it; a diverged run first goes back to its last finite state.
    Steps pause a running training first; each call is one step, however fast they come.
    """

    started = Signal()
    paused = Signal()
    finished = Signal(str)  # "target_error", "all_right" or "max_epochs"
    failed = Signal(str)  # a sentence: what went wrong and what to do
    state_changed = Signal(str)
    was_reset = Signal(str)  # a sentence: why an edit ended the run
    marked = Signal(str)  # "data", "weights": what the run goes on with from here; "": with what it had, after all
    prepared = Signal()
    came_back = Signal(int)  # the past epoch that was on show until training went on, at the present
    run_left = Signal(object, object)  # the project as it was and its Run, up to 0.1 s old, that a reset or edit ends
    _reported = Signal(object)
    _frame_failed = Signal(str)

    def __init__(
        self, document: Document, parent: QObject | None = None, begun: KernelPreparation | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._state, self._closed = "idle", False
        self._data = RunData()
        self._standing = Standing()
        self._orders = TrainerMailbox(DEFAULT_EPOCHS_PER_SECOND)
        self._frames = FrameMailbox()
        self._shown = ShownRun(self._frames)
        self._threads = SessionThreads(self._orders, self._frames, self._reported.emit, self._frame_failed.emit)
        self._preparation = begun or started_preparation(self)
        self._connect()
        self._restart(document.project.run)
        once_painted(self, self._begin)

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._reported.connect(self._on_worker_reported, queued)
        self._frame_failed.connect(self._on_frame_failed, queued)
        self._preparation.finished.connect(self._on_preparation_finished)
        self._document.changed.connect(self._on_document_changed)
        self._document.saving.connect(self._on_document_saving)
        self.destroyed.connect(self._threads.stop)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    # What the window asks

    def train(self) -> None:
        """Train until paused or stopped by a rule."""
        if self._closed or self._standing.training_ordered:
            return
        self._come_back()
        self._standing.training_ordered = True
        self._data.train()
        self._document.mark_run_changed()
        self._order(self._orders.train())
        self._set_state("training")

    def pause(self) -> None:
        """Stop training, and steps not yet made, at the next chunk's end."""
        if self._closed:
            return
        self._standing.training_ordered = False
        self._order(self._orders.pause())
        if not self._threads.is_working and self._state == "training":
            self._set_state("paused" if self._standing.has_moved else "idle")
            self.paused.emit()

    def step_epoch(self) -> None:
        """Make one pass, or the rest of one that steps began."""
        self._step("epoch")

    def step_sample(self) -> None:
        """Make one update: one sample or batch."""
        self._step("sample")

    def reset(self) -> None:
        """Go back to the start of the present project."""
        if self._closed:
            return
        if self._has_run:
            self._document.mark_run_changed()
            self._tell_left(self._document.project)
        self._restart(None)

    def go_back(self) -> None:
        """After a divergence, return to the last finite state, paused."""
        if self.can_recover:
            self._come_back()
            self._order(self._orders.go_back())

    def seek(self, step: int) -> None:
        """Pause where the run stood after `step` updates; training goes on from there with the same bits.

        Only rules of one layer know their steps, see `engine.training.ledger`; with others this is a pause.
        """
        if self._closed:
            return
        self._come_back()
        self._standing.training_ordered = False
        self._document.mark_run_changed()
        self._order(self._orders.seek(step))

    def show_epoch(self, epoch: int | None) -> None:
        """Let frames show the past moment after pass `epoch`, whatever training does meanwhile; None: the present.

        Training on, and every edit that concerns the run, leads back to the present.
        """
        self._shown.show(epoch)

    def set_speed(self, epochs_per_second: float | None) -> None:
        """Train at most so fast, from now on; None for as fast as possible."""
        self._orders.set_speed(None if epochs_per_second is None else max(epochs_per_second, _SLOWEST))

    def pause_at(self, epoch: int | None) -> None:
        """Pause training once when `epoch` passes are finished, from now on; None for nowhere."""
        self._orders.pause_at(epoch)

    def keep_moments_within(self, most_bytes: int) -> None:
        """Let what is recorded of the run take so many bytes, from now on."""
        self._orders.keep_moments_within(most_bytes)

    def request_run(self, callback: Callable[[Run | None], object]) -> None:
        """Call `callback` with the run as it stands now (None at the start): at once at rest, else from the event loop.

        The run belongs to `document.project` as it is when the callback is called.
        """
        if not self._threads.is_working or self.is_settled:
            callback(self._standing.run)
        else:
            self._order(self._orders.ask_for_run())
            self._standing.ask(callback)

    def close(self) -> None:
        """End the threads and wait for them: some 20 ms, longer only while kernels are being loaded."""
        if self._closed:
            return
        self._closed = True
        if self._state == "training":
            self._set_state("paused")
        self._document.changed.disconnect(self._on_document_changed)
        self._document.saving.disconnect(self._on_document_saving)
        self._preparation.close()
        self._threads.stop()
        self._standing.answer_all()

    # What the window sees

    @property
    def state(self) -> str:
        """See the class; "training" from the call of `train` until training has really stopped."""
        return self._state

    @property
    def is_settled(self) -> bool:
        """Whether all that was ordered is done and known to the window; false while it trains, true once closed."""
        return self._closed or self._standing.is_settled

    @property
    def preparing(self) -> bool:
        """Whether the kernels are being compiled; training starts when that is done."""
        return self._preparation.is_running

    @property
    def can_recover(self) -> bool:
        """Whether the run diverged and `go_back` can take it to its last finite state."""
        return self._state == "failed" and self._standing.has_diverged

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest moment of the run, at first its start.

        None for a start that cannot be computed (see `start_snapshot`): not yet, or not with these data.
        """
        return self._shown.newest

    @property
    def shown_epoch(self) -> int | None:
        """The past moment that frames shall show; None for the present."""
        return self._shown.epoch

    def take_frame(self) -> Frame | None:
        """The newest frame of this run that was not taken yet."""
        return self._shown.take_frame()

    def run(self) -> Run | None:
        """The run for saving: exact at rest, up to 0.1 s old in training (see `request_run`); None at the start."""
        return self._standing.run

    # Orders

    @property
    def _has_run(self) -> bool:
        return self._standing.has_begun or self._state == "training"

    def _order(self, number: int) -> None:
        self._standing.last_order = number

    def _step(self, kind: TrainingStep) -> None:
        if self._closed:
            return
        self._come_back()
        first_pause = self._standing.order_step()
        self._data.train()
        self._document.mark_run_changed()
        self._order(self._orders.step(kind, first_pause))

    def _come_back(self) -> None:
        """Show the present again, because training goes on from there."""
        epoch = self.shown_epoch
        if epoch is not None:
            self.show_epoch(None)
            self.came_back.emit(epoch)

    def _restart(self, run: Run | None) -> None:
        """Order a new run of the present project: from its start, or from where `run` stood."""
        self._shown.show(None)
        start, data, moment = prepared(self._shown.run_id + 1, self._document, run)
        self._shown.begin(start.run_id, moment)
        self._standing.begin(run)
        self._data.begin(data)
        self._order(self._orders.start(start))
        if start.fault is None:
            self._set_state(resting_state(run))
        else:
            self._fail(error_text(start.fault))

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _fail(self, sentence: str) -> None:
        self._set_state("failed")
        self.failed.emit(sentence)

    def _begin(self) -> None:
        """Let the threads start, unless the kernels are still being compiled."""
        if not (self._closed or self.preparing):
            self._threads.start()

    # The document

    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self._document.is_loading:
            self._restart(after.run)
            return
        effect = self._data.effect_of(self._document, before, after)
        brings_run = after.run is not None and after.run is not before.run  # undo and redo do
        change = self._document.change
        if effect is EditEffect.LIVE and self._has_run and not brings_run:
            self._go_on_with(self._document.dataset, after)
        elif effect is EditEffect.START and change in BY_HAND and self._standing.run is not None and not brings_run:
            self._take_over(before, self._standing.run, after, change)
        elif effect is not EditEffect.NONE or brings_run or change is Change.ANEW:
            self._end_run(before, effect, after.run if effect.resets or brings_run else None)

    def _go_on_with(self, data: Dataset, project: Project) -> None:
        """Let the run go on with other data or settings."""
        self.show_epoch(None)
        are_others = self._data.change(data, self._state == "training")
        self._order(self._orders.edit(LiveEdit(data, project.training)))
        if are_others is not None:
            self.marked.emit("data" if are_others else "")

    def _take_over(self, before: Project, run: Run, project: Project, change: Change) -> None:
        """Let the run go on with what was set by hand; the document keeps it as it was, for undo.

        What is set at a past moment is set there: the run goes on from that moment.
        """
        shown, setup = self._shown, project.run_setup(self._document.dataset)
        edit = HandEdit(project.start, sets_weights=change is Change.WEIGHTS)
        past = shown.past_run if edit.sets_weights and shown.epoch is not None else None
        shown.show(None)
        self._document.keep_ended_run(run)
        if past is not None:
            self._tell_left(before)
            self._restart(taken_over(past, setup, edit))
            self.marked.emit("weights")
            return
        run_id = shown.run_id + 1
        edited = taken_over(run, setup, edit)
        self._standing.set_by_hand(edited, edit.sets_weights)
        shown.begin(run_id, moment_after(run_id, edited, setup, edit, shown.newest))
        self._order(self._orders.set_by_hand(run_id, edit))
        if edit.sets_weights:
            self._set_state("paused")
            self.marked.emit("weights")

    def _tell_left(self, project: Project) -> None:
        if self._standing.run is not None:
            self.run_left.emit(project, self._standing.run)

    def _end_run(self, before: Project, effect: EditEffect, other: Run | None) -> None:
        """Let the document keep the run, and go to the start or to where the `other` run stood."""
        had_run = self._has_run
        if had_run:
            self._tell_left(before)
        self._document.keep_ended_run(self._standing.run if had_run else None)
        self._restart(other)
        if other is not None:
            self.was_reset.emit(return_message(other.epoch))
        elif had_run and effect.resets:
            self.was_reset.emit(reset_message(effect))

    def _on_document_saving(self) -> None:
        """A run that goes on is another one than what is being saved."""
        if not self.is_settled:
            self._document.mark_run_changed()

    # The threads

    def _on_preparation_finished(self) -> None:
        self._begin()
        self.prepared.emit()

    def _on_worker_reported(self, report: Report) -> None:
        if self._closed or report.run_id != self._shown.run_id:
            return
        if report.kind == "started":
            if self._state == "training":
                self.started.emit()
        elif report.kind == "crashed":
            self._standing.settle(report)
            self._fail(crash_message(error_text(report.problem)))
        elif report.kind == "run":
            self._standing.note_run(report)
        elif report.order >= self._standing.last_order:
            had_diverged = self._standing.has_diverged
            self._standing.settle(report)
            self._tell_rest(report, has_recovered=had_diverged and not self._standing.has_diverged)

    def _tell_rest(self, report: Report, has_recovered: bool) -> None:
        """Send one signal that says how the run came to rest, unless the window knows it."""
        before = self._state
        is_news = report.has_worked or has_recovered or before == "training"
        if report.problem or self._standing.has_diverged:
            if is_news or before != "failed":
                self._fail(failure_text(report, self._document.project, self._data.now, self.snapshot))
        elif report.stop_reason is not None:
            self._set_state("finished")
            if is_news or before != "finished":
                self.finished.emit(report.stop_reason)
        else:
            was_begun = report.has_moved or has_recovered or before in ("training", "paused")
            self._set_state("paused" if was_begun else "idle")
            if is_news:
                self.paused.emit()

    def _on_frame_failed(self, what: str) -> None:
        if not self._closed:
            self.failed.emit(frame_failure_message(what))
