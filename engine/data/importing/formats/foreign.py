"""This module knows files that people take for tables by how they begin, and says what to do with them."""

from __future__ import annotations

import re

from engine.spec.errors import EngineError, Text

_SPREADSHEET = Text("an old Excel workbook; open it in a spreadsheet program and save it as .xlsx or CSV")
_PACKED = Text("a packed file; unpack it, and import what is in it")
_ELSEWHERE = Text("a file of another program; save its table as CSV there")

_NUMPY = b"\x93NUMPY"
_ZIP = b"PK\x03\x04"
_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _SPREADSHEET),
    (_ZIP, _PACKED),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"%PDF-", Text("a PDF document; copy its table into a spreadsheet program and save it as CSV")),
    (b"PAR1", _ELSEWHERE),
    (b"\x89HDF\r\n", _ELSEWHERE),
    (b"SQLite format 3\0", _ELSEWHERE),
    (b"MATLAB 5.0 MAT", _ELSEWHERE),
)
_WEB_PAGES = (b"<!doctype html", b"<html")
_WEB_PAGE = Text(
    "a web page, not the table on it; download the file itself, often by a link called “Raw” or “Download”"
)
_HTML_TABLE = Text("a table in HTML; open it in a spreadsheet program and save it as .xlsx or CSV")
_JSON = Text("JSON, not a table of lines; save it as CSV, in Python with pandas.read_json(…).to_csv(…)")

_SPARSE_ROW = re.compile(rb"[-+.\d]+(?: +\d+:[-+.\deE]+)+")
_MINUTES = re.compile(rb"[0-5]\d")
_SPARSE = Text(
    "in LIBSVM's sparse form, not a table; save it as CSV, in Python after sklearn.datasets.load_svmlight_file(…)"
)


def kind_of(raw: bytes) -> str | None:
    """The ending that a file should have, where that is certain by how it begins, whatever it is called."""
    if raw.startswith(_NUMPY):
        return ".npy"
    if raw.startswith(_ZIP) and b"xl/workbook.xml" in raw:
        return ".xlsx"
    return ".npz" if raw.startswith(_ZIP) and b".npy" in raw[:300] else None


def looks_like_text(raw: bytes) -> bool:
    """Whether it begins with lines, and no byte there is one that only programs write."""
    head = raw[:4096]
    return b"\n" in head and not head.startswith((_ZIP, _NUMPY)) and min(head) > 8


def check_is_text(raw: bytes, file: str) -> None:
    """EngineError for what is certainly no text table, saying what it is and what to do."""
    what = next((what for beginning, what in _BEGINNINGS if raw.startswith(beginning)), None) or _text_of_others(raw)
    if what is not None:
        raise EngineError("{file} is {what}.", file=file, what=what)


def _text_of_others(raw: bytes) -> Text | None:
    head = raw[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.lower().startswith(_WEB_PAGES):
        return _WEB_PAGE
    if head.lower().startswith(b"<table"):
        return _HTML_TABLE
    if _is_sparse(head.splitlines()[:-1]):
        return _SPARSE
    is_json = head[:1] in (b"{", b"[") and head[1:].lstrip()[:1] in (b'"', b"{", b"[") and b":" in head
    return _JSON if is_json else None


def _is_sparse(lines: list[bytes]) -> bool:
    """Whether these are rows such as `+1 1:0.5 3:-1`, the numbers before the colons rising, and not times of day."""
    rows = [row for line in lines if (row := line.partition(b"#")[0].strip())]
    if len(rows) < 2 or not all(_SPARSE_ROW.fullmatch(row) for row in rows):
        return False
    pairs = [[cell.split(b":") for cell in row.split()[1:]] for row in rows]
    places = [[int(place) for place, _ in row] for row in pairs]
    are_times = all(_MINUTES.fullmatch(value) for row in pairs for _, value in row)
    return not are_times and all(row == sorted(set(row)) for row in places)
