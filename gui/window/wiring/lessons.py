"""Lessons: the menu that lists them, the panel beside the workbench, and the way there and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from engine.lessons import Lesson, Moment, Start, load_lesson, load_shelf
from engine.lessons.lesson_file import SUFFIX
from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.errors import EngineError
from engine.training.run import Run
from gui.features.lessons import LessonGuide, LessonPanel
from gui.features.lessons.lesson_progress import LessonProgress
from gui.toolkit import translation
from gui.window.lesson_setup import Stage
from gui.window.wiring.wiring import Wiring
from gui.words.error_text import error_text

if TYPE_CHECKING:
    from gui.main_window import MainWindow

SHELF = Path(__file__).resolve().parents[3] / "resources" / "lessons"
LOOK_EVERY_MS = 200
NARROW = 1600  # below it, at the usual type, the lesson takes the place of the column with data and training


class LessonsWiring(Wiring):
    """One lesson at a time; the user's own work waits meanwhile, see `Document.set_own_work_aside`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.guide = LessonGuide(self)
        self._panel = LessonPanel(self.guide, window.appearance.themes, window)
        window.body.set_lesson(self._panel)
        self._stage = Stage(window)
        self._progress = LessonProgress(window.settings.text, window.settings.remember)
        self._folder = SHELF
        self._own_run: Run | None = None
        self._entries: list[QAction] = []
        self._side_panel_before = True
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._connect()
        self._show_actions()
        window.openable_files.add((SUFFIX,), self.open)

    # ------------------------------------------------------------------ opening

    def open(self, path: Path) -> bool:
        """Open a lesson file; False, with a message on show, when it cannot be opened."""
        try:
            lesson = load_lesson(path)
        except EngineError as error:
            self.window.message_bar.warn(error_text(error))
            return False
        self._open(lesson, path.parent)
        return True

    def _open(self, lesson: Lesson, folder: Path) -> None:
        self._folder = folder
        self.window.session.pause()
        self.window.session.request_run(lambda run: self._begin(lesson, run))

    def _begin(self, lesson: Lesson, run: Run | None) -> None:
        self._own_run = run
        if self.guide.lesson is None:
            self._make_room()
        self.guide.begin(lesson, self._progress.place(lesson), self._progress.done(lesson))
        self._timer.start()
        self._show_actions()

    def _make_room(self) -> None:
        """On a narrow window the lesson takes the place of the column with data and training; F9 brings it back."""
        side_panel = self.window.actions_by_name["side_panel"]
        self._side_panel_before = side_panel.isChecked()
        if self.window.width() < NARROW * self.window.appearance.themes.theme.scale:
            side_panel.setChecked(False)
        self.window.workbench.share_room(True)
        self.window.body.show_lesson(True)

    def _on_guide_start_wanted(self, start: Start | None) -> None:
        try:
            project = self._project_of(start)
            self.window.document.set_own_work_aside(self._own_run, project)
        except EngineError as error:
            self.window.message_bar.warn(error_text(error))

    def _project_of(self, start: Start | None) -> Project:
        if start is None:
            return Project()
        if start.demo is not None:
            return demo(start.demo)
        return project_file.load(self._folder / str(start.project))

    # ------------------------------------------------------------------ on the way

    def _on_guide_step_changed(self) -> None:
        step = self.guide.step
        self._stage.set_up(step)
        if unknown := self._stage.unknown_names(step):
            text = self.tr("Step {step} of this lesson names {names}, which this window does not have.")
            self.window.message_bar.warn(text.format(step=self.guide.place + 1, names=", ".join(unknown)))
        self._show_actions()

    def _on_guide_progress_changed(self) -> None:
        lesson = self.guide.lesson
        if lesson is not None:
            self._progress.remember(lesson, self.guide.place, self.guide.done)

    def _look(self) -> None:
        """Let the checks see how things stand now."""
        window = self.window
        if self.guide.lesson is None:
            return
        self._stage.lock(self.guide.step)
        snapshot = window.session.snapshot
        self.guide.look(
            Moment(
                window.document.project, window.document.dataset, snapshot, window.facts(),
                self.guide.answer, self.guide.is_right,
            )
        )  # fmt: skip

    # ------------------------------------------------------------------ leaving

    def _leave(self) -> None:
        if self.guide.lesson is not None:
            self.window.session.pause()
            self.window.document.bring_own_work_back()

    def _on_document_brought_back(self) -> None:
        """The user's own work is on screen again, whoever asked for it."""
        self._timer.stop()
        self.guide.leave()
        self._stage.clear()
        self.window.body.show_lesson(False)
        self.window.workbench.share_room(False)
        self.window.actions_by_name["side_panel"].setChecked(self._side_panel_before)
        self._show_actions()

    # ------------------------------------------------------------------ menu, dialog

    def retranslate(self) -> None:
        """The menu's entries are made anew when it opens."""
        self._show_actions()

    def _connect(self) -> None:
        guide, actions, document = self.guide, self.window.actions_by_name, self.window.document
        guide.start_wanted.connect(self._on_guide_start_wanted)
        guide.step_changed.connect(self._on_guide_step_changed)
        guide.progress_changed.connect(self._on_guide_progress_changed)
        document.brought_back.connect(self._on_document_brought_back)
        self._panel.leave_wanted.connect(self._leave)
        actions["lesson_next"].triggered.connect(guide.next)
        actions["lesson_previous"].triggered.connect(guide.previous)
        actions["lesson_leave"].triggered.connect(self._leave)
        actions["lesson_open"].triggered.connect(
            lambda _checked=False: self.window.questions.ask_open_lesson(self.open)
        )
        self.window.menus.menu("lessons").aboutToShow.connect(self._fill_menu)

    def _show_actions(self) -> None:
        lesson, actions = self.guide.lesson, self.window.actions_by_name
        last = 0 if lesson is None else len(lesson.steps) - 1
        actions["lesson_next"].setEnabled(lesson is not None and self.guide.place < last)
        actions["lesson_previous"].setEnabled(lesson is not None and self.guide.place > 0)
        actions["lesson_leave"].setEnabled(lesson is not None)

    def _fill_menu(self) -> None:
        menu = self.window.menus.menu("lessons")
        for entry in self._entries:
            menu.removeAction(entry)
            entry.deleteLater()
        self._entries = []
        before = menu.actions()[0]
        try:
            shelf = load_shelf(SHELF)
        except EngineError as error:
            self.window.message_bar.warn(error_text(error))
            return
        for number, lesson in enumerate(shelf, start=1):
            entry = QAction(self._entry_text(number, lesson), menu)
            entry.setObjectName(f"action_lesson_{lesson.name}")
            entry.setToolTip(lesson.summary.text(translation.current_language()))
            entry.triggered.connect(lambda _checked=False, lesson=lesson: self._open(lesson, SHELF))
            menu.insertAction(before, entry)
            self._entries.append(entry)

    def _entry_text(self, number: int, lesson: Lesson) -> str:
        title = lesson.title.text(translation.current_language()).replace("&", "&&")
        mark = " ✓" if self._progress.is_finished(lesson) else ""
        return f"&{number}  {title}{mark}" if number < 10 else f"{number}  {title}{mark}"
