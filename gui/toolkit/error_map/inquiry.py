"""This module asks for the picture of an error surface and keeps what is on show: axes, area, directions, picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.toolkit.error_map.axes import Axes
from gui.toolkit.error_map.picture import SurfacePicture
from gui.toolkit.error_map.request import Area, Directions, Moment, Request
from gui.toolkit.error_map.surface_work import SurfaceWork


class Inquiry(QObject):
    """What a view wants to see of a surface, and the newest answer. `answered`: another picture or problem is there.

    axes, area: what a person has chosen, or what fits; None where nothing is chosen yet.
    """

    answered = Signal()

    def __init__(self, axes: Axes | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.axes = axes
        self.picture: SurfacePicture | None = None
        self.problem = ""
        self.area: Area | None = None
        self._directions: Directions | None = None
        self._moment: Moment | None = None
        self._work = SurfaceWork(self)
        self._work.found.connect(self._on_work_found)
        self._work.failed.connect(self.fail)

    @property
    def is_busy(self) -> bool:
        """Whether a picture is still to come."""
        return self._work.is_busy

    def ask(self, moment: Moment, signs: tuple[float, float], seed: int, is_logarithmic: bool) -> None:
        """Have the surface of `moment` computed beside the window. signs, seed: as in a `Request`."""
        assert self.axes is not None
        self._moment = moment
        self._work.ask(Request(moment, self.axes, signs, seed, is_logarithmic, self._directions, self.area))

    def stop(self) -> None:
        """Want no picture; the one on show stays."""
        self._work.stop()

    def fail(self, sentence: str) -> None:
        """There is no picture, for a reason; "" for none that needs words."""
        self.picture, self.problem = None, sentence
        self.answered.emit()

    def forget_place(self) -> None:
        """The next picture is another run's or has other axes: it gets a place and directions of its own.

        A picture that is still on its way no longer counts; whoever forgets asks again.
        """
        self._work.stop()
        self.area = self._directions = None

    def begin_anew(self) -> None:
        """The run starts again: it gets directions of its own, and a place where nobody has chosen one."""
        self._directions = None
        self.area = self.area if self.area is not None and not self.area.is_home else None

    def _on_work_found(self, picture: SurfacePicture) -> None:
        asked = self._moment
        if picture.request.axes != self.axes or asked is None or picture.moment.start != asked.start:
            return  # it was of another network
        self.picture, self.problem = picture, ""
        self._directions = picture.directions
        if self.area is None or self.area.is_home:
            self.area = picture.area
        self.answered.emit()
