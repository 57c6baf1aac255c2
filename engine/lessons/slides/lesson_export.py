"""This module writes slides as a lesson: one step a slide, with the projects in files beside it.

A lesson's step brings a project, a page, a table and the open panels. What else a slide holds is named in the remarks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from engine.files.atomic_write import write_atomically
from engine.lessons.localized_text import LocalizedText
from engine.lessons.schema import CARDS, MOST_STEPS, Lesson, Start, Step
from engine.lessons.slides.slide import Look, Slide
from engine.lessons.slides.toml_writer import toml_text
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.errors import EngineError, Text

_UNNAMED = "slides"


@dataclass(frozen=True)
class ExportedLesson:
    """A lesson made of slides: its contents, the projects by the names of their files, and what got lost on the way."""

    lesson: Lesson
    projects: dict[str, Project]
    remarks: tuple[Text, ...]


def as_lesson(slides: Sequence[Slide], title: str) -> ExportedLesson:
    """`slides` as a lesson called `title`. Raises EngineError where a lesson cannot have as many steps."""
    name = re.sub(r"[^A-Za-z0-9_.\-]+", "-", title).strip("-.")[:60] or _UNNAMED
    steps: list[Step] = []
    projects: dict[str, Project] = {}
    remarks: list[Text] = []
    for number, slide in enumerate(slides, start=1):
        if isinstance(slide.content, Project):
            file = f"{name}-{number:02}{project_file.SUFFIX}"
            projects[file] = slide.content
            steps.append(_step(slide, file))
            remarks += _remarks(number, slide.look)
        else:
            inner = slide.content.projects
            names = {
                file: f"{name}-{number:02}-{place}{project_file.SUFFIX}" for place, file in enumerate(inner, start=1)
            }
            projects |= {names[file]: project for file, project in inner.items()}
            steps += _steps_within(slide.content.lesson, names)
    if not 1 <= len(steps) <= MOST_STEPS:
        raise EngineError(
            "A lesson has 1 to {limit} steps, these slides have {count}; leave some out.",
            limit=MOST_STEPS,
            count=len(steps),
        )
    text = _both(title or _UNNAMED)
    lesson = Lesson("perceptra-lesson", 1, name, text, text, tuple(steps))
    return ExportedLesson(lesson, projects, tuple(remarks))


def write_lesson(exported: ExportedLesson, path: Path) -> None:
    """Write the lesson to `path`, its projects beside it. Raises EngineError where a file of theirs is there already.

    Where the lesson is there already, so are its projects: they are written anew with it.
    """
    taken = [name for name in exported.projects if not path.exists() and (path.parent / name).exists()]
    if taken:
        raise EngineError("{file} is there already; choose another name for the lesson.", file=taken[0])
    for name, project in exported.projects.items():
        project_file.save(project, path.parent / name)
    write_atomically(path, toml_text(msgspec.to_builtins(exported.lesson)).encode())


def _step(slide: Slide, file: str) -> Step:
    look, notes = slide.look, slide.content.notes if isinstance(slide.content, Project) else ""
    title = slide.name or "–"
    return Step(
        title=_both(title),
        text=_both(notes or title),
        start=Start(project=file),
        page=look.page,
        table=look.table,
        notation=look.notation,
        need=tuple(card for card in CARDS if card not in look.folded) if look.folded else (),  # type: ignore[misc]
    )


def _steps_within(lesson: Lesson, names: Mapping[str, str]) -> list[Step]:
    """The steps of a lesson among the slides, with its own start before the first; `names` are its projects' now."""
    first, *rest = lesson.steps
    if first.start is None:
        first = msgspec.structs.replace(first, start=lesson.start or Start(demo="xor"))
    return [msgspec.structs.replace(step, start=_renamed(step.start, names)) for step in (first, *rest)]


def _renamed(start: Start | None, names: Mapping[str, str]) -> Start | None:
    if start is None or start.project is None:
        return start
    return Start(project=names[start.project])


def _remarks(number: int, look: Look) -> list[Text]:
    found = []
    if look.epoch is not None:
        found.append(
            Text("slide {number}: the run's end in the place of epoch {epoch}", number=number, epoch=look.epoch)
        )
    if look.zoomed is not None:
        found.append(Text("slide {number}: all cards in the place of one alone", number=number))
    if look.large_table:
        found.append(Text("slide {number}: the table in its usual size", number=number))
    if look.hides_answer:
        found.append(Text("slide {number}: the answer in sight", number=number))
    if look.diagram_part is not None:
        found.append(Text("slide {number}: the whole network in the place of a part", number=number))
    return found


def _both(text: str) -> LocalizedText:
    """A text as the lecturer wrote it, in the place of both languages; what looks like mark-up stays text."""
    plain = re.sub(r"<(?=[/!?A-Za-z])", "< ", text).replace("![", "! [")[:4000]
    return LocalizedText(plain, plain)
