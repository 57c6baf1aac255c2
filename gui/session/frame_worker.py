"""The picture thread: turns the newest moment of the run into a frame, so that pictures cost no training time."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Thread

from gui.session.frame_builder import PictureMaker
from gui.session.mailbox import PictureMailbox
from gui.session.messages import PictureWish, Published

_log = logging.getLogger(__name__)

FRAME_EVERY_S = 0.026
"""No more than some 38 frames a second: more than eyes follow, and the window needs its share of the time."""
_MOST_SHARE = 0.5
_REFINE_AFTER_S = 0.12


class PictureThread(Thread):
    """Idles while nothing changes. `failed` is called from this thread, once for each kind of failure."""

    def __init__(self, mailbox: PictureMailbox, failed: Callable[[str], None]) -> None:
        super().__init__(name="perceptra-pictures", daemon=True)
        self._mailbox = mailbox
        self._failed = failed
        self._maker = PictureMaker()
        self._told: set[str] = set()

    def run(self) -> None:
        """Make frames until asked to end."""
        seen: int | None = 0
        while seen is not None:
            seen = self._mailbox.wait_for_change(seen, None)
            if seen is None:
                return
            seen, published, wish = self._mailbox.wish()
            if published is None:
                continue
            began, is_finest = time.monotonic(), self._maker.is_finest  # before: making it may change the fineness
            self._picture(published, wish)
            self._leave_time(time.monotonic() - began)
            if published.at_rest and not is_finest:
                seen = self._refine(seen, published, wish)

    def _picture(self, published: Published, wish: PictureWish, finest: bool = False) -> None:
        try:
            make = self._maker.make_finest if finest else self._maker.make
            self._mailbox.put_frame(make(published, wish))
        except Exception as error:
            _log.exception("The picture thread failed.")
            text = f"{type(error).__name__}: {error}"
            if text not in self._told:
                self._told.add(text)
                self._failed(text)

    def _leave_time(self, spent: float) -> None:
        self._mailbox.rest(max(FRAME_EVERY_S, spent / _MOST_SHARE) - spent)

    def _refine(self, seen: int, published: Published, wish: PictureWish) -> int | None:
        """When nothing new comes for a moment, picture the same again as finely as possible."""
        newest = self._mailbox.wait_for_change(seen, _REFINE_AFTER_S)
        if newest == seen:
            self._picture(published, wish, finest=True)
        return seen if newest is not None else None
