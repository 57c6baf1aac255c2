"""Makes the two files of a report: numbers and maps beside the window, pages and drawings in short slices."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from engine.files.atomic_write import writing_atomically
from engine.spec.errors import EngineError
from gui.features.report.blocks import Figure, Report
from gui.features.report.html_writer import html_of
from gui.features.report.pdf_writer import TEXT_WIDTH, PdfWriting
from gui.toolkit.background_job import Background, Job
from gui.toolkit.export import Sheet, svg_bytes
from gui.toolkit.printed_language import speaking
from gui.words.error_text import failure_text

_log = logging.getLogger(__name__)

SLICE_S = 0.012
"""How long the window waits at most for one stretch of writing, but for a single drawing that takes longer."""


@dataclass(frozen=True)
class Paths:
    """Where the files go."""

    pdf: Path
    html: Path


class ReportMaking(QObject):
    """One report at a time. `progressed`: from 0 to 1. `cancel` leaves no file behind."""

    progressed = Signal(float)
    done = Signal(object)  # Paths
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = Background("perceptra-report", self)
        self._finder.done.connect(self._on_finder_done)
        self._finder.failed.connect(self._fail)
        self._compose: Callable[[object], Report] | None = None
        self._work: Iterator[float] | None = None
        self._language = ""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether files are still to come."""
        return self._compose is not None

    def begin(self, find: Job, compose: Callable[[object], Report], language: str, paths: Paths) -> None:
        """Let `find` do what takes long in the background, and `compose` make the report of what it found."""
        self._compose, self._language, self._paths = compose, language, paths
        self.progressed.emit(0.0)
        self._finder.submit(find)

    def cancel(self) -> None:
        """Give the report up."""
        if not self.is_busy:
            return
        self._finder.cancel()
        self._end()
        self.cancelled.emit()

    def _on_finder_done(self, found: object) -> None:
        if self._compose is None or found is None:
            return
        self._work = self._steps(self._compose, found)
        self._timer.start()

    def _go_on(self) -> None:
        """One slice, all of it in the report's language."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        until = time.monotonic() + SLICE_S
        share: float | None = 0.0
        try:
            with speaking(application, self._language):
                while share is not None and self._work is not None and time.monotonic() < until:
                    share = next(self._work, None)
        except Exception as error:  # whatever it is: half a report must not pass for a finished one
            if not isinstance(error, EngineError):
                _log.exception("The report could not be made.")
            self._fail(failure_text(error))
            return
        if share is not None:
            self.progressed.emit(share)
            return
        self._end()
        self.progressed.emit(1.0)
        self.done.emit(self._paths)

    def _steps(self, compose: Callable[[object], Report], found: object) -> Iterator[float]:
        """Yields the share that is done."""
        report = compose(found)
        yield 0.1
        writing = PdfWriting(report)
        figures = report.figures()
        total = writing.n_steps + 4 * len(figures) + 1
        for step, _ in enumerate(writing.steps()):
            yield 0.1 + 0.9 * step / total
        drawings = []
        for index, figure in enumerate(figures):
            drawings.append(_drawing(figure))
            yield 0.1 + 0.9 * (writing.n_steps + 4 * index) / total
        page = html_of(report, drawings)
        yield 0.95
        self._write_both(writing.contents, page)

    def _write_both(self, pdf: bytes, page: bytes) -> None:
        """Neither file takes its place before both are on the disk: a full disk leaves a former pair as it was."""
        with writing_atomically(self._paths.pdf) as pdf_file, writing_atomically(self._paths.html) as page_file:
            pdf_file.write(pdf)
            page_file.write(page)

    def _fail(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        self._timer.stop()
        if self._work is not None:
            self._work.close()  # type: ignore[attr-defined]  # a generator, which may hold a painter
        self._work = self._compose = None


def _drawing(figure: Figure) -> bytes:
    """As an SVG laid out for the width that the figure has on a page."""
    return svg_bytes(figure.picture, Sheet(round(TEXT_WIDTH * figure.width), round(figure.height)))
