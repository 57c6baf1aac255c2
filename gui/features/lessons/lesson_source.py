"""This module reads a lesson together with the projects from which its steps start, so that no step reads a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.lessons import Lesson, Start, load_lesson
from engine.project.demos import demo
from engine.project.file import project_file
from engine.project.project import Project


@dataclass(frozen=True)
class LessonSource:
    """A lesson with the projects beside it, by the names that its starts give."""

    lesson: Lesson
    projects: dict[str, Project]

    def project_of(self, start: Start | None) -> Project:
        """What a step begins with. Raises EngineError where a demo's data cannot be built."""
        if start is None:
            return Project()
        return demo(start.demo) if start.demo is not None else self.projects[str(start.project)]


def read_lesson(path: Path) -> LessonSource:
    """The lesson in the file at `path`. Raises EngineError, naming the file, where it or a project cannot be read."""
    return with_projects(load_lesson(path), path.parent)


def with_projects(lesson: Lesson, folder: Path) -> LessonSource:
    """`lesson`, which lies in `folder`, with its projects. Raises EngineError where one cannot be read."""
    starts = [lesson.start, *(step.start for step in lesson.steps)]
    names = {start.project for start in starts if start is not None and start.project is not None}
    return LessonSource(lesson, {name: project_file.load(folder / name) for name in names})
