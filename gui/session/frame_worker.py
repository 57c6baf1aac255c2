"""The frame thread: it turns the newest moment of the run into a frame, so that frames cost no training time."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Thread

from gui.session.frame_builder import FrameBuilder
from gui.session.mailbox import FrameMailbox
from gui.session.messages import FrameRequest, Published
from gui.session.past_moments import Found, PastMoments

_log = logging.getLogger(__name__)

FRAME_EVERY_S = 1 / 60
"""More frames a second are more than screens show. Where the window needs longer for each, fewer are made."""
_MOST_SHARE = 0.6
"""Of a core, for the frames of the largest networks: on two cores the window has to paint them beside the training."""
_UNTAKEN_S = 0.1
"""So long at most a frame waits for a busy window until a newer one takes its place."""
_REFINE_AFTER_S = 0.12


class FrameThread(Thread):
    """Waits while nothing changes. It calls `failed` from this thread, once for each kind of failure."""

    def __init__(self, mailbox: FrameMailbox, failed: Callable[[str], None]) -> None:
        super().__init__(name="perceptra-frames", daemon=True)
        self._mailbox = mailbox
        self._failed = failed
        self._builder = FrameBuilder()
        self._past = PastMoments()
        self._reported: set[str] = set()

    def run(self) -> None:
        """Build frames until asked to end."""
        seen: int | None = 0
        while seen is not None:
            seen = self._mailbox.wait_for_change(seen, None)
            if seen is None:
                return
            seen, published, request = self._mailbox.request()
            if published is None:
                continue
            began, worked = time.monotonic(), time.thread_time()
            is_finest = self._builder.is_finest  # before: building may change the fineness
            found = self._past_moment(published, request)
            self._build(published, request, found)
            if found is None or not published.at_rest:  # else people wait for the next moment, and nothing trains
                self._leave_time(time.monotonic() - began, time.thread_time() - worked)
            if found is not None and not found.past.is_exact:
                found = self._search(published, request) or found
            if (found or published.at_rest) and not is_finest:
                seen = self._refine(seen, published, request, found)

    def _past_moment(self, published: Published, request: FrameRequest) -> Found | None:
        """The past moment to show; None for the present, also where that moment is not known."""
        if request.epoch is None or request.epoch >= published.snapshot.epoch:
            return None
        try:
            return self._past.at_once(published, request.epoch)
        except Exception as error:
            self._report(error)
            return None

    def _search(self, published: Published, request: FrameRequest) -> Found | None:
        """Find the exact moment, for as long as the window asks for it, and show it."""
        run_id, epoch = published.run_id, request.epoch
        if epoch is None:
            return None
        try:
            found = self._past.exact(published, epoch, lambda: self._mailbox.wants(run_id, epoch))
        except Exception as error:
            self._report(error)
            return None
        if found is not None:
            self._build(published, request, found)
        return found

    def _build(
        self, published: Published, request: FrameRequest, found: Found | None = None, finest: bool = False
    ) -> None:
        try:
            build = self._builder.build_finest if finest else self._builder.build
            self._mailbox.put_frame(build(published, request, found))
        except Exception as error:
            self._report(error)

    def _report(self, error: Exception) -> None:
        """Tell the window of an error, once for each kind; called while it is handled."""
        _log.exception("The frame thread failed.")
        text = f"{type(error).__name__}: {error}"
        if text not in self._reported:
            self._reported.add(text)
            self._failed(text)

    def _leave_time(self, spent: float, worked: float) -> None:
        """To the window, which also has to take this frame before another is worth making.

        What this thread has worked counts: time in which it waited for its turn was the others' already.
        """
        self._mailbox.rest(max(FRAME_EVERY_S, worked / _MOST_SHARE, spent) - spent)
        self._mailbox.wait_until_taken(_UNTAKEN_S)

    def _refine(self, seen: int, published: Published, request: FrameRequest, found: Found | None) -> int | None:
        """When nothing new comes for a moment, build the same frame again as finely as possible."""
        newest = self._mailbox.wait_for_change(seen, _REFINE_AFTER_S)
        if newest == seen:
            self._build(published, request, found, finest=True)
        return seen if newest is not None else None
