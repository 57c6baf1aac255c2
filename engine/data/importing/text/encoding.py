"""This module finds the encoding of a text file from its bytes and decodes its lines, a few thousand at a time."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from itertools import chain

from engine.data.importing.reading_progress import Progress
from engine.data.importing.text.encoding_guess import fits, is_nearly_utf8, likeliest
from engine.spec.errors import EngineError

ENCODINGS = (
    "utf-8",
    "gb18030",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "koi8-r",
    "cp866",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp874",
    "cp850",
    "mac-roman",
    "iso8859-2",
    "iso8859-5",
    "iso8859-6",
)
"""The encodings that can be chosen; a byte order mark is skipped in each."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096
_PORTION = 20_000  # characters of lines at a time: more would keep the interpreter from the window

MAX_LINES = 5_000_000  # blank lines and comments, too
LONGEST_LINE = 1_000_000  # characters


def find_encoding(raw: bytes) -> str:
    """The likeliest of `ENCODINGS`: by the mark at the start, by zero bytes, else by the text that it gives."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(raw) % 2 == 0 and 3 * max(even, odd) > len(head) // 2 > 0 and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"  # ASCII digits and marks: every other byte is zero
    if raw.isascii() or fits(raw, "utf-8") or is_nearly_utf8(raw):
        return "utf-8"
    return likeliest(raw, "cp1252")


def lines_of(raw: bytes, encoding: str, name: str, progress: Progress = lambda _: None) -> Iterator[str]:
    """The lines of `raw`, each with "\\n" at its end but perhaps the last; see `portions_of`."""
    return chain.from_iterable(portions_of(raw, encoding, name, progress))


def portions_of(raw: bytes, encoding: str, name: str, progress: Progress = lambda _: None) -> Iterator[list[str]]:
    """The lines of `raw` in portions, decoded as they are asked for; the Ctrl-Z of old systems ends the file.

    `progress` is told every few milliseconds. EngineError, naming line and character, for what does not fit the
    encoding, for what is no text, and for more or longer lines than any table has.
    """
    if encoding not in ENCODINGS:
        raise EngineError(
            "There is no encoding called {name!r}; choose one of {names}.", name=encoding, names=", ".join(ENCODINGS)
        )
    if max(raw.count(b"\n"), raw.count(b"\r")) > MAX_LINES:
        raise EngineError("{file} has more than {limit:,} lines; choose a smaller file.", file=name, limit=MAX_LINES)
    _check_lengths(raw, name)
    source = io.BytesIO(_without_end_mark(raw))
    source.seek(next((len(mark) for mark, marked in _MARKS if marked == encoding and raw.startswith(mark)), 0))
    text, number = io.TextIOWrapper(source, encoding, newline=None), 0
    may_be_binary = "16" in encoding or b"\0" in raw
    try:
        while lines := text.readlines(_PORTION):
            progress(min(source.tell() / max(len(raw), 1), 1.0))
            if may_be_binary:
                _check_text(lines, number, name)
            number += len(lines)
            yield lines
    except UnicodeDecodeError:
        raise _misfit(raw, encoding, name) from None


def _without_end_mark(raw: bytes) -> bytes:
    """Without the Ctrl-Z, perhaps many of them, at the end."""
    return raw.rstrip(b"\x1a\r\n") if raw[-512:].rstrip(b"\r\n").endswith(b"\x1a") else raw


def _check_lengths(raw: bytes, name: str) -> None:
    """EngineError for a line that is too long, before it fills the memory: four bytes a character at the most."""
    at, limit = 0, 4 * LONGEST_LINE
    while len(raw) - at > limit:
        end = max(raw.rfind(b"\n", at, at + limit), raw.rfind(b"\r", at, at + limit))
        if end < 0:
            raise EngineError(
                "{file}, line {line}: this line is longer than {limit:,} characters; choose a file with a line for "
                "each sample.",
                file=name,
                line=raw.count(b"\n", 0, at) + 1,
                limit=LONGEST_LINE,
            )
        at = end + 1


def _check_text(lines: list[str], before: int, name: str) -> None:
    for number, line in enumerate(lines, start=before + 1):
        if "\0" in line:
            raise EngineError(
                "{file}, line {line}, character {column}: this is no text but a binary file; choose a text file.",
                file=name,
                line=number,
                column=line.index("\0") + 1,
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
