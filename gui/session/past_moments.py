"""Finds past moments of the run for the frame thread: at once the last one that was kept, then the exact one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gui.session.messages import Published

if TYPE_CHECKING:
    from engine.training.moments import Stretch
    from engine.training.replay import PastMoment, Replay
    from engine.training.run import Run

AT_ONCE_S = 0.012
"""What the search for the exact moment may take before the nearest kept one is shown instead."""


@dataclass(frozen=True, eq=False)
class Found:
    """A past moment as something to show: `published` tells of it as of the newest one."""

    published: Published
    past: PastMoment


class PastMoments:
    """Searches in a network of its own; for one thread."""

    def __init__(self) -> None:
        self._replay: Replay | None = None

    def at_once(self, published: Published, epoch: int) -> Found | None:
        """The moment after pass `epoch`, or the last kept one before it; None where none is known."""
        until = time.perf_counter() + AT_ONCE_S
        exact = self.exact(published, epoch, lambda: time.perf_counter() < until)
        if exact is not None or published.moments is None:
            return exact
        kept = published.moments.last_until(epoch)
        return None if kept is None else self._found(published, self._kept_run(*kept), kept[0], epoch)

    def exact(self, published: Published, epoch: int, is_wanted: Callable[[], bool]) -> Found | None:
        """The moment after pass `epoch`; None where it cannot be found again, or is no longer wanted."""
        moments = published.moments
        kept = None if moments is None else moments.last_until(epoch)
        if moments is None or kept is None:
            return None
        run = self._replay_of(published).exact(moments, epoch, published.setup.dataset, is_wanted)
        return None if run is None else self._found(published, run, kept[0], epoch)

    def _found(self, published: Published, run: Run, stretch: Stretch, epoch: int) -> Found:
        """`run` for the data and settings of now, with what had been recorded up to then."""
        from engine.training.earlier_run import suited, with_record
        from engine.training.replay import PastMoment, is_same_setup

        setup, present = published.setup, published.snapshot
        same = is_same_setup(stretch, setup.dataset, setup.training)
        run = run if same else suited(run, setup.dataset, setup.training)
        snapshot = self._replay_of(published).snapshot(run, setup, published.run_id)
        milestones = tuple(one for one in present.milestones if one.epoch <= run.epoch)
        snapshot = replace(snapshot, milestones=milestones)
        run = with_record(run, published.curve, milestones, published.moments)
        is_exact = run.epoch == epoch and run.position == 0
        past = PastMoment(run, is_exact, stretch.is_complete, same)
        ledger = published.ledger
        if ledger is not None:
            ledger = replace(ledger, current=max(ledger.first, min(int(run.rule.n_updates), ledger.length)))
        shown = replace(published, snapshot=snapshot, at_rest=True, run=run, ledger=ledger)
        return Found(shown, past)

    def _replay_of(self, published: Published) -> Replay:
        from engine.training.replay import Replay

        if self._replay is None or self._replay.start is not published.setup.start:
            self._replay = Replay(published.setup.start)
        return self._replay

    def _kept_run(self, stretch: Stretch, row: int) -> Run:
        from engine.training.replay import kept_run

        return kept_run(stretch, row)
