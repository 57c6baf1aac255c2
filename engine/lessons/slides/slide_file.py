"""This module reads and writes slides as one file: an archive with a list, and project and lesson files beside it."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from engine.files.archive import ArchiveError, parts_of, unpacked
from engine.files.atomic_write import write_atomically
from engine.files.text_file import decode, path_of, read_bytes
from engine.lessons.lesson_source import LessonSource, lesson_source
from engine.lessons.slides.slide import MAX_NAME, MOST_SLIDES, Look, Slide, Slides
from engine.project.file import project_file
from engine.project.file.json_text import record_problem
from engine.project.file.schema import Header
from engine.project.project import Project
from engine.spec.errors import EngineError

SUFFIX = ".perceptra-slides"
MAX_BYTES = 256_000_000
"""What the parts take at most, unpacked."""
FORMAT: Final = "perceptra-slides"
VERSION: Final = 1
_LIST = "slides.json"
_PartName = Annotated[str, Meta(min_length=1, max_length=100)]


class SlideRecord(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A slide in the list: the part of the archive that holds its project, or its lesson."""

    name: Annotated[str, Meta(max_length=MAX_NAME)]
    project: _PartName | None = None
    lesson: _PartName | None = None
    look: Look = Look()


class SlidesRecord(Struct, frozen=True, forbid_unknown_fields=True):
    """The list of a slides file."""

    format: str
    version: Annotated[int, Meta(ge=1)]
    slides: Annotated[tuple[SlideRecord, ...], Meta(max_length=MOST_SLIDES)]


def save(slides: Sequence[Slide], path: str | os.PathLike[str], unwanted: Callable[[], bool] = lambda: False) -> None:
    """Write `slides` to `path`, wholly or not at all; where that is `unwanted` before the end, the former file stays.

    Raises EngineError, leaving a former file as it was, where a project or the place does not allow it.
    """
    file = path_of(path)
    write_atomically(file, payload_of(slides, file.name), unwanted)


def load(path: str | os.PathLike[str]) -> Slides:
    """The slides in the file at `path`. Raises EngineError naming the file and what to do where there are none."""
    file = path_of(path)
    return decode_slides(read_bytes(file, MAX_BYTES), file.name)


def payload_of(slides: Sequence[Slide], name: str) -> bytes:
    """What `save` writes to a file called `name`."""
    check_count(len(slides))
    parts: dict[str, bytes] = {}
    records = tuple(_write_parts(parts, number, slide, name) for number, slide in enumerate(slides, start=1))
    listed = msgspec.json.format(msgspec.json.encode(SlidesRecord(FORMAT, VERSION, records)), indent=1)
    size = sum(map(len, parts.values()))
    if size > MAX_BYTES:
        raise EngineError(
            "The slides cannot be saved as {file}: they take {size:,.0f} MB, the limit is {limit:,.0f} MB; "
            "save them as two files.",
            file=name,
            size=size / 1e6,
            limit=MAX_BYTES / 1e6,
        )
    return _packed({_LIST: listed + b"\n", **parts})


def check_count(count: int) -> None:
    """Raises EngineError where there are more slides than a file holds."""
    if count > MOST_SLIDES:
        raise EngineError("A list holds at most {limit} slides; begin another one.", limit=MOST_SLIDES)


def decode_slides(raw: bytes, name: str) -> Slides:
    """The slides in the bytes of a file called `name`; raises EngineError like `load`."""
    try:
        parts = _Parts(raw, name)
        if _LIST not in parts:
            raise _holds_none(name)
        records = _read_list(decode(parts[_LIST], name), name)
        return tuple(_slide(parts, number, record, name) for number, record in enumerate(records, start=1))
    except ArchiveError as error:
        raise EngineError(
            "{file} is no file of slides, or is damaged. Open another copy of the file.", file=name
        ) from error


class _Parts:
    """The parts of an archive, each unpacked when it is asked for. Raises ArchiveError for what is none."""

    def __init__(self, raw: bytes, file: str) -> None:
        self._raw, self._parts = raw, parts_of(raw, file, MAX_BYTES)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def __getitem__(self, name: str) -> bytes:
        return b"".join(unpacked(self._raw, self._parts[name]))


def _holds_none(file: str) -> EngineError:
    return EngineError("{file} holds no slides; choose a file of slides that Perceptra saved.", file=file)


def _write_parts(parts: dict[str, bytes], number: int, slide: Slide, file: str) -> SlideRecord:
    """Add what the slide holds to `parts`."""
    if isinstance(slide.content, Project):
        part = f"{number:03}{project_file.SUFFIX}"
        parts[part] = project_file.payload_of(slide.content, f"{file}/{part}")
        return SlideRecord(slide.name, project=part, look=slide.look)
    part = f"{number:03}/lesson.toml"
    parts[part] = slide.content.text.encode()
    for name, project in slide.content.projects.items():
        parts[f"{number:03}/{name}"] = project_file.payload_of(project, f"{file}/{name}")
    return SlideRecord(slide.name, lesson=part)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, payload in parts.items():
            archive.writestr(zipfile.ZipInfo(name), payload, zipfile.ZIP_DEFLATED)  # of no date: equal slides are equal
    return stream.getvalue()


def _read_list(text: str, file: str) -> tuple[SlideRecord, ...]:
    kind: type[Header | SlidesRecord] = Header
    try:
        header = msgspec.json.decode(text, type=Header)
        _check_header(header, file)
        kind = SlidesRecord
        return msgspec.json.decode(text, type=SlidesRecord).slides
    except (msgspec.DecodeError, RecursionError) as error:
        raise EngineError(
            "The list of slides in {file} is damaged or was changed by hand: {error}. Open another copy of the file.",
            file=file,
            error=record_problem(text, kind),
        ) from error


def _check_header(header: Header, file: str) -> None:
    if header.format != FORMAT:
        raise _holds_none(file)
    if header.version > VERSION:
        raise EngineError(
            "{file} was saved by a newer Perceptra (file version {version}; this one reads up to {newest}); "
            "update Perceptra to open it.",
            file=file,
            version=header.version,
            newest=VERSION,
        )


def _slide(parts: _Parts, number: int, record: SlideRecord, file: str) -> Slide:
    """The slide that `record` describes. Raises EngineError where what it names is not there."""
    part = record.project or record.lesson
    if part is None or part not in parts or (record.project and record.lesson):
        raise EngineError(
            "Slide {number} in {file} is damaged: it needs one part with its project or its lesson. "
            "Open another copy of the file.",
            number=number,
            file=file,
        )
    content = _project(parts, part, file) if record.project else _lesson(parts, part, file)
    return Slide(record.name, content, record.look)


def _project(parts: _Parts, part: str, file: str) -> Project:
    return project_file.decode_project(parts[part], f"{file}/{part}")


def _lesson(parts: _Parts, part: str, file: str) -> LessonSource:
    folder = PurePosixPath(part).parent

    def beside(name: str) -> str:
        return str(folder / name)

    name = f"{file}/{part}"
    text = decode(parts[part], name)
    return lesson_source(text, name, lambda at: beside(at) in parts, lambda at: _project(parts, beside(at), file))
