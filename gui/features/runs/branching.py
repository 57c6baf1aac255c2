"""Lets a past moment of the run go on: the run as it stands goes to the list of runs, and training begins there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine.training.run import Run
from gui.document import commands
from gui.features.context import WindowContext
from gui.features.runs.run_saving import RunSaver
from gui.words.number_text import grouped

if TYPE_CHECKING:
    from engine.training.replay import PastMoment


class Branching(QObject):
    """Makes one undoable step of it: taking it back brings the old run back where it stood."""

    def __init__(self, context: WindowContext, keeper: RunSaver) -> None:
        super().__init__(context.window)
        self._context, self._keeper = context, keeper

    def go_on(self) -> None:
        """Go on from the past moment that is on show."""
        context = self._context
        frame, epoch = context.clock.newest, context.session.shown_epoch
        if epoch is None:
            context.messages.notice(self.tr("This is now: Train goes on from here. Drag the timeline back first."))
            return
        if frame is None or frame.past is None or frame.snapshot.epoch != epoch:
            context.messages.notice(self.tr("This moment is still being found; wait until its numbers are there."))
            return
        if not frame.past.is_complete:
            context.messages.notice(
                self.tr("An older Perceptra saved this moment without what training goes on from; it can be looked at.")
            )
            return
        past, run_id = frame.past, frame.snapshot.run_id
        if context.session.state == "training":
            context.session.pause()
        context.session.request_run(lambda run: self._branch(past, run, run_id))

    def _branch(self, past: PastMoment, run: Run | None, run_id: int) -> None:
        context = self._context
        snapshot = context.session.snapshot
        if run is None or snapshot is None or snapshot.run_id != run_id:
            return
        kept = self._keeper.made(run)
        was_steered = self._keeper.is_steered
        if commands.branch_run(context.document, kept, past.run):
            self._keeper.note_branch(past.run.epoch)
            if was_steered:
                self._keeper.mark_steered()
            text = self.tr(
                "Train goes on from epoch {epoch} now. The run up to epoch {last} stays as {name}; undo: {key}."
            )
            key = context.actions["undo"].shortcut().toString()
            context.messages.notice(
                text.format(epoch=grouped(past.run.epoch), last=grouped(run.epoch), name=kept.name, key=key)
            )
