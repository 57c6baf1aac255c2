"""This module has surfaces computed beside the window: coarse at once, then ever finer, of the newest moment."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.toolkit.background_job import Background
from gui.toolkit.error_map.picture import SurfacePicture, make_picture
from gui.toolkit.error_map.request import Request


class SurfaceWork(QObject):
    """`found` carries a `SurfacePicture`, `failed` a sentence.

    A coarse picture is always finished, however fast new moments come, so that there is something to see. A finer one
    gives way at once to whatever is asked for meanwhile.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("perceptra-surface", self)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(self._on_background_failed)
        self._wanted: Request | None = None
        self._level = 0

    @property
    def is_busy(self) -> bool:
        """Whether a picture is still to come."""
        return self._background.is_busy

    def ask(self, request: Request) -> None:
        """Want the pictures of `request`, and no others."""
        is_coarse = self._background.is_busy and self._level == 0
        self._wanted = request
        if not is_coarse:
            self._begin(request, 0)

    def stop(self) -> None:
        """Want none."""
        self._wanted = None
        self._background.cancel()

    def _begin(self, request: Request, level: int) -> None:
        self._at_work, self._level = request, level
        self._background.submit(lambda is_cancelled: make_picture(request, level, is_cancelled))

    def _on_background_done(self, picture: SurfacePicture | None) -> None:
        if picture is not None and self._wanted is not None:
            self.found.emit(picture)
        self._go_on(picture)

    def _on_background_failed(self, sentence: str) -> None:
        if self._wanted is self._at_work:
            self.failed.emit(sentence)
        else:
            self._go_on(None)

    def _go_on(self, picture: SurfacePicture | None) -> None:
        """Next the newest moment, else what is on show on a finer grid."""
        if self._wanted is None:
            return
        if self._wanted is not self._at_work:
            self._begin(self._wanted, 0)
        elif picture is not None and picture.level + 1 < picture.n_levels:
            self._wanted = replace(self._at_work, directions=picture.directions, area=picture.area)
            self._begin(self._wanted, picture.level + 1)
