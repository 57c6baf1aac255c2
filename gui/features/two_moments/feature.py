"""Keeps the moment on show to compare it with others: where the timeline leads, and where training goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer

from engine.analysis.frame import Frame
from engine.data.dataset import Dataset
from engine.data.plane import Plane
from engine.project.project import Project
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.toolkit.background_job import Background
from gui.toolkit.services.actions import spec

if TYPE_CHECKING:
    from engine.analysis.two_moments import Moment, TwoMoments
    from gui.features.two_moments.moments_window import MomentsWindow

PIXELS = (96, 24)
"""Along each side of the region and of the maps."""
_PAUSE_MS = 60
"""Between two pictures: they take some milliseconds to paint, and the window's own come first."""


class TwoMomentsFeature(Feature):
    """The window is made with the first moment that is kept; both moments are computed beside it."""

    actions = (
        spec(
            "compare_moment",
            QT_TRANSLATE_NOOP("Actions", "Compare with this mo&ment"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Keep the moment on show and look at it beside others: region and maps, with what changed marked",
            ),
        ),
    )

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._kept: Moment | None = None
        self._window: MomentsWindow | None = None
        self._asked: tuple[object, ...] = ()
        self._waiting: Frame | None = None  # the newest one that came while another was at work
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        self._background = Background("perceptra-two-moments", self)
        self._background.done.connect(self._on_background_done)
        self._background.failed.connect(context.messages.warn)
        context.clock.add(self._follow)
        context.document.changed.connect(self._on_document_changed)
        context.actions["compare_moment"].triggered.connect(lambda _checked=False: self._keep())

    def close(self) -> None:
        self._background.cancel()
        if self._window is not None:
            self._window.close()

    def _keep(self) -> None:
        """Keep the moment on show, in place of the one before."""
        frame = self.context.clock.newest
        if frame is None or frame.plane is None or not self._belongs(frame.network.n_inputs):
            self.context.messages.notice(self.tr("There is no region yet that could be compared."))
            return
        self._kept, self._asked = _moment_of(frame), ()
        self._background.cancel()
        self._pause.stop()
        if self._window is None:
            from gui.features.two_moments.moments_window import MomentsWindow

            self._window = MomentsWindow(self.context.themes, self.context.notation, self.context.window)
            self._window.resize(self._window.sizeHint())
        self._window.show()
        self._window.raise_()
        self._follow(frame)

    def _follow(self, frame: Frame) -> None:
        """Compare the kept moment with that of `frame`, unless that is on show or on its way."""
        if self._kept is None or self._window is None or not self._window.isVisible() or frame.plane is None:
            return
        data, loss = self.context.document.dataset, self.context.document.project.training.loss
        if not self._belongs(self._kept.network.n_inputs) or not self._belongs(frame.network.n_inputs):
            return
        if self._background.is_busy or self._pause.isActive():
            self._waiting = frame
            return
        self._waiting = None
        asked = (self._kept, frame.snapshot.parameters, frame.network, frame.plane.plane, data, loss)
        if len(asked) == len(self._asked) and all(one is other for one, other in zip(asked, self._asked, strict=True)):
            return
        self._asked = asked
        self._background.submit(_job(self._kept, _moment_of(frame), data, frame.plane.plane, loss))

    def _belongs(self, n_inputs: int) -> bool:
        """Whether a network of so many inputs sees the data of now."""
        return n_inputs == self.context.document.dataset.n_inputs

    def _on_background_done(self, result: tuple[TwoMoments, Dataset]) -> None:
        self._pause.start()
        if self._window is not None:
            self._window.show_moments(*result)

    def _on_pause_timeout(self) -> None:
        if self._waiting is not None:
            self._follow(self._waiting)

    def _on_document_changed(self, _before: Project, _after: Project) -> None:
        """In another project, or with other columns, the kept moment tells nothing."""
        is_over = self._kept is not None and not self._belongs(self._kept.network.n_inputs)
        if is_over or self.context.document.is_loading:
            self._kept = self._waiting = None
            self._background.cancel()
            if self._window is not None:
                self._window.close()


def _moment_of(frame: Frame) -> Moment:
    from engine.analysis.two_moments import Moment

    return Moment(frame.network, frame.snapshot.parameters, frame.snapshot.epoch)


def _job(
    first: Moment, second: Moment, data: Dataset, plane: Plane, loss: str
) -> Callable[[Callable[[], bool]], tuple[TwoMoments, Dataset]]:
    from engine.analysis.two_moments import two_moments

    return lambda _is_unwanted: (two_moments(first, second, data, plane, loss, PIXELS), data)
