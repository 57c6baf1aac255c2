"""This module finds the encoding of a text file from its bytes and decodes its lines one after the other."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from engine.data.importing.reading_progress import Progress
from engine.spec.errors import EngineError

ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "cp1252")
"""The encodings that can be chosen; a byte order mark is skipped in each."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096
_PORTION = 1_000_000
_PROGRESS_EVERY = 4096  # lines

MAX_LINES = 5_000_000  # blank lines and comments, too
LONGEST_LINE = 1_000_000  # characters


def find_encoding(raw: bytes) -> str:
    """The likeliest of `ENCODINGS`: by the mark at the start, by zero bytes, else the first that fits every byte."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(raw) % 2 == 0 and 3 * max(even, odd) > len(head) // 2 > 0 and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"  # ASCII digits and marks: every other byte is zero
    return next((encoding for encoding in ("utf-8", "gb18030") if _fits(raw, encoding)), "cp1252")


def lines_of(raw: bytes, encoding: str, name: str, progress: Progress = lambda _: None) -> Iterator[str]:
    """The lines of `raw`, each with "\\n" at its end but perhaps the last, decoded as they are asked for.

    `progress` is told every few milliseconds. EngineError, naming line and character, for what does not fit the
    encoding, for what is no text, and for more or longer lines than any table has.
    """
    if encoding not in ENCODINGS:
        raise EngineError(
            "There is no encoding called {name!r}; choose one of {names}.", name=encoding, names=", ".join(ENCODINGS)
        )
    if max(raw.count(b"\n"), raw.count(b"\r")) > MAX_LINES:
        raise EngineError("{file} has more than {limit:,} lines; choose a smaller file.", file=name, limit=MAX_LINES)
    source = io.BytesIO(raw)
    source.seek(next((len(mark) for mark, marked in _MARKS if marked == encoding and raw.startswith(mark)), 0))
    text = io.TextIOWrapper(source, encoding, newline=None)
    line, number = "", 0
    try:
        while line := text.readline(LONGEST_LINE + 1):
            if number % _PROGRESS_EVERY == 0:
                progress(min(source.tell() / max(len(raw), 1), 1.0))
            number += 1
            _check(line, number, name)
            yield line
    except UnicodeDecodeError:
        raise _misfit(raw, encoding, name) from None


def _fits(raw: bytes, encoding: str) -> bool:
    try:
        _decode_all(raw, encoding)
    except UnicodeDecodeError:
        return False
    return True


def _decode_all(raw: bytes, encoding: str) -> None:
    """Raises UnicodeDecodeError where `raw` is written otherwise; its text would take several times as much memory."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for at in range(0, len(raw), _PORTION):
        decoder.decode(raw[at : at + _PORTION])
    decoder.decode(b"", final=True)


def _check(line: str, number: int, name: str) -> None:
    if "\0" in line:
        raise EngineError(
            "{file}, line {line}, character {column}: this is no text but a binary file; choose a text file.",
            file=name,
            line=number,
            column=line.index("\0") + 1,
        )
    if len(line) > LONGEST_LINE:
        raise EngineError(
            "{file}, line {line}: this line is longer than {limit:,} characters; choose a file with a line for each "
            "sample.",
            file=name,
            line=number,
            limit=LONGEST_LINE,
        )


def _misfit(raw: bytes, encoding: str, name: str) -> EngineError:
    """What to say of bytes that `encoding` cannot hold."""
    for mark, marked in _MARKS:
        if marked == encoding and raw.startswith(mark):
            raw = raw[len(mark) :]
    start = 0
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        start = error.start
    before = raw[:start].decode(encoding, errors="replace")
    return EngineError(
        "{file}, line {line}, character {column}: the byte {byte:#04x} does not fit the encoding {encoding}; "
        "choose another encoding.",
        file=name,
        byte=raw[start],
        encoding=encoding,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )
