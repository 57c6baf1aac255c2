"""This module keeps unsaved work in one file: the project with its run, its own file, and when it was kept.

The first line is a note that is read without the project; the rest is what a project file holds.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import msgspec
import msgspec.structs

from engine.files.atomic_write import WritingError, write_atomically
from engine.files.text_file import read_bytes
from engine.project.file import project_file
from engine.project.project import Project
from engine.spec.errors import EngineError, Text

FORMAT = "perceptra-kept-work"
_MAX_NOTE_BYTES = 32_768
FileState = tuple[int, int]


class Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A note tells about kept work before the work itself is read.

    path: the project's own file, None for one never saved; when: seconds since 1970, by a clock that may be wrong;
    file_state: the file's state (see `file_state`) when it was last opened or saved.
    path_bytes: a path that is no Unicode text, in its bytes; `read_note` puts it in the place of `path`.
    """

    format: str
    path: str | None
    when: Annotated[float, msgspec.Meta(ge=-(2**40), le=2**40)]
    file_state: FileState | None
    path_bytes: bytes | None = None


def file_state(path: Path) -> FileState | None:
    """When the file was changed (ns) and its size in bytes; None where there is none. Equal states: unchanged."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size


def keep(place: Path, project: Project, path: Path | None, when: float, state: FileState | None) -> None:
    """Write `project`, with its run, to `place`, wholly or not at all. Raises EngineError where that cannot be."""
    note = _with_path(Note(FORMAT, None, when, state), path)
    payload = (
        msgspec.json.encode(note) + b"\n" + project_file.payload_of(project, place.name if path is None else path.name)
    )
    try:
        write_atomically(place, payload)
    except WritingError as error:
        raise cannot_keep(place.parent, error.reason, error.is_full) from error


def cannot_keep(folder: Path, reason: Text, is_full: bool) -> EngineError:
    """What to say where the program's own `folder` takes no work: nobody chose it, so nobody can choose another."""
    if is_full:
        return EngineError(
            "Work cannot be kept in {folder}: {reason}. Make room on that disk, or save the project on another one.",
            folder=folder,
            reason=reason,
        )
    return EngineError(
        "Work cannot be kept in {folder}: {reason}. Perceptra must be allowed to write there; else save often.",
        folder=folder,
        reason=reason,
    )


def read_note(place: Path) -> Note:
    """The note of the work kept in `place`. Raises EngineError where there is none."""
    try:
        with place.open("rb") as file:
            note = msgspec.json.decode(file.readline(_MAX_NOTE_BYTES), type=Note)
    except (OSError, ValueError, RecursionError) as error:  # ValueError: what msgspec refuses, and what is no text
        raise _damaged(place) from error
    if note.format != FORMAT:
        raise _damaged(place)
    if note.path_bytes is not None:
        return msgspec.structs.replace(note, path=os.fsdecode(note.path_bytes), path_bytes=None)
    return note


def read_project(place: Path) -> Project:
    """The project kept in `place`. Raises EngineError like `project_file.load`."""
    payload = read_bytes(place, project_file.MAX_FILE_BYTES + _MAX_NOTE_BYTES)
    return project_file.decode_project(payload.partition(b"\n")[2], place.name)


def _with_path(note: Note, path: Path | None) -> Note:
    if path is None:
        return note
    text = str(path.absolute())
    try:
        text.encode()
    except UnicodeEncodeError:
        return msgspec.structs.replace(note, path_bytes=os.fsencode(text))
    return msgspec.structs.replace(note, path=text)


def _damaged(place: Path) -> EngineError:
    return EngineError("{file} holds no work that could be brought back.", file=place.name)
