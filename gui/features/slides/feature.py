"""Slides: keeping a moment, the list of them, and the walk through it while the user's own work waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.lessons.lesson_source import LessonSource, read_lesson
from engine.lessons.slides.slide import Look, Slide
from engine.lessons.slides.slide_file import SUFFIX
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.slides.actions import SLIDES
from gui.features.slides.slide_files import SlideFiles
from gui.features.slides.slide_list import SlideList
from gui.features.slides.slide_walk import SlideWalk
from gui.features.slides.slide_window import LessonPlayer, SlideWindow
from gui.features.slides.slides_dialog import SlidesDialog
from gui.toolkit import translation
from gui.toolkit.services import screen_reader
from gui.words import dataset_choices
from gui.words.error_text import error_text
from gui.words.number_text import grouped


class SlidesFeature(Feature):
    """A slide is shown as a lesson's step is: the user's own work waits, see `Document.set_own_work_aside`."""

    actions = SLIDES

    def __init__(self, context: WindowContext, window: SlideWindow, lessons: LessonPlayer) -> None:
        super().__init__(context)
        self._window, self._lessons = window, lessons
        self.slides = SlideList(self)
        self._walk = SlideWalk(self.slides, self._show)
        self._files = SlideFiles(context, self.slides, self._show_first)
        self._dialog: SlidesDialog | None = None
        context.remote.add(self._walk)
        context.openable_files.add((SUFFIX,), self._files.open)
        self._connect()
        self._refresh()

    def close(self) -> None:
        self._files.close()

    def retranslate(self) -> None:
        self._refresh()

    def _connect(self) -> None:
        context, actions = self.context, self.context.actions
        slots: dict[str, Callable[[], object]] = {
            "keep_slide": self._keep,
            "slides": self._open_dialog,
            "slides_show": self._show_first,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        context.document.brought_back.connect(self._on_document_brought_back)
        self.slides.changed.connect(self._refresh)

    # ------------------------------------------------------------------ keeping

    def _keep(self) -> None:
        project, look = self.context.document.project, self._window.look()
        self.context.session.request_run(lambda run: self._insert_moment(replace(project, run=run), look))

    def _insert_moment(self, project: Project, look: Look) -> None:
        epoch = look.epoch if look.epoch is not None else 0 if project.run is None else project.run.epoch
        data = dataset_choices.title(project.dataset.name)
        self._insert(self.tr("{data}, epoch {epoch}").format(data=data, epoch=grouped(epoch)), project, look)

    def _add_lesson(self, path: Path) -> None:
        def insert(source: LessonSource) -> None:
            self._insert(source.lesson.title.text(translation.current_language()), source, Look())

        self.context.reader.read(path.name, lambda: read_lesson(path), insert)

    def _insert(self, name: str, content: Project | LessonSource, look: Look) -> None:
        place = self._walk.place_for_next
        try:
            self.slides.insert(place, Slide(name, content, look))
        except EngineError as error:
            self.context.messages.warn(error_text(error))
            return
        text = self.tr("Slide {number}: {name}").format(number=place + 1, name=name)
        self.context.messages.notice(text, self.tr("Slides…"), self._open_dialog)

    # ------------------------------------------------------------------ the list

    def _open_dialog(self) -> None:
        if self._dialog is None:
            context = self.context
            self._dialog = dialog = SlidesDialog(self.slides, lambda: self._files.title, context.themes, context.window)
            for name in ("keep_slide", "slides_show", "lesson_next", "lesson_previous", "lesson_leave", "presentation"):
                dialog.addAction(context.actions[name])  # a presenter's remote works from here as well
            dialog.keep_wanted.connect(self._keep)
            dialog.lesson_wanted.connect(self._add_lesson)
            dialog.lesson_file_wanted.connect(lambda: context.questions.ask_open_lesson(self._add_lesson))
            dialog.show_wanted.connect(self._walk.show)
            dialog.open_wanted.connect(self._files.ask_open)
            dialog.save_wanted.connect(self._files.save)
            dialog.save_as_wanted.connect(self._files.save_as)
            dialog.export_wanted.connect(self._files.export)
            dialog.finished.connect(self._on_dialog_finished)
        self._dialog.show_slide(self._walk.place)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_dialog_finished(self, _result: int) -> None:
        self._dialog = None

    # ------------------------------------------------------------------ walking

    def _show_first(self) -> None:
        if self.slides.slides:
            self._walk.show(0)
        else:
            self.context.messages.notice(
                self.tr("There are no slides yet: keep a moment first."),
                self.context.actions["keep_slide"].iconText(),
                self._keep,
            )

    def _show(self, slide: Slide, from_behind: bool) -> None:
        context = self.context
        if context.document.has_own_work_aside:
            self._place(slide, None, from_behind)
        else:
            context.session.pause()
            context.session.request_run(lambda run: self._place(slide, run, from_behind))

    def _place(self, slide: Slide, run: Run | None, from_behind: bool) -> None:
        """Bring the slide on screen; `run` is that of the user's own work, unless this waits already."""
        self.context.messages.drop_notice()
        self._lessons.put_away()
        self._window.begin()
        if isinstance(slide.content, LessonSource):
            self._window.clear()
            self._lessons.play(slide.content, run, from_behind)
        else:
            try:
                self.context.document.set_own_work_aside(run, slide.content)
            except EngineError as error:
                self.context.messages.warn(error_text(error))
            self._window.show(slide.look)
        self._refresh()
        number = (self._walk.place or 0) + 1
        told = self.tr("Slide {number}: {name}").format(number=number, name=slide.name)
        screen_reader.announce(self.context.window, told)

    def _on_document_brought_back(self) -> None:
        """The user's own work is on screen again, whoever asked for it."""
        if self._walk.is_on:
            self._walk.stop()
            self._window.end()
            self._refresh()

    def _refresh(self) -> None:
        place = self._walk.place
        self.context.remote.refresh()
        self._window.show_place("" if place is None else f"{place + 1}/{len(self.slides.slides)}")
        if self._dialog is not None:
            self._dialog.show_slide(place)
