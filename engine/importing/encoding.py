"""Which encoding a text file is written in, found from its bytes."""

from __future__ import annotations

import codecs

from engine.errors import EngineError

ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "cp1252")
"""The encodings that can be chosen; a byte order mark is skipped in each."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096


def find_encoding(raw: bytes) -> str:
    """The likeliest of `ENCODINGS`: by the mark at the start, by zero bytes, else the first that fits every byte."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    head = raw[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(raw) % 2 == 0 and 3 * max(even, odd) > len(head) // 2 > 0 and min(even, odd) == 0:
        return "utf-16-be" if even else "utf-16-le"  # ASCII digits and marks: every other byte is zero
    for encoding in ("utf-8", "gb18030"):
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "cp1252"


def decode_as(raw: bytes, encoding: str, name: str) -> str:
    """`raw` as text without a byte order mark. EngineError, naming line and character, for what does not fit."""
    if encoding not in ENCODINGS:
        raise EngineError(
            "There is no encoding called {name!r}; choose one of {names}.", name=encoding, names=", ".join(ENCODINGS)
        )
    for mark, marked in _MARKS:
        if marked == encoding and raw.startswith(mark):
            raw = raw[len(mark) :]
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, errors="replace")
        raise EngineError(
            "{file}, line {line}, character {column}: the byte {byte:#04x} does not fit the encoding {encoding}; "
            "choose another encoding.",
            file=name,
            byte=raw[error.start],
            encoding=encoding,
            **_place(before),
        ) from None
    zero = text.find("\0")
    if zero >= 0:
        raise EngineError(
            "{file}, line {line}, character {column}: this is no text but a binary file; choose a text file.",
            file=name,
            **_place(text[:zero]),
        )
    return text


def _place(before: str) -> dict[str, int]:
    return {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n")}
