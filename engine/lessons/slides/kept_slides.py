"""This module keeps a list of slides between starts, in a file of the program's own: a note, then what a file holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from engine.files.atomic_write import WritingError, write_atomically
from engine.files.text_file import read_bytes
from engine.lessons.slides import slide_file
from engine.lessons.slides.slide import Slide, Slides
from engine.project.autosave import cannot_keep
from engine.spec.errors import EngineError

_FORMAT = "perceptra-kept-slides"
_MAX_NOTE_BYTES = 32_768


class _Note(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    path: str | None
    is_saved: bool


@dataclass(frozen=True)
class KeptSlides:
    """The slides, the user's own file of them, None for a list never saved, and whether they stand there like this."""

    slides: Slides
    path: Path | None
    is_saved: bool


def keep(place: Path, slides: Sequence[Slide], path: Path | None, is_saved: bool) -> None:
    """Write the list to `place`, wholly or not at all. Raises EngineError where that cannot be."""
    text = None if path is None else str(path.absolute()).encode(errors="replace").decode()
    note = msgspec.json.encode(_Note(_FORMAT, text, is_saved))
    try:
        write_atomically(place, note + b"\n" + slide_file.payload_of(slides, place.name))
    except WritingError as error:
        raise cannot_keep(place.parent, error.reason, error.is_full) from error


def read_kept(place: Path) -> KeptSlides:
    """What `keep` wrote to `place`. Raises EngineError where there is none."""
    line, _, payload = read_bytes(place, slide_file.MAX_BYTES + _MAX_NOTE_BYTES).partition(b"\n")
    try:
        note = msgspec.json.decode(line, type=_Note)
    except (msgspec.DecodeError, RecursionError) as error:
        raise EngineError("{file} holds no work that could be brought back.", file=place.name) from error
    slides = slide_file.decode_slides(payload, place.name)
    return KeptSlides(slides, None if note.path is None else Path(note.path), note.is_saved)
