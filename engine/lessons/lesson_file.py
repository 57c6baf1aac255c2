"""This module reads lesson files (TOML) and checks every field; errors name file, line and field."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from engine.files.record_faults import first_fault
from engine.files.text_file import decode, path_of, read_bytes
from engine.files.value_lines import Path as FieldPath
from engine.files.value_lines import dotted, line_of
from engine.lessons.schema import Lesson, Start
from engine.lessons.toml_text import parse_toml
from engine.project.demos import DEMOS
from engine.spec.errors import EngineError, Text
from engine.spec.suggestion import unknown_name

SUFFIX = ".toml"
MAX_LESSON_BYTES = 400_000
_MARKUP = re.compile(r"!\[|<[/!?]?[A-Za-z][^<>]*>")


def load_lesson(path: str | os.PathLike[str]) -> Lesson:
    """The lesson in the file at `path`. Raises EngineError naming file, line, field and remedy where there is none."""
    file = path_of(path)
    return lesson_of(read_text(file), file.name, lambda name: (file.parent / name).is_file())


def read_text(file: Path) -> str:
    """The text of a lesson file, not yet looked at. Raises EngineError where it is no short text."""
    return decode(read_bytes(file, MAX_LESSON_BYTES), file.name)


def lesson_of(text: str, name: str, lies_beside: Callable[[str], bool]) -> Lesson:
    """The lesson in the text of a file called `name`; `lies_beside` tells which project files there are.

    Raises EngineError like `load_lesson`.
    """
    contents = parse_toml(text, name)
    lesson = _checked(contents, text, name)
    _check_texts(contents, (), text, name)
    _check_starts(lesson, text, name, lies_beside)
    _check_questions(lesson, text, name)
    _check_checks(lesson, text, name)
    return lesson


def load_shelf(folder: str | os.PathLike[str]) -> list[Lesson]:
    """The lessons of a folder in the order of their file names. Raises EngineError like `load_lesson`."""
    return [load_lesson(path) for path in shelf_files(folder)]


def shelf_files(folder: str | os.PathLike[str]) -> list[Path]:
    """The lesson files of a folder in the order of their names."""
    return sorted(path_of(folder).glob(f"*{SUFFIX}"))


def _checked(contents: dict[str, object], text: str, name: str) -> Lesson:
    if contents.get("format") != "perceptra-lesson":
        raise EngineError(
            '{file} is no lesson: its first line must be format = "perceptra-lesson". Choose another file.', file=name
        )
    try:
        return msgspec.convert(contents, Lesson)
    except msgspec.ValidationError:
        fault = first_fault(contents, Lesson)
        raise _field_error(name, text, fault.path, fault.problem) from None


def _check_texts(value: object, path: FieldPath, text: str, name: str) -> None:
    """Refuse markup that would make the window read other files, which need not end."""
    if isinstance(value, str) and _MARKUP.search(value):
        raise _field_error(name, text, path, Text("neither pictures nor HTML can stand in a text; write < and ! alone"))
    if isinstance(value, dict):
        for key, part in value.items():
            _check_texts(part, (*path, key), text, name)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _check_texts(part, (*path, index), text, name)


def _check_starts(lesson: Lesson, text: str, name: str, lies_beside: Callable[[str], bool]) -> None:
    starts: list[tuple[Start | None, FieldPath]] = [(lesson.start, ("start",))]
    starts += [(step.start, ("steps", index, "start")) for index, step in enumerate(lesson.steps)]
    for start, path in starts:
        if start is None:
            continue
        if (start.demo is None) == (start.project is None):
            raise _field_error(name, text, path, Text("name either a demo or a project"))
        if start.demo is not None and start.demo not in DEMOS:
            raise _field_error(name, text, (*path, "demo"), unknown_name(start.demo, DEMOS))
        if start.project is not None and not lies_beside(start.project):
            raise _field_error(
                name, text, (*path, "project"), Text("{name} does not lie beside the lesson", name=start.project)
            )


def _check_questions(lesson: Lesson, text: str, name: str) -> None:
    for index, step in enumerate(lesson.steps):
        if step.question is not None and sum(answer.right for answer in step.question.answers) != 1:
            path = ("steps", index, "question", "answers")
            raise _field_error(name, text, path, Text("exactly one answer must be right"))


def _check_checks(lesson: Lesson, text: str, name: str) -> None:
    for index, step in enumerate(lesson.steps):
        for at, check in enumerate(step.checks):
            path = ("steps", index, "checks", at)
            if at == 0 and check.says is None:
                raise _field_error(name, text, path, Text("{name} is missing", name="says"))
            for field, known in check.known_names.items():
                value = getattr(check, field)
                if value is not None and value not in known:
                    raise _field_error(name, text, (*path, field), unknown_name(value, known))


def _field_error(name: str, text: str, path: FieldPath, problem: Text) -> EngineError:
    return EngineError(
        "{file}, line {line}, field {field}: {problem}. See the list of fields in the guide to lesson files.",
        file=name,
        line=line_of(text, path),
        field=dotted(path) or "lesson",
        problem=problem,
    )
