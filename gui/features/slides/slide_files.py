"""Opens and saves lists of slides beside the window, and writes them as lessons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from engine.lessons import lesson_file
from engine.lessons.slides import slide_file
from engine.lessons.slides.lesson_export import ExportedLesson, as_lesson, write_lesson
from engine.lessons.slides.slide import Slides
from engine.spec.errors import EngineError
from gui.features.context import WindowContext
from gui.features.slides.slide_list import SlideList
from gui.toolkit.dialogs.unsaved_question import ask_to_save
from gui.toolkit.services.file_work import FileWork
from gui.words.error_text import error_text


class SlideWriter(FileWork):
    """Writes files of slides, and lessons made of them."""

    def waiting_text(self, name: str) -> str:
        return self.tr("Saving {name} …").format(name=name)


class SlideFiles(QObject):
    """`opened` is called when another list is on screen, to show its first slide."""

    def __init__(self, context: WindowContext, slides: SlideList, opened: Callable[[], object]) -> None:
        super().__init__(context.window)
        self._context, self._slides, self._opened = context, slides, opened
        self._writer = SlideWriter(context.messages, self, "perceptra-save-slides")

    def close(self) -> None:
        """Want nothing any more."""
        self._writer.cancel()

    @property
    def title(self) -> str:
        """The name of the list's file without its ending, or the word for a list without a file."""
        path = self._slides.path
        return self.tr("untitled slides") if path is None else path.name.removesuffix(slide_file.SUFFIX)

    def open(self, path: Path) -> None:
        """Open a file of slides, once it is read; before that, offer to save what was never saved."""
        self._slides.expect()
        self._context.reader.read(path.name, lambda: slide_file.load(path), lambda read: self._show(read, path))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        self._context.questions.ask_open(self.tr("Open slides"), [self._filter, self.tr("All files (*)")], self.open)

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save to the list's own file, or ask for one."""
        if self._slides.path is None:
            self.save_as(then)
        else:
            self._save_to(self._slides.path, then)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a file and save."""
        self._ask(self.tr("Save the slides"), self._filter, slide_file.SUFFIX, lambda path: self._save_to(path, then))

    def export(self) -> None:
        """Ask for a file and write the slides as a lesson."""
        self._ask(
            self.tr("Export the slides as a lesson"), self.tr("Lessons (*.toml)"), lesson_file.SUFFIX, self._export_to
        )

    @property
    def _filter(self) -> str:
        return self.tr("Slides (*{suffix})").format(suffix=slide_file.SUFFIX)

    def _show(self, read: Slides, path: Path) -> None:
        def replace() -> None:
            self._slides.load(read, path)
            self._opened()

        if self._slides.is_saved:
            replace()
        else:
            ask_to_save(self._context.window, self.title, lambda: self.save(replace), replace)

    def _ask(self, title: str, kind: str, suffix: str, then: Callable[[Path], object]) -> None:
        dialog = self._context.questions.ask_save(title, [kind])
        if dialog is not None:
            dialog.setDefaultSuffix(suffix[1:])
            dialog.selectFile(self.title + suffix)
            dialog.fileSelected.connect(lambda name: then(Path(name)))
            dialog.open()

    def _save_to(self, path: Path, then: Callable[[], object] | None) -> None:
        slides = self._slides.slides

        def written(_nothing: object) -> None:
            self._slides.saved_as(path, slides)
            self._context.messages.notice(self.tr("Saved as {path}.").format(path=path))
            if then is not None:
                then()

        self._writer.do(path.name, partial(slide_file.save, slides, path), written)

    def _export_to(self, path: Path) -> None:
        try:
            exported = as_lesson(self._slides.slides, path.stem)
        except EngineError as error:
            self._context.messages.warn(error_text(error))
            return
        self._writer.do(path.name, lambda _unwanted: write_lesson(exported, path), lambda _: self._tell(exported, path))

    def _tell(self, exported: ExportedLesson, path: Path) -> None:
        """Say plainly what the lesson does not hold."""
        saved = self.tr("Saved as {path}.").format(path=path)
        if not exported.remarks:
            self._context.messages.notice(saved)
            return
        remarks = "; ".join(error_text(remark) for remark in exported.remarks)
        text = self.tr("{saved} A lesson cannot hold everything – {remarks}.")
        self._context.messages.warn(text.format(saved=saved, remarks=remarks))
