"""This module reads a lesson together with the projects from which its steps start, so that no step reads a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.lessons.lesson_file import lesson_of, read_text
from engine.lessons.schema import Lesson, Start
from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.project import Project


@dataclass(frozen=True)
class LessonSource:
    """A lesson with the text that it was read from, and the projects beside it by the names that its starts give."""

    lesson: Lesson
    text: str
    projects: dict[str, Project]

    def project_of(self, start: Start | None) -> Project:
        """What a step begins with. Raises EngineError where a demo's data cannot be built."""
        if start is None:
            return Project()
        return demo(start.demo) if start.demo is not None else self.projects[str(start.project)]


def read_lesson(path: Path) -> LessonSource:
    """The lesson in the file at `path`. Raises EngineError, naming the file, where it or a project cannot be read."""
    folder = path.parent

    def project(name: str) -> Project:
        return project_file.load(folder / name)

    return lesson_source(read_text(path), path.name, lambda name: (folder / name).is_file(), project)


def lesson_source(
    text: str, name: str, lies_beside: Callable[[str], bool], project: Callable[[str], Project]
) -> LessonSource:
    """The lesson in the text of a file called `name`; `project` reads those that lie beside it. Raises EngineError."""
    lesson = lesson_of(text, name, lies_beside)
    starts = [lesson.start, *(step.start for step in lesson.steps)]
    names = {start.project for start in starts if start is not None and start.project is not None}
    return LessonSource(lesson, text, {name: project(name) for name in sorted(names)})
