"""The trainer thread: it obeys orders, trains in short chunks and puts the newest moment into the mailbox."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from engine.spec.errors import EngineError
from engine.training.history import EMPTY_CURVE
from engine.training.moments import DEFAULT_BYTES
from engine.training.run import Run
from engine.training.run_setup import HandEdit, LiveEdit, RunSetup, TrainingStep, start_fault
from engine.training.start_snapshot import start_snapshot
from gui.session.mailbox import FrameMailbox, TrainerMailbox
from gui.session.messages import Orders, Published, Report, ReportKind, Start
from gui.session.pacing import ChunkSize, Pacer, PublishPace
from gui.words.error_text import fault_name

if TYPE_CHECKING:
    from engine.training.live_run import LiveRun

_log = logging.getLogger(__name__)

_KEEP_RUN_EVERY_S = 0.1  # what undo brings back after an edit in training is at most so old
_KEEPING_SHARE = 0.05  # of the time, for runs that are large


class TrainerThread(Thread):
    """Owns the run. It calls `report` from this thread with rare events; `report` must return at once."""

    def __init__(self, orders: TrainerMailbox, frames: FrameMailbox, report: Callable[[Report], None]) -> None:
        super().__init__(name="perceptra-trainer", daemon=True)
        self._mailbox = orders
        self._frames = frames
        self._report = report
        self._order = 0
        self._speed: float | None = None
        self._pause_at: int | None = None
        self._moment_bytes = DEFAULT_BYTES
        self._start: Start | None = None
        self._live: LiveRun | None = None
        self._fault: EngineError | None = None  # why the run cannot be made or changed as ordered
        self._problem: EngineError | str = ""  # what the window was told about it
        self._training = False
        self._steps: deque[TrainingStep] = deque()
        self._goal: int | None = None
        self._chunk = ChunkSize()
        self._pacer = Pacer(time.monotonic())
        self._pace = PublishPace()
        self._next_kept_run = 0.0

    def run(self) -> None:
        """Work until asked to end."""
        while True:
            orders = self._mailbox.take(self._patience())
            if orders.closing:
                return
            try:
                self._turn(orders)
            except Exception as error:
                _log.exception("The training thread failed.")
                self._crash(error)

    def _turn(self, orders: Orders) -> None:
        try:
            self._obey(orders)
            self._work()
        except EngineError as error:
            self._hold()
            self._problem = error
            self._rest(has_worked=True)

    def _crash(self, error: Exception) -> None:
        """Drop the run and report it; the next order to train begins it anew."""
        self._hold()
        self._live = None
        self._problem = fault_name(error)
        self._report(self._describe("crashed", has_worked=True))

    @property
    def _busy(self) -> bool:
        return self._training or self._goal is not None or bool(self._steps)

    def _patience(self) -> float | None:
        if self._goal is not None or self._steps:
            return 0.0
        if self._training:
            return self._pacer.patience(self._updates_per_second())
        return None

    def _updates_per_second(self) -> float | None:
        if self._speed is None or self._live is None:
            return None
        return max(self._speed * self._live.updates_per_epoch, 1e-6)

    # Orders

    def _obey(self, orders: Orders) -> None:
        news = orders.number != self._order
        self._order, self._speed, self._pause_at = orders.number, orders.epochs_per_second, orders.pause_at
        if orders.moment_bytes != self._moment_bytes:
            self._keep_within(orders.moment_bytes)
        if not news:
            return
        was_busy = self._busy
        if orders.hold:
            self._hold()
        if orders.start is not None:
            self._begin(orders.start)
        self._change(orders)
        if self._fault and (self._busy or orders.train or orders.steps):
            raise self._fault
        self._go_on(orders, was_busy)
        if not self._busy:
            self._rest(has_worked=(was_busy or orders.seek is not None) and orders.start is None)
        elif orders.run_wanted:
            self._report(self._describe("run", run=self._run_state()))

    def _keep_within(self, most_bytes: int) -> None:
        """Keep less of the run from now on, or more."""
        self._moment_bytes = most_bytes
        if self._live is not None:
            self._live.keep_moments_within(most_bytes)
            if not self._busy:
                self._rest(has_worked=False)

    def _hold(self) -> None:
        self._training, self._goal = False, None
        self._steps.clear()

    def _begin(self, start: Start) -> None:
        """Make the run of `start`; where no rule can train it, keep the error until training is ordered."""
        self._start, self._live, self._fault, self._problem = start, None, start.fault, start.fault or ""
        self._chunk = ChunkSize()
        if start.fault is not None or start.setup is None:
            return
        try:
            self._live = _make_run(start.setup, start.run, self._moment_bytes)
            self._publish(self._live, at_rest=False)
        except EngineError as error:
            self._fault = error
            self._show_untrained(start.run_id, start.setup)
        except Exception as error:
            _log.exception("The start of a run cannot be computed.")
            self._live, self._fault = None, start_fault(error)
            self._problem = self._fault

    def _show_untrained(self, run_id: int, setup: RunSetup) -> None:
        """Publish the start of a network that no rule can train, so that the views show it."""
        moment = start_snapshot(run_id, setup)
        if moment is not None:
            self._frames.publish(Published(run_id, setup, moment, EMPTY_CURVE, at_rest=True))

    def _change(self, orders: Orders) -> None:
        if orders.edit is not None and self._start is not None:
            self._edit(self._start, orders.edit)
        if orders.go_back and self._live is not None:
            self._problem = ""
            self._live.go_back()
        if orders.seek is not None and self._live is not None:
            self._problem = ""
            self._live.seek(orders.seek)
        if orders.by_hand is not None and self._start is not None:
            self._set_by_hand(self._start, *orders.by_hand)

    def _edit(self, start: Start, edit: LiveEdit) -> None:
        if start.setup is None:
            return
        setup = replace(start.setup, dataset=edit.dataset, training=edit.training)
        self._start = start = replace(start, setup=setup)
        if self._live is None:
            self._begin(start)
            return
        self._fault, self._problem = None, ""
        self._pace.hurry()
        try:
            self._live.change(edit)
        except EngineError as error:
            self._fault = error

    def _set_by_hand(self, start: Start, run_id: int, edit: HandEdit) -> None:
        setup = None if start.setup is None else replace(start.setup, start=edit.start)
        self._start = replace(start, run_id=run_id, setup=setup)
        self._pace.hurry()
        if self._live is None:
            self._begin(self._start)
        else:
            self._problem = ""
            self._live.set_by_hand(edit)

    def _go_on(self, orders: Orders, was_busy: bool) -> None:
        """Begin training or steps where they are ordered."""
        if self._start is None or not (orders.train or orders.steps):
            return
        self._problem = ""
        if self._live is None:
            assert self._start.setup is not None  # or there is a fault, and nothing goes on
            self._live = _make_run(self._start.setup, self._start.run, self._moment_bytes)
        if orders.train:
            self._hold()
            self._training = True
        self._steps.extend(orders.steps)
        if orders.hold or not was_busy:
            self._live.pass_stop_rules()
            self._pacer = Pacer(time.monotonic())
        if orders.train:
            self._report(self._describe("started"))

    # Work

    def _work(self) -> None:
        if self._live is None:
            return
        if self._goal is None and self._steps:
            self._goal = self._live.updates_of(self._steps.popleft())
        if self._goal is not None:
            self._work_on_step(self._live, self._goal)
        elif self._training:
            self._train(self._live)

    def _work_on_step(self, live: LiveRun, goal: int) -> None:
        done = self._advance(live, min(goal, self._chunk.updates))
        self._goal = goal - done if done < goal and live.stop_reason is None else None
        if self._busy and live.stop_reason != "diverged":
            if self._goal is None:
                live.pass_stop_rules()
            self._show(live)
        else:
            self._hold()
            self._rest(has_worked=True)

    def _train(self, live: LiveRun) -> None:
        due = self._pacer.due(time.monotonic(), self._updates_per_second())
        if due == 0:
            return
        most = self._chunk.updates if due is None else min(due, self._chunk.updates)
        to_pause = live.updates_until(self._pause_at) if self._pause_at is not None else 0
        most = min(most, to_pause) if to_pause > 0 else most
        done = self._advance(live, live.ending_with_pass(most))
        self._pacer.note(done)
        if live.stop_reason is not None or (to_pause > 0 and done >= to_pause):
            self._hold()
            self._rest(has_worked=True)
        else:
            self._show(live)

    def _advance(self, live: LiveRun, updates: int) -> int:
        began = time.perf_counter()
        done = live.advance(updates)
        self._chunk.note(done, time.perf_counter() - began)
        return done

    # Results

    def _show(self, live: LiveRun) -> None:
        """Publish the moment, and report the run for saving, where it is time to."""
        now, is_evaluated = time.monotonic(), live.is_evaluated
        if self._pace.is_due(now, is_evaluated):
            self._publish(live, at_rest=False)
            self._pace.note(now, time.monotonic() - now, is_evaluated)
        if now >= self._next_kept_run:
            self._report(self._describe("run", run=live.state()))
            spent = time.monotonic() - now
            self._next_kept_run = now + max(_KEEP_RUN_EVERY_S, spent / _KEEPING_SHARE)

    def _publish(self, live: LiveRun, at_rest: bool, run: Run | None = None) -> None:
        assert self._start is not None
        assert self._start.setup is not None
        run_id = self._start.run_id
        self._frames.publish(
            Published(
                run_id=run_id,
                setup=self._start.setup,
                snapshot=live.snapshot(run_id),
                curve=live.curve(),
                at_rest=at_rest,
                run=run,
                ledger=live.ledger(),
                moments=live.moments(),
            )
        )

    def _rest(self, has_worked: bool) -> None:
        run = self._run_state()
        if self._live is not None:
            self._publish(self._live, at_rest=True, run=run)
        self._report(self._describe("rested", has_worked=has_worked, run=run))

    def _run_state(self) -> Run | None:
        return self._live.state() if self._live is not None and self._live.has_moved else None

    def _describe(self, kind: ReportKind, has_worked: bool = False, run: Run | None = None) -> Report:
        live, start = self._live, self._start
        return Report(
            kind=kind,
            run_id=start.run_id if start is not None else 0,
            order=self._order,
            stop_reason=live.stop_reason if live is not None else None,
            has_moved=live is not None and live.has_moved,
            has_worked=has_worked,
            problem=self._problem,
            learning_rate=live.learning_rate if live is not None else 0.0,
            run=run,
        )


def _make_run(setup: RunSetup, run: Run | None, moment_bytes: int) -> LiveRun:
    """The run of `setup`, where `run` stood. The kernels are loaded here, in this thread: that takes a second."""
    from engine.training.live_run import LiveRun

    return LiveRun(setup, run, moment_bytes)
