"""Lessons: the menu that lists them, the panel beside the workbench, and the way there and back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer

from engine.lessons import Moment, Start
from engine.lessons.lesson_file import SUFFIX
from engine.lessons.lesson_source import LessonSource, read_lesson
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.features.context import WindowContext
from gui.features.feature import Feature
from gui.features.lessons.actions import LESSONS
from gui.features.lessons.lesson_guide import LessonGuide
from gui.features.lessons.lesson_menu import LessonMenu
from gui.features.lessons.lesson_panel import LessonPanel
from gui.features.lessons.lesson_progress import LessonProgress
from gui.features.lessons.lesson_window import LessonWindow
from gui.words.error_text import error_text
from gui.words.number_text import grouped

LOOK_EVERY_MS = 200


class LessonsFeature(Feature):
    """One lesson at a time; the user's own work waits meanwhile, see `Document.set_own_work_aside`."""

    actions = LESSONS

    def __init__(self, context: WindowContext, window: LessonWindow) -> None:
        super().__init__(context)
        self._window = window
        self.guide = LessonGuide(self)
        self._panel = LessonPanel(self.guide, context.remote, context.actions, context.themes, context.window)
        window.add_panel(self._panel)
        self._progress = LessonProgress(context.settings.text, context.settings.remember)
        self._menu = LessonMenu(context.menus("lessons"), self._progress.is_finished, self)
        self._source: LessonSource | None = None
        self._own_run: Run | None = None
        self._facts_before: dict[str, object] = {}
        self._is_slide = False
        context.remote.add(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._connect()
        self._show_actions()
        context.openable_files.add((SUFFIX,), self.open)

    def _connect(self) -> None:
        guide, actions = self.guide, self.context.actions
        guide.start_wanted.connect(self._on_guide_start_wanted)
        guide.step_changed.connect(self._on_guide_step_changed)
        guide.progress_changed.connect(self._on_guide_progress_changed)
        self.context.document.lesson_loaded.connect(self._show_actions)
        self.context.document.brought_back.connect(self._on_document_brought_back)
        self.context.session.paused.connect(self._on_session_paused)
        self._panel.leave_wanted.connect(self._leave)
        self._menu.chosen.connect(lambda path: self._open(read_lesson(path)))
        self._menu.failed.connect(self.context.messages.warn)
        actions["lesson_leave"].triggered.connect(self._leave)
        actions["lesson_open"].triggered.connect(
            lambda _checked=False: self.context.questions.ask_open_lesson(self.open)
        )

    # ------------------------------------------------------------------ opening

    def open(self, path: Path) -> None:
        """Open a lesson file, once it is read."""
        self.context.reader.read(path.name, lambda: read_lesson(path), self._open)

    def _open(self, source: LessonSource) -> None:
        self.context.session.pause()
        self.context.session.request_run(lambda run: self._begin(source, run))

    def _begin(self, source: LessonSource, run: Run | None) -> None:
        lesson, self._is_slide = source.lesson, False
        self._take_up(source, run, self._progress.place(lesson), self._progress.done(lesson))

    def play(self, source: LessonSource, run: Run | None, from_end: bool) -> None:
        """Lead through a lesson that is one slide of several, whatever was done in it before; `run` as in `_begin`."""
        self._is_slide = True
        self._take_up(source, run, len(source.lesson.steps) - 1 if from_end else 0, frozenset())

    def put_away(self) -> None:
        """End the lesson that is on, if any, because something else is shown; the user's own work goes on waiting."""
        if self.guide.lesson is not None:
            self._timer.stop()
            self.context.session.pause_at(None)
            self.guide.leave()
            self._window.clear()
            self._window.give_room_back()
            self._show_actions()

    def _take_up(self, source: LessonSource, run: Run | None, place: int, done: frozenset[int]) -> None:
        """`run`: the user's own, in case that it is not aside yet."""
        self._source, self._own_run = source, run
        if self.guide.lesson is None:
            self._window.make_room(is_quiet=any(step.need for step in source.lesson.steps))
        self.guide.begin(source.lesson, place, done)
        self._timer.start()
        self._show_actions()

    def _on_guide_start_wanted(self, start: Start | None) -> None:
        assert self._source is not None
        self.context.messages.drop_notice()  # it was about what goes now
        try:
            self.context.document.set_own_work_aside(self._own_run, self._source.project_of(start))
        except EngineError as error:
            self.context.messages.warn(error_text(error))

    # ------------------------------------------------------------------ on the way

    def _on_guide_step_changed(self) -> None:
        step = self.guide.step
        self.context.messages.drop_notice()  # it was about the step before
        self._window.set_up(step)
        if unknown := self._window.unknown_names(step):
            text = self.tr("Step {step} of this lesson names {names}, which this window does not have.")
            self.context.messages.warn(text.format(step=self.guide.place + 1, names=", ".join(unknown)))
        self._facts_before = self.context.facts()
        self.context.session.pause_at(step.pause_at)
        self._show_actions()

    def _on_guide_progress_changed(self) -> None:
        lesson = self.guide.lesson
        if lesson is not None and not self._is_slide:
            self._progress.remember(lesson, self.guide.place, self.guide.done)

    def _on_session_paused(self) -> None:
        snapshot = self.context.session.snapshot
        if self.guide.lesson is not None and snapshot is not None and snapshot.epoch == self.guide.step.pause_at:
            text = self.tr("The lesson pauses the run at epoch {epoch}; Train goes on.")
            self.context.messages.notice(text.format(epoch=grouped(snapshot.epoch)))

    def _look(self) -> None:
        """Let the checks see how things stand now."""
        context, guide = self.context, self.guide
        if guide.lesson is None:
            return
        self._window.lock(guide.step)
        document, snapshot = context.document, context.session.snapshot
        facts, answer = (context.facts(), self._facts_before), (guide.answer, guide.is_right)
        guide.look(Moment(document.project, document.dataset, snapshot, *facts, *answer))

    # ------------------------------------------------------------------ leaving

    def _leave(self) -> None:
        if self.context.document.has_own_work_aside:
            self.context.session.pause()
            self.context.document.bring_own_work_back()

    def _on_document_brought_back(self) -> None:
        """The user's own work is on screen again, whoever asked for it."""
        self.put_away()
        self._show_actions()

    # ------------------------------------------------------------------ actions

    def can_go(self, by: int) -> bool:
        """Whether the lesson has a step so far from the one on show."""
        lesson = self.guide.lesson
        return lesson is not None and 0 <= self.guide.place + by < len(lesson.steps)

    def go(self, by: int) -> None:
        """To the step so far from the one on show."""
        self.guide.go(self.guide.place + by)

    def retranslate(self) -> None:
        """The menu's entries are made anew when it opens."""
        self._show_actions()

    def _show_actions(self) -> None:
        self.context.remote.refresh()
        self.context.actions["lesson_leave"].setEnabled(self.context.document.has_own_work_aside)
