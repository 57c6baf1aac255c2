"""This module sets LaTeX as pictures, beside the window: the first formula takes a third of a second, others less."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, QRectF, QTimer, Signal
from PySide6.QtSvg import QSvgRenderer

from gui.features.back_propagation.inside.drawn_parts import PlacedDrawing, find_parts
from gui.toolkit.background_job import Background

_PATIENCE_MS = 120
_MOST_KEPT = 64


@dataclass(frozen=True)
class Typeset:
    """What is to be set: a formula at a size in pixels, in a colour such as "#222222"."""

    latex: str
    pixels: int
    colour: str


@dataclass(frozen=True)
class Picture:
    """A formula as it was set, and where its marked parts stand in it: part and rectangle."""

    drawing: QSvgRenderer
    parts: tuple[tuple[int, QRectF], ...]


class Typesetter(QObject):
    """Ask for `picture`; `ready` tells that one which was not there yet has come.

    A formula is set when it has stayed for a moment: while training, numbers change with every frame.
    """

    ready = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: OrderedDict[Typeset, Picture | None] = OrderedDict()
        self._wanted: Typeset | None = None
        self._background = Background("perceptra-formulas", self)
        self._background.done.connect(self._on_background_done)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def picture(self, wanted: Typeset) -> Picture | None:
        """The formula as a picture; None while there is none, and where it cannot be set."""
        if wanted in self._pictures:
            self._pictures.move_to_end(wanted)
            return self._pictures[wanted]
        if wanted != self._wanted:
            self._wanted = wanted
            self._timer.start()
        return None

    def _on_timer_timeout(self) -> None:
        if self._wanted is not None:
            self._background.submit(_job(self._wanted))

    def _on_background_done(self, result: tuple[Typeset, PlacedDrawing]) -> None:
        typeset, placed = result
        renderer = QSvgRenderer(QByteArray(bytes(placed.svg, "utf-8"))) if placed.svg else None
        parts = tuple((part, QRectF(*box)) for part, box in placed.parts)
        is_set = renderer is not None and renderer.isValid()
        self._pictures[typeset] = Picture(renderer, parts) if renderer is not None and is_set else None
        while len(self._pictures) > _MOST_KEPT:
            self._pictures.popitem(last=False)
        self.ready.emit()


def _job(wanted: Typeset) -> Callable[[Callable[[], bool]], tuple[Typeset, PlacedDrawing]]:
    return lambda _is_unwanted: (wanted, find_parts(_drawing(wanted), wanted.colour))


def _drawing(wanted: Typeset) -> str:
    """An SVG drawing; empty where the formula cannot be set: then it stays the line of text that it is."""
    try:
        import ziamath

        ziamath.config.svg2 = False  # Qt reads the older form
        return str(ziamath.Latex(wanted.latex, size=wanted.pixels, color=wanted.colour).svg())
    except Exception:
        return ""
