"""Makes an animation: computes and encodes in a thread, paints in the window's thread in small portions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from PIL import Image
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from engine.files.atomic_write import writing_atomically
from gui.features.pictures.animation_frames import AnimationFrame
from gui.features.pictures.gif import GifWriter, shared_palette
from gui.toolkit.background_job import Background
from gui.toolkit.export import Look

_POLL_S = 0.05
_CLASSES = 10
_SAMPLES = 8  # frames that the palette is made from


class AnimatedView(Protocol):
    """What an animation shows; `n_parts` pictures side by side or one."""

    @property
    def n_parts(self) -> int:
        """Into how many portions the painting of a frame falls."""
        ...

    def compute(self, index: int) -> Any:
        """The numbers behind the run's checkpoint `index`; any thread may ask."""
        ...

    def paint(self, part: int, painter: QPainter, whole: QRectF, look: Look, computed: Any) -> None:
        """Paint one portion of the frame that fills `whole`, in the window's thread."""
        ...

    def close(self) -> None:
        """Let go of what it paints with, in the window's thread; painting again takes it up anew."""
        ...


@dataclass(frozen=True)
class AnimationOrder:
    """size: in pixels; scale: of text and lines; loops: whether it begins again at its end."""

    frames: tuple[AnimationFrame, ...]
    size: QSize
    scale: float
    look: Look
    loops: bool


class AnimationMaker(QObject):
    """One animation at a time. `progressed` carries the share that is done; `done` the path."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    _paint_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background("perceptra-animation", self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._show: AnimatedView | None = None
        self._painting: _Painting | None = None
        self._paint_wanted.connect(self._begin_painting, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether an animation is being made."""
        return self._background.is_busy

    def make(self, show: AnimatedView, order: AnimationOrder, path: Path) -> None:
        """Write the animation to `path`, wholly or not at all."""
        self._show = show

        def image(index: int, given_up: Callable[[], bool]) -> Image.Image | None:
            painting = _Painting(show, order, show.compute(index))
            self._paint_wanted.emit(painting)
            return painting.wait(given_up)

        def job(given_up: Callable[[], bool]) -> Path | None:
            frames = order.frames
            step = max(1, -(-len(frames) // _SAMPLES))
            sample = [image(frame.index, given_up) for frame in {*frames[::step], frames[-1]}]
            if given_up():
                return None
            theme = order.look.theme
            certain = (theme.panel, theme.text, theme.wrong, *(theme.class_colour(label) for label in range(_CLASSES)))
            palette = shared_palette([drawn for drawn in sample if drawn is not None], certain)
            with writing_atomically(path) as file:
                writer = GifWriter(file, order.size.toTuple(), palette, order.loops)
                for done, frame in enumerate(frames):
                    drawn = image(frame.index, given_up)
                    if drawn is None:
                        raise _GivenUpError
                    writer.add(drawn, frame.hundredths)
                    self.progressed.emit((done + 1) / len(frames))
                writer.close()
            return path

        def quietly(given_up: Callable[[], bool]) -> Path | None:
            try:
                return job(given_up)
            except _GivenUpError:
                return None

        self._background.submit(quietly)

    def cancel(self) -> None:
        """Give the animation up; no file stays."""
        self._background.cancel()
        self._end()

    def _on_done(self, path: object) -> None:
        self._end()
        self.done.emit(path)

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        """What paints belongs to this thread and must go here, whoever still knows the show."""
        self._painting = None
        if self._show is not None:
            self._show.close()
            self._show = None

    def _begin_painting(self, painting: _Painting) -> None:
        if painting.show is self._show:
            self._painting = painting
            self._go_on()

    def _go_on(self) -> None:
        """Paint one portion, then let the window have its turn."""
        painting = self._painting
        if painting is None:
            return
        if painting.paint_next():
            self._painting = None
        else:
            QTimer.singleShot(0, self, self._go_on)


class _GivenUpError(Exception):
    """Leaves the half-written file, which then goes."""


class _Painting:
    """One frame on its way from the computing thread to the window's and back."""

    def __init__(self, show: AnimatedView, order: AnimationOrder, computed: object) -> None:
        self.show, self._order, self._computed = show, order, computed
        self._image = QImage(order.size, QImage.Format.Format_RGB32)
        self._part = 0
        self._finished: SimpleQueue[bool] = SimpleQueue()

    def paint_next(self) -> bool:
        """Paint the next portion; whether that was the last."""
        order = self._order
        painter = QPainter(self._image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(order.scale, order.scale)
        whole = QRectF(0, 0, order.size.width() / order.scale, order.size.height() / order.scale)
        if self._part == 0:
            painter.fillRect(whole, Qt.GlobalColor.white)
        self.show.paint(self._part, painter, whole, order.look, self._computed)
        painter.end()
        self._part += 1
        if self._part == self.show.n_parts:
            self._finished.put(True)
        return self._part == self.show.n_parts

    def wait(self, given_up: Callable[[], bool]) -> Image.Image | None:
        """The painted frame (RGB); None where it is no longer wanted."""
        while not given_up():
            try:
                self._finished.get(timeout=_POLL_S)
            except Empty:
                continue
            size = self._image.size().toTuple()
            return Image.frombuffer("RGBX", size, bytes(self._image.constBits()), "raw", "BGRX", 0, 1).convert("RGB")
        return None
