"""This module reads lesson files (TOML) and checks every field; errors name file, line and field."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import msgspec

from engine.files.text_file import decode, read_bytes
from engine.lessons.key_lines import line_of
from engine.lessons.schema import Lesson, Start
from engine.project.demos import DEMOS
from engine.spec.errors import EngineError, Text, brief

SUFFIX = ".toml"
MAX_LESSON_BYTES = 400_000
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_MAX_DEPTH = 40
_WORD = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_MARKUP = re.compile(r"!\[|<[/!?]?[A-Za-z][^<>]*>")
_LONG_NUMBER = re.compile(r"(?<![0-9A-Fa-f_])[0-9A-Fa-fox_]{1000,}+")
_LONG_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_WORD}(?:[ \t]*+\.[ \t]*+{_WORD}){{{_MAX_DEPTH},}}")


def load_lesson(path: str | os.PathLike[str]) -> Lesson:
    """The lesson in the file at `path`. Raises EngineError naming file, line, field and remedy where there is none."""
    file = Path(path)
    text = decode(read_bytes(file, MAX_LESSON_BYTES), file.name)
    contents = _parsed(text, file.name)
    lesson = _checked(contents, text, file.name)
    _check_texts(contents, (), text, file.name)
    _check_starts(lesson, text, file)
    _check_questions(lesson, text, file.name)
    return lesson


def load_shelf(folder: str | os.PathLike[str]) -> list[Lesson]:
    """The lessons of a folder in the order of their file names. Raises EngineError like `load_lesson`."""
    return [load_lesson(path) for path in sorted(Path(folder).glob(f"*{SUFFIX}"))]


def _parsed(text: str, name: str) -> dict[str, object]:
    if _depth(text) > _MAX_DEPTH or _LONG_KEY.search(text):  # a.b.c nests as brackets do
        raise EngineError("{file} is nested too deeply for a lesson; simplify it.", file=name)
    long = _LONG_NUMBER.search(text)
    if long is not None:
        line = text.count("\n", 0, long.start()) + 1
        raise EngineError("{file}, line {line}: this number is too long; shorten it.", file=name, line=line)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line = int(place.group(1)) if place and place.group(1) else text.count("\n") + 1
        reason = brief(_PLACE.sub("", str(error)).strip())
        raise EngineError(
            "{file}, line {line}: this is no valid TOML ({reason}); look for a missing quotation mark or bracket.",
            file=name,
            line=line,
            reason=reason,
        ) from None


def _depth(text: str) -> int:
    """How deep brackets can stand inside each other at most; an estimate that is never too small."""
    deepest = depth = 0
    for letter in text:
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth = max(depth - 1, 0)
    return deepest


def _checked(contents: dict[str, object], text: str, name: str) -> Lesson:
    if contents.get("format") != "perceptra-lesson":
        raise EngineError(
            '{file} is no lesson: its first line must be format = "perceptra-lesson". Choose another file.', file=name
        )
    try:
        return msgspec.convert(contents, Lesson)
    except msgspec.ValidationError as error:
        problem, _, where = str(error).partition(" - at `")
        path = _path(where.rstrip("`"))
        raise EngineError(
            "{file}, line {line}, field {field}: {problem}. See the list of fields in the guide to lesson files.",
            file=name,
            line=line_of(text, path),
            field=brief(_dotted(path)) or "lesson",
            problem=brief(problem),
        ) from None


def _check_texts(value: object, path: tuple[str | int, ...], text: str, name: str) -> None:
    """Refuse markup that would make the window read other files, which need not end."""
    if isinstance(value, str) and _MARKUP.search(value):
        raise _field_error(name, text, path, Text("neither pictures nor HTML can stand in a text; write < and ! alone"))
    if isinstance(value, dict):
        for key, part in value.items():
            _check_texts(part, (*path, key), text, name)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _check_texts(part, (*path, index), text, name)


def _check_starts(lesson: Lesson, text: str, file: Path) -> None:
    starts: list[tuple[Start | None, tuple[str | int, ...]]] = [(lesson.start, ("start",))]
    starts += [(step.start, ("steps", index, "start")) for index, step in enumerate(lesson.steps)]
    for start, path in starts:
        if start is None:
            continue
        if (start.demo is None) == (start.project is None):
            raise _field_error(file.name, text, path, Text("name either a demo or a project"))
        if start.demo is not None and start.demo not in DEMOS:
            raise _field_error(file.name, text, (*path, "demo"), Text("there is no demo {name!r}", name=start.demo))
        if start.project is not None and not (file.parent / start.project).is_file():
            raise _field_error(
                file.name, text, (*path, "project"), Text("{name} does not lie beside the lesson", name=start.project)
            )


def _check_questions(lesson: Lesson, text: str, name: str) -> None:
    for index, step in enumerate(lesson.steps):
        if step.question is not None and sum(answer.right for answer in step.question.answers) != 1:
            path = ("steps", index, "question", "answers")
            raise _field_error(name, text, path, Text("exactly one answer must be right"))


def _field_error(name: str, text: str, path: tuple[str | int, ...], problem: Text) -> EngineError:
    return EngineError(
        "{file}, line {line}, field {field}: {problem}. See the list of fields in the guide to lesson files.",
        file=name,
        line=line_of(text, path),
        field=_dotted(path),
        problem=problem,
    )


def _path(where: str) -> tuple[str | int, ...]:
    """msgspec's "$.steps[2].text" as keys and places."""
    return tuple(int(place) if place else name for name, place in re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", where))


def _dotted(path: tuple[str | int, ...]) -> str:
    """A path as people count: steps 3, text."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
