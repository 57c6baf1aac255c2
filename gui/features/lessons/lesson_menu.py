"""The menu that lists the lessons which come with the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from engine.files.resources import RESOURCES
from engine.lessons import Lesson, load_lesson, shelf_files
from engine.spec.errors import EngineError
from gui.toolkit import translation
from gui.words.error_text import error_text

SHELF = RESOURCES / "lessons"


class LessonMenu(QObject):
    """Puts the lessons before what stands in `menu`, each time that it opens; `is_finished` marks some of them."""

    chosen = Signal(object)  # the lesson's file
    failed = Signal(str)

    def __init__(self, menu: QMenu, is_finished: Callable[[Lesson], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._menu, self._is_finished = menu, is_finished
        self._entries: list[QAction] = []
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        menu = self._menu
        for entry in self._entries:
            menu.removeAction(entry)
            entry.deleteLater()
        self._entries = []
        before = menu.actions()[0]
        try:
            shelf = [(path, load_lesson(path)) for path in shelf_files(SHELF)]
        except EngineError as error:
            self.failed.emit(error_text(error))
            return
        for number, (path, lesson) in enumerate(shelf, start=1):
            entry = QAction(self._entry_text(number, lesson), menu)
            entry.setObjectName(f"action_lesson_{lesson.name}")
            entry.setToolTip(lesson.summary.text(translation.current_language()))
            entry.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            menu.insertAction(before, entry)
            self._entries.append(entry)

    def _entry_text(self, number: int, lesson: Lesson) -> str:
        title = lesson.title.text(translation.current_language()).replace("&", "&&")
        mark = " ✓" if self._is_finished(lesson) else ""
        return f"&{number}  {title}{mark}" if number < 10 else f"{number}  {title}{mark}"
