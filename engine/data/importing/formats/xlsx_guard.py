"""This module checks a spreadsheet before openpyxl reads it, which can take minutes and gigabytes for harmful ones.

A spreadsheet that a program saved is XML in UTF-8 without declarations of its own ("<!"; CDATA and comments are none),
its rows are of a bounded length, and only its sheets are large.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator

from engine.data.importing.raw_table import MAX_FILE_BYTES
from engine.data.importing.reading_progress import GivenUp
from engine.files.archive import ArchiveError, parts_of, unpacked
from engine.spec.errors import EngineError

MOST_ROWS = 1_048_576  # of any sheet
_SHEETS, _TEXTS = "worksheets/", "sharedstrings"
_MOST_TEXT_BYTES = 24_000_000
_MOST_OTHER_BYTES = 2_000_000  # styles are costly: 2 MB of them take a second
_LONGEST_ROW = 4_000_000  # bytes
_DEEPEST = 64
_XML = re.compile(rb"(\xef\xbb\xbf)?\s*<[?A-Za-z]")
_SECTION = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)
_OPENINGS = (b"<![CDATA[", b"<!--")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)""")


def check_book(raw: bytes, file: str, given_up: GivenUp) -> None:
    """Raises EngineError naming `file`, or ArchiveError, for what no spreadsheet program would have written."""
    for name, part in parts_of(raw, file, MAX_FILE_BYTES).items():
        lower = name.lower()
        if not lower.endswith((".xml", ".rels")):
            continue
        if _SHEETS in lower and lower.endswith(".xml"):
            _check_sheet(raw, part, file, given_up)
        else:
            _check_other(raw, part, file, _MOST_TEXT_BYTES if _TEXTS in lower else _MOST_OTHER_BYTES)


def too_many_rows(file: str) -> EngineError:
    """What to say of a sheet that goes on where no spreadsheet has rows any more."""
    return EngineError(
        "{file} has more than {limit:,} rows, more than a sheet can have; save the table as CSV.",
        file=file,
        limit=MOST_ROWS,
    )


def _check_other(raw: bytes, part: zipfile.ZipInfo, file: str, limit: int) -> None:
    if part.file_size > limit:
        raise EngineError(
            "{file}: “{part}” in it unpacks to {size:,.1f} MB, the limit is {limit:,.0f} MB; save the table as CSV.",
            file=file,
            part=part.filename[:80],
            size=part.file_size / 1e6,
            limit=limit / 1e6,
        )
    content = b"".join(_bare(unpacked(raw, part)))
    _check_xml(content, content[:1000])


def _check_sheet(raw: bytes, part: zipfile.ZipInfo, file: str, given_up: GivenUp) -> None:
    rows = depth = since = 0
    tail = head = b""
    for chunk in _bare(unpacked(raw, part)):
        if given_up():
            raise EngineError("The reading of {file} was given up.", file=file)
        head = head or chunk[:1000]
        piece = tail + chunk
        cut = piece.rfind(b"<")  # a tag that the chunk cuts is looked at with the next
        piece, tail = (piece[:cut], piece[cut:]) if cut >= 0 else (b"", piece)
        _check_xml(piece, head)
        closed, started = piece.count(b"</row") + piece.count(b":row>"), piece.count(b"<row") + piece.count(b":row ")
        rows += max(closed, started)
        since = 0 if closed or started else since + len(chunk)
        depth += piece.count(b"<") - piece.count(b"<?") - 2 * piece.count(b"</") - piece.count(b"/>")
        if since > _LONGEST_ROW or len(tail) > _LONGEST_ROW or depth > _DEEPEST:
            raise ArchiveError("a row is longer, or nested deeper, than any")
        if rows > MOST_ROWS:
            raise too_many_rows(file)
    _check_xml(tail, head)


def _bare(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks without comments and CDATA, whose texts are no marks of XML."""
    rest = b""
    for chunk in chunks:
        piece = _SECTION.sub(b"", rest + chunk)
        cut = min((at for opening in _OPENINGS if (at := piece.find(opening)) >= 0), default=len(piece))
        tail = piece.rfind(b"<", max(len(piece) - len(_OPENINGS[0]), 0))
        if tail >= 0 and any(opening.startswith(piece[tail:]) for opening in _OPENINGS):
            cut = min(cut, tail)  # perhaps the beginning of one
        piece, rest = piece[:cut], piece[cut:]
        if len(rest) > _LONGEST_ROW:
            raise ArchiveError("a comment is longer than any")
        if piece:
            yield piece
    if rest:
        yield rest


def _check_xml(content: bytes, head: bytes) -> None:
    """Own declarations, with which a few bytes can stand for gigabytes, and encodings that could hide them."""
    encoding = _ENCODING.search(head.partition(b"?>")[0])
    if not _XML.match(head) or b"<!" in content or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")):
        raise ArchiveError("this is XML with declarations of its own, or none")
