"""This module keeps the list of slides between starts: after each change of it, in a file of the program's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from engine.lessons.slides.kept_slides import KeptSlides, keep, read_kept
from engine.lessons.slides.slide import Slides
from engine.spec.errors import EngineError
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.slides.slide_list import SlideList
from gui.toolkit.background_job import Background, do_at_the_end
from gui.window.autosave.autosave_folder import AutosaveFile, AutosaveFolder, data_folder
from gui.words.error_text import error_text

ENDING = ".slides"
_LAST_S = 3.0  # so long the end waits for a disk


class SlideKeeping(Feature):
    """The newest list that no other window has comes back at the start. A script's window keeps and brings nothing."""

    def __init__(self, context: WindowContext, slides: SlideList) -> None:
        super().__init__(context)
        self._slides = slides
        self._folder = AutosaveFolder(data_folder(), ENDING)
        self._file: AutosaveFile | None = None
        self._kept: tuple[Slides, Path | None, bool] = ((), None, True)
        self._writer = Background("perceptra-keep-slides", self, may_hang=True)
        self._reader = Background("perceptra-kept-slides", self, may_hang=True)
        self._writer.failed.connect(self._on_writer_failed)
        self._reader.done.connect(self._on_reader_done)
        if context.settings.is_lasting:
            slides.changed.connect(self._keep)
            QTimer.singleShot(0, self, self._begin)

    def close(self) -> None:
        is_behind = self._writer.is_busy
        self._writer.cancel()
        self._reader.cancel()
        file, (slides, path, is_saved) = self._file, self._kept

        def end() -> None:
            if file is not None:
                if is_behind:
                    file.write(lambda: keep(file.file, slides, path, is_saved))
                file.let_go()

        do_at_the_end(end, _LAST_S)

    # ------------------------------------------------------------------ the start

    def _begin(self) -> None:
        """Not before the window can be seen; nor where a file of slides is being opened instead."""
        if self._slides.is_untouched:
            self._reader.submit(self._take_newest)

    def _take_newest(self, unwanted: Callable[[], bool]) -> tuple[AutosaveFile, KeptSlides] | None:
        """What was kept last, with its file; what cannot be read is passed over. For a thread."""
        for file in self._folder.take_each():
            try:
                kept = read_kept(file.file)
            except EngineError:
                file.let_go()
                continue
            if not unwanted():
                return file, kept
            file.let_go()
            break
        return None

    def _on_reader_done(self, found: tuple[AutosaveFile, KeptSlides] | None) -> None:
        if found is None:
            return
        file, kept = found
        if self._slides.is_untouched:
            self._file, self._kept = file, (kept.slides, kept.path, kept.is_saved)
            self._slides.load(*self._kept)
        else:
            file.let_go()

    # ------------------------------------------------------------------ on the way

    def _keep(self) -> None:
        now = (self._slides.slides, self._slides.path, self._slides.is_saved)
        if now == self._kept:
            return
        self._kept = now
        try:
            file = self._file = self._file or self._folder.new_file()
        except EngineError as error:
            self._on_writer_failed(error_text(error))
            return
        if now[0]:
            self._writer.submit(lambda unwanted: file.write(partial(keep, file.file, *now), unwanted))
        else:
            self._writer.submit(file.clear)

    def _on_writer_failed(self, sentence: str) -> None:
        text = self.tr("Until you save them, closing would cost your slides: {problem}")
        self.context.messages.warn(text.format(problem=sentence))
